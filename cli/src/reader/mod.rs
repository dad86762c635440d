//! What the subcommands that show a dataset share: the dataset in the language asked for, and what it does not state.

mod certain;
pub(crate) mod facets;
mod filter;
mod identity;
mod indicators;
mod lookup;
mod partners;
mod parts;
pub(crate) mod record_graph;
pub(crate) mod sums;
mod words;

pub(crate) use certain::has_more;
pub use filter::Filter;
pub(crate) use indicators::reached;
pub(crate) use words::{forward, has_unread_amount, turned};

use crate::input;
use crate::visible::visible;
use crate::words::Words;
use cooperation::{
    Dataset, Funding, Id, Index, Language, Money, Party, Period, ProgrammeId, ProjectId, RecordKind, Subject,
    Text, ValueError,
    dataset::{DOCUMENTED, Listed},
    values::{SumOverflow, Totals},
};
use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::error::Error;
use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use unicode_width::UnicodeWidthChar as _;

/// What a source says nothing of.
pub const NOT_STATED: &str = "not stated";

/// The language that a dataset is shown in.
#[derive(Debug, clap::Args)]
#[non_exhaustive]
pub struct InLanguage {
    /// Language of names, texts and labels: a tag such as en, en-GB or nb [default: the language of the dataset]
    #[arg(long, value_name = "TAG", value_parser = language)]
    pub lang: Option<Language>,
}

impl InLanguage {
    /// The language that a dataset is shown in.
    pub(crate) fn of<'l>(&'l self, dataset: &'l Dataset) -> &'l str {
        self.lang.as_ref().or(dataset.language.as_ref()).map_or("en", Language::as_str)
    }
}

/// The dataset that is shown, and the language that it is shown in.
#[derive(Debug, clap::Args)]
pub(crate) struct Shown {
    /// Dataset [default: the built-in example]
    pub(crate) file: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) filter: Filter,
    #[command(flatten)]
    pub(crate) language: InLanguage,
}

impl Shown {
    /// Writes the page that is made of the dataset to standard output.
    pub(crate) fn page(
        &self,
        page: impl FnOnce(&Reader<'_>) -> Result<String, Box<dyn Error>>,
    ) -> Result<(), Box<dyn Error>> {
        let dataset = self.filter.part(load(self.file.as_deref())?)?;
        Ok(say(&page(&Reader::new(&dataset, self.language.of(&dataset)))?)?)
    }
}

/// A language by its tag, in whatever case.
pub(crate) fn language(tag: &str) -> Result<Language, ValueError> {
    tag.parse()
        .or_else(|error: ValueError| error.suggestion().and_then(|meant| meant.parse().ok()).ok_or(error))
}

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

/// Writes to standard output. The reader may stop before the end, as `head` does.
///
/// # Errors
/// Returns an error if standard output cannot be written, unless the reader stopped.
pub fn say(text: &str) -> std::io::Result<()> {
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

/// Writes a text that other programs show, such as a picture. On a terminal it would be pages of markup: a file is asked
/// for instead.
pub(crate) fn say_file(text: &str, example: &str) -> Result<(), Box<dyn Error>> {
    if std::io::stdout().is_terminal() {
        return Err(
            format!("this is not for reading in a terminal: name a file, such as --out {example}").into()
        );
    }
    Ok(say(text)?)
}

/// Adds a line to a page. What would break the line, steer a terminal or turn the direction of writing is escaped.
pub(crate) fn put(page: &mut String, line: &str) {
    page.push_str(&visible(line));
    page.push('\n');
}

/// By the id of a programme: the sums of it and all below it, how many programmes are below, and the budgets of the projects
/// there.
type ProgrammeSums = HashMap<String, (sums::ByStatus, usize, sums::Budgets)>;

/// By the kind and the id of each record of which a source states that another is the same: the first of these.
type Firsts = HashMap<RecordKind, HashMap<String, (RecordKind, String)>>;

/// A dataset as one person reads it: in the language that they ask for.
#[derive(Debug)]
pub struct Reader<'a> {
    /// What the dataset says, from every end.
    pub index: Index<'a>,
    /// Labels, numbers and dates in the language of the reader.
    pub words: Words,
    languages: Vec<String>,
    /// The instalments and shares of each funding that has any, and the money that is passed on out of it.
    parts: HashMap<&'a str, Vec<&'a Funding>>,
    passed_on: HashMap<&'a str, Vec<&'a Funding>>,
    /// Which funding states what of each part.
    inherited: HashMap<&'a str, parts::Saying<'a>>,
    /// Sums for each programme and all below it, once they are asked for.
    below: OnceCell<ProgrammeSums>,
    /// For each id of several that are of one thing, the first of them, once that is asked for.
    firsts: OnceCell<Firsts>,
    /// How many projects are under each programme and all below it, once that is asked for.
    under: OnceCell<HashMap<String, usize>>,
    /// Whether any party of a project is still in it, for the projects that were asked about.
    going_on: RefCell<HashMap<ProjectId, bool>>,
}

impl<'a> Reader<'a> {
    /// Reads a dataset in a language. Texts without it are shown in the language of the dataset, in Norwegian Bokmål or in
    /// English.
    #[must_use]
    pub fn new(dataset: &'a Dataset, language: &str) -> Self {
        let own = dataset.language.as_ref().map_or(language, Language::as_str);
        let languages = [language, own, "nb", "en"].map(str::to_owned).to_vec();
        let parts = parts::by(dataset, |funding| funding.part_of.as_ref());
        let passed_on = parts::by(dataset, |funding| funding.out_of.as_ref());
        Self {
            index: Index::new(dataset),
            words: Words::new(language),
            languages,
            parts,
            passed_on,
            inherited: parts::inherited(dataset),
            going_on: RefCell::default(),
            below: OnceCell::new(),
            under: OnceCell::new(),
            firsts: OnceCell::new(),
        }
    }

    /// The text in the language of the reader, or in the next best.
    #[must_use]
    pub fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.best(&self.languages.iter().map(String::as_str).collect::<Vec<_>>())
    }

    pub(crate) fn maybe<'t>(&self, text: Option<&'t Text>) -> &'t str {
        text.map_or_else(|| self.words.label(NOT_STATED), |text| self.text(text))
    }

    /// A code of a list in the language of the reader.
    pub(crate) fn code(&self, code: &impl ToString) -> String {
        self.words.label(&code.to_string()).to_owned()
    }

    /// The value, or that a source says nothing of it.
    pub(crate) fn stated(&self, value: Option<impl ToString>) -> String {
        value.map_or_else(|| self.words.label(NOT_STATED).to_owned(), |value| value.to_string())
    }

    /// A code of a list, or that a source says nothing of it.
    pub(crate) fn stated_code(&self, code: Option<&impl ToString>) -> String {
        self.stated(code.map(|code| self.code(code)))
    }

    /// Sums of money; of none, that nothing is stated.
    pub(crate) fn totals(&self, totals: &Totals) -> String {
        self.stated((!totals.is_empty()).then(|| self.words.totals(totals)))
    }

    pub(crate) fn money(&self, money: Option<&Money>) -> String {
        self.stated(money.map(|money| self.words.money(money)))
    }

    /// The same dataset for programs that read on: English labels, numbers and dates as the format writes them.
    #[must_use]
    pub fn raw(self) -> Self {
        Self { words: Words::raw(), ..self }
    }

    /// Sums for each programme and all below it.
    pub(crate) fn programme_sums(&self) -> Result<&ProgrammeSums, SumOverflow> {
        if let Some(known) = self.below.get() {
            return Ok(known);
        }
        let sums = self.sums_by_programme(&self.index.money()?).into_iter().zip(self.budgets_by_programme());
        let made =
            sums.map(|((id, sums, below), budgets)| (id.to_string(), (sums, below, budgets))).collect();
        Ok(self.below.get_or_init(|| made))
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
        self.at_most(200, parties)
    }

    /// The names of the first of some parties, and how many there are beside them.
    pub(crate) fn at_most<'p>(&self, most: usize, parties: impl IntoIterator<Item = &'p Party>) -> String {
        let mut parties = parties.into_iter();
        let mut names: Vec<String> = parties.by_ref().take(most).map(|party| self.party(party)).collect();
        let more = parties.count();
        if more > 0 {
            names.push(self.words.counted(more, "other", "others"));
        }
        if names.is_empty() { self.words.label(NOT_STATED).to_owned() } else { names.join(", ") }
    }

    /// What a subject is called; for one party's part in a project, whose part it is.
    pub(crate) fn subject(&self, subject: &Subject) -> String {
        match subject {
            Subject::Participation(id) => match self.index.get(id) {
                Some(part) => {
                    let project = self.index.get(&part.project).map(|project| self.text(&project.title));
                    let project = project.unwrap_or(part.project.as_str());
                    self.words.fill("{}'s part of {}", &[&self.party(&part.party), project])
                }
                None => id.to_string(),
            },
            Subject::Cooperation(id) => match self.index.get(id) {
                Some(cooperation) => match &cooperation.name {
                    Some(name) => self.text(name).to_owned(),
                    None => self.words.fill("the cooperation of {}", &[&self.parties(&cooperation.parties)]),
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
            (Some(programme), Some(funder)) => {
                Some(self.words.fill("{}, programme {}", &[&funder, programme]))
            }
            (Some(programme), None) => Some(self.words.fill("programme {}", &[programme])),
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
        let share = self.share(funding).map(|share| self.words.fill("{} of its budget", &[&share]));
        let said: Vec<String> = [of, title].into_iter().flatten().chain(part).chain(share).collect();
        (!said.is_empty()).then(|| said.join("; "))
    }

    /// The dates of money; or else when the project runs that it is for.
    pub(crate) fn since(&self, funding: &Funding) -> Option<String> {
        let own = self.dated(funding);
        if own.is_some() {
            return own;
        }
        let Some(Subject::Project(id)) = &funding.of else { return None };
        let period = self.index.get(id)?.period.as_ref().filter(|period| self.meant_for(period).is_some())?;
        Some(self.words.fill("not stated; the project: {}", &[&self.words.period(period)]))
    }

    /// The share of a budget that money is.
    pub(crate) fn share(&self, funding: &Funding) -> Option<String> {
        funding.share.map(|share| self.words.fill("{} per cent", &[&self.words.decimal(share)]))
    }

    /// When money was awarded, committed or paid, and the time that it is for.
    pub(crate) fn dated(&self, funding: &Funding) -> Option<String> {
        let date = funding.date.map(|date| self.words.date(date));
        let period = funding.period.as_ref().and_then(|period| self.meant_for(period));
        let planned = funding.planned.as_ref().and_then(|planned| self.meant_for(planned));
        let planned = planned.map(|planned| self.words.fill("planned {}", &[&planned]));
        let said: Vec<String> = [date, period, planned].into_iter().flatten().collect();
        (!said.is_empty()).then(|| said.join(", "))
    }

    /// The time that money is meant for, where anything is stated of it.
    fn meant_for(&self, period: &Period) -> Option<String> {
        let words = self.words;
        let dates = words.period(period);
        let duration = period.stated_duration.map(|duration| words.duration(duration));
        match (period.start, period.end, duration) {
            (None, None, None) => None,
            (None, None, Some(duration)) => Some(words.fill("for {}", &[&duration])),
            (Some(_), Some(_), _) => Some(words.fill("for {}", &[&dates])),
            (_, _, Some(duration)) => Some(words.fill("for {} {}", &[&duration, &dates])),
            (_, _, None) => Some(words.fill("for the time {}", &[&dates])),
        }
    }

    /// The record with this id, which the dataset must have.
    pub(crate) fn record<T: Listed>(&self, id: &str) -> Result<&'a T, Box<dyn Error>> {
        self.index
            .get(&Id::new(id)?)
            .ok_or_else(|| format!("the dataset has no {} {id}", T::KIND.title()).into())
    }
}

/// How many columns of a terminal a text takes: a Chinese, Japanese or Korean letter takes two.
#[must_use]
pub fn width(text: &str) -> usize {
    text.chars().map(|letter| letter.width().unwrap_or(0)).sum()
}
