//! What is stated of a record itself, member by member.

use super::answer::Answer;
use super::asked::{Asked, Told};
use crate::reader::Reader;
use cooperation::{
    Activity, Barrier, Decimal, Funding, Goal, Group, Id, Index, Money, Network, Organization, Period, Place,
    PolicyInstrument, Programme, Project, RecordKind, Source, Subject, Text, dataset::Listed, model::Count,
};
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::value::RawValue;
use std::collections::BTreeMap;

pub(super) fn record(asked: &Asked, answer: &mut Answer) -> Told {
    let about = asked.about;
    let json = about.record.json()?;
    let members: BTreeMap<String, Box<RawValue>> = serde_json::from_str(&json)?;
    let words = Words { reader: asked.reader, kind: about.kind };
    for (name, value) in members.iter().filter(|(name, _)| !has_its_own_question(about.kind, name)) {
        // Data of one's own stay as they are written.
        let read = if name == "extensions" { None } else { serde_json::from_str(value.get()).ok() };
        let lines = match read {
            None => vec![value.get().to_owned()],
            Some(Value::Array(items)) if items.iter().any(|item| !item.is_string()) => {
                items.iter().map(|item| words.of(name, item)).collect()
            }
            Some(value) => vec![words.of(name, &value)],
        };
        for line in lines {
            answer.say(format!("{}: {line}", asked.reader.words.label(&plain(name))));
        }
    }
    for relation in asked.reader.relations(about.kind, about.id, |kind, id| words.named(kind, id)) {
        answer.say(format!("{}: {relation}", asked.reader.words.label("related")));
    }
    answer.quote(about.evidence, &[""]);
    Ok(())
}

fn has_its_own_question(kind: RecordKind, member: &str) -> bool {
    match member {
        "id"
        | "links"
        | "evidence"
        | "related"
        | "partner_count"
        | "partner_count_words"
        | "member_count"
        | "member_count_words" => true,
        "period" => kind == RecordKind::Project,
        _ => false,
    }
}

fn plain(member: &str) -> String {
    member.replace('_', " ")
}

fn joined(words: impl Iterator<Item = String>, between: &str) -> String {
    words.collect::<Vec<_>>().join(between)
}

/// How the members of a record are put into words.
struct Words<'r, 'a> {
    reader: &'r Reader<'a>,
    kind: RecordKind,
}

impl Words<'_, '_> {
    fn of(&self, member: &str, value: &Value) -> String {
        match value {
            Value::String(text) => match self.kind_of(member) {
                Some(kind) => self.named(kind, text),
                None => self.text(member, text),
            },
            Value::Bool(truth) if self.reader.words.is_raw() => truth.to_string(),
            Value::Bool(truth) => self.reader.words.label(if *truth { "yes" } else { "no" }).to_owned(),
            Value::Number(number) => match number.as_u64().and_then(|number| usize::try_from(number).ok()) {
                Some(number) => self.reader.words.number(number),
                None => number.to_string(),
            },
            Value::Array(items) => joined(items.iter().map(|item| self.of(member, item)), "; "),
            Value::Object(members) => self.known(value).unwrap_or_else(|| {
                let words = |(name, value): (&String, &Value)| {
                    format!("{} {}", self.reader.words.label(&plain(name)), self.within(name, value))
                };
                joined(members.iter().map(words), ", ")
            }),
            Value::Null => String::new(),
        }
    }

    /// A text of a member: a code as a word, a date as people write it, anything else as it is.
    fn text(&self, member: &str, text: &str) -> String {
        let words = self.reader.words;
        match member {
            "kind" | "status" | "role" | "level" | "scope" | "legal_status" | "measure" => {
                words.label(text).to_owned()
            }
            "founded" | "dissolved" | "due" | "date" | "published" | "retrieved" => {
                text.parse().map_or_else(|_| text.to_owned(), |date| words.date(date))
            }
            "share" | "value" if text.parse::<Decimal>().is_ok() => words.decimal(text),
            _ => text.to_owned(),
        }
    }

    /// A member of a member, in brackets where it has members or items.
    fn within(&self, member: &str, value: &Value) -> String {
        let words = self.of(member, value);
        let is_one = self.known(value).is_some() || !(value.is_array() || value.is_object());
        if is_one { words } else { format!("({words})") }
    }

    /// An object that stands for one value.
    fn known(&self, value: &Value) -> Option<String> {
        fn read<T: DeserializeOwned>(value: &Value) -> Option<T> {
            T::deserialize(value).ok()
        }
        // A text comes last: a period that has an end alone could be one in the language `end`.
        read::<Money>(value)
            .map(|money| self.reader.words.money(&money))
            .or_else(|| read::<Period>(value).map(|period| self.reader.words.dates(&period)))
            .or_else(|| read::<Count>(value).map(|count| counted(&count)))
            .or_else(|| self.related(value))
            .or_else(|| read::<Text>(value).filter(is_text).map(|text| in_all_languages(&text)))
    }

    /// A party or a subject.
    fn related(&self, value: &Value) -> Option<String> {
        let (kind, id) = value.as_object().filter(|members| members.len() == 1)?.iter().next()?;
        Some(self.named(kind.parse().ok()?, id.as_str()?))
    }

    /// The kind of record that a member names by its id.
    fn kind_of(&self, member: &str) -> Option<RecordKind> {
        Some(match member {
            "place" | "places" => RecordKind::Place,
            "programme" | "programmes" => RecordKind::Programme,
            "project" => RecordKind::Project,
            "serves" => RecordKind::Goal,
            "target_groups" => RecordKind::Group,
            "out_of" => RecordKind::Funding,
            "part_of" => self.kind,
            _ => return None,
        })
    }

    /// What a record is called, and its id.
    fn named(&self, kind: RecordKind, id: &str) -> String {
        let part = match kind {
            RecordKind::Participation => id.parse().ok().map(Subject::Participation),
            RecordKind::Cooperation => id.parse().ok().map(Subject::Cooperation),
            _ => None,
        };
        let name = match part {
            Some(part) => Some(self.reader.subject(&part)),
            None => label(&self.reader.index, kind, id).map(|text| self.reader.text(text).to_owned()),
        };
        let record = format!("{} {id}", self.reader.words.label(kind.title()));
        match name {
            Some(name) => format!("{name} ({record})"),
            None => record,
        }
    }
}

/// How many there are, and of what, in all languages.
fn counted(count: &Count) -> String {
    let words = count.words.as_ref().map(in_all_languages);
    let said: Vec<String> = count.number.map(|number| number.to_string()).into_iter().chain(words).collect();
    format!("{} {}", said.join(", "), in_all_languages(&count.what))
}

/// Whether it is a text by the tags of its languages, and not an object whose members could be such tags: those that are in
/// use have two or three letters.
fn is_text(text: &Text) -> bool {
    text.iter().all(|(language, _)| language.split('-').next().is_some_and(|tag| tag.len() <= 3))
}

fn in_all_languages(text: &Text) -> String {
    joined(text.iter().map(|(language, text)| format!("{text} ({language})")), ", ")
}

fn label<'a>(index: &Index<'a>, kind: RecordKind, id: &str) -> Option<&'a Text> {
    fn of<'a, T: Listed>(index: &Index<'a>, id: &str) -> Option<&'a Text> {
        index.get(&Id::<T>::new(id).ok()?)?.label()
    }
    match kind {
        RecordKind::Source => of::<Source>(index, id),
        RecordKind::Place => of::<Place>(index, id),
        RecordKind::Organization => of::<Organization>(index, id),
        RecordKind::Group => of::<Group>(index, id),
        RecordKind::Network => of::<Network>(index, id),
        RecordKind::Programme => of::<Programme>(index, id),
        RecordKind::Project => of::<Project>(index, id),
        RecordKind::Activity => of::<Activity>(index, id),
        RecordKind::Goal => of::<Goal>(index, id),
        RecordKind::PolicyInstrument => of::<PolicyInstrument>(index, id),
        RecordKind::Barrier => of::<Barrier>(index, id),
        RecordKind::Funding => of::<Funding>(index, id),
        _ => None,
    }
}
