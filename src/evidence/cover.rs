use super::Span;
use crate::order::put_in_order;
use serde::ser::SerializeStruct as _;
use std::fmt;

/// A passage of a text that is not covered by any quote: on one line, without spaces and punctuation at its ends.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Passage {
    /// Offset of its first byte.
    pub start: usize,
    /// Offset of the byte after the passage.
    pub end: usize,
    /// Line, counted from 1.
    pub line: usize,
    /// Column of its first character, in characters counted from 1.
    pub column: usize,
    /// Text of the passage.
    pub text: String,
}

/// The share of a text that quotes cover.
///
/// Letters and digits of any script are counted (Unicode: alphanumeric); spaces, punctuation and symbols are not. A
/// character that several quotes cover counts once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Coverage {
    /// Number of letters and digits in quotes.
    pub covered: usize,
    /// Number of letters and digits in the text.
    pub characters: usize,
}

impl Coverage {
    /// Returns the share in per cent with one decimal, rounded down, such as `37.9`. It is `100.0` for a text without
    /// letters and digits.
    #[must_use]
    pub fn percent(&self) -> String {
        let tenths = self.covered.saturating_mul(1000).checked_div(self.characters).unwrap_or(1000);
        format!("{}.{}", tenths.div_euclid(10), tenths.rem_euclid(10))
    }
}

impl fmt::Display for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} letters and digits, {} %", self.covered, self.characters, self.percent())
    }
}

impl serde::Serialize for Coverage {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Coverage", 3)?;
        object.serialize_field("covered", &self.covered)?;
        object.serialize_field("characters", &self.characters)?;
        object.serialize_field("percent", &self.percent())?;
        object.end()
    }
}

/// The passages that none of the places covers, and how much the places cover.
pub(super) fn of(text: &str, mut places: Vec<Span>) -> (Vec<Passage>, Coverage) {
    put_in_order(&mut places, &Ord::cmp);
    places.dedup();
    let mut places = places.into_iter().peekable();
    let mut reached = 0;
    let mut coverage = Coverage { covered: 0, characters: 0 };
    let mut passages = Vec::new();
    let mut open: Option<Passage> = None;
    let (mut line, mut column) = (1_usize, 1_usize);
    for (at, letter) in text.char_indices() {
        while let Some(place) = places.next_if(|place| place.start <= at) {
            reached = reached.max(place.end);
        }
        let covered = at < reached;
        if covered || letter == '\n' {
            passages.extend(open.take());
        }
        if letter.is_alphanumeric() {
            coverage.characters = coverage.characters.saturating_add(1);
            if covered {
                coverage.covered = coverage.covered.saturating_add(1);
            } else {
                let end = at.saturating_add(letter.len_utf8());
                let passage = open.get_or_insert_with(|| Passage {
                    start: at,
                    end: at,
                    line,
                    column,
                    text: String::new(),
                });
                passage.text.push_str(text.get(passage.end..end).unwrap_or_default());
                passage.end = end;
            }
        }
        (line, column) =
            if letter == '\n' { (line.saturating_add(1), 1) } else { (line, column.saturating_add(1)) };
    }
    passages.extend(open);
    (passages, coverage)
}
