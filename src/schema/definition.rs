//! Shapes as schemas.

use super::titles;
use crate::invariant::Invariant as _;
use crate::reflect::{ChoiceShape, MapShape, ObjectShape, Shape, Shaped, StringShape, first_sentence, plain};
use crate::values::{Extensions, Id, Identified, List, NonEmpty, Text};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value, json};
use std::borrow::Cow;
use std::cell::Cell;

/// The schema of a shape, with what it is made of referred to by `$ref`.
pub(crate) fn definition(shape: &Shape, generator: &mut SchemaGenerator) -> Schema {
    match shape {
        Shape::String(string) => string_schema(string),
        Shape::Integer { least, most } => {
            schemars::json_schema!({ "type": "integer", "minimum": least, "maximum": most })
        }
        Shape::Boolean => schemars::json_schema!({ "type": "boolean" }),
        Shape::List(item) => {
            schemars::json_schema!({ "type": "array", "items": reference(item, generator), "minItems": 1 })
        }
        Shape::Map(map) => map_schema(map, generator),
        Shape::Object(object) => object_schema(object, generator),
        Shape::Choice(choice) => choice_schema(choice, generator),
        Shape::Any => schemars::json_schema!(true),
    }
}

/// A reference to the definition of a shape, or its schema itself where it has no type of its own.
fn reference(shape: &Shape, generator: &mut SchemaGenerator) -> Schema {
    let is_type = match shape {
        Shape::String(string) => string.is_type,
        Shape::Map(_) | Shape::Object(_) | Shape::Choice(_) => true,
        Shape::Integer { .. } | Shape::Boolean | Shape::List(_) | Shape::Any => false,
    };
    if !is_type {
        return definition(shape, generator);
    }
    naming(shape, || generator.subschema_for::<Named>())
}

/// Has the definition of a shape made, and those of all that it refers to.
pub(super) fn refer(shape: &Shape, generator: &mut SchemaGenerator) {
    reference(shape, generator);
}

/// The schema of a shape with all that it refers to.
pub(super) fn root(shape: &Shape, generator: SchemaGenerator) -> Schema {
    naming(shape, || generator.into_root_schema_for::<Named>())
}

/// Lets [`Named`] stand for a shape.
fn naming(shape: &Shape, ask: impl FnOnce() -> Schema) -> Schema {
    let before = NAMED.replace(Some(*shape));
    let schema = ask();
    NAMED.set(before);
    schema
}

thread_local! {
    /// The shape that [`Named`] stands for while schemars asks for it.
    static NAMED: Cell<Option<Shape>> = const { Cell::new(None) };
}

/// The type of whichever shape is being referred to.
///
/// schemars keeps definitions of one name apart by the type that they are of, which a user's own `Period` beside that
/// of this crate needs. It learns of types through type parameters alone, so that each of the eighty types of the
/// format would have its own copy of schemars' bookkeeping. This one stands for all of them: schemars asks it for its
/// id and its name, and is told those of the shape, which are what the type itself answers.
struct Named;

impl Named {
    fn name() -> &'static str {
        match NAMED.get() {
            Some(Shape::String(string)) => string.name,
            Some(Shape::Map(map)) => map.name,
            Some(Shape::Object(object)) => object.name,
            Some(Shape::Choice(choice)) => choice.name,
            _ => "",
        }
    }
}

impl JsonSchema for Named {
    fn schema_name() -> Cow<'static, str> {
        Self::name().into()
    }

    fn schema_id() -> Cow<'static, str> {
        format!("cooperation::{}", Self::name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        definition(&NAMED.get().invariant("schemars asks while a shape is named"), generator)
    }
}

/// A member: what it holds, and what it is for.
fn member(shape: &Shape, docs: &str, generator: &mut SchemaGenerator) -> Schema {
    let mut schema = reference(shape, generator);
    schema.insert("description".to_owned(), plain(docs).into());
    schema
}

fn string_schema(string: &StringShape) -> Schema {
    if !string.codes.is_empty() {
        return code_schema(string);
    }
    let mut schema = schemars::json_schema!({
        "title": titles::of_type(string.name),
        "description": plain(string.docs),
        "type": "string",
        "examples": string.examples,
    });
    insert_rule(&mut schema, string);
    if let Some(format) = string.format {
        schema.insert("format".to_owned(), format.into());
    }
    schema
}

fn insert_rule(schema: &mut Schema, string: &StringShape) {
    if string.min_length > 0 {
        schema.insert("minLength".to_owned(), string.min_length.into());
    }
    schema.insert("maxLength".to_owned(), string.max_length.into());
    if let Some(pattern) = string.pattern {
        schema.insert("pattern".to_owned(), pattern.into());
    }
}

/// A code list. Where it is open, any word that keeps the rule may stand, and the listed ones are offered.
fn code_schema(list: &StringShape) -> Schema {
    let words: Vec<Value> = list
        .codes
        .iter()
        .map(|code| {
            json!({ "const": code.code, "title": titles::capitalized(code.code), "description": plain(code.docs) })
        })
        .collect();
    let examples: Vec<&str> = list.codes.iter().map(|code| code.code).take(3).collect();
    let (name, docs) = (titles::of_type(list.name), plain(list.docs));
    if let (true, [only]) = (list.closed, list.codes) {
        return schemars::json_schema!({
            "title": name,
            "description": format!("{docs}\n\n{}: {}", titles::capitalized(only.code), plain(only.docs)),
            "type": "string",
            "const": only.code,
            "examples": examples,
        });
    }
    if list.closed {
        return schemars::json_schema!({
            "title": name,
            "description": docs,
            "type": "string",
            "oneOf": words,
            "examples": examples,
        });
    }
    let mut other = schemars::json_schema!({
        "title": format!("{name}, other"),
        "description": "A word that is not listed: on one line, with no space at its ends.",
        "type": "string",
    });
    insert_rule(&mut other, list);
    let open = "The list is open: use a listed code if one fits, and your own word otherwise.";
    schemars::json_schema!({
        "title": name,
        "description": format!("{docs}\n\n{open}"),
        "type": "string",
        "anyOf": [
            {
                "title": format!("{name}, listed"),
                "description": "A code of the list.",
                "type": "string",
                "oneOf": words,
            },
            other,
        ],
        "examples": examples,
    })
}

/// An object with names of one's own. `propertyNames` says the rule for them, since a pattern alone
/// (`patternProperties`) cannot limit their length, and both drafts have it.
fn map_schema(map: &MapShape, generator: &mut SchemaGenerator) -> Schema {
    let key = reference(&Shape::String(map.key), generator);
    let value = reference(&map.value, generator);
    let mut schema = schemars::json_schema!({
        "title": titles::of_type(map.name),
        "description": plain(map.docs),
        "type": "object",
        "propertyNames": key,
        "additionalProperties": value,
        "minProperties": 1,
        "maxProperties": map.max_members,
    });
    if let Ok(example) = serde_json::from_str::<Value>(map.example) {
        schema.insert("examples".to_owned(), Value::Array(vec![example]));
    }
    schema
}

fn object_schema(object: &ObjectShape, generator: &mut SchemaGenerator) -> Schema {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for one in object.members {
        properties.insert(one.name.to_owned(), member(&one.shape, one.docs, generator).to_value());
        if one.required {
            required.push(Value::from(one.name));
        }
    }
    let mut schema = schemars::json_schema!({
        "title": titles::of_type(object.name),
        "description": plain(object.docs),
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    });
    if !required.is_empty() {
        schema.insert("required".to_owned(), Value::Array(required));
    }
    schema
}

fn choice_schema(choice: &ChoiceShape, generator: &mut SchemaGenerator) -> Schema {
    let name = titles::of_type(choice.name);
    let branches: Vec<Value> = choice
        .branches
        .iter()
        .map(|branch| {
            let mut properties = Map::new();
            let held = member(&branch.shape, branch.docs, generator);
            properties.insert(branch.tag.to_owned(), held.to_value());
            json!({
                "title": format!("{name}, {}", branch.tag.replace('_', " ")),
                "description": first_sentence(branch.docs),
                "type": "object",
                "properties": properties,
                "required": [branch.tag],
                "additionalProperties": false,
            })
        })
        .collect();
    schemars::json_schema!({
        "title": name,
        "description": plain(choice.docs),
        "type": "object",
        "oneOf": branches,
    })
}

impl<T: JsonSchema> JsonSchema for NonEmpty<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("ListOf{}", T::schema_name()).into()
    }

    fn schema_id() -> Cow<'static, str> {
        format!("cooperation::values::NonEmpty<{}>", T::schema_id()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({ "type": "array", "items": generator.subschema_for::<T>(), "minItems": 1 })
    }
}

impl<T: JsonSchema> JsonSchema for List<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("ListOf{}", T::schema_name()).into()
    }

    fn schema_id() -> Cow<'static, str> {
        format!("cooperation::values::List<{}>", T::schema_id()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({ "type": "array", "items": generator.subschema_for::<T>() })
    }
}

impl<T: Identified + 'static> JsonSchema for Id<T> {
    fn schema_name() -> Cow<'static, str> {
        T::ID.name.into()
    }

    fn schema_id() -> Cow<'static, str> {
        format!("cooperation::{}", T::ID.name).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        definition(&<Self as Shaped>::SHAPE, generator)
    }
}

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn schema_id() -> Cow<'static, str> {
        "cooperation::Text".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        definition(&<Self as Shaped>::SHAPE, generator)
    }
}

impl JsonSchema for Extensions {
    fn schema_name() -> Cow<'static, str> {
        "Extensions".into()
    }

    fn schema_id() -> Cow<'static, str> {
        "cooperation::values::Extensions".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        definition(&<Self as Shaped>::SHAPE, generator)
    }
}
