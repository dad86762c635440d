//! The rows of which the tables are made, and how a row is read and written.

use super::codes;
use super::difference::{overlay, remove};
use super::problems::Problems;
use crate::interop::tree::{Object, Tree};
use crate::model::{Classification, Identifier, OtherName};
use crate::reflect::{ValueError, excerpt, first_step};
use crate::values::{Label, Link, LinkRel, List, PartialDate, Text, Url};

/// Identifiers that the grammar of ids refuses stand under this scheme.
const FOREIGN_SCHEME: &str = "https://standard.threesixtygiving.org/";

/// Most other names and addresses that a record takes over from mentions, and most bytes of such a name. What is more
/// stays with the mention alone: hostile input shall not make every mention costly.
const MAX_TAKEN_OVER: usize = 32;
const MAX_NAME_BYTES: usize = 512;

fn is_short(node: &Tree) -> bool {
    node.as_str().is_none_or(|text| text.len() <= MAX_NAME_BYTES)
}

/// A field of a record, to look at and to change.
pub(super) struct Lens<T, F> {
    pub get: fn(&T) -> &F,
    pub get_mut: fn(&mut T) -> &mut F,
}

/// The field of that name.
macro_rules! lens {
    ($field:ident) => {
        $crate::interop::threesixtygiving::row::Lens {
            get: |record| &record.$field,
            get_mut: |record| &mut record.$field,
        }
    };
}
pub(super) use lens;

/// Members of the 360Giving format, and how they map to a record.
pub(super) struct Row<T> {
    pub foreign: &'static [&'static str],
    pub mapping: Mapping<T>,
}

/// How a row is read and written.
pub(super) enum Mapping<T> {
    Text(Lens<T, Option<Text>>),
    Date(Lens<T, Option<PartialDate>>),
    Label(Lens<T, Option<Label>>),
    Url(Lens<T, Option<Url>>),
    /// The address of a link of this kind.
    Link(Lens<T, List<Link>>, Option<LinkRel>),
    /// The code of a list.
    Code(&'static str, Lens<T, List<Classification>>),
    /// The id: the local one, or the identifier that stands for it.
    Id {
        id: fn(&T) -> &str,
        identifiers: Lens<T, List<Identifier>>,
    },
    /// The name. Other names are as good where a record stands for several mentions.
    Name {
        name: Lens<T, Text>,
        others: Option<Lens<T, List<OtherName>>>,
        /// Whether a name stands in for one that nobody gave.
        stands_in: fn(&T, &str) -> bool,
    },
    /// Anything else.
    Custom {
        read: fn(&Object, &mut T, &mut Problems),
        /// What may be written; the first is.
        write: fn(&T) -> Vec<Object>,
    },
}

/// A date of the format: one that the model has as well, or a day with the time of day after it.
pub(super) fn date(text: &str) -> Result<PartialDate, ValueError> {
    text.parse().or_else(|error| match (text.get(..10), text.get(10..11)) {
        (Some(day), Some("T" | "t" | " ")) => day.parse(),
        _ => Err(error),
    })
}

/// An id in the form of org-id.guide as the code of its list and the identifier in that list: `GB-CHC` and `1126147`.
fn org_id(text: &str) -> Option<(&str, &str)> {
    let (place, rest) = text.split_once('-')?;
    let (list, value) = rest.split_once('-')?;
    let capital = |letter: u8| letter.is_ascii_uppercase() || letter.is_ascii_digit() || letter == b'_';
    let fits = place.len() == 2
        && place.bytes().all(|letter| letter.is_ascii_uppercase())
        && list.len() >= 2
        && list.bytes().all(capital)
        && !value.is_empty();
    let scheme = text.get(..place.len().saturating_add(list.len()).saturating_add(1))?;
    fits.then_some((scheme, value))
}

/// A text as a single string: without a language if it can be, else in English, else in the first there is.
pub(super) fn plain(text: &Text) -> &str {
    text.get("und").unwrap_or_else(|| text.best(&["en"]))
}

fn member(name: &str, node: Tree) -> Object {
    Object::from([(name.to_owned(), node)])
}

fn string(name: &str, text: impl Into<String>) -> Object {
    member(name, Tree::string(text))
}

/// A list member, or nothing where the list is empty.
pub(super) fn listed<'r, R: 'r>(
    name: &str,
    table: &[Row<R>],
    records: impl IntoIterator<Item = &'r R>,
) -> Vec<Object> {
    let items: Vec<_> = records
        .into_iter()
        .map(|record| write(table, record))
        .filter(|item| !item.is_empty())
        .map(Tree::Object)
        .collect();
    if items.is_empty() { Vec::new() } else { Vec::from([member(name, Tree::List(items))]) }
}

impl<T> Row<T> {
    fn name(&self) -> &'static str {
        self.foreign.first().copied().unwrap_or_default()
    }

    pub(super) fn read(&self, object: &Object, record: &mut T, problems: &mut Problems) {
        let name = self.name();
        match &self.mapping {
            Mapping::Text(field) => {
                let value = problems.value(object, name, |text| Text::und(text));
                replace((field.get_mut)(record), value);
            }
            Mapping::Date(field) => {
                let value = problems.value(object, name, date);
                replace((field.get_mut)(record), value);
            }
            Mapping::Label(field) => {
                let value = problems.value(object, name, |text| Label::new(text));
                replace((field.get_mut)(record), value);
            }
            Mapping::Url(field) => {
                let value = problems.value(object, name, |text| Url::new(text));
                replace((field.get_mut)(record), value);
            }
            Mapping::Link(field, rel) => {
                let Some(url) = problems.value(object, name, |text| Url::new(text)) else { return };
                let link = Link { url: Some(url), rel: rel.clone(), ..Link::default() };
                let links = (field.get_mut)(record);
                if links.len() < MAX_TAKEN_OVER && !links.contains(&link) {
                    links.push(link);
                }
            }
            Mapping::Code(scheme, field) => {
                let code = problems.value(object, name, |text| Label::new(text));
                (field.get_mut)(record).extend(code.map(|code| codes::coded(scheme, code)));
            }
            Mapping::Id { id, identifiers } => {
                let Some(text) = problems.string(object, name) else { return };
                let (scheme, value) = match org_id(text) {
                    Some(parts) => parts,
                    None if text == id(record) => return,
                    None => (FOREIGN_SCHEME, text),
                };
                match (Label::new(scheme), Label::new(value)) {
                    (Ok(scheme), Ok(value)) => {
                        let identifier = Identifier::new(scheme, value);
                        let known = (identifiers.get_mut)(record);
                        if !known.contains(&identifier) {
                            known.push(identifier);
                        }
                    }
                    (Err(error), _) | (_, Err(error)) => problems.refused(name, &error),
                }
            }
            Mapping::Name { name: field, others, stands_in } => {
                let Some(text) = problems.value(object, name, |text| Text::und(text)) else { return };
                let is_placeholder = stands_in(record, plain((field.get)(record)));
                let first = (field.get_mut)(record);
                if is_placeholder {
                    *first = text;
                } else if *first != text
                    && let Some(others) = others
                {
                    add_name((others.get_mut)(record), text);
                }
            }
            Mapping::Custom { read, .. } => read(object, record, problems),
        }
    }

    /// What may be written of a record; the first is.
    pub(super) fn candidates(&self, record: &T) -> Vec<Object> {
        let name = self.name();
        let one = |text: Option<String>| text.map(|text| string(name, text)).into_iter().collect();
        match &self.mapping {
            Mapping::Text(field) => one((field.get)(record).as_ref().map(|text| plain(text).to_owned())),
            Mapping::Date(field) => one((field.get)(record).map(|date| date.to_string())),
            Mapping::Label(field) => one((field.get)(record).as_ref().map(|label| label.as_str().to_owned())),
            Mapping::Url(field) => one((field.get)(record).as_ref().map(|url| url.as_str().to_owned())),
            Mapping::Link(field, rel) => (field.get)(record)
                .iter()
                .filter(|link| link.rel == *rel)
                .filter_map(|link| Some(string(name, link.url.as_ref()?.as_str())))
                .collect(),
            Mapping::Code(scheme, field) => codes::of((field.get)(record), scheme)
                .filter_map(|entry| Some(string(name, entry.code.as_ref()?.as_str())))
                .collect(),
            Mapping::Id { id, identifiers } => {
                let id = id(record);
                let (own, others): (Vec<_>, Vec<_>) = (identifiers.get)(record)
                    .iter()
                    .map(|identifier| (identifier.scheme.as_str(), identifier.value.as_str()))
                    .partition(|&(scheme, _)| scheme == FOREIGN_SCHEME);
                let own = own.into_iter().map(|(_, value)| value.to_owned());
                let others = others.into_iter().map(|(scheme, value)| format!("{scheme}-{value}"));
                let others = others.filter(|joined| org_id(joined).is_some());
                let local = || std::iter::once(id.to_owned());
                let all: Vec<_> = if id.starts_with("360G-") || org_id(id).is_some() {
                    own.chain(local()).chain(others).collect()
                } else {
                    own.chain(others).chain(local()).collect()
                };
                all.into_iter().map(|text| string(name, text)).collect()
            }
            Mapping::Name { name: field, others, stands_in } => {
                let others = others.iter().flat_map(|others| (others.get)(record)).map(|other| &other.name);
                std::iter::once((field.get)(record))
                    .chain(others)
                    .map(plain)
                    .filter(|text| !stands_in(record, text))
                    .map(|text| string(name, text))
                    .collect()
            }
            Mapping::Custom { write, .. } => write(record),
        }
    }
}

/// Adds another name, unless it is there or there are many.
pub(super) fn add_name(others: &mut List<OtherName>, name: Text) {
    let short = plain(&name).len() <= MAX_NAME_BYTES;
    let other = OtherName::new(name);
    if short && others.len() < MAX_TAKEN_OVER && !others.contains(&other) {
        others.push(other);
    }
}

fn replace<V>(field: &mut Option<V>, value: Option<V>) {
    if field.is_none() {
        *field = value;
    }
}

/// Reads every row that an object has a member of.
pub(super) fn read<T>(table: &[Row<T>], object: &Object, record: &mut T, problems: &mut Problems) {
    for row in table {
        if row.foreign.iter().any(|name| object.contains_key(*name)) {
            row.read(object, record, problems);
        }
    }
}

/// The items of a member that is a list of objects, read by a table.
pub(super) fn read_list<R: Default + PartialEq>(
    table: &[Row<R>],
    object: &Object,
    name: &str,
    problems: &mut Problems,
) -> Vec<R> {
    let Some(node) = object.get(name).filter(|node| !node.is_null()) else { return Vec::new() };
    let Some(items) = node.as_list() else {
        problems.add(name, "not a list", "not a list");
        return Vec::new();
    };
    problems.inside(name, |problems| {
        let mut records = Vec::new();
        for (place, item) in items.iter().enumerate() {
            let place = place.to_string();
            let Some(item) = item.as_object() else {
                problems.add(&place, "not an object", "not an object");
                continue;
            };
            let mut record = R::default();
            problems.inside(&place, |problems| read(table, item, &mut record, problems));
            if record != R::default() {
                records.push(record);
            }
        }
        records
    })
}

/// Writes every row.
pub(super) fn write<T>(table: &[Row<T>], record: &T) -> Object {
    table.iter().filter_map(|row| row.candidates(record).into_iter().next()).flatten().collect()
}

/// Lays what was kept over what the rows made of a record: where that still says what the record does, and where no row
/// says anything. What was omitted of a row is omitted where the rest holds.
///
/// What was kept says so if `blank`, a record with nothing in it, would become the same by it. A record that stands for
/// several mentions (`shared`) holds their names, ids and addresses: there it is enough if it has what was kept.
pub(super) fn write_over<T: Clone>(
    table: &[Row<T>],
    record: &T,
    blank: &T,
    made: Object,
    kept: &Object,
    omitted: &[String],
    shared: bool,
) -> Object {
    let mut out = made;
    for row in table {
        let own = |object: &Object| -> Object {
            let entry = |name: &&str| object.get(*name).map(|node| ((*name).to_owned(), node.clone()));
            row.foreign.iter().filter_map(entry).collect()
        };
        let kept = own(kept);
        let omitted: Vec<_> = omitted.iter().filter(|pointer| leads_into(pointer, row.foreign)).collect();
        if kept.is_empty() && omitted.is_empty() {
            continue;
        }
        let Tree::Object(mut laid) = overlay(Tree::Object(own(&out)), &Tree::Object(kept)) else { continue };
        // The last of a list first, so that no place moves before its turn.
        for pointer in omitted.into_iter().rev() {
            remove(&mut laid, pointer);
        }
        let mut read = blank.clone();
        row.read(&laid, &mut read, &mut Problems::default());
        let (says, candidates) = (row.candidates(&read), row.candidates(record));
        // What holds one name only keeps the others with their mentions.
        let several = match &row.mapping {
            Mapping::Link(..) | Mapping::Id { .. } => true,
            Mapping::Name { others, .. } => others.is_some(),
            _ => false,
        };
        let holds = match (shared, several) {
            (true, true) => {
                let full = candidates.len() >= MAX_TAKEN_OVER || laid.values().any(|node| !is_short(node));
                full || says.iter().all(|said| candidates.contains(said))
            }
            (true, false) => true,
            (false, _) => says.first() == candidates.first(),
        };
        if holds {
            out.retain(|name, _| !row.foreign.contains(&name.as_str()));
            out.extend(laid);
        }
    }
    for (name, node) in kept {
        if !is_in(table, name) {
            let laid = match out.remove(name) {
                Some(made) => overlay(made, node),
                None => node.clone(),
            };
            out.insert(name.clone(), laid);
        }
    }
    out
}

/// Whether a pointer leads into one of these members.
fn leads_into(pointer: &str, members: &[&str]) -> bool {
    first_step(pointer).is_some_and(|(member, _)| members.contains(&member))
}

/// Whether a table has a row for a member.
pub(super) fn is_in<T>(table: &[Row<T>], name: &str) -> bool {
    table.iter().any(|row| row.foreign.contains(&name))
}

/// A number, or the digits of one in quotation marks, without an exponent.
pub(super) fn decimal(node: &Tree) -> Result<crate::values::Decimal, ValueError> {
    let (Tree::Literal(text) | Tree::String(text)) = node else {
        return "".parse();
    };
    text.parse().or_else(|error| {
        let exact = rust_decimal::Decimal::from_scientific(text).ok();
        let exact = exact.filter(|_| text.contains(['e', 'E'])).and_then(|number| number.try_into().ok());
        exact.ok_or(error)
    })
}

/// A value as a message shows it.
pub(super) fn seen(node: &Tree) -> String {
    match node {
        Tree::String(text) => excerpt(text),
        Tree::Literal(word) => word.chars().take(60).collect(),
        Tree::Object(_) => "an object".to_owned(),
        Tree::List(_) => "a list".to_owned(),
    }
}
