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
mod condensed;
mod course;
mod drawing;
mod drawn;
mod gantt;
mod graph;
mod layout;
mod map;
mod measures;
mod order;
mod plan;
mod say;
mod sheet;
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
use crate::reader::{Filter, InLanguage, Reader, load, say, say_file};
use clap::{Args, ValueEnum};
use cooperation::RecordKind;
use std::error::Error;
use std::path::PathBuf;

pub use crate::day::Day;
pub use drawing::{Drawing, Paper};
pub(crate) use drawn::Drawn;
pub use graph::Graph;
pub(crate) use graph::plural;
pub(crate) use text::{unescape, xml};

/// What is drawn, and how.
#[derive(Args)]
pub(crate) struct Options {
    /// Dataset [default: the built-in example]
    pub(crate) file: Option<PathBuf>,
    /// Output file [default: standard output]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Format of the output
    #[arg(long, value_enum, default_value_t = Format::Svg)]
    format: Format,
    /// Draws only the surroundings of this record: its id, acronym or name, or KIND/ID, such as project/feva, if records of
    /// several kinds have the id
    #[arg(long, value_name = "RECORD")]
    focus: Option<String>,
    /// Maximum number of links from the record in --focus
    #[arg(long, value_name = "N", default_value_t = 2, requires = "focus")]
    depth: usize,
    /// Fits the picture on a sheet of paper in a readable size; if it is too large, only its most important part
    #[arg(long, value_enum)]
    paper: Option<Paper>,
    #[command(flatten)]
    day: Day,
    #[command(flatten)]
    filter: Filter,
    #[command(flatten)]
    shown: InLanguage,
}

/// The format of a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
#[non_exhaustive]
pub enum Format {
    /// SVG picture, with light and dark mode
    #[default]
    Svg,
    /// Mermaid diagram source
    Mermaid,
    /// Graphviz source
    Dot,
}

/// What a map has boxes for only where it is asked for.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum More {
    /// Activities, with their actors and goals
    Activities,
    /// Barriers
    Barriers,
}

impl Options {
    /// Draws with one of the two functions below, and writes.
    pub(crate) fn run(
        &self,
        with: &[More],
        draw: impl Fn(&Reader, &Graph, Drawing) -> String,
    ) -> Result<(), Box<dyn Error>> {
        let with: Vec<RecordKind> = with
            .iter()
            .map(|more| match more {
                More::Activities => RecordKind::Activity,
                More::Barriers => RecordKind::Barrier,
            })
            .collect();
        let dataset = self.filter.part(load(self.file.as_deref())?)?;
        let reader = Reader::new(&dataset, self.shown.of(&dataset));
        let whole = Graph::with(&reader, &with);
        let graph = match &self.focus {
            Some(id) => whole.near(&reader, id, self.depth)?,
            None => whole,
        };
        let graph = graph.part_of(self.filter.told(reader.words));
        let drawing = Drawing { format: self.format, today: self.day.date(), paper: self.paper };
        let drawn = draw(&reader, &graph, drawing);
        match &self.out {
            Some(file) => {
                Ok(output::write(file, self.file.as_slice(), |out| out.write_all(drawn.as_bytes()))?)
            }
            None if self.format == Format::Svg => say_file(&drawn, "picture.svg"),
            None => Ok(say(&drawn)?),
        }
    }
}

/// Draws who cooperates with whom. A map that would be too large for a page is condensed.
#[must_use]
pub fn map(reader: &Reader, graph: &Graph, drawing: impl Into<Drawing>) -> String {
    let drawing = drawing.into();
    match drawing.format {
        Format::Svg => map_with_places(reader, graph, drawing).svg,
        Format::Mermaid => words::mermaid(reader.words, &graph.with_amounts(reader.words, true)),
        Format::Dot => words::dot(reader.words, &graph.with_amounts(reader.words, true)),
    }
}

/// Draws the same as a picture, with the places of the records on it.
pub(crate) fn map_with_places(reader: &Reader, graph: &Graph, drawing: Drawing) -> Drawn {
    map::svg(reader, &graph.with_amounts(reader.words, false), drawing.paper)
}

/// Draws when projects and memberships were going on.
#[must_use]
pub fn timeline(reader: &Reader, graph: &Graph, drawing: impl Into<Drawing>) -> String {
    let drawing = drawing.into();
    let timeline = timeline::Timeline::new(reader, graph, drawing.today);
    match drawing.format {
        Format::Svg => timeline.svg(drawing.paper),
        Format::Mermaid => gantt::mermaid(&timeline),
        Format::Dot => gantt::dot(&timeline),
    }
}
