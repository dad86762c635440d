//! Input that counts lines and never gives more bytes than are allowed.

use crate::io::{Limits, other_encoding};
use std::io::{self, BufRead, Chain, Cursor, Read};

/// Bytes that are looked at to recognize an encoding.
const HEAD: usize = 4;

#[derive(Debug)]
pub(super) struct Input<R> {
    inner: Chain<Cursor<Vec<u8>>, R>,
    line: u64,
    /// Bytes that one record may still have.
    record: usize,
    /// Bytes that the file may still have.
    file: u64,
    limits: Limits,
}

impl<R: BufRead> Input<R> {
    /// An input without its byte order mark, or the name of an encoding that is not UTF-8.
    pub(super) fn new(mut reader: R, limits: Limits) -> io::Result<Result<Self, &'static str>> {
        let mut head = Vec::with_capacity(HEAD);
        reader.by_ref().take(4).read_to_end(&mut head)?;
        if let Some(encoding) = other_encoding(&head) {
            return Ok(Err(encoding));
        }
        if head.starts_with("\u{feff}".as_bytes()) {
            head.drain(..3);
        }
        let inner = Cursor::new(head).chain(reader);
        Ok(Ok(Self { inner, line: 1, record: limits.line_bytes, file: limits.bytes, limits }))
    }

    /// The current line, counted from 1.
    pub(super) const fn line(&self) -> u64 {
        self.line
    }

    /// Begins a new record, which may have as many bytes as the limits allow.
    pub(super) const fn begin_record(&mut self) {
        self.record = self.limits.line_bytes;
    }

    /// The limit that was reached, if one was.
    pub(super) fn limit(&self) -> Option<String> {
        if self.file == 0 {
            Some(format!("the file has more than {} bytes", self.limits.bytes))
        } else if self.record == 0 {
            Some(format!("an element has more than {} bytes", self.limits.line_bytes))
        } else {
            None
        }
    }
}

impl<R: BufRead> Read for Input<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(buffer)?;
        self.consume(read);
        Ok(read)
    }
}

impl<R: BufRead> BufRead for Input<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let file = usize::try_from(self.file).unwrap_or(usize::MAX);
        let most = self.record.min(file);
        let chunk = self.inner.fill_buf()?;
        if most == 0 && !chunk.is_empty() {
            return Err(io::Error::other("limit reached"));
        }
        Ok(chunk.get(..most).unwrap_or(chunk))
    }

    fn consume(&mut self, used: usize) {
        // What was not used yet is still there: nothing is read for this.
        if let Ok(chunk) = self.inner.fill_buf() {
            let breaks = chunk.iter().take(used).filter(|&&byte| byte == b'\n').count();
            self.line = self.line.saturating_add(u64::try_from(breaks).unwrap_or(u64::MAX));
        }
        self.record = self.record.saturating_sub(used);
        self.file = self.file.saturating_sub(u64::try_from(used).unwrap_or(u64::MAX));
        self.inner.consume(used);
    }
}
