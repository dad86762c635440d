//! `cooperation page`: a dataset as one HTML file that needs no network.
//!
//! ```console
//! cooperation page --out page.html
//! cooperation page --source page article.txt --lang nb --out page.html my-dataset.json
//! cooperation page --focus project/feva --out feva.html
//! ```

mod build;
mod content;
mod evidence;
mod facts;
mod html;
mod labels;
mod money;

use crate::draw::Day;
use crate::input;
use crate::output;
use crate::reader::{Filter, InLanguage, Reader, load, say_file};
use clap::Args;
use cooperation::SourceId;
use cooperation::chrono::NaiveDate;
use std::error::Error;
use std::path::PathBuf;

/// Above so many records a page is slow on small devices.
const MANY: usize = 5_000;

/// Writes a dataset as one HTML file for reading, searching and printing, which works offline
///
/// By default the quotes of each source are listed in the order of the records. With --source, they are marked in the text of
/// the source, which becomes part of the page.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Dataset [default: the built-in example]
    file: Option<PathBuf>,
    /// Source and the file of its text (UTF-8), in which the quotes are marked
    #[arg(long, num_args = 2, value_names = ["ID", "TEXT"])]
    source: Vec<String>,
    /// Output file [default: standard output]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Opens the page at this record and draws the map and the timeline around it: its id, acronym or name, or KIND/ID, such
    /// as project/feva, if records of several kinds have the id
    #[arg(long, value_name = "RECORD")]
    focus: Option<String>,
    #[command(flatten)]
    day: Day,
    #[command(flatten)]
    filter: Filter,
    #[command(flatten)]
    language: InLanguage,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let dataset = arguments.filter.part(load(arguments.file.as_deref())?)?;
    let mut texts: Vec<(SourceId, String)> = Vec::new();
    let mut read: Vec<PathBuf> = arguments.file.iter().cloned().collect();
    for pair in arguments.source.chunks(2) {
        let [source, file] = pair else { continue };
        let text = String::from_utf8(input::bounded(file.as_ref())?)
            .map_err(|_| format!("{file}: it is not UTF-8"))?;
        texts.push((source.parse()?, text));
        read.push(PathBuf::from(file));
    }
    let reader = Reader::new(&dataset, arguments.language.of(&dataset));
    let page = around(&reader, &texts, arguments.day.date(), arguments.focus.as_deref())?;
    if dataset.len() > MANY {
        eprintln!(
            "note: the page has {} records; above {} it is slow on small devices: choose a part with --programme, --year, \
             --country or --status",
            reader.words.number(dataset.len()),
            reader.words.number(MANY)
        );
    }
    match &arguments.out {
        Some(file) => Ok(output::write(file, &read, |out| out.write_all(page.as_bytes()))?),
        None => say_file(&page, "page.html"),
    }
}

/// The page of a dataset, with the quotes of some sources marked in their texts.
///
/// # Errors
/// When the dataset has no such source, or a sum of money has more digits than can be added up.
pub fn page(
    reader: &Reader,
    texts: &[(SourceId, String)],
    today: Option<NaiveDate>,
) -> Result<String, Box<dyn Error>> {
    around(reader, texts, today, None)
}

/// The page of a dataset, opened at a record if one is given.
fn around(
    reader: &Reader,
    texts: &[(SourceId, String)],
    today: Option<NaiveDate>,
    focus: Option<&str>,
) -> Result<String, Box<dyn Error>> {
    let description = reader.index.dataset().description.as_ref();
    let description = description.map(|text| reader.text(text)).unwrap_or_default();
    Ok(html::html(&build::content(reader, texts, today, focus)?, description)?)
}
