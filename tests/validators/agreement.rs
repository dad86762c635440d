//! The reader and the published schemas say the same of a document.
//!
//! Valid documents, made from the schema itself, are changed in one or two places. Then the strict reader, two validators
//! and the three exact flavours must agree on each, and the flavours for forms and for generators of code must accept what
//! the reader accepts. `AGREEMENT_ROUNDS` sets how many are tried. `tests/validators/run` holds two more validators against
//! the reader on the same documents.

use crate::mutants::{mutate, nasty};
use crate::random::Random;
use cooperation::schema::{self, Draft, text};
use cooperation::{Dataset, RecordLine};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::sync::{Mutex, OnceLock};

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

/// Writes a document and what the reader says of it for validators in other languages, if they are wanted: to the file or
/// pipe that `AGREEMENT_LINES` names, one JSON array a line.
fn note_for_others(name: &str, document: &Value, is_accepted: bool) {
    static LINES: OnceLock<Option<Mutex<BufWriter<File>>>> = OnceLock::new();
    let lines = LINES.get_or_init(|| {
        let path = std::env::var_os("AGREEMENT_LINES")?;
        Some(Mutex::new(BufWriter::new(File::options().append(true).open(path).unwrap())))
    });
    if let Some(lines) = lines {
        let mut lines = lines.lock().unwrap();
        writeln!(lines, "{}", json!([name, is_accepted, document])).unwrap();
        lines.flush().unwrap();
    }
}

fn rounds() -> usize {
    std::env::var("AGREEMENT_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(12_000)
}

/// The flavours that accept exactly what the reader accepts.
const EXACT: [Draft; 3] = [Draft::Draft2020_12, Draft::Draft07, Draft::Editor];

/// Those that accept more.
const LENIENT: [Draft; 3] = [Draft::Forms, Draft::Codegen, Draft::CodegenFlat];

fn agree(name: &str, rounds: usize, seed: u64, read: impl Fn(&str) -> Result<(), String>) {
    let text = |draft: Draft| schema::to_text(&schema::named(name, draft).unwrap());
    let root: Value = serde_json::from_str(&text(Draft::Draft2020_12)).unwrap();
    let exact = EXACT.map(|draft| (draft, Validators::of(&text(draft)), without_formats(&text(draft))));
    let lenient = LENIENT.map(|draft| (draft, Validators::of(&text(draft)), without_formats(&text(draft))));
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
        note_for_others(name, &mutant, verdict.is_ok());
        for (draft, validators, noting_formats) in &exact {
            let verdicts = validators.verdicts(&mutant);
            assert_eq!(verdicts, [verdict.is_ok(); 2], "{draft}, reader: {verdict:?}, document: {mutant}");
            let noted = noting_formats.is_valid(&mutant);
            assert_eq!(noted, verdict.is_ok(), "{draft}, formats noted, document: {mutant}");
        }
        // What a form gives once its empty lists are left out is accepted by the reader.
        if verdict.is_err() && lenient[0].1.verdicts(&mutant)[0] {
            assert!(mutant.to_string().contains("[]"), "forms accepts {mutant}, reader: {verdict:?}");
        }
        if verdict.is_ok() {
            for (draft, validators, noting_formats) in &lenient {
                assert_eq!(validators.verdicts(&mutant), [true; 2], "{draft}, document: {mutant}");
                assert!(noting_formats.is_valid(&mutant), "{draft}, formats noted, document: {mutant}");
            }
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
    agree("record-line", rounds(), 0x1234_5678_9ABC_DEF1, read_line);
}

#[test]
fn reader_and_schemas_agree_on_datasets() {
    agree("dataset", rounds() / 6, 0x0FED_CBA9_8765_4321, read_dataset);
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

fn counting(number: &str) -> String {
    format!(r#"{{"version": "1.0", "groups": [{{"id": "a", "name": {{"en": "A"}}, "count": {number}}}]}}"#)
}

/// Half a character: JSON readers differ over it, that of these validators among those that refuse it. So it is held against
/// the schema as one that lets it through has it, as a string of one character.
#[test]
fn half_a_character_is_refused_by_the_reader_and_unknown_to_the_schema() {
    let text = r#"{"version": "1.0", "publisher": {"en": "\ud800"}}"#;
    assert!(read_dataset(text).is_err());
    let value: Value = serde_json::from_str(&text.replace("\\ud800", "\u{fffd}")).unwrap();
    for draft in EXACT {
        let validators = Validators::of(&schema::to_text(&schema::dataset(draft)));
        assert_eq!(validators.verdicts(&value), [true; 2], "{draft}");
    }
}

/// The documents of the fixtures that are JSON.
fn fixtures() -> Vec<(String, Value)> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures");
    let mut documents = Vec::new();
    for folder in std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()) {
        for file in std::fs::read_dir(&folder).into_iter().flatten().map(|entry| entry.unwrap().path()) {
            let text = std::fs::read_to_string(&file).unwrap_or_default();
            if let Ok(document) = serde_json::from_str(&text) {
                documents.push((file.display().to_string(), document));
            }
        }
    }
    documents
}

#[test]
fn the_flavour_for_editors_is_as_exact_as_draft_07_on_every_fixture() {
    let [exact, editor] = [text::DATASET_DRAFT_07, text::DATASET_EDITOR].map(Validators::of);
    let (mut accepted, mut refused) = (0, 0);
    for (file, document) in fixtures() {
        let verdicts = exact.verdicts(&document);
        assert_eq!(editor.verdicts(&document), verdicts, "{file}");
        if verdicts[0] { accepted += 1 } else { refused += 1 }
    }
    assert!(accepted > 100 && refused > 20, "{accepted} accepted, {refused} refused");
}

/// A snippet as a writer leaves it who types `x` at every place and chooses the first of each menu.
fn filled(body: &Value) -> Value {
    let typed = |text: &str| match text.trim_start_matches("${").trim_end_matches(['}', '|']) {
        inner if inner.len() == text.len() => if text.starts_with('$') { "x" } else { text }.to_owned(),
        inner => match inner.split(['|', ':', ',']).nth(1).unwrap() {
            "YYYY-MM-DD" => "2022-09".to_owned(),
            "https" => "https://example.org/".to_owned(),
            first => first.to_owned(),
        },
    };
    match body {
        Value::Array(items) => items.iter().map(filled).collect(),
        Value::Object(members) => members.iter().map(|(name, one)| (typed(name), filled(one))).collect(),
        Value::String(text) if text.starts_with('^') => typed(text.trim_start_matches('^')).parse().unwrap(),
        other => typed(other.as_str().unwrap()).into(),
    }
}

/// Each schema that has snippets, with the snippets.
fn with_snippets(schema: &Value, found: &mut Vec<(Value, Value)>) {
    if let Some(snippets) = schema.get("defaultSnippets").filter(|snippets| snippets.is_array()) {
        found.push((schema.clone(), snippets.clone()));
    }
    match schema {
        Value::Object(members) => members.values().for_each(|one| with_snippets(one, found)),
        Value::Array(items) => items.iter().for_each(|one| with_snippets(one, found)),
        _ => {}
    }
}

#[test]
fn every_snippet_is_valid_where_it_is_offered_once_it_is_filled_in() {
    let root: Value = serde_json::from_str(text::DATASET_EDITOR).unwrap();
    let mut found = Vec::new();
    with_snippets(&root, &mut found);
    assert!(found.len() > 200, "{}", found.len());
    found.sort_by_key(|(schema, _)| schema.to_string());
    found.dedup();
    let mut tried = 0;
    for (mut schema, snippets) in found {
        schema["definitions"] = root["definitions"].clone();
        let validator = jsonschema::draft7::new(&schema).unwrap();
        for snippet in snippets.as_array().unwrap() {
            let value = filled(&snippet["body"]);
            assert!(validator.is_valid(&value), "{snippet}: {:?}", validator.validate(&value).err());
            tried += 1;
        }
    }
    assert!(tried > 60, "{tried}");
}

/// What the crate's docs list as known differences: (name, document, what the reader says, what a validator says).
#[test]
fn the_known_differences_are_these() {
    let nested = format!("{}{}", "[".repeat(65), "]".repeat(65));
    let cases = [
        ("a doubled member", r#"{"version": "1.0", "version": "1.0"}"#.to_owned()),
        ("1.0 for a whole number", counting("1.0")),
        ("1e0 for a whole number", counting("1e0")),
        ("100e-2 for a whole number", counting("100e-2")),
        ("-0 for a whole number", counting("-0")),
        ("0e9 for a whole number", counting("0e9")),
        ("deep nesting", format!(r#"{{"version": "1.0", "extensions": {{"org.example": {nested}}}}}"#)),
        (
            "a doubled member in data of one's own",
            r#"{"version": "1.0", "extensions": {"org.example": {"a": 1, "a": 1}}}"#.to_owned(),
        ),
    ];
    for draft in [text::DATASET, text::DATASET_DRAFT_07, text::DATASET_EDITOR] {
        let validators = Validators::of(draft);
        for (name, document) in &cases {
            assert!(read_dataset(document).is_err(), "{name}");
            let value: Value = serde_json::from_str(document).unwrap();
            assert_eq!(validators.verdicts(&value), [true; 2], "{name}");
        }
    }
}
