//! The tables of a CORDIS dump, one a file.

use super::{Fallible, named, report};
use cooperation::Dataset;
use cooperation::interop::cordis::{self, Table, Tables};
use std::fs::File;
use std::path::PathBuf;

/// Reads the files that are named after a table of a dump, and reports the others.
pub(crate) fn read(files: &[PathBuf]) -> Fallible<Dataset> {
    let mut tables = Tables::new();
    for file in files {
        let name = file.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        match Table::from_name(name) {
            Some(table) => tables.insert(table, File::open(file).map_err(named(file))?),
            None => crate::visible::tell(&format!(
                "{}: not a table of CORDIS, left out",
                crate::visible::name(file)
            )),
        }
    }
    let read = cordis::read(tables)?;
    report(&read.misfits, None);
    Ok(read.value)
}
