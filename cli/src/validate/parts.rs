//! Parts of a whole that are checked apart and brought together.

use super::check::feed;
use super::found::{Checked, Found};
use crate::input::Input;
use crate::output;
use cooperation::{ReadOptions, Rules, Severity, Summary};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Write};
use std::path::Path;

/// What is written of a part: the faults of its lines, and what the rules need.
#[derive(Serialize, Deserialize)]
struct Part {
    file: String,
    faults: Vec<Found>,
    counts: Vec<(Severity, String, usize)>,
    summary: Summary,
}

/// Checks the record lines of a file and writes the part.
pub(crate) fn write(file: &str, name: &str, out: &str, rules: &Rules) -> Result<(), String> {
    let told = |error: io::Error| format!("{file}: {error}");
    // Before what may take long.
    output::refuse(Path::new(out), &[file])?;
    let input = Input::open(file).map_err(told)?.reader();
    let (mut validator, mut checked) = (rules.validator(), Checked::new(name));
    feed(&mut validator, ReadOptions::new().lines(input), &mut checked).map_err(told)?;
    let part = Part {
        file: name.to_owned(),
        faults: checked.findings,
        counts: checked.rules.into_iter().map(|((severity, rule), count)| (severity, rule, count)).collect(),
        summary: validator.summarize(name),
    };
    let put = |output: &mut dyn Write| {
        serde_json::to_writer(&mut *output, &part)?;
        output.write_all(b"\n")?;
        output.flush()
    };
    match out {
        "-" => put(&mut BufWriter::new(io::stdout().lock())).map_err(|error| format!("{out}: {error}")),
        _ => output::write(Path::new(out), &[file], put),
    }
}

/// Brings parts together and ends the check. A file may hold several parts, one a line.
pub(crate) fn merge(files: &[String], rules: &Rules) -> Result<Vec<Checked>, String> {
    let mut checked = Checked::new("all parts");
    let mut whole = Summary::default();
    let mut count = 0_usize;
    for file in files {
        let input = File::open(file).map_err(|error| format!("{file}: {error}"))?;
        let parts = serde_json::Deserializer::from_reader(BufReader::new(input)).into_iter::<Part>();
        let before = count;
        for part in parts {
            count += 1;
            let part = part.map_err(|error| format!("{file}: {error}"))?;
            for (severity, rule, count) in part.counts {
                checked.count(severity, &rule, count);
            }
            let faults = part.faults.into_iter();
            checked.findings.extend(faults.map(|fault| Found { part: Some(part.file.clone()), ..fault }));
            whole = whole.merge(part.summary).map_err(|error| format!("{file}: {error}"))?;
        }
        if count == before {
            return Err(format!("{file}: it holds no part"));
        }
    }
    checked.judged(&rules.conclude(whole));
    checked.findings.sort_by(|one, other| {
        (&one.part, one.line, one.column).cmp(&(&other.part, other.line, other.column))
    });
    Ok(vec![checked])
}
