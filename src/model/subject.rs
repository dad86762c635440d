use super::{
    ActivityId, CooperationId, NetworkId, OrganizationId, ParticipationId, PolicyInstrumentId, ProgrammeId,
    ProjectId,
};

choice! {
    /// What a goal, an activity, a barrier or a funding is of, or what something is about.
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
