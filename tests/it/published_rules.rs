//! The published catalogue of rules: `examples/schema/rules.json`, its schema, and the page for readers.

use cooperation::rules::catalogue;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::Path;

/// Compares a committed file, or writes it anew.
fn committed(file: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/schema").join(file);
    if std::env::var_os("UPDATE_SCHEMAS").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == text, "{file} is not as the catalogue: run the tests once with UPDATE_SCHEMAS=1");
}

fn document(json: &str) -> Value {
    serde_json::from_str(json).unwrap()
}

/// A dataset as people read it: each record on a line of its own.
fn one_record_a_line(dataset: &Value) -> String {
    let member = |(name, value): (&String, &Value)| match value {
        Value::Array(records) => {
            let records: Vec<String> = records.iter().map(|record| format!("    {record}")).collect();
            format!("  \"{name}\": [\n{}\n  ]", records.join(",\n"))
        }
        _ => format!("  \"{name}\": {value}"),
    };
    let members: Vec<String> = dataset.as_object().unwrap().iter().map(member).collect();
    format!("{{\n{}\n}}", members.join(",\n"))
}

fn published() -> Value {
    let list: Vec<Value> = catalogue()
        .map(|rule| {
            json!({
                "name": rule.name, "family": rule.family, "severity": rule.severity, "what": rule.what,
                "why": rule.why, "origin": rule.origin, "breaks": document(rule.breaks),
                "keeps": document(rule.keeps),
            })
        })
        .collect();
    json!({ "$schema": "1.0/rules.schema.json", "rules": list })
}

#[test]
fn rules_json_lists_the_catalogue() {
    committed("rules.json", &format!("{:#}\n", published()));
}

#[test]
fn the_rules_page_describes_every_rule() {
    let mut page = String::from(
        "# Rules\n\nRules that `validate` checks in addition to the schema. An **error** is certainly wrong, a **warning** is \
         probably wrong, and an **info** is worth a look. The names of rules never change their meaning.\n",
    );
    let mut family = "";
    for rule in catalogue() {
        if rule.family != family {
            family = rule.family;
            write!(page, "\n## {}{}\n", family[..1].to_uppercase(), &family[1..]).unwrap();
        }
        let pretty = |json: &str| one_record_a_line(&document(json));
        // A rule of this format alone has no origin to name.
        let origin =
            if rule.origin == "this format" { String::new() } else { format!(" Based on {}.", rule.origin) };
        write!(
            page,
            "\n### {}\n\n*{}*. {}\n\n{}{origin}\n\nReported:\n\n```json\n{}\n```\n\nNot reported:\n\n```json\n{}\n```\n",
            rule.name,
            rule.severity,
            rule.what,
            rule.why,
            pretty(rule.breaks),
            pretty(rule.keeps)
        )
        .unwrap();
    }
    committed("rules.md", &page);
}

/// Lines that follow one another are kept as one stretch, which must not go on past the last that can be told.
#[test]
fn records_beyond_the_last_line_have_none() {
    let last = u64::from(u32::MAX);
    let rules = cooperation::Rules::default();
    let mut check = rules.validator();
    for (line, id) in (last - 1..).zip(["a", "b", "c", "d"]).chain([(7, "e")]) {
        let record =
            format!(r#"{{"place": {{"id": "{id}", "name": {{"en": "{id}"}}, "part_of": "nowhere"}}}}"#);
        check.add(line, &serde_json::from_str(&record).unwrap());
    }
    let lines: Vec<_> = check.finish().findings().iter().map(|finding| finding.line).collect();
    assert_eq!(lines, [Some(u32::MAX - 1), Some(u32::MAX), None, None, Some(7)]);
}
