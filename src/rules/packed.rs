//! Facts take no more room than they need: numbers without holes between them, lists without room to spare.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A whole number in four bytes that may stand anywhere, so that what holds it has no holes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Packed([u8; 4]);

impl Packed {
    /// The greatest digits come first: so the bytes are in the order of the numbers.
    pub(super) const fn new(number: u32) -> Self {
        Self(number.to_be_bytes())
    }

    pub(super) const fn get(self) -> u32 {
        u32::from_be_bytes(self.0)
    }
}

impl std::fmt::Debug for Packed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.get().fmt(f)
    }
}

impl Serialize for Packed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.get().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Packed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        u32::deserialize(deserializer).map(Self::new)
    }
}

/// A list that grows block by block: its items are never copied to make room, and at most one block is not full.
#[derive(Clone, Debug)]
pub(super) struct Pile<T> {
    blocks: Vec<Vec<T>>,
}

/// How many items a block holds.
pub(super) const BLOCK: usize = 4096;

impl<T> Default for Pile<T> {
    fn default() -> Self {
        Self { blocks: Vec::new() }
    }
}

impl<T> Pile<T> {
    pub(super) fn push(&mut self, item: T) {
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

    pub(super) fn len(&self) -> usize {
        let full = self.blocks.len().saturating_sub(1).saturating_mul(BLOCK);
        self.blocks.last().map_or(0, |last| full.saturating_add(last.len()))
    }

    pub(super) fn get(&self, place: usize) -> Option<&T> {
        self.blocks.get(place / BLOCK)?.get(place % BLOCK)
    }

    pub(super) fn last(&self) -> Option<&T> {
        self.blocks.last()?.last()
    }

    pub(super) fn last_mut(&mut self) -> Option<&mut T> {
        self.blocks.last_mut()?.last_mut()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &T> {
        self.blocks.iter().flatten()
    }

    /// How many items at the start a condition holds for, in a list where it holds for none after those.
    pub(super) fn partition_point(&self, holds: impl Fn(&T) -> bool) -> usize {
        let full = self.blocks.partition_point(|block| block.last().is_some_and(&holds));
        let inner = self.blocks.get(full).map_or(0, |block| block.partition_point(holds));
        // The last block may be counted as full.
        full.saturating_mul(BLOCK).saturating_add(inner).min(self.len())
    }

    /// The items end to end. Each block is let go when its items have moved.
    pub(super) fn into_vec(self) -> Vec<T> {
        let mut items = Vec::with_capacity(self.len());
        self.blocks.into_iter().for_each(|block| items.extend(block));
        items
    }
}

impl<T> IntoIterator for Pile<T> {
    type Item = T;
    type IntoIter = std::iter::Flatten<std::vec::IntoIter<Vec<T>>>;

    fn into_iter(self) -> Self::IntoIter {
        self.blocks.into_iter().flatten()
    }
}

impl<T> Extend<T> for Pile<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        items.into_iter().for_each(|item| self.push(item));
    }
}

impl<T> FromIterator<T> for Pile<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut pile = Self::default();
        pile.extend(items);
        pile
    }
}

impl<T: Serialize> Serialize for Pile<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Pile<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self::from_iter)
    }
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, Packed, Pile};

    #[test]
    fn packed_numbers_are_in_the_order_of_numbers() {
        let numbers = [0, 1, 255, 256, 65_535, 65_536, u32::MAX];
        let packed = numbers.map(Packed::new);
        assert!(packed.is_sorted());
        assert_eq!(packed.map(Packed::get), numbers);
    }

    #[test]
    fn a_pile_is_the_list_of_its_items() {
        for length in [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK] {
            let pile: Pile<usize> = (0..length).collect();
            assert_eq!(pile.len(), length);
            assert_eq!(pile.get(length), None);
            assert!((0..length).all(|place| pile.get(place) == Some(&place)));
            assert_eq!(pile.last().copied(), length.checked_sub(1));
            for border in [0, 1, BLOCK, BLOCK + 1, length] {
                assert_eq!(pile.partition_point(|&item| item < border), border.min(length));
            }
            assert!(pile.into_vec().into_iter().eq(0..length));
        }
    }
}
