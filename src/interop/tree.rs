//! JSON as a tree in which every number keeps its digits.

use crate::json::{MAX_NESTING, Scanner, Token};
use crate::reflect::{Entry, Node, View};

use serde::{Serialize, Serializer};
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// Deeper than any record line, in which data of one's own stands in a member of the extensions of a record.
const DEEPEST: usize = MAX_NESTING + 8;

/// The members of a JSON object, by name.
pub(super) type Object = BTreeMap<String, Tree>;

/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Tree {
    Object(Object),
    List(Vec<Self>),
    String(String),
    /// A number, `true`, `false` or `null`, as it is written.
    Literal(String),
}

#[cfg_attr(not(feature = "threesixtygiving"), expect(dead_code, reason = "each format asks for some of it"))]
impl Tree {
    /// The tree of a text that was checked to be JSON: commas and colons are taken for granted. `None` where it is
    /// deeper than any record.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut scanner = Scanner::new(text.strip_prefix('\u{feff}').unwrap_or(text));
        let first = scanner.next().ok()??;
        value(&mut scanner, first, 0)
    }

    /// A value as the tree of what it is in JSON.
    pub(super) fn of(node: &dyn Node) -> Self {
        match node.view() {
            View::Text(text) => Self::string(text),
            View::Display(shown) => Self::String(shown.to_string()),
            View::Integer(number) => Self::Literal(number.to_string()),
            View::Boolean(truth) => Self::Literal(truth.to_string()),
            View::List(items) => Self::List(items.iter().map(Self::of).collect()),
            View::Choice(tag, value) => Self::Object([(tag.to_owned(), Self::of(value))].into()),
            View::Object(members) => {
                let mut object = Object::new();
                members.each(&mut |name, member| {
                    object.insert(name.to_owned(), Self::of(member));
                });
                Self::Object(object)
            }
            View::Map(entries) => {
                let mut object = Object::new();
                entries.each(&mut |name, entry| {
                    let value = match entry {
                        Entry::Text(text) => Some(Self::string(text)),
                        // Custom data was checked to be JSON, and to be no deeper than a tree may be.
                        Entry::Json(json) => Self::parse(json),
                    };
                    object.extend(value.map(|value| (name.to_owned(), value)));
                });
                Self::Object(object)
            }
        }
    }

    pub(super) fn string(text: impl Into<String>) -> Self {
        Self::String(text.into())
    }

    pub(super) const fn as_object(&self) -> Option<&Object> {
        if let Self::Object(members) = self { Some(members) } else { None }
    }

    pub(super) fn as_list(&self) -> Option<&[Self]> {
        if let Self::List(items) = self { Some(items) } else { None }
    }

    pub(super) fn as_str(&self) -> Option<&str> {
        if let Self::String(text) = self { Some(text) } else { None }
    }

    /// The members; none where it is no object.
    pub(super) const fn members(&self) -> &Object {
        static NONE: Object = Object::new();
        if let Self::Object(members) = self { members } else { &NONE }
    }

    pub(super) fn get(&self, name: &str) -> Option<&Self> {
        self.members().get(name)
    }

    pub(super) fn is_null(&self) -> bool {
        matches!(self, Self::Literal(word) if word == "null")
    }
}

fn value(scanner: &mut Scanner<'_>, first: Token<'_>, depth: usize) -> Option<Tree> {
    if depth > DEEPEST {
        return None;
    }
    let deeper = depth.saturating_add(1);
    Some(match first {
        Token::String(text) => Tree::String(text.text().into_owned()),
        Token::Number(digits) => Tree::Literal(digits.to_owned()),
        Token::True => Tree::Literal("true".to_owned()),
        Token::False => Tree::Literal("false".to_owned()),
        Token::Null => Tree::Literal("null".to_owned()),
        Token::ListStart => {
            let mut items = Vec::new();
            loop {
                match scanner.next().ok()?? {
                    Token::ListEnd => break Tree::List(items),
                    Token::Comma => {}
                    token => items.push(value(scanner, token, deeper)?),
                }
            }
        }
        Token::ObjectStart => {
            let mut members = Object::new();
            loop {
                match scanner.next().ok()?? {
                    Token::ObjectEnd => break Tree::Object(members),
                    Token::Comma => {}
                    Token::String(name) => {
                        // The colon.
                        scanner.next().ok()??;
                        let token = scanner.next().ok()??;
                        members.insert(name.text().into_owned(), value(scanner, token, deeper)?);
                    }
                    _ => return None,
                }
            }
        }
        Token::ObjectEnd | Token::ListEnd | Token::Colon | Token::Comma => return None,
    })
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Object(members) => serializer.collect_map(members),
            Self::List(items) => serializer.collect_seq(items),
            Self::String(text) => serializer.serialize_str(text),
            Self::Literal(word) => {
                RawValue::from_string(word.clone()).map_err(serde::ser::Error::custom)?.serialize(serializer)
            }
        }
    }
}
