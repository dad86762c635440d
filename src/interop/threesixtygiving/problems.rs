//! Values that cannot be read into the model, and why.

use crate::interop::tree::Object;
use crate::interop::{MisfitKind, Misfits};
use crate::reflect::{ValueError, extended};
use std::collections::HashSet;

/// What could not be read, and where.
#[derive(Debug, Default)]
pub(super) struct Problems {
    at: String,
    pub found: Vec<Problem>,
}

/// A value that does not fit the field of the model that it maps to.
#[derive(Debug)]
pub(super) struct Problem {
    pub pointer: String,
    pub message: String,
    /// The reason alone: the same for every value that breaks the same rule.
    pub reason: String,
}

impl Problems {
    pub(super) fn at(pointer: &str) -> Self {
        Self { at: pointer.to_owned(), found: Vec::new() }
    }

    /// Notes that a member cannot be read.
    pub(super) fn add(&mut self, name: &str, message: impl Into<String>, reason: impl Into<String>) {
        let pointer = extended(&self.at, name);
        self.found.push(Problem { pointer, message: message.into(), reason: reason.into() });
    }

    pub(super) fn refused(&mut self, name: &str, error: &ValueError) {
        self.add(name, error.message(), error.problem());
    }

    /// Goes into a member for as long as something is read there.
    pub(super) fn inside<R>(&mut self, name: &str, read: impl FnOnce(&mut Self) -> R) -> R {
        let deeper = extended(&self.at, name);
        let outside = std::mem::replace(&mut self.at, deeper);
        let result = read(self);
        self.at = outside;
        result
    }

    /// The string of a member, if there is one. Null says nothing.
    pub(super) fn string<'o>(&mut self, object: &'o Object, name: &str) -> Option<&'o str> {
        let node = object.get(name).filter(|node| !node.is_null())?;
        let text = node.as_str();
        if text.is_none() {
            self.add(name, "not a string", "not a string");
        }
        text
    }

    /// The value of a member, if there is one that can be read.
    pub(super) fn value<V>(
        &mut self,
        object: &Object,
        name: &str,
        read: impl FnOnce(&str) -> Result<V, ValueError>,
    ) -> Option<V> {
        let text = self.string(object, name)?;
        read(text).map_err(|error| self.refused(name, &error)).ok()
    }
}

/// Notes what could not be read, and gives the places.
pub(super) fn note_problems(problems: Problems, misfits: &mut Misfits) -> HashSet<String> {
    let mut places = HashSet::new();
    for problem in problems.found {
        misfits.add(MisfitKind::Unread, &problem.pointer, &problem.reason, || {
            format!("{}; kept in extensions", problem.message)
        });
        places.insert(problem.pointer);
    }
    places
}
