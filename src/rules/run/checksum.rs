//! A number that tells whether what was written is what is read.

use serde::Serialize;
use std::hash::{DefaultHasher, Hasher as _};
use std::io;

/// The checksum of some bytes.
///
/// It is compared in 64 bits, so of texts that were damaged one in 10^19 passes. It has no key: whoever changes a text
/// on purpose can write the checksum of the new one.
#[derive(Default)]
struct Checksum(DefaultHasher);

impl io::Write for Checksum {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The checksum of a value as compact JSON, which is written nowhere.
pub(super) fn checksum(value: &impl Serialize) -> Result<u64, serde_json::Error> {
    let mut checksum = Checksum::default();
    serde_json::to_writer(&mut checksum, value)?;
    Ok(checksum.0.finish())
}
