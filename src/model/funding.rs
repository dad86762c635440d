use super::{Party, ProgrammeId, Subject};
use crate::values::{Decimal, FundingKind, FundingStatus, Money, PartialDate, Period, Text};

record! {
    /// Money for something or somebody (360Giving: Grant; schema.org: `MonetaryGrant`).
    ///
    /// Here a `programme` means that the money comes from it. At least one of `of` and `recipient` is present. What the
    /// sources do not say, such as the amount, is absent, and absent is not zero.
    ///
    /// # Examples
    ///
    /// ```
    /// use cooperation::{Dataset, Funding, FundingId, FundingKind, Index, Money, OrganizationId, Party, ProjectId, Subject};
    ///
    /// let foundation = Party::from(OrganizationId::new("well-street")?);
    /// let mut grant = Funding::new(FundingId::new("grant")?);
    /// grant.funder = Some(foundation.clone());
    /// grant.of = Some(Subject::from(ProjectId::new("fairfield")?));
    /// grant.kind = Some(FundingKind::Grant);
    /// grant.amount = Some(Money::parse("75000", "GBP")?);
    ///
    /// let mut dataset = Dataset::default();
    /// dataset.push(grant);
    /// let index = Index::new(&dataset);
    /// assert_eq!(index.funding_by(&foundation).count(), 1);
    /// assert_eq!(index.money_by(&foundation)?[0].totals.to_string(), "75000 GBP");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
