//! Where values, members and items begin and end in a text.

use super::{Scanner, Token};
use std::ops::Range;

const BLANKS: [char; 4] = [' ', '\t', '\n', '\r'];

/// The byte after the value that begins at a byte; `None` if it is not JSON.
pub(crate) fn value_end(text: &str, start: usize) -> Option<usize> {
    let mut scanner = Scanner::starting_at(text, start);
    let mut depth = 0_usize;
    loop {
        match scanner.next().ok()?? {
            Token::ObjectStart | Token::ListStart => depth = depth.saturating_add(1),
            Token::ObjectEnd | Token::ListEnd => depth = depth.checked_sub(1)?,
            Token::Colon | Token::Comma if depth == 0 => return None,
            _ => {}
        }
        if depth == 0 {
            return Some(scanner.offset());
        }
    }
}

/// The byte at which the member begins whose value begins at a byte; for an item of a list the same byte.
pub(crate) fn entry_start(text: &str, value: usize) -> Option<usize> {
    let before = text.get(..value)?.trim_end_matches(BLANKS);
    let Some(before) = before.strip_suffix(':') else { return Some(value) };
    let name = before.trim_end_matches(BLANKS).strip_suffix('"')?;
    name.rmatch_indices('"').map(|(at, _)| at).find(|&at| {
        let before = name.get(..at).unwrap_or_default();
        let escapes = before.len().saturating_sub(before.trim_end_matches('\\').len());
        escapes.is_multiple_of(2)
    })
}

/// The bytes of a member or an item together with the comma that is needless without it. `None` for the only one of its
/// object or list, and beside what is not JSON.
pub(crate) fn removal(text: &str, entry: Range<usize>) -> Option<Range<usize>> {
    let before = text.get(..entry.start)?.trim_end_matches(BLANKS);
    let after = text.get(entry.end..)?.trim_start_matches(BLANKS);
    let from = |rest: &str| text.len().saturating_sub(rest.len());
    if let Some(rest) = after.strip_prefix(',') {
        let next = rest.trim_start_matches(BLANKS);
        let is_entry = !next.is_empty() && !next.starts_with(['}', ']', ',', '/', '#']);
        return (is_entry && before.ends_with(['{', '[', ','])).then(|| entry.start..from(next));
    }
    (before.ends_with(',') && after.starts_with(['}', ']']))
        .then(|| before.len().saturating_sub(1)..entry.end)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may fail loudly")]
mod tests {
    use super::{entry_start, removal, value_end};

    #[test]
    fn an_entry_is_removed_with_one_comma() {
        for (text, value, left) in [
            (r#"{"a": 1, "b": 2}"#, "1", Some(r#"{"b": 2}"#)),
            (r#"{"a": 1, "b": 2}"#, "2", Some(r#"{"a": 1}"#)),
            (r#"{"\\\"b" : [1, {"x": 2}] , "c": 3 }"#, "[1", Some(r#"{"c": 3 }"#)),
            ("[\n  1,\n  2,\n  3\n]", "2", Some("[\n  1,\n  3\n]")),
            ("[\n  1,\n  2\n]", "2", Some("[\n  1\n]")),
            ("[7]", "7", None),
            (r#"{"a": 7}"#, "7", None),
            ("[1, 2,]", "2", None),
        ] {
            let start = text.find(value).unwrap();
            let end = value_end(text, start).unwrap();
            let entry = entry_start(text, start).unwrap()..end;
            let found = removal(text, entry).map(|range| {
                let (before, after) = (text.get(..range.start).unwrap(), text.get(range.end..).unwrap());
                format!("{before}{after}")
            });
            assert_eq!(found.as_deref(), left, "{text}");
        }
    }

    #[test]
    fn a_value_that_is_not_complete_has_no_end() {
        for text in ["", "{", "[1", "}", ",", "\"a", "{\"a\": 1]"] {
            assert_eq!(value_end(text, 0), (text == "{\"a\": 1]").then_some(text.len()), "{text}");
        }
    }
}
