use super::ids::IdTable;
use super::relation::Relation;
use crate::dataset::Dataset;
use crate::model::{Evidence, Key, Mention as _};
use crate::values::RecordKind;

/// Every piece of evidence of a dataset by its place, in the order of the document, and which are from which source.
#[derive(Debug)]
pub(super) struct Cited {
    pieces: Vec<Piece>,
    by_source: Relation,
}

/// A piece of evidence: the kind of its record, the place of that in its list, its own place in the record.
#[derive(Clone, Copy, Debug)]
struct Piece {
    kind: RecordKind,
    record: usize,
    evidence: usize,
}

impl Cited {
    pub(super) fn new(dataset: &Dataset, ids: &IdTable) -> Self {
        let mut cited = Self { pieces: Vec::new(), by_source: Relation::default() };
        for &kind in RecordKind::ALL {
            for (place, record) in dataset.records_of(kind).enumerate() {
                cited.add(kind, place, record.evidence(), ids);
            }
        }
        cited.by_source.seal();
        cited
    }

    fn add(&mut self, kind: RecordKind, record: usize, all: &[Evidence], ids: &IdTable) {
        for (evidence, piece) in all.iter().enumerate() {
            let place = u32::try_from(self.pieces.len()).unwrap_or(u32::MAX);
            self.by_source.add(ids.fingerprint(piece.source.key()), place);
            self.pieces.push(Piece { kind, record, evidence });
        }
    }

    /// The pieces that may be from a source, each with the kind and the id of its record: the fingerprint of a source
    /// may be that of another.
    pub(super) fn perhaps_from<'a>(
        &self,
        source: Key<'_>,
        dataset: &'a Dataset,
        ids: &IdTable,
    ) -> impl Iterator<Item = (RecordKind, &'a str, &'a Evidence)> + use<'a, '_> {
        let places = self.by_source.of(ids.fingerprint(source));
        places.filter_map(|place| self.pieces.get(place)?.find(dataset))
    }
}

impl Piece {
    fn find(self, dataset: &Dataset) -> Option<(RecordKind, &str, &Evidence)> {
        let record = dataset.record_at(self.kind, self.record)?;
        Some((self.kind, record.id(), record.evidence().get(self.evidence)?))
    }
}
