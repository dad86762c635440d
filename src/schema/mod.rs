//! JSON Schemas of the format, for editors, validators and tools in other languages.
//!
//! The schemas are generated from the same definitions as the parser and accept the same documents, except:
//!
//! - The parser rejects duplicate object keys; most JSON parsers in front of a validator drop them silently.
//! - `1.0`, `1e0`, `100e-2`, `-0` and `0e9` are integers in JSON Schema. The parser accepts only whole numbers written
//!   in digits, such as `1`.
//! - The parser rejects `"\ud800"`, an escape of half a character. A validator accepts it if its JSON parser does.
//! - The parser limits the depth of custom data (64 levels) and the size of a document.
//! - Lengths are counted in characters. Validators that count UTF-16 units count an emoji as two.
//! - Validators that use the regular expressions of Python accept a line break at the end of a string, since `$` matches
//!   before it.
//! - Rules about several records, such as references to existing ids, are not in the schema.
//!
//! [`text`] has the finished schemas, and needs no feature. With the feature `schema` (on by default) they can be
//! generated in each flavour ([`Draft`]), and [`of`] returns the schema of any type, such as your own type with
//! records in it:
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
