use super::encoding::BOM;
use crate::json::{Edit, entry_start, find, removal, value_end};
use crate::order::put_in_order;

/// A text after edits. Returned by [`apply_edits`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Edited {
    /// The text.
    pub text: String,
    /// For each edit, whether it was applied.
    pub applied: Vec<bool>,
}

/// Finds the range of bytes of each edit in a text.
///
/// The result has an edit by bytes for each edit, or `None` if its pointer leads to nothing, its range is not in the
/// text, or it removes the only member of an object or the only item of a list.
///
/// ```
/// use cooperation::io::{Edit, locate_edits};
///
/// let located = locate_edits(r#"{"a": 1, "b": 2}"#, &[Edit::remove("/a"), Edit::remove("/c")]);
/// assert_eq!(located[0].as_ref().and_then(Edit::bytes), Some(1..9));
/// assert_eq!(located[1], None);
/// ```
#[must_use]
pub fn locate_edits(text: &str, edits: &[Edit]) -> Vec<Option<Edit>> {
    let mut located: Vec<Option<Edit>> = edits
        .iter()
        .map(|edit| edit.bytes().and(Some(edit)).filter(|edit| is_within(text, edit)).cloned())
        .collect();
    let json = text.strip_prefix(BOM).unwrap_or(text);
    let before = u64::try_from(text.len().saturating_sub(json.len())).unwrap_or(u64::MAX);
    // What is not a pointer leads nowhere.
    let pointers: Vec<&str> = edits.iter().map(|edit| edit.pointer().unwrap_or("-")).collect();
    for (start, number) in find(json, &pointers) {
        if let (Some(edit), Some(slot)) = (edits.get(number), located.get_mut(number)) {
            *slot = at_value(json, start, edit).map(|edit| edit.shifted(before));
        }
    }
    located
}

/// Applies edits to a text, in the order of their places.
///
/// Of edits that overlap, only the first of the text is applied. Everything else in the text is kept as it is.
///
/// ```
/// use cooperation::io::{Edit, apply_edits};
///
/// let edits = [Edit::replace("/b", "7"), Edit::remove("/a"), Edit::remove("/nowhere")];
/// let edited = apply_edits("{\n  \"a\": 1,\n  \"b\": 2\n}", &edits);
/// assert_eq!(edited.text, "{\n  \"b\": 7\n}");
/// assert_eq!(edited.applied, [true, true, false]);
/// ```
#[must_use]
pub fn apply_edits(text: &str, edits: &[Edit]) -> Edited {
    let mut applied = vec![false; edits.len()];
    let located = locate_edits(text, edits);
    let mut ordered: Vec<(usize, usize, usize, &str)> = Vec::with_capacity(edits.len());
    for (number, edit) in located.iter().enumerate() {
        if let Some((edit, range)) = edit.as_ref().and_then(|edit| Some((edit, edit.bytes()?)))
            && let (Ok(start), Ok(end)) = (usize::try_from(range.start), usize::try_from(range.end))
        {
            ordered.push((start, end, number, edit.replacement()));
        }
    }
    put_in_order(&mut ordered, &Ord::cmp);
    let (mut out, mut done, mut last) = (String::with_capacity(text.len()), 0, None);
    for (start, end, number, replacement) in ordered {
        // Two texts at one place have no order.
        if start < done || last == Some(start) {
            continue;
        }
        out.push_str(text.get(done..start).unwrap_or_default());
        out.push_str(replacement);
        (done, last) = (end, Some(start));
        if let Some(applied) = applied.get_mut(number) {
            *applied = true;
        }
    }
    out.push_str(text.get(done..).unwrap_or_default());
    Edited { text: out, applied }
}

/// Whether the range of an edit is in a text and cuts no character.
fn is_within(text: &str, edit: &Edit) -> bool {
    edit.bytes().is_some_and(|range| {
        let (start, end) = (usize::try_from(range.start), usize::try_from(range.end));
        matches!((start, end), (Ok(start), Ok(end)) if text.get(start..end).is_some())
    })
}

/// An edit by pointer whose value begins at this byte, as one by bytes.
fn at_value(json: &str, start: usize, edit: &Edit) -> Option<Edit> {
    let end = value_end(json, start)?;
    let range = if edit.is_removal() { removal(json, entry_start(json, start)?..end)? } else { start..end };
    Some(Edit::of_bytes(range, edit.replacement()))
}
