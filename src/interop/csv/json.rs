//! The JSON text of a row, and which column each place of it comes from.

use super::column::Step;
use crate::reflect::extended;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What the cells of a row come to.
pub(super) enum CellTree {
    /// A JSON text, from the column of this number.
    Leaf(String, usize),
    Object(Vec<(String, CellTree)>),
    /// Items by their places, in which there may be gaps.
    List(BTreeMap<usize, CellTree>),
}

impl CellTree {
    pub(super) const fn object() -> Self {
        Self::Object(Vec::new())
    }

    /// Puts a value at the end of a way, and makes what is on the way.
    pub(super) fn put(&mut self, way: &[Step], value: Self) {
        let Some((step, further)) = way.split_first() else {
            // An object without members may stand beside columns of its members: then these count.
            if let Self::List(_) | Self::Leaf(..) = value {
                *self = value;
            }
            return;
        };
        let made = || match further.first() {
            Some(next) if next.item => Self::List(BTreeMap::new()),
            _ => Self::object(),
        };
        match self {
            Self::List(items) => items.entry(step.place).or_insert_with(made).put(further, value),
            Self::Object(members) => {
                let known = members.iter().position(|(name, _)| *name == step.name);
                let known = known.unwrap_or_else(|| {
                    members.push((step.name.clone(), made()));
                    members.len().saturating_sub(1)
                });
                if let Some((_, member)) = members.get_mut(known) {
                    member.put(further, value);
                }
            }
            Self::Leaf(..) => {}
        }
    }

    /// Writes the value, and notes for every leaf its pointer and its column.
    pub(super) fn write(&self, at: &str, out: &mut String, places: &mut Vec<(String, usize)>) {
        match self {
            Self::Leaf(json, column) => {
                out.push_str(json);
                places.push((at.to_owned(), *column));
            }
            Self::Object(members) => {
                out.push('{');
                for (place, (name, value)) in members.iter().enumerate() {
                    out.push_str(if place == 0 { "" } else { "," });
                    out.push_str(&quoted(name));
                    out.push(':');
                    value.write(&extended(at, name), out, places);
                }
                out.push('}');
            }
            Self::List(items) => {
                out.push('[');
                for (place, item) in items.values().enumerate() {
                    out.push_str(if place == 0 { "" } else { "," });
                    item.write(&extended(at, &place.to_string()), out, places);
                }
                out.push(']');
            }
        }
    }
}

pub(super) fn quoted(text: &str) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write!(out, "{}", serde_json::Value::from(text));
    out
}
