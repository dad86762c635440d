//! Checks one file: a document as a whole, record lines one by one.

use crate::ending;
use crate::found::{Checked, Found};
use crate::progress::Watched;
use crate::read::{excerpt::Excerpt, open};
use cooperation::{Dataset, Kind, Location, ReadOptions, Report, Rules, Summary, Validator, locate};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read as _, Seek as _, SeekFrom};
use std::path::Path;

/// How much of standard input is kept, so that findings in its record lines have columns: findings behind it have none.
const KEPT: u64 = 64 << 20;

/// Checks a file.
pub(crate) fn check(file: &str, rules: &Rules, threads: usize) -> Result<Checked, String> {
    let told = |error: io::Error| format!("{file}: {error}");
    let mut checked = Checked::new(file);
    let mut input = open(file).map_err(told)?;
    if is_lines(file, input.fill_buf().map_err(told)?) {
        let mut kept = Vec::new();
        let report = if threads > 1 && file != "-" {
            in_threads(file, rules, threads, &mut checked).map_err(told)?
        } else {
            let mut validator = rules.validator();
            if file == "-" {
                input.by_ref().take(KEPT).read_to_end(&mut kept).map_err(told)?;
            }
            let input = kept.as_slice().chain(input);
            feed(&mut validator, Watched::of(file, input), &mut checked, 0).map_err(told)?;
            validator.finish()
        };
        checked.judged(&report);
        // The parts of threads have no names of their own.
        checked.findings.iter_mut().for_each(|found| found.part = None);
        if !checked.findings.is_empty() {
            let again: Box<dyn BufRead + '_> = match file {
                "-" => Box::new(whole_lines(&kept)),
                _ => open(file).map_err(told)?,
            };
            place_in_lines(again, &mut checked.findings, &report).map_err(told)?;
        }
    } else {
        let mut bytes = Vec::new();
        input.read_to_end(&mut bytes).map_err(told)?;
        document(&mut checked, &bytes, rules);
    }
    checked.findings.sort_by_key(|found| (found.line.is_none(), found.line, found.column));
    Ok(checked)
}

/// Whether a file holds record lines: by its name, or by how it begins.
fn is_lines(file: &str, head: &[u8]) -> bool {
    let head = String::from_utf8_lossy(head);
    let begins_with_a_record = || {
        let first = head.trim_start_matches('\u{feff}').trim_start().strip_prefix('{')?;
        let (name, rest) = first.trim_start().strip_prefix('"')?.split_once('"')?;
        let is_record = name == "dataset" || name.parse::<Kind>().is_ok();
        // A list of a document may be misspelt.
        Some(is_record && !rest.trim_start().strip_prefix(':')?.trim_start().starts_with('['))
    };
    ending::is_one_of(Path::new(file), ending::LINES) || begins_with_a_record().unwrap_or_default()
}

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
        Err(error) => checked.unreadable(&error, |place| cut(text, place)),
    }
}

/// Gives every record line to the validator. The lines before them were already counted.
pub(crate) fn feed(
    validator: &mut Validator<'_>,
    input: impl BufRead,
    checked: &mut Checked,
    before: u64,
) -> io::Result<()> {
    for line in ReadOptions::new().lines(input) {
        match line {
            Ok((number, record)) => {
                validator.add(before + number, &record);
            }
            Err(error) => {
                let known = checked.findings.len();
                checked.unreadable(&error, |_| None);
                for found in checked.findings.iter_mut().skip(known) {
                    found.line = found.line.map(|line| before + line);
                }
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
    // The findings of the rules stand behind the faults of reading.
    let faults = findings.len() - report.findings().len();
    let pointers = std::iter::repeat_n(None, faults)
        .chain(report.findings().iter().map(|finding| Some(finding.pointer_in_line())));
    let lines = findings.iter().enumerate().zip(pointers);
    let mut wanted: Vec<Wanted> =
        lines.filter_map(|((number, found), pointer)| Some((found.line?, number, pointer))).collect();
    wanted.sort();
    let (mut taken, mut bytes) = (0, Vec::new());
    for together in wanted.chunk_by(|one, other| one.0 == other.0) {
        let Some(&(line, ..)) = together.first() else { continue };
        while taken + 1 < line {
            if input.skip_until(b'\n')? == 0 {
                return Ok(());
            }
            taken += 1;
        }
        bytes.clear();
        if input.read_until(b'\n', &mut bytes)? == 0 {
            return Ok(());
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
    }
    Ok(())
}

/// A stretch of a file, from one start of a line to another, and how many lines stand before it.
struct Stretch {
    start: u64,
    length: u64,
    lines: u64,
}

/// Divides a file into stretches of about the same length.
fn stretches(file: &str, threads: usize) -> io::Result<Vec<Stretch>> {
    let mut input = BufReader::with_capacity(1 << 20, File::open(file)?);
    let size = input.get_ref().metadata()?.len();
    let aim = size / threads as u64 + 1;
    let (mut all, mut at, mut lines) = (Vec::new(), 0, 0);
    while at < size {
        let start = at;
        let before = lines;
        let mut aimed = input.by_ref().take(aim);
        loop {
            let chunk = aimed.fill_buf()?;
            let length = chunk.len();
            if length == 0 {
                break;
            }
            lines += chunk.iter().map(|&byte| u64::from(byte == b'\n')).sum::<u64>();
            at += length as u64;
            aimed.consume(length);
        }
        let mut rest = Vec::new();
        at += input.read_until(b'\n', &mut rest)? as u64;
        lines += u64::from(rest.ends_with(b"\n"));
        all.push(Stretch { start, length: at - start, lines: before });
    }
    Ok(all)
}

/// Checks a file of record lines in several stretches at once.
fn in_threads(file: &str, rules: &Rules, threads: usize, checked: &mut Checked) -> io::Result<Report> {
    let stretches = stretches(file, threads)?;
    let check = |stretch: &Stretch, part: usize| -> io::Result<(Checked, Summary)> {
        let mut input = File::open(file)?;
        input.seek(SeekFrom::Start(stretch.start))?;
        let input = BufReader::with_capacity(1 << 16, input.take(stretch.length));
        let (mut validator, mut found) = (rules.validator(), Checked::new(file));
        feed(&mut validator, input, &mut found, stretch.lines)?;
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
        checked.add(found);
        whole = whole.merge(summary).map_err(io::Error::other)?;
    }
    Ok(rules.conclude(whole))
}
