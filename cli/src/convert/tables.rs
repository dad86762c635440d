//! Tables from files and into a folder.

use super::{Fallible, Format, files, named};
use crate::{input, output};
use cooperation::Dataset;
use cooperation::interop::csv::{self, Tables};
use std::path::{Path, PathBuf};

/// Reads the tables in files into one dataset.
pub(crate) fn read(files: &[PathBuf]) -> Fallible<Dataset> {
    let mut tables = Tables::new();
    files.iter().try_for_each(|file| add(&mut tables, file))?;
    Ok(csv::read(&tables)?)
}

fn add(tables: &mut Tables, path: &Path) -> Fallible<()> {
    let bytes = input::bytes(path)?;
    let not_utf8 = |_| format!("{}: it is not UTF-8: save it as 'CSV UTF-8'", path.display());
    let text = String::from_utf8(bytes).map_err(not_utf8)?;
    let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
    if tables.get(name).is_some() {
        return Err(format!("{}: there are two tables {name}", path.display()).into());
    }
    tables.insert(name, text);
    Ok(())
}

/// Writes the tables of a dataset and their description into a folder, and says which files these are.
pub(crate) fn write(dataset: &Dataset, read: &[PathBuf], folder: &Path) -> Fallible<Vec<PathBuf>> {
    files::refuse_others(folder, Format::Csv)?;
    std::fs::create_dir_all(folder).map_err(named(folder))?;
    let tables = csv::write(dataset);
    let mut written = Vec::new();
    let texts = tables.iter().map(|(name, text)| (format!("{name}.csv"), text.to_owned()));
    for (name, text) in texts.chain([("datapackage.json".to_owned(), tables.datapackage())]) {
        let path = folder.join(name);
        output::write(&path, read, |out| out.write_all(text.as_bytes()))?;
        written.push(path);
    }
    Ok(written)
}
