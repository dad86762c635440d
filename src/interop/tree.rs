//! JSON as a tree that keeps what is written: the order of members, and every digit of a number.

use super::NotThis;
use crate::json::{MAX_NESTING, Scanner, Token, ValueFault, compact};
use crate::shape::write_escaped;
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
    /// Reads a text strictly: one value, no member twice, not too deep.
    pub(super) fn parse(text: &str) -> Result<Self, NotThis> {
        let text = text.trim_start_matches('\u{feff}');
        let mut scanner = Scanner::new(text);
        let fault = |fault: ValueFault| match fault {
            ValueFault::Syntax(syntax) => NotThis::at(text, syntax.offset, "this is not JSON"),
            ValueFault::Unexpected { offset } => NotThis::at(text, offset, "this cannot stand here"),
            ValueFault::Ends { offset } => NotThis::at(text, offset, "the text ends too early"),
            ValueFault::Doubled { offset, .. } => NotThis::at(text, offset, "the member is given twice"),
            ValueFault::TooDeep { offset } => NotThis::at(text, offset, "objects and lists stand too deep"),
        };
        let checked = compact(&mut scanner, text, MAX_NESTING).map_err(fault)?;
        scanner.skip_blanks();
        if scanner.offset() < text.len() {
            return Err(NotThis::at(text, scanner.offset(), "something follows the end"));
        }
        let mut scanner = Scanner::new(&checked);
        let first = scanner.next().ok().flatten();
        Ok(first.map_or(Self::Null, |first| Self::from_token(first, &mut scanner)))
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

    /// What the made value lacks or says otherwise; where the made value has a member too many, its pointer is told.
    #[cfg(feature = "threesixtygiving")]
    pub(super) fn rest(&self, made: Option<&Self>, at: &str, too_many: &mut Vec<String>) -> Option<Self> {
        match (self, made) {
            (Self::Object(own), Some(made @ Self::Object(others))) => {
                let surplus = others.iter().filter(|(name, _)| self.get(name).is_none());
                too_many.extend(surplus.map(|(name, _)| step(at, name)));
                let rest = own.iter().filter_map(|(name, value)| {
                    Some((name.clone(), value.rest(made.get(name), &step(at, name), too_many)?))
                });
                let rest: Vec<_> = rest.collect();
                (!rest.is_empty()).then_some(Self::Object(rest))
            }
            (Self::List(own), Some(Self::List(others))) if alike(own, others) => {
                let pairs = own.iter().zip(others).enumerate();
                let rest: Vec<_> = pairs
                    .map(|(place, (one, other))| {
                        one.rest(Some(other), &step(at, &place.to_string()), too_many)
                    })
                    .collect();
                rest.iter().any(Option::is_some).then(|| {
                    Self::List(
                        rest.into_iter().map(|rest| rest.unwrap_or(Self::Object(Vec::new()))).collect(),
                    )
                })
            }
            (_, Some(made)) if self.same(made) => None,
            _ => Some(self.clone()),
        }
    }

    /// Adds what was left over.
    #[cfg(feature = "threesixtygiving")]
    pub(super) fn merge(&mut self, rest: Self) {
        match (self, rest) {
            (Self::Object(own), Self::Object(rest)) => {
                for (name, value) in rest {
                    match own.iter_mut().find(|(known, _)| *known == name) {
                        Some((_, known)) => known.merge(value),
                        None => own.push((name, value)),
                    }
                }
            }
            (Self::List(own), Self::List(rest)) if alike(own, &rest) => {
                own.iter_mut().zip(rest).for_each(|(own, rest)| own.merge(rest));
            }
            (own, rest) => *own = rest,
        }
    }

    /// Takes away what a pointer leads to.
    #[cfg(feature = "threesixtygiving")]
    pub(super) fn remove(&mut self, pointer: &str) {
        let Some(rest) = pointer.strip_prefix('/') else { return };
        let (step, further) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let name = step.replace("~1", "/").replace("~0", "~");
        match self {
            Self::Object(members) if further.is_empty() => members.retain(|(known, _)| *known != name),
            Self::Object(members) => {
                if let Some((_, value)) = members.iter_mut().find(|(known, _)| *known == name) {
                    value.remove(further);
                }
            }
            Self::List(items) => {
                if let Some(item) = step.parse::<usize>().ok().and_then(|place| items.get_mut(place)) {
                    item.remove(further);
                }
            }
            _ => {}
        }
    }

    /// Whether two values are the same: numbers by value, members in any order.
    #[cfg(feature = "threesixtygiving")]
    pub(super) fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Number(one), Self::Number(other)) => number(one) == number(other),
            (Self::List(one), Self::List(other)) => {
                one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.same(other))
            }
            (Self::Object(one), Self::Object(others)) => {
                one.len() == others.len()
                    && one.iter().all(|(name, value)| other.get(name).is_some_and(|other| value.same(other)))
            }
            _ => self == other,
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

/// A pointer with one step more.
pub(super) fn step(at: &str, name: &str) -> String {
    let mut pointer = format!("{at}/");
    // Writing to a string cannot fail.
    let _ = write_escaped(&mut pointer, name);
    pointer
}

fn push_quoted(out: &mut String, text: &str) {
    // A text can always be written.
    let _ = write!(out, "{}", serde_json::Value::from(text));
}

/// Whether two lists are of as many objects, so that each item can be held against its own.
#[cfg(feature = "threesixtygiving")]
fn alike(one: &[Tree], other: &[Tree]) -> bool {
    let objects = |list: &[Tree]| list.iter().all(|item| matches!(item, Tree::Object(_)));
    one.len() == other.len() && objects(one) && objects(other)
}

/// A number by its value: whether it is negative, its digits without zeros at the ends, and the power of ten after them.
#[cfg(feature = "threesixtygiving")]
fn number(text: &str) -> (bool, String, i64) {
    let (negative, text) = text.strip_prefix('-').map_or((false, text), |text| (true, text));
    let (mantissa, power) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, decimals) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{decimals}");
    let trimmed = digits.trim_end_matches('0');
    let zeros = i64::try_from(digits.len().saturating_sub(trimmed.len())).unwrap_or(0);
    let trimmed = trimmed.trim_start_matches('0').to_owned();
    if trimmed.is_empty() {
        return (false, trimmed, 0);
    }
    let decimals = i64::try_from(decimals.len()).unwrap_or(0);
    let power = power.trim_start_matches('+').parse::<i64>().unwrap_or(i64::MAX);
    (negative, trimmed, power.saturating_sub(decimals).saturating_add(zeros))
}
