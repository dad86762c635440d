//! Situations from the field: the coding that the guide recommends has no finding, and every other plausible coding is
//! either reported or answered by a section of the guide.
//!
//! `tests/fixtures/situations/<situation>.json` holds a sentence that describes the situation, the recommended document
//! and the others by name. The file `table` beside them has one line for each document: the situation, the coding and
//! the verdict.
//!
//! | verdict | the document |
//! |---|---|
//! | `clean` | is recommended and has no finding |
//! | `instead SECTION` | is recommended for what the format leaves out on purpose, as that section of the guide says, and has no finding |
//! | `finds RULE, RULE` | has exactly these findings, or cannot be read because of exactly these kinds of fault |
//! | `guide SECTION` | has no finding, although it is not recommended; that section of the guide tells why |

use cooperation::{Dataset, Rules, io::FaultKind, rules::catalogue};
use regex::Regex;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A situation and its codings. The documents are kept as they are written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Codings {
    situation: String,
    recommended: Box<RawValue>,
    others: BTreeMap<String, Box<RawValue>>,
}

/// What the table says about a coding: what is found in it, and the section of the guide that speaks of it.
#[derive(Debug)]
struct Verdict {
    word: String,
    finds: BTreeSet<String>,
    section: Option<String>,
}

/// The name of a situation, and the name of a coding of it.
type Name = (String, String);

const RECOMMENDED: &str = "recommended";

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The documents of all situations.
fn codings() -> BTreeMap<Name, Box<RawValue>> {
    let mut codings = BTreeMap::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/situations");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|file| file.file_name().unwrap() != "table");
    for file in files {
        let name = file.file_stem().unwrap().to_str().unwrap().to_owned();
        let described: Codings = serde_json::from_str(&fs::read_to_string(&file).unwrap())
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(described.situation.ends_with('.'), "{name} is not described by a sentence");
        codings.insert((name.clone(), RECOMMENDED.to_owned()), described.recommended);
        codings.extend(
            described.others.into_iter().map(|(coding, document)| ((name.clone(), coding), document)),
        );
    }
    codings
}

/// The table, by situation and coding.
fn table() -> BTreeMap<Name, Verdict> {
    let table = read("tests/fixtures/situations/table");
    let mut verdicts = BTreeMap::new();
    for line in table.lines().skip(2) {
        let [situation, coding, verdict] = line.split(" | ").collect::<Vec<_>>()[..] else {
            panic!("expected three columns: {line}");
        };
        let (word, rest) = verdict.split_once(' ').unwrap_or((verdict, ""));
        let (finds, section) = match word {
            "clean" => (BTreeSet::new(), None),
            "finds" => (rest.split(", ").map(str::to_owned).collect(), None),
            "guide" | "instead" => (BTreeSet::new(), Some(rest.to_owned())),
            _ => panic!("unknown verdict: {line}"),
        };
        let verdict = Verdict { word: word.to_owned(), finds, section };
        let before = verdicts.insert((situation.to_owned(), coding.to_owned()), verdict);
        assert!(before.is_none(), "stated twice: {line}");
    }
    verdicts
}

/// The rules that a document breaks, or the kinds of fault because of which it cannot be read.
fn found(document: &str) -> BTreeSet<String> {
    match Dataset::from_json(document) {
        Ok(dataset) => {
            let report = Rules::default().check(&dataset);
            report.findings().iter().map(|finding| finding.rule.to_string()).collect()
        }
        Err(error) => error.faults().iter().map(|fault| fault.kind().to_string()).collect(),
    }
}

fn guide() -> String {
    read("src/guide/which_record.md")
}

/// The names of all rules and kinds of fault.
fn checks() -> BTreeSet<&'static str> {
    let kinds = FaultKind::ALL.iter().map(|kind| kind.as_str());
    catalogue().map(|rule| rule.name).chain(kinds).collect()
}

#[test]
fn the_table_has_a_verdict_for_each_coding() {
    let (codings, table) = (codings(), table());
    assert_eq!(codings.keys().collect::<Vec<_>>(), table.keys().collect::<Vec<_>>());
    for ((situation, coding), Verdict { word, .. }) in &table {
        let recommended = matches!(word.as_str(), "clean" | "instead");
        assert_eq!(coding == RECOMMENDED, recommended, "{situation}, {coding}: {word}");
    }
    let situations = codings.keys().filter(|(_, coding)| coding == RECOMMENDED).count();
    assert!(situations > 30, "{situations} situations");
}

#[test]
fn each_coding_has_exactly_the_findings_of_the_table() {
    let table = table();
    let mut wrong = Vec::new();
    for (name, document) in codings() {
        let (expected, found) = (&table[&name].finds, found(document.get()));
        if found != *expected {
            wrong.push(format!("{}, {}: expected {expected:?}, found {found:?}", name.0, name.1));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_guide_has_each_section_of_the_table() {
    let guide = guide();
    let headings: BTreeSet<&str> = guide
        .lines()
        .filter_map(|line| Some(line.strip_prefix('#')?.trim_start_matches('#').trim()))
        .collect();
    for ((situation, coding), Verdict { section, .. }) in &table() {
        if let Some(section) = section {
            assert!(headings.contains(section.as_str()), "{situation}, {coding}: no section {section}");
        }
    }
}

#[test]
fn the_guide_reports_only_what_is_checked() {
    let (checks, guide) = (checks(), guide());
    let kebab = Regex::new("`([a-z]+(?:-[a-z]+)+)`").unwrap();
    let mut named = 0;
    for paragraph in guide.split("\n\n").filter(|paragraph| paragraph.contains("eported")) {
        for name in kebab.captures_iter(paragraph) {
            assert!(checks.contains(&name[1]), "no rule and no fault is named {}", &name[1]);
            named += 1;
        }
    }
    assert!(named > 15, "{named} rules are named");
}

/// The records that the examples of the guide refer to and leave out.
const LEFT_OUT: &str = r#"{
  "version": "1.0",
  "sources": [{"id": "leaflet", "title": {"en": "Leaflet"}}],
  "places": [
    {"id": "gothenburg", "name": {"en": "Gothenburg"}},
    {"id": "nordic-countries", "name": {"en": "Nordic countries"}},
    {"id": "west-coast", "name": {"en": "West Coast"}}
  ],
  "organizations": [
    {"id": "city-of-vik", "name": {"en": "City of Vik"}},
    {"id": "council", "name": {"en": "Council of the Two Shores"}},
    {"id": "county", "name": {"en": "County of the West Coast"}},
    {"id": "finnish-harbours", "name": {"en": "Finnish Harbours"}},
    {"id": "harbour-board", "name": {"en": "Harbour Board"}},
    {"id": "harbour-trust", "name": {"en": "Harbour Trust"}},
    {"id": "port-of-sund", "name": {"en": "Port of Sund"}},
    {"id": "port-of-vik", "name": {"en": "Port of Vik"}},
    {"id": "shipping-agency", "name": {"en": "Shipping Agency"}}
  ],
  "groups": [{"id": "shipping-companies", "name": {"en": "Shipping companies"}}],
  "programmes": [{"id": "coast", "name": {"en": "Coast Programme"}}]
}"#;

#[test]
fn the_examples_of_the_guide_are_one_dataset_without_a_finding() {
    let (mut whole, mut examples) = (Dataset::from_json(LEFT_OUT).unwrap(), 0);
    for block in guide().split("```json\n").skip(1) {
        let (members, _) = block.split_once("```").unwrap();
        let part = Dataset::from_json(&format!("{{\"version\": \"1.0\", {members}}}"))
            .unwrap_or_else(|error| panic!("{error}\n{members}"));
        assert_eq!(whole.merge(part).collisions.len(), 0, "{members}");
        examples += 1;
    }
    assert!(examples > 20, "{examples} examples");
    // The examples are shown without the evidence that a real record has.
    let report = Rules::default().without("record-without-evidence").unwrap().check(&whole);
    assert_eq!(report.findings().iter().map(ToString::to_string).collect::<Vec<_>>(), [""; 0]);
}
