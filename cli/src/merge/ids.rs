//! Which ids are changed: by a prefix for each file, then by a table.

use crate::input;
use crate::visible::name;
use cooperation::RecordKind;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// A prefix for the ids of a file.
#[derive(Clone, Debug)]
pub(crate) struct Prefix {
    prefix: String,
    file: PathBuf,
}

impl FromStr for Prefix {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (prefix, file) = text.split_once('=').ok_or("expected NAME=FILE")?;
        let allowed = |letter: char| letter.is_ascii_alphanumeric() || "._:/~-".contains(letter);
        let starts = prefix.starts_with(|letter: char| letter.is_ascii_alphanumeric());
        if !starts || !prefix.chars().all(allowed) {
            return Err(
                "a prefix has letters, digits and . _ : / ~ - only, and begins with a letter or digit"
                    .to_owned(),
            );
        }
        let colon = if prefix.ends_with([':', '/']) { "" } else { ":" };
        Ok(Self { prefix: format!("{prefix}{colon}"), file: file.into() })
    }
}

/// The ids that are changed.
#[derive(Debug, Default)]
pub(super) struct Ids {
    /// The prefix of each file, by its number.
    prefixes: BTreeMap<usize, String>,
    /// From an old id to the new one, for one kind or for all.
    table: BTreeMap<(Option<RecordKind>, String), String>,
    used: RefCell<BTreeSet<(Option<RecordKind>, String)>>,
}

impl Ids {
    pub(super) fn read(
        table: Option<&Path>,
        prefixes: &[Prefix],
        files: &[PathBuf],
    ) -> Result<Self, Box<dyn Error>> {
        let mut ids = Self::default();
        for Prefix { prefix, file } in prefixes {
            let number = files.iter().position(|known| known == file);
            let number = number.ok_or_else(|| {
                format!("--prefix names {}, which is none of the files that are merged", name(file))
            })?;
            ids.prefixes.insert(number, prefix.clone());
        }
        if let Some(path) = table {
            ids.take_table(path)?;
        }
        Ok(ids)
    }

    fn take_table(&mut self, path: &Path) -> Result<(), Box<dyn Error>> {
        let file = name(path);
        let text = String::from_utf8(input::bounded(path)?)
            .map_err(|_| format!("{file}: the file is not in UTF-8; save it as 'CSV UTF-8'"))?;
        let text = text.trim_start_matches('\u{feff}');
        let first = text.bytes().find(|byte| matches!(byte, b',' | b';' | b'\t' | b'\n'));
        let mut reader = ::csv::ReaderBuilder::new()
            .delimiter(first.filter(|&byte| byte != b'\n').unwrap_or(b','))
            .trim(::csv::Trim::All)
            .from_reader(text.as_bytes());
        let heads = reader.headers().map_err(|error| format!("{file}: {error}"))?.clone();
        let column = |wanted: &str| heads.iter().position(|head| head.eq_ignore_ascii_case(wanted));
        let (Some(old), Some(new)) = (column("old"), column("new")) else {
            return Err(format!("{file}: the first row has to have the columns old and new").into());
        };
        let kind = column("kind");
        for record in reader.records() {
            let record = record.map_err(|error| format!("{file}: {error}"))?;
            let line = record.position().map_or(0, ::csv::Position::line);
            let cell = |column: usize| record.get(column).unwrap_or_default();
            if cell(old).is_empty() && cell(new).is_empty() {
                continue;
            }
            let kind = kind.map(cell).filter(|kind| !kind.is_empty()).map(str::parse::<RecordKind>);
            let kind = kind.transpose().map_err(|error| format!("{file}:{line}: {error}"))?;
            // An id of any kind has the same rule.
            cooperation::ProjectId::new(cell(new)).map_err(|error| format!("{file}:{line}: {error}"))?;
            let key = (kind, cell(old).to_owned());
            if self.table.insert(key, cell(new).to_owned()).is_some_and(|other| other != cell(new)) {
                return Err(format!("{file}:{line}: the id {} is given two new ones", cell(old)).into());
            }
        }
        Ok(())
    }

    /// The id that a record of a file gets.
    pub(super) fn of(&self, file: usize, kind: RecordKind, id: &str) -> String {
        let id = match self.prefixes.get(&file) {
            Some(prefix) => format!("{prefix}{id}"),
            None => id.to_owned(),
        };
        self.in_table(kind, &id).unwrap_or(id)
    }

    /// The new id in the table, if there is one.
    pub(super) fn in_table(&self, kind: RecordKind, id: &str) -> Option<String> {
        let keys = [(Some(kind), id.to_owned()), (None, id.to_owned())];
        let (key, new) =
            keys.into_iter().find_map(|key| self.table.get(&key).map(|new| (key, new.clone())))?;
        self.used.borrow_mut().insert(key);
        Some(new)
    }

    /// The old ids of the table that no record has.
    pub(super) fn unused(&self) -> Vec<String> {
        let used = self.used.borrow();
        self.table.keys().filter(|key| !used.contains(*key)).map(|(_, id)| id.clone()).collect()
    }

    /// What a file is called among the sources: its prefix, or its name.
    pub(super) fn name_of(&self, file: usize) -> Option<&str> {
        self.prefixes.get(&file).map(|prefix| prefix.trim_end_matches([':', '/']))
    }
}
