//! A dataset as one person reads it, and what an answer consists of.

use cooperation::{Dataset, Id, Index, Listed, PartialDate, Party, Period, Project, Record, Text, Truth};
use std::error::Error;

/// What a source says nothing of.
pub(crate) const NOT_STATED: &str = "not stated";

/// Lines that answer a question, and the passages that they rest on, each with how the source says it.
#[derive(Default)]
pub(crate) struct Answer {
    pub(crate) lines: Vec<String>,
    pub(crate) quotes: Vec<(String, String)>,
}

impl Answer {
    pub(crate) fn say(&mut self, line: impl Into<String>) {
        self.lines.push(line.into());
    }

    /// Quotes what supports these members of a record.
    pub(crate) fn cite(&mut self, record: &impl Record, members: &[&str]) {
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
pub(crate) struct Reader<'a> {
    pub(crate) index: Index<'a>,
    languages: [&'static str; 2],
}

impl<'a> Reader<'a> {
    pub(crate) fn new(dataset: &'a Dataset, languages: [&'static str; 2]) -> Self {
        Self { index: Index::new(dataset), languages }
    }

    pub(crate) fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.best(&self.languages)
    }

    pub(crate) fn texts(&self, texts: &[Text]) -> String {
        texts.iter().map(|text| self.text(text)).collect::<Vec<_>>().join(", ")
    }

    pub(crate) fn party(&self, party: &Party) -> &'a str {
        self.index.party_label(party).map_or(NOT_STATED, |name| name.best(&self.languages))
    }

    pub(crate) fn parties(&self, parties: &[Party]) -> String {
        parties.iter().map(|party| self.party(party)).collect::<Vec<_>>().join(", ")
    }

    pub(crate) fn project(&self, project: &Project) -> String {
        project.acronym.as_ref().map_or_else(|| self.text(&project.title).to_owned(), ToString::to_string)
    }

    pub(crate) fn record<T: Listed>(&self, id: &str) -> Result<&'a T, Box<dyn Error>> {
        self.index.get(&Id::new(id)?).ok_or_else(|| format!("the dataset has no {} {id}", T::KIND).into())
    }
}

/// The value, or that it is not stated.
pub(crate) fn stated<T: ToString>(value: Option<&T>) -> String {
    value.map_or_else(|| NOT_STATED.to_owned(), ToString::to_string)
}

/// The months of a year for which the answer is this one, as runs: `1 to 11`, `12`.
pub(crate) fn months(period: &Period, year: u16, truth: Truth) -> String {
    let mut runs: Vec<(u8, u8)> = Vec::new();
    for month in 1..=12 {
        let touched = PartialDate::from_month(year, month).map(|date| period.touches(date));
        if touched == Some(truth) {
            match runs.last_mut() {
                Some((_, last)) if last.saturating_add(1) == month => *last = month,
                _ => runs.push((month, month)),
            }
        }
    }
    let words = |(first, last)| {
        if first == last {
            format!("{year}-{first:02}")
        } else {
            format!("{year}-{first:02} to {year}-{last:02}")
        }
    };
    runs.into_iter().map(words).collect::<Vec<_>>().join(", ")
}
