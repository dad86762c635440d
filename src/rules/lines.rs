//! From which line of which file a record was read.

use super::facts::Shift;
use super::ids::Place;
use super::packed::Pile;
use crate::values::Kind;
use serde::{Deserialize, Serialize};

/// The lines of records, and the parts that they were read in. Lines count from one; nought is a line that is not known.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Lines {
    /// Where a stretch of records of one kind begins that stand line after line, in the order of their places.
    runs: [Pile<Run>; Kind::ALL.len()],
    /// The line of what the dataset says of itself.
    header: Option<u32>,
    /// The part in which that stands, by its place in the list of parts.
    header_part: usize,
    /// The parts that were put together.
    parts: Vec<Part>,
}

fact! {
    /// The first record of a stretch, by its place in the list of its kind, and its line.
    #[derive(Copy)]
    Run { } { index: u32, line: u32, }
}

/// A part: its name, and where its records of each kind begin.
#[derive(Serialize, Deserialize)]
struct Part {
    name: String,
    starts: Vec<u32>,
}

/// Where a record was read.
#[derive(Default)]
pub(super) struct Read {
    pub part: Option<String>,
    pub line: Option<u32>,
}

impl Lines {
    /// Says that all of this is one part.
    pub(super) fn name(&mut self, part: &str) {
        self.parts = vec![Part { name: part.to_owned(), starts: Vec::new() }];
    }

    /// Notes the line of the record that comes next of its kind; without a record, of what the dataset says of itself.
    pub(super) fn note(&mut self, place: Option<Place>, line: u64) {
        let line = u32::try_from(line).unwrap_or(0);
        let Some(place) = place else {
            self.header = Some(line);
            return;
        };
        let Some(runs) = self.runs.get_mut(place.kind as usize) else { return };
        if runs.last().and_then(|run| run.line_of(place.index())) != Some(line) {
            runs.push(Run { index: place.index(), line });
        }
    }

    /// Where a record was read, or what the dataset says of itself.
    pub(super) fn find(&self, place: Option<Place>) -> Read {
        let (line, part) = match place {
            Some(place) => {
                let index = place.index();
                let line = self.runs.get(place.kind as usize).and_then(|runs| {
                    let before = runs.partition_point(|run| run.index <= index);
                    runs.get(before.checked_sub(1)?)?.line_of(index)
                });
                let starts = |part: &Part| part.starts.get(place.kind as usize).copied().unwrap_or(0);
                (line, self.parts.partition_point(|part| starts(part) <= index).checked_sub(1))
            }
            None => (self.header, Some(self.header_part)),
        };
        let part = part.and_then(|part| self.parts.get(part)).map(|part| part.name.clone());
        Read { part, line: line.filter(|&line| line != 0) }
    }

    /// Puts the lines of later records behind these.
    pub(super) fn absorb(&mut self, later: Self, by: &Shift) {
        if later.header.is_some() {
            self.header = later.header;
            self.header_part = self.parts.len().saturating_add(later.header_part);
        }
        for ((runs, later), (before, _)) in self.runs.iter_mut().zip(later.runs).zip(&by.ids) {
            let moved = |run: Run| Run { index: run.index.saturating_add(*before), ..run };
            runs.extend(later.into_iter().map(moved));
        }
        for mut part in later.parts {
            let starts = by.ids.iter().enumerate().map(|(kind, (before, _))| {
                part.starts.get(kind).copied().unwrap_or(0).saturating_add(*before)
            });
            part.starts = starts.collect();
            self.parts.push(part);
        }
    }
}

impl Run {
    /// The line of a record, if the run goes on as far.
    fn line_of(self, index: u32) -> Option<u32> {
        if self.line == 0 {
            return Some(0);
        }
        self.line.checked_add(index.checked_sub(self.index)?)
    }
}
