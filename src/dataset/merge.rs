use super::{Dataset, Header};
use crate::model::Record;
use crate::values::{Kind, List};
use std::collections::HashMap;

/// What became of the records that were merged into a dataset. No record is dropped: what was not added is in
/// `collisions`, whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Merged {
    /// How many records were added.
    pub added: usize,
    /// How many were there already, equal in every member.
    pub equal: usize,
    /// Records whose id was taken by a record that says something else.
    pub collisions: Vec<Collision>,
    /// What the other dataset says of itself, where that differs. The dataset keeps its own.
    pub header: Option<Box<Header>>,
}

/// A record whose id was taken by a record that says something else. The dataset keeps the record that it had.
#[derive(Clone, Debug, PartialEq, Eq)]
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
        macro_rules! lists {
            ($($name:ident $tag:literal $list:ident $plural:literal $title:literal,)*) => {
                $( merge_list(&mut self.$list, other.$list, &mut merged); )*
            };
        }
        for_each_kind!(lists);
        merged
    }
}

fn merge_list<T: Record + PartialEq + Into<super::RecordLine>>(
    own: &mut List<T>,
    other: List<T>,
    merged: &mut Merged,
) {
    let mut places = Places(HashMap::with_capacity(own.len()));
    for (place, record) in own.iter().enumerate() {
        places.add(record.id().as_str(), place);
    }
    for record in other {
        match places.find(record.id().as_str()) {
            None => {
                places.add(record.id().as_str(), own.len());
                own.push(record);
                merged.added = merged.added.saturating_add(1);
            }
            Some(place) if own.get(place) == Some(&record) => {
                merged.equal = merged.equal.saturating_add(1);
            }
            Some(_) => {
                let id = record.id().as_str().to_owned();
                merged.collide(T::KIND, id, record.into());
            }
        }
    }
}

/// The places of records by their ids, compiled once for all kinds.
struct Places(HashMap<String, usize>);

impl Places {
    /// Notes where a record is. Of records with the same id, the first counts.
    fn add(&mut self, id: &str, place: usize) {
        self.0.entry(id.to_owned()).or_insert(place);
    }

    fn find(&self, id: &str) -> Option<usize> {
        self.0.get(id).copied()
    }
}

impl Merged {
    fn collide(&mut self, kind: Kind, id: String, record: super::RecordLine) {
        self.collisions.push(Collision { kind, id, record: Box::new(record) });
    }
}
