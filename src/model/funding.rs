use super::{Classification, Evidence, Identifier, Party, ProgrammeId, Subject};
use crate::values::{
    Decimal, Extensions, FundingKind, FundingStatus, Id, Link, List, Money, PartialDate, Period, Text,
};
use cooperation_derive::Record;

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
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[record(title = "funding", label = title)]
#[non_exhaustive]
pub struct Funding {
    /// The id of the record, unique among the records of its kind.
    pub id: FundingId,
    /// What it is called.
    pub title: Option<Text>,
    /// What the money is for.
    pub of: Option<Subject>,
    /// The programme that the money comes from.
    pub programme: Option<ProgrammeId>,
    /// Who gives it.
    pub funder: Option<Party>,
    /// Who receives it.
    pub recipient: Option<Party>,
    /// What kind of money it is.
    pub kind: Option<FundingKind>,
    /// How far it has come.
    pub status: Option<FundingStatus>,
    /// How much it is.
    pub amount: Option<Money>,
    /// How much it is in per cent of the whole budget of what it is for.
    pub share: Option<Decimal>,
    /// When it was awarded, committed or paid.
    pub date: Option<PartialDate>,
    /// The time that it is meant for.
    pub period: Option<Period>,
    /// The funding that it is a part of, such as the grant of an instalment.
    pub part_of: Option<FundingId>,
    /// What it is, in sentences.
    pub description: Option<Text>,
    /// Links that belong to it.
    pub links: List<Link>,
    /// Its identifiers in schemes that others keep, such as a register of companies.
    pub identifiers: List<Identifier>,
    /// Codes and keywords of shared lists that apply to it.
    pub classifications: List<Classification>,
    /// The passages of sources that it rests on.
    pub evidence: List<Evidence>,
    /// Data of one's own beside what the format defines.
    pub extensions: Extensions,
}

/// The id of one funding.
pub type FundingId = Id<Funding>;
