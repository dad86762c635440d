use super::{Party, ProgrammeId, Subject};
use crate::values::{Decimal, FundingKind, FundingStatus, Money, PartialDate, Period, Text};

record! {
    /// Money for something or somebody (360Giving: Grant; schema.org: `MonetaryGrant`).
    ///
    /// Here a `programme` means that the money comes from it. At least one of `of` and `recipient` is present. What the
    /// sources do not say, such as the amount, is absent, and absent is not zero.
    pub struct Funding "funding" FundingId called title {
        required {}
        optional {
            /// What it is called.
            title: Option<Text>,
            /// What the money is for.
            of: Option<Subject>,
            /// The programme that the money comes from.
            programme: Option<ProgrammeId>,
            /// Who gives it.
            funder: Option<Party>,
            /// Who receives it.
            recipient: Option<Party>,
            /// What kind of money it is.
            kind: Option<FundingKind>,
            /// How far it has come.
            status: Option<FundingStatus>,
            /// How much it is.
            amount: Option<Money>,
            /// How much it is in per cent of the whole budget of what it is for.
            share: Option<Decimal>,
            /// When it was awarded, committed or paid.
            date: Option<PartialDate>,
            /// The time that it is meant for.
            period: Option<Period>,
            /// The funding that it is a part of, such as the grant of an instalment.
            part_of: Option<FundingId>,
        }
    }
}
