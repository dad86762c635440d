//! What is kept of records for the rules that need all of them: ids by number, dates, sums, and no text that is not
//! compared. What is kept of one set of records can be put behind what is kept of another.

pub(super) mod shift;

pub(super) mod blocks;
mod fingerprint;
mod ids;
mod interner;
mod involvement;
mod lines;
mod observed;
mod unaligned;

pub(super) use blocks::BlockVec;
pub(super) use fingerprint::{Fingerprint, met_again};
pub(super) use ids::{IdRef, Ids, RecordAt, RecordPlace};
pub(super) use interner::Interned;
pub(super) use involvement::{Involvement, Overlaps, Span, by_body, first_of_each};
pub(super) use lines::Lines;
pub(super) use observed::Observed;
pub(super) use shift::{Shift, Shifted};

use crate::dataset::{Header, RecordRef};
use interner::Interner;
use serde::{Deserialize, Serialize};

/// What is kept of a set of records beside the facts of single families.
#[derive(Default, Hash, Serialize, Deserialize)]
pub(super) struct Memory {
    pub ids: Ids,
    /// Texts that are no ids.
    pub words: Interner,
    pub lines: Lines,
    /// What the dataset says of itself.
    pub header: Option<Header>,
    pub involvements: BlockVec<Involvement>,
}

impl Memory {
    /// Keeps what several families need of a record.
    #[inline]
    pub(super) fn observe(&mut self, observed: &Observed<'_>) {
        if matches!(observed.record, RecordRef::Membership(_) | RecordRef::Participation(_))
            && let Some(involvement) = Involvement::of(observed, &mut self.ids, &mut self.words)
        {
            self.involvements.push(involvement);
        }
    }

    /// Puts what is kept of later records behind this. Returns how they moved.
    pub(super) fn absorb(&mut self, later: Self) -> Shift {
        let ids = self.ids.absorb(&later.ids);
        let words = later.words.iter().map(|text| self.words.mention(text).0).collect();
        let shift = Shift { ids, words };
        self.lines.absorb(later.lines, &shift);
        self.involvements.absorb(later.involvements, &shift);
        self.header = later.header.or(self.header.take());
        shift
    }
}

#[cfg(test)]
mod tests {
    use super::{IdRef, Involvement, RecordPlace, Span};

    #[test]
    fn facts_take_the_room_that_the_comments_give_as_their_reason() {
        assert_eq!((size_of::<RecordPlace>(), size_of::<(RecordPlace, IdRef)>()), (5, 10));
        assert_eq!((size_of::<Span>(), size_of::<Involvement>()), (8, 28));
    }
}
