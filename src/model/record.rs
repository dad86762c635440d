use super::{Classification, Evidence, Identifier, Related};
use crate::values::{Extensions, Id, Identified, Link, PartialDate, Text, Walk};

/// What every record has in common.
///
/// The fifteen kinds of record implement it, and no other type can:
///
/// ```compile_fail,E0277
/// struct Mine;
/// impl cooperation::Identified for Mine {
///     const KIND: cooperation::Kind = cooperation::Kind::Project;
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
    /// Its id, unique among the records of its kind.
    fn id(&self) -> &Id<Self>;

    /// What it is called: its name, title or statement. Some kinds have none.
    fn label(&self) -> Option<&Text>;

    /// Returns the relations to other records that it states. Kinds without a name of their own have none.
    fn related(&self) -> &[Related];

    /// What it is, in sentences.
    fn description(&self) -> Option<&Text>;

    /// Links that belong to it.
    fn links(&self) -> &[Link];

    /// Its identifiers in schemes that others keep.
    fn identifiers(&self) -> &[Identifier];

    /// Codes and keywords of shared lists that apply to it.
    fn classifications(&self) -> &[Classification];

    /// Returns the date on which the publisher last changed it.
    fn modified(&self) -> Option<PartialDate>;

    /// The passages of sources that it rests on.
    fn evidence(&self) -> &[Evidence];

    /// Data of one's own.
    fn extensions(&self) -> &Extensions;
}
