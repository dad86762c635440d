//! Every schema inside a schema, and what it is there.

use serde_json::{Map, Value};

/// The keywords of a schema.
pub(super) type Keywords = Map<String, Value>;

/// Makes an object of its members: a function where `json!` would be code of its own for each member.
pub(super) fn keywords(members: Vec<(&str, Value)>) -> Keywords {
    let mut object = Keywords::new();
    for (name, value) in members {
        set(&mut object, name, value);
    }
    object
}

/// Sets a keyword of a schema, in the place of the value that it had.
pub(super) fn set(schema: &mut Keywords, keyword: &str, value: Value) {
    schema.insert(keyword.to_owned(), value);
}

/// Role of a schema in the schema around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role<'a> {
    /// One that is referred to, by its name; the whole schema has none.
    Definition(&'a str),
    /// The member of an object, by its name.
    Member(&'a str),
    /// The items of a list.
    Item,
    /// The names of the members of a map.
    Name,
    /// The values of the members of a map.
    Entry,
    /// One of several that are combined.
    Branch,
}

/// Visits a schema and then the schemas inside it. It goes no deeper than schemas do.
pub(super) fn walk(schema: &mut Keywords, role: Role<'_>, visit: &mut dyn FnMut(&mut Keywords, Role<'_>)) {
    visit(schema, role);
    for (key, value) in schema.iter_mut() {
        match (key.as_str(), value) {
            ("properties", Value::Object(members)) => {
                for (name, member) in members.iter_mut() {
                    inside(member, Role::Member(name), visit);
                }
            }
            ("definitions" | "$defs", Value::Object(definitions)) => {
                for (name, definition) in definitions.iter_mut() {
                    inside(definition, Role::Definition(name), visit);
                }
            }
            ("oneOf" | "anyOf" | "allOf", Value::Array(branches)) => {
                for branch in branches {
                    inside(branch, Role::Branch, visit);
                }
            }
            ("items", one) => inside(one, Role::Item, visit),
            ("propertyNames", one) => inside(one, Role::Name, visit),
            ("additionalProperties", one) => inside(one, Role::Entry, visit),
            _ => {}
        }
    }
}

fn inside(value: &mut Value, role: Role<'_>, visit: &mut dyn FnMut(&mut Keywords, Role<'_>)) {
    if let Value::Object(schema) = value {
        walk(schema, role, visit);
    }
}

/// The name of the definition that a schema refers to, directly or as one of an `allOf`.
pub(super) fn referred(schema: &Keywords) -> Option<&str> {
    let direct = schema.get("$ref");
    let wrapped = || schema.get("allOf")?.as_array()?.iter().find_map(|branch| branch.get("$ref"));
    direct.or_else(wrapped)?.as_str()?.rsplit('/').next()
}

/// Whether a schema is of a type.
pub(super) fn is_of(schema: &Keywords, kind: &str) -> bool {
    schema.get("type").is_some_and(|named| named == kind)
}

/// The description of a schema.
pub(super) fn description(schema: &Keywords) -> Option<&str> {
    schema.get("description").and_then(Value::as_str)
}
