//! Which records describe the same thing: followed where a source states it, told where it is implied or open.

use super::Reader;
use cooperation::{
    Party, RecordKind, RecordRef,
    codes::{Relation, RelationBasis},
    model::{NamedRecord, Related},
};
use std::collections::HashSet;

/// A kind of record and an id.
pub(crate) type Key<'k> = (RecordKind, &'k str);

impl<'a> Reader<'a> {
    /// Whether two ids are one, or a source states that their records are of one thing.
    pub(crate) fn is_same(&self, one: Key<'_>, other: Key<'_>) -> bool {
        one == other || self.stands_for(one).is_some_and(|first| Some(first) == self.stands_for(other))
    }

    /// Whether two parties are one.
    pub(crate) fn is_same_party(&self, one: &Party, other: &Party) -> bool {
        self.is_same(one.key(), other.key())
    }

    /// The id that stands for a thing: the first of those of which a source states that they are of it.
    pub(crate) fn first(&self, key: Key<'_>) -> (RecordKind, String) {
        self.stands_for(key).map_or_else(|| (key.0, key.1.to_owned()), |(kind, id)| (*kind, id.clone()))
    }

    /// The same, where there are several ids of one thing.
    pub(crate) fn stands_for(&self, (kind, id): Key<'_>) -> Option<&(RecordKind, String)> {
        let firsts = self.firsts.get_or_init(|| {
            let mut firsts = super::Firsts::new();
            for record in self.index.dataset().records().filter(|record| !record.related().is_empty()) {
                let is_known =
                    firsts.get(&record.kind()).is_some_and(|known| known.contains_key(record.id()));
                let Ok(named) = NamedRecord::from_key(record.kind(), record.id()) else { continue };
                let all = || self.index.identical(&named).map(|one| (one.key().0, one.key().1.to_owned()));
                if is_known || all().nth(1).is_none() {
                    continue;
                }
                let Some(first) = all().min() else { continue };
                for (kind, id) in all() {
                    firsts.entry(kind).or_default().insert(id, first.clone());
                }
            }
            firsts
        });
        firsts.get(&kind)?.get(id)
    }

    /// The records of which it is implied or open whether they are of the same thing, each once.
    pub(crate) fn perhaps_same(&self, (kind, id): Key<'_>) -> Vec<(NamedRecord, &'a Related)> {
        let Ok(record) = NamedRecord::from_key(kind, id) else { return Vec::new() };
        let mut all: Vec<(NamedRecord, &Related)> = Vec::new();
        let stated: Vec<NamedRecord> = self.index.identical(&record).collect();
        let known: HashSet<&NamedRecord> = stated.iter().collect();
        let mut told: HashSet<NamedRecord> = HashSet::new();
        // Relations to any of the records are found at once.
        let own = stated.iter().filter_map(|same| self.index.named(same.key().0, same.key().1));
        let named = own.flat_map(RecordRef::related).filter_map(|one| Some((one.to.clone()?, one)));
        let naming = self.index.related_to(&record).filter_map(|(other, related)| {
            Some((NamedRecord::from_key(other.kind(), other.id()).ok()?, related))
        });
        for (other, related) in named.chain(naming).filter(|(_, one)| one.relation == Relation::SameAs) {
            if related.basis.is_some() && !known.contains(&other) && told.insert(other.clone()) {
                all.push((other, related));
            }
        }
        // What is implied is surer than what is open.
        all.sort_by_key(|(_, related)| related.basis == Some(RelationBasis::Open));
        all
    }
}
