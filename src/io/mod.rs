//! Bytes in and out: documents, record lines, limits, and where in a text a fault stands.

mod encoding;
mod error;
mod fault;
mod limits;
mod lines;
mod loose;
mod members;
mod place;
mod read;
mod seek;
mod words;
mod write;

pub use error::Error;
pub use fault::{Fault, FaultKind};
pub use limits::Limits;
pub use lines::RecordLines;
pub use place::{Location, locate};
pub use read::ReadOptions;
#[cfg(feature = "threesixtygiving")]
pub(crate) use read::{foreign, misshapen};
pub use write::write_lines;
