//! Names of members and types in words.

use super::walk::{Keywords, set};
use serde_json::Value;

/// Members whose name is no title by itself.
const MEMBERS: &[(&str, &str)] = &[
    ("$schema", "JSON Schema"),
    ("id", "ID"),
    ("nuts", "NUTS code"),
    ("of", "Subject"),
    ("out_of", "Paid out of"),
    ("rel", "Relation"),
    ("to", "Other record"),
    ("url", "Web address"),
    ("via", "Through"),
    ("what", "What is counted"),
];

/// The title of a member: `partner_count` is `Partner count`.
pub(super) fn of_member(name: &str) -> String {
    let known = MEMBERS.iter().find(|(member, _)| *member == name).map(|(_, title)| (*title).to_owned());
    known.unwrap_or_else(|| capitalized(&name.replace('_', " ")))
}

/// The title of a type: `PartialDate` is `Partial date`.
pub(super) fn of_type(name: &str) -> String {
    let mut out = String::with_capacity(name.len().saturating_add(4));
    for letter in name.chars() {
        if letter.is_uppercase() && !out.is_empty() {
            out.push(' ');
            out.extend(letter.to_lowercase());
        } else {
            out.push(letter);
        }
    }
    out
}

/// The words with a capital letter: `in development` is `In development`.
pub(super) fn capitalized(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Titles the branches of a choice after the member that holds it: `Funder: organization`. A form shows that and not the
/// title of the member.
pub(super) fn of_branches(choice: &mut Keywords, member: &str, about: Option<&Value>) {
    let Some(Value::Array(branches)) = choice.get_mut("oneOf") else { return };
    for branch in branches.iter_mut().filter_map(Value::as_object_mut) {
        let title = branch.get("title").and_then(Value::as_str).unwrap_or_default();
        let tag = title.split_once(", ").map_or(title, |(_, tag)| tag);
        let title = format!("{member}: {tag}");
        set(branch, "title", title.into());
        if let Some(about) = about {
            set(branch, "description", about.clone());
        }
    }
}

/// Leaves only the branch in the title of a branch: `Party, organization` is `Organization`.
pub(super) fn shorten(schema: &mut Keywords) {
    let Some(title) = schema.get("title").and_then(Value::as_str) else { return };
    if let Some((_, branch)) = title.split_once(", ") {
        let branch = capitalized(branch);
        set(schema, "title", branch.into());
    }
}
