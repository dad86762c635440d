//! Records by their ids, and what they are called.

use super::relations::Index;
use crate::dataset::{Listed, Mention as _, RecordRef};
use crate::model::{Evidence, Participation, Party, Project, SourceId, Subject};
use crate::values::{Id, Kind, Text};

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
    pub fn party_label(&self, party: &Party) -> Option<&'a Text> {
        let (kind, id) = party.key();
        self.named(kind, id)?.label()
    }

    /// What a subject is called, where it is in the dataset and has a name.
    #[must_use]
    pub fn subject_label(&self, subject: &Subject) -> Option<&'a Text> {
        let (kind, id) = subject.key();
        self.named(kind, id)?.label()
    }

    /// The projects in which a party takes part, each with its participation: the role, and through whom.
    pub fn projects_of(
        &self,
        party: &Party,
    ) -> impl Iterator<Item = (&'a Project, &'a Participation)> + use<'a, '_> {
        self.participations_of(party)
            .filter_map(|part| self.get(&part.project).map(|project| (project, part)))
    }

    /// Every piece of evidence from a source, with the kind and the id of its record.
    pub fn evidence_from(&self, source: &SourceId) -> impl Iterator<Item = (Kind, &'a str, &'a Evidence)> {
        let perhaps = self.cited().perhaps_from(source.key(), self.dataset(), self.ids());
        perhaps.filter(move |(_, _, evidence)| evidence.source == *source)
    }
}
