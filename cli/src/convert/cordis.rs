//! The tables of a CORDIS dump, one a file: read as a dataset, or written on as record lines one by one.

use super::{Fallible, named, report};
use crate::input::Unread;
use cooperation::Dataset;
use cooperation::interop::cordis::{self, Table, Tables};
use cooperation::io::write_lines;
use std::error::Error as _;
use std::fs::File;
use std::io::{self, Write};
use std::path::PathBuf;

/// Opens the files that are named after a table of a dump, and tells which are not.
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

/// What went wrong while the tables were read.
fn failure(error: &cordis::Error) -> Unread {
    match error.source() {
        Some(source) => Unread::Input(format!("{error}: {source}")),
        None => Unread::Content(error.to_string()),
    }
}

pub(crate) fn read(files: &[PathBuf]) -> Fallible<Dataset> {
    let read = cordis::read(open(files)?).map_err(|error| failure(&error))?;
    report(&read.misfits);
    Ok(read.value)
}

/// Writes the records of the tables as record lines. Memory does not grow with the texts of the projects. Why they cannot be
/// read is left in `failed`.
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
            report(&records.into_misfits());
        }
        Err(why) => *failed = Some(why),
    }
    if failed.is_some() { Err(io::Error::other("a table cannot be read")) } else { Ok(()) }
}
