use super::cell::{EMPTY, NO_MEMBER, split_list, unescaped};
use super::column::{Column, header, resolve};
use super::fault::{CellFault, TablesError};
use super::json::{CellTree, quoted};
use super::places::{Places, RowPlaces, TablePlaces};
use super::quotes::{Stray, stray};
use super::tables::{Tables, names};
use crate::dataset::{Dataset, RecordLine};
use crate::io::{Fault, FaultKind};
use crate::reflect::{Shape, excerpt, extended, list_index, nearest, steps};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::HashMap;

/// Reads tables into a dataset. The table `dataset`, with the metadata of the dataset, is optional. Empty rows are
/// skipped.
///
/// # Errors
/// Returns an error if a table or column is not in the format, or a row is not a record. The error lists every fault
/// with table, row and column.
pub fn read(tables: &Tables) -> Result<Dataset, TablesError> {
    read_with_places(tables).map(|(dataset, _)| dataset)
}

/// Reads tables into a dataset, as [`read`] does, with the cells that its records were read from.
///
/// # Errors
/// As [`read`].
pub fn read_with_places(tables: &Tables) -> Result<(Dataset, Places), TablesError> {
    let mut faults = TablesError::none();
    let mut dataset = Dataset::default();
    let mut places = Places::default();
    for (name, text) in tables.iter() {
        let Some((_, tag)) = names().find(|&(known, _)| known == name) else {
            let near = nearest(name, names().map(|(known, _)| known));
            let help = near.map(|near| format!("call it \"{near}\""));
            let message = match help {
                Some(_) => "not one of the tables of this format",
                None => {
                    "not one of the tables of this format, which are named after kinds of record, such as \"participations\""
                }
            };
            faults.add(CellFault::new(name, None, message).helped(help.as_deref()));
            continue;
        };
        let Some(shape) = RecordLine::shape_of(tag) else { continue };
        let mut table = Table {
            name,
            tag,
            heads: Vec::new(),
            columns: Vec::new(),
            items: HashMap::new(),
            rows: Vec::new(),
        };
        table.read(text, shape, &mut dataset, &mut faults);
        let ways = table.columns.into_iter().map(|column| column.map_or_else(Vec::new, |column| column.way));
        places.insert(name, TablePlaces { ways: ways.collect(), rows: table.rows });
    }
    if faults.count() == 0 { Ok((dataset, places)) } else { Err(faults) }
}

/// A table that is being read.
struct Table<'a> {
    name: &'a str,
    tag: &'a str,
    heads: Vec<String>,
    columns: Vec<Option<Column>>,
    /// The columns of the items of each list, by the head cell of the list: `places.1` by `places`.
    items: HashMap<String, Vec<usize>>,
    /// The rows that became records.
    rows: Vec<RowPlaces>,
}

impl Table<'_> {
    fn read(&mut self, text: &str, shape: &'static Shape, dataset: &mut Dataset, faults: &mut TablesError) {
        let (delimiter, text) = dialect(text);
        if let Some(Stray { row, column, message, help }) = stray(text, delimiter) {
            // Nobody can tell where the cells behind it begin.
            faults.add(CellFault::new(self.name, Some(row), message).at(Some(column), "").helped(Some(help)));
            return;
        }
        let mut reader = ::csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(text.as_bytes());
        let mut record = ::csv::StringRecord::new();
        let (mut row, mut records) = (0_u64, 0_u64);
        loop {
            let before = reader.position().line();
            match reader.read_record(&mut record) {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => {
                    faults.add(CellFault::new(self.name, Some(row.saturating_add(1)), &error.to_string()));
                    break;
                }
            }
            // Empty lines are rows too, as a spreadsheet counts.
            let inside = record.iter().flat_map(str::bytes).filter(|&byte| byte == b'\n').count();
            let lines = reader.position().line().saturating_sub(before);
            let empty = lines.saturating_sub(u64::try_from(inside).unwrap_or(0)).saturating_sub(1);
            row = row.saturating_add(1);
            if self.columns.is_empty() {
                self.head(&record, row, shape, faults);
                continue;
            }
            row = row.saturating_add(empty);
            if record.iter().all(str::is_empty) {
                continue;
            }
            records = records.saturating_add(1);
            if self.tag == "dataset" && records > 1 {
                faults.add(CellFault::new(self.name, Some(row), "this table has one row only"));
                continue;
            }
            self.row(&record, row, dataset, faults);
        }
    }

    fn head(
        &mut self,
        record: &::csv::StringRecord,
        row: u64,
        shape: &'static Shape,
        faults: &mut TablesError,
    ) {
        let mut known = HashMap::new();
        for (place, cell) in record.iter().enumerate() {
            let head = unescaped(cell).trim();
            self.heads.push(head.to_owned());
            let mut column = None;
            if let (false, Some(first)) = (head.is_empty(), known.insert(head.to_owned(), place)) {
                let message = "this column is given twice";
                let help = self.heads.get(first).map(|_| "keep one of them");
                faults.add(CellFault::new(self.name, Some(row), message).at(Some(place), head).helped(help));
            } else if !head.is_empty() {
                match resolve(shape, head) {
                    Ok(found) => column = Some(found),
                    Err(unknown) => faults.add(
                        CellFault::new(self.name, Some(row), &unknown.message)
                            .at(Some(place), head)
                            .helped(unknown.help.as_deref()),
                    ),
                }
            }
            let way = column.as_ref().map_or(&[][..], |column| &column.way);
            for (at, _) in way.iter().enumerate().filter(|(_, step)| step.item) {
                let list = way.get(..at).map(header).unwrap_or_default();
                self.items.entry(list).or_default().push(place);
            }
            self.columns.push(column);
        }
    }

    fn row(
        &mut self,
        record: &::csv::StringRecord,
        row: u64,
        dataset: &mut Dataset,
        faults: &mut TablesError,
    ) {
        let mut own = TablesError::none();
        self.cells(record, row, dataset, &mut own);
        let (cells, heads) = (record.len(), self.heads.len());
        // A comma too many moves all that comes after it, so that one fault looks like many.
        let told = usize::from(!record.iter().skip(heads).all(str::is_empty));
        if cells > heads && own.count() > told {
            let message = format!("there are {cells} cells in the row, and {heads} in the first row");
            let help = "put a cell with a comma in it between double quotes";
            faults.add(CellFault::new(self.name, Some(row), &message).helped(Some(help)));
            return;
        }
        faults.extend(own);
    }

    fn cells(
        &mut self,
        record: &::csv::StringRecord,
        row: u64,
        dataset: &mut Dataset,
        faults: &mut TablesError,
    ) {
        let mut root = CellTree::object();
        for (place, cell) in record.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let head = self.heads.get(place).map_or("", String::as_str);
            let fault = |message: &str, help: Option<&str>| {
                CellFault::new(self.name, Some(row), message).at(Some(place), head).helped(help)
            };
            if head.is_empty() {
                faults.add(fault(
                    "the cell stands in a column without a name",
                    Some("name the column or empty the cell"),
                ));
                continue;
            }
            // What is wrong with the head cell was told there.
            let Some(Some(column)) = self.columns.get(place) else { continue };
            if let Some(other) = self.doubled(record, head, column) {
                let message = format!("the list is given here and in the column {other}");
                faults.add(fault(&message, Some("write it in one way")));
                continue;
            }
            // A spreadsheet writes the version 1.0 as the number 1.
            let version = is_whole_version(cell, column.shape).then(|| format!("{cell}.0"));
            let cell = version.as_deref().unwrap_or(cell);
            let value = value(cell, column, place, head).map_or_else(
                |(message, help)| {
                    faults.add(fault(&message, help));
                    // So that what is around it is looked at as if it were there. The columns of an object are there.
                    let is_object = matches!(column.shape, Shape::Object(_));
                    (!is_object).then(|| CellTree::Leaf(placeholder(column.shape).to_owned(), place))
                },
                Some,
            );
            if let Some(value) = value {
                root.put(&column.way, value);
            }
        }
        let mut line = format!("{{{}:", quoted(self.tag));
        let mut places = Vec::new();
        root.write(&format!("/{}", self.tag), &mut line, &mut places);
        line.push('}');
        let cells = record;
        match RecordLine::from_json(&line) {
            Ok(record) => {
                dataset.push(record);
                let filled = cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
                self.rows.push(RowPlaces { row, filled: filled.map(|(place, _)| place).collect() });
            }
            Err(error) => {
                for fault in error.faults() {
                    if let Some(fault) = self.in_row(fault, row, &places) {
                        faults.add(fault);
                    }
                }
            }
        }
    }

    /// What is wrong with a record, told of its row; nothing where the head cell is to blame, which was told.
    fn in_row(&self, fault: &Fault, row: u64, places: &[(String, usize)]) -> Option<CellFault> {
        let missing = fault.message().split('"').nth(1).filter(|_| fault.kind() == FaultKind::MissingMember);
        if let Some(member) = missing {
            let (column, head) = self.place_of(&extended(fault.pointer(), member), &[]);
            if column.is_some_and(|column| self.columns.get(column).is_some_and(Option::is_none)) {
                return None;
            }
            let help = if column.is_some() { "fill the cell" } else { "add the column and fill the cell" };
            let message = "there is no value, and a record has to have one";
            return Some(CellFault::new(self.name, Some(row), message).at(column, &head).helped(Some(help)));
        }
        let (column, head) = self.place_of(fault.pointer(), places);
        let inside = format!("{}/", fault.pointer());
        let filled = places.iter().filter(|(place, _)| place.starts_with(&inside));
        let filled: Vec<_> = filled.filter_map(|&(_, place)| Some(self.heads.get(place)?.as_str())).collect();
        let told = if fault.kind() == FaultKind::NotOneMember && filled.len() > 1 {
            let message = format!("only one of these may have a value: {}", filled.join(", "));
            CellFault::new(self.name, Some(row), &message).helped(Some("empty the others"))
        } else {
            let is_list = column
                .and_then(|column| self.columns.get(column)?.as_ref())
                .is_some_and(|column| matches!(column.shape, Shape::List(_)));
            let refused =
                fault.message().split('"').nth(1).filter(|_| fault.kind() == FaultKind::InvalidValue);
            let help = match refused {
                Some(text) if is_list && text.contains(',') => {
                    Some(Cow::Borrowed("put a semicolon and a space between two items"))
                }
                Some(text) if is_ruined(text) => {
                    let help = "format the column as text in the spreadsheet, and enter the value again";
                    Some(Cow::Borrowed(help))
                }
                // A cell has no quotation marks around its value.
                _ => fault.help().map(|help| Cow::Owned(help.replace(" in quotation marks", ""))),
            };
            CellFault::new(self.name, Some(row), fault.message()).helped(help.as_deref())
        };
        Some(told.at(column, &head))
    }

    /// Where a list in one cell is also given item by item: the head cell of such a column.
    fn doubled<'a>(&'a self, record: &::csv::StringRecord, head: &str, column: &Column) -> Option<&'a str> {
        let Shape::List(_) = column.shape else { return None };
        let filled = |place: &&usize| record.get(**place).is_some_and(|cell| !cell.is_empty());
        let item = self.items.get(head)?.iter().find(filled)?;
        self.heads.get(*item).map(String::as_str)
    }

    /// The column that a pointer leads to, or the first of those below it, or that which it is in.
    fn place_of(&self, pointer: &str, places: &[(String, usize)]) -> (Option<usize>, String) {
        let inside = |outer: &str, inner: &str| {
            inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let known = places.iter().find(|(place, _)| inside(place, pointer));
        let known =
            known.or_else(|| places.iter().find(|(place, _)| place != pointer && inside(pointer, place)));
        let mut inner = steps(pointer).skip(1).peekable();
        if let (Some(&(_, column)), true) = (known, inner.peek().is_some()) {
            return (Some(column), self.heads.get(column).cloned().unwrap_or_default());
        }
        let names = inner.map(|step| match list_index(&step) {
            Some(index) => index.saturating_add(1).to_string(),
            None => step.into_owned(),
        });
        let head = names.collect::<Vec<_>>().join(".");
        let is_of = |known: &String| {
            known.strip_prefix(&*head).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        let column = self.heads.iter().position(is_of).filter(|_| !head.is_empty());
        let head = column.and_then(|column| self.heads.get(column).cloned()).unwrap_or(head);
        (column, head)
    }
}

/// Whether a cell is a version of the format without its minor number.
fn is_whole_version(cell: &str, shape: &Shape) -> bool {
    let is_version = matches!(shape, Shape::String(string) if string.name == "Version");
    is_version && cell.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a spreadsheet has changed what was in a cell: to a rounded number (`3.00E+05`), a date (`01.feb`) or an error
/// (`#NAME?`).
fn is_ruined(text: &str) -> bool {
    const ERRORS: [&str; 8] = ["#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#N/A", "#NULL!", "#NUM!", "####"];
    const MONTHS: [&str; 15] = [
        "jan", "feb", "mar", "apr", "may", "mai", "jun", "jul", "aug", "sep", "oct", "okt", "nov", "dec",
        "des",
    ];
    let is_date = text.split_once(['.', '-']).is_some_and(|(day, month)| {
        (1..=2).contains(&day.len())
            && day.bytes().all(|byte| byte.is_ascii_digit())
            && MONTHS.iter().any(|known| month.eq_ignore_ascii_case(known))
    });
    is_exponent(text) || is_date || ERRORS.iter().any(|error| text.starts_with(error))
}

/// Whether a text is a rounded number with an exponent.
fn is_exponent(text: &str) -> bool {
    text.split_once("E+").is_some_and(|(digits, exponent)| {
        !exponent.is_empty()
            && exponent.bytes().all(|byte| byte.is_ascii_digit())
            && digits.starts_with(|digit: char| digit.is_ascii_digit())
            && digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
    })
}

/// What separates the cells of a table, and the text of the table without marks before it: a byte order mark, and a line
/// such as `sep=;`.
pub(super) fn dialect(text: &str) -> (u8, &str) {
    let text = text.trim_start_matches('\u{feff}');
    let stated = || {
        let (line, rest) = text.split_once('\n')?;
        let line = line.trim_end_matches('\r');
        let name = line.get(..4).filter(|name| name.eq_ignore_ascii_case("sep="))?;
        match line.strip_prefix(name)?.as_bytes() {
            &[delimiter @ (b',' | b';' | b'\t')] => Some((delimiter, rest)),
            _ => None,
        }
    };
    stated().unwrap_or_else(|| (delimiter(text), text))
}

/// What parts the cells: whatever stands first in the row of head cells, in which no text has any of them.
pub(in crate::interop) fn delimiter(text: &str) -> u8 {
    let first = text.bytes().find(|byte| matches!(byte, b',' | b';' | b'\t' | b'\n'));
    first.filter(|&byte| byte != b'\n').unwrap_or(b',')
}

/// The head cells of a table.
pub(super) fn heads(text: &str) -> Vec<String> {
    let (delimiter, text) = dialect(text);
    let mut reader =
        ::csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(text.as_bytes());
    let first = reader.records().next().and_then(Result::ok).unwrap_or_default();
    first.iter().map(|cell| unescaped(cell).trim().to_owned()).collect()
}

type Refused = (String, Option<&'static str>);

/// Value that a cell stands for.
fn value(cell: &str, column: &Column, place: usize, head: &str) -> Result<CellTree, Refused> {
    let leaf = |json: String| Ok(CellTree::Leaf(json, place));
    match column.shape {
        Shape::String(_) => leaf(quoted(unescaped(cell))),
        Shape::Integer { .. } => match cell.parse::<u64>() {
            Ok(number) => leaf(number.to_string()),
            Err(_) => Err((
                format!("{} is not a whole number", excerpt(cell)),
                Some(
                    "write digits only, such as 20; words such as 'about 20' have a column of their own, such as member_count_words.en",
                ),
            )),
        },
        Shape::Boolean => match cell.to_ascii_lowercase().as_str() {
            truth @ ("true" | "false") => leaf(truth.to_owned()),
            _ => Err((format!("{} is neither true nor false", excerpt(cell)), None)),
        },
        Shape::Any => {
            let json = if cell == EMPTY { cell } else { unescaped(cell) };
            match serde_json::from_str::<&RawValue>(json) {
                Ok(raw) => leaf(raw.get().to_owned()),
                Err(_) => Err((
                    format!("{} is not JSON", excerpt(json)),
                    Some("write a text in quotation marks, and any other value as JSON has it"),
                )),
            }
        }
        Shape::List(_) => {
            let items = (1..).zip(split_list(cell).map(|text| CellTree::Leaf(quoted(text), place)));
            Ok(CellTree::List(items.collect()))
        }
        _ if cell == NO_MEMBER => Ok(CellTree::object()),
        _ => Err((
            format!(
                "{} cannot stand here: what is in it has {}",
                excerpt(cell),
                own_columns(head, column.shape)
            ),
            Some("write it there, or {} for an object without members"),
        )),
    }
}

/// The first columns in which the members of an object stand.
fn own_columns(head: &str, shape: &Shape) -> String {
    let names: Vec<&str> = match shape {
        Shape::Object(object) => object.members.iter().map(|member| member.name).collect(),
        _ => Vec::new(),
    };
    let told: Vec<String> = names.iter().take(3).map(|name| format!("{head}.{name}")).collect();
    format!("columns of its own, such as {}", told.join(", "))
}

/// A value that keeps the rule, for one that was refused.
const fn placeholder(shape: &Shape) -> &'static str {
    match shape {
        Shape::Integer { .. } => "1",
        Shape::Boolean => "true",
        _ => "{}",
    }
}

#[cfg(test)]
mod tests {
    use super::{delimiter, dialect};

    #[test]
    fn cells_are_parted_by_what_stands_first() {
        assert_eq!(delimiter("id,title.en\n"), b',');
        assert_eq!(delimiter("id;title.en\n1,5;\n"), b';');
        assert_eq!(delimiter("id\ttitle.en\n"), b'\t');
        assert_eq!(delimiter("id\n1;2\n"), b',');
    }

    #[test]
    fn a_line_that_names_the_delimiter_is_no_row() {
        for (text, wanted) in [
            ("sep=;\r\nid,x;y\n", (b';', "id,x;y\n")),
            ("\u{feff}SEP=,\nid\n", (b',', "id\n")),
            ("sep=|\nid,x\n", (b',', "sep=|\nid,x\n")),
            ("sep=;", (b';', "sep=;")),
            ("séparé\n", (b',', "séparé\n")),
        ] {
            assert_eq!(dialect(text), wanted, "{text:?}");
        }
    }
}
