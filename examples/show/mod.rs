//! What the programs that print share: words in the language asked for, and lines that align.

use cooperation::{Count, Dataset, Index, Kind, Money, Party, Period, Record, Subject, Text, Truth};
use std::error::Error;
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
        let name =
            self.index.party_label(party).map_or_else(|| id_of(party), |name| self.text(name).to_owned());
        match acronym {
            Some(acronym) => format!("{name} ({acronym})"),
            None => name,
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

    pub(crate) fn count(&self, count: Option<&Count>) -> String {
        match count {
            None => NOT_STATED.to_owned(),
            Some(Count::Vague(words)) => format!("'{}'", self.text(words)),
            Some(count) => count.to_string(),
        }
    }
}

fn id_of(party: &Party) -> String {
    match party {
        Party::Organization(id) => id.to_string(),
        Party::Network(id) => id.to_string(),
        Party::Group(id) => id.to_string(),
        _ => String::new(),
    }
}

/// A period as precise as its source, with its length where that is known.
pub(crate) fn period(period: Option<&Period>) -> String {
    let Some(period) = period else { return NOT_STATED.to_owned() };
    let length = match period.months() {
        Some(months) if months.start() == months.end() => format!(", {} months", months.start()),
        Some(months) => format!(", {} to {} months", months.start(), months.end()),
        None => String::new(),
    };
    let stated = match period.stated_duration {
        Some(stated) => match period.agrees_with_stated_duration() {
            Truth::Yes => format!(", stated as {stated}: they agree"),
            Truth::No => format!(", stated as {stated}: they do not agree"),
            Truth::Possible | Truth::Unknown => format!(", stated as {stated}"),
        },
        None => String::new(),
    };
    format!("{period}{length}{stated}")
}

pub(crate) fn money(money: Option<&Money>) -> String {
    money.map_or_else(|| NOT_STATED.to_owned(), ToString::to_string)
}

/// The value, or what a source says nothing of.
pub(crate) fn or_not_stated(value: Option<impl ToString>) -> String {
    value.map_or_else(|| NOT_STATED.to_owned(), |value| value.to_string())
}

/// A heading with a line under it.
pub(crate) fn heading(text: &str) {
    println!("\n{text}\n{}", "─".repeat(text.chars().count()));
}

/// A label and what stands under it, aligned.
pub(crate) fn line(label: &str, text: &str) {
    println!("  {label:<14} {text}");
}

/// How many records of each kind there are, in words.
pub(crate) fn census(dataset: &Dataset) -> String {
    fn count<T: Record>(records: &[T]) -> (usize, Kind) {
        (records.len(), T::KIND)
    }
    let counts = [
        count(&dataset.organizations),
        count(&dataset.networks),
        count(&dataset.projects),
        count(&dataset.goals),
        count(&dataset.activities),
        count(&dataset.policy_instruments),
        count(&dataset.funding),
    ];
    let words: Vec<String> =
        counts.iter().map(|(number, kind)| format!("{number} {}", kind.list().replace('_', " "))).collect();
    format!("{} records, among them {}", dataset.len(), words.join(", "))
}
