//! The table of labels has every phrase that the program says, and every code of the format.

use cooperation::schema::{self, Draft};
use cooperation_cli::words::Words;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

/// The texts between quotation marks that are given to what looks labels up, in the files of a folder.
fn phrases(folder: &Path, found: &mut BTreeSet<String>) {
    const CALLS: [&str; 8] =
        [".label(", ".fill(", ".counted(", ".section(", ".line(", ".line_if(", ".code_if(", ".lines("];
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            if path.file_name().unwrap() != "tests" {
                phrases(&path, found);
            }
            continue;
        }
        if path.extension().is_none_or(|extension| extension != "rs") || path.ends_with("tests.rs") {
            continue;
        }
        let code = std::fs::read_to_string(&path).unwrap();
        for call in CALLS {
            for (place, _) in code.match_indices(call) {
                let rest = code.get(place + call.len()..).unwrap().trim_start();
                if let Some(text) = rest.strip_prefix('"') {
                    found.insert(text.split('"').next().unwrap().to_owned());
                }
            }
        }
    }
}

fn is_known(english: &str) -> bool {
    // What is the same in both languages has a line in the table all the same.
    include_str!("../../src/words/labels.tsv").lines().any(|line| line.split('\t').next() == Some(english))
}

#[test]
fn every_phrase_has_a_norwegian_one() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = BTreeSet::new();
    for folder in ["draw", "funds", "page", "query", "reader", "show", "words"] {
        phrases(&source.join(folder), &mut found);
    }
    assert!(found.len() > 150, "only {} phrases were found", found.len());
    let missing: Vec<&String> =
        found.iter().filter(|phrase| !phrase.is_empty() && !is_known(phrase)).collect();
    assert!(missing.is_empty(), "the table has no {missing:#?}");
}

/// The codes of the lists in the schema.
fn codes(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            if let (Some(Value::String(code)), true) =
                (members.get("const"), members.contains_key("description"))
            {
                found.insert(code.clone());
            }
            members.values().for_each(|value| codes(value, found));
        }
        Value::Array(items) => items.iter().for_each(|item| codes(item, found)),
        _ => {}
    }
}

#[test]
fn every_code_of_the_format_has_a_norwegian_word() {
    let schema = schema::to_text(&schema::named("dataset", Draft::default()).unwrap());
    let mut found = BTreeSet::new();
    codes(&serde_json::from_str(&schema).unwrap(), &mut found);
    assert!(found.len() > 100, "only {} codes were found", found.len());
    let missing: Vec<&String> = found.iter().filter(|code| !is_known(code)).collect();
    assert!(missing.is_empty(), "the table has no {missing:#?}");
}

#[test]
fn a_language_without_a_table_has_english_labels() {
    assert_eq!(Words::new("fr").label("lead partner"), "lead partner");
    assert_eq!(Words::new("nb").label("lead partner"), "hovedpartner");
}
