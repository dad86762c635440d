use super::table::Table;
use std::rc::Rc;

/// A row of a table: the titles of the columns and the cells under them.
pub(super) struct Row {
    pub table: Table,
    /// Line on which the row starts, or number of the item in JSON.
    pub line: u64,
    pub head: Rc<[String]>,
    pub cells: Vec<String>,
}

impl Row {
    /// The cell of a column, unless it is blank or absent.
    pub(super) fn get(&self, column: &str) -> Option<&str> {
        self.filled().find(|(title, _)| *title == column).map(|(_, cell)| cell)
    }

    /// The cells that are not blank, with the titles of their columns.
    pub(super) fn filled(&self) -> impl Iterator<Item = (&str, &str)> {
        let cells = self.head.iter().zip(&self.cells).map(|(title, cell)| (title.as_str(), cell.as_str()));
        cells.filter(|(_, cell)| !cell.trim().is_empty())
    }
}
