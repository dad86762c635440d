//! The document that holds the records.

mod document;
mod merge;

pub use document::{Dataset, Header, RecordLine};
pub use merge::{Collision, Merged};
