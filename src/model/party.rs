use super::{GroupId, NetworkId, OrganizationId};
use cooperation_derive::Choice;

/// A party: an organization, a network or a group.
///
/// # Examples
///
/// ```
/// use cooperation::{RecordKind, NetworkId, Party};
///
/// let party = Party::from(NetworkId::new("emn")?);
/// assert_eq!(serde_json::to_string(&party)?, r#"{"network":"emn"}"#);
/// assert_eq!(Party::from_key(RecordKind::Network, "emn")?, party);
/// assert!(Party::from_key(RecordKind::Project, "atm").is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Choice)]
#[choice(reference)]
#[non_exhaustive]
pub enum Party {
    /// Organization, referred to by its id.
    Organization(OrganizationId),
    /// Network, referred to by its id.
    Network(NetworkId),
    /// Group, referred to by its id.
    Group(GroupId),
}
