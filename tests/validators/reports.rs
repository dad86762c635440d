//! What is published of reports and rules: valid under its schema, and no schema that lets more pass.

use cooperation::rules::catalogue;
use serde_json::{Value, json};

#[test]
fn rules_json_is_valid_under_its_schema() {
    let catalogue: Value = serde_json::from_str(include_str!("../../examples/schema/rules.json")).unwrap();
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

/// What the schema of reports says of a part of a report.
struct Described<'a> {
    /// The name of its definition.
    name: String,
    schema: &'a Value,
    value: &'a Value,
    /// Where it stands: a JSON Pointer.
    at: String,
}

/// Every object with named members in a report, with its definition.
fn described<'a>(root: &'a Value, part: Described<'a>, out: &mut Vec<Described<'a>>) {
    let Described { mut name, mut schema, value, at } = part;
    if let Some(target) = schema["$ref"].as_str() {
        target.rsplit('/').next().unwrap().clone_into(&mut name);
        schema = root.pointer(target.trim_start_matches('#')).unwrap();
    }
    let below = |step: &str, schema: &'a Value, value: &'a Value| {
        let step = step.replace('~', "~0").replace('/', "~1");
        Described { name: String::new(), schema, value, at: format!("{at}/{step}") }
    };
    if let Some(items) = value.as_array() {
        for (place, item) in items.iter().enumerate() {
            described(root, below(&place.to_string(), &schema["items"], item), out);
        }
    } else if let Some(members) = value.as_object() {
        for (member, value) in members {
            let of = schema["properties"].get(member).unwrap_or(&schema["additionalProperties"]);
            assert!(of.is_object(), "{at} has {member}, which the schema does not know");
            described(root, below(member, of, value), out);
        }
        if schema["properties"].is_object() {
            out.push(Described { name, schema, value, at });
        }
    }
}

#[test]
fn every_report_is_valid_under_the_schema_of_reports() {
    use std::collections::{BTreeMap, BTreeSet};
    let schema = cooperation::schema::report(cooperation::schema::Draft::Draft2020_12);
    let validator = jsonschema::validator_for(schema.as_value()).unwrap();
    let root = schema.as_value();
    let (mut written, mut left_out): (BTreeMap<_, BTreeSet<_>>, BTreeMap<_, BTreeSet<_>>) =
        Default::default();
    let mut check = |report: &Value| {
        let errors: Vec<String> = validator.iter_errors(report).map(|error| error.to_string()).collect();
        assert_eq!(errors, [""; 0], "{report:#}");
        let mut parts = Vec::new();
        let whole = Described { name: "Report".to_owned(), schema: root, value: report, at: String::new() };
        described(root, whole, &mut parts);
        for part in parts {
            let Described { name, schema, value, at } = &part;
            let required = schema["required"].as_array().unwrap();
            for member in schema["properties"].as_object().unwrap().keys() {
                if value.get(member).is_none() {
                    left_out.entry(name.clone()).or_default().insert(member.clone());
                    continue;
                }
                written.entry(name.clone()).or_default().insert(member.clone());
                let mut wrong = report.clone();
                let object = wrong.pointer_mut(at).unwrap().as_object_mut().unwrap();
                object.insert(member.clone(), json!([[]]));
                assert!(!validator.is_valid(&wrong), "{name}: {member} of another form");
                wrong.pointer_mut(at).unwrap().as_object_mut().unwrap().remove(member);
                let needed = required.contains(&json!(member));
                assert_eq!(validator.is_valid(&wrong), !needed, "{name} without {member}");
            }
            let mut wrong = report.clone();
            wrong.pointer_mut(at).unwrap()["more"] = json!(1);
            assert!(!validator.is_valid(&wrong), "{name} with a member more");
        }
    };
    for rule in catalogue() {
        for json in [rule.breaks, rule.keeps] {
            let dataset = cooperation::Dataset::from_json(json).unwrap();
            check(&serde_json::to_value(dataset.validate()).unwrap());
            let rules = cooperation::Rules::default();
            let mut validator = rules.validator();
            (1..).zip(dataset.into_lines()).for_each(|(line, record)| validator.add(line, &record));
            check(&serde_json::to_value(rules.finish(validator.summarize("part"))).unwrap());
        }
    }
    // A rule of one's own may say what is wrong and no more.
    let own = |_: &cooperation::Dataset, sink: &mut cooperation::rules::Reporter<'_>| {
        sink.add(cooperation::walk::Path::root(), cooperation::rules::Note::new("it is as it is"));
    };
    let rules =
        cooperation::Rules::default().with_rule("own-rule", cooperation::Severity::Info, own).unwrap();
    check(&serde_json::to_value(rules.check(&cooperation::Dataset::default())).unwrap());
    // The schema knows no member that is never written, and asks for exactly those that are never left out.
    for name in ["Report", "Tally", "Finding", "RelatedLocation"] {
        let schema = if name == "Report" { root } else { &root["$defs"][name] };
        let all: BTreeSet<String> = schema["properties"].as_object().unwrap().keys().cloned().collect();
        assert_eq!(written.get(name), Some(&all), "{name}");
        let left_out = left_out.remove(name).unwrap_or_default();
        let always: BTreeSet<&str> = all.difference(&left_out).map(String::as_str).collect();
        let required = schema["required"].as_array().unwrap().iter();
        assert_eq!(always, required.map(|member| member.as_str().unwrap()).collect(), "{name}");
    }
}

#[test]
fn a_line_is_told_as_far_as_the_schema_of_reports_goes() {
    let schema = cooperation::schema::report(cooperation::schema::Draft::Draft2020_12);
    let validator = jsonschema::validator_for(schema.as_value()).unwrap();
    let bad = r#"{"place": {"id": "a", "name": {"en": "A"}, "part_of": "nowhere"}}"#;
    let bad: cooperation::RecordLine = serde_json::from_str(bad).unwrap();
    let last = u64::from(u32::MAX);
    for (line, told) in [(0, None), (1, Some(1)), (last, Some(u32::MAX)), (last + 1, None), (u64::MAX, None)]
    {
        let rules = cooperation::Rules::default();
        let mut check = rules.validator();
        check.add(line, &bad);
        let report = check.finish();
        assert_eq!(report.findings()[0].line, told, "{line}");
        let mut report = serde_json::to_value(report).unwrap();
        assert!(validator.is_valid(&report), "{line}");
        report["findings"][0]["line"] = json!(line);
        assert_eq!(validator.is_valid(&report), told.is_some(), "{line}");
    }
}
