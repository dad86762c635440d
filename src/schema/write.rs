//! Schemas as text, in one order of keys.

use crate::dataset::{Dataset, RecordLine};
use crate::order::put_in_order;
use crate::reflect::{ChoiceShape, ObjectShape, Shape, Shaped};
use schemars::Schema;
use serde_json::{Map, Value};

/// The keywords that come first, in their order. The others follow by name.
const FIRST: &[&str] = &[
    "openapi",
    "info",
    "servers",
    "paths",
    "$schema",
    "$id",
    "$ref",
    "$comment",
    "title",
    "description",
    "markdownDescription",
    "type",
    "const",
    "enum",
    "enumDescriptions",
    "markdownEnumDescriptions",
    "pattern",
    "format",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "items",
    "minItems",
    "required",
    "properties",
    "propertyNames",
    "additionalProperties",
    "minProperties",
    "maxProperties",
    "allOf",
    "anyOf",
    "oneOf",
    "examples",
    "errorMessage",
    "patternErrorMessage",
    "defaultSnippets",
];

/// The keywords that come last.
const LAST: &[&str] = &["$defs", "definitions"];

/// Returns the schema as JSON text: indented by two spaces, with a final line break. The order of keys is fixed, even
/// if another crate enables `preserve_order` of `serde_json`.
#[must_use]
pub fn to_text(schema: &Schema) -> String {
    let mut writer = Writer { out: String::new(), orders: Vec::new() };
    let mut seen = Vec::new();
    collect_orders(&Dataset::SHAPE, &mut writer.orders, &mut seen);
    collect_orders(&RecordLine::SHAPE, &mut writer.orders, &mut seen);
    writer.value(schema.as_value(), Place::Schema, 0);
    writer.out.push('\n');
    writer.out
}

/// The names of the members of each object, sorted and as they are ordered. There are some dozens.
type Orders = Vec<(Vec<&'static str>, Vec<&'static str>)>;

fn collect_orders(shape: &Shape, orders: &mut Orders, seen: &mut Vec<&'static str>) {
    if let Shape::Choice(ChoiceShape { name, .. }) | Shape::Object(ObjectShape { name, .. }) = shape {
        if seen.contains(name) {
            return;
        }
        seen.push(name);
    }
    match shape {
        Shape::List(item) => collect_orders(item, orders, seen),
        Shape::Map(map) => collect_orders(&map.value, orders, seen),
        Shape::Choice(choice) => {
            for branch in choice.branches {
                collect_orders(&branch.shape, orders, seen);
            }
        }
        Shape::Object(object) => {
            let order: Vec<&str> = object.members.iter().map(|member| member.name).collect();
            let mut names = order.clone();
            put_in_order(&mut names, &Ord::cmp);
            orders.push((names, order));
            for member in object.members {
                collect_orders(&member.shape, orders, seen);
            }
        }
        _ => {}
    }
}

/// Role of a value in a schema, which decides the order of its keys.
#[derive(Clone, Copy)]
enum Place {
    /// A schema, or a list of schemas.
    Schema,
    /// The members of an object.
    Properties,
    /// Schemas by name.
    Definitions,
    /// An example or a constant.
    Data,
    /// What is inserted: members of an object, in the order in which they are written.
    Snippet,
}

struct Writer {
    out: String,
    orders: Orders,
}

impl Writer {
    fn value(&mut self, value: &Value, place: Place, depth: usize) {
        match value {
            Value::Object(object) if !object.is_empty() => self.object(object, place, depth),
            Value::Array(items) if !items.is_empty() => {
                let inner = depth.saturating_add(1);
                for (index, item) in items.iter().enumerate() {
                    self.out.push_str(if index == 0 { "[" } else { "," });
                    self.line(inner);
                    self.value(item, place, inner);
                }
                self.line(depth);
                self.out.push(']');
            }
            scalar => self.out.push_str(&scalar.to_string()),
        }
    }

    fn object(&mut self, object: &Map<String, Value>, place: Place, depth: usize) {
        let inner = depth.saturating_add(1);
        for (index, key) in self.ordered(object, place).into_iter().enumerate() {
            self.out.push_str(if index == 0 { "{" } else { "," });
            self.line(inner);
            self.out.push_str(&Value::from(key).to_string());
            self.out.push_str(": ");
            if let Some(value) = object.get(key) {
                self.value(value, below(place, key), inner);
            }
        }
        self.line(depth);
        self.out.push('}');
    }

    fn ordered<'a>(&self, object: &'a Map<String, Value>, place: Place) -> Vec<&'a str> {
        let mut keys: Vec<&str> = object.keys().map(String::as_str).collect();
        put_in_order(&mut keys, &Ord::cmp);
        match place {
            Place::Properties => {
                if let Some(order) =
                    self.orders.iter().rev().find(|(known, _)| known == &keys).map(|(_, order)| order)
                {
                    let rank = |key: &str| order.iter().position(|known| *known == key);
                    put_in_order(&mut keys, &|one, other| rank(one).cmp(&rank(other)));
                }
            }
            Place::Schema => {
                let rank = |key: &str| match FIRST.iter().position(|known| *known == key) {
                    Some(place) => place,
                    None if LAST.contains(&key) => usize::MAX,
                    None => FIRST.len(),
                };
                put_in_order(&mut keys, &|one, other| rank(one).cmp(&rank(other)));
            }
            Place::Snippet => {
                let has_all = |names: &[&str]| keys.iter().all(|key| names.contains(key));
                if let Some((_, order)) = self.orders.iter().find(|(names, _)| has_all(names)) {
                    let rank = |key: &str| order.iter().position(|known| *known == key);
                    put_in_order(&mut keys, &|one, other| rank(one).cmp(&rank(other)));
                }
            }
            Place::Definitions | Place::Data => {}
        }
        keys
    }

    fn line(&mut self, depth: usize) {
        self.out.push('\n');
        for _ in 0..depth {
            self.out.push_str("  ");
        }
    }
}

fn below(place: Place, key: &str) -> Place {
    match (place, key) {
        (Place::Snippet, _) | (Place::Schema, "defaultSnippets") => Place::Snippet,
        (Place::Data, _) | (Place::Schema, "examples" | "const" | "enum" | "default" | "required") => {
            Place::Data
        }
        (Place::Schema, "properties") => Place::Properties,
        (Place::Schema, "patternProperties" | "$defs" | "definitions") => Place::Definitions,
        _ => Place::Schema,
    }
}

#[cfg(test)]
mod tests {
    use super::to_text;
    use serde_json::json;

    /// The keys in their order, each line without its blanks.
    fn lines(schema: serde_json::Value) -> String {
        let text = to_text(&schema.try_into().unwrap_or_default());
        text.lines().map(str::trim).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn keywords_have_their_order_and_names_and_data_that_of_the_alphabet() {
        // One key that is a keyword, before and behind others by the alphabet.
        let keys =
            json!({"a": true, "type": "object", "title": "T", "$defs": {}, "z": [1, {}], "definitions": []});
        let in_order = r#"{ "title": "T", "type": "object", "a": true, "z": [ 1, {} ], "$defs": {}, "definitions": [] }"#;
        let by_name = r#"{ "$defs": {}, "a": true, "definitions": [], "title": "T", "type": "object", "z": [ 1, {} ] }"#;
        assert_eq!(lines(keys.clone()), in_order);
        for schema in ["items", "anyOf", "additionalProperties"] {
            assert_eq!(lines(json!({ schema: keys })), format!(r#"{{ "{schema}": {in_order} }}"#));
        }
        for data in ["const", "enum", "default", "examples", "required"] {
            assert_eq!(lines(json!({ data: keys })), format!(r#"{{ "{data}": {by_name} }}"#));
        }
        for names in ["$defs", "definitions", "patternProperties", "properties"] {
            let of = json!({"type": keys, "a": {}});
            assert_eq!(
                lines(json!({ names: of })),
                format!(r#"{{ "{names}": {{ "a": {{}}, "type": {in_order} }} }}"#)
            );
        }
    }

    #[test]
    fn members_of_our_objects_stand_as_they_are_written_and_those_of_others_by_name() {
        let ours = json!({"properties": {
            "description": {}, "languages": {}, "media_type": {}, "published": {}, "rel": {}, "title": {}, "url": {}
        }});
        assert_eq!(
            lines(ours),
            r#"{ "properties": { "url": {}, "title": {}, "rel": {}, "description": {}, "languages": {}, "published": {}, "media_type": {} } }"#
        );
        let theirs = json!({"properties": {"url": {}, "title": {}, "rel": {}}});
        assert_eq!(lines(theirs), r#"{ "properties": { "rel": {}, "title": {}, "url": {} } }"#);
    }
}
