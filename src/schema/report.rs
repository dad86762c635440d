//! The schema of a report. A report is only written, never read, so no shape leads a reader of it.

use super::walk::{Keywords, keywords, set};
use crate::json::Edit;
use crate::rules::{Finding, RelatedLocation, Report, Severity, Tally};
use crate::values::RecordKind;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::Value;
use std::borrow::Cow;
use std::mem::take;

/// A closed object of members that are each described; those in the second list are always there.
fn object(title: &str, description: &str, required: &[&str], properties: Vec<(&str, Keywords)>) -> Schema {
    let properties = properties.into_iter().map(|(name, schema)| (name, schema.into())).collect();
    keywords(vec![
        ("title", title.into()),
        ("description", description.into()),
        ("type", "object".into()),
        ("properties", keywords(properties).into()),
        ("required", required.into()),
        ("additionalProperties", false.into()),
    ])
    .into()
}

/// A member of a JSON type, or of the items of a list.
fn described(description: &str, of: &str) -> Keywords {
    keywords(vec![("description", description.into()), ("type", of.into())])
}

fn text(description: &str) -> Keywords {
    described(description, "string")
}

fn number(description: &str, least: u32, most: u64) -> Keywords {
    let mut schema = described(description, "integer");
    set(&mut schema, "minimum", least.into());
    set(&mut schema, "maximum", most.into());
    schema
}

fn count(description: &str) -> Keywords {
    number(description, 0, 9_007_199_254_740_991)
}

fn with(mut schema: Schema, description: &str) -> Keywords {
    let schema = schema.ensure_object();
    set(schema, "description", description.into());
    take(schema)
}

/// A list that may be empty: an empty list of findings is good news.
fn list(items: Schema, description: &str) -> Keywords {
    let mut schema = described(description, "array");
    set(&mut schema, "items", items.into());
    schema
}

const POINTER: &str = "A JSON Pointer (RFC 6901) into the document. The empty pointer is the whole document.";

impl JsonSchema for Report {
    fn schema_name() -> Cow<'static, str> {
        "Report".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let finding = generator.subschema_for::<Finding>();
        let reason = keywords(vec![("type", "string".into())]);
        let mut rules =
            described("Number of findings by name of the rule, for rules that have any.", "object");
        set(&mut rules, "additionalProperties", generator.subschema_for::<Tally>().into());
        object(
            "Report",
            "Result of checking a dataset: its findings, and what was not checked.",
            &["valid", "errors", "warnings", "infos", "findings", "rules", "unchecked"],
            vec![
                ("valid", described("Whether the dataset is valid, which means without errors.", "boolean")),
                ("errors", count("Number of errors, listed or not.")),
                ("warnings", count("Number of warnings, listed or not.")),
                ("infos", count("Number of infos, listed or not.")),
                (
                    "findings",
                    list(
                        finding,
                        "Findings in the order of the document. If there are very many, the most severe ones.",
                    ),
                ),
                ("rules", rules),
                ("unchecked", list(reason.into(), "Checks that were not made, each with the reason.")),
            ],
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
            vec![
                ("severity", with(severity, "Highest severity of the findings.")),
                ("count", count("Number of findings, listed or not.")),
            ],
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
        let kinds: Vec<Value> = RecordKind::ALL.iter().map(|kind| kind.as_str().into()).collect();
        let mut kind = described("Kind of the record that the finding is in.", "string");
        set(&mut kind, "enum", kinds.into());
        object(
            "Finding",
            "Problem in a dataset that a rule has found.",
            &["rule", "severity", "pointer", "message"],
            vec![
                ("rule", text("Name of the rule. The rules of the catalogue are listed in rules.json.")),
                ("severity", with(severity, "Severity of this finding.")),
                ("pointer", text(POINTER)),
                ("part", text("Name of the part that has the record, if the records were checked in parts.")),
                ("line", number("Line that the record was read from, if known.", 1, u32::MAX.into())),
                ("kind", kind),
                ("id", text("Id of the record that the finding is in.")),
                ("message", text("Message: the fact, followed by what was expected.")),
                ("help", text("Advice on how to fix the problem, in one sentence.")),
                (
                    "edit",
                    with(
                        edit,
                        "The edit that the help describes, if it is certain: applying it changes nothing that was right.",
                    ),
                ),
                ("related", list(related, "Other locations that explain the finding.")),
            ],
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
            vec![
                ("pointer", text(POINTER)),
                (
                    "replacement",
                    text(
                        "JSON text to write in place of the value. If empty, the member or item is removed.",
                    ),
                ),
            ],
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
            vec![
                ("pointer", text(POINTER)),
                ("what", text("Description of the location, such as `the first record with this id`.")),
            ],
        )
    }
}

impl JsonSchema for Severity {
    fn schema_name() -> Cow<'static, str> {
        "Severity".into()
    }

    fn json_schema(_generator: &mut SchemaGenerator) -> Schema {
        let one = |name: &str, title: &str, description: &str| {
            let members = [("const", name), ("title", title), ("description", description)];
            Value::from(keywords(members.into_iter().map(|(name, text)| (name, text.into())).collect()))
        };
        let mut schema = described("Severity of a finding: error, warning or info.", "string");
        set(&mut schema, "title", "Severity".into());
        set(
            &mut schema,
            "oneOf",
            Value::Array(vec![
                one("error", "Error", "The data are certainly wrong."),
                one("warning", "Warning", "The data are probably wrong or misleading."),
                one("info", "Info", "Worth knowing, and possibly right."),
            ]),
        );
        schema.into()
    }
}
