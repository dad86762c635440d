//! The schema of a report. A report is only written, never read, so no shape leads a reader of it.

use crate::rules::{Finding, RelatedLocation, Report, Severity, Tally};
use crate::values::Kind;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Value, json};
use std::borrow::Cow;

/// A closed object of members that are each described; those in the second list are always there.
fn object(title: &str, description: &str, required: &[&str], properties: &Value) -> Schema {
    schemars::json_schema!({
        "title": title,
        "description": description,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false
    })
}

fn text(description: &str) -> Value {
    json!({ "description": description, "type": "string" })
}

fn count(description: &str) -> Value {
    json!({ "description": description, "type": "integer", "minimum": 0, "maximum": 9_007_199_254_740_991_u64 })
}

fn with(schema: Schema, description: &str) -> Value {
    let mut schema = schema.to_value();
    if let Some(object) = schema.as_object_mut() {
        object.insert("description".to_owned(), description.into());
    }
    schema
}

/// A list that may be empty: an empty list of findings is good news.
fn list(items: &Schema, description: &str) -> Value {
    json!({ "description": description, "type": "array", "items": items })
}

const POINTER: &str = "A JSON Pointer (RFC 6901) into the document. The empty pointer is the whole document.";

impl JsonSchema for Report {
    fn schema_name() -> Cow<'static, str> {
        "Report".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let finding = generator.subschema_for::<Finding>();
        let tally = generator.subschema_for::<Tally>();
        object(
            "Report",
            "What came of checking a dataset.",
            &["valid", "errors", "warnings", "infos", "findings", "rules", "unchecked"],
            &json!({
                "valid": { "description": "Whether there is no error.", "type": "boolean" },
                "errors": count("How many errors there are, listed or not."),
                "warnings": count("How many warnings there are, listed or not."),
                "infos": count("How many infos there are, listed or not."),
                "findings": list(&finding, "The findings, in the order of the document. Of very many, the gravest."),
                "rules": {
                    "description": "How many findings there are of each rule that has any, by its name.",
                    "type": "object",
                    "additionalProperties": tally
                },
                "unchecked": {
                    "description": "What was not checked and why.",
                    "type": "array",
                    "items": { "type": "string" }
                }
            }),
        )
    }
}

impl JsonSchema for Tally {
    fn schema_name() -> Cow<'static, str> {
        "Tally".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let severity = generator.subschema_for::<Severity>();
        object(
            "Tally",
            "How many findings of a rule there are.",
            &["severity", "count"],
            &json!({
                "severity": with(severity, "How grave each is."),
                "count": count("How many there are, listed or not.")
            }),
        )
    }
}

impl JsonSchema for Finding {
    fn schema_name() -> Cow<'static, str> {
        "Finding".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let severity = generator.subschema_for::<Severity>();
        let related = generator.subschema_for::<RelatedLocation>();
        let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.as_str()).collect();
        object(
            "Finding",
            "Something in a dataset that breaks a rule.",
            &["rule", "severity", "pointer", "message"],
            &json!({
                "rule": text("The name of the rule. The rules of the catalogue stand in rules.json."),
                "severity": with(severity, "How grave it is."),
                "pointer": text(POINTER),
                "part": text("The part of the records in which it stands, where they were checked in parts."),
                "line": {
                    "description": "The line from which the record was read, of a file with one record a line.",
                    "type": "integer", "minimum": 1, "maximum": u32::MAX
                },
                "kind": { "description": "The kind of the record in which it stands.", "type": "string", "enum": kinds },
                "id": text("The id of the record in which it stands."),
                "message": text("What is wrong: the fact first, then what was expected."),
                "help": text("How to mend it, in one sentence."),
                "related": list(&related, "Other places that it has to do with.")
            }),
        )
    }
}

impl JsonSchema for RelatedLocation {
    fn schema_name() -> Cow<'static, str> {
        "RelatedLocation".into()
    }

    fn json_schema(_generator: &mut SchemaGenerator) -> Schema {
        object(
            "Related location",
            "Another place in the document that a finding has to do with.",
            &["pointer", "what"],
            &json!({ "pointer": text(POINTER), "what": text("What stands there.") }),
        )
    }
}

impl JsonSchema for Severity {
    fn schema_name() -> Cow<'static, str> {
        "Severity".into()
    }

    fn json_schema(_generator: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({
            "title": "Severity",
            "description": "How grave a finding is.",
            "type": "string",
            "oneOf": [
                { "const": "error", "title": "Error", "description": "It is certainly wrong." },
                { "const": "warning", "title": "Warning", "description": "It is most likely wrong, or misleads." },
                { "const": "info", "title": "Info", "description": "It is worth knowing, and may well be right." }
            ]
        })
    }
}
