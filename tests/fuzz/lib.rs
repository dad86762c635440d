//! What the fuzz targets run. The tests run the same over the committed corpus.

pub mod bodies;
#[path = "../../examples/draw/mod.rs"]
#[expect(dead_code, reason = "files are read and written by the programs alone")]
mod draw;
mod made;
#[path = "../../examples/show/mod.rs"]
#[expect(dead_code, reason = "what is printed by one program alone is not drawn")]
mod show;
