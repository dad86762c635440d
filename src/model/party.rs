use super::{GroupId, NetworkId, OrganizationId};
use crate::reflect::ValueError;
use crate::values::Kind;
use cooperation_derive::Choice;
use std::cmp::Ordering;

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
#[derive(Clone, Debug, PartialEq, Eq, Hash, Choice)]
#[non_exhaustive]
pub enum Party {
    /// An organization, by its id.
    Organization(OrganizationId),
    /// A network, by its id.
    Network(NetworkId),
    /// A group, by its id.
    Group(GroupId),
}

impl Party {
    /// The party whose kind and id these are: the other way round from [`key`](Party::key).
    ///
    /// # Errors
    /// When a record of this kind is no party, or the text is no id.
    ///
    /// # Examples
    ///
    /// ```
    /// use cooperation::{Kind, NetworkId, Party};
    ///
    /// assert_eq!(Party::from_key(Kind::Network, "emn")?, Party::from(NetworkId::new("emn")?));
    /// assert!(Party::from_key(Kind::Project, "atm").is_err());
    /// # Ok::<(), cooperation::ValueError>(())
    /// ```
    pub fn from_key(kind: Kind, id: &str) -> Result<Self, ValueError> {
        match kind {
            Kind::Organization => id.parse().map(Self::Organization),
            Kind::Network => id.parse().map(Self::Network),
            Kind::Group => id.parse().map(Self::Group),
            _ => {
                Err(ValueError::new("party", kind.as_str(), "expected one of: organization, network, group"))
            }
        }
    }

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

impl PartialOrd for Party {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// By kind, in the order of the lists of a document, then by id: as their keys.
impl Ord for Party {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key().cmp(&other.key())
    }
}
