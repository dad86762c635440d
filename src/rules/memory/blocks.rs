//! Lists that grow without moving what is in them.

use super::shift::{Shift, Shifted};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::hash::{Hash, Hasher};
use std::mem::take;

/// A list that grows block by block: its items are never copied to make room, and at most one block is not full.
///
/// A `Vec` that is full takes twice the room elsewhere and copies everything into it: while it does so it holds room for
/// three times its items, and afterwards half of its room is to spare. A run over record lines does not know how many
/// will come, and its lists are what it mostly consists of. In blocks of 4,096 items at most one block of a list has
/// room to spare, and nothing is copied to make room. [`into_vec`](BlockVec::into_vec) gives each block back as soon
/// as its items have moved, so that the most that is held twice is one block and the room that the whole list is about
/// to fill.
///
/// Looking at an item costs a division by a power of two, which is a shift, and one more load than in a `Vec`.
#[derive(Clone, Debug)]
pub(in crate::rules) struct BlockVec<T> {
    blocks: Vec<Vec<T>>,
}

/// How many items a block holds.
pub(in crate::rules) const BLOCK: usize = 4096;

impl<T> Default for BlockVec<T> {
    fn default() -> Self {
        Self { blocks: Vec::new() }
    }
}

impl<T> BlockVec<T> {
    pub(in crate::rules) fn push(&mut self, item: T) {
        match self.blocks.last_mut() {
            Some(block) if block.len() < BLOCK => block.push(item),
            // The first one grows as lists do: most have few items.
            before => {
                let mut block = Vec::with_capacity(if before.is_some() { BLOCK } else { 4 });
                block.push(item);
                self.blocks.push(block);
            }
        }
    }

    pub(in crate::rules) fn len(&self) -> usize {
        let full = self.blocks.len().saturating_sub(1).saturating_mul(BLOCK);
        self.blocks.last().map_or(0, |last| full.saturating_add(last.len()))
    }

    pub(in crate::rules) fn get(&self, place: usize) -> Option<&T> {
        self.blocks.get(place / BLOCK)?.get(place % BLOCK)
    }

    pub(in crate::rules) fn last(&self) -> Option<&T> {
        self.blocks.last()?.last()
    }

    pub(in crate::rules) fn last_mut(&mut self) -> Option<&mut T> {
        self.blocks.last_mut()?.last_mut()
    }

    pub(in crate::rules) fn iter(&self) -> Items<'_, T> {
        Items { blocks: self.blocks.iter(), block: [].iter() }
    }

    /// How many items at the start satisfy a condition, in a list where none after those does.
    pub(in crate::rules) fn partition_point(&self, holds: impl Fn(&T) -> bool) -> usize {
        let full = self.blocks.partition_point(|block| block.last().is_some_and(&holds));
        let inner = self.blocks.get(full).map_or(0, |block| block.partition_point(holds));
        // The last block may be counted as full.
        full.saturating_mul(BLOCK).saturating_add(inner).min(self.len())
    }

    /// The items end to end. Each block is freed when its items have moved.
    pub(in crate::rules) fn into_vec(mut self) -> Vec<T> {
        let mut items = Vec::with_capacity(self.len());
        for block in &mut self.blocks {
            items.append(&mut take(block));
        }
        items
    }

    /// The items that satisfy a condition, end to end. Each block is freed when its items have moved.
    pub(in crate::rules) fn into_vec_of(mut self, is_wanted: impl Fn(&T) -> bool) -> Vec<T> {
        let mut items = Vec::new();
        for block in &mut self.blocks {
            let mut block = take(block);
            block.retain(&is_wanted);
            items.append(&mut block);
        }
        items
    }
}

impl<T: Clone> BlockVec<T> {
    /// Moves the items of another list behind these, each changed on the way.
    pub(in crate::rules) fn append(&mut self, mut later: Self, change: impl Fn(&mut T)) {
        for block in &mut later.blocks {
            for item in &mut take(block) {
                change(item);
                self.push(item.clone());
            }
        }
    }
}

/// The items of a list, block by block.
///
/// `Flatten` would do the same; it also goes backwards and keeps a block at both ends, in ten times the code for each
/// type of item.
pub(in crate::rules) struct Items<'b, T> {
    blocks: std::slice::Iter<'b, Vec<T>>,
    block: std::slice::Iter<'b, T>,
}

impl<'b, T> Iterator for Items<'b, T> {
    type Item = &'b T;

    #[inline]
    fn next(&mut self) -> Option<&'b T> {
        loop {
            if let Some(item) = self.block.next() {
                return Some(item);
            }
            self.block = self.blocks.next()?.iter();
        }
    }
}

impl<T: Shifted + Clone> BlockVec<T> {
    /// Puts the facts of later records behind these.
    pub(in crate::rules) fn absorb(&mut self, later: Self, by: &Shift) {
        self.append(later, |fact| fact.shift(by));
    }
}

impl<T> From<Vec<T>> for BlockVec<T> {
    fn from(items: Vec<T>) -> Self {
        let mut list = Self::default();
        for item in items {
            list.push(item);
        }
        list
    }
}

impl<T: Hash> Hash for BlockVec<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.len().hash(state);
        for item in self.iter() {
            item.hash(state);
        }
    }
}

impl<T: Serialize> Serialize for BlockVec<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for BlockVec<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, BlockVec};

    #[test]
    fn a_block_list_is_the_list_of_its_items() {
        for length in [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK] {
            let list: BlockVec<usize> = (0..length).collect::<Vec<_>>().into();
            assert_eq!(list.len(), length);
            assert_eq!(list.get(length), None);
            assert!((0..length).all(|place| list.get(place) == Some(&place)));
            assert_eq!(list.last().copied(), length.checked_sub(1));
            for border in [0, 1, BLOCK, BLOCK + 1, length] {
                assert_eq!(list.partition_point(|&item| item < border), border.min(length));
            }
            assert!(list.into_vec().into_iter().eq(0..length));
        }
    }
}
