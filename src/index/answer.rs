use super::ids::IdTable;
use super::relation::Places;
use crate::model::Key;
use std::fmt;
use std::iter::FusedIterator;

/// Passes on every id that a record names in some member.
pub(super) type Names<T> = for<'r> fn(&'r T, &mut dyn FnMut(Key<'r>));

/// An iterator over records in the order of their list, which most methods of an [`Index`](super::Index) return.
pub struct Records<'a, 'i, T> {
    list: &'a [T],
    places: Places<'i>,
    /// Of the records at these places only those that name what was asked for, where others may be among them.
    only: Option<Only<'a, 'i, T>>,
}

/// The id that records have to name, for filtering them.
struct Only<'a, 'i, T> {
    ids: &'i IdTable,
    /// As a record has it, since what is found outlives what was asked; `None` where no record does.
    asked: Option<Key<'a>>,
    names: Names<T>,
}

impl<T> Clone for Only<'_, '_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Only<'_, '_, T> {}

impl<'a, 'i, T> Records<'a, 'i, T> {
    pub(super) const fn new(list: &'a [T], places: Places<'i>) -> Self {
        Self { list, places, only: None }
    }

    /// Of the records at some places of their list those that name what was asked for.
    pub(super) fn naming(
        list: &'a [T],
        places: Places<'i>,
        ids: &'i IdTable,
        asked: Key<'_>,
        names: Names<T>,
    ) -> Self {
        let mut known = None;
        for record in Self::new(list, places.clone()) {
            known = find(record, ids, asked, names);
            if known.is_some() {
                break;
            }
        }
        Self { only: Some(Only { ids, asked: known, names }), ..Self::new(list, places) }
    }
}

/// What was asked for, as the record has it, if it names that.
fn find<'a, T>(record: &'a T, ids: &IdTable, asked: Key<'_>, names: Names<T>) -> Option<Key<'a>> {
    let (mut found, asked) = (None, ids.first(asked));
    names(record, &mut |key| {
        if ids.first(key) == asked {
            found = Some(key);
        }
    });
    found
}

impl<'a, T> Iterator for Records<'a, '_, T> {
    type Item = &'a T;

    fn next(&mut self) -> Option<&'a T> {
        loop {
            let record = self.list.get(self.places.next()?)?;
            match self.only {
                None => return Some(record),
                Some(Only { ids, asked, names }) => {
                    if find(record, ids, asked?, names).is_some() {
                        return Some(record);
                    }
                }
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let most = self.places.len();
        (if self.only.is_none() { most } else { 0 }, Some(most))
    }
}

impl<T> FusedIterator for Records<'_, '_, T> {}

impl<T> Clone for Records<'_, '_, T> {
    fn clone(&self) -> Self {
        Self { list: self.list, places: self.places.clone(), only: self.only }
    }
}

impl<T: fmt::Debug> fmt::Debug for Records<'_, '_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}
