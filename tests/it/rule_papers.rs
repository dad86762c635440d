//! What is published of the catalogue: `examples/schema/rules.json`, its schema, and the page for readers.

use cooperation::rules;
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

fn catalogue() -> Value {
    let list: Vec<Value> = rules()
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
fn rules_json_lists_the_catalogue_and_is_valid_under_its_schema() {
    let catalogue = catalogue();
    committed("rules.json", &format!("{catalogue:#}\n"));

    let text = include_str!("../../examples/schema/1.0/rules.schema.json");
    let schema: Value = serde_json::from_str(text).unwrap();
    assert!(jsonschema::meta::validate(&schema).is_ok());
    let dataset = cooperation::schema::dataset(cooperation::schema::Draft::Draft2020_12);
    let registry = jsonschema::Registry::new()
        .add("https://cooperation.example/schema/1.0/dataset.schema.json", dataset.as_value())
        .unwrap()
        .prepare()
        .unwrap();
    let validator = jsonschema::options().with_registry(&registry).build(&schema).unwrap();
    let errors: Vec<String> = validator.iter_errors(&catalogue).map(|error| error.to_string()).collect();
    assert_eq!(errors, [""; 0]);
    for broken in ["name", "severity", "breaks"] {
        let mut wrong = catalogue.clone();
        wrong["rules"][3].as_object_mut().unwrap().remove(broken);
        assert!(!validator.is_valid(&wrong), "without {broken}");
        wrong["rules"][3][broken] = json!(5);
        assert!(!validator.is_valid(&wrong), "{broken} is 5");
    }
}

#[test]
fn the_rules_page_tells_of_every_rule() {
    let mut page = String::from(
        "# Rules\n\nWhat is checked beside the form of a document. An **error** is certainly wrong, a **warning** most \
         likely, an **info** is worth knowing. Names never change their meaning.\n",
    );
    let mut family = "";
    for rule in rules() {
        if rule.family != family {
            family = rule.family;
            write!(page, "\n## {}{}\n", family[..1].to_uppercase(), &family[1..]).unwrap();
        }
        let pretty = |json: &str| one_record_a_line(&document(json));
        write!(
            page,
            "\n### {}\n\n*{}*. {}\n\n{} (From: {}.)\n\nBreaks it:\n\n```json\n{}\n```\n\nKeeps it:\n\n```json\n{}\n```\n",
            rule.name,
            rule.severity,
            rule.what,
            rule.why,
            rule.origin,
            pretty(rule.breaks),
            pretty(rule.keeps)
        )
        .unwrap();
    }
    committed("rules.md", &page);
}

#[test]
fn every_report_is_valid_under_the_schema_of_reports() {
    let schema = cooperation::schema::report(cooperation::schema::Draft::Draft2020_12);
    let validator = jsonschema::validator_for(schema.as_value()).unwrap();
    let mut seen = std::collections::BTreeSet::new();
    let mut check = |report: &Value| {
        let errors: Vec<String> = validator.iter_errors(report).map(|error| error.to_string()).collect();
        assert_eq!(errors, [""; 0], "{report:#}");
        for finding in report["findings"].as_array().unwrap() {
            seen.extend(finding.as_object().unwrap().keys().cloned());
            // A finding of another form is refused.
            for member in ["rule", "severity", "pointer", "message"] {
                let mut wrong = report.clone();
                wrong["findings"][0][member] = json!(false);
                assert!(!validator.is_valid(&wrong), "{member}");
                wrong["findings"][0].as_object_mut().unwrap().remove(member);
                assert!(!validator.is_valid(&wrong), "without {member}");
            }
        }
        let mut wrong = report.clone();
        wrong["more"] = json!(1);
        assert!(!validator.is_valid(&wrong));
    };
    for rule in rules() {
        for json in [rule.breaks, rule.keeps] {
            let dataset = cooperation::Dataset::from_json(json).unwrap();
            check(&serde_json::to_value(dataset.validate()).unwrap());
            let rules = cooperation::Rules::default();
            let mut validator = rules.validator();
            (1..).zip(dataset.into_lines()).for_each(|(line, record)| validator.add(line, &record));
            check(&serde_json::to_value(rules.conclude(validator.summarize("part"))).unwrap());
        }
    }
    let all = schema.as_value()["$defs"]["Finding"]["properties"].as_object().unwrap().keys().cloned();
    assert_eq!(
        seen.into_iter().collect::<Vec<_>>(),
        all.collect::<std::collections::BTreeSet<_>>().into_iter().collect::<Vec<_>>()
    );
}
