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
/// Of equal records, one is kept. Records of one kind that share an identifier (scheme and value) are combined under the id
/// of the first, with what each of them states. A record whose id is taken by a different
/// one, or a value that two files state differently, is a collision: the first file counts, and the collision is reported
/// with both places.
///
/// What all files state about the dataset is kept in the merged one. Title, publisher and licence of each file are kept in
/// a source record of the file; if the file states its publisher, each of its records has that source as evidence.
///
/// Exit status: 0 merged, 1 collisions or content that cannot be read, 2 usage or input and output.
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
    /// File to write: .jsonl for record lines, .xlsx for a workbook, else a document [default: a document on standard output]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Put NAME: before the ids that FILE defines; may be given several times
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
        tell(&format!("no file has a record with the id {old}, which the table of ids changes"));
    }
    write(&merged.dataset, arguments)?;
    for collision in &merged.collisions {
        tell(collision);
    }
    let count = |count: usize, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
    tell(&format!(
        "{} from {}: {}; {} equal, {} combined by identifiers; {}",
        count(merged.dataset.len(), "record"),
        count(arguments.files.len(), "file"),
        arguments.out.as_deref().map_or("standard output".to_owned(), name),
        merged.equal,
        merged.together,
        count(merged.collisions.len(), "collision"),
    ));
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
