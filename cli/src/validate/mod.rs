//! `cooperation validate`: checks documents and record lines, and reports all problems.
//!
//! ```console
//! cooperation validate my-dataset.json
//! cooperation validate --format json --deny warnings a.json b.jsonl
//! cooperation validate --threads 2 a-million.jsonl
//! cooperation validate dataset.xlsx folder-of-tables
//! ```
//!
//! Record lines may be checked in parts, on one machine or on many, and brought together:
//!
//! ```console
//! cooperation validate --shard-out one.part one.jsonl
//! cooperation validate --shard-out two.part two.jsonl
//! cooperation validate --merge one.part two.part
//! ```

#![expect(clippy::arithmetic_side_effects, reason = "counts of findings and bytes of a line are small")]

mod acknowledged;
mod change;
mod check;
mod fix;
mod found;
mod human;
mod machine;
mod parts;
mod tables;

use crate::day::Day;
use crate::visible::tell;
use acknowledged::Acknowledged;
use clap::{Args, ValueEnum};
use cooperation::Rules;
use found::Checked;
use std::io::{ErrorKind, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

/// Checks each file and reports each problem with its location and how to fix it
///
/// Exit status: 0 no errors, 1 errors found, 2 wrong arguments, or a file cannot be opened or written (the other files
/// are still reported). With --fix, it is the status after the changes.
#[derive(Args)]
#[command(after_help = "\
Examples:
  cooperation validate dataset.json
  cooperation validate --today 2026-11-24 --deny warnings dataset.xlsx
  cooperation validate --format json tables
  cooperation validate --fix dataset.json
  cooperation validate --acknowledged looked-at.json --deny warnings dataset.json
  cooperation validate --threads 4 records.jsonl
  cooperation validate --shard-out one.part one.jsonl
  cooperation validate --merge one.part two.part")]
pub(crate) struct Arguments {
    /// Format of the report
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    #[command(flatten)]
    day: Day,
    /// Disables a rule, such as record-without-evidence; can be repeated
    #[arg(long, value_name = "RULE")]
    without: Vec<String>,
    /// Shows every finding, instead of three of a rule at one path
    #[arg(long)]
    all: bool,
    /// Treats warnings as errors
    #[arg(long, value_enum)]
    deny: Option<Deny>,
    /// Reads findings that are known and right from a list of {"rule", "kind", "id", "reason"}; they are reported and do
    /// not count
    #[arg(long, value_name = "FILE", conflicts_with = "shard_out")]
    acknowledged: Option<PathBuf>,
    /// Applies the certain edits to documents and record lines before they are checked, and keeps a copy as FILE.bak
    #[arg(long, conflicts_with_all = ["shard_out", "merge"])]
    fix: bool,
    /// Number of threads for a file of record lines
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..=64))]
    threads: u16,
    /// Checks one file of record lines as a part of a dataset, and writes a summary for --merge
    #[arg(long, value_name = "PART")]
    shard_out: Option<PathBuf>,
    /// Name of the part; parts are merged in the order of their names [default: the name of the file]
    #[arg(long, requires = "shard_out")]
    shard_name: Option<String>,
    /// Merges summaries that --shard-out wrote, and reports on the whole dataset
    #[arg(long, conflicts_with_all = ["shard_out", "threads"])]
    merge: bool,
    /// Documents, record lines (.jsonl, .ndjson), tables (.csv), folders of tables, and workbooks (.xlsx); - is standard
    /// input
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For people: excerpts, help, and a summary.
    Human,
    /// For programs.
    Json,
    /// For code hosts: the Static Analysis Results Interchange Format 2.1.0.
    Sarif,
    /// For GitHub: workflow commands, shown next to the line.
    Github,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Deny {
    Warnings,
}

pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    match rules(arguments).and_then(|rules| check_all(arguments, &rules)) {
        Ok(code) => code,
        Err(error) => {
            tell(&error);
            ExitCode::from(2)
        }
    }
}

fn rules(arguments: &Arguments) -> Result<Rules, String> {
    let rules = arguments.day.date().map_or_else(Rules::default, |today| Rules::default().with_today(today));
    let rules = if arguments.all { rules.with_max_findings(usize::MAX) } else { rules };
    let without = |rules: Rules, name: &String| rules.without(name).map_err(|error| error.to_string());
    arguments.without.iter().try_fold(rules, without)
}

fn check_all(arguments: &Arguments, rules: &Rules) -> Result<ExitCode, String> {
    if let Some(out) = &arguments.shard_out {
        let [file] = arguments.files.as_slice() else { return Err("one file is one part".to_owned()) };
        let part = arguments.shard_name.clone().unwrap_or_else(|| file.to_string_lossy().into_owned());
        parts::write(file, &part, out, rules)?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut acknowledged = match &arguments.acknowledged {
        Some(file) => Acknowledged::read(file)?,
        None => Acknowledged::default(),
    };
    if arguments.merge {
        let mut checked = parts::merge(&arguments.files, rules)?;
        for checked in &mut checked {
            acknowledged.mark(checked);
        }
        checked.extend(acknowledged.left());
        return show(arguments, &checked).map(ExitCode::from);
    }
    let mut any_failed = false;
    let mut checked: Vec<Checked> = Vec::with_capacity(arguments.files.len());
    for file in &arguments.files {
        // A file that cannot be fixed is checked all the same.
        let fixed = if arguments.fix { fix::fix(file, rules, &acknowledged) } else { Ok(None) };
        any_failed |= fixed.is_err();
        let fixed = fixed.inspect_err(|error| tell(error)).unwrap_or_default();
        match check::check(file, rules, arguments.threads.into()) {
            Ok(mut found) => {
                found.fixed = fixed;
                acknowledged.mark(&mut found);
                checked.push(found);
            }
            Err(error) => {
                any_failed = true;
                tell(&error);
            }
        }
    }
    checked.extend(acknowledged.left());
    let code = show(arguments, &checked)?;
    Ok(ExitCode::from(if any_failed { 2 } else { code }))
}

/// Writes the findings, and returns 1 if there is an error.
fn show(arguments: &Arguments, checked: &[Checked]) -> Result<u8, String> {
    let denied = arguments.deny == Some(Deny::Warnings);
    let human = human::Human { checked, color: human::wants_color(), all: arguments.all, denied };
    let mut out = std::io::stdout().lock();
    let written = match arguments.format {
        Format::Human => write!(out, "{human}"),
        Format::Json => writeln!(out, "{}", machine::json(checked)),
        Format::Sarif => writeln!(out, "{}", machine::sarif(checked)),
        Format::Github => write!(out, "{}", machine::github(checked)),
    };
    // The reader may stop before the end, as `head` does.
    if let Err(error) = written.and_then(|()| out.flush())
        && error.kind() != ErrorKind::BrokenPipe
    {
        return Err(format!("standard output: {error}"));
    }
    let bad = checked.iter().any(|file| !file.is_valid() || (denied && file.warnings > 0));
    Ok(u8::from(bad))
}
