//! XML, one record at a time, within limits.

use super::element::Element;
use super::error::Error;
use super::input::Input;
use crate::io::Limits;
use quick_xml::XmlVersion;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;
use std::io::BufRead;
use std::sync::Arc;

/// Maximum depth of nested elements. Twice as many lists and objects fit into extensions.
const MAX_DEPTH: usize = 28;

/// Maximum number of attributes of one element.
const MAX_ATTRIBUTES: usize = 256;

/// Maximum number of elements and attributes of one record.
const MAX_NODES: usize = 1_000_000;

/// What comes next in a file.
pub(super) enum Step {
    /// The root element, without what is in it.
    Root(Element),
    /// An element in the root, such as an activity.
    Record(Element),
    /// Text in the root, with its line.
    Stray(u64),
    /// The end of the file.
    End,
}

#[derive(Debug)]
pub(super) struct Parser<R> {
    reader: quick_xml::Reader<Input<R>>,
    buffer: Vec<u8>,
    /// Elements that are open in the root.
    open: Vec<Element>,
    root: Root,
    paths: HashMap<String, Arc<str>>,
    nodes: usize,
    limits: Limits,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Root {
    Awaited,
    Open,
    Closed,
}

impl<R: BufRead> Parser<R> {
    pub(super) fn new(reader: R, limits: Limits) -> Result<Self, Error> {
        let input = Input::new(reader, limits)
            .map_err(|error| Error::io(1, error))?
            .map_err(|encoding| Error::new(1, format!("the file is in {encoding}; only UTF-8 is read")))?;
        let mut reader = quick_xml::Reader::from_reader(input);
        reader.config_mut().allow_unmatched_ends = false;
        reader.config_mut().check_end_names = true;
        let (buffer, open, paths) = (Vec::new(), Vec::new(), HashMap::new());
        Ok(Self { reader, buffer, open, root: Root::Awaited, paths, nodes: 0, limits })
    }

    pub(super) fn line(&self) -> u64 {
        self.reader.get_ref().line()
    }

    pub(super) fn next(&mut self) -> Result<Step, Error> {
        loop {
            if self.open.is_empty() {
                self.reader.get_mut().begin_record();
                self.nodes = 0;
                self.paths.clear();
            }
            let line = self.line();
            let mut buffer = std::mem::take(&mut self.buffer);
            buffer.clear();
            let step = match self.reader.read_event_into(&mut buffer) {
                Ok(event) => self.take(&event, line),
                Err(error) => Err(self.explained(error)),
            };
            self.buffer = buffer;
            if let Some(step) = step? {
                return Ok(step);
            }
        }
    }

    fn explained(&self, error: quick_xml::Error) -> Error {
        let line = self.line();
        match error {
            quick_xml::Error::Io(error) => match self.reader.get_ref().limit() {
                Some(limit) => Error::new(line, limit),
                None => Error::io(line, std::io::Error::new(error.kind(), error)),
            },
            quick_xml::Error::Encoding(_) => Error::new(line, "the file is not in UTF-8"),
            error => Error::new(line, format!("the file is not well-formed XML: {error}")),
        }
    }

    fn take(&mut self, event: &Event<'_>, line: u64) -> Result<Option<Step>, Error> {
        match event {
            Event::Decl(declaration) => {
                if let Some(encoding) = declaration.encoding() {
                    let encoding = encoding.map_err(|error| malformed(line, &error))?;
                    if !["utf-8", "utf8", "us-ascii", "ascii"].contains(&&*encoding.to_ascii_lowercase()) {
                        return Err(Error::new(
                            line,
                            format!("the file is in {encoding}; only UTF-8 is read"),
                        ));
                    }
                }
                Ok(None)
            }
            Event::DocType(_) => Err(Error::new(
                line,
                "document type declarations and their entities are not allowed in IATI files",
            )),
            Event::Start(start) => self.start(start, line),
            Event::Empty(start) => match self.start(start, line)? {
                None => Ok(self.end()),
                step => {
                    self.root = Root::Closed;
                    Ok(step)
                }
            },
            Event::End(_) => Ok(self.end()),
            Event::Text(text) => self.text(&text.xml10_content(), line),
            Event::CData(text) => self.text(&text.xml10_content(), line),
            Event::GeneralRef(reference) => {
                let character = reference.resolve_char_ref().map_err(|error| malformed(line, &error))?;
                let text = match character {
                    Some(character) => character.to_string(),
                    None => quick_xml::escape::resolve_predefined_entity(reference)
                        .ok_or_else(|| {
                            Error::new(line, format!("the entity &{}; is not defined", &**reference))
                        })?
                        .to_owned(),
                };
                self.text(&text, line)
            }
            Event::Comment(_) | Event::PI(_) => Ok(None),
            Event::Eof => match (self.root, self.open.last()) {
                (Root::Closed, _) => Ok(Some(Step::End)),
                (Root::Awaited, _) => Err(Error::new(line, "the file has no XML element")),
                (Root::Open, Some(open)) => {
                    Err(Error::new(line, format!("the file ends inside the element {}", open.name())))
                }
                (Root::Open, None) => Err(Error::new(line, "the file ends before its root element")),
            },
        }
    }

    fn start(&mut self, start: &BytesStart<'_>, line: u64) -> Result<Option<Step>, Error> {
        if self.root == Root::Closed {
            return Err(Error::new(line, "an element follows the root element"));
        }
        if self.open.len() >= MAX_DEPTH {
            return Err(Error::new(line, format!("elements are nested more than {MAX_DEPTH} deep")));
        }
        let name = start.name();
        let name = name.as_ref();
        let path = match self.open.last() {
            Some(parent) => format!("{}/{name}", parent.path),
            None => name.to_owned(),
        };
        let path = Arc::clone(self.paths.entry(path).or_insert_with_key(|path| path.as_str().into()));
        let mut element = Element::new(path, line);
        self.count(line)?;
        for (number, attribute) in start.attributes().enumerate() {
            if number >= MAX_ATTRIBUTES {
                return Err(Error::new(
                    line,
                    format!("an element has more than {MAX_ATTRIBUTES} attributes"),
                ));
            }
            let attribute = attribute.map_err(|error| malformed(line, &error))?;
            self.count(line)?;
            attribute_of(&mut element, &attribute, line)?;
        }
        if self.root == Root::Awaited {
            self.root = Root::Open;
            return Ok(Some(Step::Root(element)));
        }
        self.open.push(element);
        Ok(None)
    }

    fn count(&mut self, line: u64) -> Result<(), Error> {
        self.nodes = self.nodes.saturating_add(1);
        if self.nodes > MAX_NODES {
            return Err(Error::new(
                line,
                format!("a record has more than {MAX_NODES} elements and attributes"),
            ));
        }
        Ok(())
    }

    fn end(&mut self) -> Option<Step> {
        let Some(done) = self.open.pop() else {
            self.root = Root::Closed;
            return None;
        };
        match self.open.last_mut() {
            Some(parent) => {
                parent.children.push(done);
                None
            }
            None => Some(Step::Record(done)),
        }
    }

    fn text(&mut self, text: &str, line: u64) -> Result<Option<Step>, Error> {
        let is_blank = text.trim().is_empty();
        match (self.open.last_mut(), self.root) {
            (Some(element), _) => {
                // Blanks between elements are not text.
                if !(is_blank && element.text.is_empty()) {
                    element.text.push_str(text);
                }
                if element.text.len() > self.limits.string_chars {
                    let most = self.limits.string_chars;
                    return Err(Error::new(line, format!("a text has more than {most} characters")));
                }
                Ok(None)
            }
            (None, Root::Open) => Ok((!is_blank).then_some(Step::Stray(line))),
            (None, _) if is_blank => Ok(None),
            (None, Root::Awaited) => {
                Err(Error::new(line, "the file is not XML: text precedes its first element"))
            }
            (None, Root::Closed) => Err(Error::new(line, "text follows the root element")),
        }
    }
}

fn malformed(line: u64, error: &dyn std::fmt::Display) -> Error {
    Error::new(line, format!("the file is not well-formed XML: {error}"))
}

fn attribute_of(element: &mut Element, attribute: &Attribute<'_>, line: u64) -> Result<(), Error> {
    let name = attribute.key.as_ref();
    // Names of namespaces and of the schema are markup.
    if name == "xmlns" || name.starts_with("xmlns:") || name.starts_with("xsi:") {
        return Ok(());
    }
    let value =
        attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|error| malformed(line, &error))?;
    element.push_attribute(name, &value);
    Ok(())
}
