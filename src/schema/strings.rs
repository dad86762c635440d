//! Strings: their rule where they are used, and the formats that generators know.

use super::walk::{Keywords, referred, set};
use serde_json::Value;

/// Puts what is referred to in the place of the reference, where it is `wanted`. The description stays that of the
/// member.
pub(super) fn inline(schema: &mut Keywords, definitions: &Keywords, wanted: fn(&Keywords) -> bool) {
    let Some(Value::Object(definition)) = referred(schema).and_then(|name| definitions.get(name)) else {
        return;
    };
    if !wanted(definition) {
        return;
    }
    let description = schema.get("description").cloned();
    schema.clone_from(definition);
    if let Some(description) = description {
        set(schema, "description", description);
    }
}

/// Leaves only the rule of a name, in the place of a reference to it: its pattern, which says how short it may be, and
/// the greatest length. A generator of forms takes nothing else, and one of code makes no type of it that cannot be a
/// key.
pub(super) fn inline_name(schema: &mut Keywords, definitions: &Keywords) {
    let string = match referred(schema).and_then(|name| definitions.get(name)) {
        Some(Value::Object(string)) => string,
        _ => &*schema,
    };
    let mut rule = Keywords::new();
    for keyword in ["pattern", "maxLength"] {
        if let Some(value) = string.get(keyword) {
            set(&mut rule, keyword, value.clone());
        }
    }
    *schema = rule;
}

/// Says a string in the words that code generators know.
pub(super) fn prefer_format(schema: &mut Keywords) {
    // A duration became a format after draft-07, and generators make spans of seconds of it, which no month is.
    if schema.get("format").is_some_and(|format| format == "duration") {
        schema.remove("format");
    }
    if schema.contains_key("format") {
        schema.remove("pattern");
    }
}
