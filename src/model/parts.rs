//! Parts that records of several kinds have.

use super::Party;
use crate::values::{Decimal, Label, Period, SameAsBasis, Text};

object! {
    /// An identifier of a record in a scheme that others keep (Popolo: Identifier).
    pub struct Identifier {
        required {
            /// The scheme: its code in org-id.guide, such as NO-BRC, or its web address.
            scheme: Label,
            /// The identifier, as the scheme writes it.
            value: Label,
        }
        optional {}
    }
}

object! {
    /// A code of a list that several publishers share, or a keyword, such as an Interreg specific objective.
    pub struct Classification {
        required {}
        optional {
            /// The list: its name or web address.
            scheme: Option<Label>,
            /// The code, as the list writes it.
            code: Option<Label>,
            /// What the code means, or the keyword.
            title: Option<Text>,
            /// How much of the record it applies to, in per cent.
            share: Option<Decimal>,
        }
    }
}

object! {
    /// A name that a record also has or had (Popolo: other names).
    pub struct OtherName {
        required {
            /// The name.
            name: Text,
        }
        optional {
            /// When it was in use.
            period: Option<Period>,
        }
    }
}

object! {
    /// That a record and another may be of one body, and how sure that is.
    pub struct SameAs {
        required {
            /// The other.
            party: Party,
            /// How sure it is: stated, implied, or left open by the sources.
            basis: SameAsBasis,
        }
        optional {
            /// Why they may be one, or why it is open.
            reason: Option<Text>,
        }
    }
}
