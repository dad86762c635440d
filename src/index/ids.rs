use super::identity::Identity;
use crate::dataset::{Dataset, PerKind, RecordRef};
use crate::model::Key;
use crate::values::{RecordKind, Relation};
use hashbrown::{DefaultHashBuilder, HashTable};
use smol_str::SmolStr;
use std::hash::BuildHasher as _;

pub(super) use super::identity::IdNumber;

/// The ids of a dataset and their numbers. An id that is mentioned and not defined has a number too, so that what is
/// related to it is found.
///
/// It holds no reference into the dataset, so that an index can own the dataset or share it: a text of an id is a copy,
/// which takes no allocation while it is short, and the table of four bytes an id compares through it.
#[derive(Debug)]
pub(super) struct IdTable {
    ids: Vec<(SmolStr, RecordKind)>,
    numbers: HashTable<IdNumber>,
    hasher: DefaultHashBuilder,
    /// Where the records are in the list of their kind, for the ids that records have: they are numbered first.
    places: Vec<u32>,
    /// The number of each kind that was mentioned last.
    last: PerKind<IdNumber>,
    /// Which ids are of one thing. Numbers and fingerprints that relations go by are those of the first.
    identity: Identity,
}

impl IdTable {
    /// Numbers the ids of all records. Of records with the same id, the first counts.
    pub(super) fn new(dataset: &Dataset) -> Self {
        let mut table = Self {
            ids: Vec::with_capacity(dataset.len()),
            numbers: HashTable::with_capacity(dataset.len()),
            hasher: DefaultHashBuilder::default(),
            places: Vec::with_capacity(dataset.len()),
            last: PerKind::default(),
            identity: Identity::default(),
        };
        let mut related = Vec::new();
        for &kind in RecordKind::ALL {
            *table.last.get_mut(kind) = table.next();
            for (place, record) in (0_u32..).zip(dataset.records_of(kind)) {
                let number = table.number((kind, record.id()));
                if usize::try_from(number) == Ok(table.places.len()) {
                    table.places.push(place);
                }
                if !record.related().is_empty() {
                    related.push(record);
                }
            }
        }
        // Ids that are only mentioned are numbered after those of all records.
        for record in related {
            table.identify(record);
        }
        table
    }

    /// The number that a new id gets.
    fn next(&self) -> IdNumber {
        IdNumber::try_from(self.ids.len()).unwrap_or(IdNumber::MAX)
    }

    /// The number of an id, a new one where it has none yet.
    fn number(&mut self, (kind, id): Key<'_>) -> IdNumber {
        let next = self.next();
        let Self { ids, numbers, hasher, .. } = self;
        let hash = hasher.hash_one((id, kind));
        let entry = numbers.entry(
            hash,
            |&number| id_of(ids, number) == Some((kind, id)),
            |&number| id_of(ids, number).map_or(0, |(kind, id)| hasher.hash_one((id, kind))),
        );
        let number = *entry.or_insert(next).get();
        if number == next {
            ids.push((SmolStr::new(id), kind));
        }
        number
    }

    /// Takes note of the records that a source states to be the same as this one.
    fn identify(&mut self, record: RecordRef<'_>) {
        for related in record.related() {
            if let (Relation::SameAs, None, Some(other)) = (&related.relation, related.basis, &related.to) {
                let (one, other) = (self.number((record.kind(), record.id())), self.number(other.key()));
                self.identity.join(one, other);
            }
        }
    }

    /// The id that stands for all ids of the same thing.
    pub(super) fn first<'k>(&'k self, key: Key<'k>) -> Key<'k> {
        if self.identity.is_empty() {
            return key;
        }
        let first = self.find_id(key).map(|number| self.identity.first(number));
        first.and_then(|first| id_of(&self.ids, first)).unwrap_or(key)
    }

    /// All ids of the same thing as this one, where there are several.
    pub(super) fn identical(&self, key: Key<'_>) -> impl Iterator<Item = Key<'_>> {
        let all = self.find_id(key).map_or(&[][..], |number| self.identity.all(number));
        all.iter().filter_map(|&number| id_of(&self.ids, number))
    }

    /// The number of the thing whose id a record mentions. Most mention the same as the record before, or the next one:
    /// that takes a look, and no search.
    #[inline]
    pub(super) fn mention(&mut self, (kind, id): Key<'_>) -> IdNumber {
        let last = *self.last.get(kind);
        let number = [last, last.saturating_add(1)]
            .into_iter()
            .find(|&guess| id_of(&self.ids, guess) == Some((kind, id)))
            .unwrap_or_else(|| self.number((kind, id)));
        *self.last.get_mut(kind) = number;
        if self.identity.is_empty() { number } else { self.identity.first(number) }
    }

    /// The number of the thing that has an id, where it has one.
    pub(super) fn find(&self, key: Key<'_>) -> Option<IdNumber> {
        self.find_id(key).map(|number| self.identity.first(number))
    }

    /// The number of an id, where it has one.
    fn find_id(&self, (kind, id): Key<'_>) -> Option<IdNumber> {
        let hash = self.hasher.hash_one((id, kind));
        self.numbers.find(hash, |&number| id_of(&self.ids, number) == Some((kind, id))).copied()
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

fn id_of(ids: &[(SmolStr, RecordKind)], number: IdNumber) -> Option<Key<'_>> {
    ids.get(usize::try_from(number).ok()?).map(|(id, kind)| (*kind, id.as_str()))
}
