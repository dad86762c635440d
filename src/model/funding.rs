use super::{Classification, Evidence, Identifier, Party, PlaceId, ProgrammeId, Subject};
use crate::values::{
    Decimal, Extensions, FundingKind, FundingStatus, Id, Link, List, Money, PartialDate, Period, Text,
};
use cooperation_derive::Record;

/// Money for a subject or a recipient (360Giving: grant; IATI: transaction; schema.org: `MonetaryGrant`).
///
/// Record every payer as a funding, even without an amount. Costs without a payer and a recipient are a `budget`. At
/// least one of `of` and `recipient` is required. Leave out what the sources do not state, such as the amount: absent
/// is not zero.
///
/// # Examples
///
/// ```
/// use cooperation::{
///     Dataset, Funding, FundingId, Index, Money, OrganizationId, Party, ProjectId, Subject,
///     codes::FundingKind,
/// };
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
#[derive(Clone, Debug, PartialEq, Eq, Hash, Record)]
#[record(title = "funding", label = title)]
#[non_exhaustive]
pub struct Funding {
    /// Identifier of the record, unique among the records of its kind.
    pub id: FundingId,
    /// Title of the funding, such as the name of a grant.
    pub title: Option<Text>,
    /// Subject that the money is for. It is one, since one sum of money must not count twice.
    pub of: Option<Subject>,
    /// Programme or call that the money is booked on.
    pub programme: Option<ProgrammeId>,
    /// Party that pays the money, such as a foundation.
    pub funder: Option<Party>,
    /// Party that receives the money.
    pub recipient: Option<Party>,
    /// Form of the money, such as grant, loan or in kind.
    pub kind: Option<FundingKind>,
    /// Stage of the money, such as requested, committed or disbursed.
    pub status: Option<FundingStatus>,
    /// Amount of money, exact, in one currency.
    pub amount: Option<Money>,
    /// Share of the subject's total budget, in per cent.
    pub share: Option<Decimal>,
    /// Date of the award, the commitment or the payment.
    pub date: Option<PartialDate>,
    /// Period for which the money is actually given.
    pub period: Option<Period>,
    /// Period for which the money was planned, if it differs from the actual one.
    pub planned: Option<Period>,
    /// Places that benefit from the money.
    pub places: List<PlaceId>,
    /// Funding of the same payer that this one is a part of: an instalment, or one recipient's share.
    pub part_of: Option<FundingId>,
    /// Funding whose recipient passes this money on, as in a sub-grant. Sums count the money once.
    pub out_of: Option<FundingId>,
    /// Description of the record, in full sentences.
    pub description: Option<Text>,
    /// Web and mail addresses of the record, such as its website.
    pub links: List<Link>,
    /// Identifiers of the record in registers and other schemes, such as a register of companies.
    pub identifiers: List<Identifier>,
    /// Codes and keywords from shared lists, or from lists of the publisher.
    pub classifications: List<Classification>,
    /// Date on which the publisher last changed the record.
    pub modified: Option<PartialDate>,
    /// Passages of sources that support the record.
    pub evidence: List<Evidence>,
    /// Custom data, keyed by a reverse domain name.
    pub extensions: Extensions,
}

/// The id of a record of kind funding.
pub type FundingId = Id<Funding>;
