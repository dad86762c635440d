use super::table::Table;
use crate::reflect::sanitized;
use std::fmt;
use std::io;

/// The error for a table that cannot be read any further. Cells and rows that cannot be read are misfits, not errors.
#[derive(Debug)]
pub struct Error {
    table: Table,
    line: Option<u64>,
    message: Box<str>,
    io: Option<io::Error>,
}

impl Error {
    pub(super) fn new(table: Table, line: Option<u64>, message: &str) -> Self {
        Self { table, line, message: sanitized(message), io: None }
    }

    pub(super) fn io(table: Table, line: u64, error: io::Error) -> Self {
        let message = "the input could not be read".into();
        Self { table, line: Some(line), message, io: Some(error) }
    }

    /// Returns the table.
    #[must_use]
    pub const fn table(&self) -> Table {
        self.table
    }

    /// Returns the line, counted from 1, or the number of the item in JSON; `None` if the whole table is meant.
    #[must_use]
    pub const fn line(&self) -> Option<u64> {
        self.line
    }

    /// Returns the message, in at most 512 bytes without control characters.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "table {}", self.table)?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        write!(f, ": {}", self.message)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.io.as_ref().map(|error| error as _)
    }
}
