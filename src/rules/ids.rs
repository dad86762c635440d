//! The ids of a dataset: each hashed once, then known by a number.

use crate::values::Kind;
use smol_str::SmolStr;
use std::collections::HashMap;

/// An id of a kind, defined or only referred to, by its number in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Handle {
    pub kind: Kind,
    pub number: u32,
}

/// The record in which something stands: its kind and its place in the list of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Place {
    pub kind: Kind,
    pub index: u32,
}

/// The ids of all kinds.
#[derive(Default)]
pub(super) struct Ids {
    tables: [Table; Kind::ALL.len()],
}

#[derive(Default)]
struct Table {
    numbers: HashMap<SmolStr, u32>,
    entries: Vec<Entry>,
}

struct Entry {
    id: SmolStr,
    /// The place of the first record with the id; `None` while it is only referred to.
    index: Option<u32>,
}

impl Ids {
    fn table(&self, kind: Kind) -> Option<&Table> {
        self.tables.get(kind as usize)
    }

    /// Makes room for the records of a kind.
    pub(super) fn reserve(&mut self, kind: Kind, count: usize) {
        if let Some(table) = self.tables.get_mut(kind as usize) {
            table.numbers.reserve(count);
            table.entries.reserve(count);
        }
    }

    /// The number of an id, which it gets when it is met first.
    pub(super) fn number(&mut self, kind: Kind, id: &str) -> Handle {
        let Some(table) = self.tables.get_mut(kind as usize) else {
            return Handle { kind, number: u32::MAX };
        };
        let next = u32::try_from(table.entries.len()).unwrap_or(u32::MAX);
        let number = if let Some(&number) = table.numbers.get(id) {
            number
        } else {
            let id = SmolStr::new(id);
            table.entries.push(Entry { id: id.clone(), index: None });
            table.numbers.insert(id, next);
            next
        };
        Handle { kind, number }
    }

    /// Notes that a record bears the id; answers with the place of the record that bore it before.
    pub(super) fn define(&mut self, kind: Kind, id: &str, index: u32) -> Option<u32> {
        let handle = self.number(kind, id);
        let entry = self.tables.get_mut(kind as usize)?.entries.get_mut(handle.number as usize)?;
        match entry.index {
            None => {
                entry.index = Some(index);
                None
            }
            first => first,
        }
    }

    /// The number of an id, where it was met.
    pub(super) fn find(&self, kind: Kind, id: &str) -> Option<Handle> {
        let number = *self.table(kind)?.numbers.get(id)?;
        Some(Handle { kind, number })
    }

    /// The first record that bears the id.
    pub(super) fn place(&self, handle: Handle) -> Option<Place> {
        let entry = self.table(handle.kind)?.entries.get(handle.number as usize)?;
        entry.index.map(|index| Place { kind: handle.kind, index })
    }

    /// The text of the id.
    pub(super) fn text(&self, handle: Handle) -> &str {
        self.table(handle.kind)
            .and_then(|table| table.entries.get(handle.number as usize))
            .map_or("", |entry| entry.id.as_str())
    }

    /// How many ids of the kind were met.
    pub(super) fn len(&self, kind: Kind) -> usize {
        self.table(kind).map_or(0, |table| table.entries.len())
    }

    /// The ids of the kind that records bear, in the order in which they were met.
    pub(super) fn defined(&self, kind: Kind) -> impl Iterator<Item = (Place, &str)> {
        self.table(kind)
            .into_iter()
            .flat_map(|table| &table.entries)
            .filter_map(move |entry| entry.index.map(|index| (Place { kind, index }, entry.id.as_str())))
    }
}
