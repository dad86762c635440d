//! Datasets and their record lines.

mod diff;
mod document;
mod header;
mod line;
mod merge;
mod per_kind;
mod records;

pub use diff::{Change, ChangedRecord, Difference, RecordKey};
pub use document::Dataset;
pub use header::Header;
pub use line::RecordLine;
pub use merge::{Collision, Merged};
pub(crate) use per_kind::PerKind;
pub use records::{Listed, RecordRef};
