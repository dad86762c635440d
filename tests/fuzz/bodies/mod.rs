//! What each fuzz target of the library holds of any bytes whatever. A body that returns found nothing wrong.

#[cfg(feature = "csv")]
pub mod cordis;
#[cfg(feature = "csv")]
pub mod tables;
pub mod values;

use crate::made;
use crate::sealed::sealed_tree;
use cooperation::{
    Dataset, Error, Finding, Index, Limits, ReadOptions, RecordLine, Report, Rules, evidence,
    io::{locate, write_lines},
    rules::{Summary, Validator},
};
use serde_json::Value;
use std::io::BufReader;

/// What a target does with the bytes that it is given.
pub type Body = fn(&[u8]);

/// The name of each target, and its body.
pub const ALL: &[(&str, Body)] = &[
    ("document", document),
    ("lines", lines),
    ("values", values::values),
    ("rules", rules),
    ("summaries", summaries),
    #[cfg(feature = "csv")]
    ("cordis", cordis::cordis),
    #[cfg(feature = "csv")]
    ("tables", tables::tables),
    #[cfg(all(feature = "csv", feature = "schema_org", feature = "threesixtygiving"))]
    ("conversions", conversions),
    #[cfg(feature = "iati")]
    ("iati", iati),
];

/// How the sentence begins with which a text is refused for no reason that could be named. No text is to bring it about.
pub(crate) const UNNAMED: &str = "the text is refused for a reason that this library cannot name";

/// A message that can be shown on any terminal.
fn can_be_shown(message: &str) {
    assert!(message.len() <= 512, "{} bytes: {message:?}", message.len());
    let hidden = |letter: char| {
        letter.is_control()
            || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    assert!(!message.contains(hidden), "{message:?}");
}

/// An error tells at least one thing, each of them fit to be shown.
fn tells(error: &Error) {
    assert!(!error.faults().is_empty() && error.faults().len() <= error.count());
    for fault in error.faults() {
        can_be_shown(fault.message());
        assert!(!fault.message().starts_with(UNNAMED), "no reason is named: {fault}");
        can_be_shown(fault.help().unwrap_or_default());
        assert!(fault.line() > 0 && fault.column() > 0, "{fault}");
    }
}

/// A dataset comes back from its own text, and its text from it.
fn comes_back(dataset: &Dataset) -> String {
    let text = dataset.to_json();
    let back = Dataset::from_json(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(back, *dataset, "{text}");
    assert_eq!(back.to_json(), text);
    text
}

/// Whether a text is JSON that `serde_json` makes no tree of: for a number, or for a name that it has for itself.
fn beyond_a_tree(error: &serde_json::Error, text: &str) -> bool {
    error.to_string().contains("number out of range") || text.contains("$serde_json::private")
}

/// Any bytes as a document: read, or answered with faults; the strict reader and the search for faults say the same.
pub fn document(data: &[u8]) {
    let read = Dataset::from_slice(data);
    // So low a limit that the search for faults always comes first, and no lower than a dataset can have.
    let nodes = u64::try_from(data.len() / 2).unwrap();
    let searched = ReadOptions::new().with_limits(Limits::default().with_nodes(nodes)).read_slice(data);
    assert_eq!(searched.is_ok(), read.is_ok(), "{searched:?} and {read:?}");
    let bare = data.strip_prefix("\u{feff}".as_bytes()).unwrap_or(data);
    assert_eq!(serde_json::from_slice::<Dataset>(bare).is_ok(), read.is_ok());
    match read {
        Ok(dataset) => {
            assert_eq!(searched.unwrap(), dataset);
            assert_eq!(Dataset::from_reader(BufReader::with_capacity(7, data)).unwrap(), dataset);
            let text = comes_back(&dataset);
            // Nothing is lost: the same members with the same values, in whatever order.
            let [before, after] = [bare, text.as_bytes()].map(serde_json::from_slice::<Value>);
            match (before, after) {
                (Ok(before), Ok(after)) => assert_eq!(before, after),
                // All that is taken is JSON, but a number may be too large for a tree.
                (Err(error), Err(_)) => assert!(beyond_a_tree(&error, &text), "{error}: {text}"),
                (before, after) => panic!("{before:?} became {after:?}"),
            }
            assert_eq!(serde_json::from_slice::<Dataset>(bare).unwrap(), dataset);
        }
        Err(error) => {
            tells(&error);
            let again = Dataset::from_slice(data).unwrap_err();
            assert_eq!(format!("{error:?}"), format!("{again:?}"));
            if let Ok(text) = std::str::from_utf8(data) {
                let pointers: Vec<&str> = error.faults().iter().map(cooperation::Fault::pointer).collect();
                assert_eq!(locate(text, &pointers).len(), pointers.len());
            }
        }
    }
}

/// Any bytes as record lines: each is read or answered, however the bytes come in.
pub fn lines(data: &[u8]) {
    let read = |options: ReadOptions, capacity: usize| {
        options.lines(BufReader::with_capacity(capacity, data)).collect::<Vec<_>>()
    };
    let told = |lines: &[Result<(u64, RecordLine), Error>]| format!("{lines:?}");
    let all = read(ReadOptions::new(), 8192);
    assert_eq!(told(&read(ReadOptions::new(), 3)), told(&all));
    drop(read(ReadOptions::new().with_limits(Limits::default().with_line_bytes(20)), 5));
    let texts: Vec<&[u8]> = data.split(|byte| *byte == b'\n').collect();
    let mut before = 0;
    for line in &all {
        match line {
            Ok((number, line)) => {
                assert!(*number > before, "line {number} after {before}");
                before = *number;
                let text = serde_json::to_string(line).unwrap();
                let back = RecordLine::from_json(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
                assert_eq!((&back, serde_json::to_string(&back).unwrap()), (line, text));
                let own = texts[usize::try_from(*number).unwrap() - 1];
                assert_eq!(RecordLine::from_json(std::str::from_utf8(own).unwrap()).unwrap(), *line);
                let bare = own.strip_prefix("\u{feff}".as_bytes()).unwrap_or(own);
                assert_eq!(serde_json::from_slice::<RecordLine>(bare).unwrap(), *line);
                if let Err(error) = serde_json::from_slice::<Value>(bare) {
                    assert!(beyond_a_tree(&error, &serde_json::to_string(line).unwrap()), "{error}");
                }
            }
            Err(error) => {
                tells(error);
                let number = error.faults()[0].line();
                assert!(number > before, "line {number} after {before}");
                before = number;
            }
        }
    }
}

fn checker() -> Rules {
    Rules::default().with_today("2026-11-24".parse().unwrap())
}

/// A check of record lines, the line of each a number above the first.
fn check(rules: &Rules, first: u64, lines: impl IntoIterator<Item = RecordLine>) -> Validator<'_> {
    let mut validator = rules.validator();
    (first..).zip(lines).for_each(|(number, line)| validator.add(number, &line));
    validator
}

/// The findings, without what only those of record lines have.
fn told(report: &Report) -> Vec<Finding> {
    let findings = report.findings().iter().cloned().map(|mut finding| {
        (finding.line, finding.part) = (None, None);
        finding
    });
    findings.collect()
}

/// Any dataset is read back as it was written, is found wrong the same way each time, as a document and as record lines,
/// and every finding can be shown and stands where something is.
pub fn rules(data: &[u8]) {
    let dataset = made::of_any(data);
    let text = comes_back(&dataset);
    let rules = checker();
    let mut file = Vec::new();
    write_lines(dataset.clone().into_lines(), &mut file).unwrap();
    let (mut back, mut validator) = (Dataset::default(), rules.validator());
    for line in ReadOptions::new().lines(file.as_slice()) {
        let (number, line) = line.unwrap_or_else(|error| panic!("{error}\n{text}"));
        validator.add(number, &line);
        back.push(line);
    }
    assert_eq!(back, dataset, "{text}");

    // Every table draws keys of its own, so that what hung on an order by chance would differ here as well.
    let (report, one_by_one) = (rules.check(&dataset), validator.finish());
    assert_eq!(told(&one_by_one), told(&report), "{text}");
    assert!(one_by_one.rules().eq(report.rules()), "{text}");
    let tree: Value = serde_json::from_str(&text).unwrap();
    for finding in report.findings() {
        can_be_shown(&finding.message);
        can_be_shown(finding.help.as_deref().unwrap_or_default());
        assert!(tree.pointer(&finding.pointer).is_some(), "{finding:?}\n{text}");
    }
    let index = Index::new(&dataset);
    drop(index.money());
    for source in &dataset.sources {
        drop(evidence::audit(&dataset, &source.id, "Mikrofinans \u{a0}x =1+1"));
    }
}

/// The parts of a dataset, checked apart and put together, say what the whole says; what is left of a part may be any
/// bytes, and its check still comes to an end.
pub fn summaries(data: &[u8]) {
    let rules = checker();
    let finish = |summary: Summary| {
        for finding in rules.finish(summary).findings() {
            can_be_shown(&finding.message);
        }
    };
    if data.first() == Some(&b'{') {
        // Whatever bytes say of it, they are held to come from this build and to have the right checksum.
        let Ok(tree) = serde_json::from_slice::<Value>(data) else { return };
        if tree.get("parts").is_none() {
            return;
        }
        let other = check(&rules, 1, made::dataset(data).into_lines()).summarize("other");
        let Ok(summary) = serde_json::from_str::<Summary>(&sealed_tree(&tree)) else { return };
        let written = serde_json::to_string(&summary).unwrap();
        let again: Summary = serde_json::from_str(&written).unwrap();
        assert_eq!(serde_json::to_string(&again).unwrap(), written);
        if let Ok(both) = summary.merge(other) {
            finish(both);
        }
        finish(serde_json::from_str(&written).unwrap());
        return;
    }
    let (changes, bytes) = data.split_at(data.len().min(8));
    let dataset = made::dataset(bytes);
    let whole = rules.check(&dataset);
    let all: Vec<_> = dataset.into_lines().collect();
    let half = all.len() * usize::from(changes.first().copied().unwrap_or(0)) / 256;
    let summarize = |part: &str, lines: &[RecordLine]| {
        let summary = check(&rules, 1, lines.iter().cloned()).summarize(part);
        serde_json::to_string(&summary).unwrap()
    };
    let [one, two] = [summarize("one", &all[..half]), summarize("two", &all[half..])];
    let read = |text: &str| serde_json::from_str::<Summary>(text).unwrap();
    let report = rules.finish(read(&two).merge(read(&one)).unwrap());
    assert_eq!(told(&report), told(&whole));
    // One of the parts is changed, and read if it still can be.
    let mut tree: Value = serde_json::from_str(&two).unwrap();
    for change in changes.get(2..).unwrap_or_default().chunks_exact(2) {
        spoil(&mut tree["parts"], change[0], change[1]);
    }
    // Without its checksum nothing but what was written is read.
    if let Ok(changed) = serde_json::from_value::<Summary>(tree.clone()) {
        assert_eq!(serde_json::to_string(&changed).unwrap(), two);
    }
    if let Ok(changed) = serde_json::from_str::<Summary>(&sealed_tree(&tree)) {
        finish(read(&one).merge(changed).unwrap());
    }
}

/// Changes a number or a text of a tree.
fn spoil(tree: &mut Value, place: u8, new: u8) {
    let mut open = vec![tree];
    let mut leaves = Vec::new();
    while let Some(value) = open.pop() {
        match value {
            Value::Array(items) => open.extend(items),
            Value::Object(members) => open.extend(members.values_mut()),
            leaf => leaves.push(leaf),
        }
    }
    let Some(last) = leaves.len().checked_sub(1) else { return };
    let leaf = &mut *leaves[last * usize::from(place) / 255];
    *leaf = match (&*leaf, new) {
        (Value::Number(_), 0..=99) => Value::from(new),
        (Value::Number(_), 100..=149) => Value::from(u32::MAX - u32::from(new - 100)),
        (Value::Number(_), 150..=199) => Value::from(u64::MAX - u64::from(new - 150)),
        (Value::String(_), _) => {
            Value::from(["", "i1", "/", "\u{202e}", "9999-12", "-1"][usize::from(new) % 6])
        }
        _ => Value::Null,
    };
}

/// Any bytes as tables and as a package of grants are read or answered; any dataset goes out and, where the format has
/// room for all of it, comes back.
#[cfg(all(feature = "csv", feature = "schema_org", feature = "threesixtygiving"))]
pub fn conversions(data: &[u8]) {
    use cooperation::interop::{csv, schema_org, threesixtygiving};
    let (which, rest) = data.split_first().map_or((0, data), |(which, rest)| (*which, rest));
    match which {
        // Tables, parted by a character that stands in none: a name up to the line break, then the text.
        b't' => {
            let Ok(text) = std::str::from_utf8(rest) else { return };
            let mut tables = csv::Tables::new();
            for table in text.split('\u{1}') {
                let (name, text) = table.split_once('\n').unwrap_or((table, ""));
                tables.insert(name, text);
            }
            assert!(serde_json::from_str::<Value>(&tables.datapackage()).is_ok());
            match csv::read(&tables) {
                Ok(dataset) => assert_eq!(csv::read(&csv::write(&dataset)).unwrap(), dataset),
                Err(error) => {
                    assert!(error.count() > 0);
                    for fault in error.faults() {
                        can_be_shown(&fault.message);
                    }
                }
            }
        }
        b'{' => match threesixtygiving::read(data) {
            Ok(read) => {
                let dataset = read.value;
                comes_back(&dataset);
                let written = threesixtygiving::write(&dataset).value;
                let again =
                    threesixtygiving::read(&written).unwrap_or_else(|error| panic!("{error}\n{written}"));
                assert_eq!(threesixtygiving::write(&again.value).value, written);
                let [before, after] = [data, written.as_bytes()].map(serde_json::from_slice::<Value>);
                if let (Ok(before), Ok(after)) = (before, after) {
                    assert_eq!(before, after);
                }
            }
            Err(error) => tells(&error),
        },
        _ => {
            let dataset = made::dataset(rest);
            let tables = csv::write(&dataset);
            let back = csv::read(&tables).unwrap_or_else(|error| panic!("{error}\n{tables:?}"));
            assert_eq!(back, dataset, "{tables:?}");
            assert!(serde_json::from_str::<Value>(&tables.datapackage()).is_ok());
            let grants = threesixtygiving::write(&dataset).value;
            let read = threesixtygiving::read(&grants).unwrap_or_else(|error| panic!("{error}\n{grants}"));
            assert_eq!(threesixtygiving::write(&read.value).value, grants);
            let words = schema_org::write(&dataset, &"https://example.org/".parse().unwrap()).value;
            assert!(serde_json::from_str::<Value>(&words).is_ok(), "{words}");
        }
    }
}

/// Any bytes as a file of IATI are read or answered; what is read comes back from its own text.
#[cfg(feature = "iati")]
pub fn iati(data: &[u8]) {
    match cooperation::interop::iati::read(data) {
        Ok(read) => {
            comes_back(&read.value);
            for misfit in &read.misfits {
                can_be_shown(&misfit.message);
                assert!(misfit.count > 0 && misfit.line.is_some(), "{misfit}");
            }
        }
        Err(error) => {
            can_be_shown(error.message());
            assert!(error.line() > 0, "{error}");
        }
    }
}
