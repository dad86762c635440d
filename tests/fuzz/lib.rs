//! What the fuzz targets run. The tests run the same over the committed corpus.

pub mod bodies;
pub mod drawing;
mod made;
pub mod page;
mod sealed;
