use super::label::longer_than;
use super::language::{self, Language};
use crate::invariant::Invariant as _;
use crate::json::{Read, Reader, Refused};
use crate::reflect::{
    Entries, Entry, MapShape, Node, Problem, Shape, Shaped, StringShape, ValueError, View, first_step,
    never_newer, never_sure, no_suggestion,
};
use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;

/// A text in one or more languages, each by its language tag: `{"nb": "Mikrofinans Norge", "en": "Microfinance
/// Norway"}`.
///
/// It has 1 to 64 languages. Each text has at most 100,000 characters, which are kept unchanged, and is not blank. The
/// tag `und` marks a text whose language is not known, or which is the same in all languages. `Text` does not
/// implement `Display`; choose a language with [`get`](Text::get) or [`best`](Text::best).
///
/// # Examples
///
/// ```
/// use cooperation::Text;
///
/// let name = Text::new("nb", "Mikrofinans Norge")?.with("en", "Microfinance Norway")?;
/// assert_eq!(name.get("nb"), Some("Mikrofinans Norge"));
/// assert_eq!(name.get("sv"), None);
/// assert_eq!(name.best(&["sv", "en"]), "Microfinance Norway");
/// # Ok::<(), cooperation::ValueError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Text {
    /// Every text after its tag and its length in bytes, `tag:length:text`, in the order of the tags: a text in a
    /// single allocation, since most have one language.
    packed: Box<str>,
}

/// Most languages of a text.
const MOST_LANGUAGES: usize = 64;

/// Most characters in one language.
const LONGEST: usize = 100_000;

static PLAIN_TEXT: StringShape = StringShape {
    name: "SpokenText",
    title: "text",
    docs: "A text in one language: not blank, at most 100,000 characters.",
    pattern: Some("^[\\x00-\\x20]*[^\\x00-\\x20]"),
    min_length: 1,
    max_length: 100_000,
    format: None,
    hint: "Write a text that is not blank.",
    examples: &["Mikrofinans Norge"],
    codes: &[],
    closed: false,
    rule: check_plain_text,
    suggest: no_suggestion,
    is_sure: never_sure,
    is_newer: never_newer,
    is_type: false,
};

fn check_plain_text(text: &str) -> Result<(), Problem> {
    if text.bytes().all(|byte| byte <= b' ') {
        return Err("it is blank".into());
    }
    if longer_than(text, LONGEST) {
        return Err("it has more than 100,000 characters".into());
    }
    Ok(())
}

static TEXT: MapShape = MapShape {
    name: "Text",
    title: "text",
    docs: "A text in one or more languages, each by its language tag (BCP 47). The tag `und` marks a text of no \
               known language, such as a name that is the same everywhere.",
    key: Language::STRING,
    value: Shape::String(&PLAIN_TEXT),
    max_members: 64,
    example: r#"{"nb": "Mikrofinans Norge", "en": "Microfinance Norway"}"#,
};

impl Shaped for Text {
    const SHAPE: Shape = Shape::Map(&TEXT);
}

impl Node for Text {
    fn view(&self) -> View<'_> {
        View::Map(self)
    }
}

impl Entries for Text {
    fn each(&self, show: &mut dyn FnMut(&str, Entry<'_>)) {
        for (tag, text) in self {
            show(tag, Entry::Text(text));
        }
    }

    fn resolves(&self, pointer: &str) -> bool {
        match first_step(pointer) {
            Some((tag, rest)) => rest.is_empty() && self.get(tag).is_some(),
            None => pointer.is_empty(),
        }
    }
}

impl Text {
    /// Creates a text in one language.
    ///
    /// # Errors
    /// Returns an error if the tag is not a language tag, or the text is blank or too long.
    pub fn new(language: impl AsRef<str>, text: impl AsRef<str>) -> Result<Self, ValueError> {
        Self { packed: Box::default() }.with(language, text)
    }

    /// Creates a text with the tag `und`: its language is not known, or it is the same in all languages.
    ///
    /// # Errors
    /// Returns an error if the text is blank or too long.
    pub fn und(text: impl AsRef<str>) -> Result<Self, ValueError> {
        Self::new("und", text)
    }

    /// Returns the text with one language added or replaced.
    ///
    /// # Errors
    /// Returns an error if the tag is not a language tag, the text is blank or too long, or there are more than 64
    /// languages.
    pub fn with(mut self, language: impl AsRef<str>, text: impl AsRef<str>) -> Result<Self, ValueError> {
        self.insert(language, text)?;
        Ok(self)
    }

    /// Adds or replaces the text in one language.
    ///
    /// # Errors
    /// Returns an error if the tag is not a language tag, the text is blank or too long, or there are more than 64
    /// languages. Nothing is changed then.
    ///
    /// # Examples
    ///
    /// ```
    /// use cooperation::Text;
    ///
    /// let mut name = Text::new("nb", "Mikrofinans Norge")?;
    /// name.insert("en", "Microfinance Norway")?;
    /// assert_eq!(name.remove("nb").as_deref(), Some("Mikrofinans Norge"));
    /// assert_eq!(name.remove("en"), None, "a text keeps its last language");
    /// assert_eq!(name.get("en"), Some("Microfinance Norway"));
    /// # Ok::<(), cooperation::ValueError>(())
    /// ```
    pub fn insert(&mut self, language: impl AsRef<str>, text: impl AsRef<str>) -> Result<(), ValueError> {
        let (tag, text) = (language.as_ref(), text.as_ref());
        let language: Language = tag.parse()?;
        PLAIN_TEXT.check(text)?;
        let mut entries: Vec<(&str, &str)> =
            self.iter().filter(|&(known, _)| known != language.as_str()).collect();
        if entries.len() >= MOST_LANGUAGES {
            return Err(ValueError::new("text", tag, "a text has at most 64 languages"));
        }
        let place = entries.iter().take_while(|(known, _)| *known < tag).count();
        entries.insert(place, (tag, text));
        *self = pack(&entries);
        Ok(())
    }

    /// Removes the text in exactly this language and returns it. Returns `None` if there is no such text, or if it is
    /// the only one, which is kept.
    pub fn remove(&mut self, language: &str) -> Option<String> {
        let taken = self.get(language)?.to_owned();
        let entries: Vec<(&str, &str)> = self.iter().filter(|&(known, _)| known != language).collect();
        if entries.is_empty() {
            return None;
        }
        *self = pack(&entries);
        Some(taken)
    }

    /// Returns the text in exactly this language.
    #[must_use]
    pub fn get(&self, language: &str) -> Option<&str> {
        self.iter().find(|&(tag, _)| tag == language).map(|(_, text)| text)
    }

    /// Returns the text in the first available of these languages, or else the first text.
    ///
    /// A tag matches exactly or by its language: `pt` matches `pt-BR`, and the other way round.
    #[must_use]
    pub fn best(&self, languages: &[&str]) -> &str {
        languages
            .iter()
            .find_map(|wanted| {
                self.get(wanted).or_else(|| {
                    self.iter()
                        .find(|(tag, _)| language::primary(tag) == language::primary(wanted))
                        .map(|(_, text)| text)
                })
            })
            .or_else(|| self.iter().next().map(|(_, text)| text))
            .invariant("a text has at least one language")
    }

    /// The bytes of all texts, with their tags and some digits and colons between: what is not in them is in no text.
    pub(crate) fn bytes(&self) -> &[u8] {
        self.packed.as_bytes()
    }

    /// Returns the language tags and texts, in the order of the tags.
    #[must_use]
    pub fn iter(&self) -> Texts<'_> {
        Texts { rest: &self.packed }
    }
}

/// Packs entries, which are in the order of their tags, each as its tag, its length in bytes and itself: `en:5:Goals`.
fn pack<T: AsRef<str>, U: AsRef<str>>(entries: &[(T, U)]) -> Text {
    let mut bytes = 0_usize;
    for (tag, text) in entries {
        let (tag, text) = (tag.as_ref(), text.as_ref());
        let digits = text.len().checked_ilog10().map_or(1, |zeros| zeros.saturating_add(1));
        let marks = usize::try_from(digits).unwrap_or_default().saturating_add(2);
        bytes = bytes.saturating_add(tag.len()).saturating_add(marks).saturating_add(text.len());
    }
    let mut packed = String::with_capacity(bytes);
    for (tag, text) in entries {
        let (tag, text) = (tag.as_ref(), text.as_ref());
        packed.push_str(tag);
        packed.push(':');
        push_number(&mut packed, text.len());
        packed.push(':');
        packed.push_str(text);
    }
    Text { packed: packed.into() }
}

/// Adds a number in decimal digits.
fn push_number(out: &mut String, number: usize) {
    if let Some(more) = number.checked_div(10).filter(|more| *more > 0) {
        push_number(out, more);
    }
    let digit = u32::try_from(number.checked_rem(10).unwrap_or_default()).unwrap_or_default();
    out.extend(char::from_digit(digit, 10));
}

/// An iterator over the language tags and texts of a [`Text`], in the order of the tags.
#[derive(Clone, Debug)]
pub struct Texts<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Texts<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let (tag, rest) = before_mark(self.rest)?;
        let (length, rest) = before_mark(rest)?;
        let length = length.bytes().fold(0_usize, |length, digit| {
            length.saturating_mul(10).saturating_add(usize::from(digit.saturating_sub(b'0')))
        });
        let (text, rest) = rest.split_at_checked(length)?;
        self.rest = rest;
        Some((tag, text))
    }
}

/// What stands before the first colon, and what after it. Both are short: a search for long texts would cost more.
fn before_mark(text: &str) -> Option<(&str, &str)> {
    let end = text.bytes().position(|byte| byte == b':')?;
    let (before, after) = text.split_at_checked(end)?;
    Some((before, after.get(1..)?))
}

impl<'a> IntoIterator for &'a Text {
    type Item = (&'a str, &'a str);
    type IntoIter = Texts<'a>;

    fn into_iter(self) -> Texts<'a> {
        self.iter()
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl Read for Text {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Refused> {
        let mut entries: Vec<(Cow<'_, str>, Cow<'_, str>)> = Vec::with_capacity(2);
        reader.map(&mut |tag, reader| {
            let text = reader.string()?;
            // Most writers keep the order of the tags: the search for the place ends at once.
            let mut place = entries.len();
            while let Some((known, _)) = place.checked_sub(1).and_then(|last| entries.get(last)) {
                match known.cmp(&tag) {
                    Ordering::Less => break,
                    Ordering::Equal => return Err(Refused),
                    Ordering::Greater => place = place.saturating_sub(1),
                }
            }
            if entries.len() >= MOST_LANGUAGES || !language::check(&tag) || check_plain_text(&text).is_err() {
                return Err(Refused);
            }
            entries.insert(place, (tag, text));
            Ok(())
        })?;
        if entries.is_empty() { Err(Refused) } else { Ok(pack(&entries)) }
    }
}

impl serde::Serialize for Text {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        crate::json::serialize(self, serializer)
    }
}

impl<'de> serde::Deserialize<'de> for Text {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::json::deserialize(deserializer)
    }
}
