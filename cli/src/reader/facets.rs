//! What records are filtered by: programmes, places, countries, years, status. A record that belongs to a project has those
//! of the project as well.

use super::record_graph::RecordGraph;
use chrono::Datelike as _;
use cooperation::{
    PartialDate, Period, RecordKind, RecordRef,
    codes::Status,
    walk::{Leaf, Path, Visitor},
};
use std::collections::{BTreeSet, HashSet};

/// What one record is filtered by.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facets {
    /// The numbers of its programmes, those that they are part of included.
    pub(crate) programmes: BTreeSet<usize>,
    /// The numbers of its places, those that they are in included.
    pub(crate) places: BTreeSet<usize>,
    /// The codes of its countries.
    pub(crate) countries: BTreeSet<String>,
    /// The first and the last year in which it may have been going on; none where no date is stated.
    pub(crate) years: Option<(i32, i32)>,
    /// The code of its status.
    pub(crate) status: Option<String>,
}

/// The years that stand for a start and an end that are not stated.
pub(crate) const ALWAYS: (i32, i32) = (0, 9999);

impl Facets {
    /// Those of all records, by number.
    pub(crate) fn all(graph: &RecordGraph<'_>) -> Vec<Self> {
        let above = |kind: RecordKind| upwards(graph, kind);
        let (programmes, places) = (above(RecordKind::Programme), above(RecordKind::Place));
        let mut all: Vec<Self> = graph.records.iter().map(|record| own(*record)).collect();
        for (number, references) in graph.outgoing.iter().enumerate() {
            let Some(facets) = all.get_mut(number) else { continue };
            let kind_of = |other: usize| graph.records.get(other).map(|record| record.kind());
            for reference in references.iter().filter(|reference| reference.member != "related") {
                let chain = match kind_of(reference.other) {
                    Some(RecordKind::Programme) => (&mut facets.programmes, &programmes),
                    Some(RecordKind::Place) => (&mut facets.places, &places),
                    _ => continue,
                };
                chain.0.extend(chain.1.get(reference.other).into_iter().flatten());
            }
            // A programme and a place are found by themselves, too.
            facets.programmes.extend(programmes.get(number).into_iter().flatten());
            facets.places.extend(places.get(number).into_iter().flatten());
        }
        let countries: Vec<BTreeSet<String>> = all.iter().map(|facets| facets.countries.clone()).collect();
        for facets in &mut all {
            facets
                .countries
                .extend(facets.places.iter().filter_map(|place| countries.get(*place)).flatten().cloned());
        }
        inherit(graph, &mut all);
        all
    }
}

/// For each record of a kind itself and all that it is part of.
fn upwards(graph: &RecordGraph<'_>, kind: RecordKind) -> Vec<Vec<usize>> {
    let mut all: Vec<Vec<usize>> = vec![Vec::new(); graph.records.len()];
    for (number, _) in graph.records.iter().enumerate().filter(|(_, record)| record.kind() == kind) {
        let (mut seen, mut next) = (HashSet::new(), Some(number));
        let mut chain = Vec::new();
        // What is part of itself by some way round is walked once; and no real tree is deeper than this.
        while let Some(one) = next.filter(|one| seen.insert(*one) && seen.len() <= 32) {
            chain.push(one);
            let whole =
                graph.outgoing.get(one).into_iter().flatten().find(|reference| reference.member == "part_of");
            next = whole.map(|reference| reference.other);
        }
        if let Some(place) = all.get_mut(number) {
            *place = chain;
        }
    }
    all
}

/// What a record states itself.
fn own(record: RecordRef<'_>) -> Facets {
    let mut stated = Stated::default();
    super::record_graph::walk(record, &mut stated);
    let status = match record {
        RecordRef::Network(one) => one.status.as_ref().map(Status::as_str),
        RecordRef::Organization(one) => one.status.as_ref().map(Status::as_str),
        RecordRef::Cooperation(one) => one.status.as_ref().map(Status::as_str),
        RecordRef::Project(one) => one.status.as_ref().map(Status::as_str),
        RecordRef::Participation(one) => one.status.as_ref().map(Status::as_str),
        RecordRef::Activity(one) => one.status.as_ref().map(Status::as_str),
        RecordRef::Goal(one) => one.status.as_ref().map(Status::as_str),
        RecordRef::PolicyInstrument(one) => one.status.as_ref().map(Status::as_str),
        RecordRef::Funding(one) => one.status.as_ref().map(cooperation::codes::FundingStatus::as_str),
        _ => None,
    };
    let date = |date: Option<PartialDate>| date.map(|date| (i32::from(date.year()), i32::from(date.year())));
    let years = match record {
        RecordRef::Organization(one) => life(one.founded, one.dissolved),
        RecordRef::Network(one) => life(one.founded, one.dissolved),
        // As in sums by year.
        RecordRef::Funding(one) => date(one.date).or(stated.years),
        RecordRef::Goal(one) => date(one.due),
        RecordRef::Source(one) => date(one.published),
        _ => stated.years,
    };
    Facets { countries: stated.countries, years, status: status.map(str::to_owned), ..Facets::default() }
}

fn life(founded: Option<PartialDate>, dissolved: Option<PartialDate>) -> Option<(i32, i32)> {
    let mut life = Period::default();
    (life.start, life.end) = (founded, dissolved);
    years(&life)
}

/// The years of a period.
fn years(period: &Period) -> Option<(i32, i32)> {
    let [start, end] =
        [period.start.map(|date| date.earliest().year()), period.end.map(|date| date.latest().year())];
    (start.is_some() || end.is_some()).then(|| (start.unwrap_or(ALWAYS.0), end.unwrap_or(ALWAYS.1)))
}

/// What the values of a record say: the countries and the first period, which is the actual one if there is one.
#[derive(Default)]
struct Stated {
    countries: BTreeSet<String>,
    years: Option<(i32, i32)>,
}

impl Visitor for Stated {
    fn leaf(&mut self, _: &Path<'_>, leaf: Leaf<'_>) {
        if let Leaf::Country(code) = leaf {
            self.countries.insert(code.to_string());
        }
    }

    fn period(&mut self, at: &Path<'_>, period: &Period) {
        // Those within lists, such as of budgets, are not of the record as a whole.
        if self.years.is_none() && ["/period", "/planned"].contains(&at.to_string().as_str()) {
            self.years = years(period);
        }
    }
}

/// Gives what belongs to a project the facets of the project, and the parties of projects their programmes.
fn inherit(graph: &RecordGraph<'_>, all: &mut [Facets]) {
    // First what is directly of a project, then what is of that in turn.
    const ROUNDS: usize = 3;
    let is_part = |kind: RecordKind| {
        matches!(
            kind,
            RecordKind::Participation
                | RecordKind::Goal
                | RecordKind::Activity
                | RecordKind::Barrier
                | RecordKind::Funding
                | RecordKind::Cooperation
        )
    };
    for _ in 0..ROUNDS {
        for number in 0..all.len() {
            if !graph.records.get(number).is_some_and(|record| is_part(record.kind())) {
                continue;
            }
            let is_funding =
                graph.records.get(number).is_some_and(|record| record.kind() == RecordKind::Funding);
            for reference in graph.outgoing.get(number).into_iter().flatten() {
                if !["project", "of", "about"].contains(&reference.member.as_str()) {
                    continue;
                }
                let Some(whole) = all.get(reference.other).cloned() else { continue };
                let Some(facets) = all.get_mut(number) else { continue };
                facets.programmes.extend(whole.programmes);
                facets.places.extend(whole.places);
                facets.countries.extend(whole.countries);
                // Money without a date is not money of every year of its project.
                if !is_funding {
                    facets.years = facets.years.or(whole.years);
                }
            }
        }
    }
    for number in 0..all.len() {
        if graph.records.get(number).is_none_or(|record| record.kind() != RecordKind::Participation) {
            continue;
        }
        let programmes = all.get(number).map(|facets| facets.programmes.clone()).unwrap_or_default();
        for reference in graph.outgoing.get(number).into_iter().flatten().filter(|one| one.member == "party")
        {
            if let Some(party) = all.get_mut(reference.other) {
                party.programmes.extend(&programmes);
            }
        }
    }
}
