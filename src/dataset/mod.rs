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

/// Text of the documented dataset, on how Mikrofinans Norge works with partners in the Nordic countries and in Europe.
///
/// The program `cooperation` shows it if no file is named, and the examples load it from `examples/data/`.
///
/// # Examples
///
/// ```
/// use cooperation::{Dataset, dataset::DOCUMENTED};
///
/// let dataset = Dataset::from_json(DOCUMENTED)?;
/// assert!(dataset.validate().is_valid());
/// # Ok::<(), cooperation::Error>(())
/// ```
pub const DOCUMENTED: &str = include_str!("../../examples/data/microfinance-norway.json");
