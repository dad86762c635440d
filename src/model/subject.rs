use super::{
    ActivityId, CooperationId, NetworkId, OrganizationId, ParticipationId, Party, PolicyInstrumentId,
    ProgrammeId, ProjectId,
};
use crate::reflect::ValueError;
use crate::values::Kind;
use cooperation_derive::Choice;
use std::cmp::Ordering;

/// What a goal, an activity, a barrier or a funding is of, or what something is about.
///
/// # Examples
///
/// ```
/// use cooperation::{ProjectId, Subject};
///
/// let subject = Subject::from(ProjectId::new("fairfield")?);
/// assert_eq!(serde_json::to_string(&subject)?, r#"{"project":"fairfield"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Choice)]
#[non_exhaustive]
pub enum Subject {
    /// A network, by its id.
    Network(NetworkId),
    /// A programme, by its id.
    Programme(ProgrammeId),
    /// A project, by its id.
    Project(ProjectId),
    /// One party's part in a project, by its id.
    Participation(ParticipationId),
    /// An activity, by its id.
    Activity(ActivityId),
    /// A cooperation, by its id.
    Cooperation(CooperationId),
    /// A policy instrument, by its id.
    PolicyInstrument(PolicyInstrumentId),
    /// An organization, by its id.
    Organization(OrganizationId),
}

impl Subject {
    /// The subject whose kind and id these are: the other way round from [`key`](Subject::key).
    ///
    /// # Errors
    /// When a record of this kind is no subject, or the text is no id.
    pub fn from_key(kind: Kind, id: &str) -> Result<Self, ValueError> {
        match kind {
            Kind::Network => id.parse().map(Self::Network),
            Kind::Programme => id.parse().map(Self::Programme),
            Kind::Project => id.parse().map(Self::Project),
            Kind::Participation => id.parse().map(Self::Participation),
            Kind::Activity => id.parse().map(Self::Activity),
            Kind::Cooperation => id.parse().map(Self::Cooperation),
            Kind::PolicyInstrument => id.parse().map(Self::PolicyInstrument),
            Kind::Organization => id.parse().map(Self::Organization),
            _ => Err(ValueError::new(
                "subject",
                kind.as_str(),
                "expected one of: network, programme, project, participation, activity, cooperation, \
                 policy_instrument, organization",
            )),
        }
    }

    /// The kind of the record that it refers to, and its id.
    #[must_use]
    pub fn key(&self) -> (Kind, &str) {
        match self {
            Self::Network(id) => (Kind::Network, id.as_str()),
            Self::Programme(id) => (Kind::Programme, id.as_str()),
            Self::Project(id) => (Kind::Project, id.as_str()),
            Self::Participation(id) => (Kind::Participation, id.as_str()),
            Self::Activity(id) => (Kind::Activity, id.as_str()),
            Self::Cooperation(id) => (Kind::Cooperation, id.as_str()),
            Self::PolicyInstrument(id) => (Kind::PolicyInstrument, id.as_str()),
            Self::Organization(id) => (Kind::Organization, id.as_str()),
        }
    }
}

/// An organization or a network is a party and a subject; a group is no subject.
///
/// ```
/// use cooperation::{NetworkId, Party, Subject};
///
/// let emn = NetworkId::new("emn")?;
/// assert_eq!(Subject::try_from(Party::from(emn.clone()))?, Subject::from(emn));
/// # Ok::<(), cooperation::ValueError>(())
/// ```
impl TryFrom<Party> for Subject {
    type Error = ValueError;

    fn try_from(party: Party) -> Result<Self, ValueError> {
        match party {
            Party::Organization(id) => Ok(Self::Organization(id)),
            Party::Network(id) => Ok(Self::Network(id)),
            Party::Group(id) => Err(ValueError::new("subject", id.as_str(), "a group cannot be one")),
        }
    }
}

impl PartialOrd for Subject {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// By kind, in the order of the lists of a document, then by id: as their keys.
impl Ord for Subject {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key().cmp(&other.key())
    }
}
