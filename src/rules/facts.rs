//! What is kept of records for the rules that need all of them: ids by number, dates, sums, and no text that is not
//! compared. Facts of one set of records can be put behind those of another.

/// A fact: what moves with the records and what stays as it is. It is kept as a list of its parts.
macro_rules! fact {
    (
        $(#[$meta:meta])*
        $name:ident { $($move:ident: $move_type:ty,)* } { $($stay:ident: $stay_type:ty,)* }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        pub(super) struct $name {
            $(pub $move: $move_type,)*
            $(pub $stay: $stay_type,)*
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                ($(&self.$move,)* $(&self.$stay,)*).serialize(serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let ($($move,)* $($stay,)*) = serde::Deserialize::deserialize(deserializer)?;
                Ok(Self { $($move,)* $($stay,)* })
            }
        }

        fact!(@shifted $name $($move)*);
    };
    // What has no moving parts moves by itself, in a way of its own.
    (@shifted $name:ident) => {};
    (@shifted $name:ident $($move:ident)+) => {
        impl $crate::rules::facts::Shifted for $name {
            fn shift(&mut self, by: &$crate::rules::facts::Shift) {
                $($crate::rules::facts::Shifted::shift(&mut self.$move, by);)+
            }
        }
    };
}

/// The facts of a family of rules, each kind of fact in a list.
macro_rules! facts {
    ($($(#[$meta:meta])* $list:ident: $fact:ty,)+) => {
        /// What this family keeps of the records.
        #[derive(Default, serde::Serialize, serde::Deserialize)]
        pub(super) struct Facts {
            $($(#[$meta])* pub $list: $crate::rules::packed::Pile<$fact>,)+
        }

        impl Facts {
            /// Puts the facts of later records behind these.
            pub(super) fn absorb(&mut self, later: Self, by: &$crate::rules::facts::Shift) {
                $(
                    self.$list.extend(later.$list.into_iter().map(|mut fact| {
                        $crate::rules::facts::Shifted::shift(&mut fact, by);
                        fact
                    }));
                )+
            }
        }
    };
}

use super::ids::{Handle, Ids, Place};
use super::lines::Lines;
use super::packed::Packed;
use super::strings::Strings;
use super::{counts, goals, hierarchy, money, provenance, references, seats, similarity, time};
use crate::dataset::Header;
use serde::{Deserialize, Serialize};

/// How facts change when their records are put behind others: places move on, ids and words get other numbers. By
/// default they stay as they are.
#[derive(Default)]
pub(super) struct Shift {
    /// For each kind of record how many there were before, and the new number of each id.
    pub ids: Vec<(u32, Vec<u32>)>,
    /// The new number of each word.
    pub words: Option<Vec<u32>>,
}

/// What changes when its records are put behind others.
pub(super) trait Shifted {
    fn shift(&mut self, by: &Shift);
}

impl Shifted for Place {
    fn shift(&mut self, by: &Shift) {
        let before = by.ids.get(self.kind as usize).map_or(0, |(before, _)| *before);
        self.index = Packed::new(self.index().saturating_add(before));
    }
}

impl Shifted for Handle {
    fn shift(&mut self, by: &Shift) {
        let numbers = by.ids.get(self.kind as usize).map(|(_, numbers)| numbers);
        self.number = moved(self.number, numbers);
    }
}

/// The number of a text that is no id: a name, the number of a goal, a role, a pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Word(Packed);

impl Shifted for Word {
    fn shift(&mut self, by: &Shift) {
        self.0 = moved(self.0, by.words.as_ref());
    }
}

/// The new number of what had a number.
fn moved(number: Packed, numbers: Option<&Vec<u32>>) -> Packed {
    let Some(numbers) = numbers else { return number };
    Packed::new(numbers.get(number.get() as usize).copied().unwrap_or(u32::MAX))
}

impl<T: Shifted> Shifted for Option<T> {
    fn shift(&mut self, by: &Shift) {
        if let Some(inner) = self {
            inner.shift(by);
        }
    }
}

/// All that is kept of a set of records.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Facts {
    pub ids: Ids,
    pub words: Strings,
    pub lines: Lines,
    /// What the dataset says of itself.
    pub header: Option<Header>,
    pub references: references::Facts,
    pub provenance: provenance::Facts,
    pub hierarchy: hierarchy::Facts,
    pub time: time::Facts,
    pub seats: seats::Facts,
    pub counts: counts::Facts,
    pub money: money::Facts,
    pub goals: goals::Facts,
    pub similarity: similarity::Facts,
}

impl Facts {
    /// The number of a text that is no id.
    pub(super) fn word(&mut self, text: &str) -> Word {
        Word(Packed::new(self.words.number(text)))
    }

    /// The word of a text that has one.
    pub(super) fn find_word(&self, text: &str) -> Option<Word> {
        self.words.find(text).map(|number| Word(Packed::new(number)))
    }

    /// The text of a word.
    pub(super) fn text_of(&self, word: Word) -> &str {
        self.words.get(word.0.get())
    }

    /// Puts the facts of later records behind these, and tells how they moved.
    pub(super) fn absorb(&mut self, later: Self) -> Shift {
        let mut shift = self.ids.absorb(&later.ids);
        shift.words = Some(later.words.iter().map(|text| self.words.number(text)).collect());
        let Self {
            lines,
            references,
            provenance,
            hierarchy,
            time,
            seats,
            counts,
            money,
            goals,
            similarity,
            ..
        } = self;
        lines.absorb(later.lines, &shift);
        references.absorb(later.references, &shift);
        provenance.absorb(later.provenance, &shift);
        hierarchy.absorb(later.hierarchy, &shift);
        time.absorb(later.time, &shift);
        seats.absorb(later.seats, &shift);
        counts.absorb(later.counts, &shift);
        money.absorb(later.money, &shift);
        goals.absorb(later.goals, &shift);
        similarity.absorb(later.similarity, &shift);
        self.header = later.header.or(self.header.take());
        shift
    }
}
