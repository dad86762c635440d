//! Node objects of JSON-LD.

use crate::interop::tree::{Object, Tree};

/// What the terms of schema.org begin with: its own context has them so, without the s.
pub(super) const VOCABULARY: &str = "http://schema.org/";

/// A reference to a node by its name.
pub(super) fn reference(iri: &str) -> Tree {
    Tree::Object([("@id".to_owned(), Tree::string(iri))].into())
}

/// A value of a type of XML Schema.
pub(super) fn typed(kind: &str, value: &str) -> Tree {
    let members = [("@type", format!("xsd:{kind}")), ("@value", value.to_owned())];
    Tree::Object(members.map(|(name, value)| (name.to_owned(), Tree::String(value))).into())
}

/// A date as precise as it is: a year has 4 characters, a month 7.
pub(super) fn dated(date: &str) -> Tree {
    let kind = match date.len() {
        4 => "gYear",
        7 => "gYearMonth",
        _ => "date",
    };
    typed(kind, date)
}

/// Adds a value to an object; the second of a name makes a list of it.
fn put(members: &mut Object, name: &str, value: Tree) {
    match members.get_mut(name) {
        Some(Tree::List(values)) => values.push(value),
        Some(known) => *known = Tree::List(vec![known.clone(), value]),
        None => {
            members.insert(name.to_owned(), value);
        }
    }
}

/// A node that is being made.
#[derive(Default)]
pub(super) struct JsonLdNode {
    members: Object,
}

impl JsonLdNode {
    /// A node with a name.
    pub(super) fn new(iri: &str, kind: &str) -> Self {
        let mut node = Self::default();
        node.add("@id", Tree::string(iri));
        node.add("@type", Tree::string(kind));
        node
    }

    /// A node without a name, inside another.
    pub(super) fn inner(kind: &str) -> Self {
        let mut node = Self::default();
        node.add("@type", Tree::string(kind));
        node
    }

    /// Whether the first of its types is this one.
    pub(super) fn is(&self, kind: &str) -> bool {
        let first = match self.members.get("@type") {
            Some(Tree::List(kinds)) => kinds.first(),
            kind => kind,
        };
        first.and_then(Tree::as_str) == Some(kind)
    }

    /// Adds a value; the second of a property makes a list of it.
    pub(super) fn add(&mut self, property: &str, value: Tree) {
        put(&mut self.members, property, value);
    }

    /// Adds a text under its language, beside those that are there.
    pub(super) fn word(&mut self, property: &str, language: &str, text: &str) {
        let language = if language == "und" { "@none" } else { language };
        let texts = self.members.entry(property.to_owned()).or_insert_with(|| Tree::Object(Object::new()));
        if let Tree::Object(languages) = texts {
            put(languages, language, Tree::string(text));
        }
    }

    /// Adds a text in several languages.
    pub(super) fn texts(&mut self, property: &str, texts: &Tree) {
        for (language, text) in texts.members() {
            self.word(property, language, text.as_str().unwrap_or_default());
        }
    }

    pub(super) fn date(&mut self, property: &str, date: &Tree) {
        self.add(property, dated(date.as_str().unwrap_or_default()));
    }

    pub(super) fn done(self) -> Tree {
        Tree::Object(self.members)
    }
}

#[cfg(test)]
mod tests {
    use super::dated;

    #[test]
    fn a_date_says_how_precise_it_is() {
        for (date, kind) in [("2006", "xsd:gYear"), ("2016-04", "xsd:gYearMonth"), ("2016-04-30", "xsd:date")]
        {
            assert_eq!(dated(date).get("@type").and_then(|kind| kind.as_str()), Some(kind));
        }
    }
}
