//! The shapes behind the definitions of a schema.

use super::titles::of_type;
use super::walk::Keywords;
use crate::dataset::{Dataset, RecordLine};
use crate::order::put_in_order;
use crate::reflect::{Shape, Shaped as _};
use serde_json::Value;

/// The shapes of the format, in the order of their names, and how strings of a pattern are written. There are some
/// hundred of each.
pub(super) struct Known {
    shapes: Vec<(&'static str, Shape)>,
    hints: Vec<(&'static str, &'static str)>,
}

impl Known {
    pub(super) fn new() -> Self {
        let mut known = Self { shapes: Vec::new(), hints: Vec::new() };
        known.collect(&Dataset::SHAPE);
        known.collect(&RecordLine::SHAPE);
        put_in_order(&mut known.shapes, &|(one, _), (other, _)| one.cmp(other));
        known
    }

    /// It goes no deeper than the shapes do.
    fn collect(&mut self, shape: &Shape) {
        let mut add = |name| {
            let is_new = self.shapes.iter().all(|(known, _)| *known != name);
            if is_new {
                self.shapes.push((name, *shape));
            }
            is_new
        };
        match shape {
            Shape::String(string) => {
                if let Some(pattern) = string.pattern.filter(|_| !string.hint.is_empty()) {
                    self.hints.push((pattern, string.hint));
                }
            }
            Shape::List(item) => self.collect(item),
            Shape::Map(map) if add(map.name) => {
                self.collect(&Shape::String(map.key));
                self.collect(&map.value);
            }
            Shape::Object(object) if add(object.name) => {
                object.members.iter().for_each(|member| self.collect(&member.shape));
            }
            Shape::Choice(choice) if add(choice.name) => {
                choice.branches.iter().for_each(|branch| self.collect(&branch.shape));
            }
            _ => {}
        }
    }

    /// How a string with this pattern is written.
    pub(super) fn hint(&self, pattern: &str) -> Option<&'static str> {
        self.hints.iter().rfind(|(known, _)| *known == pattern).map(|(_, hint)| *hint)
    }

    /// The shape of the type that has this title.
    pub(super) fn titled(&self, title: &str) -> Option<&Shape> {
        self.shapes.iter().find(|(name, _)| of_type(name) == title).map(|(_, shape)| shape)
    }

    /// The shape that a definition is of. A user's own type may have the name of one of ours, but not its members.
    pub(super) fn shape_of(&self, name: &str, definition: &Keywords) -> Option<&Shape> {
        let (_, shape) = self.shapes.iter().find(|(known, _)| *known == name)?;
        let is_ours = match shape {
            Shape::Object(object) => match definition.get("properties") {
                Some(Value::Object(members)) => {
                    members.len() == object.members.len()
                        && object.members.iter().all(|member| members.contains_key(member.name))
                }
                _ => false,
            },
            Shape::Choice(choice) => definition
                .get("oneOf")
                .and_then(Value::as_array)
                .is_some_and(|branches| branches.len() == choice.branches.len()),
            _ => true,
        };
        is_ours.then_some(shape)
    }
}
