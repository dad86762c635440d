//! Files that are valid, and files that are wrong in exactly the ways that stand beside them.
//!
//! `tests/fixtures/invalid/<rule or kind of fault>-<what>.json` has a sidecar `.expected` with a line for each finding:
//! `line:column severity rule pointer`. Today is 1 January 2026.

use cooperation::{Dataset, Error, FaultKind, ReadOptions, Rules, locate, rules};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The files of a folder of fixtures, in the order of their names.
pub(crate) fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(folder);
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension != "expected"));
    files.sort();
    files
}

/// What is found in a file: `line:column severity rule pointer`.
fn found(file: &Path) -> Vec<String> {
    let bytes = std::fs::read(file).unwrap();
    let rules = Rules::default().on("2026-01-01".parse().unwrap());
    let mut found = Vec::new();
    let faults = |found: &mut Vec<String>, error: &Error| {
        found.extend(error.faults().iter().map(|fault| {
            format!("{}:{} error {} {}", fault.line(), fault.column(), fault.kind(), fault.pointer())
        }));
    };
    if file.extension().is_some_and(|extension| extension == "jsonl") {
        let mut validator = rules.validator();
        for line in ReadOptions::new().lines(bytes.as_slice()) {
            match line {
                Ok((number, record)) => validator.add(number, &record),
                Err(error) => faults(&mut found, &error),
            }
        }
        let text = std::str::from_utf8(&bytes).unwrap();
        for finding in validator.finish().findings() {
            let line = finding.line.unwrap();
            let text = text.lines().nth(usize::try_from(line).unwrap() - 1).unwrap();
            let place = locate(text, &[finding.pointer_in_line()])[0].unwrap();
            let (severity, rule, pointer) = (finding.severity, &finding.rule, &finding.pointer);
            found.push(format!("{line}:{} {severity} {rule} {pointer}", place.column));
        }
    } else {
        match Dataset::from_slice(&bytes) {
            Ok(dataset) => {
                let report = rules.check(&dataset);
                let pointers: Vec<&str> = report.findings().iter().map(|at| at.pointer.as_str()).collect();
                let places = locate(std::str::from_utf8(&bytes).unwrap(), &pointers);
                found.extend(report.findings().iter().zip(places).map(|(finding, place)| {
                    let place = place.unwrap_or_else(|| panic!("{}: {finding}", file.display()));
                    let (severity, rule, pointer) = (finding.severity, &finding.rule, &finding.pointer);
                    format!("{}:{} {severity} {rule} {pointer}", place.line, place.column)
                }));
            }
            Err(error) => faults(&mut found, &error),
        }
    }
    found.sort();
    found
}

#[test]
fn a_valid_file_has_no_finding() {
    let files = files("valid");
    assert!(files.len() > 4);
    for file in files {
        assert_eq!(found(&file), [""; 0], "{}", file.display());
    }
}

#[test]
fn an_invalid_file_has_the_findings_that_stand_beside_it_and_no_other() {
    let mut wrong = Vec::new();
    for file in files("invalid") {
        let expected = std::fs::read_to_string(file.with_extension("expected")).unwrap();
        let mut expected: Vec<&str> = expected.lines().collect();
        expected.sort_unstable();
        let found = found(&file);
        if found != expected {
            wrong.push(format!("{}\n  expected {expected:#?}\n  found {found:#?}", file.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_and_every_kind_of_fault_is_broken_by_two_files() {
    let mut counts: BTreeMap<&str, usize> = rules().map(|rule| (rule.name, 0)).collect();
    // The limits of size are reached by files that are too long to keep, in the tests of reading.
    let kinds = FaultKind::ALL.iter().map(|kind| kind.as_str()).filter(|kind| !kind.starts_with("limit-"));
    counts.extend(kinds.map(|kind| (kind, 0)));
    for file in files("invalid") {
        let name = file.file_stem().unwrap().to_str().unwrap().to_owned();
        let longest =
            counts.keys().filter(|rule| name.starts_with(&format!("{rule}-"))).max_by_key(|rule| rule.len());
        if let Some(rule) = longest.copied() {
            let expected = std::fs::read_to_string(file.with_extension("expected")).unwrap();
            assert!(expected.contains(&format!(" {rule} ")), "{name} does not break what it is named after");
            *counts.get_mut(rule).unwrap() += 1;
        }
    }
    counts.retain(|_, count| *count < 2);
    assert_eq!(counts, BTreeMap::new());
}
