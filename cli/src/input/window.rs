//! Reading one open file at several places at once.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek as _, SeekFrom};
use std::sync::{Mutex, PoisonError};

/// An open file that several readers share.
pub(crate) struct Shared(Mutex<File>);

/// A stretch of a shared file, read from its start to its end.
pub(crate) struct Window<'f> {
    file: &'f Shared,
    at: u64,
    end: u64,
}

impl Shared {
    pub(crate) const fn new(file: File) -> Self {
        Self(Mutex::new(file))
    }

    /// The stretch between two places; where there is no end, to the end of the file.
    pub(crate) fn window(&self, start: u64, end: Option<u64>) -> BufReader<Window<'_>> {
        // Much at a time, since readers wait for each other.
        BufReader::with_capacity(1 << 18, Window { file: self, at: start, end: end.unwrap_or(u64::MAX) })
    }
}

impl Read for Window<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = usize::try_from(self.end.saturating_sub(self.at)).unwrap_or(usize::MAX);
        let most = buffer.len().min(left);
        let Some(buffer) = buffer.get_mut(..most) else { return Ok(0) };
        // Each reader goes to its own place first, wherever another has left the file.
        let mut file = self.file.0.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(self.at))?;
        let count = file.read(buffer)?;
        self.at = self.at.saturating_add(count as u64);
        Ok(count)
    }
}
