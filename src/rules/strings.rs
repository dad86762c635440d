//! Texts that are hashed once, then known by a number.

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

/// The texts, end to end.
#[derive(Default)]
struct Texts {
    text: String,
    ends: Vec<usize>,
}

impl Texts {
    fn get(&self, number: u32) -> Option<&str> {
        let number = usize::try_from(number).ok()?;
        let start = match number.checked_sub(1) {
            Some(before) => *self.ends.get(before)?,
            None => 0,
        };
        self.text.get(start..*self.ends.get(number)?)
    }

    fn text(&self, number: u32) -> &str {
        self.get(number).unwrap_or_default()
    }
}

impl Strings {
    pub(super) fn reserve(&mut self, more: usize) {
        let Self { texts, table, hasher, .. } = self;
        texts.ends.reserve(more);
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
                let number = u32::try_from(texts.ends.len()).unwrap_or(u32::MAX);
                entry.insert(number);
                texts.text.push_str(text);
                texts.ends.push(texts.text.len());
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
        self.texts.ends.len()
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
