//! JSON Schema export: what a document may look like, for editors, for validators and for tools in other languages.
//!
//! The schemas come from the same definitions as the readers, and the two agree: what the reader accepts the schema
//! accepts, and the other way round. A schema cannot say everything; these differences are known:
//!
//! - A member that is given twice in one object is refused by the reader. A validator never sees it.
//! - `1.0`, `1e0`, `100e-2`, `-0` and `0e9` are integers in JSON Schema. The reader takes a whole number written in digits
//!   alone, such as `1`.
//! - `"\ud800"`, an escape of half a character, is refused by the reader. A validator sees a string, if its own JSON reader
//!   lets it through.
//! - The reader limits how deep data of one's own may nest (64), and how much it reads in all.
//! - Lengths are counted in characters. A validator that counts UTF-16 units counts an emoji as two.
//! - A validator that takes the regular expressions of Python lets a line break stand at the end of a string that has
//!   room for it, since `$` means so there.
//! - The rules about what records say of each other, such as ids that must be known, are not in the schema.
//!
//! The ready texts stand in [`text`], which needs no feature. With the feature `schema` (on by default) they are made
//! afresh in each flavour ([`Draft`]), and [`of`] gives the schema of any type, such as one of your own that holds records:
//!
//! ```
//! # #[cfg(feature = "schema")] {
//! use cooperation::schema::{self, Draft};
//!
//! let schema = schema::dataset(Draft::Draft2020_12);
//! assert_eq!(schema::to_text(&schema), schema::text::DATASET);
//! # }
//! ```

#[cfg(feature = "schema")]
mod codes;
mod columns;
#[cfg(feature = "schema")]
mod definition;
#[cfg(feature = "schema")]
mod draft;
#[cfg(feature = "schema")]
mod editor;
#[cfg(feature = "schema")]
mod flavour;
#[cfg(feature = "schema")]
mod known;
#[cfg(feature = "schema")]
mod openapi;
#[cfg(feature = "schema")]
mod publish;
#[cfg(feature = "schema")]
mod recipe;
#[cfg(feature = "schema")]
mod report;
#[cfg(feature = "schema")]
mod snippets;
#[cfg(feature = "schema")]
mod strings;
#[cfg(test)]
mod tests;
pub mod text;
#[cfg(feature = "schema")]
mod titles;
#[cfg(feature = "schema")]
mod walk;
#[cfg(feature = "schema")]
mod write;

pub use columns::{Column, Engine, UnknownEngine, columns, table};
#[cfg(feature = "schema")]
pub(crate) use definition::definition;
#[cfg(feature = "schema")]
pub use draft::{Draft, UnknownDraft};
#[cfg(feature = "schema")]
pub use openapi::openapi;
#[cfg(feature = "schema")]
pub use publish::{NAMES, dataset, file_name, named, of, record, record_line, report, with_base};
#[cfg(feature = "schema")]
pub use write::to_text;
