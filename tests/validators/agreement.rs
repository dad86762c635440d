//! The reader and the published schemas say the same of a document.
//!
//! Valid documents, made from the schema itself, are changed in one or two places. Then the strict reader, two validators
//! and two drafts must agree on each, and the schema
//! for generators of code must accept what the reader accepts. `AGREEMENT_ROUNDS` sets how many are tried.

use crate::mutants::{mutate, nasty};
use crate::random::Random;
use cooperation::schema::text;
use cooperation::{Dataset, RecordLine};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

impl Random {
    fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }
}

/// A document that a schema accepts.
fn instance(root: &Value, schema: &Value, depth: usize, random: &mut Random) -> Value {
    if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
        return instance(root, root.pointer(target.trim_start_matches('#')).unwrap(), depth, random);
    }
    if let Some(branches) = schema.get("oneOf").filter(|_| schema["type"] == "object") {
        let branch = random.pick(branches.as_array().unwrap()).clone();
        return instance(root, &branch, depth, random);
    }
    if let Some(examples) = schema.get("examples").and_then(Value::as_array) {
        return random.pick(examples).clone();
    }
    match schema["type"].as_str().unwrap() {
        "integer" => schema["minimum"].clone(),
        "boolean" => json!(random.one_in(2)),
        "array" => {
            (0..=random.below(2)).map(|_| instance(root, &schema["items"], depth + 1, random)).collect()
        }
        "object" => {
            let required = schema.get("required").cloned().unwrap_or(json!([]));
            let mut object = Map::new();
            for (name, member) in schema["properties"].as_object().unwrap() {
                let needed = required.as_array().unwrap().iter().any(|one| one == name);
                if needed || random.one_in(2 + depth) {
                    object.insert(name.clone(), instance(root, member, depth + 1, random));
                }
            }
            Value::Object(object)
        }
        other => panic!("the schemas have no {other} without examples"),
    }
}

/// A map with as many entries as a schema allows, and one with one more.
fn full_and_overfull(schema: &Value) -> [Value; 2] {
    let most = schema["maxProperties"].as_u64().unwrap();
    [most, most + 1].map(|entries| {
        (0..entries).map(|place| (format!("aa-x-{place}"), json!("x"))).collect::<Map<_, _>>().into()
    })
}

/// The two validators on one schema.
struct Validators {
    first: jsonschema::Validator,
    schemas: boon::Schemas,
    second: boon::SchemaIndex,
}

impl Validators {
    /// With formats asserted.
    fn of(text: &str) -> Self {
        let schema: Value = serde_json::from_str(text).unwrap();
        let id = schema["$id"].as_str().unwrap().to_owned();
        let first = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
        let (mut compiler, mut schemas) = (boon::Compiler::new(), boon::Schemas::new());
        compiler.enable_format_assertions();
        compiler.add_resource(&id, schema).unwrap();
        let second = compiler.compile(&id, &mut schemas).unwrap();
        Self { first, schemas, second }
    }

    fn verdicts(&self, document: &Value) -> [bool; 2] {
        [self.first.is_valid(document), self.schemas.validate(document, self.second).is_ok()]
    }
}

/// A validator that only notes formats.
fn without_formats(text: &str) -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(text).unwrap();
    jsonschema::options().should_validate_formats(false).build(&schema).unwrap()
}

fn rounds() -> usize {
    std::env::var("AGREEMENT_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(12_000)
}

fn agree(texts: [&str; 3], rounds: usize, seed: u64, read: impl Fn(&str) -> Result<(), String>) {
    let root: Value = serde_json::from_str(texts[0]).unwrap();
    let [canonical, draft_07, for_generators] = texts.map(Validators::of);
    let noting_formats = texts.map(without_formats);
    let (mut random, mut nasty) = (Random(seed), nasty());
    nasty.extend(full_and_overfull(&root["$defs"]["Text"]));
    let (mut accepted, mut refused) = (0, 0);
    let mut document = Value::Null;
    for round in 0..rounds {
        if round % 20 == 0 {
            document = instance(&root, &root, 0, &mut random);
            assert_eq!(read(&document.to_string()), Ok(()), "{document}");
        }
        let mut mutant = document.clone();
        for _ in 0..=random.below(2) {
            mutate(&mut mutant, &nasty, &mut random);
        }
        let verdict = read(&mutant.to_string());
        for (draft, validators) in [("2020-12", &canonical), ("draft-07", &draft_07)] {
            let verdicts = validators.verdicts(&mutant);
            assert_eq!(verdicts, [verdict.is_ok(); 2], "{draft}, reader: {verdict:?}, document: {mutant}");
        }
        for validator in noting_formats.iter().take(2) {
            assert_eq!(validator.is_valid(&mutant), verdict.is_ok(), "formats noted, document: {mutant}");
        }
        if verdict.is_ok() {
            assert_eq!(for_generators.verdicts(&mutant), [true; 2], "codegen, document: {mutant}");
            assert!(noting_formats[2].is_valid(&mutant), "codegen, formats noted, document: {mutant}");
            accepted += 1;
        } else {
            refused += 1;
        }
    }
    println!("{rounds} documents: {accepted} accepted, {refused} refused");
    assert!(accepted * 5 >= rounds && refused * 5 >= rounds, "{accepted} accepted, {refused} refused");
}

fn read_line(text: &str) -> Result<(), String> {
    serde_json::from_str::<RecordLine>(text).map(drop).map_err(|error| error.to_string())
}

fn read_dataset(text: &str) -> Result<(), String> {
    serde_json::from_str::<Dataset>(text).map(drop).map_err(|error| error.to_string())
}

#[test]
fn reader_and_schemas_agree_on_record_lines() {
    agree(
        [text::RECORD_LINE, text::RECORD_LINE_DRAFT_07, text::RECORD_LINE_CODEGEN],
        rounds(),
        0x1234_5678_9ABC_DEF1,
        read_line,
    );
}

#[test]
fn reader_and_schemas_agree_on_datasets() {
    agree(
        [text::DATASET, text::DATASET_DRAFT_07, text::DATASET_CODEGEN],
        rounds() / 6,
        0x0FED_CBA9_8765_4321,
        read_dataset,
    );
}

/// Notes the definition and the keyword of each error, and of the errors within a choice.
fn note<'a>(
    errors: impl IntoIterator<Item = &'a jsonschema::ValidationError<'a>>,
    seen: &mut BTreeSet<String>,
) {
    use jsonschema::error::ValidationErrorKind::{AnyOf, OneOfMultipleValid, OneOfNotValid};
    for error in errors {
        seen.insert(error.kind().keyword().to_owned());
        let path = error.schema_path().to_string();
        if let Some(name) = path.strip_prefix("/$defs/").and_then(|rest| rest.split('/').next()) {
            seen.insert(format!("$defs/{name}"));
        }
        if let AnyOf { context } | OneOfMultipleValid { context } | OneOfNotValid { context } = error.kind() {
            for branch in context {
                note(branch, seen);
            }
        }
    }
}

/// The keywords that can refuse something, and the definitions.
fn refusing(schema: &Value, out: &mut BTreeSet<String>) {
    let Some(object) = schema.as_object() else { return };
    for (key, value) in object {
        match key.as_str() {
            "$defs" => out.extend(value.as_object().unwrap().keys().map(|name| format!("$defs/{name}"))),
            // An allOf holds a description alone.
            "properties" | "items" | "$ref" | "$schema" | "$id" | "$comment" | "title" | "description"
            | "examples" | "allOf" => {}
            _ => drop(out.insert(key.clone())),
        }
        match (key.as_str(), value) {
            ("$defs" | "properties", Value::Object(schemas)) => {
                schemas.values().for_each(|schema| refusing(schema, out));
            }
            ("oneOf" | "anyOf", Value::Array(schemas)) => {
                for schema in schemas {
                    refusing(schema, out);
                }
            }
            ("items" | "additionalProperties" | "propertyNames", schema) => refusing(schema, out),
            _ => {}
        }
    }
}

#[test]
fn every_definition_and_every_keyword_refuses_something() {
    let root: Value = serde_json::from_str(text::DATASET).unwrap();
    let validator = jsonschema::validator_for(&root).unwrap();
    let (mut wanted, mut seen) = (BTreeSet::new(), BTreeSet::new());
    refusing(&root, &mut wanted);
    let (mut random, mut nasty) = (Random(0x0F1E_2D3C_4B5A_6978), nasty());
    nasty.extend(full_and_overfull(&root["$defs"]["Text"]));
    for _ in 0..8_000 {
        let mut document = instance(&root, &root, 0, &mut random);
        for _ in 0..8 {
            mutate(&mut document, &nasty, &mut random);
        }
        let errors: Vec<_> = validator.iter_errors(&document).collect();
        note(&errors, &mut seen);
    }
    let missed: Vec<_> = wanted.difference(&seen).collect();
    assert!(missed.is_empty(), "never refused anything: {missed:?}");
}

/// What the crate's docs list as known differences: (name, document, what the reader says, what a validator says).
#[test]
fn the_known_differences_are_these() {
    let nested = format!("{}{}", "[".repeat(65), "]".repeat(65));
    let cases = [
        ("a doubled member", r#"{"version": "1.0", "version": "1.0"}"#.to_owned()),
        (
            "1.0 for a whole number",
            r#"{"version": "1.0", "groups": [{"id": "a", "name": {"en": "A"}, "count": 1.0}]}"#.to_owned(),
        ),
        ("deep nesting", format!(r#"{{"version": "1.0", "extensions": {{"org.example": {nested}}}}}"#)),
        (
            "a doubled member in data of one's own",
            r#"{"version": "1.0", "extensions": {"org.example": {"a": 1, "a": 1}}}"#.to_owned(),
        ),
    ];
    for draft in [text::DATASET, text::DATASET_DRAFT_07] {
        let validators = Validators::of(draft);
        for (name, document) in &cases {
            assert!(read_dataset(document).is_err(), "{name}");
            let value: Value = serde_json::from_str(document).unwrap();
            assert_eq!(validators.verdicts(&value), [true; 2], "{name}");
        }
    }
}
