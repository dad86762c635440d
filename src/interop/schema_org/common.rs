//! What records of every kind have.

use super::Export;
use super::node::{JsonLdNode, reference};
use crate::interop::tree::Tree;
use crate::reflect::extended;
use crate::values::RecordKind;

impl Export {
    /// Takes a member that records of several kinds have, and says whether it was one.
    pub(super) fn common(
        &mut self,
        kind: RecordKind,
        node: &mut JsonLdNode,
        at: &str,
        name: &str,
        value: &Tree,
    ) -> bool {
        let at = extended(at, name);
        let items = value
            .as_list()
            .unwrap_or_default()
            .iter()
            .enumerate()
            .map(|(place, item)| (extended(&at, &place.to_string()), item));
        match name {
            "id" => {}
            "name" | "title" => node.texts("name", value),
            "description" => node.texts("description", value),
            "acronym" => node.word("alternateName", "und", value.as_str().unwrap_or_default()),
            "other_names" => {
                for (at, item) in items {
                    for (name, value) in item.members() {
                        match name.as_str() {
                            "name" => node.texts("alternateName", value),
                            _ => self.no_property(&at, name),
                        }
                    }
                }
            }
            "links" => items.for_each(|(_, item)| link(node, item)),
            "identifiers" => {
                for (_, item) in items {
                    let mut identifier = JsonLdNode::inner("PropertyValue");
                    for (name, value) in item.members() {
                        identifier.add(if name == "scheme" { "propertyID" } else { "value" }, value.clone());
                    }
                    node.add("identifier", identifier.done());
                }
            }
            // Roles, grants and actions have no keywords.
            "classifications"
                if !matches!(
                    kind,
                    RecordKind::Membership | RecordKind::Participation | RecordKind::Funding
                ) && !node.is("Action") =>
            {
                items.for_each(|(at, item)| self.keyword(node, &at, item));
            }
            // Only works have a date of change in schema.org.
            "modified" => node.date("dcterms:modified", value),
            "evidence" => items.for_each(|(at, item)| self.quotation(node, &at, item)),
            "related" => items.for_each(|(at, item)| self.related(node, &at, item)),
            _ => return false,
        }
        true
    }

    fn keyword(&mut self, node: &mut JsonLdNode, at: &str, classification: &Tree) {
        // A grade of 0 means that the code was considered and does not apply.
        if classification.get("significance").and_then(Tree::as_str) == Some("0") {
            self.misfits.no_place(at, "the code does not apply to the record: left out");
            return;
        }
        let mut term = JsonLdNode::inner("DefinedTerm");
        for (name, value) in classification.members() {
            let text = value.as_str().unwrap_or_default();
            match name.as_str() {
                "title" => term.texts("name", value),
                "code" => term.add("termCode", value.clone()),
                "scheme" if text.starts_with("https://") || text.starts_with("http://") => {
                    term.add("inDefinedTermSet", reference(text));
                }
                "scheme" => {
                    let mut set = JsonLdNode::inner("DefinedTermSet");
                    set.word("name", "und", text);
                    term.add("inDefinedTermSet", set.done());
                }
                _ => self.no_property(at, name),
            }
        }
        node.add("keywords", term.done());
    }

    fn quotation(&mut self, node: &mut JsonLdNode, at: &str, evidence: &Tree) {
        let mut quotation = JsonLdNode::inner("Quotation");
        for (name, value) in evidence.members() {
            let text = value.as_str().unwrap_or_default();
            match name.as_str() {
                "quote" => quotation.add("text", value.clone()),
                "source" => quotation.add("isPartOf", reference(&self.iri(RecordKind::Source, text))),
                _ => self.no_property(at, name),
            }
        }
        node.add("subjectOf", quotation.done());
    }

    /// Only an identity that a source states is `sameAs`.
    fn related(&mut self, node: &mut JsonLdNode, at: &str, related: &Tree) {
        if related.get("relation").and_then(Tree::as_str) != Some("same as") {
            self.misfits.no_place(at, "schema.org has no property for this relation, left out");
            return;
        }
        if related.get("basis").is_some() {
            self.misfits
                .no_place(at, "schema.org says sameAs for sure only, and this is not stated: left out");
            return;
        }
        for (name, value) in related.members() {
            match name.as_str() {
                "to" => match self.chosen(value) {
                    Some(other) => node.add("sameAs", other),
                    None => self.no_property(at, name),
                },
                "relation" => {}
                _ => self.no_property(at, name),
            }
        }
    }
}

/// A link: the address of the home page, or a page about the record.
fn link(node: &mut JsonLdNode, link: &Tree) {
    let text = |name| link.get(name).and_then(Tree::as_str);
    if let (Some(url), Some("homepage"), 2) = (text("url"), text("rel"), link.members().len()) {
        node.add("url", reference(url));
        return;
    }
    let mut page = JsonLdNode::inner("WebPage");
    for (name, value) in link.members() {
        match name.as_str() {
            "url" => page.add("url", reference(value.as_str().unwrap_or_default())),
            "title" => page.texts("name", value),
            "rel" => page.add("additionalType", value.clone()),
            "media_type" => page.add("encodingFormat", value.clone()),
            "published" => page.date("datePublished", value),
            "languages" => {
                let languages = value.as_list().unwrap_or_default();
                for language in languages {
                    page.add("inLanguage", language.clone());
                }
            }
            _ => page.texts(name, value),
        }
    }
    node.add("subjectOf", page.done());
}
