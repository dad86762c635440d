//! Checks one file: a document as a whole, record lines one by one.

use super::change::Change;
use super::found::{Checked, Found};
use super::tables;
use crate::input::{self, Form, Input, Shared, excerpt::Excerpt, head};
use crate::progress::Watched;
use crate::visible::name;
use crate::workbook::{self, Problem};
use cooperation::{
    Dataset, Limits, ReadOptions, RecordLines, Report, Rules, Severity,
    io::{Edit, FaultKind, Location, locate, locate_edits},
    rules::{Summary, Validator},
};
use std::io::{self, BufRead, Read as _};
use std::path::Path;

/// How much of what comes once is kept, so that findings in its record lines have columns: findings behind it have none.
const KEPT: u64 = 64 << 20;

/// Checks a file, or the tables in a folder.
pub(crate) fn check(path: &Path, rules: &Rules, threads: usize) -> Result<Checked, String> {
    let file = &name(path);
    let told = |error: io::Error| format!("{file}: {}", crate::visible::reason(&error));
    let mut checked = Checked::new(&path.to_string_lossy());
    if path.is_dir() {
        tables::folder(&mut checked, path, rules)?;
        return Ok(checked);
    }
    match Input::open(path).map_err(told)? {
        Input::File(opened) => {
            let size = opened.metadata().map_err(told)?.len();
            let shared = Shared::new(opened);
            let whole = || shared.window(0, None);
            match Form::of(path, &head(whole()).map_err(told)?) {
                Form::Lines => {
                    let report = if threads > 1 {
                        in_threads(&shared, rules, threads, &mut checked).map_err(told)?
                    } else {
                        one_by_one(Watched::of(file, Some(size), whole()), rules, &mut checked)
                            .map_err(told)?
                    };
                    judge(&mut checked, &report, whole).map_err(told)?;
                }
                form => once(&mut checked, path, form, Watched::of(file, Some(size), whole()), rules)?,
            }
        }
        Input::Stream(mut input) => {
            let head = head(&mut input).map_err(told)?;
            let form = Form::of(path, &head);
            let mut whole = head.as_slice().chain(input);
            if form == Form::Lines {
                let mut kept = Vec::new();
                whole.by_ref().take(KEPT).read_to_end(&mut kept).map_err(told)?;
                let whole = kept.as_slice().chain(whole);
                let report = one_by_one(Watched::of(file, None, whole), rules, &mut checked).map_err(told)?;
                judge(&mut checked, &report, || whole_lines(&kept)).map_err(told)?;
            } else {
                once(&mut checked, path, form, whole, rules)?;
            }
        }
    }
    checked.findings.sort_by_key(|found| (found.line.is_none(), found.line, found.column));
    Ok(checked)
}

/// Checks what is read as a whole.
fn once(
    checked: &mut Checked,
    path: &Path,
    form: Form,
    input: impl io::Read,
    rules: &Rules,
) -> Result<(), String> {
    let told = |error: io::Error| format!("{}: {}", name(path), crate::visible::reason(&error));
    match form {
        Form::Document | Form::Lines => document(checked, &input::at_most(input).map_err(told)?, rules),
        Form::Table => tables::table(checked, path, input::at_most(input).map_err(told)?, rules)?,
        Form::Workbook => {
            let mut bytes = Vec::new();
            input.take(workbook::PACKED + 1).read_to_end(&mut bytes).map_err(told)?;
            tables::workbook(checked, &bytes, rules);
        }
        Form::Foreign(what, help) => {
            let problem = Problem::new("other-format", "", what).helped(help);
            checked.problem(Severity::Error, &problem, None);
        }
    }
    Ok(())
}

/// Checks record lines from the first to the last.
fn one_by_one(input: impl BufRead, rules: &Rules, checked: &mut Checked) -> io::Result<Report> {
    let mut validator = rules.validator();
    feed(&mut validator, ReadOptions::new().lines(input), checked)?;
    Ok(validator.finish())
}

/// Adds what the rules found in record lines, and where in the text that is, which is read again.
fn judge<R: BufRead>(checked: &mut Checked, report: &Report, again: impl FnOnce() -> R) -> io::Result<()> {
    checked.judged(report);
    // The parts of threads have no names of their own.
    checked.findings.iter_mut().for_each(|found| found.part = None);
    if checked.findings.is_empty() {
        return Ok(());
    }
    place_in_lines(again(), &mut checked.findings, report)
}

/// What to do where faults of reading keep the rules from being checked.
const AGAIN: &str = "run it again after fixing them";

fn document(checked: &mut Checked, bytes: &[u8], rules: &Rules) {
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    match Dataset::from_slice(bytes) {
        Ok(dataset) => {
            let report = rules.check(&dataset);
            checked.judged(&report);
            let pointers: Vec<&str> = report.findings().iter().map(|at| at.pointer.as_str()).collect();
            for (found, place) in checked.findings.iter_mut().zip(locate(text, &pointers)) {
                (found.line, found.column) = (place.map(|at| at.line), place.map(|at| at.column));
                found.excerpt = place.and_then(|place| cut(text, place));
            }
        }
        Err(error) => {
            checked.unreadable(&error, |place| cut(text, place));
            checked.unchecked.push(format!("rules, since the file has errors; {AGAIN}"));
        }
    }
    let edits = checked.findings.iter().enumerate();
    let edits = edits.filter_map(|(number, found)| Some((number, found.edit.clone()?))).collect();
    place_changes(text, 1, &mut checked.findings, edits);
}

/// Places edits in a text that begins at a line, each of the finding of a number.
fn place_changes(text: &str, line: u64, findings: &mut [Found], edits: Vec<(usize, Edit)>) {
    if edits.is_empty() {
        return;
    }
    let (numbers, edits): (Vec<usize>, Vec<Edit>) = edits.into_iter().unzip();
    for (number, change) in numbers.into_iter().zip(Change::place(text, line, &locate_edits(text, &edits))) {
        if let Some(found) = findings.get_mut(number) {
            found.change = change;
        }
    }
}

/// Gives every record line to the validator.
pub(crate) fn feed<R: BufRead>(
    validator: &mut Validator<'_>,
    lines: RecordLines<R>,
    checked: &mut Checked,
) -> io::Result<()> {
    for line in lines {
        match line {
            Ok((number, record)) => validator.add(number, &record),
            Err(error) => {
                checked.unreadable(&error, |_| None);
                if error.faults().is_empty() {
                    return Err(io::Error::other(error));
                }
            }
        }
    }
    Ok(())
}

fn cut(text: &str, place: Location) -> Option<Excerpt> {
    Excerpt::cut(text, usize::try_from(place.offset).ok()?, place.line)
}

/// A finding whose line is read again: the line, its number among the findings, and its pointer where the column is not
/// known yet.
type Wanted = (u64, usize, Option<String>);

/// What was kept of standard input, without a line that was cut.
fn whole_lines(kept: &[u8]) -> &[u8] {
    if (kept.len() as u64) < KEPT {
        return kept;
    }
    let end = kept.iter().rposition(|&byte| byte == b'\n').map_or(0, |last| last + 1);
    kept.get(..end).unwrap_or_default()
}

/// Finds the columns of findings whose lines are known and cuts the excerpts, in one pass over the text, read again.
fn place_in_lines(mut input: impl BufRead, findings: &mut [Found], report: &Report) -> io::Result<()> {
    // The findings of the rules come after the faults of reading.
    let faults = findings.len() - report.findings().len();
    let pointers = std::iter::repeat_n(None, faults)
        .chain(report.findings().iter().map(|finding| Some(finding.pointer_in_line())));
    let lines = findings.iter().enumerate().zip(pointers);
    let mut wanted: Vec<Wanted> =
        lines.filter_map(|((number, found), pointer)| Some((found.line?, number, pointer))).collect();
    wanted.sort();
    let (mut taken, mut passed, mut bytes) = (0, 0_u64, Vec::new());
    for together in wanted.chunk_by(|one, other| one.0 == other.0) {
        let Some(&(line, ..)) = together.first() else { continue };
        while taken + 1 < line {
            let skipped = input.skip_until(b'\n')?;
            if skipped == 0 {
                return Ok(());
            }
            passed += skipped as u64;
            taken += 1;
        }
        bytes.clear();
        // Of a line that is too long to be read only the beginning is looked at.
        let most = u64::try_from(Limits::default().line_bytes).unwrap_or(u64::MAX);
        let start = passed;
        passed += input.by_ref().take(most + 1).read_until(b'\n', &mut bytes)? as u64;
        if passed == start {
            return Ok(());
        }
        if !bytes.ends_with(b"\n") {
            passed += input.skip_until(b'\n')? as u64;
        }
        taken = line;
        let Ok(text) = std::str::from_utf8(&bytes) else { continue };
        let pointers: Vec<&str> =
            together.iter().map(|(.., pointer)| pointer.as_deref().unwrap_or("-")).collect();
        for ((_, number, pointer), place) in together.iter().zip(locate(text, &pointers)) {
            let Some(found) = findings.get_mut(*number) else { continue };
            let offset = match (pointer, place) {
                (Some(_), Some(place)) => {
                    found.column = Some(place.column);
                    usize::try_from(place.offset).ok()
                }
                (Some(_), None) => None,
                (None, _) => found.column.and_then(|column| {
                    let column = usize::try_from(column).ok()?;
                    text.char_indices().nth(column - 1).map(|(offset, _)| offset).or(Some(text.len()))
                }),
            };
            found.excerpt = offset.and_then(|offset| Excerpt::cut(text, offset, line));
        }
        let edits: Vec<(usize, Edit)> = together
            .iter()
            .filter_map(|(_, number, pointer)| {
                let edit = findings.get(*number)?.edit.as_ref()?;
                let in_line = match (edit.bytes(), pointer) {
                    (Some(range), _) => {
                        let range = range.start.checked_sub(start)?..range.end.checked_sub(start)?;
                        Edit::replace_bytes(range, edit.replacement())
                    }
                    (None, pointer) => Edit::replace(pointer.as_ref()?, edit.replacement()),
                };
                Some((*number, in_line))
            })
            .collect();
        place_changes(text, line, findings, edits);
    }
    Ok(())
}

/// A stretch of a file, from one start of a line to another.
#[derive(Clone, Copy)]
struct Stretch {
    start: Start,
    end: u64,
}

/// The start of a line, and how many lines and bytes are before it.
#[derive(Clone, Copy, Default)]
struct Start {
    lines: u64,
    bytes: u64,
}

/// Most starts of lines that are kept to choose from.
const STARTS: usize = 1 << 12;

/// Divides a file into stretches of about the same length: by what is read of it, since what a file system states of its
/// size need not be so.
fn stretches(shared: &Shared, threads: usize) -> io::Result<Vec<Stretch>> {
    let mut input = shared.window(0, None);
    let (mut at, mut starts, mut step) = (Start::default(), vec![Start::default()], 1);
    loop {
        let length = input.skip_until(b'\n')? as u64;
        if length == 0 {
            break;
        }
        at = Start { lines: at.lines + 1, bytes: at.bytes + length };
        if starts.last().is_none_or(|last| at.bytes - last.bytes >= step) {
            starts.push(at);
        }
        if starts.len() >= STARTS {
            // Every other one is let go, and from here on they are twice as far apart.
            step *= 2;
            let mut number = 0_usize;
            starts.retain(|_| {
                number += 1;
                number % 2 == 1
            });
        }
    }
    let mut chosen: Vec<Start> = (0..threads as u64)
        .filter_map(|part| {
            let aim = at.bytes.saturating_mul(part) / threads as u64;
            starts.get(starts.partition_point(|start| start.bytes < aim)).copied()
        })
        .collect();
    chosen.dedup_by_key(|start| start.bytes);
    let ends = chosen.iter().skip(1).map(|start| start.bytes).chain([at.bytes]);
    Ok(chosen.iter().zip(ends).map(|(&start, end)| Stretch { start, end }).collect())
}

/// Checks a file of record lines in several stretches at once.
fn in_threads(shared: &Shared, rules: &Rules, threads: usize, checked: &mut Checked) -> io::Result<Report> {
    let stretches = stretches(shared, threads)?;
    let check = |stretch: &Stretch, part: usize| -> io::Result<(Checked, Summary)> {
        let Start { lines, bytes } = stretch.start;
        let input = shared.window(bytes, Some(stretch.end));
        let (mut validator, mut found) = (rules.validator(), Checked::default());
        feed(&mut validator, ReadOptions::new().lines(input).continued(lines, bytes), &mut found)?;
        Ok((found, validator.summarize(&format!("{part:04}"))))
    };
    let parts: Vec<_> = std::thread::scope(|scope| {
        let start = |(part, stretch)| scope.spawn(move || check(stretch, part));
        let threads: Vec<_> = stretches.iter().enumerate().map(start).collect();
        let joined = threads.into_iter().map(|thread| {
            thread.join().map_err(|_| io::Error::other("a thread that checked a part has failed"))
        });
        joined.collect::<io::Result<Vec<_>>>()
    })?;
    let mut whole = Summary::default();
    for part in parts {
        let (found, summary) = part?;
        // Behind a first line in another encoding there are no lines to go on with.
        let ends = found.rules.contains_key(&(Severity::Error, FaultKind::OtherEncoding.as_str().to_owned()));
        checked.add(found);
        whole = whole.merge(summary).map_err(io::Error::other)?;
        if ends {
            break;
        }
    }
    Ok(rules.finish(whole))
}
