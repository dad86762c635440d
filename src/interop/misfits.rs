//! Collection of what did not fit, reported once for each kind of place.

use super::misfit::Misfit;
use super::misfit_kind::MisfitKind;
use crate::reflect::{is_rooted, sanitized, without_indices};
use std::collections::HashMap;

/// Most kinds of places that are reported on their own: a file can make up as many as it likes.
const MOST: usize = 10_000;

/// What did not fit so far. Occurrences of the same problem are reported once, at the first, with their number.
#[derive(Debug, Default)]
pub(super) struct Misfits {
    found: Vec<Misfit>,
    known: HashMap<(MisfitKind, String, String), usize>,
}

/// Location in the other format, with its line or row where the format has lines.
#[derive(Clone, Copy, Debug)]
pub(super) struct At<'a> {
    pub place: &'a str,
    pub line: Option<u64>,
}

impl<'a> From<&'a str> for At<'a> {
    fn from(place: &'a str) -> Self {
        Self { place, line: None }
    }
}

impl<'a> From<&'a String> for At<'a> {
    fn from(place: &'a String) -> Self {
        Self { place, line: None }
    }
}

impl Misfits {
    /// Notes something that has no place in the model or in the other format.
    pub(super) fn no_place<'a>(&mut self, at: impl Into<At<'a>>, message: &str) {
        self.add(MisfitKind::NoPlace, at, message, || message.to_owned());
    }

    /// Notes something that could not be read.
    #[cfg_attr(
        not(any(feature = "csv", feature = "iati", feature = "threesixtygiving")),
        expect(dead_code, reason = "exports read nothing")
    )]
    pub(super) fn unread<'a>(&mut self, at: impl Into<At<'a>>, message: &str) {
        self.add(MisfitKind::Unread, at, message, || message.to_owned());
    }

    /// Notes something with a message of its own. Places that differ only in list indices, with the same kind and
    /// reason, are counted as one.
    pub(super) fn add<'a>(
        &mut self,
        kind: MisfitKind,
        at: impl Into<At<'a>>,
        reason: &str,
        message: impl FnOnce() -> String,
    ) {
        let At { place, line } = at.into();
        if self.found.len() >= MOST {
            return self.count_other(kind, place, line, reason);
        }
        let next = self.found.len();
        let pattern = if is_rooted(place) { without_indices(place) } else { place.to_owned() };
        let known = *self.known.entry((kind, pattern, reason.to_owned())).or_insert(next);
        if let Some(misfit) = self.found.get_mut(known) {
            misfit.count = misfit.count.saturating_add(1);
        } else {
            let message = sanitized(&message()).into();
            self.found.push(Misfit { kind, place: place.to_owned(), line, message, count: 1 });
        }
    }

    /// Counts an occurrence where the list is full: with its like, or with everything else.
    fn count_other(&mut self, kind: MisfitKind, place: &str, line: Option<u64>, reason: &str) {
        let pattern = if is_rooted(place) { without_indices(place) } else { place.to_owned() };
        if let Some(known) = self.known.get(&(kind, pattern, reason.to_owned()))
            && let Some(misfit) = self.found.get_mut(*known)
        {
            misfit.count = misfit.count.saturating_add(1);
            return;
        }
        if let Some(other) = self.found.get_mut(MOST) {
            other.count = other.count.saturating_add(1);
            return;
        }
        let message = format!("there are more than {MOST} kinds of places: the rest is counted here");
        self.found.push(Misfit { kind, place: place.to_owned(), line, message, count: 1 });
    }

    /// Returns what did not fit, in the order of the first places.
    pub(super) fn into_list(self) -> Vec<Misfit> {
        self.found
    }
}
