//! What a file holds, by the ending of its name.

use std::path::Path;

/// The endings of files of record lines.
pub(crate) const LINES: &[&str] = &["jsonl", "ndjson"];

/// The ending of tables.
pub(crate) const TABLE: &[&str] = &["csv"];

/// The endings of workbooks.
pub(crate) const WORKBOOK: &[&str] = &["xlsx", "xlsm"];

/// Whether the name of a file has one of these endings, in capital or in small letters.
pub(crate) fn is_one_of(file: &Path, endings: &[&str]) -> bool {
    let ending = file.extension().unwrap_or_default();
    endings.iter().any(|one| ending.eq_ignore_ascii_case(one))
}
