//! A dataset as one person reads it, and what an answer consists of.

use super::NOT_STATED;
use cooperation::{Dataset, Id, Index, Listed, Party, Project, Record, Text};
use std::error::Error;

/// Lines that answer a question, and the passages that they rest on, each with how the source says it.
#[derive(Default)]
pub struct Answer {
    pub lines: Vec<String>,
    pub quotes: Vec<(String, String)>,
}

impl Answer {
    pub fn say(&mut self, line: impl Into<String>) {
        self.lines.push(line.into());
    }

    /// Quotes what supports these members of a record.
    pub fn cite(&mut self, record: &impl Record, members: &[&str]) {
        for evidence in record.evidence() {
            let supports = |pointer: &str| members.iter().any(|member| pointer.starts_with(member));
            if evidence.supports.iter().any(|pointer| supports(pointer.as_str())) {
                let label = match (evidence.modality, evidence.basis) {
                    (Some(modality), _) => modality.as_str(),
                    (None, Some(basis)) => basis.as_str(),
                    (None, None) => "stated",
                };
                let quote = (label.to_owned(), evidence.quote.to_string());
                if !self.quotes.contains(&quote) {
                    self.quotes.push(quote);
                }
            }
        }
    }
}

/// A dataset as one person reads it.
pub struct Reader<'a> {
    pub index: Index<'a>,
    languages: [&'static str; 2],
}

impl<'a> Reader<'a> {
    pub fn new(dataset: &'a Dataset, languages: [&'static str; 2]) -> Self {
        Self { index: Index::new(dataset), languages }
    }

    pub fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.best(&self.languages)
    }

    pub fn texts(&self, texts: &[Text]) -> String {
        texts.iter().map(|text| self.text(text)).collect::<Vec<_>>().join(", ")
    }

    pub fn party(&self, party: &Party) -> &'a str {
        self.index.party_label(party).map_or(NOT_STATED, |name| name.best(&self.languages))
    }

    pub fn parties(&self, parties: &[Party]) -> String {
        parties.iter().map(|party| self.party(party)).collect::<Vec<_>>().join(", ")
    }

    pub fn project(&self, project: &Project) -> String {
        project.acronym.as_ref().map_or_else(|| self.text(&project.title).to_owned(), ToString::to_string)
    }

    pub fn record<T: Listed>(&self, id: &str) -> Result<&'a T, Box<dyn Error>> {
        self.index.get(&Id::new(id)?).ok_or_else(|| format!("the dataset has no {} {id}", T::KIND).into())
    }
}
