//! Applies the certain edits to a file: `--fix`.

use super::acknowledged::Acknowledged;
use super::change::{Change, Position};
use crate::input::{self, Form, Input, head};
use crate::output;
use crate::visible::name;
use cooperation::io::{Edit, Limits, apply_edits, locate_edits};
use cooperation::{Dataset, ReadOptions, Report, Rules};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;

/// What was changed in a file.
#[derive(Serialize)]
pub(crate) struct Fixed {
    /// The file as it was.
    pub(crate) backup: String,
    pub(crate) changes: Vec<Fix>,
}

/// One change: the place in the text of its round, and the help that it follows.
#[derive(Serialize)]
pub(crate) struct Fix {
    round: usize,
    #[serde(flatten)]
    pub(crate) at: Position,
    pub(crate) rule: String,
    pub(crate) help: String,
}

/// An edit, with the rule and the help that it is from.
type Certain = (Edit, String, String);

/// Most times that a file is looked at again. An edit may show what is behind it.
const ROUNDS: usize = 50;

/// Changes a file as far as help is certain; `None` if there is nothing to change.
pub(crate) fn fix(path: &Path, rules: &Rules, acknowledged: &Acknowledged) -> Result<Option<Fixed>, String> {
    let file = name(path);
    let told = |error: std::io::Error| format!("{file}: {error}");
    if path.is_dir() {
        return Err(refused(&file));
    }
    let Input::File(mut opened) = Input::open(path).map_err(told)? else { return Err(refused(&file)) };
    let mut bytes = head(&mut opened).map_err(told)?;
    let form = Form::of(path, &bytes);
    if !matches!(form, Form::Document | Form::Lines) {
        return Err(refused(&file));
    }
    bytes.extend(input::at_most(&mut opened).map_err(told)?);
    let most = Limits::default().bytes;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > most) {
        return Err(format!("{file}: the file is too large for --fix, which takes at most {most} bytes"));
    }
    // What is not in UTF-8 has one fault, and no edit.
    let Ok(text) = String::from_utf8(bytes) else { return Ok(None) };
    let (mut fixed, mut changes) = (text.clone(), Vec::new());
    for round in 1..=ROUNDS {
        let certain = if form == Form::Lines {
            of_lines(&fixed, rules, acknowledged)
        } else {
            of_document(&fixed, rules, acknowledged)
        };
        let edits: Vec<Edit> = certain.iter().map(|(edit, ..)| edit.clone()).collect();
        let edited = apply_edits(&fixed, &edits);
        let located = locate_edits(&fixed, &edits);
        let places = Change::place(&fixed, 1, &located);
        let mut round_of: Vec<Fix> = Vec::new();
        for (((_, rule, help), place), applied) in certain.into_iter().zip(places).zip(edited.applied) {
            if let Some(place) = place.filter(|_| applied) {
                round_of.push(Fix { round, at: place.start, rule, help });
            }
        }
        if round_of.is_empty() {
            break;
        }
        round_of.sort_by_key(|fix| (fix.at.line, fix.at.column));
        changes.extend(round_of);
        fixed = edited.text;
    }
    if changes.is_empty() {
        return Ok(None);
    }
    let backup = output::keep(path, text.as_bytes())?;
    output::write(path, &[] as &[&Path], |out| out.write_all(fixed.as_bytes()))?;
    Ok(Some(Fixed { backup: backup.to_string_lossy().into_owned(), changes }))
}

fn refused(file: &str) -> String {
    format!(
        "{file}: --fix changes documents (.json) and record lines (.jsonl) only; correct tables and workbooks in the \
         spreadsheet"
    )
}

/// The certain edits of a document.
fn of_document(text: &str, rules: &Rules, acknowledged: &Acknowledged) -> Vec<Certain> {
    match Dataset::from_json(text) {
        Ok(dataset) => of_report(&rules.check(&dataset), acknowledged).map(|(_, certain)| certain).collect(),
        Err(error) => of_error(&error).collect(),
    }
}

fn of_error(error: &cooperation::Error) -> impl Iterator<Item = Certain> + '_ {
    error.faults().iter().filter_map(|fault| {
        let help = fault.help().unwrap_or_default().to_owned();
        Some((fault.edit()?.clone(), fault.kind().as_str().to_owned(), help))
    })
}

/// The certain edits of findings that are not acknowledged, with the lines of their records.
fn of_report<'r>(
    report: &'r Report,
    acknowledged: &'r Acknowledged,
) -> impl Iterator<Item = (Option<u32>, Certain)> + 'r {
    report.findings().iter().filter(|finding| !acknowledged.has(finding)).filter_map(|finding| {
        let help = finding.help.clone().unwrap_or_default();
        let edit = if finding.line.is_some() { finding.edit_in_line() } else { finding.edit.clone() };
        Some((finding.line, (edit?, finding.rule.to_string(), help)))
    })
}

/// The certain edits of record lines, each by bytes of the whole text.
fn of_lines(text: &str, rules: &Rules, acknowledged: &Acknowledged) -> Vec<Certain> {
    let (mut all, mut validator) = (Vec::new(), rules.validator());
    for line in ReadOptions::new().lines(text.as_bytes()) {
        match line {
            Ok((number, record)) => validator.add(number, &record),
            Err(error) => all.extend(of_error(&error)),
        }
    }
    let mut by_line: BTreeMap<u32, Vec<Certain>> = BTreeMap::new();
    for (line, certain) in of_report(&validator.finish(), acknowledged) {
        by_line.entry(line.unwrap_or(1)).or_default().push(certain);
    }
    let mut start = 0_u64;
    for (number, line) in (1_u32..).zip(text.split_inclusive('\n')) {
        if let Some(certain) = by_line.remove(&number) {
            let edits: Vec<Edit> = certain.iter().map(|(edit, ..)| edit.clone()).collect();
            for (edit, (_, rule, help)) in locate_edits(line, &edits).into_iter().zip(certain) {
                if let Some((edit, range)) = edit.as_ref().and_then(|edit| Some((edit, edit.bytes()?))) {
                    let range = range.start + start..range.end + start;
                    all.push((Edit::replace_bytes(range, edit.replacement()), rule, help));
                }
            }
        }
        start += line.len() as u64;
    }
    all
}
