//! An element of XML with everything in it, and what of it was read.

use crate::interop::Misfits;
use crate::interop::misfits::At;
use crate::interop::tree::{Object, Tree};
use std::cell::Cell;
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
        for attribute in self.attributes.iter().filter(|attribute| &*attribute.name == name) {
            attribute.state.set(State::Kept);
        }
    }

    /// Keeps all of it as it is, without a report.
    pub(super) fn keep(&self) {
        self.state.set(State::Kept);
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
    pub(super) fn take_rest(&self, misfits: &mut Misfits) -> Object {
        const NO_PLACE: &str = "it has no place in the model: kept in extensions";
        let mut rest = Object::new();
        for attribute in &self.attributes {
            let state = attribute.state.replace(State::Read);
            if state == State::New && stated(&attribute.value).is_some() {
                let place = format!("{}/@{}", self.path, attribute.name);
                misfits.no_place(At { place: &place, line: Some(self.line) }, NO_PLACE);
            }
            if state != State::Read && stated(&attribute.value).is_some() {
                rest.insert(format!("@{}", attribute.name), Tree::string(&*attribute.value));
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
        self.take_rest_of_children(misfits, NO_PLACE, &mut rest);
        rest
    }

    fn take_rest_of_children(&self, misfits: &mut Misfits, no_place: &str, rest: &mut Object) {
        let mut counts = std::collections::HashMap::new();
        for child in &self.children {
            let number = counts.entry(child.name()).or_insert(0_usize);
            *number = number.saturating_add(1);
            let kept = match child.state.replace(State::Read) {
                State::Read => Some(child.take_rest(misfits)).filter(|rest| !rest.is_empty()),
                State::Kept => Some(child.whole()),
                State::New => {
                    misfits.no_place(child.at(), no_place);
                    Some(child.whole())
                }
            };
            let Some(mut kept) = kept else { continue };
            // Which of several it is, as the others may have been read.
            kept.insert("#number".to_owned(), Tree::Literal(number.to_string()));
            let list = rest.entry(child.name().to_owned()).or_insert_with(|| Tree::List(Vec::new()));
            if let Tree::List(items) = list {
                items.push(Tree::Object(kept));
            }
        }
        for (name, count) in counts {
            if let (1, Some(Tree::List(items))) = (count, rest.get_mut(name))
                && let Some(Tree::Object(only)) = items.first_mut()
            {
                only.remove("#number");
            }
        }
    }

    /// All of it as JSON, which counts as read from then on.
    fn whole(&self) -> Object {
        let mut whole = Object::new();
        for attribute in &self.attributes {
            attribute.state.set(State::Read);
            whole.insert(format!("@{}", attribute.name), Tree::string(&*attribute.value));
        }
        self.text_state.set(State::Read);
        if let Some(text) = stated(&self.text) {
            whole.insert("#text".to_owned(), Tree::string(text));
        }
        for child in &self.children {
            child.state.set(State::Read);
            let list = whole.entry(child.name().to_owned()).or_insert_with(|| Tree::List(Vec::new()));
            if let Tree::List(items) = list {
                items.push(Tree::Object(child.whole()));
            }
        }
        whole
    }
}
