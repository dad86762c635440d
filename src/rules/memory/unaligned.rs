//! Numbers that leave no holes in what holds them.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A `u32` with the alignment of a byte.
///
/// What is kept of records are small structs by the million: a kind, a place, an id, two dates, a role. With a plain
/// `u32` in it such a struct is aligned to four bytes, and each kind of one byte beside it costs four: a reference
/// from a record to an id would have 16 bytes in place of 10, an [`Involvement`](super::involvement::Involvement) 36
/// in place of 28. Reading four bytes from wherever they are takes one instruction on the machines that people
/// validate on.
///
/// The bytes are kept with the greatest digits first, so that comparing the arrays compares the numbers and derived
/// orders are right, at the price of a byte swap at each look, which is one instruction too.
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
