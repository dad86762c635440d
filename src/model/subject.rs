use super::{
    ActivityId, CooperationId, NetworkId, OrganizationId, ParticipationId, PolicyInstrumentId, ProgrammeId,
    ProjectId,
};
use crate::values::Kind;

choice! {
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
    pub enum Subject {
        /// A network, by its id.
        "network" => Network(NetworkId),
        /// A programme, by its id.
        "programme" => Programme(ProgrammeId),
        /// A project, by its id.
        "project" => Project(ProjectId),
        /// One party's part in a project, by its id.
        "participation" => Participation(ParticipationId),
        /// An activity, by its id.
        "activity" => Activity(ActivityId),
        /// A cooperation, by its id.
        "cooperation" => Cooperation(CooperationId),
        /// A policy instrument, by its id.
        "policy_instrument" => PolicyInstrument(PolicyInstrumentId),
        /// An organization, by its id.
        "organization" => Organization(OrganizationId),
    }
}

impl Subject {
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
