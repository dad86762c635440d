//! A number that tells whether what was written is what is read.

use std::hash::{DefaultHasher, Hash, Hasher};

/// A hasher that makes of the same values the same number on machines of 32 and of 64 bits.
///
/// It is compared in 64 bits, so of values that were damaged one in 10^19 passes. It has no key: whoever changes a value
/// on purpose can write the checksum of the new one.
#[derive(Default)]
struct Checksum(DefaultHasher);

impl Hasher for Checksum {
    fn write(&mut self, bytes: &[u8]) {
        self.0.write(bytes);
    }

    fn write_usize(&mut self, number: usize) {
        self.0.write_u64(number as u64);
    }

    fn write_isize(&mut self, number: isize) {
        self.0.write_i64(number as i64);
    }

    fn finish(&self) -> u64 {
        self.0.finish()
    }
}

/// The checksum of a value.
pub(super) fn checksum(value: &impl Hash) -> u64 {
    let mut checksum = Checksum::default();
    value.hash(&mut checksum);
    checksum.finish()
}
