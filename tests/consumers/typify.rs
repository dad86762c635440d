//! Reads datasets into the types that `cargo-typify` made of the schemas, writes them back, and compares; the same with
//! each record as a record line. Takes the folder of the schemas and the documents.

#[path = "../../out/dataset.rs"]
#[allow(dead_code)]
mod dataset;
#[path = "../../out/record-line.rs"]
#[allow(dead_code)]
mod record_line;

use record_line::{Body, Party, RecordLine};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The tag of a line. It compiles only where each kind of record is a branch by its name.
fn tag(line: &RecordLine) -> &'static str {
    match line {
        RecordLine::Dataset(_) => "dataset",
        RecordLine::Source(_) => "source",
        RecordLine::Place(_) => "place",
        RecordLine::Organization(_) => "organization",
        RecordLine::Group(_) => "group",
        RecordLine::Network(_) => "network",
        RecordLine::Membership(_) => "membership",
        RecordLine::Cooperation(_) => "cooperation",
        RecordLine::Programme(_) => "programme",
        RecordLine::Project(_) => "project",
        RecordLine::Participation(_) => "participation",
        RecordLine::Activity(_) => "activity",
        RecordLine::Goal(_) => "goal",
        RecordLine::PolicyInstrument(_) => "policy_instrument",
        RecordLine::Barrier(_) => "barrier",
        RecordLine::Funding(_) => "funding",
    }
}

fn read(path: &str) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The tag of the records of each list, by the type that both schemas name.
fn tags(schemas: &str) -> BTreeMap<String, String> {
    let lists = read(&format!("{schemas}/codegen/dataset.schema.json"));
    let lines = read(&format!("{schemas}/codegen/record-line.schema.json"));
    let mut tags = BTreeMap::new();
    for branch in lines["oneOf"].as_array().unwrap() {
        let (tag, member) = branch["properties"].as_object().unwrap().iter().next().unwrap();
        for (list, of) in lists["properties"].as_object().unwrap() {
            if of["type"] == "array" && of["items"]["$ref"] == member["allOf"][0]["$ref"] {
                tags.insert(list.clone(), tag.clone());
            }
        }
    }
    tags
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let tags = tags(&arguments.next().unwrap());
    assert_eq!(tags.len(), 15, "{tags:?}");
    let mut seen = BTreeSet::new();
    let (mut counts, mut parties, mut lines) = (0, 0, 0);
    for path in arguments {
        let document = read(&path);
        let typed: dataset::Dataset = serde_json::from_value(document.clone()).unwrap();
        assert_eq!(serde_json::to_value(&typed).unwrap(), document, "{path}");
        let mut header = document.as_object().unwrap().clone();
        for (list, tag) in &tags {
            for record in header.remove(list).iter().flat_map(|records| records.as_array().unwrap()) {
                seen.insert(round(json!({ tag: record }), &mut counts, &mut parties));
                lines += 1;
            }
        }
        seen.insert(round(json!({ "dataset": header }), &mut counts, &mut parties));
        lines += 1;
    }
    assert_eq!(seen.len(), 16, "only {seen:?}");
    assert!(counts > 0 && parties > 0, "{counts} counts, {parties} parties");
    for refused in [json!({}), json!({ "projct": {} }), json!({ "project": {} }), json!({ "source": { "id": "a b" } })] {
        assert!(serde_json::from_value::<RecordLine>(refused.clone()).is_err(), "{refused}");
    }
    println!("{lines} record lines of {} kinds", seen.len());
}

/// A line there and back; what it holds is looked at by name.
fn round(line: Value, counts: &mut u32, parties: &mut u32) -> &'static str {
    let typed: RecordLine = serde_json::from_value(line.clone()).unwrap_or_else(|error| panic!("{line}: {error}"));
    assert_eq!(serde_json::to_value(&typed).unwrap(), line);
    assert!(line.get(tag(&typed)).is_some(), "{} is not the tag of {line}", tag(&typed));
    match &typed {
        RecordLine::Project(project) => {
            if let Some(number) = &project.partner_count {
                assert_eq!(line["project"]["partner_count"], json!(number));
                *counts += 1;
            }
        }
        RecordLine::Participation(participation) => {
            if let Party::Organization(id) = &participation.party {
                assert_eq!(line["participation"]["party"], json!({ "organization": id }));
                *parties += 1;
            }
        }
        RecordLine::Membership(membership) => {
            if let Body::Organization(id) = &membership.body {
                assert_eq!(line["membership"]["body"], json!({ "organization": id }));
                *parties += 1;
            }
        }
        _ => {}
    }
    tag(&typed)
}
