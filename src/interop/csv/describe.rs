use super::column::resolve;
use super::tables::names;
use crate::dataset::RecordLine;
use crate::reflect::{Shape, plain};

/// What a column of a table holds, for people who fill it in.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ColumnInfo {
    /// What the member is for.
    pub description: String,
    /// What a value is called, such as `date`; empty if it has no name.
    pub value: &'static str,
    /// Whether no row does without it.
    pub required: bool,
    /// Whether one cell has several values, separated by semicolons.
    pub list: bool,
    /// The codes that are listed for it, each with its meaning; empty if any text is allowed.
    pub codes: Vec<(&'static str, String)>,
    /// Whether other codes than the listed ones are refused.
    pub closed: bool,
    /// Values that are allowed, as examples.
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
        description: plain(column.docs),
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
            info.examples = string.examples;
        }
        Shape::Integer { .. } => info.value = "whole number",
        Shape::Boolean => info.value = "true or false",
        _ => {}
    }
    Some(info)
}
