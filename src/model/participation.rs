use super::{Classification, Evidence, Identifier, Party, PlaceId, ProjectId, Subject};
use crate::values::{
    Extensions, Id, Link, List, Money, PartialDate, ParticipationRole, Period, Status, Text,
};
use cooperation_derive::Record;

/// Participation of a party in a project, with one record for each partner and role.
///
/// A participation can have goals: the aims of one partner in its part of the project. A party that only pays is the
/// funder of a funding record.
///
/// # Examples
///
/// ```
/// use cooperation::{
///     Money, OrganizationId, Participation, ParticipationId, ProjectId, codes::ParticipationRole,
/// };
///
/// let (trust, blue) = (OrganizationId::new("trust")?, ProjectId::new("blue")?);
/// let mut part = Participation::new(ParticipationId::new("trust-in-blue")?, trust, blue);
/// part.role = Some(ParticipationRole::LeadPartner);
/// part.budget = Some(Money::parse("412500.50", "EUR")?);
/// # Ok::<(), cooperation::ValueError>(())
/// ```
#[derive(Debug, PartialEq, Eq, Hash, Record)]
#[record(title = "participation")]
#[non_exhaustive]
pub struct Participation {
    /// Identifier of the record, unique among the records of its kind.
    pub id: ParticipationId,
    /// Party that takes part in the project.
    pub party: Party,
    /// Project that the party takes part in.
    pub project: ProjectId,
    /// Role of the party in the project, such as lead partner, partner or associated partner.
    pub role: Option<ParticipationRole>,
    /// Party through which this party takes part, such as a network that joined on behalf of its members.
    pub via: Option<Party>,
    /// Subjects of the party's own part, such as the policy instrument that it improves.
    pub about: List<Subject>,
    /// Progress status of the participation, such as ongoing or ended.
    pub status: Option<Status>,
    /// Period in which the party took part.
    pub period: Option<Period>,
    /// Place from which the party takes part, if it differs from its seat.
    pub place: Option<PlaceId>,
    /// Budget of the party's own part: what it costs, regardless of who pays.
    pub budget: Option<Money>,
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

/// The id of a record of kind participation.
pub type ParticipationId = Id<Participation>;
