use super::Draft;
use super::definition::root;
use crate::dataset::{Dataset, RecordLine};
use crate::invariant::Invariant as _;
use crate::reflect::Shaped as _;
use crate::rules::Report;
use crate::values::RecordKind;
use schemars::{JsonSchema, Schema};

/// Where the published schemas live, with the version of the format.
const BASE: &str = "https://cooperation.example/schema/1.0/";

/// What the schema does not check.
const COMMENT: &str = "The schema describes the form of one document. References to existing ids, the order of dates and \
    other relations are checked by the rules: see rules.json. A reader also refuses an object with the same member \
    twice, and a number such as 1.0 in place of a whole number.";

/// The names of the published schemas, which are those of their files.
pub const NAMES: &[&str] = &[
    "dataset",
    "record-line",
    "report",
    "source",
    "place",
    "organization",
    "group",
    "network",
    "membership",
    "cooperation",
    "programme",
    "project",
    "participation",
    "activity",
    "goal",
    "policy-instrument",
    "barrier",
    "funding",
];

/// Returns the published schema with this name, such as `dataset` or `policy-instrument`.
#[must_use]
pub fn named(name: &str, draft: Draft) -> Option<Schema> {
    let shape = match name {
        "report" => return Some(report(draft)),
        "dataset" => &Dataset::SHAPE,
        "record-line" => &RecordLine::SHAPE,
        _ if NAMES.contains(&name) => RecordLine::shape_of(&name.replace('-', "_"))?,
        _ => return None,
    };
    Some(publish(root(shape, draft.generator()), name, draft))
}

/// Returns the schema of a dataset document.
#[must_use]
pub fn dataset(draft: Draft) -> Schema {
    named("dataset", draft).invariant("the schema is among those that are published")
}

/// Returns the schema of one line of a record file.
#[must_use]
pub fn record_line(draft: Draft) -> Schema {
    named("record-line", draft).invariant("the schema is among those that are published")
}

/// Returns the schema of a [`Report`].
#[must_use]
pub fn report(draft: Draft) -> Schema {
    publish(of::<Report>(draft), "report", draft)
}

/// Returns the schema of one record of a kind.
#[must_use]
pub fn record(kind: RecordKind, draft: Draft) -> Schema {
    named(&kind.as_str().replace('_', "-"), draft).invariant("the schema is among those that are published")
}

/// Returns the schema of any type, such as your own type with records in it. It has no `$id`.
///
/// Deriving `JsonSchema` needs a dependency on `schemars` (version 1), whose feature `derive` is on by default.
///
/// ```
/// use cooperation::schema::{self, Draft};
///
/// /// Application for a grant.
/// #[derive(schemars::JsonSchema)]
/// struct Application {
///     project: cooperation::Project,
/// }
///
/// let schema = schema::of::<Application>(Draft::Draft2020_12);
/// assert_eq!(schema.get("title").unwrap(), "Application");
/// ```
#[must_use]
pub fn of<T: JsonSchema>(draft: Draft) -> Schema {
    draft.generator().into_root_schema_for::<T>()
}

/// Returns a published schema with another address: `base` replaces the folder in its `$id`. Schemas have no
/// references to other files, so nothing else changes.
///
/// ```
/// use cooperation::schema::{self, Draft};
///
/// let schema = schema::with_base(schema::dataset(Draft::Editor), "https://example.org/schemas");
/// assert_eq!(schema.get("$id").unwrap(), "https://example.org/schemas/editor/dataset.schema.json");
/// ```
#[must_use]
pub fn with_base(mut schema: Schema, base: &str) -> Schema {
    let file = schema.get("$id").and_then(|id| id.as_str()?.strip_prefix(BASE).map(str::to_owned));
    if let Some(file) = file {
        schema.insert("$id".to_owned(), format!("{}/{file}", base.trim_end_matches('/')).into());
    }
    schema
}

/// Returns the path of the file of a schema within the folder of the version, such as `dataset.schema.json` or
/// `draft-07/dataset.schema.json`.
#[must_use]
pub fn file_name(name: &str, draft: Draft) -> String {
    format!("{}{name}.schema.json", draft.recipe().folder)
}

fn publish(mut schema: Schema, name: &str, draft: Draft) -> Schema {
    schema.insert("$id".to_owned(), format!("{BASE}{}", file_name(name, draft)).into());
    if name != "report" {
        schema.insert("$comment".to_owned(), COMMENT.into());
    }
    schema
}
