//! The records of all files, brought together.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "counts of records in memory are short of the largest number"
)]

use super::combine::combine;
use super::header;
use super::ids::Ids;
use super::stated::FileSource;
use crate::input::Opened;
use cooperation::{
    Dataset, RecordKind, RecordLine, RecordRef,
    dataset::Header,
    model::Identifier,
    walk::{Leaf, Path, Visitor, Walk as _},
};
use serde_json::{Value, json};
use std::collections::{BTreeSet, HashMap};
use std::error::Error;

/// Where a record is: the number of its file, its kind, and its position in the list of that kind.
type Place = (usize, RecordKind, usize);

/// The new id of each record of a file.
type NewIds = HashMap<(RecordKind, String), String>;

/// What is merged so far.
pub(super) struct Whole<'i> {
    ids: &'i Ids,
    records: Vec<Merging>,
    /// The position of each record by its kind and id.
    places: HashMap<(RecordKind, String), usize>,
    /// The position of the record that has an identifier.
    identified: HashMap<(RecordKind, String, String), usize>,
    files: Vec<(Opened, NewIds)>,
    headers: Vec<Header>,
    collisions: Vec<Collision>,
    equal: usize,
    together: usize,
    is_ambiguous: bool,
}

/// A record of the whole.
struct Merging {
    kind: RecordKind,
    id: String,
    value: Value,
    /// The files that state it, each with the id that it has there.
    stated: Vec<(usize, String)>,
    first: Place,
}

/// Two places that do not go together.
struct Collision {
    first: Place,
    second: Place,
    message: String,
}

/// What came of it.
pub(super) struct MergedFiles {
    pub(super) dataset: Dataset,
    pub(super) collisions: Vec<String>,
    pub(super) equal: usize,
    pub(super) together: usize,
    /// Whether two different records had the same id.
    pub(super) is_ambiguous: bool,
}

/// The ids in a record: where they are, and of which kind of record.
#[derive(Default)]
struct Mentions(Vec<(String, RecordKind, String)>);

impl Visitor for Mentions {
    fn leaf(&mut self, at: &Path<'_>, leaf: Leaf<'_>) {
        if let Leaf::Id(kind, id) = leaf {
            self.0.push((at.to_string(), kind, id.to_owned()));
        }
    }
}

impl<'i> Whole<'i> {
    pub(super) fn new(ids: &'i Ids) -> Self {
        Self {
            ids,
            records: Vec::new(),
            places: HashMap::new(),
            identified: HashMap::new(),
            files: Vec::new(),
            headers: Vec::new(),
            collisions: Vec::new(),
            equal: 0,
            together: 0,
            is_ambiguous: false,
        }
    }

    /// Adds the records of a file.
    pub(super) fn add(&mut self, file: usize, opened: Opened) -> Result<(), Box<dyn Error>> {
        let new_ids = self.new_ids(file, &opened.dataset);
        let mut counts: HashMap<RecordKind, usize> = HashMap::new();
        for line in opened.dataset.clone().into_lines() {
            let Some(kind) = line.kind() else { continue };
            let index = counts.entry(kind).or_default();
            let second = (file, kind, *index);
            *index += 1;
            self.put(second, &line, self.renamed(&line, kind, &new_ids)?);
        }
        self.headers.push(opened.dataset.header());
        self.files.push((opened, new_ids));
        Ok(())
    }

    /// The ids that records of a file get: by prefix and table, and by an identifier that a record of an earlier file has.
    fn new_ids(&self, file: usize, dataset: &Dataset) -> NewIds {
        let mut new_ids = NewIds::new();
        for record in dataset.records() {
            let (kind, old) = (record.kind(), record.id());
            let mut id = self.ids.of(file, kind, old);
            if !self.places.contains_key(&(kind, id.clone()))
                && let Some(known) = self.known(record).first().and_then(|&place| self.records.get(place))
            {
                id.clone_from(&known.id);
            }
            new_ids.insert((kind, old.to_owned()), id);
        }
        new_ids
    }

    /// The record of a line as JSON, with the new ids in place of the old. What refers to a record of another file follows
    /// the table of ids as well.
    fn renamed(
        &self,
        line: &RecordLine,
        kind: RecordKind,
        new_ids: &NewIds,
    ) -> Result<Value, Box<dyn Error>> {
        let mut value: Value = serde_json::from_str(&line.to_json_line())?;
        let mut mentions = Mentions::default();
        line.walk(&Path::root(), &mut mentions);
        for (pointer, kind, id) in mentions.0 {
            let key = (kind, id);
            let new = new_ids.get(&key).cloned().or_else(|| self.ids.in_table(key.0, &key.1));
            if let (Some(new), Some(value)) = (new, value.pointer_mut(&pointer)) {
                *value = Value::from(new);
            }
        }
        let record = value.get_mut(kind.as_str()).map(Value::take);
        Ok(record.ok_or("a line without its record")?)
    }

    /// The positions of the records that have one of the identifiers of a record.
    fn known(&self, record: RecordRef<'_>) -> Vec<usize> {
        let key = |one: &Identifier| (record.kind(), one.scheme.to_string(), one.value.to_string());
        let identifiers = record.identifiers().iter();
        let mut known: Vec<usize> =
            identifiers.filter_map(|one| self.identified.get(&key(one)).copied()).collect();
        known.sort_unstable();
        known.dedup();
        known
    }

    fn put(&mut self, second: Place, line: &RecordLine, value: Value) {
        let Some(record) = line.record() else { return };
        let kind = record.kind();
        let id = value.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
        let by_identifier = self.known(record);
        let stated = (second.0, record.id().to_owned());
        let known = self.places.get(&(kind, id.clone())).copied();
        let place = known.unwrap_or(self.records.len());
        if known.is_some() {
            self.again(place, second, stated, &value, by_identifier.contains(&place));
        } else {
            self.places.insert((kind, id.clone()), place);
            self.records.push(Merging { kind, id: id.clone(), value, stated: vec![stated], first: second });
        }
        for other in by_identifier.iter().filter(|other| **other != place) {
            let Some(other) = self.records.get(*other) else { continue };
            let title = kind.title();
            let message = format!(
                "the {title} {id} has the same identifier as the {title} {}, and both are kept: correct the identifier, or \
                 give both the same id with --ids",
                other.id
            );
            self.collisions.push(Collision { first: other.first, second, message });
        }
        for one in record.identifiers() {
            let key = (kind, one.scheme.to_string(), one.value.to_string());
            self.identified.entry(key).or_insert(place);
        }
    }

    /// Adds a record whose id is known already.
    fn again(&mut self, place: usize, second: Place, stated: (usize, String), value: &Value, is_same: bool) {
        let Some(known) = self.records.get_mut(place) else { return };
        let (title, first) = (known.kind.title(), known.first);
        if known.value == *value {
            self.equal += 1;
            known.stated.push(stated);
        } else if is_same {
            self.together += 1;
            known.stated.push(stated);
            for pointer in combine(&mut known.value, value).differing {
                let message = format!(
                    "the {title} {} has a different value of {pointer}; the first value is kept",
                    known.id
                );
                self.collisions.push(Collision { first, second, message });
            }
        } else {
            self.is_ambiguous = true;
            let records = match known.kind {
                RecordKind::Funding => "funding records".to_owned(),
                kind => kind.list().replace('_', " "),
            };
            let message = format!(
                "two different {records} have the id {}; only the first one is in the result, and references to the id \
                 point to it",
                known.id
            );
            self.collisions.push(Collision { first, second, message });
        }
    }

    /// The merged dataset.
    pub(super) fn finish(mut self) -> Result<MergedFiles, Box<dyn Error>> {
        let mut dataset = Dataset::default();
        dataset.set_header(header::shared(&self.headers));
        if self.files.len() > 1 {
            self.state();
        }
        let Self { records, files, collisions, equal, together, is_ambiguous, .. } = self;
        for record in records {
            let line = RecordLine::from_json(&json!({ record.kind.as_str(): record.value }).to_string());
            dataset.push(line.map_err(|error| format!("{} {}: {error}", record.kind.title(), record.id))?);
        }
        Ok(MergedFiles { dataset, collisions: told(&collisions, &files), equal, together, is_ambiguous })
    }

    /// Adds a source for each file, and to each record the evidence of which files state it.
    fn state(&mut self) {
        let mut sources: Vec<FileSource> = Vec::new();
        for (number, (opened, new_ids)) in self.files.iter().enumerate() {
            let name = self.ids.name_of(number);
            let is_taken = |id: &str| {
                self.places.contains_key(&(RecordKind::Source, id.to_owned()))
                    || sources.iter().any(|known| known.id == id)
            };
            let new_id = |kind: RecordKind, id: &str| new_ids.get(&(kind, id.to_owned())).cloned();
            sources.push(FileSource::of(opened, name, is_taken, new_id));
        }
        for record in self.records.iter_mut().filter(|record| record.kind != RecordKind::Source) {
            let stated = record.stated.iter().filter_map(|(file, id)| {
                sources
                    .get(*file)
                    .filter(|source| source.is_evidence)
                    .map(|source| source.evidence(record.kind, id))
            });
            let stated: Vec<Value> = stated.collect();
            let Some(members) = record.value.as_object_mut().filter(|_| !stated.is_empty()) else { continue };
            let evidence = members.entry("evidence").or_insert_with(|| json!([]));
            evidence.as_array_mut().into_iter().for_each(|list| list.extend(stated.iter().cloned()));
        }
        for (file, source) in sources.into_iter().enumerate() {
            if let Some(value) = source.record {
                let first = (file, RecordKind::Source, 0);
                self.records.push(Merging {
                    kind: RecordKind::Source,
                    id: source.id,
                    value,
                    stated: Vec::new(),
                    first,
                });
            }
        }
    }
}

/// The collisions, each with its two places. The places in one file are looked for together.
fn told(collisions: &[Collision], files: &[(Opened, NewIds)]) -> Vec<String> {
    let mut places: HashMap<Place, String> = HashMap::new();
    for (number, (opened, _)) in files.iter().enumerate() {
        let wanted: BTreeSet<(RecordKind, usize)> = collisions
            .iter()
            .flat_map(|collision| [collision.first, collision.second])
            .filter(|place| place.0 == number)
            .map(|(_, kind, index)| (kind, index))
            .collect();
        let wanted: Vec<(RecordKind, usize)> = wanted.into_iter().collect();
        let found = opened.places(&wanted);
        places.extend(wanted.iter().zip(found).map(|(&(kind, index), place)| ((number, kind, index), place)));
    }
    let place = |place: &Place| places.get(place).map_or("", String::as_str);
    let line = |at: &Collision| format!("{}: {} (see {})", place(&at.second), at.message, place(&at.first));
    collisions.iter().map(line).collect()
}
