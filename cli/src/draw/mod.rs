//! What `map` and `timeline` share: the map and the timeline of a dataset, as SVG, Mermaid or DOT.
//!
//! The same dataset gives the same bytes. Nothing of a dataset becomes markup: ids are not written at all, and names go
//! through one door for each format, in `text`.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "coordinates of a picture are small, and places come from the lists that they point into"
)]

mod build;
mod builder;
mod course;
mod gantt;
mod graph;
mod layout;
mod map;
mod measures;
mod order;
mod plan;
mod say;
mod style;
mod svg;
#[cfg(test)]
#[expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test that stumbles is a test that fails"
)]
mod tests;
mod text;
mod timeline;
mod words;

use crate::output;
use crate::reader::{InLanguage, Reader, load, say};
use clap::{Args, ValueEnum};
use cooperation::Kind;
use std::error::Error;
use std::path::PathBuf;

pub use graph::Graph;

/// What is drawn, and how.
#[derive(Args)]
pub(crate) struct Options {
    /// The dataset; without it, the documented one.
    pub(crate) file: Option<PathBuf>,
    /// Writes to this file in place of standard output.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// What is written.
    #[arg(long, value_enum, default_value_t = Format::Svg)]
    format: Format,
    /// Draws only what is near the record with this id. KIND/ID, such as project/feva, where records of several kinds
    /// have the id.
    #[arg(long, value_name = "ID")]
    focus: Option<String>,
    /// How many lines away from the focus something may be.
    #[arg(long, value_name = "N", default_value_t = 2, requires = "focus")]
    depth: usize,
    #[command(flatten)]
    shown: InLanguage,
}

/// The format of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[non_exhaustive]
pub enum Format {
    /// A picture, light or dark as its reader likes it.
    Svg,
    /// A diagram in words, which many web pages draw.
    Mermaid,
    /// A graph for Graphviz.
    Dot,
}

/// What a map has boxes for only where it is asked for.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum More {
    /// What is done, by whom and to what end.
    Activities,
    /// What stands in the way.
    Barriers,
}

impl Options {
    /// Draws with one of the two functions below, and writes.
    pub(crate) fn run(
        &self,
        with: &[More],
        draw: impl Fn(&Reader, &Graph, Format) -> String,
    ) -> Result<(), Box<dyn Error>> {
        let with: Vec<Kind> = with
            .iter()
            .map(|more| match more {
                More::Activities => Kind::Activity,
                More::Barriers => Kind::Barrier,
            })
            .collect();
        let dataset = load(self.file.as_deref())?;
        let reader = Reader::new(&dataset, self.shown.lang.as_str());
        let whole = Graph::with(&reader, &with);
        let graph = match &self.focus {
            Some(id) => whole.near(id, self.depth)?,
            None => whole,
        };
        let drawn = draw(&reader, &graph, self.format);
        match &self.out {
            Some(file) => {
                Ok(output::write(file, self.file.as_slice(), |out| out.write_all(drawn.as_bytes()))?)
            }
            None => Ok(say(&drawn)?),
        }
    }
}

/// Draws who cooperates with whom.
#[must_use]
pub fn map(reader: &Reader, graph: &Graph, format: Format) -> String {
    match format {
        Format::Svg => map::svg(reader, graph),
        Format::Mermaid => words::mermaid(graph),
        Format::Dot => words::dot(graph),
    }
}

/// Draws when projects and memberships were going on.
#[must_use]
pub fn timeline(reader: &Reader, graph: &Graph, format: Format) -> String {
    let timeline = timeline::Timeline::new(reader, graph);
    match format {
        Format::Svg => timeline.svg(),
        Format::Mermaid => gantt::mermaid(&timeline),
        Format::Dot => gantt::dot(&timeline),
    }
}
