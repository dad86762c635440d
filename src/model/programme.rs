use super::Party;
use crate::values::{Label, Period, ProgrammeKind};

record! {
    /// A programme under which projects run, such as Interreg Europe, or from which money comes, such as Nordplus.
    ///
    /// A project's `programme` says what it runs under, never where its money comes from: that is a funding. A
    /// programme's owner is not a funder: the Nordic Council of Ministers owns Nordplus, and what a source calls paid by
    /// Nordplus is paid by Nordplus.
    pub struct Programme "programme" ProgrammeId named {
        optional {
            /// What kind of programme it is.
            kind: Option<ProgrammeKind>,
            /// Whose programme it is. An owner is not a funder.
            owner: Option<Party>,
            /// The programme that it is a part of, such as the programme of a call.
            part_of: Option<ProgrammeId>,
            /// When it runs.
            period: Option<Period>,
            /// The fund that it is fed from, by its short code: ERDF, IPA III.
            fund: Option<Label>,
        }
    }
}
