//! `cooperation diff`: what is different between two datasets, record by record and member by member.
//!
//! ```console
//! cooperation diff last-year.json this-year.xlsx
//! cooperation diff --format json a.json b.jsonl
//! ```

use crate::input::Opened;
use crate::visible::visible;
use clap::{Args, ValueEnum};
use cooperation::{
    RecordKind,
    dataset::{Change, Difference},
};
use serde_json::{Value, json};
use std::error::Error;
use std::io::Write as _;
use std::path::PathBuf;

/// Compares two datasets: records that were added, removed or changed, field by field
///
/// The two datasets can be in different forms: documents, record lines, tables, folders of tables and workbooks. The
/// order of records does not matter.
///
/// With --format json, the report is an object: `equal` (true or false), `header` (changes of the metadata), `added` and
/// `removed` (records with `kind`, `id` and `place`) and `changed` (records with `kind`, `id`, `before_place`, `after_place`
/// and `changes`). A change has a `pointer` to the value, a JSON Pointer, and the values `before` and `after`; a value that
/// is absent from one dataset is left out.
///
/// Exit status: 0 equal, 1 different or content that cannot be read, 2 wrong arguments, or a file cannot be opened or
/// written.
#[derive(Args)]
#[command(after_help = "\
Examples:
  cooperation diff last-year.json this-year.json
  cooperation diff dataset.json dataset.xlsx
  cooperation diff --format json a.json b.jsonl")]
pub(crate) struct Arguments {
    /// Format of the report
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// First dataset, such as the older version
    before: PathBuf,
    /// Second dataset, such as the newer version
    after: PathBuf,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// Lines for people
    Text,
    /// One JSON object
    Json,
}

pub(crate) fn run(arguments: &Arguments) -> Result<u8, Box<dyn Error>> {
    let (before, after) = (Opened::read(&arguments.before)?, Opened::read(&arguments.after)?);
    let difference = before.dataset.diff(&after.dataset);
    let placed = Placed::new(&difference, &before, &after);
    let text = match arguments.format {
        Format::Text => placed.text(),
        Format::Json => format!("{:#}\n", placed.json()),
    };
    std::io::stdout().lock().write_all(text.as_bytes())?;
    Ok(u8::from(!difference.is_empty()))
}

/// A difference and the places of its records.
struct Placed<'d> {
    difference: &'d Difference,
    added: Vec<String>,
    removed: Vec<String>,
    /// The places of changed records, in the first and in the second dataset.
    changed: Vec<(String, String)>,
}

impl<'d> Placed<'d> {
    fn new(difference: &'d Difference, before: &Opened, after: &Opened) -> Self {
        let places = |opened: &Opened, records: Vec<(RecordKind, usize)>| opened.places(&records);
        let keys =
            |keys: &[cooperation::dataset::RecordKey]| keys.iter().map(|key| (key.kind, key.index)).collect();
        let changed = &difference.changed;
        let first = places(before, changed.iter().map(|one| (one.kind, one.before_index)).collect());
        let second = places(after, changed.iter().map(|one| (one.kind, one.after_index)).collect());
        Self {
            difference,
            added: places(after, keys(&difference.added)),
            removed: places(before, keys(&difference.removed)),
            changed: first.into_iter().zip(second).collect(),
        }
    }

    fn text(&self) -> String {
        let Difference { header, added, removed, changed, .. } = self.difference;
        let mut lines = Vec::new();
        if !header.is_empty() {
            lines.push("changed  metadata of the dataset".to_owned());
            lines.extend(header.iter().map(change));
        }
        for (word, keys, places) in [("removed", removed, &self.removed), ("added  ", added, &self.added)] {
            let keys = keys.iter().zip(places);
            lines
                .extend(keys.map(|(key, place)| format!("{word}  {} {}  {place}", key.kind.title(), key.id)));
        }
        for (record, (first, second)) in changed.iter().zip(&self.changed) {
            lines.push(format!("changed  {} {}  {first}  {second}", record.kind.title(), record.id));
            lines.extend(record.changes.iter().map(change));
        }
        lines.push(if self.difference.is_empty() {
            "no difference".to_owned()
        } else {
            let own = if header.is_empty() { "" } else { "; the metadata of the dataset changed" };
            format!("{} added, {} removed, {} changed{own}", added.len(), removed.len(), changed.len())
        });
        lines.iter().map(|line| visible(line) + "\n").collect()
    }

    fn json(&self) -> Value {
        let Difference { header, added, removed, changed, .. } = self.difference;
        let keys = |keys: &[cooperation::dataset::RecordKey], places: &[String]| {
            let keys = keys.iter().zip(places);
            keys.map(|(key, place)| json!({ "kind": key.kind, "id": key.id, "place": place }))
                .collect::<Vec<_>>()
        };
        let changes = |changes: &[Change]| changes.iter().map(change_json).collect::<Vec<_>>();
        let records = changed.iter().zip(&self.changed).map(|(record, (first, second))| {
            json!({
                "kind": record.kind, "id": record.id, "before_place": first, "after_place": second,
                "changes": changes(&record.changes)
            })
        });
        json!({
            "equal": self.difference.is_empty(),
            "header": changes(header),
            "added": keys(added, &self.added),
            "removed": keys(removed, &self.removed),
            "changed": records.collect::<Vec<_>>(),
        })
    }
}

fn change(change: &Change) -> String {
    let shown = |value: &Option<String>| value.clone().unwrap_or_else(|| "absent".to_owned());
    format!("  {}: {} -> {}", change.pointer, shown(&change.before), shown(&change.after))
}

fn change_json(change: &Change) -> Value {
    let mut object = serde_json::Map::new();
    object.insert("pointer".to_owned(), change.pointer.as_str().into());
    for (name, value) in [("before", &change.before), ("after", &change.after)] {
        if let Some(value) = value {
            // The values are JSON already; one that is not would be shown as its text.
            let value = serde_json::from_str(value).unwrap_or_else(|_| Value::from(value.as_str()));
            object.insert(name.to_owned(), value);
        }
    }
    Value::Object(object)
}
