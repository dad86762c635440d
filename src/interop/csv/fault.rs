use crate::reflect::{sanitized, show_faults};
use cooperation_derive::DebugAsDisplay;
use std::fmt;

/// One fault in a table: its location, a message and help.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct CellFault {
    /// The name of the table.
    pub table: String,
    /// Row as a spreadsheet counts it: the headings are row 1. Absent if the whole table is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<u64>,
    /// Column as a spreadsheet names it, such as `C`. Absent if the fault has no column.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// Heading of the column, or the heading that is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub head: Option<String>,
    /// Message in at most 512 bytes without control characters.
    pub message: String,
    /// Advice on how to fix the fault, if there is any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
}

impl CellFault {
    pub(super) fn new(table: &str, row: Option<u64>, message: &str) -> Self {
        let (column, head, help) = (None, None, None);
        Self { table: sanitized(table).into(), row, column, head, message: sanitized(message).into(), help }
    }

    pub(super) fn at(self, column: Option<usize>, head: &str) -> Self {
        let head = (!head.is_empty()).then(|| sanitized(head).into());
        Self { column: column.map(column_name), head, ..self }
    }

    pub(super) fn helped(self, help: Option<&str>) -> Self {
        Self { help: help.map(|help| sanitized(help).into()), ..self }
    }
}

/// The name of a column in a spreadsheet: A to Z, then AA.
pub(super) fn column_name(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = Some(column);
    while let Some(place) = rest {
        let (further, letter) = (place.checked_div(26), place.checked_rem(26));
        letters.extend(('A'..='Z').nth(letter.unwrap_or_default()));
        rest = further.and_then(|further| further.checked_sub(1));
    }
    letters.iter().rev().collect()
}

impl fmt::Display for CellFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "table {}", self.table)?;
        if let Some(row) = self.row {
            write!(f, ", row {row}")?;
        }
        match (&self.column, &self.head) {
            (Some(column), Some(head)) => write!(f, ", column {column} ({head})")?,
            (Some(column), None) => write!(f, ", column {column}")?,
            (None, Some(head)) => write!(f, ", column {head}, which is not there")?,
            (None, None) => {}
        }
        write!(f, ": {}", self.message)?;
        match &self.help {
            Some(help) => write!(f, "; {help}"),
            None => Ok(()),
        }
    }
}

/// The error for tables that cannot be read, with all of their faults.
#[derive(Clone, PartialEq, Eq, DebugAsDisplay)]
pub struct TablesError {
    faults: Vec<CellFault>,
    count: usize,
}

/// Most faults that are kept. Beyond them they are counted.
const KEPT: usize = 1_000;

impl TablesError {
    pub(super) const fn none() -> Self {
        Self { faults: Vec::new(), count: 0 }
    }

    pub(super) fn add(&mut self, fault: CellFault) {
        self.count = self.count.saturating_add(1);
        if self.faults.len() < KEPT {
            self.faults.push(fault);
        }
    }

    /// Adds those of a part.
    pub(super) fn extend(&mut self, part: Self) {
        let kept = part.faults.len();
        part.faults.into_iter().for_each(|fault| self.add(fault));
        self.count = self.count.saturating_add(part.count.saturating_sub(kept));
    }

    /// Returns the faults, table by table and row by row, up to 1,000.
    #[must_use]
    pub fn faults(&self) -> &[CellFault] {
        &self.faults
    }

    /// Returns the number of all faults.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.count
    }
}

impl fmt::Display for TablesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        show_faults(f, &self.faults, self.count)
    }
}

impl std::error::Error for TablesError {}

#[cfg(test)]
mod tests {
    use super::column_name;

    #[test]
    fn columns_are_named_as_in_a_spreadsheet() {
        let names: Vec<_> = [0, 25, 26, 51, 52, 701, 702].into_iter().map(column_name).collect();
        assert_eq!(names, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
