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
#[path = "../read/mod.rs"]
mod read;
mod split;
mod tables;

use clap::{Parser, ValueEnum};
use cooperation::interop::{Misfit, schema_org, threesixtygiving};
use cooperation::{Dataset, Header, ReadOptions, Url};
use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;
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
    part_size: usize,
    /// Files, or of record lines and tables also folders; - is standard input.
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
    end::end(run())
}

fn run() -> Fallible<()> {
    let arguments = Arguments::parse();
    if let (Some(SplitBy::Kind), Some(out)) = (arguments.split_by, &arguments.out) {
        if (arguments.from, arguments.to) != (Format::Lines, Format::Lines) {
            return Err("only record lines are split: --from lines --to lines".into());
        }
        return split::by_kind(&files(&arguments.files)?, out, arguments.part_size);
    }
    let mut dataset = match arguments.from {
        Format::Csv => tables::read(&arguments.files)?,
        _ => Dataset::default(),
    };
    let texts = if arguments.from == Format::Csv { Vec::new() } else { files(&arguments.files)? };
    for file in texts {
        match arguments.from {
            Format::Json => take(&mut dataset, read::dataset(&file)?),
            Format::Lines => {
                let bytes = read::bytes(&file)?;
                for line in ReadOptions::new().lines(&*bytes) {
                    let (_, record) = line.map_err(|error| read::told(&file, &bytes, &error))?;
                    dataset.push(record);
                }
            }
            Format::ThreeSixtyGiving => {
                let bytes = read::bytes(&file)?;
                let read =
                    threesixtygiving::read(&bytes).map_err(|error| read::told(&file, &bytes, &error))?;
                tell(&read.misfits);
                let grants = read.value.funding.len();
                eprintln!(
                    "{}: {grants} grants. What is kept in extensions is in the dataset, and is written back.",
                    file.display()
                );
                take(&mut dataset, read.value);
            }
            Format::SchemaOrg => return Err("JSON-LD is written, and not read".into()),
            // Read above, since all tables make one dataset.
            Format::Csv => {}
        }
    }
    let file = arguments.out.as_ref().filter(|_| arguments.to != Format::Csv);
    let mut out: Box<dyn Write> = match file {
        Some(file) => {
            let new = File::create(file).map_err(|error| format!("{}: {error}", file.display()))?;
            Box::new(BufWriter::new(new))
        }
        None => Box::new(std::io::stdout().lock()),
    };
    match arguments.to {
        Format::Json => dataset.write_to(&mut out)?,
        Format::Lines => dataset.write_lines(&mut out)?,
        Format::ThreeSixtyGiving => {
            let written = threesixtygiving::write(&dataset);
            tell(&written.misfits);
            out.write_all(written.value.as_bytes())?;
        }
        Format::SchemaOrg => {
            let base = arguments.base.ok_or("JSON-LD needs a --base")?;
            let written = schema_org::write(&dataset, &base);
            tell(&written.misfits);
            out.write_all(written.value.as_bytes())?;
        }
        Format::Csv => {
            let folder = arguments.out.ok_or("tables need a folder: --out DIR")?;
            for file in tables::write(&dataset, &folder)? {
                writeln!(out, "{}", file.display())?;
            }
        }
    }
    Ok(out.flush()?)
}

/// Adds one dataset to another as it is: doubled records are for `validate` to find. What the first that says anything
/// says of itself stays.
fn take(dataset: &mut Dataset, other: Dataset) {
    let own = dataset.header();
    other.into_lines().for_each(|line| dataset.push(line));
    if own != Header::default() {
        dataset.set_header(own);
    }
}

fn tell(misfits: &[Misfit]) {
    for misfit in misfits {
        eprintln!("{misfit}");
    }
}

/// The files that are named, and those in folders, in the order of their names.
fn files(named: &[String]) -> Fallible<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut open: Vec<PathBuf> = named.iter().rev().map(PathBuf::from).collect();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            let inside = std::fs::read_dir(&path)?.map(|entry| entry.map(|entry| entry.path()));
            let mut inside = inside.collect::<Result<Vec<_>, _>>()?;
            inside.retain(|path| {
                path.is_dir() || path.extension().is_some_and(|extension| extension == "jsonl")
            });
            inside.sort();
            open.extend(inside.into_iter().rev());
        } else {
            files.push(path);
        }
    }
    Ok(files)
}
