use super::write::string;
use std::ops::Range;

/// A change of a JSON text that fixes a fault or a finding: where, and the text to write there.
///
/// Only a certain help has one: applying it never changes a value that was right. The range is given in bytes of the
/// text (for faults) or by the JSON Pointer of a value (for findings). [`apply_edits`](crate::io::apply_edits) applies edits
/// to a text.
///
/// # JSON
///
/// `{"start": 40, "end": 47, "replacement": "\"title\""}` or
/// `{"pointer": "/projects/0/status", "replacement": "\"ongoing\""}`. An edit by pointer with an empty replacement
/// removes the member or item.
///
/// # Examples
///
/// ```
/// use cooperation::Dataset;
/// use cooperation::io::apply_edits;
///
/// let text = r#"{"version": "1.0", "titel": {"en": "Goals"}}"#;
/// let error = Dataset::from_json(text).unwrap_err();
/// let edit = error.faults()[0].edit().unwrap();
/// assert_eq!((edit.bytes(), edit.replacement()), (Some(19..26), "\"title\""));
/// assert_eq!(apply_edits(text, &[edit.clone()]).text, r#"{"version": "1.0", "title": {"en": "Goals"}}"#);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Edit {
    #[serde(flatten)]
    place: Place,
    replacement: Box<str>,
}

/// What is replaced.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(untagged)]
enum Place {
    Bytes { start: u64, end: u64 },
    Value { pointer: Box<str> },
}

impl Edit {
    /// Creates an edit that writes a JSON text in place of the value that a JSON Pointer leads to.
    ///
    /// ```
    /// use cooperation::io::{Edit, apply_edits};
    ///
    /// let edit = Edit::replace("/license", r#""CC-BY-4.0""#);
    /// assert_eq!(apply_edits(r#"{"license": "ccby"}"#, &[edit]).text, r#"{"license": "CC-BY-4.0"}"#);
    /// ```
    #[must_use]
    pub fn replace(pointer: impl Into<String>, json: impl Into<String>) -> Self {
        let place = Place::Value { pointer: pointer.into().into() };
        Self { place, replacement: json.into().into() }
    }

    /// Creates an edit that removes the member or item that a JSON Pointer leads to. The only member of an object and the
    /// only item of a list are not removed.
    ///
    /// ```
    /// use cooperation::io::{Edit, apply_edits};
    ///
    /// let edit = Edit::remove("/languages/1");
    /// assert_eq!(apply_edits(r#"{"languages": ["nb", "nb"]}"#, &[edit]).text, r#"{"languages": ["nb"]}"#);
    /// ```
    #[must_use]
    pub fn remove(pointer: impl Into<String>) -> Self {
        Self::replace(pointer, "")
    }

    /// Creates an edit that writes a text in place of a range of bytes.
    ///
    /// ```
    /// use cooperation::io::{Edit, apply_edits};
    ///
    /// assert_eq!(apply_edits("[1, 2,]", &[Edit::replace_bytes(5..6, "")]).text, "[1, 2]");
    /// ```
    #[must_use]
    pub fn replace_bytes(range: Range<u64>, text: impl Into<String>) -> Self {
        let place = Place::Bytes { start: range.start, end: range.end };
        Self { place, replacement: text.into().into() }
    }

    /// An edit that writes a text in place of some bytes.
    pub(crate) fn of_bytes(range: Range<usize>, text: impl Into<String>) -> Self {
        let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
        Self::replace_bytes(count(range.start)..count(range.end), text)
    }

    /// An edit that writes a JSON string in place of some bytes.
    pub(crate) fn of_string(range: Range<usize>, text: &str) -> Self {
        Self::of_bytes(range, string(text))
    }

    /// The same edit in a text that has so many bytes before.
    pub(crate) fn shifted(mut self, by: u64) -> Self {
        if let Place::Bytes { start, end } = &mut self.place {
            (*start, *end) = (start.saturating_add(by), end.saturating_add(by));
        }
        self
    }

    /// Returns the range of bytes that is replaced, if it is known. An empty range is a place where text is added.
    #[must_use]
    pub const fn bytes(&self) -> Option<Range<u64>> {
        match self.place {
            Place::Bytes { start, end } => Some(start..end),
            Place::Value { .. } => None,
        }
    }

    /// Returns the JSON Pointer (RFC 6901) of the value that is replaced or removed, for an edit by pointer.
    #[must_use]
    pub fn pointer(&self) -> Option<&str> {
        match &self.place {
            Place::Bytes { .. } => None,
            Place::Value { pointer } => Some(pointer),
        }
    }

    /// Returns the text that is written: JSON for an edit by pointer, and empty for a removal.
    #[must_use]
    pub fn replacement(&self) -> &str {
        &self.replacement
    }

    /// Returns whether the edit only removes text.
    #[must_use]
    pub fn is_removal(&self) -> bool {
        self.replacement.is_empty()
    }
}
