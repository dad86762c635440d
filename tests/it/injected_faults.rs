//! Documents with faults that were injected on purpose: all are found, each at its location, and no others.

use crate::support::random::Random;
use crate::synthetic;
use cooperation::{Dataset, Error, ReadOptions, io::locate};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Documents that are tried: many in a release, and enough in a debug build.
const DOCUMENTS: usize = if cfg!(debug_assertions) { 250 } else { 1_000 };

/// What is put in the place of a member, and what is found then.
const SEEDS: [(&str, &str, &str, &str); 14] = [
    ("projects", "/period/start", r#""2023-02-30""#, "invalid-value"),
    ("projects", "/title", r#"["T"]"#, "list-for-object"),
    ("projects", "/budget/amount", "12", "wrong-type"),
    ("projects", "/partner_count", "-1", "number-out-of-range"),
    ("projects", "/programmes", r#""p""#, "wrong-type"),
    ("projects", "/related", r#"{"to": {"project": "p"}, "relation": "continues"}"#, "wrong-type"),
    ("participations", "/party", "{}", "not-one-member"),
    ("participations", "/project", "null", "null-member"),
    ("goals", "/of", "[]", "empty-list"),
    ("goals", "/statement", "{}", "empty-object"),
    ("goals", "/due", r#""spring 2020""#, "invalid-value"),
    ("activities", "/of", r#"{"project": "p"}"#, "wrong-type"),
    ("activities", "/extra", "1", "unknown-member"),
    ("funding", "/amount/currency", r#""euro""#, "invalid-value"),
];

/// What can be read, but breaks a rule.
pub(crate) const BREACHES: [(&str, &str, &str, &str); 14] = [
    ("projects", "/status", r#""Ongoing""#, "misspelt-code"),
    ("projects", "/budget/currency", r#""EUX""#, "unknown-currency"),
    ("projects", "/budget/amount", r#""0.00""#, "zero-amount"),
    ("projects", "/period", r#"{"start": "2020", "end": "2010"}"#, "reversed-period"),
    ("projects", "/planned", "{}", "empty-period"),
    ("projects", "/related", r#"[{"relation": "continues"}]"#, "related-to-nothing"),
    ("projects", "/counts", r#"[{"what": {"en": "ports"}}]"#, "count-without-value"),
    ("participations", "/place", r#""nowhere""#, "unknown-reference"),
    ("goals", "/serves", r#"["nowhere"]"#, "unknown-reference"),
    ("activities", "/period", "{}", "empty-period"),
    ("activities", "/links", r#"[{"url": "https://me:secret@example.org/"}]"#, "credentials-in-address"),
    ("goals", "/number", r#""1\u200b""#, "hidden-characters"),
    ("funding", "/share", r#""120""#, "share-out-of-range"),
    ("funding", "/amount/amount", r#""-5""#, "negative-amount"),
];

/// The document with faults, and for each its kind and its pointer.
pub(crate) fn inject(
    random: &mut Random,
    seeds: &[(&'static str, &'static str, &'static str, &'static str)],
) -> (Value, BTreeSet<(String, String)>) {
    let dataset = synthetic::dataset(8, random.0).unwrap();
    let mut document = serde_json::to_value(&dataset).unwrap();
    let mut expected = BTreeSet::new();
    for _ in 0..=random.below(20) {
        let (list, member, value, kind) = seeds[random.below(seeds.len())];
        let place = random.below(document[list].as_array().unwrap().len());
        let pointer = format!("/{list}/{place}{member}");
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        let Some(parent) = document.pointer_mut(parent).and_then(Value::as_object_mut) else { continue };
        parent.insert(name.to_owned(), serde_json::from_str(value).unwrap());
        expected.insert((kind.to_owned(), pointer));
    }
    (document, expected)
}

fn found(error: &Error) -> Vec<(String, String)> {
    error.faults().iter().map(|fault| (fault.kind().to_string(), fault.pointer().to_owned())).collect()
}

#[test]
fn every_injected_fault_is_found_in_many_documents() {
    let mut random = Random(2026);
    let mut count = 0;
    for _ in 0..DOCUMENTS {
        let (document, expected) = inject(&mut random, &SEEDS);
        let text = format!("{document:#}");
        let error = Dataset::from_json(&text).unwrap_err();
        let faults = found(&error);
        assert_eq!(faults.iter().cloned().collect::<BTreeSet<_>>(), expected);
        assert_eq!(faults.len(), expected.len(), "none is told twice");
        assert_eq!(found(&Dataset::from_json(&text).unwrap_err()), faults, "the order is the same each time");
        let pointers: Vec<&str> = faults.iter().map(|(_, pointer)| pointer.as_str()).collect();
        for (fault, place) in error.faults().iter().zip(locate(&text, &pointers)) {
            // Of an unknown member the name is pointed at, of all others the value.
            let place = place.unwrap();
            assert_eq!(fault.line(), place.line, "{fault}");
            assert!(fault.column() == place.column || fault.kind().as_str() == "unknown-member", "{fault}");
        }
        count += faults.len();
    }
    assert!(count > 9 * DOCUMENTS, "{count}");
}

#[test]
fn record_lines_have_the_same_faults() {
    let mut random = Random(2027);
    for _ in 0..DOCUMENTS {
        let (document, expected) = inject(&mut random, &SEEDS);
        let (mut lines, mut places) = (String::new(), Vec::new());
        for kind in cooperation::RecordKind::ALL {
            let records = document[kind.list()].as_array().into_iter().flatten();
            for (place, record) in records.enumerate() {
                lines.push_str(&json!({ kind.as_str(): record }).to_string());
                lines.push('\n');
                places.push((format!("/{}/{place}/", kind.list()), format!("/{}/", kind.as_str())));
            }
        }
        let mut faults = BTreeSet::new();
        for error in ReadOptions::new().lines(lines.as_bytes()).filter_map(Result::err) {
            let line = usize::try_from(error.faults()[0].line()).unwrap();
            let (in_document, in_line) = &places[line - 1];
            faults.extend(
                found(&error)
                    .into_iter()
                    .map(|(kind, pointer)| (kind, pointer.replacen(in_line.as_str(), in_document, 1))),
            );
        }
        assert_eq!(faults, expected);
    }
}

#[test]
fn every_injected_breach_is_found_in_many_documents() {
    let mut random = Random(2028);
    let rules = cooperation::Rules::default();
    for _ in 0..DOCUMENTS {
        let (document, expected) = inject(&mut random, &BREACHES);
        // The finding is at the item of a list, not at the list.
        let item = |pointer: &str| match pointer.rsplit('/').next() {
            Some("links") => "/0/url",
            Some("related" | "counts" | "serves") => "/0",
            _ => "",
        };
        let expected: BTreeSet<_> = expected
            .into_iter()
            .map(|(rule, pointer)| (rule, format!("{pointer}{}", item(&pointer))))
            .collect();
        let dataset = Dataset::from_json(&document.to_string()).unwrap();
        let report = rules.check(&dataset);
        let told = |report: &cooperation::Report| {
            let findings = report.findings().iter();
            findings.map(|finding| (finding.rule.to_string(), finding.pointer.clone())).collect::<Vec<_>>()
        };
        let found = told(&report);
        assert_eq!(found.iter().cloned().collect::<BTreeSet<_>>(), expected);
        assert_eq!(found.len(), expected.len(), "none is told twice");
        assert_eq!(told(&rules.check(&dataset)), found, "the order is the same each time");
        let mut validator = rules.validator();
        (1..).zip(dataset.into_lines()).for_each(|(line, record)| validator.add(line, &record));
        assert_eq!(told(&validator.finish()), found, "record lines tell the same");
    }
}
