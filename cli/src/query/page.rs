//! What is said on the questions that are asked.

use super::about::About;
use super::answer::Answer;
use super::ask::Question;
use super::asked::{Asked, MOST};
use super::rows::{self, Format, Row};
use super::{answers, ask as list, when};
use crate::reader::{NOT_STATED, Reader, put};
use clap::builder::{PossibleValue, PossibleValuesParser};
use cooperation::{PartialDate, RecordKind, codes::RelationBasis};
use std::cell::RefCell;
use std::collections::HashMap;
use std::error::Error;
use std::rc::Rc;

/// Most passages that are quoted of each record where all records are asked about.
const QUOTED: usize = 200;

/// What somebody wants to know of a dataset.
#[derive(Debug, Default, clap::Args)]
#[non_exhaustive]
pub struct Wanted {
    /// Question, asked about every record of the kinds that it fits
    #[arg(long, value_name = "QUESTION", value_parser = names())]
    pub ask: Option<String>,
    /// Record to ask about: its id, acronym or name, or KIND/ID, such as project/feva, if records of several kinds have the
    /// id
    #[arg(long, value_name = "RECORD")]
    pub about: Option<String>,
    /// Year, month or day: projects that were going on at that time
    #[arg(long = "in", value_name = "DATE")]
    pub date: Option<PartialDate>,
}

fn names() -> PossibleValuesParser {
    PossibleValuesParser::new(list::QUESTIONS.iter().map(|one| PossibleValue::new(one.name).help(one.words)))
}

/// The questions that the documented dataset is there for, or one of them.
///
/// # Errors
/// When no question has the number, or the dataset lacks a record that a question is about.
pub fn documented(reader: &Reader, number: Option<usize>) -> Result<String, Box<dyn Error>> {
    let mut page = String::new();
    for (place, (question, ask)) in (1..).zip(answers::QUESTIONS) {
        if number.is_none_or(|asked| asked == place) {
            heading(&mut page, &format!("{place:>2}  {}", reader.words.label(question)));
            told(reader, &mut page, &ask(reader)?, "    ");
        }
    }
    if page.is_empty() {
        Err(format!("the questions have the numbers 1 to {}", answers::QUESTIONS.len()).into())
    } else {
        Ok(page)
    }
}

/// What can be asked about the records of a dataset, each question with the first record that answers it.
///
/// # Errors
/// When a question cannot be answered, such as for a sum with too many digits.
pub fn menu(reader: &Reader) -> Result<String, Box<dyn Error>> {
    let (mut page, mut silent, words) = (String::new(), Vec::new(), reader.words);
    for question in list::QUESTIONS {
        let mut records = question.of.iter().flat_map(|&kind| About::all(reader.index.dataset(), kind));
        let asking = Asking::new(reader, question, &Wanted::default());
        let first = loop {
            let Some(about) = records.next() else { break None };
            if !asking.of(&about)?.lines.is_empty() {
                break Some(about);
            }
        };
        match first {
            Some(about) => {
                if page.is_empty() {
                    let all = "Questions about all records, or with --about about one of them:";
                    heading(&mut page, words.label(all));
                }
                put(&mut page, &format!("  {}", words.label(question.words)));
                let (kind, id) = (about.kind.as_str(), about.id);
                put(&mut page, &format!("      --ask {} --about {kind}/{id}", question.name));
            }
            None => silent.push(question.name),
        }
    }
    if page.is_empty() {
        put(&mut page, words.label("The dataset states nothing about any record."));
        return Ok(page);
    }
    page.push('\n');
    let more = "--about ID alone tells all that is stated about a record, --in 2020-06 what was going on.";
    put(&mut page, words.label(more));
    if !silent.is_empty() {
        put(&mut page, &words.fill("Not stated about any record: {}.", &[&silent.join(", ")]));
    }
    Ok(page)
}

/// A question that is asked about one record after another.
struct Asking<'r, 'a> {
    reader: &'r Reader<'a>,
    question: &'static Question,
    date: Option<PartialDate>,
    /// Most items of a list that other records have in their answers too.
    most: usize,
    /// The answers about records that may be the same as another, since many may be the same as one.
    known: RefCell<HashMap<(RecordKind, String), Rc<Answer>>>,
    /// The first record of each thing that has several.
    told: RefCell<HashMap<(RecordKind, String), String>>,
}

impl<'r, 'a> Asking<'r, 'a> {
    fn new(reader: &'r Reader<'a>, question: &'static Question, wanted: &Wanted) -> Self {
        let most = if wanted.about.is_some() { usize::MAX } else { MOST };
        Self {
            reader,
            question,
            date: wanted.date,
            most,
            known: RefCell::default(),
            told: RefCell::default(),
        }
    }

    /// The answer about a record, with those of records that are implied to be the same.
    fn of(&self, about: &About<'a>) -> Result<Answer, Box<dyn Error>> {
        if let Some(first) = self.told_with(about) {
            let mut answer = Answer::default();
            answer.say(self.reader.words.fill("the same as {}: see there", &[&first]));
            return Ok(answer);
        }
        let mut answer = self.of_itself(about)?;
        if self.question.is_of_the_thing() {
            self.perhaps(about, &mut answer)?;
        }
        Ok(answer)
    }

    /// The record with which the answer was given, where a source states that it is of the same thing.
    fn told_with(&self, about: &About<'a>) -> Option<String> {
        if self.most == usize::MAX || !self.question.is_of_the_thing() {
            return None;
        }
        let thing = self.reader.stands_for((about.kind, about.id))?;
        let mut told = self.told.borrow_mut();
        if let Some(first) = told.get(thing) {
            return Some(first.clone());
        }
        let name = self.reader.name(about);
        told.insert(
            thing.clone(),
            format!("{name} ({} {})", self.reader.words.label(about.kind.title()), about.id),
        );
        None
    }

    fn of_itself(&self, about: &About<'a>) -> Result<Answer, Box<dyn Error>> {
        let Self { reader, question, date, most, .. } = self;
        let mut answer = if *most == usize::MAX { Answer::default() } else { Answer::with_most(QUOTED) };
        let asked = Asked { reader, about, date: *date, most: *most };
        (question.ask)(&asked, &mut answer)?;
        if answer.unquoted > 0 {
            let words = reader.words;
            let more = words.counted(answer.unquoted, "passage", "passages");
            answer.say(words.fill("{} more: --about {} lists all", &[&more, &key(about)]));
        }
        Ok(answer)
    }

    /// Adds the answers of the records that are implied to be of the same thing, and says where that is open. What is
    /// stated to be the same has been followed by then.
    fn perhaps(&self, about: &About<'a>, answer: &mut Answer) -> Result<(), Box<dyn Error>> {
        let (reader, words) = (self.reader, self.reader.words);
        let all = reader.perhaps_same((about.kind, about.id));
        for (other, related) in all.iter().take(self.most) {
            let (kind, id) = other.key();
            let Some(other) = About::get(reader, kind, id).filter(|_| self.question.of.contains(&kind))
            else {
                continue;
            };
            let more = self.remembered(&other)?;
            if more.lines.is_empty() {
                continue;
            }
            let name = format!("{} ({} {id})", reader.name(&other), words.label(kind.title()));
            let reason = related.reason.as_ref().map(|reason| format!(": {}", reader.text(reason)));
            let reason = reason.unwrap_or_default();
            if related.basis == Some(RelationBasis::Implied) {
                answer.say(format!(
                    "{}{reason}",
                    words.fill("of {}, which is implied to be the same", &[&name])
                ));
                for line in more.lines.iter().take(self.most) {
                    answer.say(format!("    {line}"));
                }
                let rest = more.lines.len().saturating_sub(self.most);
                if rest > 0 {
                    let rest = words.counted(rest, "line", "lines");
                    let sentence = words.fill("{} more: --about {} lists all", &[&rest, &key(&other)]);
                    answer.say(format!("    {sentence}"));
                }
                answer.add_quotes(&more);
            } else {
                let open = words.fill("without those of {}: it is open whether it is the same", &[&name]);
                answer.say(format!("{open}{reason}"));
            }
        }
        let rest = all.len().saturating_sub(self.most);
        if rest > 0 {
            let rest = words.counted(rest, "record that may be the same", "records that may be the same");
            answer.say(words.fill("{} more: --about {} lists all", &[&rest, &key(about)]));
        }
        Ok(())
    }

    fn remembered(&self, about: &About<'a>) -> Result<Rc<Answer>, Box<dyn Error>> {
        let key = (about.kind, about.id.to_owned());
        if let Some(known) = self.known.borrow().get(&key) {
            return Ok(Rc::clone(known));
        }
        let answer = Rc::new(self.of_itself(about)?);
        self.known.borrow_mut().insert(key, Rc::clone(&answer));
        Ok(answer)
    }
}

/// A record as it is asked about: `project/feva`.
fn key(about: &About) -> String {
    format!("{}/{}", about.kind.as_str(), about.id)
}

/// The answers to what is wanted.
///
/// # Errors
/// When the dataset has no record that the question can be asked about, or the questions do not go together.
pub fn asked(reader: &Reader, wanted: &Wanted) -> Result<String, Box<dyn Error>> {
    if let (Some(date), None, None) = (wanted.date, &wanted.ask, &wanted.about) {
        return Ok(whole(reader, date));
    }
    let name = wanted.ask.as_deref().or(wanted.date.map(|_| "projects"));
    let (mut page, mut silent, mut kinds) = (String::new(), Vec::new(), Vec::new());
    for question in wanted.questions()? {
        kinds.extend(question.of.iter().map(|kind| kind.title()));
        let records = wanted.records(reader, question)?;
        if records.is_empty() {
            continue;
        }
        let answers = tell(&Asking::new(reader, question, wanted), &records)?;
        if answers.is_empty() {
            silent.push(question.name);
        } else {
            heading(&mut page, reader.words.label(question.words));
            page.push_str(&answers);
        }
    }
    if page.is_empty() && silent.is_empty() {
        let name = name.unwrap_or_default();
        let which = wanted.about.as_ref().map_or_else(String::new, |id| format!(" with the id {id}"));
        let kinds = kinds.join(", ");
        return Err(format!("'{name}' is asked about: {kinds}; the dataset has none of these{which}").into());
    }
    if !silent.is_empty() {
        if !page.is_empty() {
            page.push('\n');
        }
        put(&mut page, &format!("{}: {}", reader.words.label(NOT_STATED), silent.join(", ")));
    }
    Ok(page)
}

/// The projects that were going on, whoever had them.
fn whole(reader: &Reader, date: PartialDate) -> String {
    let (mut page, mut answer) = (String::new(), Answer::default());
    for project in &reader.index.dataset().projects {
        when::going_on(reader, project, date, &mut answer);
    }
    if answer.lines.is_empty() {
        answer.say(reader.words.label("none of the projects"));
    }
    let date = reader.words.date(date);
    heading(&mut page, &reader.words.fill("Projects that were going on: {}", &[&date]));
    told(reader, &mut page, &answer, "  ");
    page
}

/// What is stated on a question, record by record; nothing, where nothing is.
fn tell<'a>(asking: &Asking<'_, 'a>, records: &[About<'a>]) -> Result<String, Box<dyn Error>> {
    let reader = asking.reader;
    let (mut page, mut silent) = (String::new(), 0_usize);
    for about in records {
        let answer = asking.of(about)?;
        if answer.lines.is_empty() {
            silent = silent.saturating_add(1);
            continue;
        }
        if !page.is_empty() {
            page.push('\n');
        }
        let kind = reader.words.label(about.kind.title());
        put(&mut page, &format!("  {} ({kind} {})", reader.name(about), about.id));
        told(reader, &mut page, &answer, "      ");
    }
    if !page.is_empty() && silent > 0 {
        page.push('\n');
        put(
            &mut page,
            &format!(
                "  {}",
                reader.words.fill(
                    "{}: not stated",
                    &[&reader.words.counted(silent, "other record", "other records")]
                )
            ),
        );
    }
    Ok(page)
}

/// The answers to what is wanted, or to every question, in a format for other programs or for a document.
///
/// # Errors
/// When the dataset has no record that the question can be asked about, or the questions do not go together.
pub fn written(
    reader: Reader,
    wanted: &Wanted,
    number: Option<usize>,
    about_any: bool,
    format: Format,
) -> Result<String, Box<dyn Error>> {
    let reader = &if format == Format::Markdown { reader } else { reader.raw() };
    let mut rows = Vec::new();
    if about_any {
        for question in wanted.questions()? {
            let asking = Asking::new(reader, question, wanted);
            for about in wanted.records(reader, question)? {
                let answer = asking.of(&about)?;
                if !answer.lines.is_empty() {
                    let row = Row::new(question.name, reader.words.label(question.words), answer);
                    let (kind, id) = (Some(about.kind.as_str()), Some(about.id.to_owned()));
                    rows.push(Row { kind, id, name: Some(reader.name(&about).to_owned()), ..row });
                }
            }
        }
    } else {
        for (place, (question, ask)) in (1..).zip(answers::QUESTIONS) {
            if number.is_none_or(|asked| asked == place) {
                rows.push(Row::new(place.to_string(), reader.words.label(question), ask(reader)?));
            }
        }
    }
    Ok(rows::written(&rows, format, reader.words)?)
}

impl Wanted {
    /// The questions that are asked.
    fn questions(&self) -> Result<Vec<&'static Question>, Box<dyn Error>> {
        // A date is asked for the sake of projects.
        let name = self.ask.as_deref().or(self.date.map(|_| "projects"));
        if self.date.is_some() && name != Some("projects") {
            return Err("--in is for the question 'projects'".into());
        }
        Ok(list::QUESTIONS.iter().filter(|one| name.is_none_or(|name| name == one.name)).collect())
    }

    /// The records that a question is asked about.
    fn records<'a>(
        &self,
        reader: &Reader<'a>,
        question: &Question,
    ) -> Result<Vec<About<'a>>, Box<dyn Error>> {
        let about = self.about.as_deref().map(|id| About::find(reader, id)).transpose()?;
        let all = question.of.iter().flat_map(|&kind| About::all(reader.index.dataset(), kind));
        let fits = |one: &About| about.as_ref().is_none_or(|about| about.iter().any(|wanted| wanted.is(one)));
        Ok(all.filter(fits).collect())
    }
}

fn heading(page: &mut String, words: &str) {
    if !page.is_empty() {
        page.push('\n');
    }
    put(page, words);
    page.push('\n');
}

fn told(reader: &Reader, page: &mut String, answer: &Answer, indent: &str) {
    for line in &answer.lines {
        put(page, &format!("{indent}{line}"));
    }
    if !answer.quotes.is_empty() {
        page.push('\n');
    }
    let wide = answer.quotes.iter().map(|(label, _)| reader.words.label(label).chars().count());
    let wide = wide.max().unwrap_or(0).max(10);
    for (label, quote) in &answer.quotes {
        put(page, &format!("{indent}{:<wide$}  {quote}", reader.words.label(label)));
    }
}
