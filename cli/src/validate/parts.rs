//! Parts of a whole that are checked apart and brought together.

use super::check::feed;
use super::found::{Checked, Found};
use crate::input::Input;
use crate::output;
use crate::visible::name as shown;
use cooperation::{ReadOptions, Rules, Severity, rules::Summary};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// What is written of a part: the faults of its lines, and what the rules need.
#[derive(Serialize, Deserialize)]
struct Part {
    file: String,
    faults: Vec<Found>,
    counts: Vec<(Severity, String, usize)>,
    summary: Summary,
}

/// Checks the record lines of a file and writes the part.
pub(crate) fn write(file: &Path, name: &str, out: &Path, rules: &Rules) -> Result<(), String> {
    let told = |error: io::Error| format!("{}: {}", shown(file), crate::visible::reason(&error));
    // Before what may take long.
    output::refuse(out, &[file])?;
    let input = Input::open(file).map_err(told)?.reader();
    let (mut validator, mut checked) = (rules.validator(), Checked::new(name));
    feed(&mut validator, ReadOptions::new().lines(input), &mut checked).map_err(told)?;
    let part = Part {
        file: name.to_owned(),
        faults: checked.findings,
        counts: checked.rules.into_iter().map(|((severity, rule), count)| (severity, rule, count)).collect(),
        summary: validator.summarize(name),
    };
    let text = serde_json::to_string(&part).map_err(|error| format!("{}: {error}", shown(out)))?;
    let put = |output: &mut dyn Write| {
        writeln!(output, "{{\"digest\":\"{}\",\"part\":{text}}}", digest(&text))?;
        output.flush()
    };
    if out == Path::new("-") {
        return put(&mut BufWriter::new(io::stdout().lock())).map_err(|error| format!("-: {error}"));
    }
    output::write(out, &[file], put)
}

/// What a file of parts has on a line: a part, and the checksum of its text, so that a part that was changed or damaged on
/// its way is not taken for what was found.
#[derive(Deserialize)]
struct Sealed {
    digest: String,
    part: Box<RawValue>,
}

impl Sealed {
    fn open(&self) -> Result<Part, String> {
        if digest(self.part.get()) != self.digest {
            return Err("the part has been changed since it was written: check its records again".to_owned());
        }
        serde_json::from_str(self.part.get()).map_err(|error| error.to_string())
    }
}

fn digest(text: &str) -> String {
    let mut digest = "sha256:".to_owned();
    for byte in Sha256::digest(text.as_bytes()) {
        // Writing to a string cannot fail.
        let _ = write!(digest, "{byte:02x}");
    }
    digest
}

/// Brings parts together and ends the check. A file may hold several parts, one a line.
pub(crate) fn merge(files: &[PathBuf], rules: &Rules) -> Result<Vec<Checked>, String> {
    let mut checked = Checked::new("all parts");
    let mut whole = Summary::default();
    let mut count = 0_usize;
    for path in files {
        let file = shown(path);
        let input = Input::open(path)
            .map_err(|error| format!("{file}: {}", crate::visible::reason(&error)))?
            .reader();
        let parts = serde_json::Deserializer::from_reader(input).into_iter::<Sealed>();
        let before = count;
        for part in parts {
            count += 1;
            let part = part.map_err(|error| error.to_string()).and_then(|part| part.open());
            let part = part.map_err(|error| format!("{file}: {error}"))?;
            for (severity, rule, count) in part.counts {
                checked.count(severity, &rule, count);
            }
            let faults = part.faults.into_iter();
            checked.findings.extend(faults.map(|fault| Found { part: Some(part.file.clone()), ..fault }));
            whole = whole.merge(part.summary).map_err(|error| format!("{file}: {error}"))?;
        }
        if count == before {
            return Err(format!("{file}: the file has no part in it"));
        }
    }
    checked.judged(&rules.finish(whole));
    checked.findings.sort_by(|one, other| {
        (&one.part, one.line, one.column).cmp(&(&other.part, other.line, other.column))
    });
    Ok(vec![checked])
}
