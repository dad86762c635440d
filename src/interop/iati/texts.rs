//! Narratives: texts in several languages.

use super::element::Element;
use super::work::Work;
use crate::values::Text;

impl Work<'_> {
    /// The narratives of an element. A second one of a language is kept and reported.
    pub(super) fn text(&mut self, element: &Element) -> Option<Text> {
        let mut text: Option<Text> = None;
        for narrative in element.all("narrative") {
            let Some(words) = narrative.own_text() else { continue };
            let language = self.language_of(narrative, element);
            if text.as_ref().is_some_and(|text| text.get(&language).is_some()) {
                self.unread_element(narrative, "second narrative in the same language");
                continue;
            }
            let added = match &mut text {
                Some(text) => text.insert(&language, words),
                None => Text::new(&language, words).map(|first| text = Some(first)),
            };
            if let Err(error) = added {
                self.unread_element(narrative, error.problem());
            }
        }
        text
    }

    /// The text of the first child of a name.
    pub(super) fn text_of(&mut self, element: &Element, child: &str) -> Option<Text> {
        let child = element.first(child)?;
        self.text(child)
    }

    /// The language of a narrative: its own, that of the element around it, or that of the record.
    fn language_of(&mut self, narrative: &Element, element: &Element) -> String {
        const LANGUAGE: &str = "xml:lang";
        for stating in [narrative, element] {
            if let Some(language) = stating.attribute(LANGUAGE) {
                match normal(language) {
                    Some(language) => return language,
                    None => self.unread(stating, LANGUAGE, "not a language tag"),
                }
            }
        }
        self.language.clone().unwrap_or_else(|| "und".to_owned())
    }
}

/// A language tag with the usual capitals, if it is one.
pub(super) fn normal(language: &str) -> Option<String> {
    let parts = language.split(['-', '_']).enumerate().map(|(place, part)| {
        let small = part.to_ascii_lowercase();
        match (place, part.len()) {
            (1.., 2) => small.to_ascii_uppercase(),
            (1.., 4) => {
                let mut letters = small.chars();
                let first = letters.next().map(|letter| letter.to_ascii_uppercase());
                first.into_iter().chain(letters).collect()
            }
            _ => small,
        }
    });
    let tag = parts.collect::<Vec<_>>().join("-");
    tag.parse::<crate::values::Language>().is_ok().then_some(tag)
}

/// Adds a text behind another, after a blank line in each language.
pub(super) fn joined(first: &Text, more: &Text) -> Text {
    let mut whole = first.clone();
    for (language, words) in more {
        let words = match first.get(language) {
            Some(known) => format!("{known}\n\n{words}"),
            None => words.to_owned(),
        };
        if whole.insert(language, words).is_err() {
            return first.clone();
        }
    }
    whole
}
