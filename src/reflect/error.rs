use cooperation_derive::DebugAsDisplay;
use std::borrow::Cow;
use std::fmt;

/// Why a text is refused: the fact, in words for the person who wrote it.
pub(crate) type Problem = Cow<'static, str>;

/// Shows the first of some faults, each on a line, and how many more there are.
pub(crate) fn show_faults(
    f: &mut fmt::Formatter<'_>,
    faults: &[impl fmt::Display],
    count: usize,
) -> fmt::Result {
    const SHOWN: usize = 10;
    for (place, fault) in faults.iter().take(SHOWN).enumerate() {
        f.write_str(if place == 0 { "" } else { "\n" })?;
        write!(f, "{fault}")?;
    }
    match count.saturating_sub(faults.len().min(SHOWN)) {
        0 => Ok(()),
        1 => f.write_str("\nand 1 more fault"),
        more => write!(f, "\nand {more} more faults"),
    }
}

/// The error for a text that is not a valid value.
///
/// The message names what was found, what was expected and, if known, what was meant. `Debug` writes the same text, so
/// that a `main` that returns the error prints a readable message.
///
/// ```
/// use cooperation::{CurrencyCode, PartialDate};
///
/// let error = "2023-02-30".parse::<PartialDate>().unwrap_err();
/// assert_eq!(error.to_string(), r#""2023-02-30" is not a date: February 2023 has 28 days"#);
/// let error = "eur".parse::<CurrencyCode>().unwrap_err();
/// assert!(error.to_string().ends_with(r#"; did you mean "EUR"?"#));
/// assert_eq!(format!("{error:?}"), error.to_string());
/// ```
#[derive(Clone, PartialEq, Eq, DebugAsDisplay)]
pub struct ValueError {
    title: &'static str,
    found: Box<str>,
    problem: Problem,
    suggestion: Option<Box<str>>,
}

impl ValueError {
    pub(crate) fn new(title: &'static str, found: &str, problem: impl Into<Problem>) -> Self {
        Self { title, found: excerpt(found).into(), problem: problem.into(), suggestion: None }
    }

    pub(super) fn with_suggestion(self, suggestion: Option<String>) -> Self {
        Self { suggestion: suggestion.map(String::into_boxed_str), ..self }
    }

    /// The text of the error without the suggestion, for messages that give it as their help.
    pub(crate) fn message(&self) -> String {
        format!("{} is not {}: {}", self.found, Article(self.title), self.problem)
    }

    /// Returns the name of the expected value, such as `date` or `currency code`.
    #[must_use]
    pub fn expected(&self) -> &'static str {
        self.title
    }

    /// Returns the refused text in quotation marks, shortened and with control characters escaped.
    #[must_use]
    pub fn found(&self) -> &str {
        &self.found
    }

    /// Returns the reason: what is wrong, and what is expected.
    #[must_use]
    pub fn problem(&self) -> &str {
        &self.problem
    }

    /// Returns a valid text to write instead, if only one can have been meant.
    ///
    /// ```
    /// use cooperation::{CurrencyCode, PartialDate};
    ///
    /// let meant = |text: &str| text.parse::<PartialDate>().unwrap_err().suggestion().map(str::to_owned);
    /// assert_eq!(meant("30.4.2016").as_deref(), Some("2016-04-30"));
    /// assert_eq!(meant("4/5/2016"), None, "in one country May, in another April");
    /// assert_eq!("eur".parse::<CurrencyCode>().unwrap_err().suggestion(), Some("EUR"));
    /// ```
    #[must_use]
    pub fn suggestion(&self) -> Option<&str> {
        self.suggestion.as_deref()
    }
}

impl std::error::Error for ValueError {}

impl fmt::Display for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())?;
        match &self.suggestion {
            Some(meant) => write!(f, "; did you mean {}?", excerpt(meant)),
            None => Ok(()),
        }
    }
}

/// A noun with `a` or `an` before it.
pub(crate) struct Article<'a>(pub &'a str);

impl fmt::Display for Article<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let article = if self.0.starts_with(['a', 'e', 'i', 'o', 'A', 'E', 'I', 'O']) { "an" } else { "a" };
        write!(f, "{article} {}", self.0)
    }
}

/// Most characters of somebody else's text that a message shows.
const SHOWN: usize = 60;

/// A text in quotation marks as a message may show it: cut, with control and invisible characters escaped.
pub(crate) fn excerpt(text: &str) -> String {
    let mut out = String::from("\"");
    let mut letters = text.chars();
    for letter in letters.by_ref().take(SHOWN) {
        push_visible(&mut out, letter);
    }
    out.push('"');
    if letters.next().is_some() {
        out.push('…');
    }
    out
}

/// Adds a character so that a reader sees it and no terminal obeys it.
fn push_visible(out: &mut String, letter: char) {
    match letter {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        _ if is_invisible(letter) => out.extend(letter.escape_unicode()),
        _ => out.push(letter),
    }
}

/// Whether a character is a control, a bidirectional control or another that shows no ink and may mislead.
pub(crate) fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// Most bytes of a message.
const LONGEST: usize = 512;

/// A text as a message may show it: cut, with control and invisible characters escaped.
pub(crate) fn sanitized(text: &str) -> Box<str> {
    const MARK: char = '…';
    if text.len() <= LONGEST && text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return text.into();
    }
    let mut out = String::with_capacity(text.len().min(LONGEST));
    let room = LONGEST.saturating_sub(MARK.len_utf8());
    for letter in text.chars() {
        let before = out.len();
        if is_invisible(letter) {
            out.extend(letter.escape_unicode());
        } else {
            out.push(letter);
        }
        if out.len() > room {
            out.truncate(before);
            out.push(MARK);
            break;
        }
    }
    out.into()
}

#[cfg(test)]
mod tests {
    use super::sanitized;

    #[test]
    fn a_message_is_cut_and_made_visible() {
        assert_eq!(&*sanitized("a\u{202e}b\n"), "a\\u{202e}b\\u{a}");
        let of = |bytes: usize| format!("å{}", "a".repeat(bytes.saturating_sub(2)));
        assert_eq!(&*sanitized(&of(509)), of(509));
        assert_eq!(&*sanitized(&of(510)), format!("{}…", of(509)));
        let long = sanitized(&"å\u{0}".repeat(1000));
        assert!(long.len() <= 512 && long.ends_with('…'), "{} bytes", long.len());
    }
}
