//! The published schemas: as committed, well-formed, and fit for people.

use cooperation::schema::{self, Draft};
use cooperation::{
    Project, RecordKind,
    values::{List, NonEmpty, Version},
};
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

/// Those that are committed: the schemas of kinds of record are parts of them, and are written where they are asked for, as
/// is the flavour for generators that need flat choices.
fn committed() -> impl Iterator<Item = (&'static str, Draft)> {
    published().filter(|(name, draft)| {
        *draft != Draft::CodegenFlat && ["dataset", "record-line", "report"].contains(name)
    })
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
    assert_eq!(
        "draft-04".parse::<Draft>().unwrap_err().to_string(),
        "expected 2020-12, draft-07, editor, forms, codegen or codegen-flat"
    );
    let unknown = "DuckDB".parse::<schema::Engine>().unwrap_err();
    assert_eq!(unknown.to_string(), "expected duckdb, spark or bigquery");
}

#[test]
fn a_list_is_named_after_its_items() {
    assert_eq!(List::<Project>::schema_name(), "ListOfProject");
    assert_eq!(NonEmpty::<Project>::schema_name(), "ListOfProject");
    assert_eq!(List::<Project>::schema_id(), "cooperation::values::List<cooperation::Project>");
    assert_eq!(NonEmpty::<Project>::schema_id(), "cooperation::values::NonEmpty<cooperation::Project>");
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
    for kind in RecordKind::ALL {
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
    for flavour in ["", "draft-07", "editor", "forms", "codegen"] {
        let folder = folder().join(flavour);
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
    for kind in RecordKind::ALL {
        let schema = schema::record(*kind, Draft::Draft2020_12);
        assert!(schema.get("properties").unwrap()["id"].is_object(), "{kind}");
    }
    assert_eq!(schema::NAMES.len(), RecordKind::ALL.len() + 3);
}

#[test]
fn the_ready_texts_are_the_schemas() {
    use schema::text;
    let ready = [
        (Draft::Draft2020_12, text::DATASET, text::RECORD_LINE),
        (Draft::Draft07, text::DATASET_DRAFT_07, text::RECORD_LINE_DRAFT_07),
        (Draft::Editor, text::DATASET_EDITOR, text::RECORD_LINE_EDITOR),
        (Draft::Forms, text::DATASET_FORMS, text::RECORD_LINE_FORMS),
        (Draft::Codegen, text::DATASET_CODEGEN, text::RECORD_LINE_CODEGEN),
    ];
    for (draft, dataset, line) in ready {
        assert!(dataset == schema::to_text(&schema::dataset(draft)), "{draft}");
        assert!(line == schema::to_text(&schema::record_line(draft)), "{draft}");
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
            // Of a choice. The parts of a code list that an editor reads have their words in the list itself.
            let is_branch = matches!(parent, "oneOf" | "anyOf") && draft != Draft::Editor;
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
                // A form has a choice once for each member that holds it.
                if !object.contains_key("const")
                    && draft != Draft::Forms
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
            let is_for_code = matches!(draft, Draft::Codegen | Draft::CodegenFlat);
            assert!(is_for_code || !object.contains_key("format"), "{place}");
            if let Some(format) = object.get("format") {
                assert!(["json-pointer", "uri", "date"].contains(&format.as_str().unwrap()), "{place}");
                assert!(!object.contains_key("pattern"), "{place}");
            }
            if object.contains_key("$ref") && draft != Draft::Draft2020_12 {
                assert_eq!(object.len(), 1, "{place}: draft-07 ignores what stands beside a $ref");
            }
            let has_parts = object.contains_key("oneOf") || object.contains_key("allOf");
            if object.get("type").is_some_and(|kind| kind == "object") && !has_parts {
                assert!(object.contains_key("additionalProperties"), "{place}");
            }
        });
    }
}

/// What an editor shows of a member hangs on it: see `tests/consumers/editor.mjs`.
#[test]
fn a_member_of_a_named_type_is_described_by_its_own_purpose() {
    for (name, draft) in published().filter(|(_, draft)| *draft != Draft::Editor) {
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
            let (title, description) = (&schema["title"], &schema["description"]);
            let wanted = match draft {
                Draft::Draft2020_12 => json!({
                    "$ref": named, "description": description, "allOf": [{ "description": description }],
                }),
                Draft::Draft07 => json!({
                    "description": description, "allOf": [{ "description": description }, { "$ref": named }],
                }),
                Draft::Forms => {
                    json!({ "title": title, "description": description, "allOf": [{ "$ref": named }] })
                }
                _ => json!({ "description": description, "allOf": [{ "$ref": named }] }),
            };
            assert_eq!(*schema, wanted, "{name} {draft} {at}");
            members += 1;
        });
        // A report refers to nothing but its severities, which a form has in their place.
        assert!(members > 1 || (name, draft) == ("report", Draft::Forms), "{name} {draft}: {members}");
    }
}

/// The codes of every list, with what each means.
fn code_lists() -> BTreeMap<String, Vec<(String, String)>> {
    let exact = schema::dataset(Draft::Draft2020_12);
    let definitions = exact.as_value()["$defs"].as_object().unwrap();
    let mut lists = BTreeMap::new();
    for definition in definitions.values() {
        let listed = definition.pointer("/anyOf/0/oneOf").or(definition.get("oneOf"));
        let Some(listed) = listed.filter(|_| definition["type"] == "string") else { continue };
        let word = |code: &Value, key: &str| code[key].as_str().unwrap().to_owned();
        let codes = listed.as_array().unwrap().iter();
        let codes = codes.map(|code| (word(code, "const"), word(code, "description"))).collect();
        lists.insert(definition["title"].as_str().unwrap().to_owned(), codes);
    }
    assert!(lists.len() > 20, "{} lists", lists.len());
    lists
}

#[test]
fn editors_and_generators_of_code_are_told_what_every_code_means() {
    let editor = schema::dataset(Draft::Editor);
    let mut told = std::collections::BTreeSet::new();
    each(editor.as_value(), "", &mut |at, schema| {
        let Some(codes) = schema.get("enum") else { return };
        let (codes, plain, markdown) =
            (codes.as_array().unwrap(), &schema["enumDescriptions"], &schema["markdownEnumDescriptions"]);
        assert_eq!(plain, markdown, "{at}");
        let meanings = plain.as_array().unwrap();
        assert_eq!(codes.len(), meanings.len(), "{at}");
        for (code, meaning) in codes.iter().zip(meanings) {
            told.insert((code.as_str().unwrap().to_owned(), meaning.as_str().unwrap().to_owned()));
        }
    });
    for draft in [Draft::Codegen, Draft::CodegenFlat] {
        let code = schema::dataset(draft);
        let definitions = code.as_value()["definitions"].as_object().unwrap();
        for (list, codes) in code_lists() {
            let definition = definitions.values().find(|one| one["title"] == *list).unwrap();
            let description = definition["description"].as_str().unwrap();
            for (code, meaning) in codes {
                assert!(description.contains(&format!("\n- {code}: {meaning}")), "{draft} {list}: {code}");
            }
        }
    }
    for (list, codes) in code_lists() {
        for one in codes {
            assert!(told.contains(&one), "{list}: {one:?}");
        }
    }
}

#[test]
fn every_member_of_a_form_and_in_an_editor_has_a_title_of_its_own() {
    for draft in [Draft::Editor, Draft::Forms] {
        let schema = schema::dataset(draft);
        let mut titles = BTreeMap::new();
        each(schema.as_value(), "", &mut |at, schema| {
            let mut path = at.rsplit('/');
            if let (Some(name), Some("properties")) = (path.next(), path.next()) {
                titles.insert(name.to_owned(), schema["title"].as_str().unwrap_or_default().to_owned());
            }
        });
        for (name, title) in &titles {
            assert!(title.starts_with(|letter: char| letter.is_uppercase()), "{name}: {title:?}");
            assert!(!title.contains(['_', '$']), "{name}: {title:?}");
        }
        for (name, title) in
            [("partner_count", "Partner count"), ("out_of", "Paid out of"), ("start", "Start"), ("id", "ID")]
        {
            assert_eq!(titles[name], title, "{draft}");
        }
    }
}

#[test]
fn an_editor_answers_every_mistake_with_a_sentence_and_offers_nobody_elses_values() {
    for name in ["dataset", "record-line", "project"] {
        let schema = schema::named(name, Draft::Editor).unwrap();
        let (mut sentences, mut offered) = (0, 0);
        each(schema.as_value(), "", &mut |at, schema| {
            let is_name = at.ends_with("/propertyNames");
            assert_eq!(schema.get("default"), None, "{at}");
            offered += usize::from(schema.get("examples").is_some());
            assert!(schema.get("examples").is_none() || is_name, "{at}: offers examples");
            if let Some(kind) = schema.get("type") {
                let sentence = schema["errorMessage"].as_str().unwrap_or_default();
                // A record or a choice that is referred to has its members apart, since a sentence beside them would be shown
                // for an unknown member too.
                assert!(sentence.starts_with("Write ") && sentence.ends_with('.'), "{at}: {sentence:?}");
                assert!(kind != "object" || schema["additionalProperties"] != false, "{at}");
                sentences += 1;
            }
            if schema.get("pattern").is_some() {
                let sentence = schema["patternErrorMessage"].as_str().unwrap_or_default();
                assert!(sentence.starts_with("Write ") && sentence.ends_with('.'), "{at}: {sentence:?}");
                assert!(!sentence.contains('^'), "{at}: {sentence:?}");
            }
            let is_member = at.rsplit('/').nth(1) == Some("properties");
            assert!(
                !is_member || schema.get("type").is_some(),
                "{at}: an editor completes nothing without a type"
            );
        });
        assert!(sentences > 50, "{name}: {sentences}");
        // The languages of texts.
        assert_eq!(offered, 1, "{name}");
    }
}

/// The text of a snippet as a writer leaves it who types `x` at every place and chooses the first of each menu.
fn filled(body: &Value) -> Value {
    match body {
        Value::Array(items) => items.iter().map(filled).collect(),
        Value::Object(members) => members.iter().map(|(name, value)| (typed(name), filled(value))).collect(),
        Value::String(text) => match text.strip_prefix('^') {
            Some(bare) => typed(bare).parse().unwrap(),
            None => typed(text).into(),
        },
        other => panic!("a snippet has no {other}"),
    }
}

fn typed(text: &str) -> String {
    let Some(stop) = text.strip_prefix('$') else { return text.to_owned() };
    let Some(inner) = stop.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) else {
        assert!(stop.parse::<u32>().is_ok(), "{text}");
        return "x".to_owned();
    };
    match inner.split_once([':', '|']) {
        Some((number, "YYYY-MM-DD")) if number.parse::<u32>().is_ok() => "2022-09-01".to_owned(),
        Some((number, "https://")) if number.parse::<u32>().is_ok() => "https://example.org/".to_owned(),
        Some((number, rest)) if number.parse::<u32>().is_ok() => {
            rest.trim_end_matches('|').split(',').next().unwrap().to_owned()
        }
        _ => panic!("{text}"),
    }
}

#[test]
fn a_snippet_for_each_kind_of_record_reads_once_it_is_filled_in() {
    let schema = schema::record_line(Draft::Editor);
    let kinds = schema.as_value().pointer("/allOf/0/properties").unwrap().as_object().unwrap();
    assert_eq!(kinds.len(), RecordKind::ALL.len() + 1);
    for (kind, record) in kinds {
        let snippets = record["defaultSnippets"].as_array().unwrap();
        assert_eq!(snippets.len(), 1, "{kind}");
        let line = json!({ kind: filled(&snippets[0]["body"]) }).to_string();
        let read = serde_json::from_str::<cooperation::RecordLine>(&line);
        assert!(read.is_ok(), "{line}: {:?}", read.err());
        assert!(snippets[0]["description"].as_str().is_some_and(|words| words.ends_with('.')), "{kind}");
    }
}

#[test]
fn the_members_of_a_snippet_stand_in_the_order_of_the_record_and_its_stops_are_numbered() {
    let text = schema::to_text(&schema::record(RecordKind::Funding, Draft::Editor));
    // That of the whole record, up to the definitions.
    let (_, rest) = text.split_once("\n  \"defaultSnippets\"").unwrap();
    let (body, _) = rest.split_once("\n  \"definitions\"").unwrap();
    let members = ["id", "of", "funder", "recipient", "status", "amount"];
    let places = members.map(|member| body.find(&format!("\"{member}\": ")).unwrap());
    assert!(places.is_sorted(), "{places:?} in {body}");
    let stops: Vec<usize> = (1..=9)
        .map(|stop| body.find(&format!("${stop}")).or(body.find(&format!("${{{stop}"))).unwrap())
        .collect();
    assert!(stops.is_sorted(), "{stops:?} in {body}");
}

#[test]
fn a_base_takes_the_place_of_the_address_in_every_flavour() {
    for (name, draft) in published() {
        for base in ["https://example.org/s", "https://example.org/s/"] {
            let schema = schema::with_base(schema::named(name, draft).unwrap(), base);
            assert_eq!(
                schema.get("$id").unwrap(),
                &format!("https://example.org/s/{}", schema::file_name(name, draft))
            );
            assert!(!schema::to_text(&schema).contains("cooperation.example"), "{name} {draft}");
        }
    }
    let own = schema::with_base(schema::of::<Project>(Draft::Editor), "https://example.org/s");
    assert_eq!(own.get("$id"), None);
}

#[test]
fn every_reference_of_the_components_is_to_one_of_them() {
    let document: Value = serde_json::from_str(&schema::openapi()).unwrap();
    let components = document.pointer("/components/schemas").unwrap().as_object().unwrap();
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1."));
    for name in ["Dataset", "RecordLine", "Report", "Project", "Funding", "Text"] {
        assert!(components.contains_key(name), "{name}");
    }
    let mut references = 0;
    for (name, component) in components {
        each(component, name, &mut |at, schema| {
            assert_eq!(schema.get("$schema"), None, "{at}");
            let Some(target) = schema.get("$ref").and_then(Value::as_str) else { return };
            let target = target.strip_prefix("#/components/schemas/").unwrap();
            assert!(components.contains_key(target), "{at}: {target}");
            references += 1;
        });
    }
    assert!(references > 200, "{references}");
}

#[test]
fn lists_of_records_are_inline_in_a_schema() {
    let schema = schemars::schema_for!((List<Project>, NonEmpty<Project>));
    let lists = &schema.as_value()["prefixItems"];
    assert_eq!(lists[0], json!({"type": "array", "items": {"$ref": "#/$defs/Project"}}));
    assert_eq!(lists[1], json!({"type": "array", "items": {"$ref": "#/$defs/Project"}, "minItems": 1}));
}
