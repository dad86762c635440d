use super::latin::{in_ascii, is_mark};
use super::{Leaf, RecordKind, Visitor, Walk};
use crate::json::{Read, Reader, Refused};
use crate::reflect::{
    Node, Path, Problem, Shape, Shaped, StringShape, ValueError, View, never_newer, never_sure,
};
use smol_str::SmolStr;
use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

/// A type of record that an [`Id`] can refer to.
#[expect(private_bounds, reason = "sealed: the kinds of records are those of the format")]
pub trait Identified: Named {
    /// The kind of record.
    const KIND: RecordKind;
}

/// The shape of the ids of a kind; it also seals [`Identified`].
pub(crate) trait Named {
    const ID: &'static StringShape;
}

/// The id of a record of type `T`, unique among the records of its kind in a dataset.
///
/// It starts with an ASCII letter or digit, followed by letters, digits and `. _ : / ~ -`, at most 255 characters. Ids
/// of different kinds are different types, so that the id of a project cannot be used for a network:
///
/// ```compile_fail,E0308
/// use cooperation::{NetworkId, ProjectId};
///
/// fn memberships_in(network: &NetworkId) {}
///
/// let atm = ProjectId::new("atm").unwrap();
/// memberships_in(&atm); // expected `Id<Network>`, found `Id<Project>`
/// ```
///
/// # Examples
///
/// ```
/// use cooperation::ProjectId;
///
/// let id = ProjectId::new("atm")?;
/// assert_eq!(id.as_str(), "atm");
/// assert!(ProjectId::new("a t m").is_err());
/// # Ok::<(), cooperation::ValueError>(())
/// ```
pub struct Id<T> {
    text: SmolStr,
    kind: PhantomData<fn() -> T>,
}

/// Most characters of an id.
const LONGEST: usize = 255;

const fn may_start(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
}

const fn may_follow(byte: u8) -> bool {
    may_start(byte) || matches!(byte, b'.' | b'_' | b':' | b'/' | b'~' | b'-')
}

fn check(text: &str) -> Result<(), Problem> {
    let bytes = text.as_bytes();
    match bytes.split_first() {
        None => Err("it is empty".into()),
        Some((&first, rest)) if may_start(first) && rest.iter().all(|&byte| may_follow(byte)) => {
            if bytes.len() <= LONGEST { Ok(()) } else { Err("it has more than 255 characters".into()) }
        }
        Some((&first, _)) if !may_start(first) => {
            Err("it must start with a letter A-Z, a-z or a digit".into())
        }
        Some(_) => Err("only letters A-Z and a-z, digits and . _ : / ~ - are allowed".into()),
    }
}

/// The text with a hyphen for all that an id cannot have between two parts, and ASCII letters for other Latin letters. A
/// letter of another script stays.
fn suggest(text: &str) -> String {
    let mut latin = String::with_capacity(text.len());
    for letter in text.chars().filter(|&letter| !is_mark(letter)) {
        let small = letter.to_lowercase().next().unwrap_or(letter);
        match in_ascii(small).filter(|_| !letter.is_ascii()) {
            Some(plain) => latin.push_str(plain),
            None => latin.push(letter),
        }
    }
    let text = latin.as_str();
    let other = |letter: char| u8::try_from(letter).is_ok_and(|byte| byte.is_ascii() && !may_follow(byte));
    let gap = |letter: char| letter.is_whitespace() || other(letter);
    let parts: Vec<&str> = text.split(gap).filter(|part| !part.is_empty()).collect();
    parts.join("-").trim_start_matches(|letter: char| !letter.is_alphanumeric()).to_owned()
}

/// The name in ASCII letters and digits, with a hyphen for what is between words. An apostrophe is within a word.
fn ascii_name(name: &str) -> Result<String, Problem> {
    let mut text = String::with_capacity(name.len());
    let mut is_gap = false;
    for letter in name.chars().flat_map(char::to_lowercase) {
        if is_mark(letter) || matches!(letter, '\'' | '\u{2019}') {
            continue;
        }
        if !letter.is_alphanumeric() {
            is_gap = true;
            continue;
        }
        if is_gap && !text.is_empty() {
            text.push('-');
        }
        is_gap = false;
        if letter.is_ascii() {
            text.push(letter);
        } else if let Some(plain) = in_ascii(letter) {
            text.push_str(plain);
        } else {
            return Err(format!("the letter `{letter}` has no form in Latin letters").into());
        }
    }
    if text.is_empty() { Err("it has no letter and no digit".into()) } else { Ok(text) }
}

/// The shape of an id whose type and kind have these names.
pub(crate) const fn shape(name: &'static str, title: &'static str, docs: &'static str) -> StringShape {
    StringShape {
        name,
        title,
        docs,
        pattern: Some("^[A-Za-z0-9][A-Za-z0-9._:/~-]*$"),
        min_length: 1,
        max_length: 255,
        format: None,
        hint: "Write an id that starts with a letter or digit and has only A-Z, a-z, 0-9 and . _ : / ~ - in it.",
        examples: &["mikrofinans-norge", "GB-CHC-1000147", "2021.NPFI/0042"],
        codes: &[],
        closed: false,
        rule: check,
        suggest: |text| Some(suggest(text)),
        is_sure: never_sure,
        is_newer: never_newer,
        is_type: true,
    }
}

impl<T: Identified> Id<T> {
    /// Creates an id from a text.
    ///
    /// # Errors
    /// Returns an error if the text is empty, longer than 255 characters, or has a character that an id cannot have.
    pub fn new(text: impl AsRef<str>) -> Result<Self, ValueError> {
        text.as_ref().parse()
    }

    /// Derives an id from a name: in lower case, with hyphens between words and Latin letters without diacritics.
    ///
    /// Two names can give the same id. Names in other scripts are an error rather than an id with missing letters.
    ///
    /// # Errors
    /// Returns an error if the name has a letter that is not Latin, has no letter or digit, or gives more than 255
    /// characters.
    ///
    /// # Examples
    ///
    /// ```
    /// use cooperation::OrganizationId;
    ///
    /// let id = OrganizationId::from_name("Luleå tekniska universitet (LTU)")?;
    /// assert_eq!(id.as_str(), "lulea-tekniska-universitet-ltu");
    /// assert_eq!(OrganizationId::from_name("Łódź & Co.")?.as_str(), "lodz-co");
    /// let error = OrganizationId::from_name("Банк").unwrap_err();
    /// assert_eq!(error.problem(), "the letter `б` has no form in Latin letters");
    /// # Ok::<(), cooperation::ValueError>(())
    /// ```
    pub fn from_name(name: &str) -> Result<Self, ValueError> {
        match ascii_name(name).and_then(|text| check(&text).map(|()| text)) {
            Ok(text) => Ok(Self { text: SmolStr::new(text), kind: PhantomData }),
            Err(problem) => Err(ValueError::new("name that an id can be made of", name, problem)),
        }
    }

    /// Returns the kind of record that the id refers to.
    #[must_use]
    pub const fn kind(&self) -> RecordKind {
        T::KIND
    }
}

impl<T> Id<T> {
    /// Returns the id as a string slice.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl<T: Identified> FromStr for Id<T> {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        match check(text) {
            Ok(()) => Ok(Self { text: SmolStr::new(text), kind: PhantomData }),
            Err(problem) => Err(T::ID.error(text, problem)),
        }
    }
}

impl<T: Identified> TryFrom<&str> for Id<T> {
    type Error = ValueError;

    fn try_from(text: &str) -> Result<Self, ValueError> {
        text.parse()
    }
}

impl<T: Identified> TryFrom<String> for Id<T> {
    type Error = ValueError;

    fn try_from(text: String) -> Result<Self, ValueError> {
        text.parse()
    }
}

impl<T: Identified + 'static> Shaped for Id<T> {
    const SHAPE: Shape = Shape::String(T::ID);
}

impl<T: Identified> Node for Id<T> {
    #[inline(never)]
    fn view(&self) -> View<'_> {
        View::Text(&self.text)
    }
}

impl<T: Identified> Walk for Id<T> {
    fn walk(&self, at: &Path<'_>, visitor: &mut dyn Visitor) {
        visitor.leaf(at, Leaf::Id(T::KIND, &self.text));
    }
}

/// The text of an id of whatever kind.
fn read(reader: &mut Reader<'_>) -> Result<SmolStr, Refused> {
    let text = reader.string()?;
    check(&text).map_err(|_| Refused)?;
    Ok(SmolStr::new(text))
}

impl<T: Identified> Read for Id<T> {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Refused> {
        match read(reader) {
            Ok(text) => Ok(Self { text, kind: PhantomData }),
            Err(refused) => Err(refused),
        }
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        Self { text: self.text.clone(), kind: PhantomData }
    }
}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<T> Eq for Id<T> {}

impl<T> PartialEq<str> for Id<T> {
    fn eq(&self, other: &str) -> bool {
        self.text == *other
    }
}

impl<T> PartialEq<&str> for Id<T> {
    fn eq(&self, other: &&str) -> bool {
        self.text == **other
    }
}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.text.cmp(&other.text)
    }
}

impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

/// An id hashes, sorts and compares like its string, so that a map of ids can be searched with a `&str`.
///
/// ```
/// use cooperation::ProjectId;
/// use std::collections::HashMap;
///
/// let budgets = HashMap::from([(ProjectId::new("atm")?, 1_913_897)]);
/// assert_eq!(budgets.get("atm"), Some(&1_913_897));
/// # Ok::<(), cooperation::ValueError>(())
/// ```
impl<T> Borrow<str> for Id<T> {
    fn borrow(&self) -> &str {
        &self.text
    }
}

impl<T> From<Id<T>> for String {
    fn from(id: Id<T>) -> Self {
        id.text.into()
    }
}

impl<T> AsRef<str> for Id<T> {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.text, f)
    }
}

impl<T> serde::Serialize for Id<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de, T: Identified + 'static> serde::Deserialize<'de> for Id<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::json::deserialize(deserializer)
    }
}
