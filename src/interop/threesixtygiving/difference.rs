//! What sets two trees apart, and how one is laid over the other.

use crate::interop::tree::{Object, Tree};
use crate::reflect::{extended, list_index, steps};

/// Difference between a tree and another that was made from it.
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
    pub(super) fn find(&mut self, made: &Tree, original: &Tree, at: &str) -> Option<Tree> {
        match (made, original) {
            _ if made == original => None,
            (Tree::Object(made), Tree::Object(original)) => {
                let kept = self.members(made, original, at);
                (!kept.is_empty()).then_some(Tree::Object(kept))
            }
            (Tree::List(made), Tree::List(original)) if are_objects(made) && are_objects(original) => {
                let kept: Vec<_> = original
                    .iter()
                    .enumerate()
                    .map(|(place, item)| {
                        let at = extended(at, &place.to_string());
                        let Some(made) = made.get(place) else {
                            self.added.push(at);
                            return item.clone();
                        };
                        self.find(made, item, &at).unwrap_or_else(|| Tree::Object(Object::new()))
                    })
                    .collect();
                self.omitted
                    .extend((original.len()..made.len()).map(|place| extended(at, &place.to_string())));
                let empty = |item: &Tree| item.as_object().is_some_and(Object::is_empty);
                (original.len() > made.len() || !kept.iter().all(empty)).then_some(Tree::List(kept))
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
        self.omitted.extend(too_many.map(|name| extended(at, name)));
        let mut kept = Object::new();
        for (name, node) in original {
            let at = extended(at, name);
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

fn are_objects(items: &[Tree]) -> bool {
    items.iter().all(|item| matches!(item, Tree::Object(_)))
}

/// Lays over a tree what a difference kept.
pub(super) fn overlay(base: Tree, kept: &Tree) -> Tree {
    match (base, kept) {
        (Tree::Object(mut members), Tree::Object(kept)) => {
            for (name, node) in kept {
                let laid = match members.remove(name) {
                    Some(own) => overlay(own, node),
                    None => node.clone(),
                };
                members.insert(name.clone(), laid);
            }
            Tree::Object(members)
        }
        (Tree::List(items), Tree::List(kept)) if are_objects(&items) && are_objects(kept) => {
            let mut items = items.into_iter();
            let mut laid: Vec<_> = kept
                .iter()
                .map(|kept| match items.next() {
                    Some(own) => overlay(own, kept),
                    None => kept.clone(),
                })
                .collect();
            laid.extend(items);
            Tree::List(laid)
        }
        (_, kept) => kept.clone(),
    }
}

/// Takes away what stands at a pointer, if anything does.
pub(super) fn remove(members: &mut Object, pointer: &str) {
    let steps: Vec<_> = steps(pointer).collect();
    let Some((last, ways)) = steps.split_last() else { return };
    let Some((first, ways)) = ways.split_first() else {
        members.remove(last.as_ref());
        return;
    };
    let mut at = members.get_mut(first.as_ref());
    for way in ways {
        at = at.and_then(|node| match node {
            Tree::Object(members) => members.get_mut(way.as_ref()),
            Tree::List(items) => list_index(way).and_then(|place| items.get_mut(place)),
            Tree::String(_) | Tree::Literal(_) => None,
        });
    }
    match at {
        Some(Tree::Object(members)) => {
            members.remove(last.as_ref());
        }
        Some(Tree::List(items)) => {
            if let Some(place) = list_index(last).filter(|&place| place < items.len()) {
                items.remove(place);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::{Difference, overlay, remove};
    use crate::interop::tree::Tree;

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
        (r#"{"a": [{"b": 1}]}"#, r#"{"a": [{"b": 1}, {}]}"#),
        (r#"{"a": [{"b": 1}]}"#, r#"{"a": [1]}"#),
        (r#"{"a": [1, 2]}"#, r#"{"a": [1]}"#),
        (r#"{"a": "x"}"#, r#"{"a": {"x": []}}"#),
        (r#"{"a": {"x": []}}"#, r#"{"a": "x"}"#),
    ];

    #[test]
    fn what_was_kept_laid_over_what_was_made_is_the_original() -> Result<(), &'static str> {
        for (made, original) in PAIRS {
            let made = Tree::parse(made).ok_or("no tree")?;
            let original = Tree::parse(original).ok_or("no tree")?;
            let mut difference = Difference::default();
            let kept = difference.find(&made, &original, "");
            assert_eq!(kept.is_none() && difference.omitted.is_empty(), made == original);
            let laid = kept.map_or(made.clone(), |kept| overlay(made, &kept));
            let Tree::Object(mut laid) = laid else { return Err("no object") };
            for pointer in difference.omitted.iter().rev() {
                remove(&mut laid, pointer);
            }
            assert_eq!(Tree::Object(laid), original);
        }
        Ok(())
    }

    #[test]
    fn what_the_made_one_has_too_much_is_named_and_nothing_is_kept_for_it() -> Result<(), &'static str> {
        let tree = |text: &str| Tree::parse(text).ok_or("no tree");
        for (made, omitted) in
            [(r#"{"a": [{"b": 1}, {"c": 2}]}"#, "/a/1"), (r#"{"a": [{"b": 1, "c": 2}]}"#, "/a/0/c")]
        {
            let mut difference = Difference::default();
            assert_eq!(difference.find(&tree(made)?, &tree(r#"{"a": [{"b": 1}]}"#)?, ""), None);
            assert_eq!(difference.omitted, [omitted]);
        }
        let Tree::Object(mut laid) = tree(r#"{"a": [1]}"#)? else { return Err("no object") };
        remove(&mut laid, "/a/1");
        assert_eq!(Tree::Object(laid.clone()), tree(r#"{"a": [1]}"#)?);
        remove(&mut laid, "/a/0");
        assert_eq!(Tree::Object(laid), tree(r#"{"a": []}"#)?);
        Ok(())
    }
}
