//! Node objects of JSON-LD, with their members in the order in which they came.

use crate::interop::tree::Tree;

/// What the terms of schema.org begin with: its own context has them so, without the s.
pub(super) const VOCABULARY: &str = "http://schema.org/";

/// A reference to a node by its name.
pub(super) fn reference(iri: &str) -> Tree {
    Tree::Object(vec![("@id".to_owned(), Tree::text(iri))])
}

/// A value of a type of XML Schema.
pub(super) fn typed(kind: &str, value: &str) -> Tree {
    let members = [("@type", format!("xsd:{kind}")), ("@value", value.to_owned())];
    Tree::Object(members.map(|(name, value)| (name.to_owned(), Tree::Text(value))).into())
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

/// A node that is being made.
#[derive(Default)]
pub(super) struct Node {
    members: Vec<(String, Tree)>,
}

impl Node {
    /// A node with a name.
    pub(super) fn new(iri: &str, kind: &str) -> Self {
        let mut node = Self::default();
        node.add("@id", Tree::text(iri));
        node.add("@type", Tree::text(kind));
        node
    }

    /// A node without a name, inside another.
    pub(super) fn inner(kind: &str) -> Self {
        let mut node = Self::default();
        node.add("@type", Tree::text(kind));
        node
    }

    /// Adds a value; the second of a property makes a list of it.
    pub(super) fn add(&mut self, property: &str, value: Tree) {
        match self.members.iter_mut().find(|(known, _)| known == property) {
            Some((_, Tree::List(values))) => values.push(value),
            Some((_, known)) => *known = Tree::List(vec![known.clone(), value]),
            None => self.members.push((property.to_owned(), value)),
        }
    }

    /// Adds a text under its language, beside those that are there.
    pub(super) fn word(&mut self, property: &str, language: &str, text: &str) {
        let language = if language == "und" { "@none" } else { language };
        let known = self.members.iter().position(|(known, _)| known == property);
        let known = known.unwrap_or_else(|| {
            self.members.push((property.to_owned(), Tree::Object(Vec::new())));
            self.members.len().saturating_sub(1)
        });
        if let Some((_, Tree::Object(languages))) = self.members.get_mut(known) {
            match languages.iter_mut().find(|(known, _)| known == language) {
                Some((_, Tree::List(texts))) => texts.push(Tree::text(text)),
                Some((_, known)) => *known = Tree::List(vec![known.clone(), Tree::text(text)]),
                None => languages.push((language.to_owned(), Tree::text(text))),
            }
        }
    }

    /// Adds a text in several languages.
    pub(super) fn texts(&mut self, property: &str, texts: &Tree) {
        for (language, text) in texts.members() {
            self.word(property, language, text.as_text().unwrap_or_default());
        }
    }

    pub(super) fn date(&mut self, property: &str, date: &Tree) {
        self.add(property, dated(date.as_text().unwrap_or_default()));
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
            assert_eq!(dated(date).get("@type").and_then(|kind| kind.as_text()), Some(kind));
        }
    }
}
