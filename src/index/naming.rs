use super::ids::IdTable;
use super::relation::Relation;
use crate::dataset::{Dataset, RecordRef};
use crate::model::{Key, Related};
use crate::values::RecordKind;

/// Every relation that records state in `related`, in the order of the document, and which of them name which record.
///
/// A record may be related to many others: each relation is found by itself, without a walk through its neighbors.
#[derive(Debug)]
pub(super) struct Naming {
    pieces: Vec<Piece>,
    by_record: Relation,
}

/// A relation: the kind of its record, the place of that in its list, its own place in the record.
#[derive(Clone, Copy, Debug)]
struct Piece {
    kind: RecordKind,
    record: usize,
    related: usize,
}

impl Naming {
    pub(super) fn new(dataset: &Dataset, ids: &IdTable) -> Self {
        let mut naming = Self { pieces: Vec::new(), by_record: Relation::default() };
        for &kind in RecordKind::ALL {
            for (record, one) in dataset.records_of(kind).enumerate() {
                for (related, piece) in one.related().iter().enumerate() {
                    let Some(to) = &piece.to else { continue };
                    let place = u32::try_from(naming.pieces.len()).unwrap_or(u32::MAX);
                    naming.by_record.add(ids.fingerprint(to.key()), place);
                    naming.pieces.push(Piece { kind, record, related });
                }
            }
        }
        naming.by_record.seal();
        naming
    }

    /// The relations that may name a record: the fingerprint of its id may be that of another.
    pub(super) fn perhaps_naming<'a>(
        &self,
        record: Key<'_>,
        dataset: &'a Dataset,
        ids: &IdTable,
    ) -> impl Iterator<Item = (RecordRef<'a>, &'a Related)> + use<'a, '_> {
        let places = self.by_record.of(ids.fingerprint(record));
        places.filter_map(|place| self.pieces.get(place)?.find(dataset))
    }
}

impl Piece {
    fn find(self, dataset: &Dataset) -> Option<(RecordRef<'_>, &Related)> {
        let record = dataset.record_at(self.kind, self.record)?;
        Some((record, record.related().get(self.related)?))
    }
}
