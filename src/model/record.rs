use super::{Classification, Evidence, Identifier};
use crate::values::{Extensions, Id, Identified, Link, Text, Walk};

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

    /// What it is, in sentences.
    fn description(&self) -> Option<&Text>;

    /// Links that belong to it.
    fn links(&self) -> &[Link];

    /// Its identifiers in schemes that others keep.
    fn identifiers(&self) -> &[Identifier];

    /// Codes and keywords of shared lists that apply to it.
    fn classifications(&self) -> &[Classification];

    /// The passages of sources that it rests on.
    fn evidence(&self) -> &[Evidence];

    /// Data of one's own.
    fn extensions(&self) -> &Extensions;
}

/// A kind of record: an object with an id, and with the members that all records have.
///
/// `named` records also have a name, an acronym and other names; for the others `called` tells which member, if any, says
/// what the record is called.
macro_rules! record {
    (
        $(#[$($meta:tt)*])*
        pub struct $name:ident $title:literal $id:ident named {
            optional { $($optional:tt)* }
        }
    ) => {
        record! {
            $(#[$($meta)*])*
            pub struct $name $title $id called name {
                required {
                    /// What it is called, in each language in which it has a name.
                    name: $crate::values::Text,
                }
                optional {
                    /// Its acronym, the same in every language.
                    acronym: Option<$crate::values::Label>,
                    /// Names that it also has or had (Popolo: other names).
                    other_names: $crate::values::List<$crate::model::OtherName>,
                    $($optional)*
                }
            }
        }
    };
    (
        $(#[$($meta:tt)*])*
        pub struct $name:ident $title:literal $id:ident $(called $label:ident)? {
            required { $($required:tt)* }
            optional { $($optional:tt)* }
        }
    ) => {
        object! {
            $(#[$($meta)*])*
            pub struct $name {
                required {
                    /// The id of the record, unique among the records of its kind.
                    id: $id,
                    $($required)*
                }
                optional {
                    $($optional)*
                    /// What it is, in sentences.
                    description: Option<$crate::values::Text>,
                    /// Links that belong to it.
                    links: $crate::values::List<$crate::values::Link>,
                    /// Its identifiers in schemes that others keep, such as a register of companies.
                    identifiers: $crate::values::List<$crate::model::Identifier>,
                    /// Codes and keywords of shared lists that apply to it.
                    classifications: $crate::values::List<$crate::model::Classification>,
                    /// The passages of sources that it rests on.
                    evidence: $crate::values::List<$crate::model::Evidence>,
                    /// Data of one's own beside what the format defines.
                    extensions: $crate::values::Extensions,
                }
            }
        }

        #[doc = concat!("The id of one ", $title, ".")]
        pub type $id = $crate::values::Id<$name>;

        impl $crate::values::Named for $name {
            const ID: $crate::shape::StringShape = $crate::values::id_shape(
                stringify!($id),
                concat!($title, " id"),
                concat!(
                    "The id of one ", $title, ": a letter A-Z or a-z or a digit, then letters, digits and . _ : / ~ -. ",
                    "Unique among the records of its kind in a dataset."
                ),
                $crate::shape::Reference::to::<$id>(),
            );
        }

        impl $crate::values::Identified for $name {
            const KIND: $crate::values::Kind = $crate::values::Kind::$name;
        }

        impl $crate::model::Record for $name {
            fn id(&self) -> &$id {
                &self.id
            }

            fn label(&self) -> Option<&$crate::values::Text> {
                None$(.or((&self.$label).into()))?
            }

            fn description(&self) -> Option<&$crate::values::Text> {
                self.description.as_ref()
            }

            fn links(&self) -> &[$crate::values::Link] {
                &self.links
            }

            fn identifiers(&self) -> &[$crate::model::Identifier] {
                &self.identifiers
            }

            fn classifications(&self) -> &[$crate::model::Classification] {
                &self.classifications
            }

            fn evidence(&self) -> &[$crate::model::Evidence] {
                &self.evidence
            }

            fn extensions(&self) -> &$crate::values::Extensions {
                &self.extensions
            }
        }
    };
}
