//! Which files are read: those that are named, and those of a format in the folders that are.

use super::{Fallible, Format, named};
use crate::input::ending;
use crate::visible::name;
use std::io;
use std::path::{Path, PathBuf};

impl Format {
    /// The endings that files of this format have.
    const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Json => &["json"],
            Self::Lines => ending::LINES,
            Self::Csv => ending::TABLE,
            Self::Cordis | Self::ThreeSixtyGiving => &["csv", "json"],
            Self::Iati => &["xml"],
            Self::Xlsx => ending::WORKBOOK,
            Self::SchemaOrg | Self::Gexf => &[],
        }
    }
}

/// The files that are named, and those in folders, in the order of their names.
pub(crate) fn all(paths: &[PathBuf], format: Format) -> Fallible<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let found: Vec<PathBuf> = within(path, format)?.into_iter().filter(|file| !waits(file)).collect();
        if found.is_empty() {
            let endings = format.endings().join(" or .");
            return Err(format!("{}: no file in this folder ends in .{endings}", name(path)).into());
        }
        files.extend(found);
    }
    Ok(files)
}

/// The files of a format in a folder and its subfolders. The tables of a dataset are in one folder.
fn within(folder: &Path, format: Format) -> Fallible<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        let (folders, here): (Vec<_>, Vec<_>) =
            inside(&folder).map_err(named(&folder))?.into_iter().partition(|path| path.is_dir());
        files.extend(here.into_iter().filter(|file| ending::is_one_of(file, format.endings())));
        if !matches!(format, Format::Csv | Format::Cordis) {
            open.extend(folders);
        }
    }
    files.sort();
    Ok(files)
}

/// Whether a file is none that was saved there: a pipe in a folder would be waited for.
fn waits(file: &Path) -> bool {
    file.metadata().is_ok_and(|about| !about.is_file())
}

fn inside(folder: &Path) -> io::Result<Vec<PathBuf>> {
    std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect()
}

/// Refuses to write into a folder with files that would be read together with what is written.
pub(crate) fn refuse_others(folder: &Path, format: Format) -> Fallible<()> {
    let others = if folder.is_dir() { within(folder, format)? } else { Vec::new() };
    let Some(other) = others.first() else { return Ok(()) };
    let other = name(other);
    Err(format!(
        "{other}: this file would be read together with what is written: empty the folder or name another"
    )
    .into())
}
