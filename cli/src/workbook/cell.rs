//! Cells: conversion between the cell of a sheet and the text of a table.

use calamine::{DataRef, ExcelDateTime};

/// Why a cell is refused, and what to do.
pub(super) type Refused = (&'static str, String, &'static str);

const AS_TEXT: &str = "format the cell as text and write the value again";

/// The text that a person sees in a cell.
///
/// `format` is the number format of the cell, and `is_date` tells whether its column holds dates.
pub(super) fn text(value: &DataRef<'_>, format: &str, is_date: bool) -> Result<String, Refused> {
    match value {
        DataRef::Empty => Ok(String::new()),
        DataRef::String(text) => Ok(guarded(text)),
        DataRef::SharedString(text) => Ok(guarded(text)),
        DataRef::Bool(truth) => Ok(truth.to_string()),
        // As it is written, so that no digit is lost.
        DataRef::Int(number) => Ok(number.to_string()),
        DataRef::Float(number) => number_text(*number, format),
        DataRef::DateTime(date) => date_text(date, format, is_date),
        DataRef::DateTimeIso(text) if is_date => {
            Ok(text.strip_suffix("T00:00:00").unwrap_or(text).to_owned())
        }
        DataRef::DateTimeIso(text) => Err(not_a_date_column(text)),
        DataRef::DurationIso(text) => Err(time_of_day(text)),
        DataRef::Error(error) => Err((
            "error-in-cell",
            format!("the formula of the cell has no result: {error}"),
            "write the value in place of the formula",
        )),
    }
}

/// The text of a number as a spreadsheet shows it, with the fifteen digits that it keeps.
fn number_text(number: f64, format: &str) -> Result<String, Refused> {
    let changed = |why: String| Err(("changed-by-spreadsheet", why, AS_TEXT));
    if !number.is_finite() || number.abs() >= 1e15 {
        return changed(format!(
            "the spreadsheet keeps fifteen digits of a number, and {number} may have had more"
        ));
    }
    let shown = plain_number(number);
    if format.contains('%') {
        return changed(format!("the cell shows a percentage, and its value is {shown}"));
    }
    if format.contains("E+") || format.contains("e+") {
        return changed(format!("the cell shows a number in scientific notation, and its value is {shown}"));
    }
    if format.len() > 1 && format.bytes().all(|byte| byte == b'0') {
        // Leading zeros, as in postal codes, are in the format and not in the value.
        return Ok(format!("{shown:0>width$}", width = format.len()));
    }
    Ok(shown)
}

/// A number with at most fifteen digits, without an exponent.
fn plain_number(number: f64) -> String {
    let digits = format!("{number:.14e}");
    let rounded: f64 = digits.parse().unwrap_or(number);
    // The shortest text that is read as the same number.
    if rounded == 0.0 { "0".to_owned() } else { rounded.to_string() }
}

/// A date as precise as the cell shows it.
fn date_text(date: &ExcelDateTime, format: &str, is_date: bool) -> Result<String, Refused> {
    let value = date.as_f64();
    // Day 60 is 29 February 1900, which was none; the last is the end of the year 9999.
    if date.is_duration() || !(61.0..2_958_466.0).contains(&value) {
        return Err(time_of_day(&value.to_string()));
    }
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let full = format!("{year:04}-{month:02}-{day:02}");
    if !is_date {
        return Err(not_a_date_column(&full));
    }
    if (hour, minute, second) != (0, 0, 0) {
        return Err((
            "changed-by-spreadsheet",
            format!("the cell has a time of day: {full} {hour:02}:{minute:02}:{second:02}"),
            "write the date alone",
        ));
    }
    let [has_year, has_month, has_day] = parts_of(format);
    match (has_year, has_month, has_day) {
        (true, true, true) => Ok(full),
        (true, true, false) => Ok(format!("{year:04}-{month:02}")),
        (true, false, false) => Ok(format!("{year:04}")),
        _ => Err((
            "changed-by-spreadsheet",
            format!("the spreadsheet has read the value as the date {full}, and does not show all of it"),
            AS_TEXT,
        )),
    }
}

/// Whether a date format shows the year, the month and the day.
fn parts_of(format: &str) -> [bool; 3] {
    let mut seen = [false; 3];
    let mut letters = format.chars();
    while let Some(letter) = letters.next() {
        match letter.to_ascii_lowercase() {
            // Text in quotation marks or brackets, or after a backslash, is shown unchanged.
            '"' => drop(letters.by_ref().find(|&end| end == '"')),
            '[' => drop(letters.by_ref().find(|&end| end == ']')),
            '\\' | '_' | '*' => drop(letters.next()),
            ';' => break,
            'y' | 'e' => seen[0] = true,
            'm' => seen[1] = true,
            'd' => seen[2] = true,
            _ => {}
        }
    }
    seen
}

fn not_a_date_column(date: &str) -> Refused {
    (
        "changed-by-spreadsheet",
        format!("the spreadsheet has turned the value into the date {date}, and this column has no dates"),
        AS_TEXT,
    )
}

fn time_of_day(value: &str) -> Refused {
    ("changed-by-spreadsheet", format!("the spreadsheet has turned the value into a time: {value}"), AS_TEXT)
}

/// In a table an apostrophe stands before what a spreadsheet would take for a formula. A cell of a workbook is a text
/// whatever it begins with, and needs none. A text of two quotation marks, which stands for an empty text, is left alone.
fn is_bare(text: &str) -> bool {
    text.trim_start_matches('\'') == "\"\""
}

/// The text of a sheet for the cell of a table.
pub(super) fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if !is_bare(text) && text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\'']) => {
            text
        }
        _ => cell,
    }
}

/// The cell of a table for the text of a sheet.
fn guarded(text: &str) -> String {
    if text.starts_with('\'') && !is_bare(text) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{guarded, parts_of, plain_number, unguarded};

    #[test]
    fn the_apostrophe_of_a_table_comes_back() {
        for start in ["", "'", "''", "'''", "=", "+", "-", "@", "'=", "''-"] {
            for end in ["", "x", "\"\"", "1"] {
                let text = format!("{start}{end}");
                let is_formula = |text: &str| text.starts_with(['=', '+', '-', '@']);
                // As the tables write it.
                let cell = if text.is_empty() {
                    "\"\"".to_owned()
                } else if is_formula(&text) || text.starts_with('\'') || text == "\"\"" {
                    format!("'{text}")
                } else {
                    text.clone()
                };
                let back = guarded(unguarded(&cell));
                // As the tables read it.
                let read = match back.strip_prefix('\'') {
                    _ if back == "\"\"" => "",
                    Some(rest) if is_formula(rest) || rest.starts_with('\'') || rest == "\"\"" => rest,
                    _ => &back,
                };
                assert_eq!(read, text, "{cell:?} {back:?}");
            }
        }
    }

    #[test]
    fn numbers_are_written_as_they_are_shown() {
        for (number, text) in [
            (780_000.0, "780000"),
            (0.1 + 0.2, "0.3"),
            (-5.25, "-5.25"),
            (1e-7, "0.0000001"),
            (-0.0, "0"),
            (123_456_789_012_345.0, "123456789012345"),
        ] {
            assert_eq!(plain_number(number), text);
        }
    }

    #[test]
    fn a_date_format_shows_as_much_as_it_names() {
        for (format, seen) in [
            ("yyyy-mm-dd", [true, true, true]),
            ("mmm-yy", [true, true, false]),
            ("d-mmm", [false, true, true]),
            ("yyyy", [true, false, false]),
            ("[$-414]d. mmmm yyyy;@", [true, true, true]),
            ("\"day\" yyyy\\d;dd", [true, false, false]),
        ] {
            assert_eq!(parts_of(format), seen, "{format}");
        }
    }
}
