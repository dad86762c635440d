//! The ids of a set of records: each hashed once, then known by a number.

use super::facts::Shift;
use super::packed::Packed;
use super::strings::Strings;
use crate::values::Kind;
use serde::{Deserialize, Serialize};

fact! {
    /// An id of a kind, borne by a record or only referred to, by its number in the table.
    #[derive(Copy, Eq, Hash, PartialOrd, Ord)]
    Handle { } { kind: Kind, number: Packed, }
}

fact! {
    /// The record in which something stands: its kind and its place in the list of its kind.
    #[derive(Copy, Eq, Hash, PartialOrd, Ord)]
    Place { } { kind: Kind, index: Packed, }
}

impl Handle {
    fn new(kind: Kind, number: u32) -> Self {
        Self { kind, number: Packed::new(number) }
    }
}

impl Place {
    pub(super) fn new(kind: Kind, index: u32) -> Self {
        Self { kind, index: Packed::new(index) }
    }

    pub(super) const fn index(self) -> u32 {
        self.index.get()
    }
}

/// The ids of all kinds.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Ids {
    tables: [Table; Kind::ALL.len()],
}

#[derive(Default, Serialize, Deserialize)]
#[serde(from = "Read")]
struct Table {
    strings: Strings,
    /// How many records there are.
    #[serde(skip)]
    records: u32,
    /// Absent as long as every id is borne, by one record, and the ids came in the order of the records: then the number
    /// of an id is the place of its record.
    apart: Option<Apart>,
}

/// Which record bears which id, where that cannot be told from the numbers.
#[derive(Serialize, Deserialize)]
struct Apart {
    /// For each number the first record that bears the id; [`NOBODY`] while it is only referred to.
    first: Vec<u32>,
    /// For each record the number of its id.
    borne: Vec<u32>,
}

const NOBODY: u32 = u32::MAX;

/// A table as it is written.
#[derive(Deserialize)]
struct Read {
    strings: Strings,
    apart: Option<Apart>,
}

impl From<Read> for Table {
    fn from(Read { strings, apart }: Read) -> Self {
        let records = apart.as_ref().map_or(strings.len(), |apart| apart.borne.len());
        Self { strings, records: u32::try_from(records).unwrap_or(NOBODY), apart }
    }
}

impl Table {
    fn apart(&mut self) -> &mut Apart {
        let records = self.records;
        self.apart
            .get_or_insert_with(|| Apart { first: (0..records).collect(), borne: (0..records).collect() })
    }

    /// The number of an id, which gets one when it is met first.
    fn mention(&mut self, id: &str) -> u32 {
        let (number, is_new) = self.strings.mention(id);
        if is_new {
            self.apart().first.push(NOBODY);
        }
        number
    }

    /// Notes that the next record bears the id.
    fn define(&mut self, id: &str) -> u32 {
        let (number, _) = self.strings.add(id);
        let index = self.records;
        if self.apart.is_some() || number != index {
            let apart = self.apart();
            apart.borne.push(number);
            match apart.first.get_mut(number as usize) {
                Some(first @ &mut NOBODY) => *first = index,
                Some(_) => {}
                None => apart.first.push(index),
            }
        }
        self.records = index.saturating_add(1);
        index
    }

    /// The first record that bears the id of a number.
    fn first(&self, number: u32) -> Option<u32> {
        let first = match &self.apart {
            Some(apart) => *apart.first.get(number as usize)?,
            None => number,
        };
        (first < self.records).then_some(first)
    }

    /// The number of the id that a record bears.
    fn borne(&self, index: u32) -> Option<u32> {
        match &self.apart {
            Some(apart) => apart.borne.get(index as usize).copied(),
            None => (index < self.records).then_some(index),
        }
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
        }
    }

    /// Notes that the next record of the kind bears the id, and tells the place of the record.
    pub(super) fn define(&mut self, kind: Kind, id: &str) -> Place {
        let index = self.tables.get_mut(kind as usize).map_or(NOBODY, |table| table.define(id));
        Place::new(kind, index)
    }

    /// The number of an id, which it gets when it is met first.
    pub(super) fn mention(&mut self, (kind, id): (Kind, &str)) -> Handle {
        let number = self.tables.get_mut(kind as usize).map_or(NOBODY, |table| table.mention(id));
        Handle::new(kind, number)
    }

    /// The number of an id, where it was met.
    pub(super) fn find(&self, kind: Kind, id: &str) -> Option<Handle> {
        let number = self.table(kind)?.strings.find(id)?;
        Some(Handle::new(kind, number))
    }

    /// The first record that bears the id.
    pub(super) fn place(&self, handle: Handle) -> Option<Place> {
        let index = self.table(handle.kind)?.first(handle.number.get())?;
        Some(Place::new(handle.kind, index))
    }

    /// The id that a record bears.
    pub(super) fn handle(&self, place: Place) -> Option<Handle> {
        let number = self.table(place.kind)?.borne(place.index())?;
        Some(Handle::new(place.kind, number))
    }

    /// The text of an id.
    pub(super) fn text(&self, handle: Handle) -> &str {
        self.table(handle.kind).map_or("", |table| table.strings.get(handle.number.get()))
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
    pub(super) fn records(&self, kind: Kind) -> u32 {
        self.table(kind).map_or(0, |table| table.records)
    }

    /// The ids of the kind that records bear, each with the first of them, in the order of the records: numbers depend on
    /// where an id is met first.
    pub(super) fn defined(&self, kind: Kind) -> impl Iterator<Item = (Place, &str)> {
        let places = (0..self.records(kind)).map(move |index| Place::new(kind, index));
        places.filter_map(|place| {
            let handle = self.handle(place)?;
            (self.place(handle)? == place).then(|| (place, self.text(handle)))
        })
    }

    /// Whether an id of the kind has a capital letter.
    pub(super) fn have_capitals(&self, kind: Kind) -> bool {
        self.table(kind).is_some_and(|table| table.strings.any_byte(|byte| byte.is_ascii_uppercase()))
    }

    /// The records of a kind whose id an earlier record bears.
    pub(super) fn doubled(&self, kind: Kind) -> impl Iterator<Item = (Place, Place)> {
        let apart = self.table(kind).and_then(|table| table.apart.as_ref());
        let borne = apart.into_iter().flat_map(|apart| apart.borne.iter().zip(0_u32..));
        borne.filter_map(move |(&number, index)| {
            let first = self.place(Handle::new(kind, number))?;
            (first.index() != index).then_some((Place::new(kind, index), first))
        })
    }

    /// Puts later records behind these, and tells how they moved.
    pub(super) fn absorb(&mut self, later: &Self) -> Shift {
        let mut shift = Shift::default();
        for (&kind, table) in Kind::ALL.iter().zip(&later.tables) {
            let before = self.records(kind);
            // Those that records bear come first, so that numbers stay places where they are.
            for index in 0..table.records {
                self.define(kind, table.borne(index).map_or("", |number| table.strings.get(number)));
            }
            let numbers = table.strings.iter().map(|id| self.mention((kind, id)).number.get()).collect();
            shift.ids.push((before, numbers));
        }
        shift
    }
}
