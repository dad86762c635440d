use super::identity::Identity;
use crate::dataset::{Dataset, Key, PerKind};
use crate::values::Kind;
use hashbrown::{DefaultHashBuilder, HashTable};
use std::hash::BuildHasher as _;

/// The number of an id among those that a dataset defines or mentions, whatever their kind.
pub(super) type IdNumber = u32;

/// The ids of a dataset and their numbers. An id that is mentioned and not defined has a number too, so that what is
/// related to it is found.
///
/// The texts stay in the dataset: what is kept is a reference to each, and a table of four bytes an id that compares
/// through it. A map from kind and text to number took twice the time to build (0.10 of the floor of the benches in place
/// of 0.06), since it holds and moves 40 bytes an entry.
#[derive(Debug)]
pub(super) struct IdTable<'a> {
    ids: Vec<(&'a str, Kind)>,
    numbers: HashTable<IdNumber>,
    hasher: DefaultHashBuilder,
    /// Where the records are in the list of their kind, for the ids that records have: they are numbered first.
    places: Vec<u32>,
    /// The number of each kind that was mentioned last.
    last: PerKind<IdNumber>,
    /// Which ids are of one thing. Numbers and fingerprints that relations go by are those of the first.
    identity: Identity<'a>,
}

impl<'a> IdTable<'a> {
    /// Numbers the ids of all records. Of records with the same id, the first counts.
    pub(super) fn new(dataset: &'a Dataset) -> Self {
        let mut table = Self {
            ids: Vec::with_capacity(dataset.len()),
            numbers: HashTable::with_capacity(dataset.len()),
            hasher: DefaultHashBuilder::default(),
            places: Vec::with_capacity(dataset.len()),
            last: PerKind::default(),
            identity: Identity::new(dataset),
        };
        for &kind in Kind::ALL {
            *table.last.get_mut(kind) = table.next();
            for (place, record) in (0..).zip(dataset.records_of(kind)) {
                table.define((kind, record.id()), place);
            }
        }
        table
    }

    /// The number that a new id gets.
    fn next(&self) -> IdNumber {
        IdNumber::try_from(self.ids.len()).unwrap_or(IdNumber::MAX)
    }

    fn define(&mut self, key: Key<'a>, place: u32) {
        let number = self.number(key);
        if usize::try_from(number) == Ok(self.places.len()) {
            self.places.push(place);
        }
    }

    /// The number of an id, a new one where it has none yet.
    fn number(&mut self, (kind, id): Key<'a>) -> IdNumber {
        let next = self.next();
        let Self { ids, numbers, hasher, .. } = self;
        let hash = hasher.hash_one((id, kind));
        let entry = numbers.entry(
            hash,
            |&number| id_of(ids, number) == Some((id, kind)),
            |&number| id_of(ids, number).map_or(0, |id| hasher.hash_one(id)),
        );
        let number = *entry.or_insert(next).get();
        if number == next {
            ids.push((id, kind));
        }
        number
    }

    /// The id that stands for all ids of the same thing.
    pub(super) fn first<'k>(&self, key: Key<'k>) -> Key<'k>
    where
        'a: 'k,
    {
        self.identity.first(key)
    }

    /// All ids of the same thing as this one, where there are several.
    pub(super) fn identical(&self, key: Key<'_>) -> &[Key<'a>] {
        self.identity.all(key)
    }

    /// The number of the thing whose id a record mentions. Most mention the same as the record before, or the next one: that
    /// takes a look, and no search.
    #[inline]
    pub(super) fn mention(&mut self, key: Key<'a>) -> IdNumber {
        let (kind, id) = self.identity.first(key);
        let last = *self.last.get(kind);
        let number = [last, last.saturating_add(1)]
            .into_iter()
            .find(|&guess| id_of(&self.ids, guess) == Some((id, kind)))
            .unwrap_or_else(|| self.number((kind, id)));
        *self.last.get_mut(kind) = number;
        number
    }

    /// The number of the thing that has an id, where it has one.
    pub(super) fn find(&self, key: Key<'_>) -> Option<IdNumber> {
        self.find_id(self.first(key))
    }

    /// The number of an id, where it has one.
    fn find_id(&self, (kind, id): Key<'_>) -> Option<IdNumber> {
        let hash = self.hasher.hash_one((id, kind));
        self.numbers.find(hash, |&number| id_of(&self.ids, number) == Some((id, kind))).copied()
    }

    /// A number that a thing shares with next to no other, whether the dataset has its id or not.
    pub(super) fn fingerprint(&self, key: Key<'_>) -> IdNumber {
        let (kind, id) = self.first(key);
        let [first, second, third, fourth, ..] = self.hasher.hash_one((id, kind)).to_be_bytes();
        IdNumber::from_be_bytes([first, second, third, fourth])
    }

    /// Where the first record with this id is in the list of its kind.
    pub(super) fn place(&self, key: Key<'_>) -> Option<usize> {
        let number = self.find_id(key)?;
        let place = self.places.get(usize::try_from(number).ok()?)?;
        usize::try_from(*place).ok()
    }
}

fn id_of<'a>(ids: &[(&'a str, Kind)], number: IdNumber) -> Option<(&'a str, Kind)> {
    ids.get(usize::try_from(number).ok()?).copied()
}
