//! The published schemas, as validators take them.

use cooperation::schema::{self, Draft};
use cooperation::{Project, RecordKind, values::List};
use serde_json::json;

fn published() -> impl Iterator<Item = (&'static str, Draft)> {
    schema::NAMES.iter().flat_map(|name| Draft::ALL.iter().map(|draft| (*name, *draft)))
}

#[test]
fn every_schema_keeps_the_rules_of_its_draft() {
    for (name, draft) in published() {
        let schema = schema::named(name, draft).unwrap();
        let checked = jsonschema::meta::validate(schema.as_value());
        assert!(checked.is_ok(), "{name} {draft}: {:?}", checked.err().map(|error| error.to_string()));
    }
    let broken = json!({ "$schema": "http://json-schema.org/draft-07/schema#", "type": "strng" });
    assert!(jsonschema::meta::validate(&broken).is_err());
}

#[test]
fn the_examples_of_every_string_and_map_validate() {
    let mut tried = 0;
    for (name, draft) in
        [("dataset", Draft::Draft2020_12), ("dataset", Draft::Draft07), ("dataset", Draft::Codegen)]
    {
        let root = schema::named(name, draft).unwrap();
        let key = if draft == Draft::Draft2020_12 { "$defs" } else { "definitions" };
        for (name, definition) in root.get(key).unwrap().as_object().unwrap() {
            let is_string = definition["type"] == "string";
            assert!(!is_string || definition.get("examples").is_some(), "{name}: a string without examples");
            let Some(examples) = definition.get("examples") else { continue };
            let mut alone = json!({ "$schema": root.get("$schema"), "$ref": format!("#/{key}/{name}") });
            alone[key] = root.get(key).unwrap().clone();
            let validator = jsonschema::validator_for(&alone).unwrap();
            for example in examples.as_array().unwrap() {
                assert!(validator.is_valid(example), "{name}: {example}");
                tried += 1;
            }
            assert!(!validator.is_valid(&json!(null)) && !validator.is_valid(&json!({})), "{name}");
        }
    }
    assert!(tried > 300, "{tried}");
}

/// A type of a user's own whose name is also that of a type of the format.
#[derive(schemars::JsonSchema)]
#[expect(dead_code, reason = "only its schema is looked at")]
struct Period {
    quarter: u8,
}

#[derive(schemars::JsonSchema)]
#[expect(dead_code, reason = "only its schema is looked at")]
struct Application {
    period: Period,
    project: Project,
    others: List<Project>,
    phase: cooperation::Period,
}

#[test]
fn a_record_in_a_type_of_ones_own_keeps_its_schema() {
    let schema = schema::of::<Application>(Draft::Draft2020_12);
    let definitions = schema.get("$defs").unwrap();
    let ours = schema::record(RecordKind::Project, Draft::Draft2020_12);
    let project = &definitions["Project"];
    assert_eq!(project["required"], ours.get("required").unwrap().clone());
    // Theirs came first and has the name, so ours has a number. Every reference knows it.
    assert!(definitions["Period"]["properties"]["quarter"].is_object());
    assert!(definitions["Period2"]["properties"]["stated_duration"].is_object());
    assert_eq!(project["properties"]["period"]["$ref"], "#/$defs/Period2");
    let root = schema.get("properties").unwrap();
    assert_eq!(root["phase"]["$ref"], "#/$defs/Period2");
    assert_eq!(root["others"]["items"]["$ref"], "#/$defs/Project");
    jsonschema::meta::validate(schema.as_value()).unwrap();
}
