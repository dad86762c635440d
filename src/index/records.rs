//! Records by their ids, and what they are called.

use super::relations::Index;
use crate::dataset::{Dataset, Listed, RecordRef};
use crate::model::{Evidence, Mention as _, Participation, Party, Project, RefersTo, SourceId, Subject};
use crate::values::{Id, RecordKind, Text};

impl Dataset {
    /// Creates an index of the dataset. Same as [`Index::new`].
    ///
    /// ```
    /// use cooperation::{Dataset, ProjectId};
    ///
    /// let dataset = Dataset::from_json(r#"{"version": "1.0", "goals": [
    ///     {"id": "g", "statement": {"en": "G"}, "level": "objective", "of": [{"project": "feva"}]}
    /// ]}"#)?;
    /// assert_eq!(dataset.index().goals_of(&ProjectId::new("feva")?).count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn index(&self) -> Index<'_> {
        Index::new(self)
    }
}

impl<'a> Index<'a> {
    /// Returns the record with this id; the first one if several records have it.
    #[must_use]
    pub fn get<T: Listed>(&self, id: &Id<T>) -> Option<&'a T> {
        self.record(id.key())
    }

    /// Returns the record of a kind with this id; the first one if several records have it.
    #[must_use]
    pub fn named(&self, kind: RecordKind, id: &str) -> Option<RecordRef<'a>> {
        self.dataset().record_at(kind, self.ids().place((kind, id))?)
    }

    /// Returns the name of a party, if it is in the dataset.
    #[must_use]
    pub fn party_label(&self, party: &impl RefersTo<Party>) -> Option<&'a Text> {
        let (kind, id) = party.key();
        self.named(kind, id)?.label()
    }

    /// Returns the name of a subject, if it is in the dataset and has one.
    #[must_use]
    pub fn subject_label(&self, subject: &impl RefersTo<Subject>) -> Option<&'a Text> {
        let (kind, id) = subject.key();
        self.named(kind, id)?.label()
    }

    /// Returns the projects that a party takes part in, each with the participation, which has its role.
    pub fn projects_of<'i, P: RefersTo<Party>>(
        &'i self,
        party: &P,
    ) -> impl Iterator<Item = (&'a Project, &'a Participation)> + use<'a, 'i, P> {
        self.participations_of(party)
            .filter_map(|part| self.get(&part.project).map(|project| (project, part)))
    }

    /// Returns every piece of evidence from a source, with the kind and the id of its record.
    pub fn evidence_from(
        &self,
        source: &SourceId,
    ) -> impl Iterator<Item = (RecordKind, &'a str, &'a Evidence)> {
        let perhaps = self.cited().perhaps_from(source.key(), self.dataset(), self.ids());
        perhaps.filter(move |(_, _, evidence)| evidence.source == *source)
    }
}
