//! Conversion from and to other formats, each behind a feature. A conversion reports everything that did not fit as
//! [`Misfit`]s, and drops nothing silently.
//!
//! | module | format | feature |
//! |---|---|---|
//! | `cordis` | CORDIS dumps of EU research projects, read | `csv` |
//! | `csv` | tables for spreadsheets, read and written without loss | `csv` |
//! | `gexf` | graphs for Gephi, written | `gexf` |
//! | `iati` | IATI activities and organisation files, read | `iati` |
//! | `schema_org` | JSON-LD with the vocabulary of schema.org, written | `schema_org` |
//! | `threesixtygiving` | 360Giving packages of grants, read and written without loss | `threesixtygiving` |

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
