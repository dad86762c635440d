use crate::reflect::Problem;
use cooperation_derive::StringValue;
use smol_str::SmolStr;

/// A short text that is the same in every language: an acronym, a number such as `1.2`, a code.
///
/// It is one line of 1 to 255 characters, is not blank, and contains no ASCII control characters.
///
/// # Examples
///
/// ```
/// use cooperation::Label;
///
/// assert_eq!(Label::new("EMN")?.as_str(), "EMN");
/// assert!(Label::new(" ").is_err());
/// # Ok::<(), cooperation::ValueError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, StringValue)]
#[string(
    title = "label",
    hint = "Write up to 255 characters on one line.",
    pattern = "^[^\\x00-\\x1f\\x7f]*[^\\x00-\\x20\\x7f][^\\x00-\\x1f\\x7f]*$",
    length = 1..=255,
    examples("EMN", "1.2", "IPA III"),
    leaf = Label,
    kept,
    text,
)]
pub struct Label {
    text: SmolStr,
}

impl Label {
    /// Returns the value as a string slice.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl Label {
    fn parse(text: &str) -> Result<Self, Problem> {
        if text.bytes().any(|byte| byte.is_ascii_control()) {
            return Err("a label is one line without control characters".into());
        }
        if text.bytes().all(|byte| byte == b' ') {
            return Err("it is blank".into());
        }
        if longer_than(text, 255) {
            return Err("it has more than 255 characters".into());
        }
        Ok(Self { text: SmolStr::new(text) })
    }
}

/// A passage of a source, character for character, including unusual spelling and no-break spaces.
///
/// At most 100,000 characters.
#[derive(Clone, PartialEq, Eq, Hash, StringValue)]
#[string(
    title = "quote",
    hint = "Write the passage in quotation marks, character for character.",
    length = 0..=100_000,
    examples("som går over 5 år"),
    leaf = Quote,
    kept,
    text,
)]
pub struct Quote {
    text: Box<str>,
}

impl Quote {
    /// Returns the value as a string slice.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl Quote {
    fn parse(text: &str) -> Result<Self, Problem> {
        if longer_than(text, 100_000) {
            return Err("it has more than 100,000 characters".into());
        }
        Ok(Self { text: text.into() })
    }
}

/// Whether a text has more characters than that. Looks at characters only where bytes leave it open.
pub(super) fn longer_than(text: &str, most: usize) -> bool {
    text.len() > most && text.chars().nth(most).is_some()
}
