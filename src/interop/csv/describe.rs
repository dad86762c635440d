use super::column::resolve;
use super::tables::names;
use crate::dataset::RecordLine;
use crate::reflect::{Shape, plain};

/// Description of a column of a table, for the people who fill it in.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ColumnInfo {
    /// Description of the column: of the field, and of the fields around it.
    pub description: String,
    /// Name of the type of value, such as `date`. Empty if it has none.
    pub value: &'static str,
    /// Whether every row needs a value.
    pub required: bool,
    /// Whether one cell has several values, separated by semicolons.
    pub list: bool,
    /// Listed codes with their meanings. Empty if any text is allowed.
    pub codes: Vec<(&'static str, String)>,
    /// Whether codes that are not listed are refused.
    pub closed: bool,
    /// Examples of valid values.
    pub examples: &'static [&'static str],
}

/// Describes a column of a table by its heading; `None` if the format has no such column.
///
/// ```
/// use cooperation::interop::csv;
///
/// let status = csv::column("projects", "status").unwrap();
/// assert!(status.codes.iter().any(|(code, _)| *code == "planned"));
/// assert_eq!(csv::column("projects", "period.start").unwrap().value, "date");
/// assert!(csv::column("projects", "colour").is_none());
/// ```
#[must_use]
pub fn column(table: &str, head: &str) -> Option<ColumnInfo> {
    let (_, tag) = names().find(|&(known, _)| known == table)?;
    let column = resolve(RecordLine::shape_of(tag)?, head).ok()?;
    let (shape, list) = match column.shape {
        Shape::List(item) => (*item, true),
        shape => (shape, false),
    };
    let mut info = ColumnInfo {
        description: column.description(),
        value: "",
        required: column.required,
        list,
        codes: Vec::new(),
        closed: false,
        examples: &[],
    };
    match shape {
        Shape::String(string) => {
            info.value = string.title;
            info.codes = string.codes.iter().map(|code| (code.code, plain(code.docs))).collect();
            info.closed = string.closed;
            // The example of an id says nothing about the ids of this dataset.
            info.examples = if column.refers_to().is_some() { &[] } else { string.examples };
        }
        Shape::Integer { .. } => info.value = "whole number",
        Shape::Boolean => info.value = "true or false",
        _ => {}
    }
    Some(info)
}
