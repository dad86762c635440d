//! Edits as changes of lines and columns.

use cooperation::io::Edit;
use serde::Serialize;

/// A place in a text: a line and a column in characters, both counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Position {
    pub(crate) line: u64,
    pub(crate) column: u64,
}

/// A change of a text: from where, to where, and what is written there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    pub(crate) start: Position,
    pub(crate) end: Position,
    pub(crate) text: String,
}

impl Change {
    /// Places edits by bytes of a text that begins at a line, in one pass over it.
    pub(crate) fn place(text: &str, line: u64, edits: &[Option<Edit>]) -> Vec<Option<Self>> {
        let ranges: Vec<_> = edits.iter().map(|edit| edit.as_ref().and_then(Edit::bytes)).collect();
        let mut offsets: Vec<u64> =
            ranges.iter().flatten().flat_map(|range| [range.start, range.end]).collect();
        offsets.sort_unstable();
        offsets.dedup();
        let (mut at, mut rest, mut passed) = (Position { line, column: 1 }, text, 0_u64);
        let mut known = Vec::with_capacity(offsets.len());
        for &offset in &offsets {
            let ahead = usize::try_from(offset - passed).unwrap_or(usize::MAX);
            let Some((before, after)) = rest.split_at_checked(ahead) else { break };
            for letter in before.chars() {
                if letter == '\n' {
                    at = Position { line: at.line + 1, column: 1 };
                } else {
                    at.column += 1;
                }
            }
            (rest, passed) = (after, offset);
            known.push(at);
        }
        let position = |offset: u64| known.get(offsets.binary_search(&offset).ok()?).copied();
        let change = |(edit, range): (&Option<Edit>, Option<std::ops::Range<u64>>)| {
            let range = range?;
            let text = edit.as_ref()?.replacement().to_owned();
            Some(Self { start: position(range.start)?, end: position(range.end)?, text })
        };
        edits.iter().zip(ranges).map(change).collect()
    }
}
