use crate::dataset::{Dataset, Key, RecordRef};
use crate::model::Related;
use crate::values::{Kind, Relation};
use std::collections::HashMap;

/// Which ids are of one thing: those of records that a source states to be the same.
///
/// A relation `same as` without a basis is stated and followed, over any number of records and in both directions. One
/// that is implied or open is not.
#[derive(Debug, Default)]
pub(super) struct Identity<'a> {
    /// From each id of several that are of one thing to the first of them, itself included. Empty in most datasets.
    first: HashMap<Key<'a>, Key<'a>>,
    /// From the first to all of them, in the order in which they were met.
    all: HashMap<Key<'a>, Vec<Key<'a>>>,
}

impl<'a> Identity<'a> {
    pub(super) fn new(dataset: &'a Dataset) -> Self {
        let mut identity = Self::default();
        for kind in [
            Kind::Place,
            Kind::Organization,
            Kind::Network,
            Kind::Programme,
            Kind::Project,
            Kind::PolicyInstrument,
        ] {
            for record in dataset.records_of(kind) {
                identity.add(record);
            }
        }
        identity
    }

    fn add(&mut self, record: RecordRef<'a>) {
        for related in record.related().iter().filter(|related| is_stated_identity(related)) {
            if let Some(other) = &related.to {
                self.join((record.kind(), record.id()), other.key());
            }
        }
    }

    /// Brings two groups of ids together: the smaller is added to the larger.
    fn join(&mut self, one: Key<'a>, other: Key<'a>) {
        let (one, other) = (self.first(one), self.first(other));
        if one == other {
            return;
        }
        let of_one = self.all.remove(&one).unwrap_or_else(|| vec![one]);
        let of_other = self.all.remove(&other).unwrap_or_else(|| vec![other]);
        let (first, mut larger, smaller) =
            if of_one.len() >= of_other.len() { (one, of_one, of_other) } else { (other, of_other, of_one) };
        for &key in &smaller {
            self.first.insert(key, first);
        }
        self.first.insert(first, first);
        larger.extend(smaller);
        self.all.insert(first, larger);
    }

    /// The id that stands for all ids of the same thing.
    pub(super) fn first<'k>(&self, key: Key<'k>) -> Key<'k>
    where
        'a: 'k,
    {
        if self.first.is_empty() { key } else { self.first.get(&key).copied().unwrap_or(key) }
    }

    /// All ids of the same thing as this one, where there are several.
    pub(super) fn all(&self, key: Key<'_>) -> &[Key<'a>] {
        self.first.get(&key).and_then(|first| self.all.get(first)).map_or(&[], Vec::as_slice)
    }
}

fn is_stated_identity(related: &Related) -> bool {
    related.relation == Relation::SameAs && related.basis.is_none()
}
