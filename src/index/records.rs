//! Records by their ids, and what they are called.

use super::relations::Index;
use crate::dataset::{Dataset, Listed, RecordRef};
use crate::model::{Evidence, Mention as _, Participation, Party, Project, RefersTo, SourceId, Subject};
use crate::values::{Id, Kind, Text};

impl Dataset {
    /// Makes an index of the dataset: [`Index::new`].
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
    /// The record with this id, of whichever kind the id is. Of several with the same id, the first.
    #[must_use]
    pub fn get<T: Listed>(&self, id: &Id<T>) -> Option<&'a T> {
        self.record(id.key())
    }

    /// The record of a kind with this id. Of several with the same id, the first.
    #[must_use]
    pub fn named(&self, kind: Kind, id: &str) -> Option<RecordRef<'a>> {
        self.dataset().record_at(kind, self.ids().place((kind, id))?)
    }

    /// What a party is called, where it is in the dataset.
    #[must_use]
    pub fn party_label(&self, party: &impl RefersTo<Party>) -> Option<&'a Text> {
        let (kind, id) = party.key();
        self.named(kind, id)?.label()
    }

    /// What a subject is called, where it is in the dataset and has a name.
    #[must_use]
    pub fn subject_label(&self, subject: &impl RefersTo<Subject>) -> Option<&'a Text> {
        let (kind, id) = subject.key();
        self.named(kind, id)?.label()
    }

    /// The projects in which a party takes part, each with its participation: the role, and through whom.
    pub fn projects_of<'i, P: RefersTo<Party>>(
        &'i self,
        party: &P,
    ) -> impl Iterator<Item = (&'a Project, &'a Participation)> + use<'a, 'i, P> {
        self.participations_of(party)
            .filter_map(|part| self.get(&part.project).map(|project| (project, part)))
    }

    /// Every piece of evidence from a source, with the kind and the id of its record.
    pub fn evidence_from(&self, source: &SourceId) -> impl Iterator<Item = (Kind, &'a str, &'a Evidence)> {
        let perhaps = self.cited().perhaps_from(source.key(), self.dataset(), self.ids());
        perhaps.filter(move |(_, _, evidence)| evidence.source == *source)
    }
}
