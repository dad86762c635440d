//! The ids of a set of records: each hashed once, then known by a number.

use super::facts::Shift;
use super::strings::Strings;
use crate::values::Kind;
use serde::{Deserialize, Serialize};

fact! {
    /// An id of a kind, borne by a record or only referred to, by its number in the table.
    #[derive(Copy, Eq, Hash, PartialOrd, Ord)]
    Handle { } { kind: Kind, number: u32, }
}

fact! {
    /// The record in which something stands: its kind and its place in the list of its kind.
    #[derive(Copy, Eq, Hash, PartialOrd, Ord)]
    Place { } { kind: Kind, index: u32, }
}

/// The ids of all kinds.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Ids {
    tables: [Table; Kind::ALL.len()],
}

#[derive(Default, Serialize, Deserialize)]
struct Table {
    strings: Strings,
    /// For each number the first record that bears the id; [`NOBODY`] while it is only referred to.
    first: Vec<u32>,
    /// For each record the number of its id.
    borne: Vec<u32>,
}

const NOBODY: u32 = u32::MAX;

impl Table {
    fn number(&mut self, id: &str) -> u32 {
        let number = self.strings.number(id);
        if self.first.len() < self.strings.len() {
            self.first.push(NOBODY);
        }
        number
    }
}

impl Ids {
    fn table(&self, kind: Kind) -> Option<&Table> {
        self.tables.get(kind as usize)
    }

    /// Makes room for the records of a kind.
    pub(super) fn reserve(&mut self, kind: Kind, count: usize) {
        if let Some(table) = self.tables.get_mut(kind as usize) {
            table.strings.reserve(count);
            table.first.reserve(count);
            table.borne.reserve(count);
        }
    }

    /// Notes that the next record of the kind bears the id, and tells the place of the record.
    pub(super) fn define(&mut self, kind: Kind, id: &str) -> Place {
        let Some(table) = self.tables.get_mut(kind as usize) else { return Place { kind, index: NOBODY } };
        let number = table.number(id);
        let index = u32::try_from(table.borne.len()).unwrap_or(NOBODY);
        table.borne.push(number);
        if let Some(first @ &mut NOBODY) = table.first.get_mut(number as usize) {
            *first = index;
        }
        Place { kind, index }
    }

    /// The number of an id, which it gets when it is met first.
    pub(super) fn mention(&mut self, (kind, id): (Kind, &str)) -> Handle {
        let number = self.tables.get_mut(kind as usize).map_or(NOBODY, |table| table.number(id));
        Handle { kind, number }
    }

    /// The number of an id, where it was met.
    pub(super) fn find(&self, kind: Kind, id: &str) -> Option<Handle> {
        let number = self.table(kind)?.strings.find(id)?;
        Some(Handle { kind, number })
    }

    /// The first record that bears the id.
    pub(super) fn place(&self, handle: Handle) -> Option<Place> {
        let index = *self.table(handle.kind)?.first.get(handle.number as usize)?;
        (index != NOBODY).then_some(Place { kind: handle.kind, index })
    }

    /// The id that a record bears.
    pub(super) fn handle(&self, place: Place) -> Option<Handle> {
        let number = *self.table(place.kind)?.borne.get(place.index as usize)?;
        Some(Handle { kind: place.kind, number })
    }

    /// The text of an id.
    pub(super) fn text(&self, handle: Handle) -> &str {
        self.table(handle.kind).map_or("", |table| table.strings.get(handle.number))
    }

    /// A record with the text of its id.
    pub(super) fn own(&self, place: Place) -> (Place, &str) {
        (place, self.handle(place).map_or("", |handle| self.text(handle)))
    }

    /// How many ids of the kind were met.
    pub(super) fn len(&self, kind: Kind) -> usize {
        self.table(kind).map_or(0, |table| table.strings.len())
    }

    /// How many records of the kind there are.
    pub(super) fn records(&self, kind: Kind) -> usize {
        self.table(kind).map_or(0, |table| table.borne.len())
    }

    /// The ids of the kind that records bear, each with the first of them.
    pub(super) fn defined(&self, kind: Kind) -> impl Iterator<Item = (Place, &str)> {
        let table = self.table(kind);
        table
            .into_iter()
            .flat_map(|table| table.strings.iter().zip(&table.first))
            .filter_map(move |(id, &index)| (index != NOBODY).then_some((Place { kind, index }, id)))
    }

    /// The records of a kind whose id an earlier record bears.
    pub(super) fn doubled(&self, kind: Kind) -> impl Iterator<Item = (Place, Place)> {
        let table = self.table(kind).into_iter();
        table.flat_map(|table| table.borne.iter().zip(0_u32..)).filter_map(move |(&number, index)| {
            let first = self.place(Handle { kind, number })?;
            (first.index != index).then_some((Place { kind, index }, first))
        })
    }

    /// Puts later records behind these, and tells how they moved.
    pub(super) fn absorb(&mut self, later: &Self) -> Shift {
        let mut shift = Shift::default();
        for (&kind, table) in Kind::ALL.iter().zip(&later.tables) {
            let index = u32::try_from(self.records(kind)).unwrap_or(NOBODY);
            let numbers = table.strings.iter().map(|id| self.mention((kind, id)).number).collect();
            for number in &table.borne {
                self.define(kind, table.strings.get(*number));
            }
            shift.ids.push((index, numbers));
        }
        shift
    }
}
