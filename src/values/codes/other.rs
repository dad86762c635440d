use crate::reflect::{Problem, StringShape};
use crate::values::label::longer_than;
use smol_str::SmolStr;
use std::fmt;

/// A code that is not in its list: one to 64 characters on one line, with no space at either end.
///
/// It has no constructor: parse the code list instead, such as `"dormant".parse::<Status>()`. An `OtherCode` therefore
/// never equals a listed code:
///
/// ```
/// use cooperation::codes::Status;
///
/// assert_eq!("ongoing".parse::<Status>()?, Status::Ongoing);
/// let other: Status = "dormant".parse()?;
/// assert!(matches!(&other, Status::Other(word) if word.to_string() == "dormant"));
/// # Ok::<(), cooperation::ValueError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OtherCode {
    // Behind a pointer: it is rare, and the listed words should not pay for its size.
    text: Box<SmolStr>,
}

impl OtherCode {
    pub(crate) const PATTERN: &'static str =
        "^[^\\x00-\\x20\\x7f]([^\\x00-\\x1f\\x7f]*[^\\x00-\\x20\\x7f])?$";

    /// Returns the code as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    pub(crate) fn parse(text: &str) -> Result<Self, Problem> {
        if text.is_empty() {
            return Err("it is empty".into());
        }
        if text.starts_with(' ') || text.ends_with(' ') {
            return Err("a code has no space at its ends".into());
        }
        if text.bytes().any(|byte| byte.is_ascii_control()) {
            return Err("a code is one line without control characters".into());
        }
        if longer_than(text, 64) {
            return Err("a code has at most 64 characters".into());
        }
        Ok(Self { text: Box::new(SmolStr::new(text)) })
    }
}

impl fmt::Display for OtherCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for OtherCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

/// Why a word of a closed list is refused.
pub(crate) fn not_listed(list: &StringShape) -> Problem {
    let words: Vec<&str> = list.codes.iter().map(|code| code.code).collect();
    format!("expected one of: {}", words.join(", ")).into()
}
