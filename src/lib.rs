//! Typed domain models for cooperation networks, projects, goals and funding.

mod json;
#[macro_use]
mod shape;
#[macro_use]
mod values;
mod dataset;
mod model;
pub mod schema;

pub use dataset::{Collision, Dataset, Header, Merged, RecordLine};
pub use model::*;
pub use shape::{Path, ValueError};
pub use values::*;
