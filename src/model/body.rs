use super::{NetworkId, OrganizationId, Party};
use cooperation_derive::Choice;

/// A body that parties can join and leave, and that can have units: an organization or a network.
///
/// # Examples
///
/// ```
/// use cooperation::{Body, NetworkId, Party};
///
/// let body = Body::from(NetworkId::new("emn")?);
/// assert_eq!(serde_json::to_string(&body)?, r#"{"network":"emn"}"#);
/// assert_eq!(Party::from(body), Party::from(NetworkId::new("emn")?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Choice)]
#[choice(reference)]
#[non_exhaustive]
pub enum Body {
    /// Organization, referred to by its id.
    Organization(OrganizationId),
    /// Network, referred to by its id.
    Network(NetworkId),
}

impl From<Body> for Party {
    fn from(body: Body) -> Self {
        match body {
            Body::Organization(id) => Self::Organization(id),
            Body::Network(id) => Self::Network(id),
        }
    }
}
