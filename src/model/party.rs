use super::{GroupId, NetworkId, OrganizationId};
use crate::values::Kind;

choice! {
    /// Whoever can take part: an organization, a network or a group.
    ///
    /// # Examples
    ///
    /// ```
    /// use cooperation::{NetworkId, Party};
    ///
    /// let party = Party::from(NetworkId::new("emn")?);
    /// assert_eq!(serde_json::to_string(&party)?, r#"{"network":"emn"}"#);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub enum Party {
        /// An organization, by its id.
        "organization" => Organization(OrganizationId),
        /// A network, by its id.
        "network" => Network(NetworkId),
        /// A group, by its id.
        "group" => Group(GroupId),
    }
}

impl Party {
    /// The kind of the record that it refers to, and its id.
    #[must_use]
    pub fn key(&self) -> (Kind, &str) {
        match self {
            Self::Organization(id) => (Kind::Organization, id.as_str()),
            Self::Network(id) => (Kind::Network, id.as_str()),
            Self::Group(id) => (Kind::Group, id.as_str()),
        }
    }
}
