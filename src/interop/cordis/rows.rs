use super::bytes::Bytes;
use super::csv_rows::CsvRows;
use super::error::Error;
use super::json_rows::JsonRows;
use super::row::Row;
use super::table::Table;
use crate::interop::misfits::Misfits;
use std::io::Read;

/// The rows of a table.
pub(super) enum Rows<'a> {
    Csv(CsvRows<'a>),
    Json(JsonRows<'a>),
}

impl<'a> Rows<'a> {
    pub(super) fn open(table: Table, reader: Box<dyn Read + Send + 'a>) -> Result<Self, Error> {
        let mut bytes = Bytes::open(table, reader)?;
        while bytes.peek()?.is_some_and(|byte| byte.is_ascii_whitespace()) {
            bytes.next()?;
        }
        if bytes.next_if(b'[')? {
            return Ok(Self::Json(JsonRows::open(bytes)));
        }
        CsvRows::open(bytes).map(Self::Csv)
    }

    pub(super) fn next(&mut self, misfits: &mut Misfits) -> Result<Option<Row>, Error> {
        match self {
            Self::Csv(rows) => rows.next(misfits),
            Self::Json(rows) => rows.next(misfits),
        }
    }
}
