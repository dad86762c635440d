//! Tables from files and into a folder.

use super::{Fallible, Format, files, named};
use crate::input::Opened;
use crate::output;
use cooperation::interop::csv::{self, Tables};
use cooperation::{Dataset, Language};
use std::path::{Path, PathBuf};

/// The dialect in which Excel opens a table with a double click.
///
/// It has a byte order mark, without which Excel takes the text for one in an old encoding. It has semicolons, which Excel
/// takes for the ends of cells wherever a comma is a decimal sign; in the languages that write a decimal point it has
/// commas. A line `sep=;` would do for all languages, but Excel then ignores the byte order mark.
#[derive(Clone, Copy)]
pub(crate) struct Excel {
    delimiter: u8,
}

/// The languages in which Excel takes a comma for the end of a cell: those that write a decimal point.
const POINT: [&str; 10] = ["en", "ga", "he", "hi", "ja", "ko", "mt", "ms", "th", "zh"];

impl Excel {
    /// The dialect for a language; semicolons if none is known.
    pub(crate) fn of(language: Option<&Language>) -> Self {
        let primary = language.and_then(|tag| tag.as_str().split('-').next());
        let has_point = primary.is_some_and(|primary| POINT.contains(&primary));
        Self { delimiter: if has_point { b',' } else { b';' } }
    }

    /// The tables in this dialect.
    fn written(self, tables: &Tables) -> Tables {
        let mut out = Tables::new();
        for (name, text) in tables.iter() {
            let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
            let mut writer = ::csv::WriterBuilder::new()
                .delimiter(self.delimiter)
                .terminator(::csv::Terminator::CRLF)
                .from_writer("\u{feff}".as_bytes().to_vec());
            for record in reader.records().map_while(Result::ok) {
                // Writing to memory does not fail.
                let _ = writer.write_record(&record);
            }
            let bytes = writer.into_inner().unwrap_or_default();
            out.insert(name, String::from_utf8(bytes).unwrap_or_default());
        }
        out
    }
}

/// Reads the tables in files into one dataset.
pub(crate) fn read(files: &[PathBuf]) -> Fallible<Dataset> {
    let file = files.first().map(crate::visible::name).unwrap_or_default();
    Ok(Opened::tables(&file, files)?.dataset)
}

/// Writes the tables of a dataset and their description into a folder, and returns which files these are.
pub(crate) fn write(
    dataset: &Dataset,
    read: &[PathBuf],
    folder: &Path,
    dialect: Option<Excel>,
) -> Fallible<Vec<PathBuf>> {
    files::refuse_others(folder, Format::Csv)?;
    std::fs::create_dir_all(folder).map_err(named(folder))?;
    let tables = csv::write(dataset);
    let tables = dialect.map(|dialect| dialect.written(&tables)).unwrap_or(tables);
    let mut written = Vec::new();
    let texts = tables.iter().map(|(name, text)| (format!("{name}.csv"), text.to_owned()));
    for (name, text) in texts.chain([("datapackage.json".to_owned(), tables.datapackage())]) {
        let path = folder.join(name);
        output::write(&path, read, |out| out.write_all(text.as_bytes()))?;
        written.push(path);
    }
    Ok(written)
}
