//! Inputs made to do harm. Each has a name and the answer that it must get: which fault or finding, and where. All are
//! answered in little memory and few allocations, and no message is long or shows a character that a terminal obeys.

mod encodings;
mod findings;
mod leaves;
mod places;
mod structures;
mod tasks;
mod values;

use crate::one_answer::UNNAMED;
use crate::support::large;
use allocation_counter::measure;
use cooperation::{Dataset, Funding, Limits, ReadOptions, Rules};
use places::at;
use std::io::{BufReader, Read as _};

/// What an input is answered with.
#[derive(Clone, Debug, PartialEq)]
enum Answer {
    /// It cannot be read: the kind of the first fault, and its pointer.
    Fault(&'static str, String),
    /// It can be read, and a rule finds this there.
    Finding(&'static str, String),
    /// It can be read, and there is nothing to say.
    Good,
}

struct Case {
    name: String,
    bytes: Vec<u8>,
    answer: Answer,
}

/// Large in a release, and large enough in a debug build.
const LARGE: usize = if cfg!(debug_assertions) { 20_000 } else { 1_000_000 };

/// How much reading and checking an input may need.
struct Limit {
    what: &'static str,
    for_each_byte: u64,
    /// For the faults or findings, of which no more than a thousand are kept.
    at_least: u64,
}

const HELD: Limit = Limit { what: "bytes held at a time", for_each_byte: 40, at_least: 2 << 20 };
// Most of all is allocated for unknown members, for each of which a similar known one is sought.
const ALLOCATED: Limit = Limit { what: "bytes allocated", for_each_byte: 600, at_least: 1 << 20 };
const ALLOCATIONS: Limit = Limit { what: "allocations", for_each_byte: 12, at_least: 1_000 };

fn case(name: impl Into<String>, text: impl Into<Vec<u8>>, answer: Answer) -> Case {
    Case { name: name.into(), bytes: text.into(), answer }
}

fn fault(kind: &'static str, pointer: impl Into<String>) -> Answer {
    Answer::Fault(kind, pointer.into())
}

/// A message is short, and no character of it is one that a terminal obeys.
fn is_shown(message: &str) {
    assert!(message.len() <= 512, "{} bytes: {message}", message.len());
    let bad = message.chars().find(|letter| {
        letter.is_control()
            || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}' | '\u{feff}')
    });
    assert_eq!(bad, None, "{message}");
}

/// What the library answers: the first fault, or the finding that is looked for.
fn answer(bytes: &[u8], wanted: &Answer) -> Answer {
    match Dataset::from_slice(bytes) {
        Err(error) => {
            for fault in error.faults() {
                is_shown(fault.message());
                is_shown(fault.help().unwrap_or_default());
            }
            let first = &error.faults()[0];
            let pointer = match wanted {
                Answer::Fault(_, pointer) if pointer == "*" => "*".to_owned(),
                _ => first.pointer().to_owned(),
            };
            let kinds = error.faults().iter().map(|fault| fault.kind().as_str());
            Answer::Fault(kinds.into_iter().next().unwrap(), pointer)
        }
        Ok(dataset) => {
            let report = Rules::default().check(&dataset);
            for finding in report.findings() {
                is_shown(&finding.message);
                is_shown(finding.help.as_deref().unwrap_or_default());
            }
            let Answer::Finding(rule, _) = wanted else { return Answer::Good };
            let found = report.findings().iter().find(|finding| finding.rule == *rule);
            found.map_or(Answer::Good, |found| Answer::Finding(rule, found.pointer.clone()))
        }
    }
}

fn all() -> Vec<Case> {
    [values::values(), structures::structures(), encodings::encodings(), findings::findings()]
        .into_iter()
        .flatten()
        .collect()
}

#[test]
fn every_hostile_input_gets_its_answer_in_little_memory() {
    let cases = all();
    let count = cases.len() + tasks::all().len();
    assert!(count >= 600, "{count}");
    let mut wrong = Vec::new();
    for Case { name, bytes, answer: expected } in &cases {
        let mut found = Answer::Good;
        let used = measure(|| found = answer(bytes, expected));
        for (limit, used) in
            [(HELD, used.bytes_max), (ALLOCATED, used.bytes_total), (ALLOCATIONS, used.count_total)]
        {
            let length = u64::try_from(bytes.len()).unwrap();
            if used > limit.for_each_byte * length + limit.at_least {
                wrong.push(format!("{name}: {used} {} for {length} bytes", limit.what));
            }
        }
        if found != *expected {
            wrong.push(format!("{name}: expected {expected:?}, found {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn every_hostile_input_gets_the_same_verdict_through_serde() {
    for Case { name, bytes, .. } in all() {
        // A byte order mark is a matter of files.
        let bare = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
        let read = Dataset::from_slice(&bytes).ok();
        match serde_json::from_slice::<Dataset>(bare) {
            Ok(other) => assert_eq!(Some(other), read, "{name}"),
            Err(error) => {
                assert!(read.is_none(), "{name}: {error}");
                let message = error.to_string();
                assert!(message.len() <= 5_000 && !message.starts_with(UNNAMED), "{name}: {message}");
            }
        }
    }
}

#[test]
fn the_smallest_records_take_no_more_than_their_size() {
    let count = LARGE / 10;
    let records = (0..count).map(|number| format!(r#"{{"id":"{number}"}}"#)).collect::<Vec<_>>().join(",");
    let document = format!(r#"{{"version":"1.0","funding":[{records}]}}"#);
    let used = measure(|| drop(Dataset::from_json(&document).unwrap())).bytes_max;
    // A list that has grown has room for as many again, and stands twice while it grows.
    let most = 3 * u64::try_from(count * size_of::<Funding>()).unwrap();
    assert!(used <= most, "{used} bytes for {count} records of {} bytes", document.len());
}

#[test]
fn an_endless_line_is_held_up_to_the_limit_of_a_line() {
    let options = ReadOptions::new().with_limits(Limits::default().with_line_bytes(1 << 20));
    let endless = || BufReader::new(std::io::repeat(b'[').take(64 << 20));
    let mut kinds = Vec::new();
    let used = measure(|| {
        for line in options.lines(endless()) {
            kinds.push(line.unwrap_err().faults()[0].kind().as_str());
        }
    });
    assert_eq!(kinds, ["limit-line-bytes"]);
    // The buffer doubles, and stands twice while it does.
    assert!(used.bytes_max <= 3 << 20, "{} bytes", used.bytes_max);
}

#[test]
fn names_of_hostile_inputs_differ() {
    let names = all().into_iter().map(|case| case.name);
    let mut names: Vec<String> = names.chain(tasks::all().into_iter().map(|task| task.name)).collect();
    let count = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), count);
}

#[test]
fn a_hostile_line_leaves_the_lines_around_it_intact() {
    let good = "{\"group\": {\"id\": \"g\", \"name\": {\"en\": \"G\"}}}\n";
    for Case { name, bytes, .. } in all().into_iter().filter(|case| case.bytes.len() < 10_000) {
        if bytes.contains(&b'\n') || bytes.contains(&0) || bytes.is_empty() || name == "blanks" {
            continue;
        }
        let file = [good.as_bytes(), &bytes, b"\n", good.as_bytes()].concat();
        let lines: Vec<bool> = ReadOptions::new().lines(file.as_slice()).map(|line| line.is_ok()).collect();
        assert_eq!(lines, [true, false, true], "{name}");
    }
}

#[test]
fn limits_are_kept_and_named() {
    let text = at("text", "\"abcdefghij\"");
    let limits = Limits::default();
    let kind = |limits: Limits, text: &str| {
        let error = ReadOptions::new().with_limits(limits).read_json(text).unwrap_err();
        error.faults()[0].kind().as_str()
    };
    assert_eq!(kind(limits.with_bytes(20), &text), "limit-bytes");
    assert_eq!(kind(limits.with_nesting(1), &at("extension", "[[1]]")), "limit-nesting");
    assert_eq!(kind(limits.with_string_chars(9), &text), "limit-string-chars");
    let as_long_as_may_be = ReadOptions::new().with_limits(limits.with_string_chars(10)).read_json(&text);
    assert!(as_long_as_may_be.is_ok());
    assert_eq!(kind(limits.with_nodes(2), &text), "limit-nodes");
    let line = "{\"group\": {\"id\": \"g\", \"name\": {\"en\": \"G\"}}}\n";
    let mut lines = ReadOptions::new().with_limits(limits.with_line_bytes(20)).lines(line.as_bytes());
    assert_eq!(lines.next().unwrap().unwrap_err().faults()[0].kind().as_str(), "limit-line-bytes");
}

#[test]
fn faults_up_to_the_limit_are_kept_and_all_are_counted() {
    let text = large::unknown_members(1200);
    let limits = Limits::default();
    for (limits, kept) in
        [(limits, 1000), (limits.with_faults(3), 3), (limits.with_faults(1), 1), (limits.with_faults(0), 1)]
    {
        let error = ReadOptions::new().with_limits(limits).read_json(&text).unwrap_err();
        assert_eq!((error.faults().len(), error.count()), (kept, 1200));
    }
}

#[test]
fn custom_data_that_is_too_deep_is_refused() {
    let mut extensions = cooperation::values::Extensions::default();
    let deep = format!("{}{}", "[".repeat(1_000_000), "]".repeat(1_000_000));
    let error = extensions.insert_json("org.example.a", &deep).unwrap_err();
    assert!(error.to_string().contains("deep"), "{error}");
    let mut value = serde_json::Value::Null;
    for _ in 0..100 {
        value = serde_json::Value::Array(vec![value]);
    }
    assert!(extensions.insert("org.example.a", &value).is_err());
    assert!(extensions.is_empty());
}
