//! Checks documents and record lines, and tells everything that is wrong with them.
//!
//! ```console
//! cargo run --example validate -- my-dataset.json
//! cargo run --example validate -- --format json --deny warnings a.json b.jsonl
//! ```

#![expect(clippy::arithmetic_side_effects, reason = "counts of findings are small")]

use clap::{Parser, ValueEnum};
use cooperation::{Dataset, Error, Fault, PartialDate, ReadOptions, Rules, Severity, locate};
use serde::Serialize;
use std::io::Read;
use std::path::Path;
use std::process::ExitCode;

/// Checks each file and says what is wrong, where, and how to mend it. Ends with 0 where there is no error, 1 where there
/// is one, 2 where a file cannot be opened.
#[derive(Parser)]
struct Arguments {
    /// How the findings are shown.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// The day that counts as today, such as 2026-11-24: dates after it are found.
    #[arg(long)]
    today: Option<PartialDate>,
    /// Takes warnings for errors.
    #[arg(long, value_enum)]
    deny: Option<Deny>,
    /// Documents, and record lines (.jsonl); - is standard input.
    #[arg(required = true)]
    files: Vec<String>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Human,
    Json,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Deny {
    Warnings,
}

#[derive(Serialize)]
struct Output {
    files: Vec<Checked>,
}

/// A file and what was found in it.
#[derive(Default, Serialize)]
struct Checked {
    file: String,
    valid: bool,
    errors: usize,
    warnings: usize,
    infos: usize,
    findings: Vec<Found>,
}

#[derive(Serialize)]
struct Found {
    rule: String,
    severity: Severity,
    pointer: String,
    line: Option<u64>,
    column: Option<u64>,
    kind: Option<String>,
    id: Option<String>,
    message: String,
    help: Option<String>,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let rules = arguments.today.map_or_else(Rules::default, |today| Rules::default().on(today.latest()));
    let mut output = Output { files: Vec::new() };
    for file in &arguments.files {
        match bytes_of(file) {
            Ok(bytes) => output.files.push(check(file, &bytes, &rules)),
            Err(error) => {
                eprintln!("{file}: {error}");
                return ExitCode::from(2);
            }
        }
    }
    match arguments.format {
        Format::Human => output.files.iter().for_each(show),
        Format::Json => match serde_json::to_string_pretty(&output) {
            Ok(json) => println!("{json}"),
            Err(error) => eprintln!("{error}"),
        },
    }
    let denied = arguments.deny == Some(Deny::Warnings);
    let bad = output.files.iter().any(|file| !file.valid || (denied && file.warnings > 0));
    ExitCode::from(u8::from(bad))
}

fn bytes_of(file: &str) -> std::io::Result<Vec<u8>> {
    if file != "-" {
        return std::fs::read(file);
    }
    let mut bytes = Vec::new();
    std::io::stdin().read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn check(file: &str, bytes: &[u8], rules: &Rules) -> Checked {
    let mut checked = Checked { file: file.to_owned(), ..Checked::default() };
    let lines = Path::new(file).extension().is_some_and(|extension| extension == "jsonl");
    if lines {
        let mut dataset = Dataset::default();
        for line in ReadOptions::new().lines(bytes) {
            match line {
                Ok((_, record)) => dataset.push(record),
                Err(error) => unreadable(&mut checked, &error),
            }
        }
        judge(&mut checked, &dataset, None, rules);
    } else {
        match Dataset::from_slice(bytes) {
            Ok(dataset) => judge(&mut checked, &dataset, std::str::from_utf8(bytes).ok(), rules),
            Err(error) => unreadable(&mut checked, &error),
        }
    }
    checked.valid = checked.errors == 0;
    checked
}

fn unreadable(checked: &mut Checked, error: &Error) {
    checked.errors += error.count().max(1);
    checked.findings.extend(error.faults().iter().map(found_fault));
}

fn found_fault(fault: &Fault) -> Found {
    Found {
        rule: fault.kind().as_str().to_owned(),
        severity: Severity::Error,
        pointer: fault.pointer().to_owned(),
        line: Some(fault.line()),
        column: Some(fault.column()),
        kind: None,
        id: None,
        message: fault.message().to_owned(),
        help: fault.help().map(str::to_owned),
    }
}

/// Adds what the rules find, each with its place in the text of a document.
fn judge(checked: &mut Checked, dataset: &Dataset, text: Option<&str>, rules: &Rules) {
    let report = rules.check(dataset);
    checked.errors += report.count(Severity::Error);
    checked.warnings += report.count(Severity::Warning);
    checked.infos += report.count(Severity::Info);
    let pointers: Vec<&str> = report.findings().iter().map(|finding| finding.pointer.as_str()).collect();
    let places = text.map(|text| locate(text, &pointers)).unwrap_or_default();
    for (number, finding) in report.findings().iter().enumerate() {
        let place = places.get(number).copied().flatten();
        checked.findings.push(Found {
            rule: finding.rule.to_string(),
            severity: finding.severity,
            pointer: finding.pointer.clone(),
            line: place.map(|place| place.line),
            column: place.map(|place| place.column),
            kind: finding.kind.map(|kind| kind.as_str().to_owned()),
            id: finding.id.clone(),
            message: finding.message.clone(),
            help: finding.help.clone(),
        });
    }
}

fn show(checked: &Checked) {
    for found in &checked.findings {
        let place = match (found.line, found.column) {
            (Some(line), Some(column)) => format!(":{line}:{column}"),
            _ => String::new(),
        };
        println!("{}{place}: {}[{}] {}", checked.file, found.severity, found.rule, found.message);
        println!("  at {}", if found.pointer.is_empty() { "the whole document" } else { &found.pointer });
        if let Some(help) = &found.help {
            println!("  help: {help}");
        }
    }
    let verdict = if checked.valid { "valid" } else { "not valid" };
    let Checked { file, errors, warnings, infos, .. } = checked;
    println!("{file}: {verdict}; errors {errors}, warnings {warnings}, infos {infos}");
}
