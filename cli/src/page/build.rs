//! The content of a page, put together.

use super::content::{Card, Content, Found, KindWords, Picture};
use super::evidence::{Passages, named};
use super::facts::{indicator, lines, title};
use super::labels::labels;
use super::money::money;
use crate::draw;
use crate::reader::Reader;
use crate::reader::facets::{ALWAYS, Facets};
use crate::reader::record_graph::RecordGraph;
use cooperation::chrono::NaiveDate;
use cooperation::{RecordKind, RecordRef, Severity, SourceId};
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

/// The kinds in the order in which people ask for them.
const KINDS: [RecordKind; 15] = [
    RecordKind::Project,
    RecordKind::Programme,
    RecordKind::Organization,
    RecordKind::Network,
    RecordKind::Group,
    RecordKind::Participation,
    RecordKind::Membership,
    RecordKind::Cooperation,
    RecordKind::Goal,
    RecordKind::Activity,
    RecordKind::PolicyInstrument,
    RecordKind::Barrier,
    RecordKind::Funding,
    RecordKind::Place,
    RecordKind::Source,
];

/// Maximum number of lines from the record that the pictures are drawn around.
const NEAR: usize = 2;

/// The most goals below each other that are shown as a tree.
const DEEPEST: usize = 12;

pub(super) fn content(
    reader: &Reader,
    texts: &[(SourceId, String)],
    today: Option<NaiveDate>,
    focus: Option<&str>,
) -> Result<Content, Box<dyn Error>> {
    let (dataset, words) = (reader.index.dataset(), reader.words);
    let focus = focus.map(|focus| only(reader, focus)).transpose()?;
    let graph = RecordGraph::new(dataset);
    let facets = Facets::all(&graph);
    let present: Vec<RecordKind> = KINDS.iter().copied().filter(|&kind| dataset.count(kind) > 0).collect();
    let kinds = present.iter().map(|&kind| KindWords {
        id: kind.as_str(),
        one: words.label(kind.title()),
        many: words.label(draw::plural(kind)),
    });
    let mut passages = Passages::default();
    let mut records: Vec<Card> = Vec::with_capacity(graph.records.len());
    for (number, (&record, facets)) in graph.records.iter().zip(&facets).enumerate() {
        let evidence =
            record.evidence().iter().map(|one| passages.add(reader, &graph, number, one)).collect();
        let mut card = card(reader, &graph, number, record, facets);
        card.kind = present.iter().position(|&kind| kind == record.kind()).unwrap_or(0);
        card.evidence = evidence;
        records.push(card);
    }
    trees(&graph, &mut records);
    let (findings, verdict) = findings(reader, &graph, &mut records);
    let marked: Result<Vec<_>, String> =
        texts.iter().map(|(source, text)| passages.mark(reader, &graph, source, text)).collect();
    let mut named_sources: BTreeSet<&str> = BTreeSet::new();
    let quoted = graph.records.iter().flat_map(|record| record.evidence()).map(|one| &one.source);
    let quoted: Vec<&SourceId> = quoted.filter(|source| named_sources.insert(source.as_str())).collect();
    let sources = quoted.into_iter().map(|source| named(&graph, source)).collect();
    let of_kind = |kind: RecordKind| {
        let all = graph.records.iter().enumerate().filter(move |(_, record)| record.kind() == kind);
        all.map(|(number, _)| number).collect::<Vec<usize>>()
    };
    let statuses: BTreeSet<String> = records.iter().filter_map(|card| card.status.clone()).collect();
    let whole = draw::Graph::new(reader);
    let whole = match &focus {
        // Not every record has a box on the map.
        Some((kind, id)) => whole.clone().near(reader, &format!("{kind}/{id}"), NEAR).unwrap_or(whole),
        None => whole,
    };
    let drawing = draw::Drawing::new(today);
    Ok(Content {
        language: words.tag(),
        title: dataset
            .title
            .as_ref()
            .map_or_else(|| words.label("Dataset").to_owned(), |title| reader.text(title).to_owned()),
        description: dataset
            .description
            .as_ref()
            .map(|text| reader.text(text).to_owned())
            .unwrap_or_default(),
        facts: facts(reader),
        labels: labels(words),
        kinds: kinds.collect(),
        sources,
        texts: marked?,
        money: money(reader, &graph)?,
        map: map(&graph, draw::map_with_places(reader, &whole, drawing)),
        timeline: picture(draw::timeline(reader, &whole, drawing)),
        findings,
        verdict,
        programmes: of_kind(RecordKind::Programme),
        places: of_kind(RecordKind::Place),
        statuses: statuses.into_iter().collect(),
        years: years(&facets),
        quotes: passages.quotes,
        records,
        focus: focus.map(|(kind, id)| (kind.as_str(), id.to_owned())),
    })
}

/// The one record that is meant.
fn only<'a>(reader: &Reader<'a>, wanted: &str) -> Result<(RecordKind, &'a str), String> {
    match reader.find(wanted, &KINDS)?.as_slice() {
        [one] => Ok(*one),
        several => {
            let several: Vec<String> = several.iter().map(|(kind, id)| format!("{kind}/{id}")).collect();
            let wanted = wanted.escape_debug();
            Err(format!("'{wanted}' may be several records; choose one of them: {}", several.join(", ")))
        }
    }
}

/// A picture with what is in it in words, which it has in its own description.
fn picture(svg: String) -> Picture {
    let words = svg.split_once("<desc id=\"desc\">").and_then(|(_, rest)| rest.split_once("</desc>"));
    let words = words.map(|(words, _)| draw::unescape(words)).unwrap_or_default();
    Picture { svg, words, size: (0, 0), places: Vec::new() }
}

/// The map, with the records that its boxes are of.
fn map(graph: &RecordGraph, drawn: draw::Drawn) -> Picture {
    let numbered =
        |(kind, id, place): (RecordKind, String, [i32; 4])| Some((graph.number(kind, &id)?, place));
    let places = drawn.places.into_iter().filter_map(numbered).take(LINKED).collect();
    Picture { size: drawn.size, places, ..picture(drawn.svg) }
}

/// Most records on a map that are links: each is an element of the page.
const LINKED: usize = 600;

fn facts(reader: &Reader) -> Vec<(&'static str, String)> {
    let (dataset, words) = (reader.index.dataset(), reader.words);
    let facts = [
        ("publisher", dataset.publisher.as_ref().map(|publisher| reader.text(publisher).to_owned())),
        ("license", dataset.license.as_ref().map(ToString::to_string)),
        ("issued", dataset.issued.map(|date| words.date(date))),
        ("modified", dataset.modified.map(|date| words.date(date))),
    ];
    facts.into_iter().filter_map(|(label, text)| Some((words.label(label), text?))).collect()
}

fn card(reader: &Reader, graph: &RecordGraph, number: usize, record: RecordRef<'_>, facets: &Facets) -> Card {
    let own = |list: &BTreeSet<usize>| list.iter().copied().collect();
    let (level, indicators) = match record {
        RecordRef::Goal(goal) => (
            Some(reader.code(&goal.level)),
            goal.indicators.iter().map(|one| indicator(reader, one)).collect(),
        ),
        _ => (None, Vec::new()),
    };
    Card {
        kind: 0,
        id: record.id().to_owned(),
        name: title(reader, record),
        search: search(record),
        level,
        status: facets.status.as_ref().map(|status| reader.words.label(status).to_owned()),
        dates: dates(reader, record),
        years: facets.years,
        programmes: own(&facets.programmes),
        places: own(&facets.places),
        lines: lines(reader, graph, number),
        indicators,
        ..Card::default()
    }
}

/// Additional search terms of a record: its names in all languages, other names, identifiers.
fn search(record: RecordRef<'_>) -> String {
    let mut words: Vec<&str> =
        record.label().into_iter().flat_map(|label| label.iter().map(|(_, text)| text)).collect();
    let names = match record {
        RecordRef::Place(one) => &one.other_names,
        RecordRef::Organization(one) => &one.other_names,
        RecordRef::Network(one) => &one.other_names,
        RecordRef::Programme(one) => &one.other_names,
        RecordRef::Project(one) => &one.other_names,
        RecordRef::PolicyInstrument(one) => &one.other_names,
        _ => return words.join(" "),
    };
    words.extend(names.iter().flat_map(|one| one.name.iter().map(|(_, text)| text)));
    words.extend(record.identifiers().iter().map(|one| one.value.as_str()));
    words.join(" ")
}

/// Dates next to the name of a record in a list.
fn dates(reader: &Reader, record: RecordRef<'_>) -> Option<String> {
    let words = reader.words;
    let (period, planned) = match record {
        RecordRef::Project(one) => (one.period.as_ref(), one.planned.as_ref()),
        RecordRef::Activity(one) => (one.period.as_ref(), one.planned.as_ref()),
        RecordRef::Participation(one) => (one.period.as_ref(), None),
        RecordRef::Membership(one) => (one.period.as_ref(), None),
        RecordRef::Cooperation(one) => (one.period.as_ref(), None),
        RecordRef::Programme(one) => (one.period.as_ref(), None),
        RecordRef::PolicyInstrument(one) => (one.period.as_ref(), None),
        RecordRef::Funding(one) => return reader.dated(one),
        RecordRef::Goal(one) => return one.due.map(|due| words.fill("due {}", &[&words.date(due)])),
        _ => (None, None),
    };
    period.map(|period| words.period(period)).or_else(|| reader.planned(planned))
}

/// Gives each record that has goals these as a tree: under each goal those that serve it.
fn trees(graph: &RecordGraph, records: &mut [Card]) {
    let goals_of = |number: usize, member: &str| {
        let all = graph.incoming.get(number).into_iter().flatten().filter(move |one| one.member == member);
        let goals = all.map(|one| one.other);
        let is_goal =
            |goal: &usize| graph.records.get(*goal).is_some_and(|record| record.kind() == RecordKind::Goal);
        goals.filter(is_goal).collect::<Vec<usize>>()
    };
    // The higher goals of each goal, without what else it refers to: a goal can be of thousands of projects.
    let higher = graph.outgoing.iter().map(|all| all.iter().filter(|one| one.member == "serves"));
    let higher: Vec<Vec<usize>> = higher.map(|all| all.map(|one| one.other).collect()).collect();
    for number in 0..graph.records.len() {
        let mut own = goals_of(number, "of");
        match graph.records.get(number).map(|record| record.kind()) {
            Some(RecordKind::Goal) => own.extend(goals_of(number, "serves")),
            // The goals that parties have for their parts of it.
            Some(RecordKind::Project) => {
                let parts =
                    graph.incoming.get(number).into_iter().flatten().filter(|one| one.member == "project");
                own.extend(parts.flat_map(|part| goals_of(part.other, "of")));
            }
            _ => {}
        }
        if own.is_empty() {
            continue;
        }
        let among: BTreeSet<usize> = own.iter().copied().collect();
        let mut serving: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut serves_another = BTreeSet::new();
        for &goal in &among {
            for other in higher.get(goal).into_iter().flatten().filter(|other| among.contains(other)) {
                serving.entry(*other).or_default().push(goal);
                serves_another.insert(goal);
            }
        }
        let (below, tops): (Vec<usize>, Vec<usize>) =
            own.iter().partition(|goal| serves_another.contains(*goal));
        let (mut tree, mut seen) = (Vec::new(), BTreeSet::new());
        // Those that are left when the tops have been walked go round in a circle.
        for top in tops.into_iter().chain(below) {
            let mut open = vec![(0_usize, top)];
            while let Some((depth, goal)) = open.pop() {
                if seen.insert(goal) {
                    tree.push((depth.min(DEEPEST), goal));
                    let serving = serving.get(&goal).into_iter().flatten().rev();
                    open.extend(serving.map(|&one| (depth.saturating_add(1), one)));
                }
            }
        }
        if let Some(card) = records.get_mut(number) {
            card.goals = tree;
        }
    }
}

/// What the rules find, and how much that is in words.
fn findings(reader: &Reader, graph: &RecordGraph, records: &mut [Card]) -> (Vec<Found>, String) {
    let words = reader.words;
    let report = reader.index.dataset().validate();
    let found: Vec<Found> = report
        .findings()
        .iter()
        .map(|one| {
            let record = one.kind.zip(one.id.as_ref()).and_then(|(kind, id)| graph.number(kind, id));
            let severity = one.severity.as_str();
            (
                severity,
                one.rule.to_string(),
                record,
                one.message.clone(),
                one.help.clone(),
                words.label(severity),
            )
        })
        .collect();
    for (number, record) in found.iter().enumerate().filter_map(|(number, one)| Some((number, one.2?))) {
        if let Some(card) = records.get_mut(record) {
            card.findings.push(number);
        }
    }
    let count = |severity, one, many| words.counted(report.count(severity), one, many);
    let verdict = format!(
        "{}, {}, {}",
        count(Severity::Error, "error", "errors"),
        count(Severity::Warning, "warning", "warnings"),
        count(Severity::Info, "info", "infos")
    );
    (found, verdict)
}

/// The first and the last year that any record states.
fn years(facets: &[Facets]) -> (i32, i32) {
    let stated = |year: &i32| *year != ALWAYS.0 && *year != ALWAYS.1;
    let ends = || {
        facets.iter().filter_map(|facets| facets.years).flat_map(|(first, last)| [first, last]).filter(stated)
    };
    // With a slip of the pen in a year there would be too many to choose from.
    match (ends().min(), ends().max()) {
        (Some(first), Some(last)) => (first.max(last.saturating_sub(200)), last),
        _ => (1, 0),
    }
}
