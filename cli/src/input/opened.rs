//! A dataset from whatever holds one: a document, record lines, tables or a workbook.

use super::{Form, Input, at_most, read_lines, tables, told};
use crate::progress::Watched;
use crate::visible::{name, tell, visible};
use crate::workbook::{self, Problem};
use cooperation::interop::csv::{Places, Tables};
use cooperation::{
    Dataset, RecordKind, RecordLine,
    io::{Location, locate},
};
use std::io::{self, Read as _};
use std::path::Path;

/// A dataset that was read, and where each of its records is.
pub(crate) struct Opened {
    pub(crate) dataset: Dataset,
    /// The name of the file or folder, as it is shown.
    pub(crate) file: String,
    origin: Origin,
}

/// What a dataset was read from.
enum Origin {
    Document(Vec<u8>),
    /// The line of each record, kind by kind.
    Lines(Vec<Vec<u64>>),
    Cells(Places, tables::Files),
}

/// Why a file has no dataset: one error, or the faults of what is in it.
#[derive(Debug)]
pub(crate) enum Unread {
    /// It cannot be opened or read.
    Input(String),
    /// What is in it is not valid.
    Content(String),
}

impl std::fmt::Display for Unread {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (Self::Input(text) | Self::Content(text)) = self;
        f.write_str(text)
    }
}

impl std::error::Error for Unread {}

/// Number of bytes that are read to detect the format of a file.
const HEAD: u64 = 1 << 16;

/// The beginning of a file, in full: a pipe may give it byte by byte.
pub(crate) fn head(input: impl io::Read) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    input.take(HEAD).read_to_end(&mut head)?;
    Ok(head)
}

impl Opened {
    /// Reads the dataset in a file, in the tables of a folder, or on standard input for `-`.
    pub(crate) fn read(path: &Path) -> Result<Self, Unread> {
        let file = name(path);
        let failed = |error: io::Error| Unread::Input(format!("{file}: {}", crate::visible::reason(&error)));
        if path.is_dir() {
            let files = tables::within(path).map_err(Unread::Input)?;
            if files.is_empty() {
                return Err(Unread::Input(format!("{file}: no file in this folder ends in .csv")));
            }
            let left = tables::unread(path).map_err(Unread::Input)?;
            if !left.is_empty() {
                return Err(unread(&file, &left, 0));
            }
            return Self::tables(&file, &files);
        }
        let opened = Input::open(path).map_err(failed)?;
        let size = opened.size();
        let mut input = Watched::of(&file, size, opened.reader());
        let head = head(&mut input).map_err(failed)?;
        let form = Form::of(path, &head);
        let whole = io::Cursor::new(head).chain(input);
        match form {
            Form::Document => {
                let bytes = at_most(whole).map_err(failed)?;
                let dataset = Dataset::from_slice(&bytes);
                let dataset = dataset.map_err(|error| Unread::Content(told(path, &bytes, &error)))?;
                Ok(Self { dataset, file, origin: Origin::Document(bytes) })
            }
            Form::Lines => {
                let (mut dataset, mut lines) = (Dataset::default(), vec![Vec::new(); RecordKind::ALL.len()]);
                read_lines(path, whole, |number, line: RecordLine| {
                    let places: Option<&mut Vec<u64>> =
                        line.kind().and_then(|kind| lines.get_mut(kind as usize));
                    if let Some(places) = places {
                        places.push(number);
                    }
                    dataset.push(line);
                })?;
                Ok(Self { dataset, file, origin: Origin::Lines(lines) })
            }
            Form::Table => {
                let (mut texts, mut named) = (Tables::new(), tables::Files::default());
                let bytes = at_most(whole).map_err(failed)?;
                tables::add(&mut texts, &mut named, path, bytes).map_err(Unread::Input)?;
                Self::of_tables(&file, &texts, named)
            }
            Form::Workbook => {
                let mut bytes = Vec::new();
                whole.take(workbook::PACKED + 1).read_to_end(&mut bytes).map_err(failed)?;
                let book = workbook::read(&bytes).map_err(|why| Unread::Content(format!("{file}: {why}")))?;
                for note in &book.notes {
                    tell(&line(&file, "note", note));
                }
                let read = tables::of_book(&book).map_err(|(faults, more)| unread(&file, &faults, more))?;
                let origin = Origin::Cells(read.places, tables::Files::default());
                Ok(Self { dataset: read.dataset, file, origin })
            }
            Form::Foreign(what, help) => Err(Unread::Content(format!("{file}: {what}; {help}"))),
        }
    }

    /// Reads the tables in these files.
    pub(crate) fn tables(file: &str, files: &[std::path::PathBuf]) -> Result<Self, Unread> {
        let (texts, named) = tables::texts(files).map_err(Unread::Input)?;
        Self::of_tables(file, &texts, named)
    }

    fn of_tables(file: &str, texts: &Tables, named: tables::Files) -> Result<Self, Unread> {
        let read = tables::read(texts).map_err(|(faults, more)| unread(file, &faults, more))?;
        Ok(Self { dataset: read.dataset, file: file.to_owned(), origin: Origin::Cells(read.places, named) })
    }

    /// The places of records of a kind by their positions in their list: `a.json:12:3`, `a.jsonl:7`, or
    /// `a.xlsx: projects!5`.
    pub(crate) fn places(&self, records: &[(RecordKind, usize)]) -> Vec<String> {
        let pointers: Vec<String> = records.iter().map(|&(kind, index)| pointer(kind, index)).collect();
        let found: Vec<Option<Location>> = match &self.origin {
            Origin::Document(bytes) => {
                let pointers: Vec<&str> = pointers.iter().map(String::as_str).collect();
                locate(std::str::from_utf8(bytes).unwrap_or_default(), &pointers)
            }
            _ => vec![None; records.len()],
        };
        let place =
            |((&(kind, index), pointer), location): ((&(RecordKind, usize), &String), Option<Location>)| {
                match (&self.origin, location) {
                    (Origin::Document(_), Some(at)) => format!("{}:{}:{}", self.file, at.line, at.column),
                    (Origin::Lines(lines), _) => {
                        match lines.get(kind as usize).and_then(|lines| lines.get(index)) {
                            Some(line) => format!("{}:{line}", self.file),
                            None => self.file.clone(),
                        }
                    }
                    (Origin::Cells(places, files), _) => match places.cell(pointer) {
                        Some(cell) => {
                            let own = files.of(&cell.table).map(name);
                            format!("{}: {cell}", own.as_ref().unwrap_or(&self.file))
                        }
                        None => self.file.clone(),
                    },
                    (Origin::Document(_), None) => self.file.clone(),
                }
            };
        records.iter().zip(&pointers).zip(found).map(place).collect()
    }

    /// Returns the dataset alone.
    pub(crate) fn into_dataset(self) -> Dataset {
        self.dataset
    }
}

fn pointer(kind: RecordKind, index: usize) -> String {
    format!("/{}/{index}", kind.list())
}

/// One thing that is wrong with a table, on one line.
fn line(file: &str, severity: &str, problem: &Problem) -> String {
    let head = problem.head.as_ref().map(|head| format!(" ({head})")).unwrap_or_default();
    let help = problem.help.as_ref().map(|help| format!("; {help}")).unwrap_or_default();
    visible(&format!("{file}: {}{head}: {severity}: {}{help}", problem.place(), problem.message))
}

fn unread(file: &str, problems: &[Problem], more: usize) -> Unread {
    let mut lines: Vec<String> = vec![format!("{file} cannot be read")];
    lines.extend(problems.iter().map(|problem| line(file, "error", problem)));
    if more > 0 {
        lines.push(format!("and {more} more"));
    }
    Unread::Content(lines.join("\n"))
}
