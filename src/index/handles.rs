use super::Listed;
use crate::dataset::Dataset;
use crate::model::{Party, Record, Subject};
use crate::values::{Id, Identified, Kind};
use hashbrown::{DefaultHashBuilder, HashTable};
use std::hash::BuildHasher as _;

/// A number for each id that a dataset defines or mentions, whatever its kind.
pub(super) type Handle = u32;

/// The ids of a dataset and their numbers. An id that is mentioned and not defined has a number too, so that what is
/// said of it is found.
#[derive(Debug)]
pub(super) struct Handles<'a> {
    ids: Vec<(&'a str, Kind)>,
    numbers: HashTable<Handle>,
    hasher: DefaultHashBuilder,
    /// Where the records stand in the list of their kind, for the ids that records have: they are numbered first.
    places: Vec<u32>,
    /// The number of each kind that was mentioned last.
    last: [Handle; Kind::ALL.len()],
}

impl<'a> Handles<'a> {
    /// Numbers the ids of all records. Of records with the same id, the first counts.
    pub(super) fn new(dataset: &'a Dataset) -> Self {
        let mut handles = Self {
            ids: Vec::with_capacity(dataset.len()),
            numbers: HashTable::with_capacity(dataset.len()),
            hasher: DefaultHashBuilder::default(),
            places: Vec::with_capacity(dataset.len()),
            last: [0; Kind::ALL.len()],
        };
        macro_rules! define {
            ($($name:ident $tag:literal $list:ident $plural:literal $title:literal,)*) => {
                $( handles.define(&dataset.$list); )*
            };
        }
        for_each_kind!(define);
        handles
    }

    fn define<T: Record>(&mut self, records: &'a [T]) {
        if let Some(last) = self.last.get_mut(T::KIND as usize) {
            *last = Handle::try_from(self.ids.len()).unwrap_or(Handle::MAX);
        }
        for (record, place) in records.iter().zip(0..) {
            let handle = self.number(T::KIND, record.id().as_str());
            if usize::try_from(handle) == Ok(self.places.len()) {
                self.places.push(place);
            }
        }
    }

    /// The number of an id, a new one where it has none yet.
    fn number(&mut self, kind: Kind, id: &'a str) -> Handle {
        let Self { ids, numbers, hasher, .. } = self;
        let hash = hasher.hash_one((id, kind));
        let entry = numbers.entry(
            hash,
            |&handle| id_of(ids, handle) == Some((id, kind)),
            |&handle| id_of(ids, handle).map_or(0, |id| hasher.hash_one(id)),
        );
        let next = Handle::try_from(ids.len()).unwrap_or(Handle::MAX);
        let handle = *entry.or_insert(next).get();
        if handle == next {
            ids.push((id, kind));
        }
        handle
    }

    /// The number of an id that a record mentions. Most mention the same as the record before, or the next one: that
    /// takes a look, and no search.
    fn mentioned(&mut self, kind: Kind, id: &'a str) -> Handle {
        let last = self.last.get(kind as usize).copied().unwrap_or(0);
        let handle = [last, last.saturating_add(1)]
            .into_iter()
            .find(|&guess| id_of(&self.ids, guess) == Some((id, kind)))
            .unwrap_or_else(|| self.number(kind, id));
        if let Some(last) = self.last.get_mut(kind as usize) {
            *last = handle;
        }
        handle
    }

    pub(super) fn mention<T: Identified>(&mut self, id: &'a Id<T>) -> Handle {
        self.mentioned(T::KIND, id.as_str())
    }

    pub(super) fn mention_party(&mut self, party: &'a Party) -> Handle {
        let (kind, id) = party.key();
        self.mentioned(kind, id)
    }

    pub(super) fn mention_subject(&mut self, subject: &'a Subject) -> Handle {
        let (kind, id) = subject.key();
        self.mentioned(kind, id)
    }

    pub(super) fn find(&self, kind: Kind, id: &str) -> Option<Handle> {
        let hash = self.hasher.hash_one((id, kind));
        self.numbers.find(hash, |&handle| id_of(&self.ids, handle) == Some((id, kind))).copied()
    }

    /// A number that an id shares with next to no other, whether the dataset has it or not.
    pub(super) fn print(&self, (kind, id): (Kind, &str)) -> Handle {
        Handle::try_from(self.hasher.hash_one((id, kind)) >> 32).unwrap_or_default()
    }

    /// The record with this id.
    pub(super) fn record<T: Listed>(&self, dataset: &'a Dataset, id: &str) -> Option<&'a T> {
        let handle = self.find(T::KIND, id)?;
        let place = self.places.get(usize::try_from(handle).ok()?)?;
        T::list(dataset).get(usize::try_from(*place).ok()?)
    }
}

fn id_of<'a>(ids: &[(&'a str, Kind)], handle: Handle) -> Option<(&'a str, Kind)> {
    ids.get(usize::try_from(handle).ok()?).copied()
}

/// For each id the records that are related to it, in the order of their list: sorted pairs of the number of the id and
/// the place of the record, one number each since those are sorted fastest.
#[derive(Debug, Default)]
pub(super) struct Relation {
    pairs: Vec<u64>,
}

impl Relation {
    pub(super) fn reserve(&mut self, records: usize) {
        self.pairs.reserve(records);
    }

    pub(super) fn add(&mut self, handle: Handle, place: usize) {
        self.pairs.push((u64::from(handle) << 32) | u64::from(u32::try_from(place).unwrap_or(u32::MAX)));
    }

    /// Makes it ready for look-ups. A record that names an id twice is related to it once.
    pub(super) fn seal(&mut self) {
        self.pairs.sort_unstable();
        self.pairs.dedup();
        self.pairs.shrink_to_fit();
    }

    /// The places of the records that are related to this id.
    pub(super) fn of(&self, handle: Option<Handle>) -> impl Iterator<Item = usize> + Clone {
        let pairs = match handle {
            Some(handle) => {
                let known = |pair: u64| pair >> 32;
                let start = self.pairs.partition_point(|&pair| known(pair) < u64::from(handle));
                let rest = self.pairs.get(start..).unwrap_or_default();
                rest.get(..rest.partition_point(|&pair| known(pair) == u64::from(handle))).unwrap_or_default()
            }
            None => &[],
        };
        pairs.iter().filter_map(|&pair| usize::try_from(pair & u64::from(u32::MAX)).ok())
    }
}
