//! A table of counts, as text and for programs.

use crate::reader::{NOT_STATED, width};
use crate::visible::visible;
use crate::words::Words;
use serde_json::{Map, Value, json};
use std::fmt::Write as _;

/// A table of counts: a title, headings, and rows of as many cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Table {
    /// What is counted.
    pub(super) title: &'static str,
    /// What the numbers mean, where that is not plain.
    pub(super) note: Option<&'static str>,
    /// The headings.
    pub(super) heads: Vec<&'static str>,
    /// The rows.
    pub(super) rows: Vec<Vec<String>>,
}

impl Table {
    pub(super) fn new(title: &'static str, heads: &[&'static str], rows: Vec<Vec<String>>) -> Self {
        Self { title, note: None, heads: heads.to_vec(), rows }
    }

    pub(super) fn noted(self, note: &'static str) -> Self {
        Self { note: Some(note), ..self }
    }

    /// With aligned columns; what is a number is at the right.
    pub(super) fn text(&self, words: Words) -> String {
        let cells: Vec<Vec<String>> =
            self.told(words).iter().map(|row| row.iter().map(|cell| visible(cell)).collect()).collect();
        let heads: Vec<&str> = self.heads.iter().map(|head| words.label(head)).collect();
        let is_right = |column: usize| self.is_of_numbers(column);
        let widths: Vec<usize> = (0..self.heads.len())
            .map(|column| {
                let cells = cells.iter().filter_map(|row| row.get(column)).map(|cell| width(cell));
                cells.chain(heads.get(column).map(|head| width(head))).max().unwrap_or(0)
            })
            .collect();
        let line = |cells: &mut dyn Iterator<Item = &str>| {
            let mut out = String::from(" ");
            for (column, (cell, &wide)) in cells.zip(&widths).enumerate() {
                let blanks = " ".repeat(wide.saturating_sub(width(cell)));
                let cell =
                    if is_right(column) { format!("{blanks}{cell}") } else { format!("{cell}{blanks}") };
                out.push(' ');
                out.push_str(&cell);
                out.push(' ');
            }
            out.trim_end().to_owned() + "\n"
        };
        let mut out = format!("{}\n", words.label(self.title));
        if let Some(note) = self.note {
            let _ = writeln!(out, "  ({})", words.label(note));
        }
        out.push_str(&line(&mut heads.iter().copied()));
        for row in &cells {
            out.push_str(&line(&mut row.iter().map(String::as_str)));
        }
        out
    }

    /// The cells in the language of the reader: codes as words, and numbers and amounts as people write them.
    fn told(&self, words: Words) -> Vec<Vec<String>> {
        let told = |(head, cell): (&&str, &String)| match *head {
            _ if cell == NOT_STATED => words.label(NOT_STATED).to_owned(),
            "records" | "kind" | "status" => words.label(cell).to_owned(),
            "amount" => words.decimal(cell),
            "year" => cell.clone(),
            _ => match cell.parse() {
                Ok(number) if is_number(cell) => words.number(number),
                _ => cell.clone(),
            },
        };
        self.rows.iter().map(|row| self.heads.iter().zip(row).map(told).collect()).collect()
    }

    /// Whether a column is at the right: every cell is a number or an amount.
    fn is_of_numbers(&self, column: usize) -> bool {
        let is_amount = |text: &str| text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'-'));
        self.rows.iter().all(|row| row.get(column).is_none_or(|cell| is_amount(cell)))
    }

    pub(super) fn markdown(&self, words: Words) -> String {
        let cell = |text: &str| visible(text).replace('\\', "\\\\").replace('|', "\\|").replace('<', "&lt;");
        let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
        let mut out = format!("## {}\n\n", words.label(self.title));
        if let Some(note) = self.note {
            let _ = writeln!(out, "{}.\n", words.label(note));
        }
        out.push_str(&line(self.heads.iter().map(|head| cell(words.label(head))).collect()));
        out.push_str(&line(vec!["---".to_owned(); self.heads.len()]));
        for row in self.told(words) {
            out.push_str(&line(row.iter().map(|text| cell(text)).collect()));
        }
        out
    }
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// All tables as one: a value in each row. Text that a spreadsheet would read as a formula is preceded by an
/// apostrophe.
pub(super) fn csv(tables: &[Table]) -> String {
    let guarded = |text: &str| match text.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n') => format!("'{text}"),
        _ => text.to_owned(),
    };
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    // Writing to memory does not fail.
    let _ = writer.write_record(["table", "row", "column", "value"]);
    for table in tables {
        for row in &table.rows {
            let (keys, values) = row.split_at(table.keys().min(row.len()));
            let key = keys.iter().map(|key| guarded(key)).collect::<Vec<_>>().join("; ");
            for (head, value) in table.heads.iter().skip(keys.len()).zip(values) {
                let _ = writer.write_record([table.title, &key, head, &guarded(value)]);
            }
        }
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

impl Table {
    /// How many columns at the beginning name a row: those before the first of numbers.
    fn keys(&self) -> usize {
        let is_value = |column: usize| {
            column > 0
                && self.rows.iter().all(|row| row.get(column).is_none_or(|cell| is_number(cell)))
                && !matches!(self.heads.get(column), Some(&"year"))
        };
        (0..self.heads.len()).find(|&column| is_value(column)).unwrap_or(1)
    }
}

/// `{"tables": [{"title", "note", "rows": [{...}]}]}`: numbers are numbers, and amounts are texts.
pub(super) fn json(tables: &[Table]) -> String {
    let value = |text: &str| match text.parse::<u64>() {
        Ok(number) if is_number(text) => Value::from(number),
        _ => Value::from(text),
    };
    let tables: Vec<Value> = tables
        .iter()
        .map(|table| {
            let rows = table.rows.iter().map(|row| {
                let cells = table.heads.iter().zip(row);
                Value::Object(
                    cells.map(|(head, cell)| ((*head).to_owned(), value(cell))).collect::<Map<_, _>>(),
                )
            });
            let rows: Vec<Value> = rows.collect();
            match table.note {
                Some(note) => json!({ "title": table.title, "note": note, "rows": rows }),
                None => json!({ "title": table.title, "rows": rows }),
            }
        })
        .collect();
    format!("{:#}\n", json!({ "tables": tables }))
}
