//! JSON as a tree in which every number keeps its digits, and what sets two trees apart.

use crate::interop::step;
use crate::json::{MAX_NESTING, Scanner, Token};
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// The members of a JSON object, by name.
pub(super) type Object = BTreeMap<String, Node>;

/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Node {
    Object(Object),
    List(Vec<Self>),
    String(String),
    /// A number, `true`, `false` or `null`, as it is written.
    Word(String),
}

impl Node {
    /// The tree of a text. `None` where it is no JSON, or deeper than data of one's own may be.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut scanner = Scanner::new(text.strip_prefix('\u{feff}').unwrap_or(text));
        let first = scanner.next().ok()??;
        value(&mut scanner, first, 0)
    }

    /// A value as the tree of what it is in JSON.
    pub(super) fn of(value: &impl Serialize) -> Option<Self> {
        Self::parse(&serde_json::to_string(value).ok()?)
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

    pub(super) fn is_null(&self) -> bool {
        matches!(self, Self::Word(word) if word == "null")
    }
}

fn value(scanner: &mut Scanner<'_>, first: Token<'_>, depth: usize) -> Option<Node> {
    if depth > MAX_NESTING {
        return None;
    }
    let deeper = depth.saturating_add(1);
    Some(match first {
        Token::String(text) => Node::String(text.text().into_owned()),
        Token::Number(digits) => Node::Word(digits.to_owned()),
        Token::True => Node::Word("true".to_owned()),
        Token::False => Node::Word("false".to_owned()),
        Token::Null => Node::Word("null".to_owned()),
        Token::ListStart => {
            let mut items = Vec::new();
            loop {
                match scanner.next().ok()?? {
                    Token::ListEnd => break Node::List(items),
                    Token::Comma => {}
                    token => items.push(value(scanner, token, deeper)?),
                }
            }
        }
        Token::ObjectStart => {
            let mut members = Object::new();
            loop {
                match scanner.next().ok()?? {
                    Token::ObjectEnd => break Node::Object(members),
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

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Object(members) => serializer.collect_map(members),
            Self::List(items) => serializer.collect_seq(items),
            Self::String(text) => serializer.serialize_str(text),
            Self::Word(word) => {
                RawValue::from_string(word.clone()).map_err(serde::ser::Error::custom)?.serialize(serializer)
            }
        }
    }
}

/// What a tree has that another, made from it, has not.
#[derive(Debug, Default)]
pub(super) struct Difference {
    /// Pointers of what only the original has.
    pub added: Vec<String>,
    /// Pointers of what both have, each in its own way.
    pub changed: Vec<String>,
    /// Pointers of what only the made one has.
    pub omitted: Vec<String>,
}

impl Difference {
    /// What has to be laid over the made tree for it to say what the original does, but for what it has too much.
    pub(super) fn find(&mut self, made: &Node, original: &Node, at: &str) -> Option<Node> {
        match (made, original) {
            _ if made == original => None,
            (Node::Object(made), Node::Object(original)) => {
                let kept = self.members(made, original, at);
                (!kept.is_empty()).then_some(Node::Object(kept))
            }
            (Node::List(made), Node::List(original)) if are_objects(made) && are_objects(original) => {
                let kept: Vec<_> = original
                    .iter()
                    .enumerate()
                    .map(|(place, item)| {
                        let at = step(at, &place.to_string());
                        let Some(made) = made.get(place) else {
                            self.added.push(at);
                            return item.clone();
                        };
                        self.find(made, item, &at).unwrap_or_else(|| Node::Object(Object::new()))
                    })
                    .collect();
                self.omitted.extend((original.len()..made.len()).map(|place| step(at, &place.to_string())));
                let empty = |item: &Node| item.as_object().is_some_and(Object::is_empty);
                (original.len() > made.len() || !kept.iter().all(empty)).then_some(Node::List(kept))
            }
            _ => {
                self.changed.push(at.to_owned());
                Some(original.clone())
            }
        }
    }

    /// The same for the members of two objects.
    pub(super) fn members(&mut self, made: &Object, original: &Object, at: &str) -> Object {
        let too_many = made.keys().filter(|name| !original.contains_key(*name));
        self.omitted.extend(too_many.map(|name| step(at, name)));
        let mut kept = Object::new();
        for (name, node) in original {
            let at = step(at, name);
            let node = if let Some(made) = made.get(name) {
                self.find(made, node, &at)
            } else {
                self.added.push(at);
                Some(node.clone())
            };
            if let Some(node) = node {
                kept.insert(name.clone(), node);
            }
        }
        kept
    }
}

fn are_objects(items: &[Node]) -> bool {
    items.iter().all(|item| matches!(item, Node::Object(_)))
}

/// Lays over a tree what a difference kept.
pub(super) fn overlay(base: Node, kept: &Node) -> Node {
    match (base, kept) {
        (Node::Object(mut members), Node::Object(kept)) => {
            for (name, node) in kept {
                let laid = match members.remove(name) {
                    Some(own) => overlay(own, node),
                    None => node.clone(),
                };
                members.insert(name.clone(), laid);
            }
            Node::Object(members)
        }
        (Node::List(items), Node::List(kept)) if are_objects(&items) && are_objects(kept) => {
            let mut items = items.into_iter();
            let mut laid: Vec<_> = kept
                .iter()
                .map(|kept| match items.next() {
                    Some(own) => overlay(own, kept),
                    None => kept.clone(),
                })
                .collect();
            laid.extend(items);
            Node::List(laid)
        }
        (_, kept) => kept.clone(),
    }
}

/// Takes away what stands at a pointer, if anything does.
pub(super) fn remove(members: &mut Object, pointer: &str) {
    let steps: Vec<_> = pointer.split('/').skip(1).map(crate::shape::unescaped).collect();
    let Some((last, ways)) = steps.split_last() else { return };
    let Some((first, ways)) = ways.split_first() else {
        members.remove(last);
        return;
    };
    let mut at = members.get_mut(first);
    for way in ways {
        at = at.and_then(|node| match node {
            Node::Object(members) => members.get_mut(way),
            Node::List(items) => way.parse::<usize>().ok().and_then(|place| items.get_mut(place)),
            Node::String(_) | Node::Word(_) => None,
        });
    }
    match at {
        Some(Node::Object(members)) => {
            members.remove(last);
        }
        Some(Node::List(items)) => {
            if let Some(place) = last.parse().ok().filter(|&place: &usize| place < items.len()) {
                items.remove(place);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::{Difference, Node, overlay, remove};

    /// Pairs of a made tree and an original one.
    const PAIRS: &[(&str, &str)] = &[
        ("{}", "{}"),
        (r#"{"a": 1}"#, r#"{"a": 1.0}"#),
        (r#"{"a": {"b": 1, "c": [2]}}"#, r#"{"a": {"b": null}, "d/~": {}}"#),
        (r#"{"a": [{"b": 1}, {"c": 2}]}"#, r#"{"a": []}"#),
        (r#"{"a": [{"b": 1}, {"c": 2}]}"#, r#"{"a": [{"b": 1}]}"#),
        (r#"{"a": [{"b": 1}]}"#, r#"{"a": [{"b": 1}, {}, {"c": 3}]}"#),
        (r#"{"a": [{"b": 1}]}"#, r#"{"a": [{"b": 1}, null]}"#),
        (r#"{"a": [{"b": {"c": 1, "d": 2}}]}"#, r#"{"a": [{"b": {"c": 12345678901234567890.10}}]}"#),
        (r#"{"a": "x"}"#, r#"{"a": {"x": []}}"#),
        (r#"{"a": {"x": []}}"#, r#"{"a": "x"}"#),
    ];

    #[test]
    fn what_was_kept_laid_over_what_was_made_is_the_original() -> Result<(), &'static str> {
        for (made, original) in PAIRS {
            let made = Node::parse(made).ok_or("no tree")?;
            let original = Node::parse(original).ok_or("no tree")?;
            let mut difference = Difference::default();
            let kept = difference.find(&made, &original, "");
            assert_eq!(kept.is_none() && difference.omitted.is_empty(), made == original);
            let laid = kept.map_or(made.clone(), |kept| overlay(made, &kept));
            let Node::Object(mut laid) = laid else { return Err("no object") };
            for pointer in difference.omitted.iter().rev() {
                remove(&mut laid, pointer);
            }
            assert_eq!(Node::Object(laid), original);
        }
        Ok(())
    }
}
