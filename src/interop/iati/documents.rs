//! Documents and other links.

use super::element::Element;
use super::work::{Work, link};
use crate::values::{Link, LinkRel, List};

/// Categories of documents that are the web page of what they are about.
const WEB_PAGES: [&str; 2] = ["A12", "B16"];

impl Work<'_> {
    /// The document links of an element. One without a valid address is kept as it is.
    pub(super) fn documents(&mut self, element: &Element) -> List<Link> {
        let mut links = List::new();
        for document in element.all("document-link") {
            let Some(address) = document.attribute("url").map(str::to_owned) else {
                self.unread_element(document, "a document link needs an address");
                continue;
            };
            let Some(url) = self.url(document, &address) else { continue };
            let mut made = link(url, LinkRel::Document);
            for category in document.all("category") {
                if category.peek("code").is_some_and(|code| WEB_PAGES.contains(&code)) {
                    category.attribute("code");
                    made.rel = Some(LinkRel::Homepage);
                }
            }
            made.title = self.text_of(document, "title");
            made.description = self.text_of(document, "description");
            made.media_type = self.parsed(document, "format");
            made.published = document.first("document-date").and_then(|date| self.date(date, "iso-date"));
            for language in document.all("language") {
                let Some(code) = language.attribute("code") else { continue };
                match super::texts::normal(code).and_then(|code| code.parse().ok()) {
                    Some(read) => made.languages.push(read),
                    None => self.unread(language, "code", "not a language tag"),
                }
            }
            links.push(made);
        }
        links
    }
}
