use super::{
    ActivityId, Body, CooperationId, GoalId, GroupId, NetworkId, OrganizationId, ParticipationId, Party,
    PolicyInstrumentId, ProgrammeId, ProjectId,
};
use cooperation_derive::Choice;

/// What a goal, an activity, a barrier or a funding is of, or what a record is about.
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
    /// Network, by its id.
    Network(NetworkId),
    /// Organization, by its id.
    Organization(OrganizationId),
    /// Group, by its id.
    Group(GroupId),
    /// Programme, by its id.
    Programme(ProgrammeId),
    /// Project, by its id.
    Project(ProjectId),
    /// One party's part in a project, by its id.
    Participation(ParticipationId),
    /// Activity, by its id.
    Activity(ActivityId),
    /// Cooperation, by its id.
    Cooperation(CooperationId),
    /// Policy instrument, by its id.
    PolicyInstrument(PolicyInstrumentId),
    /// Goal, by its id.
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
