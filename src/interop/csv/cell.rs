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
pub(super) fn protected(text: &str) -> Cow<'_, str> {
    if text.is_empty() {
        return EMPTY.into();
    }
    if is_formula(text) || text.starts_with('\'') || text == EMPTY {
        return format!("'{text}").into();
    }
    text.into()
}

/// The text that a cell stands for.
pub(super) fn restored(cell: &str) -> &str {
    if cell == EMPTY {
        return "";
    }
    match cell.strip_prefix('\'') {
        Some(text) if is_formula(text) || text.starts_with('\'') || text == EMPTY => text,
        _ => cell,
    }
}

/// The texts of a list in one cell, unless one of them could not be told from its neighbours.
pub(super) fn joined(texts: &[String]) -> Option<String> {
    let plain = |text: &String| !text.contains(';') && text.trim() == text && text != EMPTY;
    if !texts.iter().all(plain) {
        return None;
    }
    let spelled: Vec<_> =
        texts.iter().map(|text| if text.is_empty() { EMPTY } else { text.as_str() }).collect();
    let cell = spelled.join("; ");
    // A single empty text is spelled already.
    Some(if cell == EMPTY { cell } else { protected(&cell).into_owned() })
}

/// The texts of a list that stands in one cell.
pub(super) fn parted(cell: &str) -> impl Iterator<Item = &str> {
    let cell = if cell == EMPTY { cell } else { restored(cell) };
    cell.split(';').map(str::trim).filter(|text| !text.is_empty()).map(
        |text| {
            if text == EMPTY { "" } else { text }
        },
    )
}

#[cfg(test)]
mod tests {
    use super::{joined, parted, protected, restored};

    #[test]
    fn every_text_comes_back_from_its_cell() {
        let starts = ["", "'", "''", "=", "+", "-", "@", "\t", "\r", "\n", "\"\"", "'\"\"", "a"];
        for start in starts {
            for end in ["", "1", "'", "\"", " x", "=1"] {
                let text = format!("{start}{end}");
                let cell = protected(&text);
                assert_eq!(restored(&cell), text, "{cell:?}");
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{cell:?}");
            }
        }
    }

    #[test]
    fn a_text_with_one_apostrophe_is_taken_as_it_is() {
        assert_eq!(restored("'t Gooi"), "'t Gooi");
        assert_eq!(restored("-5.00"), "-5.00");
    }

    #[test]
    fn lists_come_back_or_are_not_joined() {
        for list in [&["norway", "sweden"][..], &[""], &["", "/name"], &["-a", "b"], &["'", "b"]] {
            let list: Vec<_> = list.iter().map(|&text| text.to_owned()).collect();
            let cell = joined(&list).unwrap_or_default();
            assert!(parted(&cell).eq(list.iter().map(String::as_str)), "{cell:?}");
        }
        for list in [&["a;b"][..], &[" a"], &["\"\""]] {
            let list: Vec<_> = list.iter().map(|&text| text.to_owned()).collect();
            assert_eq!(joined(&list), None);
        }
    }
}
