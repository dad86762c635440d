//! The document that holds the records.

mod document;
mod mention;
mod merge;
mod per_kind;

pub use document::{Dataset, Header, RecordLine};
pub(crate) use mention::{Key, Mention};
pub use merge::{Collision, Merged};
pub(crate) use per_kind::PerKind;
