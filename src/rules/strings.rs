//! Texts that are hashed once, then known by a number.

use super::packed::BLOCK;
use hashbrown::hash_table::Entry;
use hashbrown::{DefaultHashBuilder, HashTable};
use serde::de::{self, Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};
use std::fmt;
use std::hash::BuildHasher as _;

/// A set of texts, each with a number from 0 in the order in which they came.
#[derive(Default)]
pub(super) struct Strings {
    texts: Texts,
    table: HashTable<u32>,
    /// Its keys are drawn anew for each table, so that nobody can choose texts that collide.
    hasher: DefaultHashBuilder,
    /// The number that was asked for last: records that belong together often stand together.
    last: u32,
}

/// The texts, in blocks that are never copied once they are full.
#[derive(Default)]
struct Texts {
    blocks: Vec<Block>,
}

/// Some texts, end to end.
#[derive(Default)]
struct Block {
    text: String,
    ends: Vec<u32>,
}

/// The longest text: a block is far from the end of what its numbers can count.
const LONGEST: usize = 1 << 16;

impl Texts {
    fn get(&self, number: u32) -> Option<&str> {
        let number = number as usize;
        let Block { text, ends } = self.blocks.get(number / BLOCK)?;
        let place = number % BLOCK;
        let start = match place.checked_sub(1) {
            Some(before) => *ends.get(before)?,
            None => 0,
        };
        text.get(start as usize..*ends.get(place)? as usize)
    }

    fn push(&mut self, text: &str) {
        let is_full = |block: &Block| block.ends.len() == BLOCK;
        if self.blocks.last().is_none_or(is_full) {
            if let Some(full) = self.blocks.last_mut() {
                full.text.shrink_to_fit();
            }
            self.blocks.push(Block::default());
        }
        if let Some(block) = self.blocks.last_mut() {
            block.text.push_str(text);
            block.ends.push(u32::try_from(block.text.len()).unwrap_or(u32::MAX));
        }
    }

    fn len(&self) -> usize {
        let full = self.blocks.len().saturating_sub(1).saturating_mul(BLOCK);
        self.blocks.last().map_or(0, |last| full.saturating_add(last.ends.len()))
    }

    fn text(&self, number: u32) -> &str {
        self.get(number).unwrap_or_default()
    }
}

impl Strings {
    pub(super) fn reserve(&mut self, more: usize) {
        let Self { texts, table, hasher, .. } = self;
        table.reserve(more, |&number| hasher.hash_one(texts.text(number)));
    }

    /// The number of a text, a new one where it has none yet.
    pub(super) fn number(&mut self, text: &str) -> u32 {
        let Self { texts, table, hasher, last } = self;
        for near in [*last, last.wrapping_add(1)] {
            if texts.get(near) == Some(text) {
                *last = near;
                return near;
            }
        }
        let hash = hasher.hash_one(text);
        let same = |&number: &u32| texts.get(number) == Some(text);
        *last = match table.entry(hash, same, |&number| hasher.hash_one(texts.text(number))) {
            Entry::Occupied(entry) => *entry.get(),
            Entry::Vacant(entry) => {
                let number = u32::try_from(texts.len()).unwrap_or(u32::MAX);
                entry.insert(number);
                texts.push(text);
                number
            }
        };
        *last
    }

    /// The number of a text, where it has one.
    pub(super) fn find(&self, text: &str) -> Option<u32> {
        let same = |&number: &u32| self.texts.get(number) == Some(text);
        self.table.find(self.hasher.hash_one(text), same).copied()
    }

    /// The text of a number.
    pub(super) fn get(&self, number: u32) -> &str {
        self.texts.text(number)
    }

    pub(super) fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether a byte of some text is of a kind; nothing is looked for one by one.
    pub(super) fn any_byte(&self, is: impl Fn(u8) -> bool) -> bool {
        let has = |block: &Block| block.text.bytes().fold(false, |any, byte| any | is(byte));
        self.texts.blocks.iter().any(has)
    }

    /// The texts, in the order of their numbers.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..u32::try_from(self.len()).unwrap_or(u32::MAX)).map(|number| self.get(number))
    }
}

impl Serialize for Strings {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de> Deserialize<'de> for Strings {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Strings;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of different texts")
            }

            fn visit_seq<A: de::SeqAccess<'de>>(self, mut list: A) -> Result<Strings, A::Error> {
                let mut strings = Strings::default();
                while let Some(text) = list.next_element::<std::borrow::Cow<'_, str>>()? {
                    if text.len() > LONGEST {
                        return Err(de::Error::custom("a text of the list is too long"));
                    }
                    let next = strings.len();
                    if usize::try_from(strings.number(&text)) != Ok(next) {
                        return Err(de::Error::custom("the text stands twice in the list"));
                    }
                }
                Ok(strings)
            }
        }
        deserializer.deserialize_seq(Visitor)
    }
}
