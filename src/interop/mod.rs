//! Other people's formats, each behind a feature of its own. A conversion says what did not fit, and drops nothing
//! silently.

mod converted;
#[cfg(feature = "csv")]
pub mod csv;
#[cfg(any(feature = "schema_org", feature = "threesixtygiving"))]
mod misfits;
#[cfg(feature = "schema_org")]
pub mod schema_org;
#[cfg(feature = "threesixtygiving")]
pub mod threesixtygiving;
#[cfg(any(feature = "schema_org", feature = "threesixtygiving"))]
mod tree;

pub use converted::{Converted, Misfit};
#[cfg(any(feature = "schema_org", feature = "threesixtygiving"))]
use misfits::Misfits;
