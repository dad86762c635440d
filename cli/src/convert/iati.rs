//! Files of the International Aid Transparency Initiative: read as a dataset, or written on as record lines one by one.

use super::report;
use crate::input::{Input, Unread};
use crate::visible::name;
use cooperation::interop::iati::Reader;
use cooperation::{RecordLine, io::write_lines};
use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};

fn named(file: &Path, why: &dyn std::fmt::Display) -> String {
    format!("{}: {why}", name(file))
}

fn open(file: &Path) -> Result<Reader<Box<dyn BufRead>>, Unread> {
    let input = Input::open(file).map_err(|error| Unread::Input(named(file, &error)))?;
    Ok(Reader::new(input.reader()))
}

/// What went wrong while a file was read.
fn failure(file: &Path, error: &cooperation::interop::iati::Error) -> Unread {
    match std::error::Error::source(error) {
        Some(source) => Unread::Input(named(file, &source)),
        None => Unread::Content(format!("{}:{}: {}", name(file), error.line(), error.message())),
    }
}

/// Reads a file and gives each record to `take`; reports what did not fit.
pub(super) fn read(file: &Path, mut take: impl FnMut(RecordLine)) -> Result<(), Unread> {
    let mut reader = open(file)?;
    for record in reader.by_ref() {
        take(record.map_err(|error| failure(file, &error))?);
    }
    report(&reader.into_misfits(), None);
    Ok(())
}

/// Writes the records of the files as record lines. Memory does not grow with the number of activities. Why a file cannot be
/// read to its end is added to `unread`.
pub(super) fn write_on(files: &[PathBuf], out: &mut dyn Write, unread: &mut Vec<Unread>) -> io::Result<()> {
    for file in files {
        match open(file) {
            Ok(mut reader) => {
                let records = reader.by_ref().map_while(|record| match record {
                    Ok(record) => Some(record),
                    Err(error) => {
                        unread.push(failure(file, &error));
                        None
                    }
                });
                write_lines(records, &mut *out)?;
                report(&reader.into_misfits(), None);
            }
            Err(why) => unread.push(why),
        }
    }
    Ok(())
}
