//! An element of XML with everything in it, and what of it was read.

use super::rest::Rest;
use crate::interop::Misfits;
use crate::interop::misfits::At;
use crate::interop::tree::{Object, Tree};
use std::cell::Cell;
use std::collections::HashMap;
use std::sync::Arc;

/// What was done with an attribute, a text or an element.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    /// Nothing has asked for it.
    #[default]
    New,
    /// It was read.
    Read,
    /// It is kept as it is, and was reported where that was needed.
    Kept,
    /// It could not be read, and was reported: it is kept apart.
    Unread,
}

#[derive(Debug)]
struct Attribute {
    name: Box<str>,
    value: Box<str>,
    state: Cell<State>,
}

#[derive(Debug)]
pub(super) struct Element {
    /// Names of the elements from the record down to this one.
    pub path: Arc<str>,
    /// Line on which it starts.
    pub line: u64,
    attributes: Vec<Attribute>,
    pub children: Vec<Self>,
    pub text: String,
    text_state: Cell<State>,
    state: Cell<State>,
}

/// A text without blanks at its ends, unless it is blank.
fn stated(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

impl Element {
    pub(super) fn new(path: Arc<str>, line: u64) -> Self {
        let (attributes, children, text) = (Vec::new(), Vec::new(), String::new());
        Self { path, line, attributes, children, text, text_state: Cell::default(), state: Cell::default() }
    }

    pub(super) fn push_attribute(&mut self, name: &str, value: &str) {
        self.attributes.push(Attribute { name: name.into(), value: value.into(), state: Cell::default() });
    }

    pub(super) fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    pub(super) fn at(&self) -> At<'_> {
        At { place: &self.path, line: Some(self.line) }
    }

    /// The value of an attribute, which counts as read. A blank one is absent.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let attribute = self.attributes.iter().find(|attribute| &*attribute.name == name)?;
        attribute.state.set(State::Read);
        stated(&attribute.value)
    }

    /// The value of an attribute, without reading it.
    pub(super) fn peek(&self, name: &str) -> Option<&str> {
        let attribute = self.attributes.iter().find(|attribute| &*attribute.name == name)?;
        stated(&attribute.value)
    }

    /// Its text, which counts as read.
    pub(super) fn own_text(&self) -> Option<&str> {
        self.text_state.set(State::Read);
        stated(&self.text)
    }

    /// The children of a name, which count as seen.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children
            .iter()
            .filter(move |child| child.name() == name)
            .inspect(|child| child.state.set(State::Read))
    }

    /// The first child of a name, which counts as seen.
    pub(super) fn first<'a>(&'a self, name: &'a str) -> Option<&'a Self> {
        let child = self.children.iter().find(|child| child.name() == name)?;
        child.state.set(State::Read);
        Some(child)
    }

    /// The attribute of the first child of a name, such as the `code` of a status.
    pub(super) fn of_first<'a>(&'a self, child: &'a str, attribute: &str) -> Option<(&'a Self, &'a str)> {
        let child = self.first(child)?;
        Some((child, child.attribute(attribute)?))
    }

    /// Keeps an attribute as it is, without a report.
    pub(super) fn keep_attribute(&self, name: &str) {
        self.mark_attribute(name, State::Kept);
    }

    /// Keeps an attribute apart, as one that could not be read.
    pub(super) fn unread_attribute(&self, name: &str) {
        self.mark_attribute(name, State::Unread);
    }

    fn mark_attribute(&self, name: &str, state: State) {
        for attribute in self.attributes.iter().filter(|attribute| &*attribute.name == name) {
            attribute.state.set(state);
        }
    }

    /// Keeps all of it as it is, without a report.
    pub(super) fn keep(&self) {
        self.state.set(State::Kept);
    }

    /// Keeps all of it apart, as an element that could not be read.
    pub(super) fn unread(&self) {
        self.state.set(State::Unread);
    }

    /// Leaves all of it out, also of what is kept.
    pub(super) fn discard(&self) {
        self.state.set(State::Read);
        self.text_state.set(State::Read);
        for attribute in &self.attributes {
            attribute.state.set(State::Read);
        }
        self.children.iter().for_each(Self::discard);
    }

    /// What was not read, as JSON, which counts as read from then on. Each attribute and element without a place is
    /// reported.
    pub(super) fn take_rest(&self, misfits: &mut Misfits) -> Rest {
        let mut unread = Object::new();
        let kept = self.rest("", misfits, &mut unread);
        Rest { kept, unread }
    }

    /// The same for an element inside another: `at` is the path to it, with a slash behind it.
    fn rest(&self, at: &str, misfits: &mut Misfits, unread: &mut Object) -> Object {
        const NO_PLACE: &str = "no equivalent field; kept in extensions";
        let mut rest = Object::new();
        for attribute in &self.attributes {
            let state = attribute.state.replace(State::Read);
            if stated(&attribute.value).is_none() {
                continue;
            }
            if state == State::New {
                let place = format!("{}/@{}", self.path, attribute.name);
                misfits.no_place(At { place: &place, line: Some(self.line) }, NO_PLACE);
            }
            let value = || Tree::string(&*attribute.value);
            match state {
                State::Read => {}
                State::New | State::Kept => drop(rest.insert(format!("@{}", attribute.name), value())),
                State::Unread => drop(unread.insert(format!("{at}@{}", attribute.name), value())),
            }
        }
        if let Some(text) = stated(&self.text) {
            let state = self.text_state.replace(State::Read);
            if state == State::New {
                misfits.no_place(self.at(), NO_PLACE);
            }
            if state != State::Read {
                rest.insert("#text".to_owned(), Tree::string(text));
            }
        }
        self.each_child(at, |child, name, number, path| {
            let kept = match child.state.replace(State::Read) {
                State::Read => {
                    Some(child.rest(&format!("{path}/"), misfits, unread)).filter(|rest| !rest.is_empty())
                }
                State::Kept => Some(child.whole(&format!("{path}/"), unread)),
                State::New => {
                    misfits.no_place(child.at(), NO_PLACE);
                    Some(child.whole(&format!("{path}/"), unread))
                }
                State::Unread => {
                    child.merge_unread();
                    unread.insert(path.to_owned(), Tree::Object(child.whole("", &mut Object::new())));
                    None
                }
            };
            let Some(mut kept) = kept else { return };
            // Which of several it is, as the others may have been read.
            if let Some(number) = number {
                kept.insert("#number".to_owned(), Tree::Literal(number.to_string()));
            }
            push(&mut rest, name, kept);
        });
        rest
    }

    /// Shows each child with its name, which of several of that name it is, and the path to it.
    fn each_child<'a>(&'a self, at: &str, mut show: impl FnMut(&'a Self, &'a str, Option<usize>, &str)) {
        let mut counts = HashMap::new();
        for child in &self.children {
            let count = counts.entry(child.name()).or_insert((0_usize, 0_usize));
            count.0 = count.0.saturating_add(1);
        }
        for child in &self.children {
            let name = child.name();
            let Some((count, number)) = counts.get_mut(name) else { continue };
            *number = number.saturating_add(1);
            if *count == 1 {
                show(child, name, None, &format!("{at}{name}"));
            } else {
                show(child, name, Some(*number), &format!("{at}{name}[{number}]"));
            }
        }
    }

    /// Counts what could not be read inside it as a part of it.
    fn merge_unread(&self) {
        for attribute in self.attributes.iter().filter(|attribute| attribute.state.get() == State::Unread) {
            attribute.state.set(State::Kept);
        }
        for child in &self.children {
            if child.state.get() == State::Unread {
                child.state.set(State::Kept);
            }
            child.merge_unread();
        }
    }

    /// All of it as JSON, which counts as read from then on, but for what could not be read inside it.
    fn whole(&self, at: &str, unread: &mut Object) -> Object {
        let mut whole = Object::new();
        for attribute in &self.attributes {
            let value = Tree::string(&*attribute.value);
            if attribute.state.replace(State::Read) == State::Unread {
                unread.insert(format!("{at}@{}", attribute.name), value);
            } else {
                whole.insert(format!("@{}", attribute.name), value);
            }
        }
        self.text_state.set(State::Read);
        if let Some(text) = stated(&self.text) {
            whole.insert("#text".to_owned(), Tree::string(text));
        }
        self.each_child(at, |child, name, _, path| {
            if child.state.replace(State::Read) == State::Unread {
                child.merge_unread();
                unread.insert(path.to_owned(), Tree::Object(child.whole("", &mut Object::new())));
            } else {
                push(&mut whole, name, child.whole(&format!("{path}/"), unread));
            }
        });
        whole
    }
}

/// Adds an element to the list of those of its name.
fn push(elements: &mut Object, name: &str, element: Object) {
    let list = elements.entry(name.to_owned()).or_insert_with(|| Tree::List(Vec::new()));
    if let Tree::List(items) = list {
        items.push(Tree::Object(element));
    }
}
