//! From which line of which file a record was read.

use super::blocks::BlockVec;
use super::ids::RecordPlace;
use super::shift::Shift;
use crate::dataset::PerKind;
use crate::values::RecordKind;
use cooperation_derive::Fact;
use serde::{Deserialize, Serialize};

/// The lines of records, and the parts that they were read in. Lines count from one; nought is a line that is not known.
#[derive(Default, Hash, Serialize, Deserialize)]
pub(in crate::rules) struct Lines {
    /// The stretches of records of one kind that follow one another line by line, in the order of their places.
    runs: PerKind<BlockVec<Run>>,
    /// The line of what the dataset says of itself.
    header: Option<u32>,
    /// The part that the header is in, by its place in the list of parts.
    header_part: usize,
    /// The parts that were put together.
    parts: Vec<Part>,
}

/// The first record of a stretch, by its place in the list of its kind, and its line.
#[derive(Clone, Copy, Debug, PartialEq, Fact)]
pub(in crate::rules) struct Run {
    pub index: u32,
    pub line: u32,
}

/// A part: its name, and where its records of each kind begin.
#[derive(Hash, Serialize, Deserialize)]
struct Part {
    name: String,
    starts: PerKind<u32>,
}

/// Where a record was read.
#[derive(Default)]
pub(in crate::rules) struct Read {
    pub part: Option<String>,
    pub line: Option<u32>,
}

impl Lines {
    /// Says that all of this is one part.
    pub(in crate::rules) fn name(&mut self, part: &str) {
        self.parts = vec![Part { name: part.to_owned(), starts: PerKind::default() }];
    }

    /// Notes the line of the record that comes next of its kind; without a record, of what the dataset says of itself.
    pub(in crate::rules) fn note(&mut self, place: Option<RecordPlace>, line: u64) {
        let line = u32::try_from(line).unwrap_or(0);
        let Some(place) = place else {
            self.header = Some(line);
            return;
        };
        let runs = self.runs.get_mut(place.kind);
        if runs.last().and_then(|run| run.line_of(place.index())) != Some(line) {
            runs.push(Run { index: place.index(), line });
        }
    }

    /// Where a record was read, or what the dataset says of itself.
    pub(in crate::rules) fn find(&self, place: Option<RecordPlace>) -> Read {
        let (line, part) = match place {
            Some(place) => {
                let index = place.index();
                let runs = self.runs.get(place.kind);
                let before = runs.partition_point(|run| run.index <= index);
                let run = before.checked_sub(1).and_then(|run| runs.get(run));
                let starts_before = |part: &Part| *part.starts.get(place.kind) <= index;
                (
                    run.and_then(|run| run.line_of(index)),
                    self.parts.partition_point(starts_before).checked_sub(1),
                )
            }
            None => (self.header, Some(self.header_part)),
        };
        let part = part.and_then(|part| self.parts.get(part)).map(|part| part.name.clone());
        Read { part, line: line.filter(|&line| line != 0) }
    }

    /// Puts the lines of later records behind these.
    pub(in crate::rules) fn absorb(&mut self, later: Self, by: &Shift) {
        if later.header.is_some() {
            self.header = later.header;
            self.header_part = self.parts.len().saturating_add(later.header_part);
        }
        for (&kind, later) in RecordKind::ALL.iter().zip(later.runs.into_array()) {
            let before = by.before(kind);
            self.runs.get_mut(kind).append(later, |run| run.index = run.index.saturating_add(before));
        }
        for mut part in later.parts {
            for &kind in RecordKind::ALL {
                let start = part.starts.get_mut(kind);
                *start = start.saturating_add(by.before(kind));
            }
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
