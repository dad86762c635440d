use super::error::Error;
use super::table::Table;
use std::io::{BufRead as _, BufReader, ErrorKind, Read};

/// Most bytes of a row or an item.
const MOST: usize = 8 << 20;

/// The bytes of a table, with the line of the next.
pub(super) struct Bytes<'a> {
    reader: BufReader<Box<dyn Read + Send + 'a>>,
    pub table: Table,
    /// Line of the next byte, counted from 1.
    pub line: u64,
    taken: usize,
}

impl<'a> Bytes<'a> {
    /// Opens a table behind its byte order mark.
    pub(super) fn open(table: Table, reader: Box<dyn Read + Send + 'a>) -> Result<Self, Error> {
        let mut bytes = Self { reader: BufReader::new(reader), table, line: 1, taken: 0 };
        if bytes.peek()? == Some(0xef) {
            let mut mark = Vec::new();
            while mark.len() < 3 {
                let Some(byte) = bytes.next()? else { break };
                mark.push(byte);
            }
            if mark != "\u{feff}".as_bytes() {
                return Err(bytes.error("the text is not in UTF-8"));
            }
        }
        Ok(bytes)
    }

    pub(super) fn error(&self, message: &str) -> Error {
        Error::new(self.table, Some(self.line), message)
    }

    /// Begins a row, for which the limit counts anew.
    pub(super) fn begin(&mut self) {
        self.taken = 0;
    }

    pub(super) fn peek(&mut self) -> Result<Option<u8>, Error> {
        loop {
            match self.reader.fill_buf() {
                Ok(chunk) => return Ok(chunk.first().copied()),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(Error::io(self.table, self.line, error)),
            }
        }
    }

    pub(super) fn next(&mut self) -> Result<Option<u8>, Error> {
        let Some(byte) = self.peek()? else { return Ok(None) };
        self.reader.consume(1);
        self.taken = self.taken.saturating_add(1);
        if self.taken > MOST {
            return Err(self.error("the row has more than 8 MiB: is a quotation mark missing?"));
        }
        if byte == b'\n' {
            self.line = self.line.saturating_add(1);
        }
        Ok(Some(byte))
    }

    /// Takes the next byte if it is this one.
    pub(super) fn next_if(&mut self, wanted: u8) -> Result<bool, Error> {
        if self.peek()? == Some(wanted) { self.next().map(|byte| byte.is_some()) } else { Ok(false) }
    }

    /// The text of a cell or an item that starts on a line.
    pub(super) fn text(&self, bytes: Vec<u8>, line: u64) -> Result<String, Error> {
        String::from_utf8(bytes).map_err(|_| Error::new(self.table, Some(line), "the text is not in UTF-8"))
    }
}
