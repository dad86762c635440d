use super::{Classification, Evidence, Identifier, Related};
use crate::values::{Extensions, Id, Identified, Link, PartialDate, Text, Walk};

/// The fields that all records have.
///
/// The fifteen kinds of record implement it, and no other type can:
///
/// ```compile_fail,E0277
/// struct Mine;
/// impl cooperation::values::Identified for Mine {
///     const KIND: cooperation::RecordKind = cooperation::RecordKind::Project;
/// }
/// ```
///
/// # Examples
///
/// ```
/// use cooperation::{Project, ProjectId, Record, Text};
///
/// /// The records that no source is quoted for.
/// fn unsupported<T: Record>(records: &[T]) -> Vec<&str> {
///     records.iter().filter(|record| record.evidence().is_empty()).map(|record| record.id().as_str()).collect()
/// }
///
/// let project = Project::new(ProjectId::new("feva")?, Text::new("en", "FEVA")?);
/// assert_eq!(unsupported(&[project]), ["feva"]);
/// # Ok::<(), cooperation::ValueError>(())
/// ```
pub trait Record: Identified + Walk + Clone + Sized {
    /// Returns the id of the record, unique among the records of its kind.
    fn id(&self) -> &Id<Self>;

    /// Returns the name, title or statement of the record. Some kinds have none.
    fn label(&self) -> Option<&Text>;

    /// Returns the relations to other records. Empty for kinds that cannot be related: only places, organizations,
    /// networks, programmes, projects and policy instruments have relations.
    fn related(&self) -> &[Related];

    /// Returns the description of the record.
    fn description(&self) -> Option<&Text>;

    /// Returns the links of the record.
    fn links(&self) -> &[Link];

    /// Returns the identifiers of the record in registers and other schemes.
    fn identifiers(&self) -> &[Identifier];

    /// Returns the codes and keywords that classify the record.
    fn classifications(&self) -> &[Classification];

    /// Returns the date on which the publisher last changed the record.
    fn modified(&self) -> Option<PartialDate>;

    /// Returns the passages of sources that support the record.
    fn evidence(&self) -> &[Evidence];

    /// Returns the custom data of the record.
    fn extensions(&self) -> &Extensions;
}
