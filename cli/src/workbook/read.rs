//! The tables of a workbook.

#![expect(clippy::arithmetic_side_effects, reason = "rows and columns are within those of a sheet")]

use super::problem::Problem;
use super::{CODES, GUIDE, bounds, cell};
use calamine::{DataRef, Reader as _, SheetType, SheetVisible, Xlsx};
use cooperation::RecordKind;
use cooperation::interop::csv::{self, Tables};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

/// The tables of a workbook, and what has to be known about it.
#[derive(Default)]
pub(crate) struct Book {
    pub(crate) tables: Tables,
    /// Faults of single cells: the first of them.
    pub(crate) faults: Vec<Problem>,
    /// How many faults there are that are not kept.
    pub(crate) more: usize,
    /// What is not wrong and may surprise: sheets that are hidden or not read.
    pub(crate) notes: Vec<Problem>,
}

/// Most faults of cells that are kept.
const KEPT: usize = 1_000;

/// Most bytes of a workbook as it is stored.
pub(crate) const PACKED: u64 = bounds::PACKED;

/// Reads the tables of a workbook. The error is one of the whole file.
pub(crate) fn read(bytes: &[u8]) -> Result<Book, String> {
    if bytes.len() as u64 > PACKED {
        return Err(format!("the workbook has more than {} MB, which is not read", PACKED >> 20));
    }
    bounds::check(bytes).map_err(|why| broken(&why))?;
    // What is looked at above leaves nothing that the reader is known to fall over.
    std::panic::catch_unwind(|| tables(bytes)).unwrap_or_else(|_| Err(broken("it is damaged")))
}

fn broken(why: &str) -> String {
    format!("the workbook cannot be read: {why}")
}

fn tables(bytes: &[u8]) -> Result<Book, String> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|error| broken(&error.to_string()))?;
    let mut book = Book::default();
    let mut left = bounds::CELLS;
    let mut taken: BTreeMap<&'static str, String> = BTreeMap::new();
    for sheet in workbook.sheets_metadata().to_vec() {
        let name = sheet.name.trim();
        if sheet.typ != SheetType::WorkSheet || is_ours(name) {
            continue;
        }
        let table = known(name);
        let rows = rows(&mut workbook, &sheet.name, table, &mut left, &mut book)
            .map_err(|why| broken(&format!("sheet {name}: {why}")))?;
        let Some(table) = table else {
            if !rows.is_empty() {
                unknown(name, &mut book);
            }
            continue;
        };
        if sheet.visible != SheetVisible::Visible {
            let message = "this sheet is hidden, and is read like the others";
            book.notes.push(
                Problem::new("hidden-sheet", &sheet.name, message).helped("show the sheet or delete it"),
            );
        }
        if let Some(first) = taken.insert(table, sheet.name.clone()) {
            let message = format!("this sheet and the sheet {first} are both of the table {table}");
            book.fault(
                Problem::new("sheet-twice", &sheet.name, message).helped("put them together in one sheet"),
            );
            continue;
        }
        if rows.first().is_some_and(Vec::is_empty) {
            let problem = Problem {
                row: Some(1),
                ..Problem::new("table-cell", table, "the first row has no headings")
            };
            book.fault(problem.helped("put the names of the columns into the first row"));
            continue;
        }
        if !rows.is_empty() {
            book.tables.insert(table, text_of(&rows));
        }
    }
    Ok(book)
}

impl Book {
    fn fault(&mut self, problem: Problem) {
        if self.faults.len() < KEPT { self.faults.push(problem) } else { self.more += 1 }
    }
}

/// Whether a sheet is one that the program adds to what it writes.
fn is_ours(name: &str) -> bool {
    [CODES, GUIDE].iter().any(|ours| name.eq_ignore_ascii_case(ours))
}

/// The table of a sheet, whose name may be in capital letters.
fn known(name: &str) -> Option<&'static str> {
    let mut names = std::iter::once("dataset").chain(RecordKind::ALL.iter().map(|kind| kind.list()));
    names.find(|known| name.eq_ignore_ascii_case(known))
}

/// A sheet whose name no table has: refused if a table was most likely meant.
fn unknown(name: &str, book: &mut Book) {
    let mut probe = Tables::new();
    probe.insert(name, "");
    let help = csv::read(&probe).err().and_then(|error| error.faults().first()?.help.clone());
    if let Some(help) = help {
        let message = "there is no table of this name";
        book.fault(Problem::new("unknown-sheet", name, message).helped(help));
    } else {
        let message = "this sheet is not read: no table has its name";
        book.notes.push(Problem::new("unknown-sheet", name, message));
    }
}

/// The cells of a sheet as texts, row by row; an empty row has no cell.
fn rows(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    sheet: &str,
    table: Option<&str>,
    left: &mut usize,
    book: &mut Book,
) -> Result<Vec<Vec<String>>, String> {
    let told = |error: calamine::XlsxError| error.to_string();
    let mut formulas =
        if table.is_some() { formulas(workbook, sheet).map_err(told)? } else { BTreeSet::new() };
    let mut cells = workbook.worksheet_cells_reader(sheet).map_err(told)?;
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut is_date: Vec<bool> = Vec::new();
    // An empty cell before one that has a value takes room as well.
    let mut take = |count: usize| {
        *left = left
            .checked_sub(count)
            .ok_or_else(|| format!("there are more than {} cells, which are not read", bounds::CELLS))?;
        Ok::<(), String>(())
    };
    while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(told)? {
        let (row, column) = cell.get_position();
        if *cell.get_value() != DataRef::Empty {
            formulas.remove(&(row, column));
        }
        let (row, column) = (row as usize, column as usize);
        take(1)?;
        if row >= 1 << 20 || column >= 1 << 14 {
            return Err("a cell is outside of what a sheet has".to_owned());
        }
        let styles = cells.styles().get(style);
        let format = styles.and_then(|style| style.number_format.as_ref());
        let format = format.map_or("General", |format| format.format_code.as_str());
        let text = match cell::text(cell.get_value(), format, is_date.get(column) == Some(&true)) {
            Ok(text) => text,
            Err(_) if table.is_none() => "?".to_owned(),
            Err((rule, message, help)) => {
                let head = rows.first().and_then(|heads| heads.get(column)).cloned();
                let problem = Problem::new(rule, table.unwrap_or(sheet), message).helped(help);
                let row = Some(row as u64 + 1);
                book.fault(Problem { row, column: Some(column_name(column)), head, ..problem });
                continue;
            }
        };
        if text.is_empty() {
            continue;
        }
        if row >= rows.len() {
            take((row - rows.len()) / 8)?;
            rows.resize_with(row + 1, Vec::new);
        }
        let Some(cells) = rows.get_mut(row) else { continue };
        if column >= cells.len() {
            take(column - cells.len())?;
            cells.resize_with(column + 1, String::new);
        }
        if let (0, Some(table)) = (row, table) {
            if column >= is_date.len() {
                is_date.resize(column + 1, false);
            }
            let described = csv::column(table, text.trim());
            if let Some(is_date) = is_date.get_mut(column) {
                *is_date = described.is_some_and(|column| column.value == "date");
            }
        }
        if let Some(cell) = cells.get_mut(column) {
            *cell = text;
        }
    }
    for (row, column) in formulas {
        let head = rows.first().and_then(|heads| heads.get(column as usize)).cloned();
        let message = "the formula of the cell has no stored result";
        let help = "open the workbook in a spreadsheet program and save it, or write the value in place of the formula";
        let problem = Problem::new("formula-without-result", table.unwrap_or(sheet), message).helped(help);
        let (row, column) = (Some(u64::from(row) + 1), Some(column_name(column as usize)));
        book.fault(Problem { row, column, head, ..problem });
    }
    Ok(rows)
}

/// Where the formulas of a sheet are, by row and column.
fn formulas(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    sheet: &str,
) -> Result<BTreeSet<(u32, u32)>, calamine::XlsxError> {
    let mut cells = workbook.worksheet_cells_reader(sheet)?;
    let mut found = BTreeSet::new();
    while let Some(cell) = cells.next_formula()? {
        if !cell.get_value().is_empty() {
            found.insert(cell.get_position());
        }
    }
    Ok(found)
}

/// The name of a column in a spreadsheet: A to Z, then AA.
fn column_name(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = Some(column);
    while let Some(place) = rest {
        letters.extend(('A'..='Z').nth(place % 26));
        rest = (place / 26).checked_sub(1);
    }
    letters.iter().rev().collect()
}

/// The rows as a table of comma-separated values, in which every row of the sheet is a row.
fn text_of(rows: &[Vec<String>]) -> String {
    let mut writer = ::csv::WriterBuilder::new().flexible(true).from_writer(b"sep=,\n".to_vec());
    // A cell beyond the headings is one in a column without a name.
    let widest = rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut rows = rows.iter();
    if let Some(heads) = rows.next() {
        let padded = heads.iter().map(String::as_str).chain(std::iter::repeat("")).take(widest);
        let _ = writer.write_record(padded);
    }
    for row in rows {
        // Writing to memory does not fail. A row without a cell is written as one that is empty.
        let _ = if row.is_empty() { writer.write_record([""]) } else { writer.write_record(row) };
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
