//! What is stated of a record, line by line, and what refers to it.

use super::content::{Line, Part};
use crate::reader::record_graph::{RecordGraph, Reference, walk};
use crate::reader::{Reader, reached};
use crate::words::Words;
use cooperation::{
    Funding, Link, Money, Period, RecordKind, RecordRef,
    model::{Address, Budget, Count, Indicator, OtherName, Point},
    walk::{Leaf, Path, Visitor},
};

/// The members that have lines of their own, or are shown elsewhere on the page.
const COMPOSITE: [&str; 16] = [
    "id",
    "name",
    "title",
    "statement",
    "evidence",
    "related",
    "links",
    "identifiers",
    "classifications",
    "extensions",
    "other_names",
    "address",
    "point",
    "budgets",
    "counts",
    "indicators",
];

/// A member in words: `number of partners`.
pub(super) fn member(words: Words, name: &str) -> String {
    let plain = match name {
        "partner_count" => "number of partners",
        "member_count" => "number of members",
        "partner_count_words" => "number of partners in words",
        "member_count_words" => "number of members in words",
        "count_words" => "count in words",
        "of" => "of what",
        "place" => "seat",
        "party" => "party",
        name => return words.label(&name.replace('_', " ")).to_owned(),
    };
    words.label(plain).to_owned()
}

/// The lines of a record: what it states, then what refers to it.
pub(super) fn lines(reader: &Reader, graph: &RecordGraph, number: usize) -> Vec<Line> {
    let Some(&record) = graph.records.get(number) else { return Vec::new() };
    let mut facts = Facts { reader, graph, lines: Vec::new(), last: String::new(), shown: None };
    if let Some(text) = record.label().filter(|text| text.iter().count() > 1) {
        let own = reader.text(text);
        for (language, other) in text.iter().filter(|(_, other)| *other != own) {
            facts.add("in other languages", vec![Part::Text(format!("{other} ({language})"))]);
        }
    }
    walk(record, &mut facts);
    facts.composites(record);
    facts.relations(record);
    for reference in graph.incoming.get(number).into_iter().flatten() {
        facts.incoming(record, reference);
    }
    facts.lines
}

struct Facts<'r, 'a> {
    reader: &'r Reader<'a>,
    graph: &'r RecordGraph<'a>,
    lines: Vec<Line>,
    /// The member of the last line.
    last: String,
    /// The value whose parts have been shown with it.
    shown: Option<String>,
}

impl Facts<'_, '_> {
    fn add(&mut self, label: &str, parts: Vec<Part>) {
        let mut line = vec![Part::Text(self.reader.words.label(label).to_owned())];
        line.extend(parts);
        self.lines.push(line);
    }

    fn text(&mut self, label: &str, text: impl Into<String>) {
        self.add(label, vec![Part::Text(text.into())]);
    }

    /// A value of a field, on the line of the value before it if both are in one list.
    fn value(&mut self, name: &str, part: Part) {
        if self.last == name
            && let Some(line) = self.lines.last_mut()
        {
            line.extend([Part::Text(", ".to_owned()), part]);
            return;
        }
        name.clone_into(&mut self.last);
        let label = member(self.reader.words, name);
        self.lines.push(vec![Part::Text(label), part]);
    }

    fn named(&self, kind: RecordKind, id: &str) -> Part {
        match self.graph.number(kind, id) {
            Some(number) => Part::Record(number),
            None => Part::Text(self.reader.words.fill("{}, which is not in the dataset", &[id])),
        }
    }

    /// Whether a value is shown elsewhere.
    fn is_elsewhere(&self, path: &str) -> bool {
        let name = path.trim_start_matches('/').split('/').next().unwrap_or_default();
        let within = self.shown.as_ref().and_then(|shown| path.strip_prefix(shown.as_str()));
        COMPOSITE.contains(&name) || within.is_some_and(|rest| rest.starts_with('/'))
    }

    fn composites(&mut self, record: RecordRef<'_>) {
        match record {
            RecordRef::Place(one) => {
                self.other_names(&one.other_names);
                self.point(one.point.as_ref());
            }
            RecordRef::Organization(one) => {
                self.other_names(&one.other_names);
                self.address(one.address.as_ref());
                self.budgets(&one.budgets);
            }
            RecordRef::Network(one) => {
                self.other_names(&one.other_names);
                self.address(one.address.as_ref());
                self.budgets(&one.budgets);
            }
            RecordRef::Programme(one) => {
                self.other_names(&one.other_names);
                self.budgets(&one.budgets);
            }
            RecordRef::Project(one) => {
                self.other_names(&one.other_names);
                self.counts(&one.counts);
                self.budgets(&one.budgets);
            }
            RecordRef::PolicyInstrument(one) => self.other_names(&one.other_names),
            _ => {}
        }
        record.links().iter().for_each(|link| self.link(link));
        for identifier in record.identifiers() {
            self.text("identifiers", format!("{}: {}", identifier.scheme, identifier.value));
        }
        for one in record.classifications() {
            let title = one.title.as_ref().map(|title| self.reader.text(title).to_owned());
            let code = one.code.as_ref().map(ToString::to_string);
            let scheme = one.scheme.as_ref().map(|scheme| format!("({scheme})"));
            let share = one
                .share
                .map(|share| self.reader.words.fill("{} per cent", &[&self.reader.words.decimal(share)]));
            let said: Vec<String> = [code, title, share, scheme].into_iter().flatten().collect();
            self.text("classifications", said.join(" "));
        }
    }

    fn other_names(&mut self, names: &[OtherName]) {
        for one in names {
            let period = one.period.as_ref().map(|period| format!(" ({})", self.reader.words.dates(period)));
            self.text(
                "also called",
                format!("{}{}", self.reader.text(&one.name), period.unwrap_or_default()),
            );
        }
    }

    fn address(&mut self, address: Option<&Address>) {
        if let Some(address) = address.and_then(|address| self.reader.address(address)) {
            self.text("address", address);
        }
    }

    fn point(&mut self, point: Option<&Point>) {
        if let Some(point) = point {
            self.text("point", self.reader.point(point));
        }
    }

    fn budgets(&mut self, budgets: &[Budget]) {
        for budget in self.reader.budgets(budgets) {
            self.text("budgets", budget);
        }
    }

    fn counts(&mut self, counts: &[Count]) {
        for count in counts {
            self.text("counts", self.reader.counted(count));
        }
    }

    fn link(&mut self, link: &Link) {
        let title = link.title.as_ref().map(|title| self.reader.text(title).to_owned());
        let mut parts = if let Some(url) = &link.url {
            vec![Part::Address { u: url.as_str().to_owned(), t: title }]
        } else {
            let said: Vec<String> =
                title.into_iter().chain([self.reader.words.label("no address").to_owned()]).collect();
            vec![Part::Text(said.join(": "))]
        };
        if let Some(rel) = &link.rel {
            parts.push(Part::Text(format!(" ({})", self.reader.code(rel))));
        }
        self.add("links", parts);
    }

    /// The relations to other records, from both ends.
    fn relations(&mut self, record: RecordRef<'_>) {
        // The name of the other record is a link; what is said around it stays text.
        const GAP: char = '\u{1}';
        let (reader, graph) = (self.reader, self.graph);
        let name = |kind: RecordKind, id: &str| match graph.number(kind, id) {
            Some(number) => format!("{GAP}{number}{GAP}"),
            None => id.to_owned(),
        };
        for relation in reader.relations(record.kind(), record.id(), name) {
            let parts = relation.split(GAP).enumerate().filter(|(_, piece)| !piece.is_empty());
            let parts = parts.map(|(place, piece)| match piece.parse() {
                Ok(number) if place % 2 == 1 => Part::Record(number),
                _ => Part::Text(piece.to_owned()),
            });
            self.add("related", parts.collect());
        }
    }

    /// A relation that another record states, from the view of this record.
    fn incoming(&mut self, record: RecordRef<'_>, reference: &Reference) {
        let Some(&other) = self.graph.records.get(reference.other) else { return };
        let number = reference.other;
        let details = || {
            vec![
                Part::Text(" · ".to_owned()),
                Part::Named(number, self.reader.words.label("details").to_owned()),
            ]
        };
        match (other, reference.member.as_str()) {
            // Relations are told with those of the record itself, and goals are shown as a tree.
            (_, "related") | (RecordRef::Goal(_), "of") => {}
            (RecordRef::Participation(part), "project") => {
                let (kind, id) = part.party.key();
                let mut parts =
                    vec![self.named(kind, id), Part::Text(format!(": {}", self.reader.part(part)))];
                parts.extend(details());
                self.add("participants", parts);
            }
            (RecordRef::Participation(part), "party") => {
                let project = self.named(RecordKind::Project, part.project.as_str());
                let mut parts = vec![project, Part::Text(format!(": {}", self.reader.part(part)))];
                parts.extend(details());
                self.add("takes part in", parts);
            }
            (RecordRef::Membership(one), end @ ("member" | "body")) => {
                let body = cooperation::Party::from(one.body.clone());
                let party = if end == "body" { &one.member } else { &body };
                let (kind, id) = party.key();
                let role = one.role.as_ref().map(|role| format!(": {}", self.reader.code(role)));
                let when =
                    one.period.as_ref().map(|period| format!(" ({})", self.reader.words.dates(period)));
                let mut line = vec![self.named(kind, id)];
                line.extend(role.into_iter().chain(when).map(Part::Text));
                line.extend(details());
                self.add(if end == "body" { "members" } else { "member of" }, line);
            }
            (other, member) => {
                self.add(turned(other.kind(), member, record.kind()), vec![Part::Record(number)]);
            }
        }
    }
}

impl Visitor for Facts<'_, '_> {
    fn leaf(&mut self, at: &Path<'_>, leaf: Leaf<'_>) {
        let path = at.to_string();
        if self.is_elsewhere(&path) {
            return;
        }
        let name = path.trim_start_matches('/').split('/').next().unwrap_or_default().to_owned();
        let words = self.reader.words;
        let part = match leaf {
            Leaf::Id(kind, id) => self.named(kind, id),
            Leaf::Text(text) => Part::Text(self.reader.text(text).to_owned()),
            Leaf::Label(label) => Part::Text(label.to_string()),
            Leaf::Date(date) => Part::Text(words.date(*date)),
            Leaf::Duration(duration) => Part::Text(words.duration(*duration)),
            Leaf::Decimal(number) => Part::Text(words.decimal(number)),
            Leaf::Integer(number) => Part::Text(words.number(usize::try_from(number).unwrap_or(usize::MAX))),
            Leaf::Boolean(truth) => Part::Text(words.label(if truth { "yes" } else { "no" }).to_owned()),
            Leaf::Code(code) => Part::Text(words.label(code.word()).to_owned()),
            Leaf::Country(code) => Part::Text(code.to_string()),
            Leaf::Nuts(code) => Part::Text(code.to_string()),
            Leaf::Language(tag) => Part::Text(tag.to_string()),
            Leaf::MediaType(media_type) => Part::Text(media_type.to_string()),
            Leaf::Digest(digest) => Part::Text(digest.to_string()),
            Leaf::Url(url) => Part::Address { u: url.as_str().to_owned(), t: None },
            _ => return,
        };
        self.value(&name, part);
    }

    fn period(&mut self, at: &Path<'_>, period: &Period) {
        let path = at.to_string();
        if !self.is_elsewhere(&path) {
            let words = Part::Text(self.reader.words.dates(period));
            self.value(path.trim_start_matches('/'), words);
            self.shown = Some(path);
        }
    }

    fn money(&mut self, at: &Path<'_>, money: &Money) {
        let path = at.to_string();
        if !self.is_elsewhere(&path) {
            let words = Part::Text(self.reader.words.money(money));
            self.value(path.trim_start_matches('/'), words);
            self.shown = Some(path);
        }
    }
}

/// Label of a field of another record, from the view of the record that it refers to.
fn turned(kind: RecordKind, member: &str, of: RecordKind) -> &'static str {
    match (kind, member) {
        (RecordKind::Participation | RecordKind::Membership, "via") => "others come through it",
        (RecordKind::Participation, "about") => "parts that are about it",
        (RecordKind::Cooperation, "parties") => "cooperates in",
        (RecordKind::Cooperation, "about") => "cooperation about it",
        (RecordKind::Programme, "owner") => "owns",
        (RecordKind::Programme, "managed_by") => "manages",
        (RecordKind::Project, "programmes") => "projects",
        (RecordKind::Project, "about") => "projects about it",
        (RecordKind::Project | RecordKind::Goal, "target_groups") => "meant for it",
        (RecordKind::Goal | RecordKind::Activity | RecordKind::PolicyInstrument, "serves") => "served by",
        (RecordKind::Goal, "holders") => "holds the goal",
        (RecordKind::Goal, "indicators") => "values of goals",
        (RecordKind::Activity, "of") => "activities",
        (RecordKind::Activity, "actors") => "carries out",
        (RecordKind::PolicyInstrument, "developed_by") => "developed",
        (RecordKind::PolicyInstrument, "responsible") => "is responsible for",
        (RecordKind::Barrier, "of") => "barriers",
        (RecordKind::Barrier, "attributed_to") => "sees the barrier",
        (RecordKind::Funding, "of") => "funding",
        (RecordKind::Funding, "programme" | "funder") => "pays",
        (RecordKind::Funding, "recipient") => "receives",
        (RecordKind::Funding, "out_of") => "passed on as",
        (RecordKind::Source, "publisher") => "publishes",
        (RecordKind::Group, "examples") => "an example of",
        (_, "part_of") if of != RecordKind::Place => "parts",
        (_, "part_of") => "places within it",
        (_, "place") => "seat of",
        (_, "places") => "work in it",
        _ => "named by",
    }
}

/// A name for records that have none of their own.
pub(super) fn title(reader: &Reader, record: RecordRef<'_>) -> String {
    let words = reader.words;
    match record {
        RecordRef::Participation(part) => {
            let role = part
                .role
                .as_ref()
                .map_or_else(|| words.label("takes part").to_owned(), |role| reader.code(role));
            let project = reader.record_name(RecordKind::Project, part.project.as_str());
            words.fill("{}: {} in {}", &[&reader.party(&part.party), &role, &project])
        }
        RecordRef::Membership(one) => {
            let role =
                one.role.as_ref().map_or_else(|| words.label("member").to_owned(), |role| reader.code(role));
            words.fill("{}: {} of {}", &[&reader.party(&one.member), &role, &reader.body(&one.body)])
        }
        RecordRef::Cooperation(one) => match &one.name {
            Some(name) => reader.text(name).to_owned(),
            None => words.fill("the cooperation of {}", &[&few(reader, &one.parties)]),
        },
        RecordRef::Funding(one) if one.title.is_none() => payment(reader, one),
        record => match record.label() {
            Some(label) => named(record, reader.text(label)),
            None => format!("{} {}", words.label(record.kind().title()), record.id()),
        },
    }
}

/// A name with its acronym, if it has one.
fn named(record: RecordRef<'_>, name: &str) -> String {
    let acronym = match record {
        RecordRef::Organization(one) => one.acronym.as_ref(),
        RecordRef::Network(one) => one.acronym.as_ref(),
        RecordRef::Programme(one) => one.acronym.as_ref(),
        RecordRef::Project(one) => one.acronym.as_ref(),
        RecordRef::PolicyInstrument(one) => one.acronym.as_ref(),
        RecordRef::Goal(one) => return numbered(one.number.as_ref(), name),
        _ => None,
    };
    acronym.map_or_else(|| name.to_owned(), |acronym| format!("{name} ({acronym})"))
}

fn numbered(number: Option<&cooperation::Label>, name: &str) -> String {
    number.map_or_else(|| name.to_owned(), |number| format!("{number}. {name}"))
}

/// The first of some parties, and the number of the others.
fn few(reader: &Reader, parties: &[cooperation::Party]) -> String {
    reader.at_most(4, parties)
}

fn payment(reader: &Reader, funding: &Funding) -> String {
    let words = reader.words;
    let amount = match &funding.amount {
        Some(amount) => words.money(amount),
        None => words.label("amount not stated").to_owned(),
    };
    let from = reader.payer(funding).map(|payer| words.fill(" from {}", &[&payer]));
    let to = funding.recipient.as_ref().map(|party| words.fill(" to {}", &[&reader.party(party)]));
    let of = funding.of.as_ref().map(|of| format!(": {}", reader.subject(of)));
    [Some(amount), from, to, of].into_iter().flatten().collect()
}

/// An indicator: title, values, the share of the target that is reached, and that in words.
pub(super) fn indicator(reader: &Reader, one: &Indicator) -> (String, String, Option<f64>, Option<String>) {
    let words = reader.words;
    let unit = one.unit.as_ref().map(|unit| format!(" ({})", reader.text(unit))).unwrap_or_default();
    let values = [("baseline", &one.baselines), ("target", &one.targets), ("actual", &one.actuals)];
    let values = values.into_iter().filter(|(_, values)| !values.is_empty()).map(|(name, values)| {
        let all: Vec<String> = values.iter().map(|value| reader.indicator_value(value)).collect();
        format!("{} {}", words.label(name), all.join(", "))
    });
    let values: Vec<String> = values.collect();
    let share = reached(one);
    let told = share.map(|share| words.fill("{} per cent of the target", &[&share.to_string()]));
    (
        format!("{}{unit}", reader.text(&one.title)),
        values.join("; "),
        share.map(|share| f64::from(share) / 100.0),
        told,
    )
}
