//! Help for values of another type than belongs there.

use super::Diagnoser;
use super::help::Help;
use super::wording::{found, number, quoted, sample, truth, under_key};
use crate::json::{Edit, Token};
use crate::reflect::{ChoiceShape, Shape, StringShape, excerpt};
use std::ops::Range;

/// Most bytes of a value that an edit puts into a list or takes out of one.
const LONGEST: usize = 1 << 16;

impl<'a> Diagnoser<'a> {
    /// How to mend a value of another type than belongs there, whose first token is taken.
    pub(super) fn type_help(&self, shape: &Shape, offset: usize, token: Token<'a>) -> Option<Help> {
        let bytes = offset..self.end();
        let text = match token {
            Token::String(raw) => Some(raw.text()),
            _ => None,
        };
        match (shape, token) {
            (Shape::String(string), Token::Number(digits)) => quoted(string, digits, bytes),
            // A word of one's own is not meant by true.
            (Shape::String(string), Token::True | Token::False) => {
                quoted(string, &found(token), bytes).map(|help| help.with_edit(None))
            }
            (Shape::Integer { least, most }, Token::String(_)) => {
                let number = text?.parse::<u32>().ok().filter(|number| (*least..=*most).contains(number))?;
                Some(Help::certain(Edit::of_bytes(bytes, number.to_string()), without_marks))
            }
            (Shape::Boolean, Token::String(_)) => {
                truth(&text?).map(|word| Help::certain(Edit::of_bytes(bytes, word), without_marks))
            }
            (Shape::Boolean, Token::Number("1")) => Some(Help::write(bytes, "true")),
            (Shape::Boolean, Token::Number("0")) => Some(Help::write(bytes, "false")),
            (Shape::String(string), Token::ObjectStart) => Some(self.of_object(string, offset)),
            (Shape::List(item), _) => {
                let help = Help::advice("put it in a list, between [ and ]");
                let several = text.is_some_and(|text| text.contains([',', ';', '\n']));
                let value = self.end_of_valid(item, offset).filter(|_| !several);
                Some(
                    help.with_edit(
                        self.written_value(offset, value)
                            .map(|(bytes, value)| Edit::of_bytes(bytes, format!("[{value}]"))),
                    ),
                )
            }
            (Shape::Map(map), Token::String(_)) => Some(Help::advice(format!(
                "put it under a {}, such as {}",
                map.key.title,
                under_key(map, &text?)?
            ))),
            (Shape::Choice(choice), Token::String(_) | Token::Number(_)) => {
                chosen(choice, token, bytes).or_else(|| such_as(shape))
            }
            (Shape::Object(_), Token::String(_) | Token::Number(_)) => such_as(shape),
            (_, Token::ListStart) => {
                let what = if matches!(shape, Shape::Map(_) | Shape::Object(_) | Shape::Choice(_)) {
                    "object"
                } else {
                    "value"
                };
                let help = Help::advice(format!("write one {what} in place of the list"));
                Some(help.with_edit(self.only_item(shape, offset)))
            }
            _ => None,
        }
    }

    /// The bytes of a value that is not too long, and the value as it is written.
    fn written_value(&self, start: usize, end: Option<usize>) -> Option<(Range<usize>, &'a str)> {
        let bytes = start..end?;
        let value = self.text.get(bytes.clone()).filter(|value| value.len() <= LONGEST)?;
        Some((bytes, value))
    }

    /// An edit that takes the only item of a list out of it.
    fn only_item(&self, shape: &Shape, offset: usize) -> Option<Edit> {
        let mut scanner = self.scanner.clone();
        scanner.skip_blanks();
        let (bytes, value) =
            self.written_value(scanner.offset(), self.end_of_valid(shape, scanner.offset()))?;
        scanner.go_to(bytes.end);
        (scanner.next() == Ok(Some(Token::ListEnd))).then(|| Edit::of_bytes(offset..scanner.offset(), value))
    }

    /// How to mend an object where a text belongs: by the text of its only member.
    fn of_object(&self, shape: &StringShape, offset: usize) -> Help {
        let is_id = shape.title.ends_with(" id");
        let help = Help::advice(if is_id {
            "write the id in quotation marks in place of the object"
        } else {
            "write one text in quotation marks in place of the object"
        });
        let mut scanner = self.scanner.clone();
        let mut next = || scanner.next().ok().flatten();
        let (name, colon, value, end) = (next(), next(), next(), next());
        let edit = match (name, value) {
            (Some(Token::String(name)), Some(Token::String(value)))
                if colon == Some(Token::Colon)
                    && end == Some(Token::ObjectEnd)
                    && (!is_id || name.text() == "id")
                    && shape.check(&value.text()).is_ok() =>
            {
                Some(Edit::of_string(offset..scanner.offset(), &value.text()))
            }
            _ => None,
        };
        help.with_edit(edit)
    }
}

fn without_marks(json: &str) -> String {
    format!("write {json} without quotation marks")
}

/// To write an object in place of what stands there.
fn such_as(shape: &Shape) -> Option<Help> {
    sample(shape).map(|example| Help::advice(format!("write an object, such as {example}")))
}

/// Whether a text has the digits of a number, and no more of them than a count can have.
fn is_number(text: &str) -> bool {
    (1..=10).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A choice that holds what stands there: its first branch that takes a value of that type.
fn chosen(choice: &ChoiceShape, token: Token<'_>, bytes: Range<usize>) -> Option<Help> {
    let branch = |takes: fn(&Shape) -> bool| choice.branches.iter().find(|branch| takes(&branch.shape));
    let counting = branch(|shape| matches!(shape, Shape::Integer { .. }));
    match token {
        Token::Number(digits) => counting.map(|branch| {
            let json = format!("{{\"{}\": {}}}", branch.tag, number(digits));
            let is_right = matches!(branch.shape, Shape::Integer { least, most }
                if digits.parse::<u32>().is_ok_and(|number| (least..=most).contains(&number)));
            let help = Help::write(bytes, &json);
            if is_right { help } else { help.with_edit(None) }
        }),
        Token::String(raw) => {
            let text = raw.text();
            let named: Vec<(&str, &StringShape)> = choice
                .branches
                .iter()
                .filter_map(|branch| match branch.shape {
                    Shape::String(string) => Some((branch.tag, string)),
                    _ => None,
                })
                .collect();
            match named.as_slice() {
                [] => {}
                [(tag, string)] => {
                    let help = format!("write {{\"{tag}\": {}}}", excerpt(&text));
                    let json = format!("{{\"{tag}\": \"{}\"}}", raw.written());
                    let edit = string.check(&text).is_ok().then(|| Edit::of_bytes(bytes, json));
                    return Some(Help::advice(help).with_edit(edit));
                }
                [most @ .., (last, _)] => {
                    let most: Vec<&str> = most.iter().map(|(tag, _)| *tag).collect();
                    return Some(Help::advice(format!(
                        "name its kind, {{\"KIND\": {}}}, where KIND is {} or {last}",
                        excerpt(&text),
                        most.join(", ")
                    )));
                }
            }
            if let Some(branch) = counting.filter(|_| is_number(&text)) {
                return Some(Help::advice(format!("write {{\"{}\": {text}}}", branch.tag)));
            }
            choice.branches.iter().find_map(|branch| match branch.shape {
                Shape::Map(map) => {
                    Some(Help::advice(format!("write {{\"{}\": {}}}", branch.tag, under_key(map, &text)?)))
                }
                _ => None,
            })
        }
        _ => None,
    }
}
