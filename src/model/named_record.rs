use super::{NetworkId, OrganizationId, PlaceId, PolicyInstrumentId, ProgrammeId, ProjectId};
use cooperation_derive::Choice;

/// A record that has a name of its own, and that others can be related to.
///
/// # Examples
///
/// ```
/// use cooperation::{NamedRecord, ProjectId};
///
/// let record = NamedRecord::from(ProjectId::new("fairfield")?);
/// assert_eq!(serde_json::to_string(&record)?, r#"{"project":"fairfield"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Choice)]
#[choice(reference)]
#[non_exhaustive]
pub enum NamedRecord {
    /// Place, by its id.
    Place(PlaceId),
    /// Organization, by its id.
    Organization(OrganizationId),
    /// Network, by its id.
    Network(NetworkId),
    /// Programme, by its id.
    Programme(ProgrammeId),
    /// Project, by its id.
    Project(ProjectId),
    /// Policy instrument, by its id.
    PolicyInstrument(PolicyInstrumentId),
}
