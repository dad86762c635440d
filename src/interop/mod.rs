//! Other people's formats, each behind a feature of its own. A conversion says what did not fit, and drops nothing
//! silently.

#[cfg(feature = "csv")]
pub mod csv;
#[cfg(feature = "schema_org")]
pub mod schema_org;
#[cfg(feature = "threesixtygiving")]
pub mod threesixtygiving;
#[cfg(feature = "schema_org")]
mod tree;

use std::fmt;

/// What a conversion gives: the value, and what did not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Converted<T> {
    /// What came of it.
    pub value: T,
    /// What the other format has no place for, or says in another way.
    pub misfits: Vec<Misfit>,
}

/// Something that did not fit, and how often.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Misfit {
    /// Where it stands for the first time in what was converted: a JSON Pointer (RFC 6901).
    pub pointer: String,
    /// What did not fit, and what became of it.
    pub message: String,
    /// At how many places.
    pub count: usize,
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.pointer, self.message)?;
        match self.count {
            1 => Ok(()),
            count => write!(f, " ({count} places)"),
        }
    }
}

/// What did not fit, gathered: the same of many records is told once.
#[cfg(feature = "schema_org")]
#[derive(Default)]
struct Misfits {
    found: Vec<Misfit>,
    places: std::collections::HashMap<(String, String), usize>,
}

#[cfg(feature = "schema_org")]
impl Misfits {
    fn add(&mut self, pointer: String, message: impl Into<String>) {
        let message = message.into();
        let is_place = |step: &&str| step.is_empty() || !step.bytes().all(|byte| byte.is_ascii_digit());
        let path = pointer.split('/').filter(is_place).collect::<Vec<_>>().join("/");
        let next = self.found.len();
        match self.places.entry((path, message.clone())) {
            std::collections::hash_map::Entry::Occupied(known) => {
                if let Some(misfit) = self.found.get_mut(*known.get()) {
                    misfit.count = misfit.count.saturating_add(1);
                }
            }
            std::collections::hash_map::Entry::Vacant(new) => {
                new.insert(next);
                self.found.push(Misfit { pointer, message, count: 1 });
            }
        }
    }
}

/// A pointer with one step more.
#[cfg(any(feature = "schema_org", feature = "threesixtygiving"))]
fn step(pointer: &str, name: &str) -> String {
    let mut longer = format!("{pointer}/");
    // Writing to a string cannot fail.
    let _ = crate::shape::write_escaped(&mut longer, name);
    longer
}
