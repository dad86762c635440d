use super::bytes::Bytes;
use super::error::Error;
use super::row::Row;
use crate::interop::misfits::{At, Misfits};
use crate::interop::tree::{Object, Tree};
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// The items of a table as a JSON list of objects, whose members are the columns.
pub(super) struct JsonRows<'a> {
    bytes: Bytes<'a>,
    number: u64,
}

impl<'a> JsonRows<'a> {
    /// Begins behind the opening bracket of the list.
    pub(super) const fn open(bytes: Bytes<'a>) -> Self {
        Self { bytes, number: 0 }
    }

    /// The next item. Items that are no objects are passed over and noted.
    pub(super) fn next(&mut self, misfits: &mut Misfits) -> Result<Option<Row>, Error> {
        loop {
            self.bytes.begin();
            let Some(item) = self.item()? else { return Ok(None) };
            self.number = self.number.saturating_add(1);
            let (table, line) = (self.bytes.table, self.number);
            let item = self.bytes.text(item, line)?;
            let Ok(members) = serde_json::from_str::<BTreeMap<String, Box<RawValue>>>(&item) else {
                let message = "the item is not a JSON object: not read";
                misfits.unread(At { place: table.as_str(), line: Some(line) }, message);
                continue;
            };
            let spelt = |title: String| match table.column(title.trim()) {
                Some(known) => known.to_owned(),
                None => title,
            };
            let (head, cells): (Vec<_>, Vec<_>) =
                members.into_iter().map(|(title, value)| (spelt(title), cell(value.get()))).unzip();
            return Ok(Some(Row { table, line, head: head.into(), cells }));
        }
    }

    /// The bytes of the next item of the list.
    fn item(&mut self) -> Result<Option<Vec<u8>>, Error> {
        let mut item = Vec::new();
        let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
        loop {
            let at_end = matches!(self.bytes.peek()?, Some(b',' | b']')) && depth == 0 && !in_string;
            if at_end && item.iter().any(|byte: &u8| !byte.is_ascii_whitespace()) {
                return Ok(Some(item));
            }
            match self.bytes.next()? {
                None => return Err(self.bytes.error("the list has no closing bracket")),
                Some(b']') if at_end => return Ok(None),
                Some(_) if at_end => item.clear(),
                Some(byte) => {
                    item.push(byte);
                    match byte {
                        _ if escaped => escaped = false,
                        b'\\' if in_string => escaped = true,
                        b'"' => in_string = !in_string,
                        b'{' | b'[' if !in_string => depth = depth.saturating_add(1),
                        b'}' | b']' if !in_string => depth = depth.saturating_sub(1),
                        _ => {}
                    }
                }
            }
        }
    }
}

/// A value as a cell of a table: a list of values with semicolons between them.
fn cell(json: &str) -> String {
    match Tree::parse(json) {
        Some(Tree::String(text)) => text,
        Some(Tree::Literal(word)) if word == "null" => String::new(),
        Some(Tree::List(items)) if items.iter().all(|item| item.as_object().is_none()) => {
            let items = items.iter().map(|item| match item {
                Tree::String(text) | Tree::Literal(text) => text.as_str(),
                Tree::Object(_) | Tree::List(_) => "",
            });
            items.collect::<Vec<_>>().join(";")
        }
        Some(Tree::Object(members)) if members == Object::new() => String::new(),
        _ => json.to_owned(),
    }
}
