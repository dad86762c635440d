//! Texts that are hashed once, then known by a number.

use super::blocks::BLOCK;
use super::shift::{Shift, Shifted, moved};
use super::unaligned::UnalignedU32;
use hashbrown::hash_table::Entry;
use hashbrown::{DefaultHashBuilder, HashTable};
use serde::de::{self, Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};
use std::fmt;
use std::hash::{BuildHasher as _, Hash, Hasher};
use std::ops::Range;

/// A set of texts, each with a number from 0 in the order in which they came.
///
/// Everything that rules compare between records goes by such numbers, which take four bytes and compare in one
/// instruction, where an id takes 24 bytes inline and more beyond 23 characters. Each text is hashed once when it is
/// defined, and is then looked up seldom: a record mostly mentions what the record before it mentioned, or the next one
/// (the participations of a project follow one another, as do the partners in them), so that two comparisons with what
/// was asked last answer four in five questions without a hash (45,000 of 56,000 at 2,000 generated projects).
///
/// The texts are kept end to end in blocks of 4,096, with a mark of four bytes where each starts. A `String` for each
/// would cost 24 bytes and an allocation. One long `String` would be copied as it grows, to twice its size, at the
/// moment at which a run holds most. The table holds numbers only and compares texts in the blocks, which std's map
/// cannot.
#[derive(Default)]
pub(in crate::rules) struct Interner {
    texts: Texts,
    table: HashTable<u32>,
    /// Its keys are drawn anew for each table, so that nobody can choose texts that collide.
    hasher: DefaultHashBuilder,
    /// The number that was asked for last: records that belong together often follow one another.
    last: u32,
}

/// A text that is no id, by its number: a role, the number of a goal, a pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub(in crate::rules) struct Interned(UnalignedU32);

impl Interned {
    pub(super) const fn new(number: u32) -> Self {
        Self(UnalignedU32::new(number))
    }

    pub(super) const fn number(self) -> u32 {
        self.0.get()
    }
}

impl Shifted for Interned {
    fn shift(&mut self, by: &Shift) {
        *self = Self::new(moved(self.number(), &by.words));
    }
}

/// The texts, in blocks that are never copied once they are full.
#[derive(Default)]
struct Texts {
    blocks: Vec<Block>,
}

/// Some texts, end to end.
struct Block {
    text: String,
    /// Where each starts, and where the last ends.
    marks: Vec<u32>,
}

impl Block {
    /// The first block grows as lists do, as most tables have few texts. A later one gets the room for all its marks at
    /// once, which growing would make half empty: a mark more than texts passes a power of two.
    fn new(is_first: bool) -> Self {
        let mut marks = Vec::with_capacity(if is_first { 4 } else { BLOCK.saturating_add(1) });
        marks.push(0);
        Self { text: String::new(), marks }
    }

    fn len(&self) -> usize {
        self.marks.len().saturating_sub(1)
    }
}

/// The longest text: a block is far from the end of what its numbers can count.
const LONGEST: usize = 1 << 16;

impl Texts {
    /// The block of a text, and its range there.
    fn span(&self, number: u32) -> Option<(&Block, Range<usize>)> {
        let number = number as usize;
        let block = self.blocks.get(number / BLOCK)?;
        let &[start, end] = block.marks.get(number % BLOCK..)?.first_chunk()?;
        Some((block, start as usize..end as usize))
    }

    fn text(&self, number: u32) -> &str {
        self.span(number).and_then(|(block, span)| block.text.get(span)).unwrap_or_default()
    }

    /// Whether the text of the number is this one.
    fn is(&self, number: u32, text: &str) -> bool {
        // Bytes need no look at where characters end.
        self.span(number)
            .is_some_and(|(block, span)| block.text.as_bytes().get(span) == Some(text.as_bytes()))
    }

    fn push(&mut self, text: &str) {
        if self.blocks.last().is_none_or(|block| block.len() == BLOCK) {
            if let Some(full) = self.blocks.last_mut() {
                full.text.shrink_to_fit();
                full.marks.shrink_to_fit();
            }
            self.blocks.push(Block::new(self.blocks.is_empty()));
        }
        if let Some(block) = self.blocks.last_mut() {
            block.text.push_str(text);
            block.marks.push(u32::try_from(block.text.len()).unwrap_or(u32::MAX));
        }
    }

    fn len(&self) -> usize {
        let full = self.blocks.len().saturating_sub(1).saturating_mul(BLOCK);
        self.blocks.last().map_or(0, |last| full.saturating_add(last.len()))
    }
}

impl Interner {
    pub(in crate::rules) fn reserve(&mut self, more: usize) {
        let Self { texts, table, hasher, .. } = self;
        table.reserve(more, |&number| hasher.hash_one(texts.text(number)));
    }

    /// A text by its number, a new one where it has none yet.
    pub(in crate::rules) fn intern(&mut self, text: &str) -> Interned {
        Interned::new(self.mention(text).0)
    }

    /// A text by its number, where it has one.
    pub(in crate::rules) fn find_interned(&self, text: &str) -> Option<Interned> {
        self.find(text).map(Interned::new)
    }

    /// The text of what was interned.
    pub(in crate::rules) fn text(&self, interned: Interned) -> &str {
        self.get(interned.number())
    }

    /// The number of a text that is probably there, and whether it is new.
    pub(in crate::rules) fn mention(&mut self, text: &str) -> (u32, bool) {
        for near in [self.last, self.last.wrapping_add(1)] {
            if self.texts.is(near, text) {
                self.last = near;
                return (near, false);
            }
        }
        let (number, is_new) = self.add(text);
        self.last = number;
        (number, is_new)
    }

    /// The number of a text that is probably new, and whether it is.
    pub(in crate::rules) fn add(&mut self, text: &str) -> (u32, bool) {
        let Self { texts, table, hasher, .. } = self;
        let hash = hasher.hash_one(text);
        let entry = table.entry(
            hash,
            |&number| texts.is(number, text),
            |&number| hasher.hash_one(texts.text(number)),
        );
        match entry {
            Entry::Occupied(entry) => (*entry.get(), false),
            Entry::Vacant(entry) => {
                let number = u32::try_from(texts.len()).unwrap_or(u32::MAX);
                entry.insert(number);
                texts.push(text);
                (number, true)
            }
        }
    }

    /// The number of a text, where it has one.
    pub(in crate::rules) fn find(&self, text: &str) -> Option<u32> {
        self.table.find(self.hasher.hash_one(text), |&number| self.texts.is(number, text)).copied()
    }

    /// The text of a number.
    pub(in crate::rules) fn get(&self, number: u32) -> &str {
        self.texts.text(number)
    }

    pub(in crate::rules) fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether a byte of some text is of a kind; nothing is looked for one by one.
    pub(in crate::rules) fn any_byte(&self, is: impl Fn(u8) -> bool) -> bool {
        let has = |block: &Block| block.text.bytes().fold(false, |any, byte| any | is(byte));
        self.texts.blocks.iter().any(has)
    }

    /// The texts, in the order of their numbers.
    pub(in crate::rules) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..u32::try_from(self.len()).unwrap_or(u32::MAX)).map(|number| self.get(number))
    }
}

impl Hash for Interner {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.len().hash(state);
        for text in self.iter() {
            text.hash(state);
        }
    }
}

impl Serialize for Interner {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de> Deserialize<'de> for Interner {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Interner;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of different texts")
            }

            fn visit_seq<A: de::SeqAccess<'de>>(self, mut list: A) -> Result<Interner, A::Error> {
                let mut interner = Interner::default();
                while let Some(text) = list.next_element::<std::borrow::Cow<'_, str>>()? {
                    if text.len() > LONGEST {
                        return Err(de::Error::custom("a text of the list is too long"));
                    }
                    if !interner.add(&text).1 {
                        return Err(de::Error::custom("the text stands twice in the list"));
                    }
                }
                Ok(interner)
            }
        }
        deserializer.deserialize_seq(Visitor)
    }
}
