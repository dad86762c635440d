//! Tables of comma-separated values: one file, or those of a folder.

use super::{bounded, ending};
use crate::visible::name;
use crate::workbook::{Book, Problem};
use cooperation::interop::csv::{self, Places, Tables};
use cooperation::{Dataset, RecordKind};
use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

/// Files of tables, for the locations of their faults.
#[derive(Clone, Debug, Default)]
pub(crate) struct Files {
    /// The file of each table; empty for a workbook, which is one file.
    files: BTreeMap<String, PathBuf>,
}

/// A dataset that was read from tables, with its places.
pub(crate) struct Read {
    pub(crate) dataset: Dataset,
    pub(crate) places: Places,
}

impl Files {
    /// The file of a table, if it is one of its own.
    pub(crate) fn of(&self, table: &str) -> Option<&Path> {
        self.files.get(table).map(PathBuf::as_path)
    }
}

/// The files of tables in a folder, in the order of their names. What is no regular file, such as a pipe, is left out.
pub(crate) fn within(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let told = |error: std::io::Error| format!("{}: {}", name(folder), crate::visible::reason(&error));
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(told)? {
        let path = entry.map_err(told)?.path();
        if ending::is_one_of(&path, ending::TABLE) && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Endings under which a spreadsheet saves a table that is then not read.
const OTHER: &[&str] = &["xlsx", "xlsm", "xls", "ods", "numbers", "tsv", "txt", "tab"];

/// The tables of a folder that are not read: those saved under another ending, and those that `datapackage.json` lists
/// and that are missing.
pub(crate) fn unread(folder: &Path) -> Result<Vec<Problem>, String> {
    let told = |error: std::io::Error| format!("{}: {error}", name(folder));
    let mut problems = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(told)? {
        let path = entry.map_err(told)?.path();
        let table = path.file_stem().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
        if is_table(&table) && ending::is_one_of(&path, OTHER) {
            let file = path.file_name().unwrap_or_default().to_string_lossy();
            let message = format!("the file {file} is not read, since its name does not end in .csv");
            let help = format!("save it as {table}.csv, in the format 'CSV UTF-8', or remove it");
            problems.push(Problem::new(UNREAD, &table, message).helped(help));
        }
    }
    for file in listed(&folder.join("datapackage.json")) {
        let table = Path::new(&file).file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let is_told = problems.iter().any(|problem| problem.table == table);
        if !is_told && !folder.join(&file).is_file() {
            let message = format!("datapackage.json lists the file {file}, which is not in the folder");
            problems.push(
                Problem::new(UNREAD, &table, message).helped("add the file, or remove it from the list"),
            );
        }
    }
    problems.sort_by(|one, other| one.table.cmp(&other.table));
    Ok(problems)
}

/// The name of the fault of a table that is not read.
const UNREAD: &str = "table-not-read";

/// The files that a description of tables lists; none if there is no such description.
fn listed(description: &Path) -> Vec<String> {
    let Ok(bytes) = bounded(description) else { return Vec::new() };
    let Ok(package) = serde_json::from_slice::<serde_json::Value>(&bytes) else { return Vec::new() };
    let resources = package.get("resources").and_then(serde_json::Value::as_array);
    let paths = resources.into_iter().flatten().filter_map(|resource| resource.get("path")?.as_str());
    paths.map(str::to_owned).collect()
}

/// Whether the format has a table of this name.
fn is_table(name: &str) -> bool {
    name == "dataset" || RecordKind::ALL.iter().any(|kind| kind.list() == name)
}

/// Reads the texts of tables. The error is one of input, or of a file that is no text.
pub(crate) fn texts(files: &[PathBuf]) -> Result<(Tables, Files), String> {
    let (mut tables, mut named) = (Tables::new(), Files::default());
    for path in files {
        add(&mut tables, &mut named, path, bounded(path)?)?;
    }
    Ok((tables, named))
}

/// Adds a table whose text has been read.
pub(crate) fn add(tables: &mut Tables, named: &mut Files, path: &Path, bytes: Vec<u8>) -> Result<(), String> {
    let text = String::from_utf8(bytes)
        .map_err(|_| format!("{}: the file is not in UTF-8; save it as 'CSV UTF-8'", name(path)))?;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    // A name in capital letters, as some systems make it, is the same table.
    let lower = stem.to_ascii_lowercase();
    let is_known = is_table(&lower);
    let table = if is_known { lower } else { stem.into_owned() };
    if tables.get(&table).is_some() {
        return Err(format!("{}: there are two tables {table}", name(path)));
    }
    named.files.insert(table.clone(), path.to_owned());
    tables.insert(table, text);
    Ok(())
}

/// Reads tables into a dataset, or everything that is wrong with them, and how much more there is.
pub(crate) fn read(tables: &Tables) -> Result<Read, (Vec<Problem>, usize)> {
    match csv::read_with_places(tables) {
        Ok((dataset, places)) => Ok(Read { dataset, places }),
        Err(error) => {
            let problems: Vec<Problem> = error.faults().iter().map(Problem::from).collect();
            let more = error.count().saturating_sub(problems.len());
            Err((problems, more))
        }
    }
}

/// Reads the tables of a workbook into a dataset, or everything that is wrong with them.
pub(crate) fn of_book(book: &Book) -> Result<Read, (Vec<Problem>, usize)> {
    match read(&book.tables) {
        Ok(read) if book.faults.is_empty() => Ok(read),
        Ok(_) => Err((book.faults.clone(), book.more)),
        Err((problems, more)) => {
            // A rejected cell is empty, and is reported once.
            let known: HashSet<String> = book.faults.iter().map(Problem::place).collect();
            let others = problems.into_iter().filter(|problem| !known.contains(&problem.place()));
            Err((book.faults.iter().cloned().chain(others).collect(), more.saturating_add(book.more)))
        }
    }
}
