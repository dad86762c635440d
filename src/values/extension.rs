use super::{Leaf, List, Visitor, Walk};
use crate::json::{self, Fill, Read, Reader, Refused, Scanner, ValueFault};
use crate::reflect::{
    Entries, Entry, MapShape, Node, Optional, Path, Problem, Shape, Shaped, StringShape, ValueError, View,
    never_newer, never_sure, sanitized,
};
use smol_str::SmolStr;
use std::fmt;

/// Custom data: a map from a reverse domain name, such as `org.example.survey`, to any JSON value.
///
/// A domain name prevents two publishers from using one name for different things. Values are kept as JSON text:
/// nothing is lost or changed, not even numbers of any length; only white space between tokens is removed. Objects and
/// lists can be nested 64 levels deep, and an object must not have the same member twice.
///
/// Inside a type with `#[serde(flatten)]` or `#[serde(untagged)]`, serde itself keeps numbers as 64-bit integers or
/// `f64`: other digits and trailing zeros are lost, and a number that is too large for an `f64` is an error.
///
/// # Examples
///
/// ```
/// use cooperation::values::Extensions;
///
/// let mut extensions = Extensions::default();
/// extensions.insert_json("org.example.survey", r#"{ "score": 4.50 }"#)?;
/// assert_eq!(extensions.get("org.example.survey"), Some(r#"{"score":4.50}"#));
/// # Ok::<(), cooperation::ValueError>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Extensions {
    /// Each name with its value as compact JSON text, in the order of the names.
    entries: List<(SmolStr, Box<str>)>,
}

/// Type that a value is read into.
const ASKED: &str = "value of the type asked for";

/// Most names of one record.
const MOST: usize = 64;

static KEY: StringShape = StringShape {
    name: "ExtensionName",
    title: "extension name",
    docs: "A reverse domain name in lower case with at least one point, at most 255 characters.",
    pattern: Some("^[a-z][a-z0-9-]*(\\.[a-z0-9][a-z0-9-]*)+$"),
    min_length: 3,
    max_length: 255,
    format: None,
    hint: "Write a reverse domain name in lower case, such as \"org.example.survey\".",
    examples: &["org.example.survey"],
    codes: &[],
    closed: false,
    rule: check_key,
    suggest: |text| Some(text.trim().to_ascii_lowercase().replace('_', "-")),
    is_sure: never_sure,
    is_newer: never_newer,
    is_type: false,
};

fn check_key(text: &str) -> Result<(), Problem> {
    let follows = |part: &str| part.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
    let part = |part: &str| !part.is_empty() && !part.starts_with('-') && follows(part);
    let starts = text.bytes().next().is_some_and(|byte| byte.is_ascii_lowercase());
    if !starts || !text.contains('.') || !text.split('.').all(part) {
        return Err("expected a reverse domain name such as org.example.survey".into());
    }
    if text.len() > 255 {
        return Err("it has more than 255 characters".into());
    }
    Ok(())
}

/// Why data of one's own cannot be kept, in words.
fn explain(fault: &ValueFault) -> &'static str {
    match fault {
        ValueFault::Syntax(_) | ValueFault::Unexpected { .. } => "it is not JSON",
        ValueFault::Ends { .. } => "it ends too early",
        ValueFault::Doubled { .. } => "a member is given twice in one object",
        ValueFault::TooDeep { .. } => json::TOO_DEEP,
    }
}

fn check_value(text: &str) -> Result<String, ValueError> {
    let mut scanner = Scanner::new(text);
    let compact = json::compact(&mut scanner, text, json::MAX_NESTING)
        .map_err(|fault| ValueError::new("JSON value", text, explain(&fault)))?;
    scanner.skip_blanks();
    if scanner.offset() < text.len() {
        return Err(ValueError::new("JSON value", text, "something follows it"));
    }
    Ok(compact)
}

impl Extensions {
    /// Returns the JSON text of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|&(known, _)| known == name).map(|(_, json)| json)
    }

    /// Reads the value of a name into a type; `None` if there is no such name.
    ///
    /// # Errors
    /// Returns an error if the value cannot be read into the type.
    ///
    /// # Examples
    ///
    /// ```
    /// use cooperation::values::Extensions;
    ///
    /// let mut extensions = Extensions::default();
    /// extensions.insert("org.example.scores", &[4, 5])?;
    /// assert_eq!(extensions.get_as::<Vec<u8>>("org.example.scores")?, Some(vec![4, 5]));
    /// assert!(extensions.get_as::<String>("org.example.scores").is_err());
    /// # Ok::<(), cooperation::ValueError>(())
    /// ```
    pub fn get_as<'a, T: serde::Deserialize<'a>>(&'a self, name: &str) -> Result<Option<T>, ValueError> {
        let read = |json| {
            serde_json::from_str(json)
                .map_err(|error| ValueError::new(ASKED, json, String::from(sanitized(&error.to_string()))))
        };
        self.get(name).map(read).transpose()
    }

    /// Adds a JSON text under a name, and replaces an existing value.
    ///
    /// # Errors
    /// Returns an error if the name is not a reverse domain name, the text is not one JSON value, has a member twice
    /// or is nested too deeply, or if there are 64 names already.
    pub fn insert_json(&mut self, name: impl AsRef<str>, json: impl AsRef<str>) -> Result<(), ValueError> {
        let (name, json) = (name.as_ref(), json.as_ref());
        KEY.check(name)?;
        if self.entries.len() >= MOST && self.get(name).is_none() {
            return Err(ValueError::new(KEY.title, name, "a record has at most 64 extensions"));
        }
        let compact = check_value(json)?;
        self.remove(name);
        self.push(SmolStr::new(name), compact);
        Ok(())
    }

    /// Adds a value under a name, and replaces an existing value.
    ///
    /// # Errors
    /// Returns an error if the name is not a reverse domain name, the value cannot be written as JSON, has a member
    /// twice or is nested too deeply, or if there are 64 names already.
    pub fn insert(
        &mut self,
        name: impl AsRef<str>,
        value: &(impl serde::Serialize + ?Sized),
    ) -> Result<(), ValueError> {
        let json = serde_json::to_string(value)
            .map_err(|error| ValueError::new("JSON value", name.as_ref(), error.to_string()))?;
        self.insert_json(name, json)
    }

    /// Removes a name, and returns whether it was present.
    pub fn remove(&mut self, name: &str) -> bool {
        let before = self.entries.len();
        self.entries.retain(|(known, _)| known != name);
        self.entries.len() < before
    }

    /// Returns the names and JSON texts, in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.entries.iter().map(|(name, json)| (name.as_str(), &**json))
    }

    /// Returns whether there is no custom data.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// For each pointer whether it leads to a value: all are looked for at once, since what is looked through may be
    /// large.
    pub(crate) fn finds(&self, pointers: &[&str]) -> Vec<bool> {
        let mut found = vec![false; pointers.len()];
        let text = json::to_text(self, false);
        for (_, number) in json::find(&text, pointers) {
            if let Some(found) = found.get_mut(number) {
                *found = true;
            }
        }
        found
    }

    fn push(&mut self, name: SmolStr, json: String) {
        let place = self.entries.iter().take_while(|(known, _)| *known < name).count();
        self.entries.insert(place, (name, json.into()));
    }
}

impl fmt::Debug for Extensions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl Node for Extensions {
    fn view(&self) -> View<'_> {
        View::Map(self)
    }
}

impl Entries for Extensions {
    fn each(&self, show: &mut dyn FnMut(&str, Entry<'_>)) {
        for (name, json) in self.iter() {
            show(name, Entry::Json(json));
        }
    }

    fn resolves(&self, pointer: &str) -> bool {
        !self.is_empty() && self.finds(&[pointer]).contains(&true)
    }
}

impl Walk for Extensions {
    #[inline(never)]
    fn walk(&self, at: &Path<'_>, visitor: &mut dyn Visitor) {
        for (name, json) in self.iter() {
            visitor.leaf(&at.member(name), Leaf::Extension(name, json));
        }
    }
}

static EXTENSIONS: MapShape = MapShape {
    name: "Extensions",
    title: "extensions",
    docs: "Custom data: any JSON value, keyed by a reverse domain name such as org.example.survey.",
    key: &KEY,
    value: Shape::Any,
    max_members: 64,
    example: r#"{"org.example.survey": {"score": 4}}"#,
};

impl Shaped for Extensions {
    const SHAPE: Shape = Shape::Map(&EXTENSIONS);
}

impl Optional for Extensions {
    const SHAPE: Shape = <Self as Shaped>::SHAPE;

    fn present(&self) -> Option<&dyn Node> {
        if self.is_empty() { None } else { Some(self) }
    }
}

impl Read for Extensions {
    fn read(reader: &mut Reader<'_>) -> Result<Self, Refused> {
        let mut extensions = Self::default();
        reader.map(&mut |name, reader| {
            let given = extensions.get(&name).is_some();
            if given || extensions.entries.len() >= MOST || check_key(&name).is_err() {
                return Err(Refused);
            }
            extensions.push(SmolStr::new(name), reader.any()?);
            Ok(())
        })?;
        if extensions.is_empty() { Err(Refused) } else { Ok(extensions) }
    }
}

impl Fill for Extensions {
    fn fill(&mut self, reader: &mut Reader<'_>) -> Result<(), Refused> {
        if !self.is_empty() {
            return Err(Refused);
        }
        *self = Self::read(reader)?;
        Ok(())
    }
}

impl serde::Serialize for Extensions {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        json::serialize(self, serializer)
    }
}

impl<'de> serde::Deserialize<'de> for Extensions {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        json::deserialize(deserializer)
    }
}
