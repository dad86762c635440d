//! Answers of an index: records of one list.

use super::ids::IdTable;
use super::relation::Places;
use crate::dataset::Key;

/// Passes on every id that a record names in some member.
pub(super) type Names<T> = for<'r> fn(&'r T, &mut dyn FnMut(Key<'r>));

/// The records at some places of their list.
pub(super) struct Related<'a, 'i, T> {
    list: &'a [T],
    places: Places<'i>,
}

impl<'a, 'i, T> Related<'a, 'i, T> {
    pub(super) const fn new(list: &'a [T], places: Places<'i>) -> Self {
        Self { list, places }
    }
}

impl<'a, T> Iterator for Related<'a, '_, T> {
    type Item = &'a T;

    fn next(&mut self) -> Option<&'a T> {
        self.list.get(self.places.next()?)
    }
}

/// Of the records at some places of their list those that name what was asked for.
pub(super) struct Naming<'a, 'i, T> {
    related: Related<'a, 'i, T>,
    ids: &'i IdTable,
    /// As a record has it, since what is found outlives what was asked; `None` where no record does.
    asked: Option<Key<'a>>,
    names: Names<T>,
}

impl<'a, 'i, T> Naming<'a, 'i, T> {
    pub(super) fn new(
        list: &'a [T],
        places: Places<'i>,
        ids: &'i IdTable,
        asked: Key<'_>,
        names: Names<T>,
    ) -> Self {
        let mut known = None;
        for record in Related::new(list, places.clone()) {
            known = Self::find(record, ids, asked, names);
            if known.is_some() {
                break;
            }
        }
        Self { related: Related::new(list, places), ids, asked: known, names }
    }

    /// What was asked for, as the record has it, if it names that.
    fn find(record: &'a T, ids: &IdTable, asked: Key<'_>, names: Names<T>) -> Option<Key<'a>> {
        let (mut found, asked) = (None, ids.first(asked));
        names(record, &mut |key| {
            if ids.first(key) == asked {
                found = Some(key);
            }
        });
        found
    }
}

impl<'a, T> Iterator for Naming<'a, '_, T> {
    type Item = &'a T;

    fn next(&mut self) -> Option<&'a T> {
        let asked = self.asked?;
        loop {
            let record = self.related.next()?;
            if Self::find(record, self.ids, asked, self.names).is_some() {
                return Some(record);
            }
        }
    }
}
