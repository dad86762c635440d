//! Reading and writing of documents and record lines, limits, and the locations of faults.

mod edits;
mod encoding;
mod error;
mod fault;
mod lines;
mod location;
mod options;
mod read;
mod write;

pub use crate::json::{Edit, FaultKind, Limits};
pub use edits::{Edited, apply_edits, locate_edits};
#[cfg(feature = "iati")]
pub(crate) use encoding::other_encoding;
pub use error::Error;
pub use fault::Fault;
pub use lines::RecordLines;
pub use location::{Location, locate};
pub use options::ReadOptions;
#[cfg(feature = "threesixtygiving")]
pub(crate) use read::{foreign, misshapen};
pub use write::write_lines;
