use std::collections::HashMap;

/// The number of an id among those that a dataset defines or mentions, whatever their kind.
pub(super) type IdNumber = u32;

/// Which ids are of one thing: those of records that a source states to be the same.
///
/// A relation `same as` without a basis is stated and followed, over any number of records and in both directions. One
/// that is implied or open is not.
#[derive(Debug, Default)]
pub(super) struct Identity {
    /// From each id of several that are of one thing to the first of them, itself included. Empty in most datasets.
    first: HashMap<IdNumber, IdNumber>,
    /// From the first to all of them, in the order in which they were met.
    all: HashMap<IdNumber, Vec<IdNumber>>,
}

impl Identity {
    /// Brings two groups of ids together: the smaller is added to the larger.
    pub(super) fn join(&mut self, one: IdNumber, other: IdNumber) {
        let (one, other) = (self.first(one), self.first(other));
        if one == other {
            return;
        }
        let of_one = self.all.remove(&one).unwrap_or_else(|| vec![one]);
        let of_other = self.all.remove(&other).unwrap_or_else(|| vec![other]);
        let (first, mut larger, smaller) =
            if of_one.len() >= of_other.len() { (one, of_one, of_other) } else { (other, of_other, of_one) };
        for &number in &smaller {
            self.first.insert(number, first);
        }
        self.first.insert(first, first);
        larger.extend(smaller);
        self.all.insert(first, larger);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.first.is_empty()
    }

    /// The id that stands for all ids of the same thing.
    pub(super) fn first(&self, number: IdNumber) -> IdNumber {
        self.first.get(&number).copied().unwrap_or(number)
    }

    /// All ids of the same thing as this one, where there are several.
    pub(super) fn all(&self, number: IdNumber) -> &[IdNumber] {
        self.first.get(&number).and_then(|first| self.all.get(first)).map_or(&[], Vec::as_slice)
    }
}
