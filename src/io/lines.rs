use super::encoding::{BOM, encoding_at};
use super::error::Error;
use super::fault::Fault;
use super::location::Location;
use super::read::{read, utf8};
use crate::dataset::RecordLine;
use crate::json::FaultKind;
use crate::json::Limits;
use std::io::{self, BufRead, Read as _};

/// An iterator over the record lines of a file (JSON Lines), each with its line number. Created by
/// [`ReadOptions::lines`].
///
/// Blank lines are skipped. A line that exceeds the limit is an error, and is skipped without being kept in memory.
///
/// [`ReadOptions::lines`]: crate::ReadOptions::lines
#[derive(Debug)]
pub struct RecordLines<R> {
    reader: R,
    limits: Limits,
    /// The bytes of a line, used again for the next.
    buffer: Vec<u8>,
    /// How many lines were taken.
    taken: u64,
    /// How many bytes were taken.
    offset: u64,
    over: bool,
}

/// A line that was taken from the reader into the buffer.
struct Taken {
    start: Location,
    too_long: bool,
}

impl<R: BufRead> RecordLines<R> {
    pub(super) const fn new(reader: R, limits: Limits) -> Self {
        Self { reader, limits, buffer: Vec::new(), taken: 0, offset: 0, over: false }
    }

    /// Continues in the middle of a file, with the reader at the start of a line. `lines` and `bytes` are the numbers
    /// of lines and bytes before it; line numbers and locations are counted from the beginning of the file. Byte order
    /// marks and other encodings are not detected, since they can occur only at the beginning of a file.
    ///
    /// ```
    /// use cooperation::ReadOptions;
    ///
    /// let file = b"{\"sorce\": {}}\n{\"goel\": {}}\n";
    /// let mut lines = ReadOptions::new().lines(&file[14..]).continued(1, 14);
    /// assert_eq!(lines.next().unwrap().unwrap_err().faults()[0].line(), 2);
    /// ```
    #[must_use]
    pub fn continued(self, lines: u64, bytes: u64) -> Self {
        Self { taken: lines, offset: bytes, ..self }
    }

    /// Returns the number of bytes that were taken from the reader.
    pub(super) const fn bytes(&self) -> u64 {
        self.offset
    }

    /// Takes the next line, without its line break; `None` at the end.
    fn take(&mut self) -> io::Result<Option<Taken>> {
        self.buffer.clear();
        let start = Location { line: self.taken.saturating_add(1), column: 1, offset: self.offset };
        let limit = u64::try_from(self.limits.line_bytes).unwrap_or(u64::MAX);
        let mut used = self.reader.by_ref().take(limit).read_until(b'\n', &mut self.buffer)?;
        if self.buffer.len() == self.limits.line_bytes && !self.buffer.ends_with(b"\n") {
            // Its line break comes next, or it is too long. The buffer is not doubled for one byte.
            self.buffer.reserve_exact(1);
            let next = self.reader.by_ref().take(1).read_until(b'\n', &mut self.buffer)?;
            used = used.saturating_add(next);
        }
        if used == 0 {
            return Ok(None);
        }
        let has_ended = self.buffer.pop_if(|&mut last| last == b'\n').is_some();
        let too_long = !has_ended && self.buffer.len() > self.limits.line_bytes;
        if too_long {
            used = used.saturating_add(self.reader.skip_until(b'\n')?);
        }
        self.offset = self.offset.saturating_add(u64::try_from(used).unwrap_or(u64::MAX));
        self.taken = start.line;
        Ok(Some(Taken { start, too_long }))
    }

    /// The line that was taken, without a carriage return at its end.
    fn line(&self) -> &[u8] {
        self.buffer.strip_suffix(b"\r").unwrap_or(&self.buffer)
    }

    fn read(&self, taken: &Taken) -> Result<RecordLine, Error> {
        read(utf8(self.line(), taken.start)?, self.limits, taken.start)
    }
}

impl<R: BufRead> Iterator for RecordLines<R> {
    type Item = Result<(u64, RecordLine), Error>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.over {
            let taken = match self.take() {
                Ok(Some(taken)) => taken,
                Ok(None) => break,
                Err(error) => {
                    self.over = true;
                    return Some(Err(error.into()));
                }
            };
            if taken.too_long {
                let message = format!("the line has more than {} bytes", self.limits.line_bytes);
                let fault = Fault::new(FaultKind::LimitLineBytes, taken.start, &message);
                return Some(Err(fault.with_help("put one record on each line").into()));
            }
            // In another encoding what looks like a line break may be half a character: there are no lines to go on
            // with.
            self.over = encoding_at(self.line(), taken.start.offset).is_some();
            if !is_blank(&self.buffer, taken.start) {
                return Some(self.read(&taken).map(|record| (taken.start.line, record)));
            }
        }
        self.over = true;
        None
    }
}

impl<R: BufRead> std::iter::FusedIterator for RecordLines<R> {}

fn is_blank(line: &[u8], start: Location) -> bool {
    let line = match line.strip_prefix(BOM.as_bytes()) {
        Some(rest) if start.offset == 0 => rest,
        _ => line,
    };
    line.iter().all(|&byte| matches!(byte, b' ' | b'\t' | b'\r'))
}
