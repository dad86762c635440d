//! `cooperation convert`: from one format to another. What did not fit is reported on standard error.
//!
//! ```console
//! cooperation convert --from 360giving --to json grants.json > dataset.json
//! cooperation convert --from cordis --to json cordis-h2020 > dataset.json
//! cooperation convert --from json --to lines dataset.json > dataset.jsonl
//! cooperation convert --from lines --to lines --split-by kind --out parts dataset.jsonl
//! cooperation convert --from lines --to json parts
//! cooperation convert --from json --to csv --out tables dataset.json
//! cooperation convert --from csv --to json tables > dataset.json
//! cooperation convert --from json --to xlsx --out dataset.xlsx dataset.json
//! cooperation convert --from xlsx --to json dataset.xlsx > dataset.json
//! cooperation convert --from json --to schema-org --base https://example.org/ dataset.json
//! cooperation convert --from iati --to lines activities.xml > dataset.jsonl
//! cooperation convert --from json --to gexf dataset.json > graph.gexf
//! ```

mod cordis;
mod files;
mod iati;
mod split;
mod tables;
mod whole;

use crate::input::Unread;
use crate::input::ending::is_one_of;
use crate::visible::{name, reason, tell};
use crate::{output, workbook};
use clap::{Args, ValueEnum};
use cooperation::interop::{Misfit, csv, gexf, schema_org, threesixtygiving};
use cooperation::{Dataset, Language, RecordKind, Url};
use std::error::Error;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Converts datasets between formats, and reports what did not fit
///
/// Data without an equivalent in the other format are listed on standard error with their number. They are not an error.
///
/// The faults of all files are reported, and the files that can be read are converted.
///
/// Exit status: 0 everything was read, 1 the content of a file cannot be read, 2 wrong arguments, or a file cannot be opened
/// or written.
#[derive(Args)]
#[command(after_help = "\
Examples:
  cooperation convert --from json --to xlsx --out dataset.xlsx dataset.json
  cooperation convert --from xlsx --to json --out dataset.json dataset.xlsx
  cooperation convert --from json --to csv --for excel --lang nb --out tables dataset.json
  cooperation convert --from lines --to lines --split-by kind --out parts dataset.jsonl
  cooperation convert --from 360giving --to json grants.json > dataset.json")]
pub(crate) struct Arguments {
    /// Format of the files
    #[arg(long, value_enum)]
    from: Format,
    /// Format to write
    #[arg(long, value_enum)]
    to: Format,
    /// Write record lines into one folder for each kind, such as kind=project/part-0001.jsonl
    #[arg(long, value_enum, requires = "out")]
    split_by: Option<SplitBy>,
    /// File to write instead of standard output; for tables and for --split-by a folder without files of that format
    #[arg(long, value_name = "DIR|FILE", required_if_eq_any([("to", "csv"), ("to", "xlsx")]))]
    out: Option<PathBuf>,
    /// Web address that ids are appended to in JSON-LD
    #[arg(long, value_name = "URL", required_if_eq("to", "schema-org"))]
    base: Option<Url>,
    /// Maximum number of records in one part of a split [default: 1000000]
    #[arg(long, value_name = "RECORDS", requires = "split_by", value_parser = clap::value_parser!(u64).range(1..))]
    part_size: Option<u64>,
    /// Program that the tables are for: excel (byte order mark and separators for opening with a double click)
    #[arg(long = "for", value_enum, value_name = "PROGRAM")]
    program: Option<Program>,
    /// Language of the spreadsheet program, such as nb or en, which decides between semicolons and commas [default: the
    /// language of the dataset]
    #[arg(long, value_name = "TAG", requires = "program", value_parser = crate::reader::language)]
    lang: Option<Language>,
    /// Files, or folders with files of the format; - is standard input, but not for tables
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A dataset as one document
    Json,
    /// Record lines
    Lines,
    /// 360Giving grants (JSON or CSV when reading, JSON when writing)
    #[value(name = "360giving")]
    ThreeSixtyGiving,
    /// Tables of a CORDIS dump, such as project.csv and organization.csv (read only)
    Cordis,
    /// Tables of comma-separated values, one file for each kind of record
    Csv,
    /// A workbook of Excel and other spreadsheet programs, with one sheet for each kind of record
    Xlsx,
    /// JSON-LD with the vocabulary of schema.org (written only)
    SchemaOrg,
    /// Activities or organisations in the format of the International Aid Transparency Initiative (read only)
    Iati,
    /// Graph for Gephi, in GEXF 1.3 (written only)
    Gexf,
}

#[derive(Clone, Copy, ValueEnum)]
enum SplitBy {
    /// The kind of record
    Kind,
}

#[derive(Clone, Copy, ValueEnum)]
enum Program {
    /// Microsoft Excel
    Excel,
}

/// How many records a part of a split holds, unless it is set.
const PART: u64 = 1_000_000;

type Fallible<T> = Result<T, Box<dyn Error>>;

impl Arguments {
    /// Why they do not go together, where they do not.
    pub(crate) fn conflict(&self) -> Option<&'static str> {
        if self.from == Format::SchemaOrg {
            Some("JSON-LD is written, and not read")
        } else if self.to == Format::Cordis {
            Some("CORDIS dumps are read, and not written")
        } else if self.from == Format::Gexf {
            Some("GEXF is written, and not read")
        } else if self.to == Format::Iati {
            Some("IATI files are read, and not written")
        } else if self.base.is_some() && self.to != Format::SchemaOrg {
            Some("--base is for --to schema-org alone")
        } else if self.split_by.is_some() && (self.from, self.to) != (Format::Lines, Format::Lines) {
            Some("only record lines are split: --from lines --to lines")
        } else if self.program.is_some() && self.to != Format::Csv {
            Some("--for is for --to csv alone")
        } else if self.to == Format::ThreeSixtyGiving
            && self.out.as_deref().is_some_and(|out| is_one_of(out, &["csv", "xlsx"]))
        {
            Some("360Giving data is written as JSON: give --out a name that ends in .json")
        } else if matches!(self.from, Format::Csv | Format::Cordis)
            && self.files.iter().any(|file| file == Path::new("-"))
        {
            Some("tables come from files and folders, and not from standard input")
        } else {
            None
        }
    }
}

pub(crate) fn run(arguments: &Arguments) -> Fallible<u8> {
    if let (Some(SplitBy::Kind), Some(out)) = (arguments.split_by, &arguments.out) {
        let most = arguments.part_size.unwrap_or(PART);
        return split::by_kind(&files::all(&arguments.files, Format::Lines)?, out, most).map(|()| 0);
    }
    let files = files::all(&arguments.files, arguments.from)?;
    let mut unread = Vec::new();
    if (arguments.from, arguments.to) == (Format::Iati, Format::Lines) {
        put(arguments.out.as_deref(), &files, |out| iati::write_on(&files, out, &mut unread))?;
        return Ok(told(&unread));
    }
    if (arguments.from, arguments.to) == (Format::Cordis, Format::Lines) {
        let mut failed = None;
        let written = put(arguments.out.as_deref(), &files, |out| cordis::write_on(&files, out, &mut failed));
        return failed.map_or(written.map(|()| 0), |why| Err(why.into()));
    }
    let dataset = match arguments.from {
        Format::Csv => tables::read(&files)?,
        Format::Cordis => cordis::read(&files)?,
        format => whole::read(&files, format, &mut unread),
    };
    // What can be read is written, unless nothing can be.
    if unread.len() < files.len() {
        write(&dataset, &files, arguments)?;
    }
    Ok(told(&unread))
}

/// Tells why files cannot be read, and returns the exit code.
fn told(unread: &[Unread]) -> u8 {
    for why in unread {
        tell(&format!("error: {why}"));
    }
    if unread.iter().any(|why| matches!(why, Unread::Input(_))) { 2 } else { u8::from(!unread.is_empty()) }
}

fn write(dataset: &Dataset, read: &[PathBuf], arguments: &Arguments) -> Fallible<()> {
    let out = arguments.out.as_deref();
    match arguments.to {
        Format::Json => put(out, read, |out| dataset.write_to(out)),
        Format::Lines => put(out, read, |out| dataset.write_lines(out)),
        Format::ThreeSixtyGiving => {
            let written = threesixtygiving::write(dataset);
            report(&written.misfits, Some(dataset));
            put(out, read, |out| out.write_all(written.value.as_bytes()))
        }
        Format::SchemaOrg => {
            let base = arguments.base.as_ref().ok_or("JSON-LD needs a --base")?;
            let written = schema_org::write(dataset, base);
            report(&written.misfits, Some(dataset));
            put(out, read, |out| out.write_all(written.value.as_bytes()))
        }
        Format::Cordis => Err("CORDIS dumps are read, and not written".into()),
        Format::Gexf => {
            let written = gexf::write(dataset);
            report(&written.misfits, Some(dataset));
            put(out, read, |out| out.write_all(written.value.as_bytes()))
        }
        Format::Iati => Err("IATI files are read, and not written".into()),
        Format::Csv => {
            let folder = out.ok_or("tables need a folder: --out DIR")?;
            let dialect = arguments.program.map(|Program::Excel| {
                tables::Excel::of(arguments.lang.as_ref().or(dataset.language.as_ref()))
            });
            for file in tables::write(dataset, read, folder, dialect)? {
                writeln!(io::stdout(), "{}", name(file))?;
            }
            Ok(())
        }
        Format::Xlsx => {
            let bytes = workbook::write(&csv::write(dataset), &workbook::Layout::default())?;
            put(out, read, |out| out.write_all(&bytes))
        }
    }
}

/// Writes to a file, or to standard output.
fn put(
    file: Option<&Path>,
    read: &[PathBuf],
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Fallible<()> {
    if let Some(file) = file {
        return Ok(output::write(file, read, write)?);
    }
    let mut out = BufWriter::new(io::stdout().lock());
    write(&mut out)?;
    Ok(out.flush()?)
}

/// An error with the file or folder that it is about.
fn named(path: &Path) -> impl Fn(io::Error) -> String {
    move |error| format!("{}: {}", name(path), reason(&error))
}

/// Reports what did not fit. Of a dataset that was written, records are named by their kind and id.
fn report(misfits: &[Misfit], written: Option<&Dataset>) {
    for misfit in misfits {
        let named = written.and_then(|dataset| of_record(misfit, dataset));
        tell(&named.unwrap_or_else(|| misfit.to_string()));
    }
}

/// `funding grant: message`, or `funding grant, share: message` for one of its fields; `None` if the location is not in a
/// record.
fn of_record(misfit: &Misfit, dataset: &Dataset) -> Option<String> {
    let (list, rest) = misfit.place.strip_prefix('/')?.split_once('/')?;
    let (index, field) = rest.split_once('/').map_or((rest, None), |(index, field)| (index, Some(field)));
    let kind = RecordKind::ALL.iter().copied().find(|kind| kind.list() == list)?;
    let id = dataset.record_at(kind, index.parse().ok()?)?.id();
    let field = field.map_or(String::new(), |field| format!(", {field}"));
    let more = match misfit.count {
        1 => String::new(),
        count => format!(" ({count} records)"),
    };
    Some(format!("{} {id}{field}: {}{more}", kind.title(), misfit.message))
}
