//! `cooperation stats`: how many records there are of what, how much money, and who is connected most.
//!
//! ```console
//! cooperation stats dataset.json
//! cooperation stats --format markdown --lang en dataset.xlsx
//! ```

mod count;
mod table;

use crate::reader::{InLanguage, Reader, load};
use clap::{Args, ValueEnum};
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
  cooperation stats --format markdown tables > counts.md")]
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
    let dataset = load(arguments.file.as_deref())?;
    let reader = Reader::new(&dataset, arguments.language.of(&dataset));
    let tables = tables(&dataset, &reader, arguments.top)?;
    let text = match arguments.format {
        Format::Text => tables.iter().map(Table::text).collect::<Vec<_>>().join("\n"),
        Format::Csv => table::csv(&tables),
        Format::Json => table::json(&tables),
        Format::Markdown => tables.iter().map(Table::markdown).collect::<Vec<_>>().join("\n"),
    };
    std::io::stdout().lock().write_all(text.as_bytes())?;
    Ok(0)
}
