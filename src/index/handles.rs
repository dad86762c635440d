use super::Listed;
use crate::dataset::Dataset;
use crate::model::{Party, Record, Subject};
use crate::values::{Id, Identified, Kind};
use hashbrown::HashMap;

/// A number for each id that a dataset defines or mentions, whatever its kind.
pub(super) type Handle = u32;

/// The ids of a dataset and their numbers. An id that is mentioned and not defined has a number too, so that what is
/// said of it is found.
#[derive(Debug)]
pub(super) struct Handles<'a> {
    numbers: HashMap<(Kind, &'a str), Handle>,
    /// Where the record stands in the list of its kind; `None` where no record has the id.
    places: Vec<Option<usize>>,
}

impl<'a> Handles<'a> {
    /// Numbers the ids of all records. Of records with the same id, the first counts.
    pub(super) fn new(dataset: &'a Dataset) -> Self {
        let mut handles = Self {
            numbers: HashMap::with_capacity(dataset.len()),
            places: Vec::with_capacity(dataset.len()),
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
        for (place, record) in records.iter().enumerate() {
            let handle = self.number(T::KIND, record.id().as_str());
            if let Some(slot @ None) = index_mut(&mut self.places, handle) {
                *slot = Some(place);
            }
        }
    }

    /// The number of an id, a new one where it has none yet.
    fn number(&mut self, kind: Kind, id: &'a str) -> Handle {
        let next = Handle::try_from(self.places.len()).unwrap_or(Handle::MAX);
        let handle = *self.numbers.entry((kind, id)).or_insert(next);
        if handle == next {
            self.places.push(None);
        }
        handle
    }

    pub(super) fn mention<T: Identified>(&mut self, id: &'a Id<T>) -> Handle {
        self.number(T::KIND, id.as_str())
    }

    pub(super) fn mention_party(&mut self, party: &'a Party) -> Handle {
        let (kind, id) = party.key();
        self.number(kind, id)
    }

    pub(super) fn mention_subject(&mut self, subject: &'a Subject) -> Handle {
        let (kind, id) = subject.key();
        self.number(kind, id)
    }

    pub(super) fn find(&self, kind: Kind, id: &str) -> Option<Handle> {
        self.numbers.get(&(kind, id)).copied()
    }

    /// The record with this id.
    pub(super) fn record<T: Listed>(&self, dataset: &'a Dataset, id: &str) -> Option<&'a T> {
        let handle = self.find(T::KIND, id)?;
        let place = self.places.get(usize::try_from(handle).ok()?).copied().flatten()?;
        T::list(dataset).get(place)
    }
}

fn index_mut<T>(items: &mut [T], handle: Handle) -> Option<&mut T> {
    items.get_mut(usize::try_from(handle).ok()?)
}

/// For each id the records that are related to it, in the order of their list: sorted pairs.
#[derive(Debug, Default)]
pub(super) struct Relation {
    pairs: Vec<(Handle, u32)>,
}

impl Relation {
    pub(super) fn add(&mut self, handle: Handle, place: usize) {
        self.pairs.push((handle, u32::try_from(place).unwrap_or(u32::MAX)));
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
                let start = self.pairs.partition_point(|&(known, _)| known < handle);
                let rest = self.pairs.get(start..).unwrap_or_default();
                rest.get(..rest.partition_point(|&(known, _)| known == handle)).unwrap_or_default()
            }
            None => &[],
        };
        pairs.iter().filter_map(|&(_, place)| usize::try_from(place).ok())
    }
}
