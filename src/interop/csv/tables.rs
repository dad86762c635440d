use crate::values::RecordKind;
use std::collections::BTreeMap;

/// Tables by name, each as the text of comma-separated values. A table has the name of the list in a document; in a
/// folder its file is `NAME.csv`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tables {
    tables: BTreeMap<String, String>,
}

impl Tables {
    /// Creates an empty set of tables.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the text of a table, and replaces an existing one.
    pub fn insert(&mut self, name: impl Into<String>, text: impl Into<String>) {
        self.tables.insert(name.into(), text.into());
    }

    /// Returns the text of a table.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.tables.get(name).map(String::as_str)
    }

    /// Returns the names and texts, in the order of the lists in a document; tables of other names come last.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let known = names().map(|(name, _)| name);
        let known = known.filter_map(|name| self.tables.get_key_value(name));
        let others = self.tables.iter().filter(|(name, _)| names().all(|(known, _)| known != **name));
        known.chain(others).map(|(name, text)| (name.as_str(), text.as_str()))
    }
}

/// The names of the tables, each with the name of one record line of it.
pub(super) fn names() -> impl Iterator<Item = (&'static str, &'static str)> {
    std::iter::once(("dataset", "dataset"))
        .chain(RecordKind::ALL.iter().map(|kind| (kind.list(), kind.as_str())))
}
