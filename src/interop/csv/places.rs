use super::column::{Step, header};
use super::fault::column_name;
use super::json::CellTree;
use crate::reflect::{extended, list_index, steps};
use crate::values::RecordKind;
use std::collections::BTreeMap;

/// The cells that records were read from.
///
/// ```
/// use cooperation::interop::csv::{self, Tables};
///
/// let mut tables = Tables::new();
/// tables.insert("projects", "id,title.en\nferva,Financial Education\n");
/// let (dataset, places) = csv::read_with_places(&tables)?;
/// let cell = places.cell("/projects/0/title").unwrap();
/// assert_eq!(cell.to_string(), "projects!B2");
/// assert_eq!(dataset.projects.len(), 1);
/// # Ok::<(), csv::TablesError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Places {
    tables: BTreeMap<String, TablePlaces>,
}

/// A cell of a table, or a whole row if there is no column for the value.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CellPlace {
    /// The name of the table.
    pub table: String,
    /// The row as a spreadsheet counts it: the headings are row 1.
    pub row: u64,
    /// The column as a spreadsheet names it, such as `C`.
    pub column: Option<String>,
    /// The heading of the column.
    pub head: Option<String>,
}

/// As a formula of a spreadsheet would name it: `projects!C5`, or `projects!5` for a whole row.
impl std::fmt::Display for CellPlace {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}!{}{}", self.table, self.column.as_deref().unwrap_or_default(), self.row)
    }
}

/// The places of one table.
#[derive(Clone, Debug, Default)]
pub(super) struct TablePlaces {
    /// The way to the value of each column; empty for a column that has no name.
    pub ways: Vec<Vec<Step>>,
    pub rows: Vec<RowPlaces>,
}

/// A row that became a record, and the columns that have a value in it.
#[derive(Clone, Debug)]
pub(super) struct RowPlaces {
    pub row: u64,
    pub filled: Box<[usize]>,
}

impl Places {
    pub(super) fn insert(&mut self, table: &str, places: TablePlaces) {
        self.tables.insert(table.to_owned(), places);
    }

    /// Returns the cell that a value of the dataset was read from, by the JSON Pointer to the value.
    ///
    /// A value without a cell of its own, such as a missing field, has the cell of the enclosing value, or the whole
    /// row. Returns `None` if the pointer is not inside a record.
    #[must_use]
    pub fn cell(&self, pointer: &str) -> Option<CellPlace> {
        let mut parts = steps(pointer);
        let first = parts.next()?;
        let is_list = RecordKind::ALL.iter().any(|kind| kind.list() == first);
        let (table, index, inner): (&str, usize, String) = if is_list {
            let index = list_index(&parts.next()?)?;
            (&first, index, parts.fold(String::new(), |at, step| extended(&at, &step)))
        } else {
            ("dataset", 0, pointer.to_owned())
        };
        let places = self.tables.get(table)?;
        let row = places.rows.get(index)?;
        let column = places.column(row, &inner);
        let head = column.and_then(|column| places.ways.get(column)).map(|way| header(way));
        Some(CellPlace { table: table.to_owned(), row: row.row, column: column.map(column_name), head })
    }

    /// Returns the headings of a table, in the order of its columns. Columns without a heading are left out.
    ///
    /// ```
    /// use cooperation::interop::csv::{self, Tables};
    ///
    /// let mut tables = Tables::new();
    /// tables.insert("projects", "id,title.en\nferva,Financial Education\n");
    /// let (_, places) = csv::read_with_places(&tables)?;
    /// assert_eq!(places.headings("projects").collect::<Vec<_>>(), ["id", "title.en"]);
    /// # Ok::<(), csv::TablesError>(())
    /// ```
    pub fn headings<'p>(&'p self, table: &str) -> impl Iterator<Item = String> + use<'p> {
        let ways = self.tables.get(table).into_iter().flat_map(|places| &places.ways);
        ways.filter(|way| !way.is_empty()).map(|way| header(way))
    }
}

impl TablePlaces {
    /// The column of a value in a row: its own, else the first of what is in it, else that of what it is in.
    fn column(&self, row: &RowPlaces, pointer: &str) -> Option<usize> {
        if pointer.is_empty() {
            return None;
        }
        let mut root = CellTree::object();
        for &column in &row.filled {
            if let Some(way) = self.ways.get(column).filter(|way| !way.is_empty()) {
                root.put(way, CellTree::Leaf(String::new(), column));
            }
        }
        let mut leaves = Vec::new();
        root.write("", &mut String::new(), &mut leaves);
        let inside = |outer: &str, inner: &str| {
            inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let outer = leaves.iter().find(|(place, _)| inside(place, pointer));
        let found = outer.or_else(|| leaves.iter().find(|(place, _)| inside(pointer, place)));
        let near = || {
            // A value that is absent: the column that would have it, or the first beside it.
            let (parent, _) = pointer.rsplit_once('/')?;
            let empty = self.ways.iter().position(|way| !way.is_empty() && pointer_of(way) == pointer);
            let beside = || leaves.iter().find(|(place, _)| !parent.is_empty() && inside(parent, place));
            empty.or_else(|| beside().map(|&(_, column)| column))
        };
        found.map(|&(_, column)| column).or_else(near)
    }
}

/// The pointer to the value of a column in a row in which no item of a list is left out.
fn pointer_of(way: &[Step]) -> String {
    way.iter().fold(String::new(), |at, step| {
        if step.item {
            extended(&at, &step.place.saturating_sub(1).to_string())
        } else {
            extended(&at, &step.name)
        }
    })
}
