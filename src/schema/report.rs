//! The schema of a report. A report is only written, never read, so no shape leads a reader of it.

use crate::json::Edit;
use crate::rules::{Finding, RelatedLocation, Report, Severity, Tally};
use crate::values::RecordKind;
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
            "Result of checking a dataset: its findings, and what was not checked.",
            &["valid", "errors", "warnings", "infos", "findings", "rules", "unchecked"],
            &json!({
                "valid": { "description": "Whether the dataset is valid, which means without errors.", "type": "boolean" },
                "errors": count("Number of errors, listed or not."),
                "warnings": count("Number of warnings, listed or not."),
                "infos": count("Number of infos, listed or not."),
                "findings": list(&finding, "Findings in the order of the document. If there are very many, the most severe ones."),
                "rules": {
                    "description": "Number of findings by name of the rule, for rules that have any.",
                    "type": "object",
                    "additionalProperties": tally
                },
                "unchecked": {
                    "description": "Checks that were not made, each with the reason.",
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
            "Number and severity of the findings of one rule.",
            &["severity", "count"],
            &json!({
                "severity": with(severity, "Highest severity of the findings."),
                "count": count("Number of findings, listed or not.")
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
        let edit = generator.subschema_for::<Edit>();
        let kinds: Vec<&str> = RecordKind::ALL.iter().map(|kind| kind.as_str()).collect();
        object(
            "Finding",
            "Problem in a dataset that a rule has found.",
            &["rule", "severity", "pointer", "message"],
            &json!({
                "rule": text("Name of the rule. The rules of the catalogue are listed in rules.json."),
                "severity": with(severity, "Severity of this finding."),
                "pointer": text(POINTER),
                "part": text("Name of the part that has the record, if the records were checked in parts."),
                "line": {
                    "description": "Line that the record was read from, if known.",
                    "type": "integer", "minimum": 1, "maximum": u32::MAX
                },
                "kind": { "description": "Kind of the record that the finding is in.", "type": "string", "enum": kinds },
                "id": text("Id of the record that the finding is in."),
                "message": text("Message: the fact, followed by what was expected."),
                "help": text("Advice on how to fix the problem, in one sentence."),
                "edit": with(edit, "The edit that the help describes, if it is certain: applying it changes nothing that was right."),
                "related": list(&related, "Other locations that explain the finding.")
            }),
        )
    }
}

impl JsonSchema for Edit {
    fn schema_name() -> Cow<'static, str> {
        "Edit".into()
    }

    fn json_schema(_generator: &mut SchemaGenerator) -> Schema {
        object(
            "Edit",
            "Change of the document that fixes a finding: a value that is replaced or removed.",
            &["pointer", "replacement"],
            &json!({
                "pointer": text(POINTER),
                "replacement": text("JSON text to write in place of the value. If empty, the member or item is removed.")
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
            "Another location in the document that explains a finding.",
            &["pointer", "what"],
            &json!({ "pointer": text(POINTER), "what": text("Description of the location, such as `the first record with this id`.") }),
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
            "description": "Severity of a finding: error, warning or info.",
            "type": "string",
            "oneOf": [
                { "const": "error", "title": "Error", "description": "The data are certainly wrong." },
                { "const": "warning", "title": "Warning", "description": "The data are probably wrong or misleading." },
                { "const": "info", "title": "Info", "description": "Worth knowing, and possibly right." }
            ]
        })
    }
}
