use super::{Classification, Evidence, Identifier, Party, PlaceId, ProgrammeId, Subject};
use crate::values::{
    Decimal, Extensions, FundingKind, FundingStatus, Id, Link, List, Money, PartialDate, Period, Text,
};
use cooperation_derive::Record;

/// Money for a subject or a recipient (360Giving: grant; IATI: transaction; schema.org: `MonetaryGrant`).
///
/// Record every payer with a funding record, even without an amount. Costs without a payer and a recipient are a
/// `budget`. At least one of `of` and `recipient` is required. Leave out what the sources do not state, such as the
/// amount: absent is not zero.
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
#[derive(Debug, PartialEq, Eq, Hash, Record)]
#[record(title = "funding", label = title)]
#[non_exhaustive]
pub struct Funding {
    /// Identifier of the record, unique among the records of its kind.
    pub id: FundingId,
    /// Title of the award or payment, such as the name of a grant.
    pub title: Option<Text>,
    /// Project, organization or other record that the money is for. Only one, so that the money is not counted twice.
    pub of: Option<Subject>,
    /// Programme or call that the money comes from (360Giving: grant programme).
    pub programme: Option<ProgrammeId>,
    /// Party that pays the money, such as a foundation (360Giving: funding org; IATI: provider).
    pub funder: Option<Party>,
    /// Party that receives the money (360Giving: recipient org; IATI: receiver).
    pub recipient: Option<Party>,
    /// Form of the money, such as grant, loan or in kind.
    pub kind: Option<FundingKind>,
    /// Payment stage, such as requested, committed (360Giving: awarded) or disbursed.
    pub status: Option<FundingStatus>,
    /// Amount of money, exact, in one currency (360Giving: amount awarded).
    pub amount: Option<Money>,
    /// Share of the subject's total budget, in per cent, such as 60.
    pub share: Option<Decimal>,
    /// Date of the award, the commitment or the payment (360Giving: award date; IATI: transaction date).
    pub date: Option<PartialDate>,
    /// Period that the money covers, as last known (360Giving: actual dates).
    pub period: Option<Period>,
    /// Planned period (360Giving: planned dates), if the source calls it planned or it differs from `period`.
    pub planned: Option<Period>,
    /// Places that benefit from the money (360Giving: beneficiary location).
    pub places: List<PlaceId>,
    /// Funding record of the same payer of which this one is a part: an instalment, or one recipient's share.
    pub part_of: Option<FundingId>,
    /// Funding record whose recipient passes this money on (regranting, sub-grant). Sums count the money once.
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
