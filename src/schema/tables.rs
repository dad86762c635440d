//! Columns as the table definitions of engines.

use super::{Column, ColumnKind, UnknownShape, columns};
use std::fmt;
use std::fmt::Write as _;
use std::str::FromStr;

/// An engine that keeps or queries tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Engine {
    /// Apache Spark 4 and what speaks its SQL.
    Spark,
    /// DuckDB.
    DuckDb,
    /// Google BigQuery.
    BigQuery,
}

/// A text that names no engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected spark, duckdb or bigquery")]
#[non_exhaustive]
pub struct UnknownEngine;

impl Engine {
    /// Every engine.
    pub const ALL: &'static [Self] = &[Self::Spark, Self::DuckDb, Self::BigQuery];

    /// The name of the engine: `spark`, `duckdb`, `bigquery`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Spark => "spark",
            Self::DuckDb => "duckdb",
            Self::BigQuery => "bigquery",
        }
    }

    fn quoted(self, name: &str) -> String {
        match self {
            Self::DuckDb => format!("\"{name}\""),
            Self::Spark | Self::BigQuery => format!("`{name}`"),
        }
    }

    fn type_of(self, kind: &ColumnKind) -> String {
        match (kind, self) {
            (ColumnKind::Text | ColumnKind::Date | ColumnKind::Decimal, Self::DuckDb) => "VARCHAR".to_owned(),
            (ColumnKind::Text | ColumnKind::Date | ColumnKind::Decimal, _) => "STRING".to_owned(),
            (ColumnKind::Integer, Self::BigQuery) => "INT64".to_owned(),
            (ColumnKind::Integer, _) => "BIGINT".to_owned(),
            (ColumnKind::Boolean, Self::BigQuery) => "BOOL".to_owned(),
            (ColumnKind::Boolean, _) => "BOOLEAN".to_owned(),
            (ColumnKind::List(item), Self::DuckDb) => format!("{}[]", self.type_of(item)),
            (ColumnKind::List(item), _) => format!("ARRAY<{}>", self.type_of(item)),
            (ColumnKind::Map(value), Self::DuckDb) => format!("MAP(VARCHAR, {})", self.type_of(value)),
            (ColumnKind::Map(value), Self::Spark) => format!("MAP<STRING, {}>", self.type_of(value)),
            // It has no maps, and takes no name with a sign in it.
            (ColumnKind::Map(_) | ColumnKind::Any, Self::BigQuery) => "JSON".to_owned(),
            (ColumnKind::Struct(fields), Self::BigQuery)
                if fields.iter().any(|field| field.name.contains('$')) =>
            {
                "JSON".to_owned()
            }
            (ColumnKind::Struct(fields), _) => self.struct_of(fields),
            (ColumnKind::Any, Self::Spark) => "VARIANT".to_owned(),
            (ColumnKind::Any, Self::DuckDb) => "JSON".to_owned(),
        }
    }

    fn struct_of(self, fields: &[Column]) -> String {
        let (open, colon, close) = match self {
            Self::DuckDb => ("(", "", ")"),
            Self::Spark => ("<", ":", ">"),
            Self::BigQuery => ("<", "", ">"),
        };
        let fields: Vec<String> = fields
            .iter()
            .map(|field| format!("{}{colon} {}", self.quoted(&field.name), self.type_of(&field.kind)))
            .collect();
        format!("STRUCT{open}{}{close}", fields.join(", "))
    }

    /// The expressions of a view for a value: the ends of a date, or a decimal as a number.
    fn readings(self, path: &[&str], kind: &ColumnKind) -> Vec<(String, String)> {
        let value = path.iter().map(|step| self.quoted(step)).collect::<Vec<_>>().join(".");
        let name = path.join("_");
        match kind {
            ColumnKind::Date => vec![
                (
                    format!("{name}_earliest"),
                    format!(
                        "CAST({value} || CASE length({value}) WHEN 4 THEN '-01-01' WHEN 7 THEN '-01' ELSE '' END AS DATE)"
                    ),
                ),
                (
                    format!("{name}_latest"),
                    format!(
                        "CASE length({value}) WHEN 4 THEN CAST({value} || '-12-31' AS DATE) WHEN 7 THEN \
                         last_day(CAST({value} || '-01' AS DATE)) ELSE CAST({value} AS DATE) END"
                    ),
                ),
            ],
            ColumnKind::Decimal => {
                let number = if self == Self::BigQuery { "BIGNUMERIC" } else { "DECIMAL(38, 10)" };
                vec![(format!("{name}_number"), format!("CAST({value} AS {number})"))]
            }
            _ => Vec::new(),
        }
    }

    /// Adds what a view reads of a value and of the fields in it; what stands in a list has no one reading.
    fn collect<'a>(self, path: &mut Vec<&'a str>, kind: &'a ColumnKind, found: &mut Vec<(String, String)>) {
        found.extend(self.readings(path, kind));
        if let ColumnKind::Struct(fields) = kind {
            for field in fields {
                path.push(&field.name);
                self.collect(path, &field.kind, found);
                path.pop();
            }
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Engine {
    type Err = UnknownEngine;

    fn from_str(text: &str) -> Result<Self, UnknownEngine> {
        Self::ALL.iter().copied().find(|engine| engine.as_str() == text).ok_or(UnknownEngine)
    }
}

/// The definition of a table for an engine that holds what a published schema describes, and views beside it in which
/// dates have an earliest and a latest day and decimals are numbers.
///
/// The table keeps every value as it was read: dates and decimals are strings in it. A view rounds after ten decimal
/// places.
///
/// # Errors
/// When there is no schema of this name, or it has a part that no column can hold.
pub fn table(name: &str, engine: Engine) -> Result<String, UnknownShape> {
    let columns = columns(name)?;
    let name = name.replace('-', "_");
    let table = engine.quoted(&name);
    let lines: Vec<String> = columns
        .iter()
        .map(|column| format!("  {} {}", engine.quoted(&column.name), engine.type_of(&column.kind)))
        .collect();
    let using = if engine == Engine::Spark { " USING JSON" } else { "" };
    let mut out = format!("CREATE TABLE {table} (\n{}\n){using};\n", lines.join(",\n"));
    if name == "record_line" {
        for column in &columns {
            if let ColumnKind::Struct(fields) = &column.kind {
                let kept = format!("{} IS NOT NULL", engine.quoted(&column.name));
                add_view(&mut out, engine, &column.name, &[&column.name], fields, &table, Some(&kept));
            }
        }
    } else {
        add_view(&mut out, engine, &name, &[], &columns, &table, None);
    }
    Ok(out)
}

fn add_view<'a>(
    out: &mut String,
    engine: Engine,
    name: &str,
    base: &[&'a str],
    fields: &'a [Column],
    table: &str,
    kept: Option<&str>,
) {
    let mut path = base.to_vec();
    let mut found = Vec::new();
    for field in fields {
        path.push(&field.name);
        engine.collect(&mut path, &field.kind, &mut found);
        path.pop();
    }
    if found.is_empty() || !fields.iter().any(|field| field.name == "id") {
        return;
    }
    let own = format!("{}_", base.join("_"));
    path.push("id");
    let id = path.iter().map(|step| engine.quoted(step)).collect::<Vec<_>>().join(".");
    let mut lines = vec![format!("  {id} AS {}", engine.quoted("id"))];
    lines.extend(found.iter().map(|(column, expression)| {
        let column = if base.is_empty() { column } else { column.strip_prefix(&own).unwrap_or(column) };
        format!("  {expression} AS {}", engine.quoted(column))
    }));
    let view = engine.quoted(&format!("{name}_values"));
    let kept = kept.map(|kept| format!("\nWHERE {kept}")).unwrap_or_default();
    // A String takes whatever is written to it.
    let _ = write!(out, "\nCREATE VIEW {view} AS SELECT\n{}\nFROM {table}{kept};\n", lines.join(",\n"));
}
