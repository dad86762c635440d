use super::bytes::Bytes;
use super::error::Error;
use super::row::Row;
use crate::interop::misfits::{At, Misfits};
use std::collections::HashSet;
use std::rc::Rc;

/// What comes after a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Cell,
    Row,
    File,
}

/// The cells of a row, with the line on which it starts.
struct Taken {
    line: u64,
    cells: Vec<String>,
    /// Numbers of the cells with quotation marks that are not doubled.
    loose: Vec<usize>,
}

/// The rows of a table as CSV, where cells may also begin with a doubled quotation mark and end with one, without the
/// quotation marks that should enclose them: the dumps have such cells.
pub(super) struct CsvRows<'a> {
    bytes: Bytes<'a>,
    /// Byte between the cells; `None` until the first row is read.
    delimiter: Option<u8>,
    head: Rc<[String]>,
}

impl<'a> CsvRows<'a> {
    /// Reads the titles of the columns.
    pub(super) fn open(mut bytes: Bytes<'a>) -> Result<Self, Error> {
        let table = bytes.table;
        bytes.begin();
        let mut rows = Self { bytes, delimiter: None, head: Rc::default() };
        let Some(Taken { cells, .. }) = rows.taken()? else {
            return Err(Error::new(table, None, "the table is empty"));
        };
        let mut titles = HashSet::new();
        let spelt = |cell: String| {
            let title = cell.trim();
            table.column(title).unwrap_or(title).to_owned()
        };
        rows.head = cells.into_iter().map(spelt).collect();
        let mut named = rows.head.iter().filter(|title| !title.is_empty());
        if let Some(twice) = named.find(|title| !titles.insert(title.as_str())) {
            return Err(Error::new(table, Some(1), &format!("the column {twice} is given twice")));
        }
        let key = table.key();
        if !titles.contains(key) {
            return Err(Error::new(table, Some(1), &format!("the column {key} is missing")));
        }
        Ok(rows)
    }

    /// The next row. Rows with more or fewer cells than the first are passed over and noted.
    pub(super) fn next(&mut self, misfits: &mut Misfits) -> Result<Option<Row>, Error> {
        loop {
            self.bytes.begin();
            let Some(Taken { line, cells, loose }) = self.taken()? else { return Ok(None) };
            let table = self.bytes.table;
            if cells.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            if cells.len() != self.head.len() {
                let message = "the row has more or fewer cells than the first row: not read";
                misfits.unread(At { place: table.as_str(), line: Some(line) }, message);
                continue;
            }
            for title in loose.iter().filter_map(|place| self.head.get(*place)) {
                let place = format!("{table}/{title}");
                let message = "a quotation mark is not doubled: read up to the next one that ends a cell";
                misfits.no_place(At { place: &place, line: Some(line) }, message);
            }
            return Ok(Some(Row { table, line, head: Rc::clone(&self.head), cells }));
        }
    }

    /// The cells of the next row.
    fn taken(&mut self) -> Result<Option<Taken>, Error> {
        if self.bytes.peek()?.is_none() {
            return Ok(None);
        }
        let line = self.bytes.line;
        let (mut cells, mut loose) = (Vec::new(), Vec::new());
        loop {
            let mut cell = Vec::new();
            if self.cell(&mut cell, line)? {
                loose.push(cells.len());
            }
            let end = self.end()?;
            cells.push(self.bytes.text(cell, line)?);
            if end != End::Cell {
                return Ok(Some(Taken { line, cells, loose }));
            }
        }
    }

    /// Reads a cell and tells whether a quotation mark in it was not doubled.
    fn cell(&mut self, cell: &mut Vec<u8>, line: u64) -> Result<bool, Error> {
        if !self.bytes.next_if(b'"')? {
            while self.bytes.peek()?.is_some_and(|byte| !self.ends(byte)) {
                cell.extend(self.bytes.next()?);
            }
            return Ok(false);
        }
        // The cell begins with a doubled quotation mark that is its own, and lacks those that enclose it.
        let mut bare = false;
        let mut loose = false;
        loop {
            match self.bytes.next()? {
                None => {
                    let message = "a quotation mark opens a cell and none closes it";
                    return Err(Error::new(self.bytes.table, Some(line), message));
                }
                Some(b'"') => match self.bytes.peek()? {
                    None => return Ok(loose),
                    Some(byte) if self.ends(byte) => return Ok(loose),
                    Some(b'"') => {
                        self.bytes.next()?;
                        cell.push(b'"');
                        if bare && self.bytes.peek()?.is_none_or(|byte| self.ends(byte)) {
                            return Ok(loose);
                        }
                    }
                    Some(_) => {
                        bare |= cell.is_empty();
                        loose = true;
                        cell.push(b'"');
                    }
                },
                Some(b'\r') if self.bytes.peek()? == Some(b'\n') => {}
                Some(byte) => cell.push(byte),
            }
        }
    }

    fn ends(&self, byte: u8) -> bool {
        let delimits = match self.delimiter {
            Some(delimiter) => byte == delimiter,
            None => matches!(byte, b';' | b',' | b'\t'),
        };
        delimits || matches!(byte, b'\r' | b'\n')
    }

    /// Takes what comes after a cell. The first of its kind is what stands between cells.
    fn end(&mut self) -> Result<End, Error> {
        match self.bytes.next()? {
            None => Ok(End::File),
            Some(b'\r') => {
                self.bytes.next_if(b'\n')?;
                Ok(End::Row)
            }
            Some(b'\n') => Ok(End::Row),
            Some(byte) => {
                self.delimiter.get_or_insert(byte);
                Ok(End::Cell)
            }
        }
    }
}
