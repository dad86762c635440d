//! Turns one format into another. What did not fit is told on standard error.
//!
//! ```console
//! cargo run --all-features --example convert -- --from 360giving --to json grants.json > dataset.json
//! cargo run --all-features --example convert -- --from json --to lines dataset.json > dataset.jsonl
//! cargo run --all-features --example convert -- --from lines --to lines --split-by kind --out parts dataset.jsonl
//! cargo run --all-features --example convert -- --from lines --to json parts
//! cargo run --all-features --example convert -- --from json --to csv --out tables dataset.json
//! cargo run --all-features --example convert -- --from csv --to json tables > dataset.json
//! cargo run --all-features --example convert -- --from json --to schema-org --base https://example.org/ dataset.json
//! ```

#[path = "../end/mod.rs"]
mod end;
#[path = "../read/ending.rs"]
mod ending;
mod files;
#[path = "../read/mod.rs"]
mod read;
mod split;
mod tables;
mod whole;

use clap::{Parser, ValueEnum};
use cooperation::interop::{Misfit, schema_org, threesixtygiving};
use cooperation::{Dataset, Url};
use std::error::Error;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Turns datasets of one format into another, and says what did not fit.
#[derive(Parser)]
struct Arguments {
    /// The format of the files.
    #[arg(long, value_enum)]
    from: Format,
    /// The format to write.
    #[arg(long, value_enum)]
    to: Format,
    /// Writes record lines into one folder a kind, such as kind=project/part-0001.jsonl.
    #[arg(long, value_enum, requires = "out")]
    split_by: Option<SplitBy>,
    /// The folder for that, or for tables; of all else the file, in place of standard output.
    #[arg(long, value_name = "DIR|FILE")]
    out: Option<PathBuf>,
    /// The web address that ids are put behind in the words of schema.org.
    #[arg(long, value_name = "URL", required_if_eq("to", "schema-org"))]
    base: Option<Url>,
    /// How many records a part of a split holds at most.
    #[arg(long, default_value_t = 1_000_000)]
    part_size: u64,
    /// Files, and folders with files of the format; - is standard input.
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
    /// Tables of comma-separated values, one a file, named after what they hold.
    Csv,
    /// JSON-LD in the words of schema.org.
    SchemaOrg,
}

#[derive(Clone, Copy, ValueEnum)]
enum SplitBy {
    /// The kind of record.
    Kind,
}

type Fallible<T> = Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    end::end(run(&Arguments::parse()))
}

fn run(arguments: &Arguments) -> Fallible<()> {
    if let (Some(SplitBy::Kind), Some(out)) = (arguments.split_by, &arguments.out) {
        if (arguments.from, arguments.to) != (Format::Lines, Format::Lines) {
            return Err("only record lines are split: --from lines --to lines".into());
        }
        return split::by_kind(&files::all(&arguments.files, Format::Lines)?, out, arguments.part_size);
    }
    if arguments.from == Format::SchemaOrg {
        return Err("JSON-LD is written, and not read".into());
    }
    let files = files::all(&arguments.files, arguments.from)?;
    let dataset = match arguments.from {
        Format::Csv => tables::read(&files)?,
        format => whole::read(&files, format)?,
    };
    write(&dataset, arguments)
}

fn write(dataset: &Dataset, arguments: &Arguments) -> Fallible<()> {
    let out = arguments.out.as_deref();
    match arguments.to {
        Format::Json => put(out, |out| dataset.write_to(out)),
        Format::Lines => put(out, |out| dataset.write_lines(out)),
        Format::ThreeSixtyGiving => {
            let written = threesixtygiving::write(dataset);
            tell(&written.misfits);
            put(out, |out| out.write_all(written.value.as_bytes()))
        }
        Format::SchemaOrg => {
            let base = arguments.base.as_ref().ok_or("JSON-LD needs a --base")?;
            let written = schema_org::write(dataset, base);
            tell(&written.misfits);
            put(out, |out| out.write_all(written.value.as_bytes()))
        }
        Format::Csv => {
            let folder = out.ok_or("tables need a folder: --out DIR")?;
            for file in tables::write(dataset, folder)? {
                writeln!(io::stdout(), "{}", file.display())?;
            }
            Ok(())
        }
    }
}

/// Writes to a file, or to standard output.
fn put(file: Option<&Path>, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Fallible<()> {
    let all = |mut out: Box<dyn Write>| {
        write(&mut out)?;
        out.flush()
    };
    match file {
        Some(file) => {
            let written = File::create(file).and_then(|new| all(Box::new(BufWriter::new(new))));
            Ok(written.map_err(named(file))?)
        }
        None => Ok(all(Box::new(BufWriter::new(io::stdout().lock())))?),
    }
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
