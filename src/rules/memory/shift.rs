//! Facts, and how they change when their records are put behind others.

use crate::dataset::PerKind;
use crate::values::RecordKind;

/// How facts change when their records are put behind others.
///
/// What is kept of a part names records by their place and ids and words by their number, each counted from the start of
/// that part. Behind the records of other parts, places move on by as many records as stood before, and ids and words
/// get the numbers that they have in the tables of all. So a fact says once, in [`Fact`](cooperation_derive::Fact), which of its members move,
/// and any number of parts can be checked apart, on any number of machines, and put together without looking at a
/// record again.
#[derive(Default)]
pub(in crate::rules) struct Shift {
    /// For each kind of record how many there were before, and the new number of each id.
    pub ids: PerKind<(u32, Vec<u32>)>,
    /// The new number of each word.
    pub words: Vec<u32>,
}

impl Shift {
    /// How many records of a kind there were before.
    pub(in crate::rules) const fn before(&self, kind: RecordKind) -> u32 {
        self.ids.get(kind).0
    }
}

/// What changes when its records are put behind others.
pub(in crate::rules) trait Shifted {
    fn shift(&mut self, by: &Shift);
}

/// The new number of what had a number. A summary from other hands may name numbers that nothing has: they lead nowhere
/// afterwards too.
pub(super) fn moved(number: u32, numbers: &[u32]) -> u32 {
    numbers.get(number as usize).copied().unwrap_or(u32::MAX)
}

impl<T: Shifted> Shifted for Option<T> {
    fn shift(&mut self, by: &Shift) {
        if let Some(inner) = self {
            inner.shift(by);
        }
    }
}
