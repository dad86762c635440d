use super::{GroupId, NetworkId, OrganizationId};

choice! {
    /// Whoever can take part: an organization, a network or a group.
    pub enum Party {
        /// An organization, by its id.
        "organization" => Organization(OrganizationId),
        /// A network, by its id.
        "network" => Network(NetworkId),
        /// A group, by its id.
        "group" => Group(GroupId),
    }
}
