use super::{Classification, Evidence, Identifier, Party, ProjectId, Subject};
use crate::values::{Extensions, Id, Link, List, Money, ParticipationRole, Period, Text};
use cooperation_derive::Record;

/// That a party takes part in a project, and as what.
///
/// Being a partner is stated here, one record for each partner. It can be the subject of goals of its own: what one
/// partner aims at in its part of the project.
///
/// # Examples
///
/// ```
/// use cooperation::{Money, OrganizationId, Participation, ParticipationId, ParticipationRole, ProjectId};
///
/// let (trust, blue) = (OrganizationId::new("trust")?, ProjectId::new("blue")?);
/// let mut part = Participation::new(ParticipationId::new("trust-in-blue")?, trust, blue);
/// part.role = Some(ParticipationRole::LeadPartner);
/// part.budget = Some(Money::parse("412500.50", "EUR")?);
/// # Ok::<(), cooperation::ValueError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[record(title = "participation")]
#[non_exhaustive]
pub struct Participation {
    /// The id of the record, unique among the records of its kind.
    pub id: ParticipationId,
    /// Who takes part.
    pub party: Party,
    /// In which project.
    pub project: ProjectId,
    /// As what.
    pub role: Option<ParticipationRole>,
    /// Through whom the party came to take part.
    pub via: Option<Party>,
    /// What its part is about, such as the policy instrument that it improves.
    pub about: List<Subject>,
    /// When it took part.
    pub period: Option<Period>,
    /// Its part of the budget.
    pub budget: Option<Money>,
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

/// The id of one participation.
pub type ParticipationId = Id<Participation>;
