//! Other people's formats, each behind a feature of its own. A conversion says what did not fit, and drops nothing
//! silently.

mod converted;
#[cfg(feature = "csv")]
pub mod cordis;
#[cfg(feature = "csv")]
pub mod csv;
#[cfg(feature = "gexf")]
pub mod gexf;
#[cfg(feature = "iati")]
pub mod iati;
#[cfg(any(feature = "csv", feature = "iati", feature = "threesixtygiving"))]
mod ids;
mod misfit;
mod misfit_kind;
#[cfg(any(
    feature = "csv",
    feature = "gexf",
    feature = "iati",
    feature = "schema_org",
    feature = "threesixtygiving"
))]
mod misfits;
#[cfg(feature = "schema_org")]
pub mod schema_org;
#[cfg(feature = "threesixtygiving")]
pub mod threesixtygiving;
#[cfg(any(
    feature = "csv",
    feature = "gexf",
    feature = "iati",
    feature = "schema_org",
    feature = "threesixtygiving"
))]
mod tree;

pub use converted::Converted;
pub use misfit::Misfit;
pub use misfit_kind::MisfitKind;
#[cfg(any(feature = "gexf", feature = "iati", feature = "schema_org", feature = "threesixtygiving"))]
use misfits::Misfits;
