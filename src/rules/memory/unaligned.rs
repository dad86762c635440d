//! Numbers that leave no holes in what holds them.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A `u32` with the alignment of a byte.
///
/// What is kept of records are small structs by the million: a kind, a place, an id, two dates, a role. With a plain
/// `u32` in it such a struct is aligned to four bytes, and each kind of one byte beside it costs four. An
/// [`Involvement`](super::involvement::Involvement) would have 32 bytes in place of 26, a reference between two records
/// 16 in place of 10. Half of what a run keeps are such numbers, and reading four bytes from anywhere takes one
/// instruction on the machines that people validate on.
///
/// The bytes are kept with the greatest digits first, so that comparing the arrays compares the numbers. That makes
/// comparison one `memcmp` and derived orders right, at the price of a byte swap, one instruction too, at each look.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::rules) struct UnalignedU32([u8; 4]);

impl UnalignedU32 {
    pub(in crate::rules) const fn new(number: u32) -> Self {
        Self(number.to_be_bytes())
    }

    pub(in crate::rules) const fn get(self) -> u32 {
        u32::from_be_bytes(self.0)
    }
}

impl std::fmt::Debug for UnalignedU32 {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.get().fmt(f)
    }
}

impl Serialize for UnalignedU32 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.get().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for UnalignedU32 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        u32::deserialize(deserializer).map(Self::new)
    }
}

#[cfg(test)]
mod tests {
    use super::UnalignedU32;

    #[test]
    fn unaligned_numbers_are_in_the_order_of_numbers() {
        let numbers = [0, 1, 255, 256, 65_535, 65_536, u32::MAX];
        let unaligned = numbers.map(UnalignedU32::new);
        assert!(unaligned.is_sorted());
        assert_eq!(unaligned.map(UnalignedU32::get), numbers);
    }
}
