//! Summaries with other content than the library wrote, with the checksum of what they now have: what somebody could
//! write who knows how, and what no check of a checksum keeps out.

use cooperation::rules::Summary;
use serde_json::Value;
use std::hash::{DefaultHasher, Hasher as _};

/// The text of a summary, with the checksum of its parts as they stand there.
pub(crate) fn sealed(text: &str) -> String {
    let (before, rest) = text.split_once("\"parts\":").unwrap();
    let (parts, _) = rest.rsplit_once(",\"checksum\":").unwrap();
    let mut hasher = DefaultHasher::new();
    hasher.write(parts.as_bytes());
    format!("{before}\"parts\":{parts},\"checksum\":{}}}", hasher.finish())
}

/// A tree with the members of a summary, written as this build would write it. `like` is any summary that it wrote, for
/// the order of the members.
pub(crate) fn sealed_tree(tree: &Value, like: &str) -> String {
    let mut tree = tree.clone();
    tree["made_by"] = serde_json::to_value(Summary::default()).unwrap()["made_by"].take();
    tree["checksum"] = 0.into();
    let mut text = String::new();
    write(&tree, "", &order(like), &mut text);
    sealed(&text)
}

/// The members of the objects of a text in their order, each with the member that the object is in.
fn order(text: &str) -> Vec<(&str, &str)> {
    let (mut order, mut around, mut last) = (Vec::new(), Vec::new(), "");
    let mut rest = text;
    while let Some(place) = rest.find(['"', '{', '}']) {
        let (letter, after) = rest[place..].split_at(1);
        rest = after;
        match letter {
            "{" => around.push(last),
            "}" => drop(around.pop()),
            _ => {
                let mut escaped = false;
                let end = rest.find(|letter| {
                    let ends = letter == '"' && !escaped;
                    escaped = letter == '\\' && !escaped;
                    ends
                });
                let (text, after) = rest.split_at(end.unwrap());
                rest = &after[1..];
                if rest.starts_with(':') {
                    last = text;
                    let member = (*around.last().unwrap(), text);
                    if !order.contains(&member) {
                        order.push(member);
                    }
                }
            }
        }
    }
    order
}

fn write(tree: &Value, around: &str, order: &[(&str, &str)], out: &mut String) {
    match tree {
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            members.sort_by_key(|(name, _)| {
                order.iter().position(|known| *known == (around, name.as_str())).unwrap_or(order.len())
            });
            out.push('{');
            for (place, (name, value)) in members.into_iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                out.push_str(&Value::from(name.as_str()).to_string());
                out.push(':');
                write(value, name, order, out);
            }
            out.push('}');
        }
        Value::Array(items) => {
            out.push('[');
            for (place, item) in items.iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                write(item, around, order, out);
            }
            out.push(']');
        }
        leaf => out.push_str(&leaf.to_string()),
    }
}
