//! Strings: their rule where they are used, and the formats that generators know.

use super::walk::{Keywords, is_of, referred};
use serde_json::{Map, Value};

/// Puts a string in the place of a reference to it. The description stays that of the member.
pub(super) fn inline(schema: &mut Keywords, definitions: &Keywords) {
    let Some(Value::Object(string)) = referred(schema).and_then(|name| definitions.get(name)) else { return };
    if !is_of(string, "string") {
        return;
    }
    let description = schema.get("description").cloned();
    schema.clone_from(string);
    if let Some(description) = description {
        schema.insert("description".to_owned(), description);
    }
}

/// Puts the rule of a name in the place of a reference to it: its pattern, which says its length too but for the most, and
/// what is offered.
pub(super) fn inline_name(schema: &mut Keywords, definitions: &Keywords) {
    let Some(Value::Object(string)) = referred(schema).and_then(|name| definitions.get(name)) else { return };
    let kept = ["type", "pattern", "maxLength", "examples"];
    let rule: Map<_, _> =
        kept.iter().filter_map(|key| Some(((*key).to_owned(), string.get(*key)?.clone()))).collect();
    *schema = rule;
}

/// Says a string in the words that generators of code know.
pub(super) fn prefer_format(schema: &mut Keywords) {
    // A duration became a format after draft-07, and generators make spans of seconds of it, which no month is.
    if schema.get("format").is_some_and(|format| format == "duration") {
        schema.remove("format");
    }
    if schema.contains_key("format") {
        schema.remove("pattern");
    }
}
