//! Records as columns, for engines that hold many: from the shapes, without a second description.

use crate::dataset::RecordLine;
use crate::reflect::{Shape, Shaped};
use crate::values::{Decimal, PartialDate, RecordKind};
use cooperation_derive::DebugAsDisplay;
use std::fmt::{self, Write as _};
use std::str::FromStr;

/// Type of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "an engine must take each of them, or cannot hold the records")]
pub enum Column {
    /// A string. Dates, durations, amounts and shares are also strings, because date columns cannot hold `2016` and
    /// numeric columns change decimals.
    Text,
    /// A whole number.
    Integer,
    /// True or false.
    Boolean,
    /// Custom data, as JSON.
    Json,
    /// A map from language tag to text.
    Texts,
    /// A list of values of one type.
    List(Box<Column>),
    /// Named columns, each of which may be null.
    Struct(Vec<(&'static str, Column)>),
}

/// Returns the columns of record lines: one for each kind of record, and one for the metadata of the dataset.
///
/// ```
/// use cooperation::schema::{Column, columns};
///
/// let Column::Struct(kinds) = columns(None) else { unreachable!() };
/// assert_eq!(kinds.len(), 16);
/// let Column::Struct(project) = columns(Some(cooperation::RecordKind::Project)) else { unreachable!() };
/// assert!(project.contains(&("title", Column::Texts)));
/// ```
#[must_use]
pub fn columns(kind: Option<RecordKind>) -> Column {
    match kind {
        None => column(&<RecordLine as Shaped>::SHAPE),
        Some(kind) => RecordLine::shape_of(kind.as_str()).map_or(Column::Json, column),
    }
}

/// It goes no deeper than the shapes do.
fn column(shape: &Shape) -> Column {
    match shape {
        Shape::String(_) => Column::Text,
        Shape::Integer { .. } => Column::Integer,
        Shape::Boolean => Column::Boolean,
        Shape::Map(map) if matches!(map.value, Shape::String(_)) => Column::Texts,
        Shape::Map(_) | Shape::Any => Column::Json,
        Shape::List(item) => Column::List(Box::new(column(item))),
        Shape::Object(object) => {
            let members = object.members.iter().map(|member| (member.name, column(&member.shape)));
            Column::Struct(members.collect())
        }
        Shape::Choice(choice) => {
            let branches = choice.branches.iter().map(|branch| (branch.tag, column(&branch.shape)));
            Column::Struct(branches.collect())
        }
    }
}

/// A database engine that table definitions are written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Engine {
    /// `DuckDB`.
    DuckDb,
    /// Apache Spark, version 4 and later.
    Spark,
    /// Google `BigQuery`.
    BigQuery,
}

/// How an engine names what a column holds.
struct Words {
    text: &'static str,
    integer: &'static str,
    boolean: &'static str,
    json: &'static str,
    texts: &'static str,
    number: &'static str,
    /// What stands around a name.
    quote: char,
    list: [&'static str; 2],
    structure: [&'static str; 2],
    /// What stands between a name and its type in a structure.
    between: &'static str,
}

impl Engine {
    /// All engines.
    pub const ALL: &'static [Self] = &[Self::DuckDb, Self::Spark, Self::BigQuery];

    /// Returns the name of the engine in lower case: `duckdb`, `spark`, `bigquery`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::DuckDb => "duckdb",
            Self::Spark => "spark",
            Self::BigQuery => "bigquery",
        }
    }

    const fn words(self) -> Words {
        match self {
            Self::DuckDb => Words {
                text: "VARCHAR",
                integer: "BIGINT",
                boolean: "BOOLEAN",
                json: "JSON",
                texts: "MAP(VARCHAR, VARCHAR)",
                number: "DECIMAL(38, 10)",
                quote: '"',
                list: ["", "[]"],
                structure: ["STRUCT(", ")"],
                between: " ",
            },
            Self::Spark => Words {
                text: "STRING",
                integer: "BIGINT",
                boolean: "BOOLEAN",
                json: "VARIANT",
                texts: "MAP<STRING, STRING>",
                number: "DECIMAL(38, 10)",
                quote: '`',
                list: ["ARRAY<", ">"],
                structure: ["STRUCT<", ">"],
                between: ": ",
            },
            Self::BigQuery => Words {
                text: "STRING",
                integer: "INT64",
                boolean: "BOOL",
                json: "JSON",
                // There are no maps: texts by language are JSON.
                texts: "JSON",
                number: "BIGNUMERIC",
                quote: '`',
                list: ["ARRAY<", ">"],
                structure: ["STRUCT<", ">"],
                between: " ",
            },
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The error for a text that is not the name of an engine.
#[derive(Clone, Copy, PartialEq, Eq, thiserror::Error, DebugAsDisplay)]
#[error("expected duckdb, spark or bigquery")]
#[non_exhaustive]
pub struct UnknownEngine;

impl FromStr for Engine {
    type Err = UnknownEngine;

    fn from_str(text: &str) -> Result<Self, UnknownEngine> {
        Self::ALL.iter().copied().find(|engine| engine.as_str() == text).ok_or(UnknownEngine)
    }
}

impl Words {
    fn name(&self, name: &str) -> String {
        format!("{0}{name}{0}", self.quote)
    }

    /// The type of a column. It goes no deeper than the shapes do.
    fn type_of(&self, column: &Column) -> String {
        match column {
            Column::Text => self.text.to_owned(),
            Column::Integer => self.integer.to_owned(),
            Column::Boolean => self.boolean.to_owned(),
            Column::Json => self.json.to_owned(),
            Column::Texts => self.texts.to_owned(),
            Column::List(item) => format!("{}{}{}", self.list[0], self.type_of(item), self.list[1]),
            Column::Struct(members) => {
                let member = |(name, column): &(&'static str, Column)| {
                    format!("{}{}{}", self.name(name), self.between, self.type_of(column))
                };
                let members: Vec<String> = members.iter().map(member).collect();
                format!("{}{}{}", self.structure[0], members.join(", "), self.structure[1])
            }
        }
    }
}

/// Returns the definition of the table of record lines, or of one kind of record, with views.
///
/// The views add, for each date outside of lists, its earliest and latest possible day, and amounts as numbers,
/// rounded to ten decimals if the engine supports no more. Values in lists are not in the views.
#[must_use]
pub fn table(engine: Engine, kind: Option<RecordKind>) -> String {
    let words = engine.words();
    let name = kind.map_or("record_line", RecordKind::as_str);
    let Column::Struct(columns) = columns(kind) else { return String::new() };
    let columns: Vec<String> =
        columns.iter().map(|(name, of)| format!("  {} {}", words.name(name), words.type_of(of))).collect();
    let mut out = format!("CREATE TABLE {} (\n{}\n);\n", words.name(name), columns.join(",\n"));
    let kinds = kind.map_or(RecordKind::ALL, |kind| {
        RecordKind::ALL.get(kind as usize..=kind as usize).unwrap_or_default()
    });
    for &of in kinds {
        let path = if kind.is_none() { vec![of.as_str()] } else { Vec::new() };
        out.push_str(&view(&words, name, of, &path));
    }
    out
}

/// A view of the dates and amounts of a kind of record; nothing where it has none.
fn view(words: &Words, table: &str, kind: RecordKind, path: &[&'static str]) -> String {
    let Some(shape) = RecordLine::shape_of(kind.as_str()) else { return String::new() };
    let mut found = Vec::new();
    leaves(shape, &mut path.to_vec(), &mut found);
    if found.is_empty() {
        return String::new();
    }
    let full = |path: &[&str]| path.iter().map(|step| words.name(step)).collect::<Vec<_>>().join(".");
    let own = |path: &[&'static str]| {
        path.iter().skip(usize::from(table == "record_line")).copied().collect::<Vec<_>>().join("_")
    };
    let mut id = path.to_vec();
    id.push("id");
    let mut columns = vec![format!("  {} AS {}", full(&id), words.name("id"))];
    for (path, is_date) in &found {
        let (value, name) = (full(path), own(path));
        if *is_date {
            columns.push(format!(
                "  CAST(CASE LENGTH({value}) WHEN 4 THEN {value} || '-01-01' WHEN 7 THEN {value} || '-01' ELSE {value} END AS DATE) AS {}",
                words.name(&format!("{name}_earliest"))
            ));
            columns.push(format!(
                "  CASE LENGTH({value}) WHEN 4 THEN CAST({value} || '-12-31' AS DATE) WHEN 7 THEN LAST_DAY(CAST({value} || '-01' AS DATE)) ELSE CAST({value} AS DATE) END AS {}",
                words.name(&format!("{name}_latest"))
            ));
        } else {
            columns.push(format!("  CAST({value} AS {}) AS {}", words.number, words.name(&name)));
        }
    }
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write!(
        out,
        "\nCREATE VIEW {} AS SELECT\n{}\nFROM {}",
        words.name(&format!("{}_values", kind.as_str())),
        columns.join(",\n"),
        words.name(table)
    );
    if !path.is_empty() {
        let _ = write!(out, "\nWHERE {} IS NOT NULL", full(path));
    }
    out.push_str(";\n");
    out
}

/// The paths of the dates and decimal numbers that a record has once, and whether each is a date.
fn leaves(shape: &Shape, path: &mut Vec<&'static str>, found: &mut Vec<(Vec<&'static str>, bool)>) {
    match shape {
        Shape::String(string) if string.name == PartialDate::STRING.name => found.push((path.clone(), true)),
        Shape::String(string) if string.name == Decimal::STRING.name => found.push((path.clone(), false)),
        Shape::Object(object) => {
            for member in object.members {
                path.push(member.name);
                leaves(&member.shape, path, found);
                path.pop();
            }
        }
        _ => {}
    }
}
