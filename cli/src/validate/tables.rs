//! Checks tables and workbooks: what is found is placed by sheet and cell.

use super::found::Checked;
use crate::input::tables::{self, Files, Read};
use crate::visible::name;
use crate::workbook::{self, Problem};
use cooperation::interop::csv::Tables;
use cooperation::{Rules, Severity};
use std::path::Path;

/// Checks the tables in a folder as one dataset.
pub(crate) fn folder(checked: &mut Checked, path: &Path, rules: &Rules) -> Result<(), String> {
    let found = tables::within(path)?;
    if found.is_empty() {
        return Err(format!("{}: no file in this folder ends in .csv", name(path)));
    }
    for problem in tables::unread(path)? {
        checked.problem(Severity::Error, &problem, None);
    }
    let (texts, files) = tables::texts(&found)?;
    judge(checked, tables::read(&texts), &files, rules);
    Ok(())
}

/// Checks one table. What it refers to is in other tables, so that only they together are a dataset.
pub(crate) fn table(checked: &mut Checked, path: &Path, bytes: Vec<u8>, rules: &Rules) -> Result<(), String> {
    let (mut texts, mut files) = (Tables::new(), Files::default());
    tables::add(&mut texts, &mut files, path, bytes)?;
    judge(checked, tables::read(&texts), &Files::default(), rules);
    Ok(())
}

/// Checks a workbook.
pub(crate) fn workbook(checked: &mut Checked, bytes: &[u8], rules: &Rules) {
    let book = match workbook::read(bytes) {
        Ok(book) => book,
        Err(why) => {
            checked.problem(Severity::Error, &Problem::new("unreadable-workbook", "", why), None);
            return;
        }
    };
    for note in &book.notes {
        checked.problem(Severity::Warning, note, None);
    }
    judge(checked, tables::of_book(&book), &Files::default(), rules);
}

fn judge(checked: &mut Checked, read: Result<Read, (Vec<Problem>, usize)>, files: &Files, rules: &Rules) {
    let Read { dataset, places } = match read {
        Ok(read) => read,
        Err((problems, more)) => {
            for problem in &problems {
                checked.problem(Severity::Error, problem, files.of(&problem.table));
            }
            if more > 0 {
                checked.count(Severity::Error, "more faults, which are counted but not kept", more);
            }
            return;
        }
    };
    let before = checked.findings.len();
    checked.judged(&rules.check(&dataset));
    for found in checked.findings.iter_mut().skip(before) {
        if let Some(cell) = places.cell(&found.pointer) {
            found.part = files.of(&cell.table).map(name);
            found.cell = Some(cell.to_string());
            let heads: Vec<String> = places.headings(&cell.table).collect();
            let entry = cell.head.as_deref().and_then(entry_of).unwrap_or_default();
            found.message = in_columns(&found.message, &heads, entry);
            found.help = found.help.as_deref().map(|help| {
                let told = in_columns(help, &heads, entry);
                // What is added to a record is filled in in a row.
                match told.strip_prefix("add `") {
                    Some(columns) if told != help => format!("fill in `{columns}"),
                    _ => told,
                }
            });
        }
    }
}

/// A message whose fields of a record, which are between backticks, are named by the columns of a table: `of` is
/// `of.project`, `of.programme`. `entry` is the entry of a list that the message is about, such as `related.1.`.
fn in_columns(message: &str, heads: &[String], entry: &str) -> String {
    let pieces = message.split('`').enumerate().map(|(number, piece)| {
        let columns = |name: &str| {
            let inside = format!("{name}.");
            let columns = heads.iter().filter(|head| *head == name || head.starts_with(&inside));
            columns.map(String::as_str).collect::<Vec<_>>()
        };
        let is_field = number % 2 == 1;
        let named = if is_field { columns(&format!("{entry}{piece}")) } else { Vec::new() };
        if named.is_empty() { piece.to_owned() } else { named.join("`, `") }
    });
    pieces.collect::<Vec<_>>().join("`")
}

/// The entry of a list that a column belongs to: `related.1.` of `related.1.to.project`.
fn entry_of(head: &str) -> Option<&str> {
    let steps = head.match_indices('.').map(|(at, _)| at);
    let mut before = 0;
    let mut entry = None;
    for at in steps {
        if head.get(before..at)?.bytes().all(|byte| byte.is_ascii_digit()) {
            entry = head.get(..=at);
        }
        before = at.saturating_add(1);
    }
    entry
}

#[cfg(test)]
mod tests {
    use super::{entry_of, in_columns};

    #[test]
    fn fields_are_named_by_the_columns_that_there_are() {
        let heads =
            ["id", "of.project", "of.programme", "recipient.organization", "part_of", "related.1.to.project"]
                .map(str::to_owned);
        assert_eq!(
            in_columns("add `of` or `recipient`", &heads, ""),
            "add `of.project`, `of.programme` or `recipient.organization`"
        );
        for same in ["use `part_of`", "write `und`", "no field", "one ` alone", ""] {
            assert_eq!(in_columns(same, &heads, ""), same);
        }
        assert_eq!(in_columns("add `to`", &heads, "related.1."), "add `related.1.to.project`");
        assert_eq!(entry_of("related.1.to.project"), Some("related.1."));
        assert_eq!(entry_of("actors.2.places.1"), Some("actors.2."));
        assert_eq!(entry_of("period.start"), None);
    }
}
