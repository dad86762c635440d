//! Shapes as schemas.

use super::titles;
use super::walk::{Keywords, keywords, set};
use crate::invariant::Invariant as _;
use crate::reflect::{ChoiceShape, MapShape, ObjectShape, Shape, Shaped, StringShape, first_sentence, plain};
use crate::values::{Extensions, Id, Identified, List, NonEmpty, Text};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::Value;
use std::borrow::Cow;
use std::cell::Cell;

/// The schema of a shape, with what it is made of referred to by `$ref`.
pub(crate) fn definition(shape: &Shape, generator: &mut SchemaGenerator) -> Schema {
    match shape {
        Shape::String(string) => string_schema(string).into(),
        Shape::Integer { least, most } => {
            let range =
                vec![("type", "integer".into()), ("minimum", (*least).into()), ("maximum", (*most).into())];
            keywords(range).into()
        }
        Shape::Boolean => keywords(vec![("type", "boolean".into())]).into(),
        Shape::List(item) => {
            let mut list = list_schema(reference(item, generator));
            set(&mut list, "minItems", 1.into());
            list.into()
        }
        Shape::Map(map) => map_schema(map, generator).into(),
        Shape::Object(object) => object_schema(object, generator).into(),
        Shape::Choice(choice) => choice_schema(choice, generator).into(),
        Shape::Any => true.into(),
    }
}

fn list_schema(item: Schema) -> Keywords {
    keywords(vec![("type", "array".into()), ("items", item.into())])
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
fn member(shape: &Shape, docs: &str, generator: &mut SchemaGenerator) -> Value {
    let mut schema = reference(shape, generator);
    set(schema.ensure_object(), "description", plain(docs).into());
    schema.into()
}

/// What every type has: its title and what it is for, and the JSON type of its values.
fn typed(title: String, description: String, of: &str) -> Keywords {
    keywords(vec![("title", title.into()), ("description", description.into()), ("type", of.into())])
}

fn string_schema(string: &StringShape) -> Keywords {
    if !string.codes.is_empty() {
        return code_schema(string);
    }
    let mut schema = typed(titles::of_type(string.name), plain(string.docs), "string");
    set(&mut schema, "examples", string.examples.into());
    insert_rule(&mut schema, string);
    if let Some(format) = string.format {
        set(&mut schema, "format", format.into());
    }
    schema
}

fn insert_rule(schema: &mut Keywords, string: &StringShape) {
    if string.min_length > 0 {
        set(schema, "minLength", string.min_length.into());
    }
    set(schema, "maxLength", string.max_length.into());
    if let Some(pattern) = string.pattern {
        set(schema, "pattern", pattern.into());
    }
}

/// A code list. Where it is open, any word that keeps the rule may stand, and the listed ones are offered.
fn code_schema(list: &StringShape) -> Keywords {
    let mut words = Vec::new();
    for code in list.codes {
        let word = vec![
            ("const", code.code.into()),
            ("title", titles::capitalized(code.code).into()),
            ("description", plain(code.docs).into()),
        ];
        words.push(keywords(word).into());
    }
    let examples: Vec<Value> = list.codes.iter().map(|code| code.code.into()).take(3).collect();
    let (name, docs) = (titles::of_type(list.name), plain(list.docs));
    let mut schema = if let (true, [only]) = (list.closed, list.codes) {
        let docs = format!("{docs}\n\n{}: {}", titles::capitalized(only.code), plain(only.docs));
        let mut schema = typed(name, docs, "string");
        set(&mut schema, "const", only.code.into());
        schema
    } else if list.closed {
        let mut schema = typed(name, docs, "string");
        set(&mut schema, "oneOf", Value::Array(words));
        schema
    } else {
        let mut listed = typed(format!("{name}, listed"), "A code of the list.".to_owned(), "string");
        set(&mut listed, "oneOf", Value::Array(words));
        let any = "A word that is not listed: on one line, with no space at its ends.";
        let mut other = typed(format!("{name}, other"), any.to_owned(), "string");
        insert_rule(&mut other, list);
        let open = "The list is open: use a listed code if one fits, and your own word otherwise.";
        let mut schema = typed(name, format!("{docs}\n\n{open}"), "string");
        set(&mut schema, "anyOf", Value::Array(vec![listed.into(), other.into()]));
        schema
    };
    set(&mut schema, "examples", Value::Array(examples));
    schema
}

/// An object with names of one's own. `propertyNames` says the rule for them, since a pattern alone
/// (`patternProperties`) cannot limit their length, and both drafts have it.
fn map_schema(map: &MapShape, generator: &mut SchemaGenerator) -> Keywords {
    let key = reference(&Shape::String(map.key), generator);
    let value = reference(&map.value, generator);
    let mut schema = typed(titles::of_type(map.name), plain(map.docs), "object");
    set(&mut schema, "propertyNames", key.into());
    set(&mut schema, "additionalProperties", value.into());
    set(&mut schema, "minProperties", 1.into());
    set(&mut schema, "maxProperties", map.max_members.into());
    if let Ok(example) = serde_json::from_str::<Value>(map.example) {
        set(&mut schema, "examples", Value::Array(vec![example]));
    }
    schema
}

/// An object of these members and no others.
fn closed_schema(title: String, description: String, properties: Keywords, required: Vec<Value>) -> Keywords {
    let mut schema = typed(title, description, "object");
    set(&mut schema, "properties", properties.into());
    set(&mut schema, "additionalProperties", false.into());
    if !required.is_empty() {
        set(&mut schema, "required", Value::Array(required));
    }
    schema
}

fn object_schema(object: &ObjectShape, generator: &mut SchemaGenerator) -> Keywords {
    let mut properties = Keywords::new();
    let mut required = Vec::new();
    for one in object.members {
        set(&mut properties, one.name, member(&one.shape, one.docs, generator));
        if one.required {
            required.push(one.name.into());
        }
    }
    closed_schema(titles::of_type(object.name), plain(object.docs), properties, required)
}

fn choice_schema(choice: &ChoiceShape, generator: &mut SchemaGenerator) -> Keywords {
    let name = titles::of_type(choice.name);
    let mut branches = Vec::new();
    for branch in choice.branches {
        let held = keywords(vec![(branch.tag, member(&branch.shape, branch.docs, generator))]);
        let title = format!("{name}, {}", branch.tag.replace('_', " "));
        let required = vec![branch.tag.into()];
        branches.push(closed_schema(title, first_sentence(branch.docs), held, required).into());
    }
    let mut schema = typed(name, plain(choice.docs), "object");
    set(&mut schema, "oneOf", Value::Array(branches));
    schema
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
        let mut list = list_schema(generator.subschema_for::<T>());
        set(&mut list, "minItems", 1.into());
        list.into()
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
        list_schema(generator.subschema_for::<T>()).into()
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
