//! The description of tables as a tabular data package (specs.frictionlessdata.io), from the shapes.

use super::column::{Column, resolve};
use super::read::{dialect, heads};
use super::tables::{Tables, names};
use crate::dataset::RecordLine;
use crate::invariant::Invariant as _;
use crate::reflect::{Shape, StringShape};
use serde::Serialize;

#[derive(Serialize)]
struct Package<'a> {
    profile: &'static str,
    name: &'static str,
    resources: Vec<Resource<'a>>,
}

#[derive(Serialize)]
struct Resource<'a> {
    profile: &'static str,
    name: &'a str,
    path: String,
    format: &'static str,
    encoding: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    dialect: Option<Dialect>,
    schema: Schema,
}

#[derive(Serialize)]
struct Dialect {
    delimiter: char,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema {
    fields: Vec<Field>,
    #[serde(skip_serializing_if = "Option::is_none")]
    primary_key: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    foreign_keys: Vec<ForeignKey>,
}

#[derive(Serialize)]
struct ForeignKey {
    fields: String,
    reference: Reference,
}

#[derive(Serialize)]
struct Reference {
    resource: &'static str,
    fields: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Field {
    name: String,
    r#type: &'static str,
    description: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    true_values: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    false_values: Vec<&'static str>,
    #[serde(skip_serializing_if = "Constraints::is_none")]
    constraints: Constraints,
}

#[derive(Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Constraints {
    #[serde(skip_serializing_if = "Option::is_none")]
    required: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    r#enum: Option<Vec<&'static str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    min_length: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_length: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum: Option<u32>,
}

impl Constraints {
    fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

impl Tables {
    /// Returns the contents of the file `datapackage.json`, which describes the tables as a tabular data package.
    ///
    /// Every column has its type, its constraints and a description; columns of ids name the table that they refer to.
    /// Tables and columns that are not in the format are left out.
    #[must_use]
    pub fn datapackage(&self) -> String {
        describe(self)
    }
}

fn describe(tables: &Tables) -> String {
    let resources = tables.iter().filter_map(|(name, text)| {
        let (_, tag) = names().find(|&(known, _)| known == name)?;
        Some(resource(name, text, RecordLine::shape_of(tag)?, tables))
    });
    let package =
        Package { profile: "tabular-data-package", name: "cooperation", resources: resources.collect() };
    // Every name is a string and memory does not fail, so this cannot either.
    let mut text =
        serde_json::to_string_pretty(&package).invariant("a package of strings and numbers can be written");
    text.push('\n');
    text
}

fn resource<'a>(name: &'a str, text: &str, shape: &'static Shape, tables: &Tables) -> Resource<'a> {
    let heads = heads(text);
    let columns = heads.iter().filter_map(|head| Some((head.as_str(), resolve(shape, head).ok()?)));
    let columns: Vec<_> = columns.collect();
    let (parts, _) = dialect(text);
    Resource {
        profile: "tabular-data-resource",
        name,
        path: format!("{name}.csv"),
        format: "csv",
        encoding: "utf-8",
        dialect: (parts != b',').then(|| Dialect { delimiter: char::from(parts) }),
        schema: Schema {
            fields: columns.iter().map(|(head, column)| field(head, column)).collect(),
            primary_key: columns.iter().any(|&(head, _)| head == "id").then_some("id"),
            foreign_keys: columns.iter().filter_map(|(head, column)| foreign(head, column, tables)).collect(),
        },
    }
}

fn field(head: &str, column: &Column) -> Field {
    let mut constraints = Constraints { required: column.required.then_some(true), ..Constraints::default() };
    let (mut true_values, mut false_values) = (Vec::new(), Vec::new());
    let kind = match column.shape {
        Shape::Integer { least, most } => {
            constraints.minimum = Some(*least);
            constraints.maximum = Some(*most);
            "integer"
        }
        Shape::Boolean => {
            true_values.extend(["true", "TRUE"]);
            false_values.extend(["false", "FALSE"]);
            "boolean"
        }
        Shape::Any => "any",
        Shape::String(string) => {
            rules(string, &mut constraints);
            "string"
        }
        Shape::List(Shape::String(string)) => {
            constraints.pattern = inner(string).map(|pattern| format!("^'?{pattern}(; {pattern})*$"));
            "string"
        }
        _ => "string",
    };
    Field {
        name: head.to_owned(),
        r#type: kind,
        description: about(column),
        true_values,
        false_values,
        constraints,
    }
}

/// What is to be said of a column in words.
fn about(column: &Column) -> String {
    let mut text = column.description();
    let string = match column.shape {
        Shape::String(string) => string,
        Shape::List(Shape::String(string)) => {
            text.push_str(" Separate several values with semicolons.");
            string
        }
        _ => return text,
    };
    if !string.codes.is_empty() && !string.closed {
        let words: Vec<_> = string.codes.iter().map(|code| code.code).collect();
        text.push_str(" Codes: ");
        text.push_str(&words.join(", "));
        text.push_str("; other values are kept as they are.");
    } else if let Some(example) =
        string.examples.first().filter(|example| !example.is_empty() && column.refers_to().is_none())
    {
        text.push_str(" For example: ");
        text.push_str(example);
    }
    text
}

/// The rule of a string as part of a larger pattern: the empty string is spelled in a cell.
fn inner(string: &StringShape) -> Option<String> {
    let pattern = string.pattern?.strip_prefix('^')?.strip_suffix('$')?;
    let empty = if string.check("").is_ok() { "|\"\"" } else { "" };
    Some(format!("({pattern}{empty})"))
}

fn rules(string: &StringShape, constraints: &mut Constraints) {
    if string.closed && !string.codes.is_empty() {
        constraints.r#enum = Some(string.codes.iter().map(|code| code.code).collect());
        return;
    }
    // A value that a spreadsheet may take for a formula stands behind an apostrophe.
    let guarded = ["-1", "+1", "=1", "@1", "'1"].iter().any(|text| string.check(text).is_ok());
    let guard = if guarded { "'?" } else { "" };
    constraints.pattern = inner(string).map(|pattern| format!("^{guard}{pattern}$"));
    constraints.min_length = Some(string.min_length).filter(|&length| length > 0);
    constraints.max_length = Some(string.max_length.saturating_add(guarded.into()));
}

/// The table whose ids stand in a column.
fn foreign(head: &str, column: &Column, tables: &Tables) -> Option<ForeignKey> {
    if !matches!(column.shape, Shape::String(_)) {
        return None;
    }
    let kind = column.refers_to()?;
    tables.get(kind.list())?;
    Some(ForeignKey { fields: head.to_owned(), reference: Reference { resource: kind.list(), fields: "id" } })
}
