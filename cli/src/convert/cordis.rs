//! The tables of a CORDIS dump, one for each file: read as a dataset, or converted to record lines one by one.

use super::{Fallible, named, report};
use crate::input::Unread;
use cooperation::Dataset;
use cooperation::interop::cordis::{self, Table, Tables};
use cooperation::io::write_lines;
use std::error::Error as _;
use std::fs::File;
use std::io::{self, Write};
use std::path::PathBuf;

/// Opens the files that are named after a table of a dump, and reports the others.
fn open(files: &[PathBuf]) -> Result<Tables<'static>, Unread> {
    let mut tables = Tables::new();
    for file in files {
        let name = file.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        match Table::from_name(name) {
            Some(table) => {
                tables.insert(table, File::open(file).map_err(named(file)).map_err(Unread::Input)?);
            }
            None => crate::visible::tell(&format!(
                "{}: not a table of CORDIS, left out",
                crate::visible::name(file)
            )),
        }
    }
    Ok(tables)
}

/// The cause of a failure to read the tables.
fn failure(error: &cordis::Error) -> Unread {
    match error.source() {
        Some(source) => Unread::Input(format!("{error}: {source}")),
        None => Unread::Content(error.to_string()),
    }
}

/// Reads the tables as a dataset.
pub(crate) fn read(files: &[PathBuf]) -> Fallible<Dataset> {
    let read = cordis::read(open(files)?).map_err(|error| failure(&error))?;
    report(&read.misfits, None);
    Ok(read.value)
}

/// Writes the records of the tables as record lines. Memory does not grow with the texts of the projects. If the tables
/// cannot be read, the cause is stored in `failed`.
pub(crate) fn write_on(
    files: &[PathBuf],
    out: &mut dyn Write,
    failed: &mut Option<Unread>,
) -> io::Result<()> {
    match open(files) {
        Ok(tables) => {
            let mut records = cordis::records(tables);
            let readable = records.by_ref().map_while(|record| match record {
                Ok(record) => Some(record),
                Err(error) => {
                    *failed = Some(failure(&error));
                    None
                }
            });
            write_lines(readable, out)?;
            report(&records.into_misfits(), None);
        }
        Err(why) => *failed = Some(why),
    }
    if failed.is_some() { Err(io::Error::other("a table cannot be read")) } else { Ok(()) }
}
