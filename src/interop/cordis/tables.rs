use super::table::Table;
use std::collections::BTreeMap;
use std::fmt;
use std::io::Read;

/// The opened tables of a dump, each as CSV or as JSON.
///
/// A table is recognized as JSON by its first character, an opening bracket. If a table is given twice, the later
/// reader is used.
#[derive(Default)]
pub struct Tables<'a> {
    readers: BTreeMap<Table, Box<dyn Read + Send + 'a>>,
}

impl<'a> Tables<'a> {
    /// Creates an empty set of tables.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a table. The reader needs no buffer.
    pub fn insert(&mut self, table: Table, reader: impl Read + Send + 'a) {
        self.readers.insert(table, Box::new(reader));
    }

    /// Returns the tables with one table added.
    #[must_use]
    pub fn with(mut self, table: Table, reader: impl Read + Send + 'a) -> Self {
        self.insert(table, reader);
        self
    }

    /// Takes the reader of a table, if there is one.
    pub(super) fn take(&mut self, table: Table) -> Option<Box<dyn Read + Send + 'a>> {
        self.readers.remove(&table)
    }
}

impl fmt::Debug for Tables<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.readers.keys()).finish()
    }
}
