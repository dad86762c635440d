use super::{
    ActivityId, Body, CooperationId, GoalId, GroupId, NetworkId, OrganizationId, ParticipationId, Party,
    PolicyInstrumentId, ProgrammeId, ProjectId,
};
use cooperation_derive::Choice;

/// The subject of a goal, activity, barrier or funding record, or the topic of a record.
///
/// # Examples
///
/// ```
/// use cooperation::{NetworkId, Party, ProjectId, Subject};
///
/// let subject = Subject::from(ProjectId::new("fairfield")?);
/// assert_eq!(serde_json::to_string(&subject)?, r#"{"project":"fairfield"}"#);
///
/// let emn = NetworkId::new("emn")?;
/// assert_eq!(Subject::from(Party::from(emn.clone())), Subject::from(emn));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Choice)]
#[choice(reference)]
#[non_exhaustive]
pub enum Subject {
    /// Network, referred to by its id.
    Network(NetworkId),
    /// Organization, referred to by its id.
    Organization(OrganizationId),
    /// Group, referred to by its id.
    Group(GroupId),
    /// Programme, referred to by its id.
    Programme(ProgrammeId),
    /// Project, referred to by its id.
    Project(ProjectId),
    /// Participation of a party in a project, referred to by its id.
    Participation(ParticipationId),
    /// Activity, referred to by its id.
    Activity(ActivityId),
    /// Cooperation, referred to by its id.
    Cooperation(CooperationId),
    /// Policy instrument, referred to by its id.
    PolicyInstrument(PolicyInstrumentId),
    /// Goal, referred to by its id.
    Goal(GoalId),
}

impl From<Party> for Subject {
    fn from(party: Party) -> Self {
        match party {
            Party::Organization(id) => Self::Organization(id),
            Party::Network(id) => Self::Network(id),
            Party::Group(id) => Self::Group(id),
        }
    }
}

impl From<Body> for Subject {
    fn from(body: Body) -> Self {
        Party::from(body).into()
    }
}
