//! Nodes and edges, and how they are written.

use super::xml::Xml;

/// An attribute that nodes or edges may have: its name and type.
pub(super) type Attributes = &'static [(&'static str, &'static str)];

pub(super) const NODE: Attributes = &[
    ("kind", "string"),
    ("word", "string"),
    ("acronym", "string"),
    ("scope", "string"),
    ("status", "string"),
    ("legal_status", "string"),
    ("country", "string"),
    ("nuts", "string"),
    ("names", "liststring"),
    ("identifiers", "liststring"),
    ("latitude", "double"),
    ("longitude", "double"),
    ("budget", "double"),
    ("currency", "string"),
    ("url", "anyURI"),
    ("period", "string"),
    ("planned", "string"),
];

/// The attribute of names that a record had for a time.
pub(super) const OTHER_NAME: &str = "other_name";

pub(super) const EDGE: Attributes = &[
    ("kind", "string"),
    ("role", "string"),
    ("status", "string"),
    ("word", "string"),
    ("amount", "double"),
    ("currency", "string"),
    ("share", "double"),
    ("via", "string"),
    ("period", "string"),
    ("planned", "string"),
];

/// First and last day, each if it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Spell {
    pub start: Option<String>,
    pub end: Option<String>,
}

impl Spell {
    fn attributes(&self) -> Vec<(&str, &str)> {
        let named = [("start", &self.start), ("end", &self.end)];
        named.into_iter().filter_map(|(name, day)| Some((name, day.as_deref()?))).collect()
    }
}

/// Values of attributes, and when something was.
#[derive(Debug, Default)]
pub(super) struct Said {
    pub values: Vec<(&'static str, String)>,
    pub spell: Option<Spell>,
    /// Names for a time.
    pub names: Vec<(String, Spell)>,
}

impl Said {
    pub(super) fn add(&mut self, name: &'static str, value: impl Into<String>) {
        self.values.push((name, value.into()));
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.values.iter().any(|(known, _)| *known == name)
    }

    fn write(&self, xml: &mut Xml) {
        if !self.values.is_empty() || !self.names.is_empty() {
            xml.element("attvalues", &[], |xml| {
                for (name, value) in &self.values {
                    xml.empty("attvalue", &[("for", name), ("value", value)]);
                }
                for (name, spell) in &self.names {
                    let mut attributes = vec![("for", OTHER_NAME), ("value", name.as_str())];
                    attributes.extend(spell.attributes());
                    xml.empty("attvalue", &attributes);
                }
            });
        }
        if let Some(spell) = &self.spell {
            xml.element("spells", &[], |xml| xml.empty("spell", &spell.attributes()));
        }
    }
}

#[derive(Debug)]
pub(super) struct Vertex {
    pub id: String,
    pub label: String,
    pub said: Said,
}

#[derive(Debug)]
pub(super) struct Edge {
    pub id: String,
    pub source: String,
    pub target: String,
    pub kind: &'static str,
    pub is_directed: bool,
    pub said: Said,
}

#[derive(Debug, Default)]
pub(super) struct Graph {
    pub nodes: Vec<Vertex>,
    pub edges: Vec<Edge>,
}

/// A text without line breaks, blanks at its ends, and runs of blanks.
pub(super) fn token(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Graph {
    fn is_dynamic(&self) -> bool {
        let nodes = self.nodes.iter().map(|node| &node.said);
        let mut all = nodes.chain(self.edges.iter().map(|edge| &edge.said));
        all.any(|said| said.spell.is_some() || !said.names.is_empty())
    }

    pub(super) fn write(&self, xml: &mut Xml) {
        let mut attributes = vec![("defaultedgetype", "directed"), ("idtype", "string")];
        if self.is_dynamic() {
            attributes.extend([
                ("mode", "dynamic"),
                ("timeformat", "date"),
                ("timerepresentation", "interval"),
            ]);
        } else {
            attributes.push(("mode", "static"));
        }
        xml.element("graph", &attributes, |xml| {
            for (class, list) in [("node", NODE), ("edge", EDGE)] {
                xml.element("attributes", &[("class", class), ("mode", "static")], |xml| {
                    for (name, kind) in list {
                        let title = name.replace('_', " ");
                        xml.empty("attribute", &[("id", name), ("title", &title), ("type", kind)]);
                    }
                });
            }
            if self.nodes.iter().any(|node| !node.said.names.is_empty()) {
                xml.element("attributes", &[("class", "node"), ("mode", "dynamic")], |xml| {
                    xml.empty(
                        "attribute",
                        &[("id", OTHER_NAME), ("title", "other name"), ("type", "string")],
                    );
                });
            }
            xml.element("nodes", &[], |xml| {
                for node in &self.nodes {
                    xml.element("node", &[("id", &node.id), ("label", &node.label)], |xml| {
                        node.said.write(xml);
                    });
                }
            });
            xml.element("edges", &[], |xml| {
                for edge in &self.edges {
                    // Undirected edges beside directed ones are refused by some readers.
                    let kind = if edge.is_directed { "directed" } else { "mutual" };
                    let attributes = [
                        ("id", &*edge.id),
                        ("source", &edge.source),
                        ("target", &edge.target),
                        ("type", kind),
                        ("weight", "1"),
                        ("kind", edge.kind),
                    ];
                    xml.element("edge", &attributes, |xml| edge.said.write(xml));
                }
            });
        });
    }
}

/// A list of texts as Gephi reads it.
pub(super) fn listed(texts: impl IntoIterator<Item = String>) -> String {
    let quoted = |text: String| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    format!("[{}]", texts.into_iter().map(quoted).collect::<Vec<_>>().join(", "))
}
