//! Code lists, as each kind of consumer reads them best.

use super::walk::{Keywords, description, keywords, set};
use serde_json::Value;

/// How code lists are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CodeLists {
    /// A constant with title and description for each code; an open list also takes other words.
    Described,
    /// An `enum` with a description for each code, which language servers show.
    Documented,
    /// An `enum`; for an open list a string that suggests the codes.
    Suggested,
    /// As suggested, but an open list is a string without a rule.
    Plain,
}

/// The codes of a list, each with what it means, and the rule for other words where it is open.
struct List {
    codes: Vec<Value>,
    meanings: Vec<Value>,
    others: Option<Keywords>,
}

impl List {
    fn of(schema: &Keywords) -> Option<Self> {
        let open = schema.get("anyOf").and_then(Value::as_array);
        let (listed, others) = match open.map(Vec::as_slice) {
            Some([listed, Value::Object(others)]) => (listed.get("oneOf")?, Some(others.clone())),
            Some(_) => return None,
            None => match schema.get("const") {
                Some(_) => return Self::single(schema),
                None => (schema.get("oneOf")?, None),
            },
        };
        let listed = listed.as_array()?;
        let part = |key: &str| listed.iter().map(|code| code.get(key).cloned()).collect::<Option<Vec<_>>>();
        Some(Self { codes: part("const")?, meanings: part("description")?, others })
    }

    /// A list of one code is a constant, whose meaning is the last paragraph of the description. The branches of a
    /// list are constants too, but of no type.
    fn single(schema: &Keywords) -> Option<Self> {
        let code = schema.get("const")?.clone();
        schema.get("type")?;
        let meaning = description(schema)?.rsplit("\n\n").next()?;
        Some(Self { codes: vec![code], meanings: vec![meaning.into()], others: None })
    }
}

/// Each code and what it means, on a line: what becomes the comment of a generated type.
fn list_of_meanings(codes: &[Value], meanings: &[Value]) -> String {
    let line =
        |(code, meaning): (&Value, &Value)| Some(format!("- {}: {}", code.as_str()?, meaning.as_str()?));
    codes.iter().zip(meanings).filter_map(line).collect::<Vec<_>>().join("\n")
}

/// Warning of an editor about a word that is not listed, which the reader keeps.
const SPELLING: &str = "Write a listed code in lower case, with spaces, as it is in the list.";

/// Words that are a listed code but for capital letters, hyphens or underscores.
fn other_spellings(codes: &[Value]) -> Value {
    let mut pattern = String::from("^(");
    for (place, code) in codes.iter().filter_map(Value::as_str).enumerate() {
        if place > 0 {
            pattern.push('|');
        }
        for letter in code.chars() {
            match letter {
                'a'..='z' => pattern.extend(['[', letter.to_ascii_uppercase(), letter, ']']),
                ' ' | '-' => pattern.push_str("[ _-]"),
                _ => pattern.push(letter),
            }
        }
    }
    pattern.push_str(")$");
    let listed = keywords(vec![("enum", codes.into())]);
    keywords(vec![("pattern", pattern.into()), ("not", listed.into())]).into()
}

impl CodeLists {
    /// Writes a string that is a code list. Other strings stay as they are, but a form does not suggest what others
    /// wrote.
    pub(super) fn write(self, schema: &mut Keywords) {
        if self == Self::Described {
            return;
        }
        let Some(list) = List::of(schema) else {
            if self == Self::Suggested && !schema.contains_key("enum") {
                schema.remove("examples");
            }
            return;
        };
        for keyword in ["oneOf", "anyOf", "const"] {
            schema.remove(keyword);
        }
        let documented = || {
            keywords(vec![
                ("enum", list.codes.clone().into()),
                ("enumDescriptions", list.meanings.clone().into()),
                ("markdownEnumDescriptions", list.meanings.clone().into()),
            ])
        };
        match (self, list.others) {
            (Self::Documented, Some(mut others)) => {
                for keyword in ["title", "description", "type"] {
                    others.remove(keyword);
                }
                set(schema, "if", other_spellings(&list.codes));
                set(schema, "then", keywords(vec![("deprecationMessage", SPELLING.into())]).into());
                set(schema, "anyOf", Value::Array(vec![documented().into(), others.into()]));
            }
            (Self::Documented, None) => {
                schema.extend(documented());
            }
            (Self::Suggested, Some(others)) => {
                for keyword in ["minLength", "maxLength", "pattern"] {
                    if let Some(rule) = others.get(keyword) {
                        set(schema, keyword, rule.clone());
                    }
                }
                set(schema, "examples", list.codes.into());
            }
            (_, others) => {
                if self == Self::Plain {
                    let told = description(schema).unwrap_or_default();
                    let told = format!("{told}\n\n{}", list_of_meanings(&list.codes, &list.meanings));
                    set(schema, "description", told.into());
                }
                let keyword = if others.is_some() { "examples" } else { "enum" };
                set(schema, keyword, list.codes.into());
            }
        }
    }
}
