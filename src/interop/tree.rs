//! JSON as a tree that keeps what is written: the order of members, and every digit of a number.

use crate::json::{Scanner, Token};
use std::fmt::Write as _;

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Tree {
    Null,
    Bool(bool),
    /// The digits as they are written.
    Number(String),
    Text(String),
    List(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

impl Tree {
    /// Reads a text that this library wrote; `None` where it is no JSON.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut scanner = Scanner::new(text);
        let first = scanner.next().ok()??;
        Some(Self::from_token(first, &mut scanner))
    }

    /// The value that begins with a token. The text was checked, and goes only so deep.
    fn from_token(token: Token<'_>, scanner: &mut Scanner<'_>) -> Self {
        match token {
            Token::True => Self::Bool(true),
            Token::False => Self::Bool(false),
            Token::Number(digits) => Self::Number(digits.to_owned()),
            Token::String(raw) => Self::Text(raw.text().into_owned()),
            Token::ListStart => {
                let mut items = Vec::new();
                while let Ok(Some(token)) = scanner.next() {
                    match token {
                        Token::ListEnd => break,
                        Token::Comma => {}
                        token => items.push(Self::from_token(token, scanner)),
                    }
                }
                Self::List(items)
            }
            Token::ObjectStart => {
                let mut members = Vec::new();
                while let Ok(Some(token)) = scanner.next() {
                    match token {
                        Token::String(name) => {
                            // The colon.
                            let _ = scanner.next();
                            let value = scanner.next().ok().flatten();
                            let value = value.map_or(Self::Null, |value| Self::from_token(value, scanner));
                            members.push((name.text().into_owned(), value));
                        }
                        Token::Comma => {}
                        _ => break,
                    }
                }
                Self::Object(members)
            }
            _ => Self::Null,
        }
    }

    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub(super) fn members(&self) -> &[(String, Self)] {
        match self {
            Self::Object(members) => members,
            _ => &[],
        }
    }

    pub(super) fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    pub(super) fn get(&self, name: &str) -> Option<&Self> {
        self.members().iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    pub(super) fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The value as indented JSON.
    pub(super) fn to_json(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, "\n");
        out.push('\n');
        out
    }

    /// Writes the value, its inner lines after this break and indentation.
    fn write(&self, out: &mut String, line: &str) {
        let inner = format!("{line}  ");
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(truth) => out.push_str(if *truth { "true" } else { "false" }),
            Self::Number(digits) => out.push_str(digits),
            Self::Text(text) => push_quoted(out, text),
            Self::List(items) if items.is_empty() => out.push_str("[]"),
            Self::Object(members) if members.is_empty() => out.push_str("{}"),
            Self::List(items) => {
                out.push('[');
                for (place, item) in items.iter().enumerate() {
                    out.push_str(if place == 0 { "" } else { "," });
                    out.push_str(&inner);
                    item.write(out, &inner);
                }
                out.push_str(line);
                out.push(']');
            }
            Self::Object(members) => {
                out.push('{');
                for (place, (name, value)) in members.iter().enumerate() {
                    out.push_str(if place == 0 { "" } else { "," });
                    out.push_str(&inner);
                    push_quoted(out, name);
                    out.push_str(": ");
                    value.write(out, &inner);
                }
                out.push_str(line);
                out.push('}');
            }
        }
    }
}

fn push_quoted(out: &mut String, text: &str) {
    // A text can always be written.
    let _ = write!(out, "{}", serde_json::Value::from(text));
}
