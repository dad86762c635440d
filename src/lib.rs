//! Typed domain models for cooperation networks, projects, goals and funding.

mod json;
#[macro_use]
mod shape;
#[macro_use]
mod values;
mod dataset;
mod io;
mod model;
#[cfg(feature = "schema")]
pub mod schema;

pub use dataset::{Collision, Dataset, Header, Merged, RecordLine};
pub use io::{Error, Fault, FaultKind, Limits, Location, ReadOptions, RecordLines, locate, write_lines};
pub use model::*;
pub use shape::{Path, ValueError};
pub use values::*;
