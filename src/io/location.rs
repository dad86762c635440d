use super::encoding::BOM;
use crate::json;

/// A location in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[non_exhaustive]
pub struct Location {
    /// Line, counted from 1.
    pub line: u64,
    /// Column in characters, counted from 1.
    pub column: u64,
    /// Offset in bytes from the beginning, including a byte order mark.
    pub offset: u64,
}

impl Location {
    /// The first character.
    pub(super) const START: Self = Self { line: 1, column: 1, offset: 0 };
}

/// Turns bytes into lines and columns, going once through the text: asked in rising order.
#[derive(Debug)]
pub(super) struct LineCounter<'a> {
    rest: &'a [u8],
    at: Location,
}

impl<'a> LineCounter<'a> {
    /// Starts at a text whose first byte is at that place.
    pub(super) const fn new(text: &'a str, start: Location) -> Self {
        Self { rest: text.as_bytes(), at: start }
    }

    /// The place so many bytes after the start of the text, which must not lie before the last one.
    pub(super) fn place(&mut self, start: Location, offset: usize) -> Location {
        let wanted = start.offset.saturating_add(u64::try_from(offset).unwrap_or(u64::MAX));
        let ahead = usize::try_from(wanted.saturating_sub(self.at.offset)).unwrap_or(usize::MAX);
        let (passed, rest) = self.rest.split_at_checked(ahead).unwrap_or((self.rest, &[]));
        self.rest = rest;
        self.at.offset = wanted;
        let last = passed.iter().rposition(|&byte| byte == b'\n');
        if let Some(last) = last {
            let breaks = passed.split(|&byte| byte == b'\n').skip(1).count();
            self.at.line = self.at.line.saturating_add(count(breaks));
            self.at.column = 1;
            self.at.column =
                self.at.column.saturating_add(characters(passed.get(last..).unwrap_or_default()));
            // The line break itself was counted with them.
            self.at.column = self.at.column.saturating_sub(1);
        } else {
            self.at.column = self.at.column.saturating_add(characters(passed));
        }
        self.at
    }
}

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

/// How many characters start in these bytes of UTF-8.
fn characters(bytes: &[u8]) -> u64 {
    count(bytes.iter().filter(|&&byte| byte & 0xc0 != 0x80).count())
}

/// Finds the locations of JSON Pointers in a text: for each pointer, the start of its value.
///
/// All are found in one pass over the text. The result is `None` for a pointer that does not resolve, and for values
/// after a syntax error.
///
/// ```
/// use cooperation::io::locate;
///
/// let text = "{\n  \"version\": \"1.0\"\n}";
/// let places = locate(text, &["/version", "/title"]);
/// assert_eq!(places[0].map(|place| (place.line, place.column)), Some((2, 14)));
/// assert_eq!(places[1], None);
/// ```
#[must_use]
pub fn locate(text: &str, pointers: &[impl AsRef<str>]) -> Vec<Option<Location>> {
    let mut places = vec![None; pointers.len()];
    let stripped = text.strip_prefix(BOM).unwrap_or(text);
    let start = Location { offset: count(text.len().saturating_sub(stripped.len())), ..Location::START };
    let mut found = json::find(stripped, pointers);
    found.sort_unstable();
    let mut counter = LineCounter::new(stripped, start);
    for (offset, number) in found {
        let place = counter.place(start, offset);
        if let Some(slot) = places.get_mut(number) {
            *slot = Some(place);
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::locate;

    #[test]
    fn nothing_has_a_place_behind_what_is_no_json() {
        let places = locate(r#"{"a": 1, x, "b": 2}"#, &["/a", "/b"]);
        assert!(places.first().is_some_and(Option::is_some) && places.get(1).is_some_and(Option::is_none));
    }

    #[test]
    fn pointers_are_placed_at_their_values() {
        let text = "\u{feff}{\"å\": [1, {\"b/c\": 2, \"x\": [[]]}, 3],\r\n \"~\": {}, \"é\": \"a\"}";
        let pointers = ["", "/å", "/å/1/b~1c", "/å/2", "/~0", "/é", "/å/3", "/q", "bad", "/å/1/x/0"];
        let places: Vec<_> = locate(text, &pointers)
            .into_iter()
            .map(|place| place.map(|place| (place.line, place.column)))
            .collect();
        let expected = [
            Some((1, 1)),
            Some((1, 7)),
            Some((1, 19)),
            Some((1, 34)),
            Some((2, 7)),
            Some((2, 16)),
            None,
            None,
            None,
            Some((1, 28)),
        ];
        assert_eq!(places, expected);
    }
}
