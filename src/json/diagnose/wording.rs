//! What the messages of faults say of what was found and what belongs there.

use crate::json::Token;
use crate::reflect::{ChoiceShape, MapShape, Shape, StringShape, ValueError, excerpt};

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
fn number(digits: &str) -> String {
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

/// To write an object in place of what stands there.
fn such_as(shape: &Shape) -> Option<String> {
    sample(shape).map(|example| format!("write an object, such as {example}"))
}

/// Whether a text has the digits of a number, and no more of them than a count can have.
fn is_number(text: &str) -> bool {
    (1..=10).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A choice that holds what stands there: its first branch that takes a value of that type.
fn chosen(choice: &ChoiceShape, token: Token<'_>) -> Option<String> {
    let branch = |takes: fn(&Shape) -> bool| choice.branches.iter().find(|branch| takes(&branch.shape));
    let counting = branch(|shape| matches!(shape, Shape::Integer { .. }));
    match token {
        Token::Number(digits) => {
            counting.map(|branch| format!("write {{\"{}\": {}}}", branch.tag, number(digits)))
        }
        Token::String(raw) => {
            let text = raw.text();
            let named = choice.branches.iter().filter(|branch| matches!(branch.shape, Shape::String(_)));
            let tags: Vec<&str> = named.map(|branch| branch.tag).collect();
            match tags.as_slice() {
                [] => {}
                [tag] => return Some(format!("write {{\"{tag}\": {}}}", excerpt(&text))),
                [most @ .., last] => {
                    let most = most.join(", ");
                    return Some(format!(
                        "name its kind, {{\"KIND\": {}}}, where KIND is {most} or {last}",
                        excerpt(&text)
                    ));
                }
            }
            if let Some(branch) = counting.filter(|_| is_number(&text)) {
                return Some(format!("write {{\"{}\": {text}}}", branch.tag));
            }
            choice.branches.iter().find_map(|branch| match branch.shape {
                Shape::Map(map) => Some(format!("write {{\"{}\": {}}}", branch.tag, under_key(map, &text)?)),
                _ => None,
            })
        }
        _ => None,
    }
}

/// A text under the first name that a map shows, such as that of a language.
fn under_key(map: &MapShape, text: &str) -> Option<String> {
    map.key.examples.first().map(|key| format!("{{\"{key}\": {}}}", excerpt(text)))
}

/// What the kind of record that a member stands in calls it: one has a name, another a title, a third a statement.
pub(super) fn label_member(shape: &Shape, name: &str) -> Option<&'static str> {
    const LABELS: [&str; 3] = ["name", "title", "statement"];
    LABELS.contains(&name).then(|| names(shape).find(|known| LABELS.contains(known)))?
}

/// How to mend a text that breaks its rule.
pub(super) fn suggestion(error: &ValueError) -> Option<String> {
    error.suggestion().map(|text| format!("write \"{text}\""))
}

/// How to mend what stands without quotation marks where a text belongs.
fn quoted(shape: &StringShape, word: &str) -> Option<String> {
    match shape.check(word) {
        Ok(()) => Some(format!("write it in quotation marks: \"{word}\"")),
        Err(error) => suggestion(&error),
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
pub(super) fn decimal_help(shape: &StringShape, run: &str) -> String {
    let written = shape.check(run).err().and_then(|error| error.suggestion().map(str::to_owned));
    match written {
        Some(written) => format!("write \"{written}\""),
        None => "put the value in quotation marks, without separators and with a point before the decimals"
            .to_owned(),
    }
}

/// How to mend a value of another type than belongs there.
pub(super) fn help_for(shape: &Shape, token: Token<'_>) -> Option<String> {
    let text = match token {
        Token::String(raw) => Some(raw.text()),
        _ => None,
    };
    match (shape, token) {
        (Shape::String(string), Token::Number(_) | Token::True | Token::False) => {
            quoted(string, &found(token))
        }
        (Shape::Integer { .. }, Token::String(_)) => {
            let digits = text?;
            is_number(&digits).then(|| format!("write {digits} without quotation marks"))
        }
        (Shape::Boolean, Token::String(_)) => {
            truth(&text?).map(|word| format!("write {word} without quotation marks"))
        }
        (Shape::Boolean, Token::Number("1")) => Some("write true".to_owned()),
        (Shape::Boolean, Token::Number("0")) => Some("write false".to_owned()),
        (Shape::String(string), Token::ObjectStart) if string.title.ends_with(" id") => {
            Some("write the id in quotation marks in place of the object".to_owned())
        }
        (Shape::String(_), Token::ObjectStart) => {
            Some("write one text in quotation marks in place of the object".to_owned())
        }
        (Shape::List(_), _) => Some("put it in a list, between [ and ]".to_owned()),
        (Shape::Map(map), Token::String(_)) => {
            Some(format!("put it under a {}, such as {}", map.key.title, under_key(map, &text?)?))
        }
        (Shape::Choice(choice), Token::String(_) | Token::Number(_)) => {
            chosen(choice, token).or_else(|| such_as(shape))
        }
        (Shape::Object(_), Token::String(_) | Token::Number(_)) => such_as(shape),
        (Shape::Map(_) | Shape::Object(_) | Shape::Choice(_), Token::ListStart) => {
            Some("write one object in place of the list".to_owned())
        }
        (_, Token::ListStart) => Some("write one value in place of the list".to_owned()),
        _ => None,
    }
}
