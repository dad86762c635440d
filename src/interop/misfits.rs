//! What did not fit, told once for each kind of place.

use super::converted::Misfit;
use crate::reflect::{sanitized, without_indices};
use std::collections::HashMap;

/// What did not fit, gathered. What is the same at many places is told at the first, with how many more there are.
#[derive(Debug, Default)]
pub(super) struct Misfits {
    notes: Vec<Note>,
    known: HashMap<(String, String), usize>,
}

#[derive(Debug)]
struct Note {
    pointer: String,
    message: String,
    more: usize,
}

impl Misfits {
    /// Notes what does not fit at a place. Places that differ in nothing but their numbers in lists, with the same
    /// reason, are one.
    pub(super) fn add(&mut self, pointer: &str, reason: &str, message: impl FnOnce() -> String) {
        let next = self.notes.len();
        let place = *self.known.entry((without_indices(pointer), reason.to_owned())).or_insert(next);
        if let Some(note) = self.notes.get_mut(place) {
            note.more = note.more.saturating_add(1);
        } else {
            self.notes.push(Note { pointer: pointer.to_owned(), message: message(), more: 0 });
        }
    }

    /// Notes what does not fit where the message is the reason.
    pub(super) fn note(&mut self, pointer: &str, message: &str) {
        self.add(pointer, message, || message.to_owned());
    }

    /// What did not fit, in the order of the first places.
    pub(super) fn into_list(self) -> Vec<Misfit> {
        let misfit = |note: Note| {
            let count = note.more.saturating_add(1);
            Misfit { pointer: note.pointer, message: sanitized(&note.message).into(), count }
        };
        self.notes.into_iter().map(misfit).collect()
    }
}
