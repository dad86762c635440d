use super::{Dataset, RecordRef};
use crate::json::to_text;
use crate::order::put_in_order;
use crate::reflect::{Entry, Items, Node, View, write_step};
use crate::values::RecordKind;
use std::collections::HashMap;
use std::fmt;

/// The differences between two datasets, as changes from the first to the second.
///
/// ```
/// use cooperation::Dataset;
///
/// let dataset = |title: &str| {
///     let project = format!(r#"{{"id": "atm", "title": {{"en": "{title}"}}}}"#);
///     Dataset::from_json(&format!(r#"{{"version": "1.0", "projects": [{project}]}}"#))
/// };
/// let difference = dataset("Access")?.diff(&dataset("Access to Microfinance")?);
/// let change = &difference.changed[0].changes[0];
/// assert_eq!(change.pointer, "/title/en");
/// assert_eq!(change.before.as_deref(), Some(r#""Access""#));
/// # Ok::<(), cooperation::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Difference {
    /// Changed metadata, such as the title of the dataset.
    pub header: Vec<Change>,
    /// Records that only the second dataset has.
    pub added: Vec<RecordKey>,
    /// Records that only the first dataset has.
    pub removed: Vec<RecordKey>,
    /// Records that both datasets have, with different fields.
    pub changed: Vec<ChangedRecord>,
}

/// A record of a dataset, by its kind, its id and its position in the list of that kind.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct RecordKey {
    /// The kind of the record.
    pub kind: RecordKind,
    /// The id of the record.
    pub id: String,
    /// The position of the record in its list, counted from 0.
    pub index: usize,
}

/// A record that is in both datasets, with different fields.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct ChangedRecord {
    /// The kind of the record.
    pub kind: RecordKind,
    /// The id of the record.
    pub id: String,
    /// The position of the record in its list of the first dataset, counted from 0.
    pub before_index: usize,
    /// The position of the record in its list of the second dataset, counted from 0.
    pub after_index: usize,
    /// The changed fields, in the order of the format.
    pub changes: Vec<Change>,
}

/// A value that differs between two datasets.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Change {
    /// JSON Pointer to the value within the record: in the first dataset, or in the second if only that has it.
    pub pointer: String,
    /// The value in the first dataset, as JSON; absent if it has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// The value in the second dataset, as JSON; absent if it has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

impl Difference {
    /// Returns whether the datasets are equal, apart from the order of their records.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.header.is_empty() && self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty()
    }
}

impl Dataset {
    /// Compares this dataset with another one, such as a newer version.
    ///
    /// Records are paired by kind and id, regardless of their order. If several records of a list have the same id,
    /// they are paired in order. Equal items at the beginning and end of a list inside a record are paired; the items
    /// between them are paired by position.
    #[must_use]
    pub fn diff(&self, other: &Self) -> Difference {
        let mut difference =
            Difference { header: compared(&self.header(), &other.header()), ..Difference::default() };
        for &kind in RecordKind::ALL {
            let mut after: HashMap<(&str, usize), (usize, RecordRef<'_>)> = HashMap::new();
            let mut order = Vec::with_capacity(other.count(kind));
            for (index, (key, record)) in numbered(other, kind).enumerate() {
                after.insert(key, (index, record));
                order.push(key);
            }
            for (before_index, (key, record)) in numbered(self, kind).enumerate() {
                let Some((after_index, new)) = after.remove(&key) else {
                    difference.removed.push(RecordKey::of(record, before_index));
                    continue;
                };
                let changes = if record == new { Vec::new() } else { compared(record.node(), new.node()) };
                if !changes.is_empty() {
                    let id = record.id().to_owned();
                    difference.changed.push(ChangedRecord { kind, id, before_index, after_index, changes });
                }
            }
            let added = order.iter().filter_map(|key| after.get(key));
            difference.added.extend(added.map(|&(index, record)| RecordKey::of(record, index)));
        }
        difference
    }
}

impl RecordKey {
    fn of(record: RecordRef<'_>, index: usize) -> Self {
        Self { kind: record.kind(), id: record.id().to_owned(), index }
    }
}

/// The records of a kind, each with its id and how many before it have the same.
fn numbered(dataset: &Dataset, kind: RecordKind) -> impl Iterator<Item = ((&str, usize), RecordRef<'_>)> {
    let mut met: HashMap<&str, usize> = HashMap::new();
    dataset.records_of(kind).map(move |record| {
        let count = met.entry(record.id()).or_default();
        let number = *count;
        *count = count.saturating_add(1);
        ((record.id(), number), record)
    })
}

fn compared(before: &dyn Node, after: &dyn Node) -> Vec<Change> {
    let mut comparison = Comparison { pointer: String::new(), changes: Vec::new() };
    comparison.values(before, after);
    comparison.changes
}

/// A comparison that is under way.
struct Comparison {
    /// Where it has come to.
    pointer: String,
    changes: Vec<Change>,
}

impl Comparison {
    /// It goes no deeper than the shapes do.
    fn values(&mut self, before: &dyn Node, after: &dyn Node) {
        match (before.view(), after.view()) {
            (View::Object(one), View::Object(other)) => {
                for (number, member) in one.shape().members.iter().enumerate() {
                    self.at(&member.name, one.member(number), other.member(number));
                }
            }
            (View::Choice(one, before), View::Choice(other, after)) if one == other => {
                self.at(&one, Some(before), Some(after));
            }
            (View::List(one), View::List(other)) => self.lists(one, other),
            (View::Map(one), View::Map(other)) => {
                let entries = |map: &dyn crate::reflect::Entries| {
                    let mut entries = Vec::new();
                    map.each(&mut |name, value| {
                        let value = match value {
                            Entry::Text(text) => serde_json::Value::from(text).to_string(),
                            Entry::Json(json) => json.to_owned(),
                        };
                        entries.push((name.to_owned(), Some(value)));
                    });
                    put_in_order(&mut entries, &|(one, _), (other, _)| one.cmp(other));
                    entries
                };
                let (one, mut other) = (entries(one), entries(other));
                for (name, before) in one {
                    let place = other.binary_search_by(|(known, _)| known.cmp(&name));
                    let after = place.ok().and_then(|place| other.get_mut(place)?.1.take());
                    self.texts(&name, before, after);
                }
                for (name, after) in other.into_iter().filter(|(_, after)| after.is_some()) {
                    self.texts(&name, None, after);
                }
            }
            _ => {
                let (before, after) = (to_text(before, false), to_text(after, false));
                if before != after {
                    self.push(Some(before), Some(after));
                }
            }
        }
    }

    /// Compares a member that either may lack.
    fn at(&mut self, name: &impl fmt::Display, before: Option<&dyn Node>, after: Option<&dyn Node>) {
        let length = self.go(name);
        match (before, after) {
            (Some(before), Some(after)) => self.values(before, after),
            (None, None) => {}
            (before, after) => {
                let text = |node: &dyn Node| to_text(node, false);
                self.push(before.map(text), after.map(text));
            }
        }
        self.pointer.truncate(length);
    }

    fn lists(&mut self, one: &dyn Items, other: &dyn Items) {
        let texts = |items: &dyn Items| items.iter().map(|item| to_text(item, false)).collect::<Vec<_>>();
        let (before, after) = (texts(one), texts(other));
        let start = before.iter().zip(&after).take_while(|(one, other)| one == other).count();
        let rest = before.len().min(after.len()).saturating_sub(start);
        let ends = before.iter().rev().zip(after.iter().rev()).take(rest);
        let end = ends.take_while(|(one, other)| one == other).count();
        let last = before.len().max(after.len()).saturating_sub(end);
        let (before_last, after_last) = (before.len().saturating_sub(end), after.len().saturating_sub(end));
        for index in start..last {
            let item = |items: &'_ dyn Items, last: usize| index < last && items.item(index).is_some();
            let before = if item(one, before_last) { one.item(index) } else { None };
            let after = if item(other, after_last) { other.item(index) } else { None };
            self.at(&index, before, after);
        }
    }

    fn texts(&mut self, name: &str, before: Option<String>, after: Option<String>) {
        if before != after {
            let length = self.go(&name);
            self.push(before, after);
            self.pointer.truncate(length);
        }
    }

    /// Goes one step further, and returns how long the pointer was.
    fn go(&mut self, name: &impl fmt::Display) -> usize {
        let length = self.pointer.len();
        // Writing to a string cannot fail.
        let _ = write_step(&mut self.pointer, &name.to_string());
        length
    }

    fn push(&mut self, before: Option<String>, after: Option<String>) {
        self.changes.push(Change { pointer: self.pointer.clone(), before, after });
    }
}
