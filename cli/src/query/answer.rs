//! What an answer consists of.

use super::about::About;
use crate::reader::Reader;
use cooperation::{Evidence, Funding, PartialDate, Period, Project, Record, Text, Truth};
use std::collections::HashSet;

/// Lines that answer a question, and the passages that they rest on, each with how the source says it.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Answer {
    /// The answer, line by line.
    pub lines: Vec<String>,
    /// How the source says it, and the passage.
    pub quotes: Vec<(String, String)>,
    /// The same, to look them up.
    cited: HashSet<(String, String)>,
    /// The most passages that are quoted, where not all of them are.
    most: Option<usize>,
    /// How many passages are left out.
    pub(crate) unquoted: usize,
}

impl Answer {
    /// An answer that quotes at most so many passages.
    pub(crate) fn with_most(most: usize) -> Self {
        Self { most: Some(most), ..Self::default() }
    }

    pub(crate) fn say(&mut self, line: impl Into<String>) {
        self.lines.push(line.into());
    }

    /// Adds the passages of another answer.
    pub(crate) fn add_quotes(&mut self, other: &Self) {
        let room = self.most.map_or(usize::MAX, |most| most.saturating_sub(self.quotes.len()));
        let new = other.quotes.iter().filter(|quote| self.cited.insert((*quote).clone())).cloned();
        self.quotes.extend(new.take(room));
    }

    /// Quotes what supports these members of a record, or with `""` any of them.
    pub(crate) fn cite(&mut self, record: &impl Record, members: &[&str]) {
        self.quote(record.evidence(), members);
    }

    pub(crate) fn quote(&mut self, evidence: &[Evidence], members: &[&str]) {
        let most = self.most.unwrap_or(usize::MAX);
        let looked_at = evidence.get(..most).unwrap_or(evidence);
        self.unquoted = self.unquoted.saturating_add(evidence.len().saturating_sub(looked_at.len()));
        let evidence = looked_at;
        let supports = |one: &&Evidence| {
            let is_whole = one.supports.is_empty() && members.contains(&"");
            let names = |pointer: &str| members.iter().any(|member| pointer.starts_with(member));
            is_whole || one.supports.iter().any(|pointer| names(pointer.as_str()))
        };
        // Where no passage is for these members, those for the record as a whole are for them too.
        let exact = evidence.iter().any(|one| supports(&one));
        for one in evidence.iter().filter(|one| if exact { supports(one) } else { one.supports.is_empty() }) {
            let quote = (label(one).to_owned(), passage(one));
            if self.quotes.len() >= most {
                self.unquoted = self.unquoted.saturating_add(1);
            } else if self.cited.insert(quote.clone()) {
                self.quotes.push(quote);
            }
        }
    }
}

/// The passage between quotation marks; where evidence has only a locator, where the passage is.
pub(crate) fn passage(evidence: &Evidence) -> String {
    match (&evidence.quote, &evidence.locator) {
        (Some(quote), _) => format!("«{quote}»"),
        (None, Some(locator)) => format!("{}: {locator}", evidence.source),
        (None, None) => evidence.source.to_string(),
    }
}

/// How a source says something.
pub(crate) fn label(evidence: &Evidence) -> &str {
    match (evidence.modality, evidence.basis) {
        (Some(modality), _) => modality.as_str(),
        (None, Some(basis)) => basis.as_str(),
        (None, None) => "stated",
    }
}

/// Most texts of a list that are told in one line.
const TEXTS: usize = 50;

impl Reader<'_> {
    pub(crate) fn texts(&self, texts: &[Text]) -> String {
        let told = texts.iter().take(TEXTS).map(|text| self.text(text).to_owned());
        let more = texts.len().saturating_sub(TEXTS);
        let more = (more > 0).then(|| self.words.counted(more, "other", "others"));
        told.chain(more).collect::<Vec<_>>().join(", ")
    }

    pub(crate) fn project(&self, project: &Project) -> String {
        project.acronym.as_ref().map_or_else(|| self.text(&project.title).to_owned(), ToString::to_string)
    }

    /// What a record is called; its id, where it has no name.
    pub(crate) fn name<'r>(&self, about: &About<'r>) -> &'r str {
        about.label.map_or(about.id, |label| self.text(label))
    }

    /// A funding in a sentence.
    pub(crate) fn funding(&self, funding: &Funding) -> String {
        let say = self.words;
        let mut words = match &funding.amount {
            Some(amount) => say.money(amount),
            None => say.label("amount not stated").to_owned(),
        };
        let from = self.payer(funding).map(|payer| say.fill(" from {}", &[&payer]));
        let to = funding.recipient.as_ref().map(|party| say.fill(" to {}", &[&self.party(party)]));
        let what = self.purpose(funding).map(|what| format!(": {what}"));
        words.extend([from, to, what].into_iter().flatten());
        let more = [
            self.places(&funding.places),
            self.dated(funding),
            funding.kind.as_ref().map(|kind| self.code(kind)),
            funding.status.as_ref().map(|status| self.code(status)),
        ];
        let more: Vec<String> = more.into_iter().flatten().collect();
        if more.is_empty() { words } else { format!("{words} ({})", more.join(", ")) }
    }
}

/// The months of a year for which the answer is this one, as runs: `January to November`, `December`.
pub(crate) fn months(reader: &Reader, period: &Period, year: u16, truth: Truth) -> String {
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
    let month = |month| PartialDate::from_month(year, month);
    let words = |(first, last)| {
        let (first, last) = (month(first)?, month(last)?);
        let whole = reader.words.period(&Period::between(first, last));
        // The year is said once: 'January to November 2008'.
        let is_short = first != last && !reader.words.is_raw();
        Some(if is_short { whole.replacen(&format!(" {year}"), "", 1) } else { whole })
    };
    runs.into_iter().filter_map(words).collect::<Vec<_>>().join(", ")
}
