//! `cooperation merge`: the datasets of several publishers as one.
//!
//! ```console
//! cooperation merge ours.json theirs.xlsx --out all.json
//! cooperation merge ours.json theirs.json --prefix theirs=theirs.json --ids ids.csv --out all.jsonl
//! ```

mod combine;
mod header;
mod ids;
mod stated;
mod whole;

use crate::input::Opened;
use crate::input::ending::{LINES, WORKBOOK, is_one_of};
use crate::visible::{name, tell};
use crate::{output, workbook};
use clap::Args;
use cooperation::Dataset;
use cooperation::interop::csv;
use ids::{Ids, Prefix};
use std::error::Error;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use whole::Whole;

/// Merges the datasets of several files into one
///
/// Identical records with the same id are kept once. Records of one kind that share an identifier (scheme and value) are
/// combined under the id of the first one, with the values of both. Two different records with the same id, or two
/// different values of one field, are a conflict: the first file takes precedence, and the conflict is reported with both
/// locations. Records that refer to the id of a conflict then refer to the record of the first file, so give one of the two
/// another id with --prefix or --ids.
///
/// Metadata that all files share, such as the licence, is kept in the merged dataset. Title, publisher and licence of each
/// file are kept in a source record of the file; if the file states its publisher, each of its records has that source as
/// evidence.
///
/// Exit status: 0 no conflicts, 1 conflicts or content that cannot be read, 2 wrong arguments, or a file cannot be read or
/// written.
#[derive(Args)]
#[command(after_help = "\
Examples:
  cooperation merge ours.json theirs.xlsx --out all.json
  cooperation merge a.json b.json --prefix b=b.json --out all.jsonl
  cooperation merge a.json tables --ids ids.csv --out all.xlsx

The table of --ids has the columns old and new, and may have a column kind, such as organization.")]
pub(crate) struct Arguments {
    /// Documents, record lines, tables, folders of tables and workbooks
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Output file: .jsonl for record lines, .xlsx for a workbook, other names for a document [default: standard output]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Adds NAME: to the beginning of the ids that FILE defines; can be repeated
    #[arg(long, value_name = "NAME=FILE")]
    prefix: Vec<Prefix>,
    /// Table of ids to change, after prefixes: columns old and new
    #[arg(long, value_name = "TABLE.csv")]
    ids: Option<PathBuf>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<u8, Box<dyn Error>> {
    if let Some(out) = &arguments.out {
        output::refuse(out, &arguments.files)?;
        output::refuse(out, arguments.ids.as_slice())?;
    }
    let ids = Ids::read(arguments.ids.as_deref(), &arguments.prefix, &arguments.files)?;
    let mut whole = Whole::new(&ids);
    for (number, path) in arguments.files.iter().enumerate() {
        whole.add(number, Opened::read(path)?)?;
    }
    let merged = whole.finish()?;
    for old in ids.unused() {
        tell(&format!("--ids: no file has a record with the id {old}"));
    }
    write(&merged.dataset, arguments)?;
    for collision in &merged.collisions {
        tell(collision);
    }
    let count = |count: usize, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
    tell(&format!(
        "{} from {} written to {}: {} kept once, {} combined by identifier, {}",
        count(merged.dataset.len(), "record"),
        count(arguments.files.len(), "file"),
        arguments.out.as_deref().map_or("standard output".to_owned(), name),
        count(merged.equal, "identical record"),
        count(merged.together, "record"),
        count(merged.collisions.len(), "conflict"),
    ));
    if merged.is_ambiguous {
        tell(
            "help: give one of two records with the same id another id, such as with --prefix b=b.json, or give both a common \
             identifier if they are the same",
        );
    }
    Ok(u8::from(!merged.collisions.is_empty()))
}

fn write(dataset: &Dataset, arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let read: Vec<&Path> = arguments.files.iter().chain(&arguments.ids).map(PathBuf::as_path).collect();
    let Some(out) = &arguments.out else {
        let mut out = BufWriter::new(io::stdout().lock());
        dataset.write_to(&mut out)?;
        return Ok(out.flush()?);
    };
    if is_one_of(out, WORKBOOK) {
        let bytes = workbook::write(&csv::write(dataset), &workbook::Layout::default())?;
        return Ok(output::write(out, &read, |out| out.write_all(&bytes))?);
    }
    Ok(output::write(out, &read, |out| {
        if is_one_of(arguments.out.as_deref().unwrap_or(Path::new("")), LINES) {
            dataset.write_lines(out)
        } else {
            dataset.write_to(out)
        }
    })?)
}
