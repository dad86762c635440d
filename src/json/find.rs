use super::{Scanner, Token};
use crate::reflect::{is_rooted, steps};
use std::collections::HashMap;

/// A step of the pointers that are looked for.
#[derive(Debug, Default)]
struct PointerNode {
    /// The steps that follow, by name or list place.
    next: HashMap<String, usize>,
    /// Which pointers end here.
    ends: Vec<usize>,
}

/// The pointers as a tree of steps.
fn tree(pointers: &[impl AsRef<str>]) -> Vec<PointerNode> {
    let mut nodes = vec![PointerNode::default()];
    for (number, pointer) in pointers.iter().enumerate() {
        let pointer = pointer.as_ref();
        if !is_rooted(pointer) {
            continue;
        }
        let mut at = 0;
        for step in steps(pointer) {
            let new = nodes.len();
            let Some(node) = nodes.get_mut(at) else { break };
            at = *node.next.entry(step.into_owned()).or_insert(new);
            if at == new {
                nodes.push(PointerNode::default());
            }
        }
        if let Some(node) = nodes.get_mut(at) {
            node.ends.push(number);
        }
    }
    nodes
}

/// An object or a list that is open and on the way to a pointer.
struct Open {
    node: usize,
    object: bool,
    index: usize,
}

/// The bytes at which the pointers' values begin, each with the number of its pointer.
pub(crate) fn find(text: &str, pointers: &[impl AsRef<str>]) -> Vec<(usize, usize)> {
    let mut nodes = tree(pointers);
    let mut found = Vec::new();
    let mut scanner = Scanner::new(text);
    let mut open: Vec<Open> = Vec::new();
    // How many objects and lists are open that no pointer leads through.
    let mut skipped_depth = 0_usize;
    // The node of the value that comes next, where a pointer leads to it.
    let mut next = Some(0);
    while found.len() < pointers.len() {
        scanner.skip_blanks();
        let offset = scanner.offset();
        let Ok(Some(token)) = scanner.next() else { break };
        if skipped_depth > 0 {
            match token {
                Token::ObjectStart | Token::ListStart => skipped_depth = skipped_depth.saturating_add(1),
                Token::ObjectEnd | Token::ListEnd => skipped_depth = skipped_depth.saturating_sub(1),
                _ => {}
            }
            continue;
        }
        match token {
            Token::ObjectEnd | Token::ListEnd => {
                open.pop();
            }
            Token::Comma => {
                if let Some(inner) = open.last_mut().filter(|inner| !inner.object) {
                    inner.index = inner.index.saturating_add(1);
                }
            }
            _ => {
                if let Some(inner) = open.last()
                    && let Some(node) = nodes.get(inner.node)
                    && next.is_none()
                {
                    if !inner.object {
                        next = node.next.get(&inner.index.to_string()).copied();
                    } else if let Some(name) = member_name(token, &mut scanner) {
                        next = node.next.get(name.as_ref()).copied();
                        if next.is_none() {
                            skipped_depth = skip_start(&mut scanner);
                        }
                        continue;
                    }
                }
                let node = next.take();
                if let Some(node) = node.and_then(|node| nodes.get_mut(node)) {
                    found.extend(node.ends.drain(..).map(|number| (offset, number)));
                }
                if let Token::ObjectStart | Token::ListStart = token {
                    let object = token == Token::ObjectStart;
                    match node {
                        Some(node) => open.push(Open { node, object, index: 0 }),
                        None => skipped_depth = 1,
                    }
                }
            }
        }
    }
    found
}

/// The name of a member, with the colon after it taken.
fn member_name<'a>(token: Token<'a>, scanner: &mut Scanner<'a>) -> Option<std::borrow::Cow<'a, str>> {
    let Token::String(name) = token else { return None };
    matches!(scanner.next(), Ok(Some(Token::Colon))).then(|| name.text())
}

/// Takes the first token of a value that no pointer leads to, and says how many objects and lists it opens.
fn skip_start(scanner: &mut Scanner<'_>) -> usize {
    usize::from(matches!(scanner.next(), Ok(Some(Token::ObjectStart | Token::ListStart))))
}
