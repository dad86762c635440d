use super::{NetworkId, OrganizationId, PlaceId, PolicyInstrumentId, ProgrammeId, ProjectId};
use cooperation_derive::Choice;

/// A reference to a record that can be the target of a relation: a place, organization, network, programme, project or
/// policy instrument.
///
/// # Examples
///
/// ```
/// use cooperation::{ProjectId, model::NamedRecord};
///
/// let record = NamedRecord::from(ProjectId::new("fairfield")?);
/// assert_eq!(serde_json::to_string(&record)?, r#"{"project":"fairfield"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Choice)]
#[choice(reference)]
#[non_exhaustive]
pub enum NamedRecord {
    /// Place, referred to by its id.
    Place(PlaceId),
    /// Organization, referred to by its id.
    Organization(OrganizationId),
    /// Network, referred to by its id.
    Network(NetworkId),
    /// Programme, referred to by its id.
    Programme(ProgrammeId),
    /// Project, referred to by its id.
    Project(ProjectId),
    /// Policy instrument, referred to by its id.
    PolicyInstrument(PolicyInstrumentId),
}
