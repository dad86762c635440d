use super::cell::{NO_MEMBER, escaped, join_list};
use super::column::{Step, header, is_plain};
use super::tables::{Tables, names};
use crate::dataset::{Dataset, RecordLine};
use crate::invariant::Invariant as _;
use crate::reflect::{Entry, Node, Shape, View};
use std::collections::{BTreeMap, BTreeSet};

/// The cells of one row, by the way to each, in the order of the columns.
type Row = BTreeMap<Vec<Step>, String>;

/// Writes a dataset as tables, one for each kind of record, with the columns that have values. Nothing is lost:
/// [`read`](super::read) returns an equal dataset.
#[must_use]
pub fn write(dataset: &Dataset) -> Tables {
    let mut rows: BTreeMap<&str, Vec<Row>> = BTreeMap::new();
    let header = dataset.header();
    let records = dataset.records().map(|record| (record.kind().as_str(), record.node()));
    for (tag, node) in std::iter::once(("dataset", &header as &dyn Node)).chain(records) {
        let mut row = Row::new();
        if let Some(shape) = RecordLine::shape_of(tag) {
            write_cells(node, shape, &mut Vec::new(), &mut row);
        }
        rows.entry(tag).or_default().push(row);
    }
    let mut tables = Tables::new();
    for (name, tag) in names() {
        if let Some(rows) = rows.get(tag) {
            tables.insert(name, text_of(rows));
        }
    }
    tables
}

/// Spreads a value over the cells of a row.
fn write_cells(node: &dyn Node, shape: &Shape, way: &mut Vec<Step>, row: &mut Row) {
    match (node.view(), shape) {
        (View::Text(text), _) => put(way, escaped(text).into_owned(), row),
        (View::Display(shown), _) => put(way, escaped(&shown.to_string()).into_owned(), row),
        (View::Integer(number), _) => put(way, number.to_string(), row),
        (View::Boolean(truth), _) => put(way, truth.to_string(), row),
        (View::List(items), Shape::List(item)) => {
            if is_plain(item) {
                let texts: Vec<String> = items.iter().map(string).collect();
                if let Some(cell) = join_list(&texts) {
                    return put(way, cell, row);
                }
            }
            for (place, node) in (1..).zip(items.iter()) {
                below(Step::item(place), node, item, way, row);
            }
        }
        (View::Map(entries), _) => entries.each(&mut |name, entry| {
            let (Entry::Text(text) | Entry::Json(text)) = entry;
            way.push(Step::key(name));
            put(way, escaped(text).into_owned(), row);
            way.pop();
        }),
        (View::Object(members), Shape::Object(shape)) => {
            let mut empty = true;
            for (place, member) in shape.members.iter().enumerate() {
                if let Some(node) = members.member(place) {
                    empty = false;
                    below(Step::member(place, member.name), node, &member.shape, way, row);
                }
            }
            if empty {
                put(way, NO_MEMBER.to_owned(), row);
            }
        }
        (View::Choice(tag, node), Shape::Choice(shape)) => {
            for (place, branch) in shape.branches.iter().enumerate().filter(|(_, branch)| branch.tag == tag) {
                below(Step::member(place, tag), node, &branch.shape, way, row);
            }
        }
        // A value is of the shape of its type.
        (View::List(_) | View::Object(_) | View::Choice(..), _) => {}
    }
}

/// The text of a value that is a string in JSON.
fn string(node: &dyn Node) -> String {
    match node.view() {
        View::Text(text) => text.to_owned(),
        View::Display(shown) => shown.to_string(),
        _ => String::new(),
    }
}

fn below(step: Step, node: &dyn Node, shape: &Shape, way: &mut Vec<Step>, row: &mut Row) {
    way.push(step);
    write_cells(node, shape, way, row);
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
    let bytes = writer.into_inner().invariant("memory takes what is written to it");
    String::from_utf8(bytes).invariant("cells are UTF-8")
}
