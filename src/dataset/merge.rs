use super::{Dataset, Header};
use crate::values::RecordKind;
use std::collections::HashMap;

/// The result of merging a dataset into another one. No record is dropped: those that were not added are in
/// `collisions`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, serde::Serialize)]
#[non_exhaustive]
pub struct Merged {
    /// Number of records that were added.
    pub added: usize,
    /// Number of records that are equal in both datasets.
    pub equal: usize,
    /// Records that were not added, since a different record has the same id.
    pub collisions: Vec<Collision>,
    /// Metadata of the other dataset, such as its title, if it differs. The metadata of the target is kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header: Option<Box<Header>>,
}

/// A record that was not added, since a different record has the same id.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[non_exhaustive]
pub struct Collision {
    /// The kind of the two records.
    pub kind: RecordKind,
    /// The id of the two records.
    pub id: String,
    /// The record that was not added.
    pub record: Box<super::RecordLine>,
}

impl Dataset {
    /// Adds the records of another dataset.
    ///
    /// A record that equals an existing record with the same id is not added again. Records whose id belongs to a
    /// different record are returned as collisions; if several existing records have the id, the first one is
    /// compared. The metadata of this dataset is kept; that of the other dataset is returned if it differs.
    #[must_use = "records whose id was taken are in what is returned, and nowhere else"]
    pub fn merge(&mut self, other: Self) -> Merged {
        let mut merged = Merged::default();
        let header = other.header();
        if header != self.header() {
            merged.header = Some(Box::new(header));
        }
        let mut places: HashMap<(RecordKind, String), usize> = HashMap::with_capacity(self.len());
        for &kind in RecordKind::ALL {
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
