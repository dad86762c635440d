use super::{Scanner, Token};
use crate::reflect::{is_rooted, steps};
use hashbrown::{DefaultHashBuilder, HashTable};
use std::hash::BuildHasher as _;

/// A step of the pointers that are looked for: the node that it leads from and to, by name or list place.
struct PointerStep {
    from: u32,
    to: u32,
    name: Box<str>,
}

/// A pointer that ends at a node.
struct End {
    node: u32,
    number: usize,
    is_found: bool,
}

/// The pointers as a tree of steps. Its nodes are numbers: a pointer may be as long as the text, and each of its steps takes
/// a few bytes.
struct PointerTree {
    steps: HashTable<PointerStep>,
    hasher: DefaultHashBuilder,
    /// In the order of the nodes.
    ends: Vec<End>,
}

impl PointerTree {
    fn new(pointers: &[impl AsRef<str>]) -> Self {
        let mut tree =
            Self { steps: HashTable::new(), hasher: DefaultHashBuilder::default(), ends: Vec::new() };
        for (number, pointer) in pointers.iter().enumerate() {
            let pointer = pointer.as_ref();
            if !is_rooted(pointer) {
                continue;
            }
            let mut node = 0;
            for step in steps(pointer) {
                node = tree.next(node, &step).unwrap_or_else(|| tree.add(node, &step));
            }
            tree.ends.push(End { node, number, is_found: false });
        }
        tree.ends.sort_unstable_by_key(|end| (end.node, end.number));
        tree
    }

    /// The node to which a step leads.
    fn next(&self, from: u32, name: &str) -> Option<u32> {
        let hash = self.hasher.hash_one((from, name));
        let step = self.steps.find(hash, |step| step.from == from && *step.name == *name)?;
        Some(step.to)
    }

    fn add(&mut self, from: u32, name: &str) -> u32 {
        let Self { steps, hasher, .. } = self;
        // The node 0 is the document.
        let to = u32::try_from(steps.len()).unwrap_or(u32::MAX).saturating_add(1);
        let hash = hasher.hash_one((from, name));
        steps.insert_unique(hash, PointerStep { from, to, name: name.into() }, |step| {
            hasher.hash_one((step.from, &*step.name))
        });
        to
    }

    /// The numbers of the pointers that end at a node, the first time.
    fn ends_at(&mut self, node: u32) -> impl Iterator<Item = usize> {
        let start = self.ends.partition_point(|end| end.node < node);
        let ends = self.ends.get_mut(start..).unwrap_or_default();
        let ends = ends.iter_mut().take_while(move |end| end.node == node && !end.is_found);
        ends.map(|end| {
            end.is_found = true;
            end.number
        })
    }
}

/// An object or a list that is open and on the way to a pointer.
struct Open {
    node: u32,
    object: bool,
    index: usize,
}

/// The bytes at which the pointers' values begin, each with the number of its pointer.
pub(crate) fn find(text: &str, pointers: &[impl AsRef<str>]) -> Vec<(usize, usize)> {
    let mut tree = PointerTree::new(pointers);
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
                    && next.is_none()
                {
                    if !inner.object {
                        next = tree.next(inner.node, &inner.index.to_string());
                    } else if let Some(name) = member_name(token, &mut scanner) {
                        next = tree.next(inner.node, &name);
                        if next.is_none() {
                            skipped_depth = skip_start(&mut scanner);
                        }
                        continue;
                    }
                }
                let node = next.take();
                if let Some(node) = node {
                    found.extend(tree.ends_at(node).map(|number| (offset, number)));
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
