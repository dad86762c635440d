//! The ids of a set of records: each hashed once, then known by a number.

use super::interner::Interner;
use super::shift::{Shift, Shifted, moved};
use super::unaligned::UnalignedU32;
use crate::dataset::PerKind;
use crate::values::RecordKind;
use cooperation_derive::Fact;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::hash::{Hash, Hasher};

/// An id of a kind, by its number in the table of that kind. A record has it, or it is only referred to.
///
/// This is not the same as a [`RecordPlace`]: records may share an id, and an id that is referred to may have no
/// record. Both are a kind and a number, which is why each is a type of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Fact)]
pub(in crate::rules) struct IdRef {
    pub kind: RecordKind,
    pub number: UnalignedU32,
}

/// A record, by its kind and its place in the list of that kind. In the order of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Fact)]
pub(in crate::rules) struct RecordPlace {
    pub kind: RecordKind,
    pub index: UnalignedU32,
}

/// A record and its id, as they are passed to whatever looks at a record.
#[derive(Clone, Copy, Debug)]
pub(in crate::rules) struct RecordAt<'a> {
    pub place: RecordPlace,
    pub id: &'a str,
}

impl IdRef {
    pub(super) const fn new(kind: RecordKind, number: u32) -> Self {
        Self { kind, number: UnalignedU32::new(number) }
    }

    pub(super) const fn number(self) -> u32 {
        self.number.get()
    }
}

impl RecordPlace {
    pub(in crate::rules) const fn new(kind: RecordKind, index: u32) -> Self {
        Self { kind, index: UnalignedU32::new(index) }
    }

    pub(in crate::rules) const fn index(self) -> u32 {
        self.index.get()
    }
}

impl Shifted for RecordPlace {
    fn shift(&mut self, by: &Shift) {
        *self = Self::new(self.kind, self.index().saturating_add(by.before(self.kind)));
    }
}

impl Shifted for IdRef {
    fn shift(&mut self, by: &Shift) {
        *self = Self::new(self.kind, moved(self.number(), &by.ids.get(self.kind).1));
    }
}

impl fmt::Display for RecordPlace {
    /// The record as a JSON Pointer, such as `/projects/17`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "/{}/{}", self.kind.list(), self.index())
    }
}

/// The ids of all kinds.
#[derive(Default, Hash, Serialize, Deserialize)]
pub(in crate::rules) struct Ids {
    tables: PerKind<Table>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(from = "Read")]
struct Table {
    strings: Interner,
    /// How many records there are.
    #[serde(skip)]
    records: u32,
    /// Which record has which id, once the numbers alone no longer say it.
    ///
    /// In a dataset read whole, all ids are defined before any is referred to. In the order of the records, without one
    /// that occurs twice, the number of an id is the place of its record: a table from one to the other would hold 0, 1,
    /// 2 and so on, and is left out. That is eight bytes a record, and a load at each of the many questions whether an
    /// id has a record. The first id that breaks the pattern (one that two records have, or one that is referred to
    /// before its record comes, as in a stream) makes the table, for its kind alone and from that moment on.
    mapping: Option<Mapping>,
}

/// What is written of it.
impl Hash for Table {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.strings, &self.mapping).hash(state);
    }
}

/// Which record has which id, where the numbers alone do not say it.
#[derive(Hash, Serialize, Deserialize)]
struct Mapping {
    /// For each number the first record that has the id; [`UNDEFINED`] while it is only referred to.
    first: Vec<u32>,
    /// For each record the number of its id.
    id_of: Vec<u32>,
}

/// In place of the record of an id that no record has: a number that no record reaches. An `Option` would take twice the
/// room.
const UNDEFINED: u32 = u32::MAX;

/// A table as it is written.
#[derive(Deserialize)]
struct Read {
    strings: Interner,
    mapping: Option<Mapping>,
}

impl From<Read> for Table {
    fn from(Read { strings, mapping }: Read) -> Self {
        let records = mapping.as_ref().map_or(strings.len(), |mapping| mapping.id_of.len());
        Self { strings, records: u32::try_from(records).unwrap_or(UNDEFINED), mapping }
    }
}

impl Table {
    fn mapping(&mut self) -> &mut Mapping {
        let records = self.records;
        self.mapping
            .get_or_insert_with(|| Mapping { first: (0..records).collect(), id_of: (0..records).collect() })
    }

    /// The number of an id, which gets one when it is met first.
    fn mention(&mut self, id: &str) -> u32 {
        let (number, is_new) = self.strings.mention(id);
        if is_new {
            self.mapping().first.push(UNDEFINED);
        }
        number
    }

    /// Notes that the next record has the id.
    fn define(&mut self, id: &str) -> u32 {
        let (number, _) = self.strings.add(id);
        let index = self.records;
        if self.mapping.is_some() || number != index {
            let mapping = self.mapping();
            mapping.id_of.push(number);
            match mapping.first.get_mut(number as usize) {
                Some(first @ &mut UNDEFINED) => *first = index,
                Some(_) => {}
                None => mapping.first.push(index),
            }
        }
        self.records = index.saturating_add(1);
        index
    }

    /// The first record that has the id of a number.
    fn first(&self, number: u32) -> Option<u32> {
        let first = match &self.mapping {
            Some(mapping) => *mapping.first.get(number as usize)?,
            None => number,
        };
        (first < self.records).then_some(first)
    }

    /// The number of the id that a record has.
    fn id_of(&self, index: u32) -> Option<u32> {
        match &self.mapping {
            Some(mapping) => mapping.id_of.get(index as usize).copied(),
            None => (index < self.records).then_some(index),
        }
    }
}

impl Ids {
    /// Makes room for the records of a kind.
    pub(in crate::rules) fn reserve(&mut self, kind: RecordKind, count: usize) {
        self.tables.get_mut(kind).strings.reserve(count);
    }

    /// Notes that the next record of the kind has the id. Returns the place of the record.
    pub(in crate::rules) fn define(&mut self, kind: RecordKind, id: &str) -> RecordPlace {
        RecordPlace::new(kind, self.tables.get_mut(kind).define(id))
    }

    /// The number of an id, which it gets when it is met first.
    #[inline]
    pub(in crate::rules) fn mention(&mut self, (kind, id): (RecordKind, &str)) -> IdRef {
        IdRef::new(kind, self.tables.get_mut(kind).mention(id))
    }

    /// The number of an id, where it was met.
    pub(in crate::rules) fn find(&self, kind: RecordKind, id: &str) -> Option<IdRef> {
        let number = self.tables.get(kind).strings.find(id)?;
        Some(IdRef::new(kind, number))
    }

    /// The first record that has the id.
    #[inline]
    pub(in crate::rules) fn place(&self, id: IdRef) -> Option<RecordPlace> {
        let index = self.tables.get(id.kind).first(id.number())?;
        Some(RecordPlace::new(id.kind, index))
    }

    /// The id that a record has.
    pub(in crate::rules) fn id_of(&self, place: RecordPlace) -> Option<IdRef> {
        let number = self.tables.get(place.kind).id_of(place.index())?;
        Some(IdRef::new(place.kind, number))
    }

    /// The text of an id.
    pub(in crate::rules) fn text(&self, id: IdRef) -> &str {
        self.tables.get(id.kind).strings.get(id.number())
    }

    /// A record with the text of its id.
    pub(in crate::rules) fn at(&self, place: RecordPlace) -> RecordAt<'_> {
        // A summary from other hands may name records that are not there.
        RecordAt { place, id: self.id_of(place).map_or("", |id| self.text(id)) }
    }

    /// How many ids of the kind were met.
    pub(in crate::rules) fn len(&self, kind: RecordKind) -> usize {
        self.tables.get(kind).strings.len()
    }

    /// How many records of the kind there are.
    pub(in crate::rules) fn records(&self, kind: RecordKind) -> u32 {
        self.tables.get(kind).records
    }

    /// The ids of the kind that records have, each with the first of them, in the order of the records: numbers depend
    /// on where an id is met first.
    pub(in crate::rules) fn defined(&self, kind: RecordKind) -> impl Iterator<Item = RecordAt<'_>> {
        (0..self.records(kind)).filter_map(move |index| {
            let place = RecordPlace::new(kind, index);
            let id = self.id_of(place)?;
            (self.place(id)? == place).then(|| RecordAt { place, id: self.text(id) })
        })
    }

    /// Whether an id of the kind has a capital letter.
    pub(in crate::rules) fn have_capitals(&self, kind: RecordKind) -> bool {
        self.tables.get(kind).strings.any_byte(|byte| byte.is_ascii_uppercase())
    }

    /// The records of a kind whose id an earlier record has, each with the first that has it.
    pub(in crate::rules) fn doubled(&self, kind: RecordKind) -> Vec<(RecordPlace, RecordPlace)> {
        let mut doubled = Vec::new();
        let table = self.tables.get(kind);
        for (&number, index) in table.mapping.iter().flat_map(|mapping| &mapping.id_of).zip(0_u32..) {
            if let Some(first) = table.first(number).filter(|&first| first != index) {
                doubled.push((RecordPlace::new(kind, index), RecordPlace::new(kind, first)));
            }
        }
        doubled
    }

    /// Puts later records behind these. Returns for each kind how many records there were before, and the new number of
    /// each of the later ids.
    pub(in crate::rules) fn absorb(&mut self, later: &Self) -> PerKind<(u32, Vec<u32>)> {
        let mut shift = PerKind::default();
        for &kind in RecordKind::ALL {
            let (table, later) = (self.tables.get_mut(kind), later.tables.get(kind));
            let before = table.records;
            table.strings.reserve(later.strings.len());
            let mut numbers = vec![UNDEFINED; later.strings.len()];
            // Those that records have come first, so that numbers stay places where they are.
            for index in 0..later.records {
                let own = later.id_of(index).unwrap_or(UNDEFINED);
                let place = table.define(later.strings.get(own));
                if let (Some(number), Some(now)) = (numbers.get_mut(own as usize), table.id_of(place)) {
                    *number = now;
                }
            }
            for (number, id) in numbers.iter_mut().zip(later.strings.iter()) {
                if *number == UNDEFINED {
                    *number = table.mention(id);
                }
            }
            *shift.get_mut(kind) = (before, numbers);
        }
        shift
    }
}
