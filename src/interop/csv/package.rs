//! The description of tables as a tabular data package (specs.frictionlessdata.io), from the shapes.

use super::column::{Column, resolve};
use super::read::{delimiter, heads};
use super::{Tables, names, shape_of};
use crate::interop::tree::Tree;
use crate::shape::{Shape, StringShape, plain};
use crate::values::Kind;

fn object(members: impl IntoIterator<Item = (&'static str, Tree)>) -> Tree {
    Tree::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

fn number(number: u32) -> Tree {
    Tree::Number(number.to_string())
}

pub(super) fn describe(tables: &Tables) -> String {
    let resources = tables.iter().filter_map(|(name, text)| {
        let (_, tag) = names().find(|&(known, _)| known == name)?;
        Some(resource(name, text, shape_of(tag)?, tables))
    });
    object([
        ("profile", Tree::text("tabular-data-package")),
        ("name", Tree::text("cooperation")),
        ("resources", Tree::List(resources.collect())),
    ])
    .to_json()
}

fn resource(name: &str, text: &str, shape: &'static Shape, tables: &Tables) -> Tree {
    let heads = heads(text);
    let columns = heads.iter().filter_map(|head| Some((head.as_str(), resolve(shape, head).ok()?)));
    let columns: Vec<_> = columns.collect();
    let fields = columns.iter().map(|(head, column)| field(head, column)).collect();
    let mut schema = vec![("fields", Tree::List(fields))];
    if heads.iter().any(|head| head == "id") {
        schema.push(("primaryKey", Tree::text("id")));
    }
    let keys: Vec<_> = columns.iter().filter_map(|(head, column)| foreign(head, column, tables)).collect();
    if !keys.is_empty() {
        schema.push(("foreignKeys", Tree::List(keys)));
    }
    let mut members = vec![
        ("profile", Tree::text("tabular-data-resource")),
        ("name", Tree::text(name)),
        ("path", Tree::text(format!("{name}.csv"))),
        ("format", Tree::text("csv")),
        ("encoding", Tree::text("utf-8")),
    ];
    let parts = delimiter(text);
    if parts != b',' {
        members.push(("dialect", object([("delimiter", Tree::text(char::from(parts).to_string()))])));
    }
    members.push(("schema", object(schema)));
    object(members)
}

fn field(head: &str, column: &Column) -> Tree {
    let kind = match column.shape {
        Shape::Integer { .. } => "integer",
        Shape::Boolean => "boolean",
        Shape::Any => "any",
        _ => "string",
    };
    let mut members = vec![
        ("name", Tree::text(head)),
        ("type", Tree::text(kind)),
        ("description", Tree::text(about(column))),
    ];
    if kind == "boolean" {
        let words = |words: [&str; 2]| Tree::List(words.map(Tree::text).into());
        members.push(("trueValues", words(["true", "TRUE"])));
        members.push(("falseValues", words(["false", "FALSE"])));
    }
    let mut rules = Vec::new();
    if column.required {
        rules.push(("required", Tree::Bool(true)));
    }
    match column.shape {
        Shape::Integer { least, most } => {
            rules.push(("minimum", number(*least)));
            rules.push(("maximum", number(*most)));
        }
        Shape::String(string) => string_rules(string, &mut rules),
        Shape::List(Shape::String(string)) => {
            if let Some(pattern) = inner(string) {
                rules.push(("pattern", Tree::text(format!("^'?{pattern}(; {pattern})*$"))));
            }
        }
        _ => {}
    }
    if !rules.is_empty() {
        members.push(("constraints", object(rules)));
    }
    object(members)
}

/// What is to be said of a column in words.
fn about(column: &Column) -> String {
    let mut text = plain(column.docs);
    let string = match column.shape {
        Shape::String(string) => string,
        Shape::List(Shape::String(string)) => {
            text.push_str(" Several values in one cell are parted by semicolons.");
            string
        }
        _ => return text,
    };
    if !string.words.is_empty() && !string.closed {
        let words: Vec<_> = string.words.iter().map(|word| word.word).collect();
        text.push_str(" One of these words where one fits: ");
        text.push_str(&words.join(", "));
        text.push('.');
    } else if let Some(example) = string.examples.first().filter(|example| !example.is_empty()) {
        text.push_str(" For example: ");
        text.push_str(example);
    }
    text
}

/// The rule of a string as part of a larger pattern: the empty string is spelled in a cell.
fn inner(string: &StringShape) -> Option<String> {
    let pattern = string.pattern?.strip_prefix('^')?.strip_suffix('$')?;
    let empty = if (string.check)("").is_ok() { "|\"\"" } else { "" };
    Some(format!("({pattern}{empty})"))
}

fn string_rules(string: &StringShape, rules: &mut Vec<(&'static str, Tree)>) {
    if string.closed && !string.words.is_empty() {
        rules.push(("enum", Tree::List(string.words.iter().map(|word| Tree::text(word.word)).collect())));
        return;
    }
    // A value that a spreadsheet may take for a formula stands behind an apostrophe.
    let guarded = ["-1", "+1", "=1", "@1", "'1"].iter().any(|text| (string.check)(text).is_ok());
    if let Some(pattern) = inner(string) {
        rules.push(("pattern", Tree::text(format!("^{}{pattern}$", if guarded { "'?" } else { "" }))));
    }
    if string.min_length > 0 {
        rules.push(("minLength", number(string.min_length)));
    }
    rules.push(("maxLength", number(string.max_length.saturating_add(guarded.into()))));
}

/// The table whose ids stand in a column.
fn foreign(head: &str, column: &Column, tables: &Tables) -> Option<Tree> {
    let Shape::String(string) = column.shape else { return None };
    let name = string.title.strip_suffix(" id").filter(|_| head != "id")?;
    let kind = Kind::ALL.iter().find(|kind| kind.title() == name)?;
    tables.get(kind.list())?;
    let reference = object([("resource", Tree::text(kind.list())), ("fields", Tree::text("id"))]);
    Some(object([("fields", Tree::text(head)), ("reference", reference)]))
}
