//! Answers as rows for other programs, and as Markdown.

use super::answer::Answer;
use crate::words::Words;
use clap::ValueEnum;
use serde::Serialize;
use std::fmt::Write as _;

/// How answers are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
#[non_exhaustive]
pub enum Format {
    /// Text for people
    #[default]
    Text,
    /// Table with one row for each line; numbers and dates as in the JSON format
    Csv,
    /// List of objects; numbers and dates as in the JSON format
    Json,
    /// Headings and lists for a document
    Markdown,
}

/// What is asked about a record, and the answer.
#[derive(Debug, Serialize)]
pub(super) struct Row {
    /// The name or the number of the question.
    pub(super) question: String,
    /// The question in words.
    pub(super) words: String,
    /// The record that it is asked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) kind: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<String>,
    pub(super) lines: Vec<String>,
    /// How a source says it, and the passage.
    pub(super) quotes: Vec<Quoted>,
}

#[derive(Debug, Serialize)]
pub(super) struct Quoted {
    how: String,
    passage: String,
}

impl Row {
    /// An answer to a question that is about no single record.
    pub(super) fn new(question: impl Into<String>, words: impl Into<String>, answer: Answer) -> Self {
        let quotes = answer.quotes.into_iter().map(|(how, passage)| Quoted { how, passage }).collect();
        Self {
            question: question.into(),
            words: words.into(),
            kind: None,
            id: None,
            name: None,
            lines: answer.lines,
            quotes,
        }
    }

    fn record(&self) -> Option<String> {
        Some(format!("{}/{}", self.kind?, self.id.as_ref()?))
    }
}

/// The rows in a format other than text.
pub(super) fn written(rows: &[Row], format: Format, words: Words) -> Result<String, serde_json::Error> {
    match format {
        Format::Csv => Ok(csv(rows)),
        Format::Markdown => Ok(markdown(rows, words)),
        Format::Json | Format::Text => Ok(serde_json::to_string_pretty(rows)? + "\n"),
    }
}

fn csv(rows: &[Row]) -> String {
    let mut page = String::from("question,record,name,line,passages\n");
    for row in rows {
        let passages: Vec<&str> = row.quotes.iter().map(|quote| quote.passage.as_str()).collect();
        let passages = passages.join(" | ");
        for line in &row.lines {
            let record = row.record().unwrap_or_default();
            let name = row.name.as_deref().unwrap_or_default();
            let cells = [&row.question, &record, name, line.trim(), &passages].map(cell);
            // Writing to a string cannot fail.
            let _ = writeln!(page, "{}", cells.join(","));
        }
    }
    page
}

/// A cell of a table. What a spreadsheet would take for a formula has an apostrophe before it.
fn cell(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if formula { format!("'{text}") } else { text.to_owned() };
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

fn markdown(rows: &[Row], words: Words) -> String {
    let (mut page, mut last) = (String::new(), None);
    for row in rows {
        if last != Some(&row.question) {
            if !page.is_empty() {
                page.push('\n');
            }
            let _ = writeln!(page, "## {}", escaped(&row.words));
            last = Some(&row.question);
        }
        if let (Some(name), Some(record)) = (&row.name, row.record()) {
            let _ = writeln!(page, "\n### {} ({})", escaped(name), escaped(&record));
        }
        page.push('\n');
        for line in &row.lines {
            let indent = if line.starts_with(' ') { "  " } else { "" };
            let _ = writeln!(page, "{indent}- {}", escaped(line.trim()));
        }
        for quote in &row.quotes {
            let _ = writeln!(page, "\n> {} ({})", escaped(&quote.passage), escaped(words.label(&quote.how)));
        }
    }
    page
}

/// A text in which nothing is markup, on one line.
fn escaped(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' | '\r' | '\t' => line.push(' '),
            letter if letter.is_control() => line.extend(letter.escape_default()),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!' => {
                line.extend(['\\', letter]);
            }
            letter => line.push(letter),
        }
    }
    line
}
