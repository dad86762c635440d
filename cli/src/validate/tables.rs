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
        }
    }
}
