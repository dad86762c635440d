//! Checks record lines one by one. Only what records are compared by is kept, so a file can be much larger than memory.
//!
//! ```console
//! cargo run --example stream_lines
//! cargo run --example stream_lines -- big.jsonl
//! ```

use cooperation::{Dataset, ReadOptions, Rules};
use std::collections::BTreeMap;
use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader};

fn main() -> Result<(), Box<dyn Error>> {
    match std::env::args_os().nth(1) {
        Some(file) => check(BufReader::new(File::open(file)?)),
        None => check(documented()?.as_slice()),
    }
}

/// The documented dataset as record lines, and two lines in which something is wrong.
fn documented() -> Result<Vec<u8>, Box<dyn Error>> {
    let mut lines = Vec::new();
    Dataset::from_json(include_str!("data/microfinance-norway.json"))?.write_lines(&mut lines)?;
    lines.extend_from_slice(
        b"{\"project\": {\"id\": \"youth\", \"tilte\": {\"en\": \"Youth on the Quay\"}}}\n",
    );
    lines.extend_from_slice(
        b"{\"participation\": {\"id\": \"a\", \"party\": {\"network\": \"emn\"}, \"project\": \"quay\"}}\n",
    );
    Ok(lines)
}

/// Prints what is wrong in record lines, and how many records of each kind there are.
fn check(input: impl BufRead) -> Result<(), Box<dyn Error>> {
    let rules = Rules::default().without("record-without-evidence")?;
    let mut validator = rules.validator();
    let mut counts = BTreeMap::<&str, u64>::new();
    let mut readable = true;
    for line in ReadOptions::new().lines(input) {
        match line {
            Ok((number, record)) => {
                let count = counts.entry(record.kind().map_or("dataset", |kind| kind.as_str())).or_default();
                *count = count.saturating_add(1);
                // The validator keeps only what other records are compared with.
                validator.add(number, &record);
            }
            // The input itself failed: there are no more lines.
            Err(error) if error.io().is_some() => return Err(error.into()),
            // A line that cannot be read hides no other.
            Err(error) => {
                readable = false;
                for fault in error.faults() {
                    println!("line {fault}");
                }
            }
        }
    }
    // What depends on several records is found at the end.
    let report = validator.finish();
    for finding in report.findings() {
        println!("line {}: {finding}", finding.line.unwrap_or_default());
    }
    println!();
    for (kind, count) in counts {
        println!("{count:>9}  {kind}");
    }
    println!("\n{}", if readable && report.is_valid() { "valid" } else { "not valid" });
    Ok(())
}
