//! `cooperation convert`: from one format to another. What did not fit is told on standard error.
//!
//! ```console
//! cooperation convert --from 360giving --to json grants.json > dataset.json
//! cooperation convert --from cordis --to json cordis-h2020 > dataset.json
//! cooperation convert --from json --to lines dataset.json > dataset.jsonl
//! cooperation convert --from lines --to lines --split-by kind --out parts dataset.jsonl
//! cooperation convert --from lines --to json parts
//! cooperation convert --from json --to csv --out tables dataset.json
//! cooperation convert --from csv --to json tables > dataset.json
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

use crate::output;
use clap::{Args, ValueEnum};
use cooperation::interop::{Misfit, gexf, schema_org, threesixtygiving};
use cooperation::{Dataset, Url};
use std::error::Error;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Turns datasets of one format into another, and says what did not fit.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The format of the files.
    #[arg(long, value_enum)]
    from: Format,
    /// The format to write.
    #[arg(long, value_enum)]
    to: Format,
    /// Writes record lines into one folder a kind, such as kind=project/part-0001.jsonl.
    #[arg(long, value_enum, requires = "out")]
    split_by: Option<SplitBy>,
    /// The folder for that, or for tables: one without such files in it. Of all else the file, in place of standard output.
    #[arg(long, value_name = "DIR|FILE", required_if_eq("to", "csv"))]
    out: Option<PathBuf>,
    /// The web address that ids are put behind in the words of schema.org.
    #[arg(long, value_name = "URL", required_if_eq("to", "schema-org"))]
    base: Option<Url>,
    /// How many records a part of a split holds at most: a million unless it is set.
    #[arg(long, value_name = "RECORDS", requires = "split_by", value_parser = clap::value_parser!(u64).range(1..))]
    part_size: Option<u64>,
    /// Files, and folders with files of the format; - is standard input, but not for tables.
    #[arg(required = true)]
    files: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A dataset as one document.
    Json,
    /// Record lines.
    Lines,
    /// A package of grants.
    #[value(name = "360giving")]
    ThreeSixtyGiving,
    /// Tables of a CORDIS dump, such as project.csv and organization.csv.
    Cordis,
    /// Tables of comma-separated values, one a file, named after what they hold.
    Csv,
    /// JSON-LD in the words of schema.org.
    SchemaOrg,
    /// Activities or organisations in the format of the International Aid Transparency Initiative (read only).
    Iati,
    /// Graph for Gephi, in GEXF 1.3 (written only).
    Gexf,
}

#[derive(Clone, Copy, ValueEnum)]
enum SplitBy {
    /// The kind of record.
    Kind,
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
        } else if matches!(self.from, Format::Csv | Format::Cordis)
            && self.files.iter().any(|file| file == "-")
        {
            Some("tables come from files and folders, and not from standard input")
        } else {
            None
        }
    }
}

pub(crate) fn run(arguments: &Arguments) -> Fallible<()> {
    if let (Some(SplitBy::Kind), Some(out)) = (arguments.split_by, &arguments.out) {
        let most = arguments.part_size.unwrap_or(PART);
        return split::by_kind(&files::all(&arguments.files, Format::Lines)?, out, most);
    }
    let files = files::all(&arguments.files, arguments.from)?;
    if (arguments.from, arguments.to) == (Format::Iati, Format::Lines) {
        let mut failed = None;
        let written = put(arguments.out.as_deref(), &files, |out| iati::write_on(&files, out, &mut failed));
        return failed.map_or(written, |why| Err(why.into()));
    }
    let dataset = match arguments.from {
        Format::Csv => tables::read(&files)?,
        Format::Cordis => cordis::read(&files)?,
        format => whole::read(&files, format)?,
    };
    write(&dataset, &files, arguments)
}

fn write(dataset: &Dataset, read: &[PathBuf], arguments: &Arguments) -> Fallible<()> {
    let out = arguments.out.as_deref();
    match arguments.to {
        Format::Json => put(out, read, |out| dataset.write_to(out)),
        Format::Lines => put(out, read, |out| dataset.write_lines(out)),
        Format::ThreeSixtyGiving => {
            let written = threesixtygiving::write(dataset);
            tell(&written.misfits);
            put(out, read, |out| out.write_all(written.value.as_bytes()))
        }
        Format::SchemaOrg => {
            let base = arguments.base.as_ref().ok_or("JSON-LD needs a --base")?;
            let written = schema_org::write(dataset, base);
            tell(&written.misfits);
            put(out, read, |out| out.write_all(written.value.as_bytes()))
        }
        Format::Cordis => Err("CORDIS dumps are read, and not written".into()),
        Format::Gexf => {
            let written = gexf::write(dataset);
            tell(&written.misfits);
            put(out, read, |out| out.write_all(written.value.as_bytes()))
        }
        Format::Iati => Err("IATI files are read, and not written".into()),
        Format::Csv => {
            let folder = out.ok_or("tables need a folder: --out DIR")?;
            for file in tables::write(dataset, read, folder)? {
                writeln!(io::stdout(), "{}", file.display())?;
            }
            Ok(())
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
    move |error| format!("{}: {error}", path.display())
}

fn tell(misfits: &[Misfit]) {
    for misfit in misfits {
        eprintln!("{misfit}");
    }
}
