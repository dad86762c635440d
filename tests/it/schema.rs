//! The published schemas: as committed, well-formed, and fit for people.

use cooperation::schema::{self, Draft};
use cooperation::{Kind, List, NonEmpty, Project, Version};
use schemars::JsonSchema as _;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/schema").join(Version::CURRENT.to_string())
}

fn published() -> impl Iterator<Item = (&'static str, Draft)> {
    schema::NAMES.iter().flat_map(|name| Draft::ALL.iter().map(|draft| (*name, *draft)))
}

/// Those that are committed: the schemas of kinds of record are parts of them, and are written where they are asked for.
fn committed() -> impl Iterator<Item = (&'static str, Draft)> {
    published().filter(|(name, _)| ["dataset", "record-line", "report"].contains(name))
}

/// Calls for every schema inside a schema, with its path.
fn each(schema: &Value, at: &str, visit: &mut impl FnMut(&str, &Value)) {
    visit(at, schema);
    let Some(object) = schema.as_object() else { return };
    for (key, value) in object {
        let at = format!("{at}/{key}");
        match (key.as_str(), value) {
            ("properties" | "$defs" | "definitions", Value::Object(named)) => {
                named.iter().for_each(|(name, value)| each(value, &format!("{at}/{name}"), visit));
            }
            ("items" | "propertyNames" | "additionalProperties", value) => each(value, &at, visit),
            ("oneOf" | "anyOf" | "allOf", Value::Array(branches)) => {
                branches
                    .iter()
                    .enumerate()
                    .for_each(|(place, value)| each(value, &format!("{at}/{place}"), visit));
            }
            _ => {}
        }
    }
}

#[test]
fn the_committed_schemas_are_those_of_the_types() {
    let rewrite = std::env::var_os("UPDATE_SCHEMAS").is_some();
    let mut differing = Vec::new();
    for (name, draft) in committed() {
        let file = folder().join(schema::file_name(name, draft));
        let text = schema::to_text(&schema::named(name, draft).unwrap());
        if rewrite {
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(&file, &text).unwrap();
        }
        if std::fs::read_to_string(&file).ok().as_deref() != Some(&*text) {
            differing.push(file);
        }
        assert!(text.ends_with("}\n") && !text.contains('\r'), "{name} {draft}");
    }
    assert!(differing.is_empty(), "run the tests once with UPDATE_SCHEMAS=1: {differing:#?}");
}

#[test]
fn schema_addresses_have_the_version_of_new_documents() {
    for (name, draft) in published() {
        let id = schema::named(name, draft).unwrap().as_value()["$id"].clone();
        let file = schema::file_name(name, draft);
        assert_eq!(id, format!("https://cooperation.example/schema/{}/{file}", Version::CURRENT));
    }
}

#[test]
fn flavours_and_engines_are_known_by_the_names_that_they_show() {
    for draft in Draft::ALL {
        assert_eq!(draft.to_string().parse(), Ok(*draft));
    }
    for engine in schema::Engine::ALL {
        assert_eq!(engine.to_string().parse(), Ok(*engine));
    }
    assert_eq!("draft-04".parse::<Draft>().unwrap_err().to_string(), "expected 2020-12, draft-07 or codegen");
    let unknown = "DuckDB".parse::<schema::Engine>().unwrap_err();
    assert_eq!(unknown.to_string(), "expected duckdb, spark or bigquery");
}

#[test]
fn a_list_is_named_after_its_items() {
    assert_eq!(List::<Project>::schema_name(), "ListOfProject");
    assert_eq!(NonEmpty::<Project>::schema_name(), "ListOfProject");
    assert_eq!(List::<Project>::schema_id(), "cooperation::List<cooperation::Project>");
    assert_eq!(NonEmpty::<Project>::schema_id(), "cooperation::NonEmpty<cooperation::Project>");
}

#[test]
fn the_committed_tables_are_those_of_the_records() {
    let rewrite = std::env::var_os("UPDATE_SCHEMAS").is_some();
    for engine in schema::Engine::ALL {
        let file = folder().join(format!("tables/record-line.{}.sql", engine.as_str()));
        let text = schema::table(*engine, None);
        if rewrite {
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(&file, &text).unwrap();
        }
        let committed = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(committed == text, "run the tests once with UPDATE_SCHEMAS=1: {}", file.display());
    }
}

/// The columns that a schema asks for: what `columns` must come to, walked another way.
fn walked(schema: &Value, root: &Value) -> schema::Column {
    use schema::Column;
    if let Some(name) = schema["$ref"].as_str() {
        return walked(root.pointer(name.trim_start_matches('#')).unwrap(), root);
    }
    let named = |members: &Value| {
        let members = members.as_object().unwrap().iter();
        let mut members: Vec<_> =
            members.map(|(name, member)| (&*name.clone().leak(), walked(member, root))).collect();
        members.sort_by_key(|(name, _)| *name);
        Column::Struct(members)
    };
    match schema["type"].as_str() {
        Some("string") => Column::Text,
        Some("integer") => Column::Integer,
        Some("boolean") => Column::Boolean,
        Some("array") => Column::List(Box::new(walked(&schema["items"], root))),
        Some("object") if schema["oneOf"].is_array() => {
            let branches = schema["oneOf"].as_array().unwrap().iter();
            let members = branches.flat_map(|branch| branch["properties"].as_object().unwrap().clone());
            named(&Value::Object(members.collect()))
        }
        Some("object") if schema["properties"].is_object() => named(&schema["properties"]),
        Some("object")
            if schema["additionalProperties"]["$ref"].is_string()
                || schema["additionalProperties"]["type"] == "string" =>
        {
            Column::Texts
        }
        Some("object")
            if schema["additionalProperties"] == true || schema["additionalProperties"].is_null() =>
        {
            Column::Json
        }
        _ => panic!("a shape that no column can hold: {schema:#}"),
    }
}

/// Columns in the order of their names, since a schema read as a tree has lost the order of its own.
fn sorted(column: schema::Column) -> schema::Column {
    use schema::Column;
    match column {
        Column::List(item) => Column::List(Box::new(sorted(*item))),
        Column::Struct(mut members) => {
            members.sort_by_key(|(name, _)| *name);
            Column::Struct(members.into_iter().map(|(name, column)| (name, sorted(column))).collect())
        }
        other => other,
    }
}

#[test]
fn columns_are_those_of_the_schema() {
    let line = schema::record_line(Draft::Draft2020_12);
    assert_eq!(sorted(schema::columns(None)), walked(line.as_value(), line.as_value()));
    for kind in Kind::ALL {
        let record = schema::record(*kind, Draft::Draft2020_12);
        assert_eq!(
            sorted(schema::columns(Some(*kind))),
            walked(record.as_value(), record.as_value()),
            "{kind}"
        );
    }
}

#[test]
fn no_other_schema_is_committed() {
    let mut files = 0;
    for folder in [folder(), folder().join("draft-07"), folder().join("codegen")] {
        files += std::fs::read_dir(folder)
            .unwrap()
            .filter(|entry| entry.as_ref().unwrap().path().is_file())
            .count();
    }
    // The schema of the rule catalogue is written by hand.
    assert_eq!(files, committed().count() + 1);
}

#[test]
fn every_kind_of_record_has_a_schema() {
    for kind in Kind::ALL {
        let schema = schema::record(*kind, Draft::Draft2020_12);
        assert!(schema.get("properties").unwrap()["id"].is_object(), "{kind}");
    }
    assert_eq!(schema::NAMES.len(), Kind::ALL.len() + 3);
}

#[test]
fn the_ready_texts_are_the_schemas() {
    use schema::text;
    let dataset = [text::DATASET, text::DATASET_DRAFT_07, text::DATASET_CODEGEN];
    let line = [text::RECORD_LINE, text::RECORD_LINE_DRAFT_07, text::RECORD_LINE_CODEGEN];
    for ((draft, dataset), line) in Draft::ALL.iter().zip(dataset).zip(line) {
        assert_eq!(dataset, schema::to_text(&schema::dataset(*draft)));
        assert_eq!(line, schema::to_text(&schema::record_line(*draft)));
    }
}

#[test]
fn every_definition_branch_and_member_is_described_for_people() {
    for (name, draft) in published() {
        let schema = schema::named(name, draft).unwrap();
        let mut titles = BTreeMap::new();
        each(schema.as_value(), "", &mut |at, schema| {
            let Some(object) = schema.as_object() else { return };
            let words = |key: &str| object.get(key).and_then(Value::as_str).unwrap_or_default();
            let parent = at.rsplit('/').nth(1).unwrap_or_default();
            let is_definition = at.is_empty() || matches!(parent, "$defs" | "definitions");
            let is_branch = matches!(parent, "oneOf" | "anyOf");
            if is_definition || is_branch || parent == "properties" {
                let description = words("description");
                assert!(
                    description.len() > 2 && description.ends_with('.'),
                    "{name} {draft} {at}: {description:?}"
                );
                for foreign in ["](", "[`", "::", "```", "rustdoc"] {
                    assert!(!description.contains(foreign), "{name} {draft} {at}: {description:?}");
                }
            }
            if is_definition || is_branch {
                assert!(!words("title").is_empty(), "{name} {draft} {at}");
                if !object.contains_key("const")
                    && let Some(other) = titles.insert(words("title").to_owned(), at.to_owned())
                {
                    panic!("{name} {draft}: {at} and {other} have the title {}", words("title"));
                }
            }
        });
    }
}

#[test]
fn no_schema_has_what_some_consumer_rejects() {
    for (name, draft) in published() {
        let schema = schema::named(name, draft).unwrap();
        each(schema.as_value(), "", &mut |at, schema| {
            let Some(object) = schema.as_object() else { return };
            let place = format!("{name} {draft} {at}");
            for key in object.keys() {
                assert!(!key.starts_with("x-") && key != "default" && key != "nullable", "{place}: {key}");
            }
            for key in ["enum", "oneOf", "anyOf", "required", "examples"] {
                assert!(
                    object.get(key).is_none_or(|list| list.as_array().is_some_and(|list| !list.is_empty())),
                    "{place}"
                );
            }
            assert!(object.get("type").is_none_or(|kind| kind.is_string() && kind != "null"), "{place}");
            assert!(draft == Draft::Codegen || !object.contains_key("format"), "{place}");
            if let Some(format) = object.get("format") {
                assert!(["json-pointer", "uri", "date"].contains(&format.as_str().unwrap()), "{place}");
                assert!(!object.contains_key("pattern"), "{place}");
            }
            if object.contains_key("$ref") && draft != Draft::Draft2020_12 {
                assert_eq!(object.len(), 1, "{place}: draft-07 ignores what stands beside a $ref");
            }
            if object.get("type").is_some_and(|kind| kind == "object") && !object.contains_key("oneOf") {
                assert!(object.contains_key("additionalProperties"), "{place}");
            }
        });
    }
}

/// What an editor shows of a member hangs on it: see `tests/consumers/editor.mjs`.
#[test]
fn a_member_of_a_named_type_is_described_by_its_own_purpose() {
    for (name, draft) in published() {
        let mut members = 0;
        let schema = schema::named(name, draft).unwrap();
        each(schema.as_value(), "", &mut |at, schema| {
            let all = schema.get("allOf");
            if at.rsplit('/').nth(1) != Some("properties") {
                // So nothing is ever refused by an `allOf` of 2020-12.
                assert!(all.is_none(), "{name} {draft} {at}: {schema}");
                return;
            }
            let named =
                schema.get("$ref").or(schema.pointer("/allOf/0/$ref")).or(schema.pointer("/allOf/1/$ref"));
            let Some(named) = named else { return assert!(all.is_none(), "{name} {draft} {at}: {schema}") };
            let description = &schema["description"];
            let wanted = match draft {
                Draft::Draft2020_12 => json!({
                    "$ref": named, "description": description, "allOf": [{ "description": description }],
                }),
                Draft::Draft07 => json!({
                    "description": description, "allOf": [{ "description": description }, { "$ref": named }],
                }),
                _ => json!({ "description": description, "allOf": [{ "$ref": named }] }),
            };
            assert_eq!(*schema, wanted, "{name} {draft} {at}");
            members += 1;
        });
        assert!(members > 1, "{name} {draft}: {members}");
    }
}

#[test]
fn lists_of_records_are_inline_in_a_schema() {
    let schema = schemars::schema_for!((List<Project>, NonEmpty<Project>));
    let lists = &schema.as_value()["prefixItems"];
    assert_eq!(lists[0], json!({"type": "array", "items": {"$ref": "#/$defs/Project"}}));
    assert_eq!(lists[1], json!({"type": "array", "items": {"$ref": "#/$defs/Project"}, "minItems": 1}));
}
