use super::cell::{NO_MEMBER, joined, protected};
use super::column::{Step, header, is_plain};
use super::{Tables, names};
use crate::dataset::{Dataset, RecordLine};
use crate::reflect::Shape;
use serde_json::value::RawValue;
use std::collections::{BTreeMap, BTreeSet};

/// The cells of one row, by the way to each, in the order of the columns.
type Row = BTreeMap<Vec<Step>, String>;

/// Writes a dataset as tables: one for each kind of record that it has, with the columns that have a value.
///
/// Nothing is lost: [`read`](super::read) gives the equal dataset.
#[must_use]
pub fn write(dataset: &Dataset) -> Tables {
    let mut rows: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    for line in dataset.clone().into_lines() {
        let text = line.to_json_line();
        for (tag, record) in object(&text) {
            let mut row = Row::new();
            if let Some(shape) = RecordLine::shape_of(&tag) {
                spread(record.get(), shape, &mut Vec::new(), &mut row);
            }
            rows.entry(tag).or_default().push(row);
        }
    }
    let mut tables = Tables::new();
    for (name, tag) in names() {
        if let Some(rows) = rows.get(tag) {
            tables.insert(name, text_of(rows));
        }
    }
    tables
}

fn object(text: &str) -> BTreeMap<String, &RawValue> {
    // The text was written by us, as an object.
    serde_json::from_str(text).unwrap_or_default()
}

fn string(text: &str) -> String {
    // The text was written by us, as a string.
    serde_json::from_str(text).unwrap_or_default()
}

/// Spreads a value over the cells of a row.
fn spread(json: &str, shape: &Shape, way: &mut Vec<Step>, row: &mut Row) {
    match shape {
        Shape::String(_) => put(way, protected(&string(json)).into_owned(), row),
        Shape::Integer { .. } | Shape::Boolean => put(way, json.to_owned(), row),
        Shape::Any => put(way, protected(json).into_owned(), row),
        Shape::List(item) => {
            let items: Vec<&RawValue> = serde_json::from_str(json).unwrap_or_default();
            if is_plain(item) {
                let texts: Vec<String> = items.iter().map(|item| string(item.get())).collect();
                if let Some(cell) = joined(&texts) {
                    return put(way, cell, row);
                }
            }
            for (place, json) in (1..).zip(items) {
                below(Step::item(place), json.get(), item, way, row);
            }
        }
        Shape::Map(map) => {
            for (name, json) in object(json) {
                below(Step::key(&name), json.get(), &map.value, way, row);
            }
        }
        Shape::Object(shape) => {
            let members = object(json);
            if members.is_empty() {
                put(way, NO_MEMBER.to_owned(), row);
            }
            for (place, member) in shape.members.iter().enumerate() {
                if let Some(json) = members.get(member.name) {
                    below(Step::member(place, member.name), json.get(), &member.shape, way, row);
                }
            }
        }
        Shape::Choice(shape) => {
            let members = object(json);
            for (place, branch) in shape.branches.iter().enumerate() {
                if let Some(json) = members.get(branch.tag) {
                    below(Step::member(place, branch.tag), json.get(), &branch.shape, way, row);
                }
            }
        }
    }
}

fn below(step: Step, json: &str, shape: &Shape, way: &mut Vec<Step>, row: &mut Row) {
    way.push(step);
    spread(json, shape, way, row);
    way.pop();
}

fn put(way: &[Step], cell: String, row: &mut Row) {
    row.insert(way.to_vec(), cell);
}

fn text_of(rows: &[Row]) -> String {
    let columns: BTreeSet<&Vec<Step>> = rows.iter().flat_map(BTreeMap::keys).collect();
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    // Writing to memory does not fail, and every row has as many cells as there are columns.
    let _ = writer.write_record(columns.iter().map(|way| header(way)));
    for row in rows {
        let cells = columns.iter().map(|&way| row.get(way).map_or("", String::as_str));
        let _ = writer.write_record(cells);
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}
