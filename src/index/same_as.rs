use super::relations::Index;
use crate::dataset::RecordRef;
use crate::model::{Key, NamedRecord, RefersTo, Related};
use crate::values::{RecordKind, Relation};
use smol_str::SmolStr;

impl<'a> Index<'a> {
    /// Returns the records whose `related` names a record, each with the relation: places, organizations, networks,
    /// programmes, projects, then policy instruments.
    ///
    /// # Examples
    ///
    /// ```
    /// use cooperation::{Dataset, Index, ProjectId, codes::Relation};
    ///
    /// let dataset = Dataset::from_json(r#"{"version": "1.0", "projects": [
    ///     {"id": "phase-1", "title": {"en": "Phase 1"}},
    ///     {"id": "phase-2", "title": {"en": "Phase 2"},
    ///      "related": [{"to": {"project": "phase-1"}, "relation": "continues"}]}
    /// ]}"#)?;
    /// let index = Index::new(&dataset);
    /// let (later, related) = index.related_to(&ProjectId::new("phase-1")?).next().ok_or("none")?;
    /// assert_eq!((later.id(), &related.relation), ("phase-2", &Relation::Continues));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn related_to<'i, R: RefersTo<NamedRecord>>(
        &'i self,
        record: &R,
    ) -> impl Iterator<Item = (RecordRef<'a>, &'a Related)> + use<'a, 'i, R> {
        let asked = self.first_of(record.key());
        let perhaps = self.relations_stated().perhaps_naming(record.key(), self.dataset(), self.ids());
        perhaps.filter(move |(_, related)| {
            related.to.as_ref().is_some_and(|to| self.first_of(to.key()) == asked)
        })
    }

    /// The id that stands for all ids of the same thing.
    fn first_of(&self, key: Key<'_>) -> (RecordKind, SmolStr) {
        let (kind, id) = self.ids().first(key);
        (kind, id.into())
    }

    /// Returns the records that may describe the same thing as a record, each with the relation `same as`: first those
    /// that the record names, then those that name the record. If two records name each other, the other record is
    /// returned twice.
    ///
    /// All methods of the index follow relations `same as` that a source states (without a basis): the projects of an
    /// organization include those of its duplicates. Implied and open relations are only listed here.
    ///
    /// # Examples
    ///
    /// ```
    /// use cooperation::{Dataset, Index, RecordKind, model::NamedRecord};
    ///
    /// let dataset = Dataset::from_json(r#"{"version": "1.0", "organizations": [
    ///     {"id": "emn-office", "name": {"en": "EMN office"},
    ///      "related": [{"to": {"network": "emn"}, "relation": "same as", "basis": "open"}]}
    /// ]}"#)?;
    /// let index = Index::new(&dataset);
    /// let others: Vec<NamedRecord> =
    ///     index.same_as(&NamedRecord::from_key(RecordKind::Network, "emn")?).map(|(other, _)| other).collect();
    /// assert_eq!(others, [NamedRecord::from_key(RecordKind::Organization, "emn-office")?]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn same_as<'i, R: RefersTo<NamedRecord>>(
        &'i self,
        record: &R,
    ) -> impl Iterator<Item = (NamedRecord, &'a Related)> + use<'a, 'i, R> {
        let (kind, id) = record.key();
        let own = self.named(kind, id).map(RecordRef::related).unwrap_or_default();
        let is_identity = |related: &&Related| related.relation == Relation::SameAs;
        let named = own.iter().filter(is_identity).filter_map(|related| Some((related.to.clone()?, related)));
        let asked = (kind, SmolStr::new(id));
        let naming = self.related_to(record).filter(move |(_, related)| {
            let is_asked = |to: &NamedRecord| to.key() == (asked.0, &asked.1);
            related.relation == Relation::SameAs && related.to.as_ref().is_some_and(is_asked)
        });
        named.chain(naming.filter_map(|(other, related)| {
            Some((NamedRecord::from_key(other.kind(), other.id()).ok()?, related))
        }))
    }

    /// Returns the record and all records that are stated to be the same, directly or through other records.
    pub fn identical<R: RefersTo<NamedRecord>>(
        &self,
        record: &R,
    ) -> impl Iterator<Item = NamedRecord> + use<R> {
        let mut all: Vec<NamedRecord> = self
            .ids()
            .identical(record.key())
            .filter_map(|(kind, id)| NamedRecord::from_key(kind, id).ok())
            .collect();
        if all.is_empty() {
            all.extend(NamedRecord::from_key(record.key().0, record.key().1));
        }
        all.into_iter()
    }
}
