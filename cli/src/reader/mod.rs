//! What the subcommands that show a dataset share: the dataset in the language asked for, and what it does not state.

mod certain;
mod identity;
mod partners;
mod parts;
mod words;

pub(crate) use certain::has_more;
pub(crate) use words::{address, budget, forward, planned, turned};

use crate::input;
use crate::visible::visible;
use cooperation::{
    Dataset, Funding, Id, Index, Language, Listed, Money, Party, Period, ProgrammeId, Subject, Text,
    ValueError,
};
use std::collections::HashMap;
use std::error::Error;
use std::fmt::Display;
use std::io::Write as _;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use unicode_width::UnicodeWidthChar as _;

/// What a source says nothing of.
pub const NOT_STATED: &str = "not stated";

/// The language that a dataset is shown in.
#[derive(Debug, clap::Args)]
#[non_exhaustive]
pub struct InLanguage {
    /// The language of names and texts, where they have it: a tag such as en or en-GB.
    #[arg(long, value_name = "TAG", default_value = "nb", value_parser = language)]
    pub lang: Language,
}

/// The dataset that is shown, and the language that it is shown in.
#[derive(Debug, clap::Args)]
pub(crate) struct Shown {
    /// The dataset; without it, the documented one.
    pub(crate) file: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) language: InLanguage,
}

impl Shown {
    /// Writes the page that is made of the dataset to standard output.
    pub(crate) fn page(
        &self,
        page: impl FnOnce(&Reader<'_>) -> Result<String, Box<dyn Error>>,
    ) -> Result<(), Box<dyn Error>> {
        let dataset = load(self.file.as_deref())?;
        Ok(say(&page(&Reader::new(&dataset, self.language.lang.as_str()))?)?)
    }
}

/// A language by its tag, in whatever case.
pub(crate) fn language(tag: &str) -> Result<Language, ValueError> {
    tag.parse()
        .or_else(|error: ValueError| error.suggestion().and_then(|meant| meant.parse().ok()).ok_or(error))
}

/// The documented dataset, which is a part of the program.
const DOCUMENTED: &str = include_str!("../../../examples/data/microfinance-norway.json");

/// Loads the dataset in a file, or the documented one.
///
/// # Errors
/// When the file cannot be read: the text names it, and each fault with its place and how to fix it.
pub fn load(file: Option<&Path>) -> Result<Dataset, Box<dyn Error>> {
    match file {
        Some(file) => Ok(input::dataset(file)?),
        None => Ok(Dataset::from_json(DOCUMENTED)?),
    }
}

/// Writes to standard output. Whoever reads it may stop before the end, as `head` does.
///
/// # Errors
/// When standard output cannot be written, unless because nobody reads on.
pub fn say(text: &str) -> std::io::Result<()> {
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

/// Adds a line to a page. What would break the line, steer a terminal or turn the direction of writing is escaped.
pub(crate) fn put(page: &mut String, line: &str) {
    page.push_str(&visible(line));
    page.push('\n');
}

/// A dataset as one person reads it: in the language that they ask for.
#[derive(Debug)]
pub struct Reader<'a> {
    /// What the dataset says, from every end.
    pub index: Index<'a>,
    languages: Vec<String>,
    /// The instalments and shares of each funding that has any, and the money that is passed on out of it.
    parts: HashMap<&'a str, Vec<&'a Funding>>,
    passed_on: HashMap<&'a str, Vec<&'a Funding>>,
}

impl<'a> Reader<'a> {
    /// Reads a dataset in a language; texts without it are shown in Norwegian Bokmål or in English.
    #[must_use]
    pub fn new(dataset: &'a Dataset, language: &str) -> Self {
        let languages = [language, "nb", "en"].map(str::to_owned).to_vec();
        let parts = parts::by(dataset, |funding| funding.part_of.as_ref());
        let passed_on = parts::by(dataset, |funding| funding.out_of.as_ref());
        Self { index: Index::new(dataset), languages, parts, passed_on }
    }

    /// The text in the language of the reader, or in the next best.
    #[must_use]
    pub fn text<'t>(&self, text: &'t Text) -> &'t str {
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
                Some(cooperation) => match &cooperation.name {
                    Some(name) => self.text(name).to_owned(),
                    None => format!("the cooperation of {}", self.parties(&cooperation.parties)),
                },
                None => id.to_string(),
            },
            _ => {
                let name = self.index.subject_label(subject);
                name.map_or_else(|| subject.key().1.to_owned(), |name| self.text(name).to_owned())
            }
        }
    }

    /// The programme that money comes from, and who gives it.
    pub(crate) fn payer(&self, funding: &Funding) -> Option<String> {
        let programme = funding.programme.as_ref().map(|id| self.programme(id));
        let funder = funding.funder.as_ref().map(|funder| self.party(funder));
        match (programme, funder) {
            (Some(programme), Some(funder)) => Some(format!("{funder}, programme {programme}")),
            (Some(programme), None) => Some(format!("programme {programme}")),
            (None, funder) => funder,
        }
    }

    /// What a programme is called; its id, where the dataset does not have it.
    pub(crate) fn programme<'t>(&'t self, id: &'t ProgrammeId) -> &'t str {
        self.index.get(id).map_or(id.as_str(), |programme| self.text(&programme.name))
    }

    /// What money is for.
    pub(crate) fn purpose(&self, funding: &Funding) -> Option<String> {
        let title = funding.title.as_ref().map(|title| self.text(title).to_owned());
        let of = funding.of.as_ref().map(|of| self.subject(of));
        let part = self.derived(funding);
        let share = funding.share.map(|share| format!("{share} per cent of its budget"));
        let said: Vec<String> = [of, title].into_iter().flatten().chain(part).chain(share).collect();
        (!said.is_empty()).then(|| said.join("; "))
    }

    /// The dates of money; or else when the project runs that it is for.
    pub(crate) fn since(&self, funding: &Funding) -> Option<String> {
        let own = dated(funding);
        if own.is_some() {
            return own;
        }
        let Some(Subject::Project(id)) = &funding.of else { return None };
        let period = self.index.get(id)?.period.as_ref().filter(|period| meant_for(period).is_some())?;
        Some(format!("not stated; the project: {period}"))
    }

    /// The record with this id, which the dataset must have.
    pub(crate) fn record<T: Listed>(&self, id: &str) -> Result<&'a T, Box<dyn Error>> {
        self.index
            .get(&Id::new(id)?)
            .ok_or_else(|| format!("the dataset has no {} {id}", T::KIND.title()).into())
    }
}

/// When money was awarded, committed or paid, and the time that it is for.
pub(crate) fn dated(funding: &Funding) -> Option<String> {
    let date = funding.date.map(|date| date.to_string());
    let period = funding.period.as_ref().and_then(meant_for);
    let planned = funding.planned.as_ref().and_then(meant_for).map(|planned| format!("planned {planned}"));
    let said: Vec<String> = [date, period, planned].into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(", "))
}

/// The time that money is meant for, where anything is stated of it.
fn meant_for(period: &Period) -> Option<String> {
    match (period.start, period.end, period.stated_duration) {
        (None, None, None) => None,
        (None, None, Some(duration)) => Some(format!("for {duration}")),
        (Some(_), Some(_), _) => Some(format!("for {period}")),
        (_, _, Some(duration)) => Some(format!("for {duration} {period}")),
        (_, _, None) => Some(format!("for the time {period}")),
    }
}

/// A number of things: 1 month, 2 months.
pub(crate) fn counted<N: Copy + Display + PartialEq + From<u8>>(number: N, one: &str, many: &str) -> String {
    let what = if number == N::from(1) { one } else { many };
    format!("{number} {what}")
}

/// The least and the most months of a period.
pub(crate) fn length(months: &RangeInclusive<u32>) -> String {
    let most = counted(*months.end(), "month", "months");
    if months.start() == months.end() { most } else { format!("{} to {most}", months.start()) }
}

/// How many columns of a terminal a text takes: a Chinese, Japanese or Korean letter takes two.
#[must_use]
pub fn width(text: &str) -> usize {
    text.chars().map(|letter| letter.width().unwrap_or(0)).sum()
}

pub(crate) fn money(money: Option<&Money>) -> String {
    money.map_or_else(|| NOT_STATED.to_owned(), ToString::to_string)
}

/// A period, with its length where the source states that apart from its dates.
pub(crate) fn dates(period: &Period) -> String {
    match period.stated_duration {
        Some(stated) if period.start.is_some() || period.end.is_some() => {
            format!("{period}, stated as {stated}")
        }
        _ => period.to_string(),
    }
}

/// The value, or what a source says nothing of.
pub(crate) fn stated(value: Option<impl ToString>) -> String {
    value.map_or_else(|| NOT_STATED.to_owned(), |value| value.to_string())
}
