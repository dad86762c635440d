//! What language servers understand beyond JSON Schema: what to show of a mistake, and what to insert.

use super::known::Known;
use super::snippets::{self, Snippet};
use super::walk::{Keywords, Role, description, is_of, keywords, referred, set};
use crate::reflect::Shape;
use crate::values::{Language, Version};
use serde_json::{Map, Value};

/// What each definition adds where it is referred to.
struct Insertion {
    error: String,
    snippets: Vec<Snippet>,
}

pub(super) struct Editor {
    known: Known,
    insertions: Vec<(String, Insertion)>,
}

impl Editor {
    pub(super) fn new(definitions: &Keywords) -> Self {
        let known = Known::new();
        let mut insertions = Vec::new();
        for (name, definition) in definitions {
            let shape = definition.as_object().and_then(|definition| known.shape_of(name, definition));
            if let Some(shape) = shape {
                let insertion = Insertion { error: expected(shape), snippets: snippets::of(shape) };
                insertions.push((name.clone(), insertion));
            }
        }
        Self { known, insertions }
    }

    fn insertion(&self, name: &str) -> Option<&Insertion> {
        self.insertions.iter().find(|(known, _)| known == name).map(|(_, insertion)| insertion)
    }

    pub(super) fn visit(&self, schema: &mut Keywords, role: Role<'_>) {
        // An example would be offered as a value.
        schema.remove("examples");
        if role == Role::Name && schema.get("pattern").and_then(Value::as_str) == Language::STRING.pattern {
            set(schema, "examples", Language::STRING.examples.into());
        }
        if let Some(text) = description(schema).filter(|text| text.contains('`')) {
            let text = text.to_owned();
            set(schema, "markdownDescription", text.into());
        }
        self.explain(schema);
        self.refer(schema, role);
        self.list(schema);
        if let Role::Definition(name) = role
            && is_of(schema, "object")
        {
            self.set_apart(schema, name);
        }
    }

    /// Has a wrong string, number or value of another type answered with a sentence.
    fn explain(&self, schema: &mut Keywords) {
        let pattern = schema.get("pattern").and_then(Value::as_str).map(str::to_owned);
        if let Some(pattern) = pattern {
            let hint = self.known.hint(&pattern).unwrap_or("Write up to 64 characters on one line.");
            // The pattern says how short it may be, and how long where nothing in it repeats without end.
            let is_bounded = !pattern.contains(['*', '+']);
            schema.remove("minLength");
            if is_bounded {
                schema.remove("maxLength");
            }
            if Version::STRING.pattern == Some(&pattern) {
                let current = keywords(vec![("label", "1.0".into()), ("body", "1.0".into())]);
                set(schema, "defaultSnippets", Value::Array(vec![current.into()]));
            }
            set(schema, "patternErrorMessage", hint.into());
        }
        let codes = schema.get("enum").and_then(Value::as_array);
        let sentence = match (schema.get("type").and_then(Value::as_str), codes) {
            (_, Some(codes)) => one_of(codes),
            (Some("string"), None) => {
                match schema.get("patternErrorMessage").and_then(Value::as_str).unwrap_or_default() {
                    hint if hint.contains('"') => hint.to_owned(),
                    "" => "Write a text in quotation marks.".to_owned(),
                    hint => format!("{hint} Put it in quotation marks."),
                }
            }
            (Some("integer"), None) => "Write a whole number without quotation marks, such as 3.".to_owned(),
            (Some("boolean"), None) => "Write true or false, without quotation marks.".to_owned(),
            _ => return,
        };
        set(schema, "errorMessage", sentence.into());
    }

    /// Says beside a reference to an object what is expected, and what can be inserted.
    fn refer(&self, schema: &mut Keywords, role: Role<'_>) {
        let Some(insertion) = referred(schema).and_then(|name| self.insertion(name)) else { return };
        if role == Role::Branch {
            return;
        }
        if let Some(reference) = schema.remove("$ref") {
            set(schema, "allOf", Value::Array(vec![keywords(vec![("$ref", reference)]).into()]));
        }
        set(schema, "type", "object".into());
        set(schema, "errorMessage", insertion.error.clone().into());
        insert_snippets(schema, &insertion.snippets);
    }

    /// Says of a list what is expected, and what can be inserted where there is none yet.
    fn list(&self, schema: &mut Keywords) {
        if !is_of(schema, "array") {
            return;
        }
        set(schema, "errorMessage", "Write a list in square brackets, even of one item.".into());
        let items = schema.get("items").and_then(Value::as_object);
        let insertion = items.and_then(referred).and_then(|name| self.insertion(name));
        if let Some(insertion) = insertion.filter(|insertion| !insertion.snippets.is_empty()) {
            let snippets: Vec<Value> = insertion.snippets.iter().map(Snippet::in_list).collect();
            set(schema, "defaultSnippets", snippets.into());
        }
    }

    /// Sets the members of an object apart from its type: a sentence beside them would also be shown for an unknown
    /// member, which the language service names.
    fn set_apart(&self, schema: &mut Keywords, name: &str) {
        let title = schema.get("title").and_then(Value::as_str).filter(|_| name.is_empty());
        let error = match (self.insertion(name), title.and_then(|title| self.known.titled(title))) {
            (Some(insertion), _) => insertion.error.clone(),
            (None, Some(whole)) => {
                insert_snippets(schema, &snippets::of(whole));
                expected(whole)
            }
            (None, None) => "Write an object in braces.".to_owned(),
        };
        set(schema, "errorMessage", error.into());
        let mut members = Map::new();
        for keyword in ["required", "properties"] {
            if let Some(value) = schema.remove(keyword) {
                set(&mut members, keyword, value);
            }
        }
        if schema.get("additionalProperties").is_some_and(|value| value == false) {
            schema.remove("additionalProperties");
            set(&mut members, "additionalProperties", false.into());
        }
        if !members.is_empty() {
            set(schema, "allOf", Value::Array(vec![members.into()]));
        }
    }
}

fn insert_snippets(schema: &mut Keywords, snippets: &[Snippet]) {
    if !snippets.is_empty() {
        let snippets: Vec<Value> = snippets.iter().map(Snippet::keyword).collect();
        set(schema, "defaultSnippets", snippets.into());
    }
}

/// What is expected of an object.
fn expected(shape: &Shape) -> String {
    let example = snippets::example(shape);
    match shape {
        Shape::Map(map) if matches!(map.value, Shape::Any) => {
            format!("Write an object with custom data under a reverse domain name: {example}.")
        }
        Shape::Map(_) => format!("Write an object with each text under its language: {example}."),
        Shape::Choice(_) => format!("Write an object with the kind of record and its id, such as {example}."),
        _ => format!("Write an object, such as {example}."),
    }
}

/// The sentence for a closed list, or for a word that an open list does not have.
fn one_of(codes: &[Value]) -> String {
    let codes: Vec<String> = codes.iter().map(Value::to_string).collect();
    match codes.as_slice() {
        [only] => format!("Write {only} or leave the field out."),
        _ => format!("Write one of {}.", codes.join(", ")),
    }
}
