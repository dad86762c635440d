//! Which records describe the same thing: followed where a source states it, told where it is implied or open.

use super::Reader;
use cooperation::{
    Party, RecordKind,
    codes::RelationBasis,
    model::{NamedRecord, Related},
};

/// A kind of record and an id.
pub(crate) type Key<'k> = (RecordKind, &'k str);

impl<'a> Reader<'a> {
    /// Whether two ids are one, or a source states that their records are of one thing.
    pub(crate) fn is_same(&self, one: Key<'_>, other: Key<'_>) -> bool {
        let stated = |record: NamedRecord| self.index.identical(&record).any(|same| same.key() == other);
        one == other || NamedRecord::from_key(one.0, one.1).is_ok_and(stated)
    }

    /// Whether two parties are one.
    pub(crate) fn is_same_party(&self, one: &Party, other: &Party) -> bool {
        self.is_same(one.key(), other.key())
    }

    /// The id that stands for a thing: the first of those of which a source states that they are of it.
    pub(crate) fn first(&self, (kind, id): Key<'_>) -> (RecordKind, String) {
        let own = (kind, id.to_owned());
        let Ok(record) = NamedRecord::from_key(kind, id) else { return own };
        let all = self.index.identical(&record).map(|same| (same.key().0, same.key().1.to_owned()));
        all.min().unwrap_or(own)
    }

    /// The records of which it is implied or open whether they are of the same thing, each once.
    pub(crate) fn perhaps_same(&self, (kind, id): Key<'_>) -> Vec<(NamedRecord, &'a Related)> {
        let Ok(record) = NamedRecord::from_key(kind, id) else { return Vec::new() };
        let mut all: Vec<(NamedRecord, &Related)> = Vec::new();
        for same in self.index.identical(&record) {
            for (other, related) in self.index.same_as(&same) {
                let is_told =
                    self.is_same((kind, id), other.key()) || all.iter().any(|(one, _)| *one == other);
                if related.basis.is_some() && !is_told {
                    all.push((other, related));
                }
            }
        }
        // What is implied is surer than what is open.
        all.sort_by_key(|(_, related)| related.basis == Some(RelationBasis::Open));
        all
    }
}
