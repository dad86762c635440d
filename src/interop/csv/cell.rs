//! Cells: what stands in a spreadsheet for a value.

use std::borrow::Cow;

/// What stands for an empty text, since an empty cell is an absent member.
pub(super) const EMPTY: &str = "\"\"";

/// What stands for an object without a member.
pub(super) const NO_MEMBER: &str = "{}";

/// Whether a spreadsheet may take a text for a formula.
fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])
}

/// The cell for a text.
pub(super) fn escaped(text: &str) -> Cow<'_, str> {
    if text.is_empty() {
        return EMPTY.into();
    }
    if is_formula(text) || text.starts_with('\'') || text == EMPTY {
        return format!("'{text}").into();
    }
    text.into()
}

/// The text that a cell stands for.
pub(super) fn unescaped(cell: &str) -> &str {
    if cell == EMPTY {
        return "";
    }
    match cell.strip_prefix('\'') {
        Some(text) if is_formula(text) || text.starts_with('\'') || text == EMPTY => text,
        _ => cell,
    }
}

/// The texts of a list in one cell, unless one of them could not be told from its neighbours.
pub(super) fn join_list(texts: &[String]) -> Option<String> {
    let plain = |text: &String| !text.contains(';') && text.trim() == text && text != EMPTY;
    if !texts.iter().all(plain) {
        return None;
    }
    let spelled: Vec<_> =
        texts.iter().map(|text| if text.is_empty() { EMPTY } else { text.as_str() }).collect();
    let cell = spelled.join("; ");
    // A single empty text is spelled already.
    Some(if cell == EMPTY { cell } else { escaped(&cell).into_owned() })
}

/// The texts of a list that stands in one cell.
pub(super) fn split_list(cell: &str) -> impl Iterator<Item = &str> {
    let cell = if cell == EMPTY { cell } else { unescaped(cell) };
    cell.split(';').map(str::trim).filter(|text| !text.is_empty()).map(
        |text| {
            if text == EMPTY { "" } else { text }
        },
    )
}

#[cfg(test)]
mod tests {
    use super::{escaped, join_list, split_list, unescaped};

    #[test]
    fn every_text_comes_back_from_its_cell() {
        let starts = ["", "'", "''", "=", "+", "-", "@", "\t", "\r", "\n", "\"\"", "'\"\"", "a"];
        for start in starts {
            for end in ["", "1", "'", "\"", " x", "=1"] {
                let text = format!("{start}{end}");
                let cell = escaped(&text);
                assert_eq!(unescaped(&cell), text, "{cell:?}");
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{cell:?}");
            }
        }
    }

    #[test]
    fn a_text_with_one_apostrophe_is_taken_as_it_is() {
        assert_eq!(unescaped("'t Gooi"), "'t Gooi");
        assert_eq!(unescaped("-5.00"), "-5.00");
    }

    #[test]
    fn lists_come_back_or_are_not_joined() {
        for list in [&["norway", "sweden"][..], &[""], &["", "/name"], &["-a", "b"], &["'", "b"]] {
            let list: Vec<_> = list.iter().map(|&text| text.to_owned()).collect();
            let cell = join_list(&list).unwrap_or_default();
            assert!(split_list(&cell).eq(list.iter().map(String::as_str)), "{cell:?}");
        }
        for list in [&["a;b"][..], &[" a"], &["\"\""]] {
            let list: Vec<_> = list.iter().map(|&text| text.to_owned()).collect();
            assert_eq!(join_list(&list), None);
        }
    }
}
