//! Files that are valid, and files with exactly the faults or findings that are listed beside them.
//!
//! `tests/fixtures/<rule or kind of fault>/<what>.json` breaks that rule. The file `expected` beside it has the name of
//! each file and below it, indented, a line for each fault or finding: `line:column severity rule pointer`. Today is
//! 1 January 2026. `valid/` holds files without a finding, `several/` files that break many rules at once.
//! `situations/` belongs to another test, `situations.rs`.

#[cfg(feature = "schema")]
use crate::support::members::{all_members, members};
use cooperation::{
    Dataset, Error, ReadOptions, Rules,
    io::{FaultKind, locate},
    rules::catalogue,
};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Folders that are not named after a rule or a kind of fault.
const OTHERS: [&str; 2] = ["several", "valid"];

/// The folder of the test of situations, which has a table of its own.
const SITUATIONS: &str = "situations";

/// What a folder holds, in the order of the names.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    entries
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

/// The folders of fixtures that are listed in a file `expected`.
fn folders() -> Vec<PathBuf> {
    let mut folders = entries(&root());
    folders.retain(|folder| name(folder) != SITUATIONS);
    folders
}

fn name(path: &Path) -> &str {
    path.file_name().unwrap().to_str().unwrap()
}

/// What is expected of each file of a folder, by its name.
fn expected(folder: &Path) -> BTreeMap<String, Vec<String>> {
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut file = String::new();
    for line in std::fs::read_to_string(folder.join("expected")).unwrap_or_default().lines() {
        if let Some(finding) = line.strip_prefix("  ") {
            all.get_mut(&file).expect("the name of a file comes first").push(finding.to_owned());
        } else {
            line.clone_into(&mut file);
            assert!(
                all.insert(file.clone(), Vec::new()).is_none(),
                "{} names {file} twice",
                folder.display()
            );
        }
    }
    all
}

/// The files of a folder of fixtures, without their expectations.
pub(crate) fn files(folder: &str) -> Vec<PathBuf> {
    let mut files = entries(&root().join(folder));
    files.retain(|file| name(file) != "expected");
    files
}

/// The files that break a rule or cannot be read.
pub(crate) fn invalid() -> Vec<PathBuf> {
    let folders = folders();
    folders.iter().map(|folder| name(folder)).filter(|name| *name != "valid").flat_map(files).collect()
}

/// The names of the rules, and of the kinds of fault that a short file can have.
fn checks() -> BTreeSet<&'static str> {
    // The limits of size are reached by files that are too long to keep, in the tests of reading.
    let kinds = FaultKind::ALL.iter().map(|kind| kind.as_str()).filter(|kind| !kind.starts_with("limit-"));
    catalogue().map(|rule| rule.name).chain(kinds).collect()
}

/// What is found in a file: `line:column severity rule pointer`.
fn found(file: &Path) -> Vec<String> {
    let bytes = std::fs::read(file).unwrap();
    let rules = Rules::default().with_today("2026-01-01".parse().unwrap());
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
fn an_invalid_file_has_exactly_the_findings_listed_beside_it() {
    let mut wrong = Vec::new();
    for file in invalid() {
        let Some(mut expected) = expected(file.parent().unwrap()).remove(name(&file)) else {
            wrong.push(format!("{} is not named in the file expected beside it", file.display()));
            continue;
        };
        expected.sort_unstable();
        let found = found(&file);
        if found != expected {
            wrong.push(format!("{}\n  expected {expected:#?}\n  found {found:#?}", file.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_folder_of_fixtures_is_named_after_a_check() {
    let checks = checks();
    let mut wrong = Vec::new();
    for folder in folders() {
        let name = name(&folder);
        if !folder.is_dir() {
            wrong.push(format!("{} is not a folder", folder.display()));
        } else if !checks.contains(name) && !OTHERS.contains(&name) {
            wrong.push(format!("{name} is neither a rule nor a kind of fault"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_list_of_expected_findings_has_its_file() {
    let mut wrong = Vec::new();
    for folder in folders() {
        let named = expected(&folder).into_keys().map(|name| folder.join(name));
        wrong.extend(named.filter(|file| !file.is_file()));
    }
    assert_eq!(wrong, Vec::<PathBuf>::new());
}

#[test]
fn every_rule_and_every_kind_of_fault_has_two_fixtures() {
    let mut counts: BTreeMap<&str, usize> = checks().into_iter().map(|check| (check, 0)).collect();
    for (check, count) in &mut counts {
        let folder = root().join(check);
        let files = if folder.is_dir() { files(check) } else { Vec::new() };
        for file in files {
            let expected = expected(&folder).remove(name(&file)).unwrap();
            let breaks = expected.iter().any(|finding| finding.split(' ').nth(2) == Some(check));
            assert!(breaks, "{} does not break {check}", file.display());
            *count += 1;
        }
    }
    counts.retain(|_, count| *count < 2);
    assert_eq!(counts, BTreeMap::new());
}

#[cfg(feature = "schema")]
#[test]
fn a_valid_file_has_every_member_and_every_branch() {
    let schema = cooperation::schema::dataset(cooperation::schema::Draft::Draft2020_12);
    let root = schema.as_value();
    let file = self::root().join("valid/every-member.json");
    let document: serde_json::Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    let mut seen = BTreeSet::new();
    members(root, &document, root, &mut seen);
    let all = all_members(root);
    assert!(all.len() > 300, "{}", all.len());
    assert_eq!(all.difference(&seen).collect::<Vec<_>>(), Vec::<&String>::new());
}
