use super::{Dataset, Header};
use crate::values::Kind;
use std::collections::HashMap;

/// What became of the records that were merged into a dataset. No record is dropped: what was not added is in
/// `collisions`, whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, serde::Serialize)]
#[non_exhaustive]
pub struct Merged {
    /// How many records were added.
    pub added: usize,
    /// How many were there already, equal in every member.
    pub equal: usize,
    /// Records whose id was taken by a record that says something else.
    pub collisions: Vec<Collision>,
    /// What the other dataset says of itself, where that differs. The dataset keeps its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header: Option<Box<Header>>,
}

/// A record whose id was taken by a record that says something else. The dataset keeps the record that it had.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[non_exhaustive]
pub struct Collision {
    /// The kind of the two records.
    pub kind: Kind,
    /// Their id.
    pub id: String,
    /// The record that was not added.
    pub record: Box<super::RecordLine>,
}

impl Dataset {
    /// Adds the records of another dataset.
    ///
    /// A record that is equal to the one that is there with its id is taken once. A record whose id belongs to one that
    /// says something else is not added but returned, whole. Where several have the id, the first counts. The dataset keeps
    /// what it says of itself; what the other says of itself is returned where it differs.
    #[must_use = "records whose id was taken are in what is returned, and nowhere else"]
    pub fn merge(&mut self, other: Self) -> Merged {
        let mut merged = Merged::default();
        let header = other.header();
        if header != self.header() {
            merged.header = Some(Box::new(header));
        }
        let mut places: HashMap<(Kind, String), usize> = HashMap::with_capacity(self.len());
        for &kind in Kind::ALL {
            for (place, record) in self.records_of(kind).enumerate() {
                places.entry((kind, record.id().to_owned())).or_insert(place);
            }
        }
        for line in other.into_lines() {
            // What the other dataset says of itself was looked at above.
            let Some(record) = line.record() else { continue };
            let (kind, key) = (record.kind(), (record.kind(), record.id().to_owned()));
            let known = places.get(&key).and_then(|&place| self.record_at(kind, place));
            match known {
                None => {
                    places.insert(key, self.count(kind));
                    self.push(line);
                    merged.added = merged.added.saturating_add(1);
                }
                Some(known) if known == record => merged.equal = merged.equal.saturating_add(1),
                Some(_) => merged.collisions.push(Collision { kind, id: key.1, record: Box::new(line) }),
            }
        }
        merged
    }
}
