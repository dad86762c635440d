//! What the programs that show a dataset share: it, in the language asked for, and what it is silent on.

use cooperation::{Count, Dataset, Id, Index, Listed, Money, Party, Subject, Text};
use std::error::Error;
use std::io::Write as _;
use std::path::Path;

/// What a source says nothing of.
pub(crate) const NOT_STATED: &str = "not stated";

/// The dataset in a file, or the documented one.
pub(crate) fn load(file: Option<&Path>) -> Result<Dataset, Box<dyn Error>> {
    let documented = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/microfinance-norway.json");
    let file = file.unwrap_or(Path::new(documented));
    let bytes = std::fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(Dataset::from_slice(&bytes).map_err(|error| format!("{}: {error}", file.display()))?)
}

/// Writes to standard output. Whoever reads it may stop before the end, as `head` does.
pub(crate) fn say(text: &str) -> std::io::Result<()> {
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

/// A dataset as one person reads it: in the language that they ask for.
pub(crate) struct Reader<'a> {
    pub(crate) index: Index<'a>,
    languages: Vec<String>,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(dataset: &'a Dataset, language: &str) -> Self {
        let languages = [language, "nb", "en"].map(str::to_owned).to_vec();
        Self { index: Index::new(dataset), languages }
    }

    pub(crate) fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.best(&self.languages.iter().map(String::as_str).collect::<Vec<_>>())
    }

    pub(crate) fn maybe<'t>(&self, text: Option<&'t Text>) -> &'t str {
        text.map_or(NOT_STATED, |text| self.text(text))
    }

    /// What a party is called, with its acronym.
    pub(crate) fn party(&self, party: &Party) -> String {
        let acronym = match party {
            Party::Organization(id) => self.index.get(id).and_then(|record| record.acronym.as_ref()),
            Party::Network(id) => self.index.get(id).and_then(|record| record.acronym.as_ref()),
            Party::Group(_) | _ => None,
        };
        let name = self.index.party_label(party).map_or(party.key().1, |name| self.text(name));
        match acronym {
            Some(acronym) => format!("{name} ({acronym})"),
            None => name.to_owned(),
        }
    }

    pub(crate) fn parties<'p>(&self, parties: impl IntoIterator<Item = &'p Party>) -> String {
        let names: Vec<String> = parties.into_iter().map(|party| self.party(party)).collect();
        if names.is_empty() { NOT_STATED.to_owned() } else { names.join(", ") }
    }

    /// What a subject is called; for one party's part in a project, whose part it is.
    pub(crate) fn subject(&self, subject: &Subject) -> String {
        match subject {
            Subject::Participation(id) => match self.index.get(id) {
                Some(part) => {
                    let project = self.index.get(&part.project).map(|project| self.text(&project.title));
                    format!(
                        "{}'s part of {}",
                        self.party(&part.party),
                        project.unwrap_or(part.project.as_str())
                    )
                }
                None => id.to_string(),
            },
            Subject::Cooperation(id) => match self.index.get(id) {
                Some(cooperation) => format!("the cooperation of {}", self.parties(&cooperation.parties)),
                None => id.to_string(),
            },
            _ => self.maybe(self.index.subject_label(subject)).to_owned(),
        }
    }

    /// The record with this id, which the dataset must have.
    pub(crate) fn record<T: Listed>(&self, id: &str) -> Result<&'a T, Box<dyn Error>> {
        self.index.get(&Id::new(id)?).ok_or_else(|| format!("the dataset has no {} {id}", T::KIND).into())
    }

    pub(crate) fn count(&self, count: Option<&Count>) -> String {
        match count {
            None => NOT_STATED.to_owned(),
            Some(Count::Vague(words)) => format!("'{}'", self.text(words)),
            Some(count) => count.to_string(),
        }
    }
}

pub(crate) fn money(money: Option<&Money>) -> String {
    money.map_or_else(|| NOT_STATED.to_owned(), ToString::to_string)
}

/// The value, or what a source says nothing of.
pub(crate) fn stated(value: Option<impl ToString>) -> String {
    value.map_or_else(|| NOT_STATED.to_owned(), |value| value.to_string())
}
