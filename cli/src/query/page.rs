//! What is said on the questions that are asked.

use super::about::About;
use super::answer::Answer;
use super::ask::Question;
use super::asked::Asked;
use super::rows::{self, Format, Row};
use super::{answers, ask as list, when};
use crate::reader::{NOT_STATED, Reader, put};
use clap::builder::{PossibleValue, PossibleValuesParser};
use cooperation::{PartialDate, codes::RelationBasis};
use std::error::Error;

/// What somebody wants to know of a dataset.
#[derive(Debug, Default, clap::Args)]
#[non_exhaustive]
pub struct Wanted {
    /// Asks this of a dataset, about each record that it can be asked about.
    #[arg(long, value_name = "QUESTION", value_parser = names())]
    pub ask: Option<String>,
    /// Asks about this record alone: its id, acronym or name. KIND/ID, such as project/feva, where records of several
    /// kinds have the id.
    #[arg(long, value_name = "RECORD")]
    pub about: Option<String>,
    /// Asks which projects were going on in a year, in a month or on a day.
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
            heading(&mut page, &format!("{place:>2}  {question}"));
            told(&mut page, &ask(reader)?, "    ");
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
    let (mut page, mut silent) = (String::new(), Vec::new());
    for question in list::QUESTIONS {
        let mut records = question.of.iter().flat_map(|&kind| About::all(reader.index.dataset(), kind));
        let first = loop {
            let Some(about) = records.next() else { break None };
            if !ask(reader, question, &about, None)?.lines.is_empty() {
                break Some(about);
            }
        };
        match first {
            Some(about) => {
                if page.is_empty() {
                    heading(&mut page, "Ask one of these of all records, or with --about of one:");
                }
                put(&mut page, &format!("  {}", question.words));
                let (kind, id) = (about.kind.as_str(), about.id);
                put(&mut page, &format!("      --ask {} --about {kind}/{id}", question.name));
            }
            None => silent.push(question.name),
        }
    }
    if page.is_empty() {
        put(&mut page, "There is nothing to ask of this dataset: it states nothing of any record.");
        return Ok(page);
    }
    page.push('\n');
    put(
        &mut page,
        "Or ask --about ID for all that is stated of a record, --in 2020-06 for what was going on.",
    );
    if !silent.is_empty() {
        put(&mut page, &format!("Nothing is stated of any record on: {}.", silent.join(", ")));
    }
    Ok(page)
}

fn ask(
    reader: &Reader,
    question: &Question,
    about: &About,
    date: Option<PartialDate>,
) -> Result<Answer, Box<dyn Error>> {
    let mut answer = Answer::default();
    (question.ask)(&Asked { reader, about, date }, &mut answer)?;
    if question.is_of_the_thing() {
        perhaps(reader, question, about, date, &mut answer)?;
    }
    Ok(answer)
}

/// Adds the answers of the records that are implied to be of the same thing, and says where that is open. What is stated
/// to be the same has been followed by then.
fn perhaps(
    reader: &Reader,
    question: &Question,
    about: &About,
    date: Option<PartialDate>,
    answer: &mut Answer,
) -> Result<(), Box<dyn Error>> {
    for (other, related) in reader.perhaps_same((about.kind, about.id)) {
        let (kind, id) = other.key();
        let Some(about) = About::get(reader, kind, id).filter(|_| question.of.contains(&kind)) else {
            continue;
        };
        let about = &about;
        let mut more = Answer::default();
        (question.ask)(&Asked { reader, about, date }, &mut more)?;
        if more.lines.is_empty() {
            continue;
        }
        let name = format!("{} ({} {id})", reader.name(about), kind.title());
        let reason = related.reason.as_ref().map(|reason| format!(": {}", reader.text(reason)));
        let reason = reason.unwrap_or_default();
        if related.basis == Some(RelationBasis::Implied) {
            answer.say(format!("of {name}, which is implied to be the same{reason}"));
            more.lines.iter().for_each(|line| answer.say(format!("    {line}")));
            answer.add_quotes(more);
        } else {
            answer.say(format!("without those of {name}: it is open whether it is the same{reason}"));
        }
    }
    Ok(())
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
        let answers = tell(reader, question, &records, wanted.date)?;
        if answers.is_empty() {
            silent.push(question.name);
        } else {
            heading(&mut page, question.words);
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
        put(&mut page, &format!("{NOT_STATED}: {}", silent.join(", ")));
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
        answer.say("none");
    }
    heading(&mut page, &format!("Which projects were going on in {date}?"));
    told(&mut page, &answer, "  ");
    page
}

/// What is stated on a question, record by record; nothing, where nothing is.
fn tell(
    reader: &Reader,
    question: &Question,
    records: &[About],
    date: Option<PartialDate>,
) -> Result<String, Box<dyn Error>> {
    let (mut page, mut silent) = (String::new(), 0_usize);
    for about in records {
        let answer = ask(reader, question, about, date)?;
        if answer.lines.is_empty() {
            silent = silent.saturating_add(1);
            continue;
        }
        if !page.is_empty() {
            page.push('\n');
        }
        put(&mut page, &format!("  {} ({} {})", reader.name(about), about.kind.title(), about.id));
        told(&mut page, &answer, "      ");
    }
    if !page.is_empty() && silent > 0 {
        page.push('\n');
        put(
            &mut page,
            &format!(
                "  {}",
                reader.words.fill("of {}: not stated", &[&reader.words.counted(silent, "other", "others")])
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
            for about in wanted.records(reader, question)? {
                let answer = ask(reader, question, &about, wanted.date)?;
                if !answer.lines.is_empty() {
                    let row = Row::new(question.name, question.words, answer);
                    let (kind, id) = (Some(about.kind.as_str()), Some(about.id.to_owned()));
                    rows.push(Row { kind, id, name: Some(reader.name(&about).to_owned()), ..row });
                }
            }
        }
    } else {
        for (place, (question, ask)) in (1..).zip(answers::QUESTIONS) {
            if number.is_none_or(|asked| asked == place) {
                rows.push(Row::new(place.to_string(), question, ask(reader)?));
            }
        }
    }
    Ok(rows::written(&rows, format)?)
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

fn told(page: &mut String, answer: &Answer, indent: &str) {
    for line in &answer.lines {
        put(page, &format!("{indent}{line}"));
    }
    if !answer.quotes.is_empty() {
        page.push('\n');
    }
    for (label, quote) in &answer.quotes {
        put(page, &format!("{indent}{label:<10}  {quote}"));
    }
}
