//! What the messages of faults say of what was found and what belongs there.

use super::help::Help;
use crate::json::{Edit, Token};
use crate::reflect::{MapShape, Shape, StringShape, ValueError, excerpt};
use std::ops::Range;

/// What stands there, as a message says it.
pub(super) fn found(token: Token<'_>) -> String {
    match token {
        Token::ObjectStart => "an object".to_owned(),
        Token::ListStart => "a list".to_owned(),
        Token::String(raw) => excerpt(&raw.text()),
        Token::Number(digits) => number(digits),
        Token::True => "true".to_owned(),
        Token::False => "false".to_owned(),
        Token::Null => "null".to_owned(),
        Token::ObjectEnd => "}".to_owned(),
        Token::ListEnd => "]".to_owned(),
        Token::Colon => "a colon".to_owned(),
        Token::Comma => "a comma".to_owned(),
    }
}

/// A number, cut to a readable length.
pub(super) fn number(digits: &str) -> String {
    match digits.get(..40) {
        Some(start) if digits.len() > 40 => format!("{start}…"),
        _ => digits.to_owned(),
    }
}

/// What belongs there, as a message says it.
pub(super) fn expected(shape: &Shape) -> String {
    match shape {
        Shape::String(string) => format!("a string ({})", string.title),
        Shape::Integer { least, most } => format!("a whole number from {least} to {most}"),
        Shape::Boolean => "true or false".to_owned(),
        Shape::List(_) => "a list".to_owned(),
        Shape::Map(map) => format!("an object ({})", map.title),
        Shape::Object(object) => format!("an object ({})", object.name),
        Shape::Choice(_) => format!("an object with one of the members {}", members(shape)),
        Shape::Any => "a value".to_owned(),
    }
}

/// The names that an object may have, one after the other.
pub(super) fn members(shape: &Shape) -> String {
    names(shape).collect::<Vec<_>>().join(", ")
}

/// The names that an object may have.
pub(super) fn names(shape: &Shape) -> impl Iterator<Item = &'static str> {
    let (members, branches) = match shape {
        Shape::Object(object) => (object.members, Default::default()),
        Shape::Choice(choice) => (Default::default(), choice.branches),
        _ => Default::default(),
    };
    members.iter().map(|member| member.name).chain(branches.iter().map(|branch| branch.tag))
}

/// A value that the shape takes, as JSON, where one can be shown.
pub(super) fn sample(shape: &Shape) -> Option<String> {
    match shape {
        Shape::String(string) => string.examples.first().map(|example| format!("\"{example}\"")),
        Shape::Map(map) => Some(map.example.to_owned()),
        Shape::List(item) => sample(item).map(|item| format!("[{item}]")),
        Shape::Choice(choice) => {
            let branch = choice.branches.first()?;
            sample(&branch.shape).map(|value| format!("{{\"{}\": {value}}}", branch.tag))
        }
        Shape::Object(object) => {
            let required = object.members.iter().filter(|member| member.required).count();
            let shown = object.members.iter().filter(|member| member.required || required == 0);
            let members = shown
                .take(required.max(1))
                .map(|member| sample(&member.shape).map(|value| format!("\"{}\": {value}", member.name)));
            Some(format!("{{{}}}", members.collect::<Option<Vec<_>>>()?.join(", ")))
        }
        Shape::Integer { .. } | Shape::Boolean | Shape::Any => None,
    }
}

/// A text under the first name that a map shows, such as that of a language.
pub(super) fn under_key(map: &MapShape, text: &str) -> Option<String> {
    map.key.examples.first().map(|key| format!("{{\"{key}\": {}}}", excerpt(text)))
}

/// What the kind of record that a member stands in calls it: one has a name, another a title, a third a statement.
pub(super) fn label_member(shape: &Shape, name: &str) -> Option<&'static str> {
    const LABELS: [&str; 3] = ["name", "title", "statement"];
    LABELS.contains(&name).then(|| names(shape).find(|known| LABELS.contains(known)))?
}

/// How to mend a text that breaks its rule, and is a string at these bytes.
pub(super) fn suggestion(
    shape: &StringShape,
    text: &str,
    error: &ValueError,
    bytes: Range<usize>,
) -> Option<Help> {
    match shape.certain(text) {
        Some(meant) => Some(Help::write_string(bytes, &meant)),
        None => match error.suggestion() {
            Some(text) => Some(Help::advice(format!("write \"{text}\""))),
            None => hint(shape).map(Help::advice),
        },
    }
}

/// How a value of a shape is written, as help says it.
fn hint(shape: &StringShape) -> Option<String> {
    let hint = shape.hint.strip_suffix('.')?;
    let first = hint.chars().next()?;
    Some(format!("{}{}", first.to_lowercase(), hint.get(first.len_utf8()..)?))
}

/// How to mend what stands without quotation marks where a text belongs.
pub(super) fn quoted(shape: &StringShape, word: &str, bytes: Range<usize>) -> Option<Help> {
    match shape.check(word) {
        Ok(()) => Some(Help::certain(Edit::of_string(bytes, word), |json| {
            format!("write it in quotation marks: {json}")
        })),
        Err(error) => suggestion(shape, word, &error, bytes),
    }
}

/// `true` or `false`, where a word means one of them.
pub(super) fn truth(word: &str) -> Option<&'static str> {
    let is = |words: &[&str]| words.iter().any(|known| word.trim().eq_ignore_ascii_case(known));
    match () {
        () if is(&["true", "yes", "y", "on", "1"]) => Some("true"),
        () if is(&["false", "no", "n", "off", "0"]) => Some("false"),
        () => None,
    }
}

/// How to write a number that has separators in it.
pub(super) fn decimal_help(shape: &StringShape, run: &str, bytes: Range<usize>) -> Help {
    let error = shape.check(run).err().filter(|error| error.suggestion().is_some());
    let written = error.and_then(|error| suggestion(shape, run, &error, bytes));
    written.unwrap_or_else(|| {
        Help::advice(
            "put the value in quotation marks, without separators and with a point before the decimals",
        )
    })
}
