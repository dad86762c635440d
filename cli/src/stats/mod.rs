//! `cooperation stats`: how many records there are of what, how much money, and who is connected most.
//!
//! ```console
//! cooperation stats dataset.json
//! cooperation stats --format markdown --lang en dataset.xlsx
//! ```

mod count;
mod table;

use crate::reader::{Filter, InLanguage, Reader, load};
use crate::words::Words;
use clap::{Args, ValueEnum};
use cooperation::values::SumOverflow;
use count::tables;
use std::error::Error;
use std::io::Write as _;
use std::path::PathBuf;
use table::Table;

/// Counts records and sums up money, by kind, country, year and programme
///
/// Exit status: 0 counted, 1 content that cannot be read, 2 wrong arguments, or a file cannot be opened or written.
#[derive(Args)]
#[command(after_help = "\
Examples:
  cooperation stats
  cooperation stats --lang en dataset.json
  cooperation stats --format csv dataset.xlsx > counts.csv
  cooperation stats --format markdown tables > counts.md
  cooperation stats --year 2023 --country NO dataset.json")]
pub(crate) struct Arguments {
    /// Format of the tables
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Most organizations and networks in the table of the best connected
    #[arg(long, value_name = "NUMBER", default_value_t = 10)]
    top: usize,
    /// Dataset [default: the built-in example]
    file: Option<PathBuf>,
    #[command(flatten)]
    filter: Filter,
    #[command(flatten)]
    language: InLanguage,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// Aligned columns
    Text,
    /// One table of comma-separated values: table, row, column, value
    Csv,
    /// One JSON object
    Json,
    /// Tables for a page in Markdown
    Markdown,
}

pub(crate) fn run(arguments: &Arguments) -> Result<u8, Box<dyn Error>> {
    let dataset = arguments.filter.part(load(arguments.file.as_deref())?)?;
    let reader = Reader::new(&dataset, arguments.language.of(&dataset));
    let (tables, words) = (tables(&dataset, &reader, arguments.top)?, reader.words);
    let text = match arguments.format {
        Format::Text => text(&tables, words),
        Format::Csv => table::csv(&tables),
        Format::Json => table::json(&tables),
        Format::Markdown => tables.iter().map(|table| table.markdown(words)).collect::<Vec<_>>().join("\n"),
    };
    std::io::stdout().lock().write_all(text.as_bytes())?;
    Ok(0)
}

/// The tables as text; `top` is how many of the best connected are named.
///
/// # Errors
/// Returns an error if a sum cannot be represented exactly.
pub fn page(reader: &Reader<'_>, top: usize) -> Result<String, SumOverflow> {
    Ok(text(&tables(reader.index.dataset(), reader, top)?, reader.words))
}

fn text(tables: &[Table], words: Words) -> String {
    tables.iter().map(|table| table.text(words)).collect::<Vec<_>>().join("\n")
}
