//! What is counted, in one pass over each list.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "counts of records in memory are short of the largest number"
)]

use super::table::Table;
use crate::reader::{NOT_STATED, Reader};
use cooperation::{
    Dataset, Organization, Party, PlaceId, RecordKind,
    values::{SumOverflow, Totals},
};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// The tables of a dataset; `top` is how many of the best connected are named.
///
/// # Errors
/// When a sum of money would no longer be exact.
pub(super) fn tables(dataset: &Dataset, reader: &Reader<'_>, top: usize) -> Result<Vec<Table>, SumOverflow> {
    let places = Places::new(dataset);
    let records = RecordKind::ALL.iter().filter(|kind| dataset.count(**kind) > 0);
    let records = records.map(|kind| vec![kind.list().replace('_', " "), dataset.count(*kind).to_string()]);
    let organizations = &dataset.organizations;
    let kind = |kind: Option<String>| kind.unwrap_or_else(|| NOT_STATED.to_owned());
    let tables = vec![
        Table::new("Records by kind", &["records", "count"], records.collect()),
        counted(
            "Organizations by kind",
            &["kind", "count"],
            organizations.iter().map(|one| kind(one.kind.as_ref().map(ToString::to_string))),
        ),
        counted(
            "Organizations by country",
            &["country", "count"],
            organizations.iter().map(|one| places.of_organization(one)),
        ),
        counted(
            "Projects by status",
            &["status", "count"],
            dataset.projects.iter().map(|one| kind(one.status.as_ref().map(ToString::to_string))),
        ),
        counted(
            "Projects by first year",
            &["year", "count"],
            dataset.projects.iter().map(|one| {
                let start = one.period.as_ref().or(one.planned.as_ref()).and_then(|period| period.start);
                kind(start.map(|start| start.year().to_string()))
            }),
        ),
        counted(
            "Projects by country",
            &["country", "count"],
            dataset.projects.iter().flat_map(|one| places.of_all(&one.places)),
        )
        .noted("a project in several countries counts in each"),
        counted(
            "Projects by programme",
            &["programme", "count"],
            dataset.projects.iter().flat_map(|one| {
                let named: Vec<String> =
                    one.programmes.iter().map(|id| reader.programme(id).to_owned()).collect();
                if named.is_empty() { vec![NOT_STATED.to_owned()] } else { named }
            }),
        )
        .noted("a project under several programmes counts under each"),
        money(reader)?,
        by_country(dataset, reader, &places)?,
        connected(dataset, reader, top),
    ];
    Ok(tables.into_iter().filter(|table| !table.rows.is_empty()).collect())
}

/// A table of how often each word is met: the most frequent first, years in their order.
fn counted(title: &'static str, heads: &[&'static str], words: impl Iterator<Item = String>) -> Table {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for word in words {
        let count = counts.entry(word).or_default();
        *count = count.saturating_add(1);
    }
    let mut rows: Vec<(String, usize)> = counts.into_iter().collect();
    if heads.first() != Some(&"year") {
        rows.sort_by_key(|(word, count)| (word == NOT_STATED, std::cmp::Reverse(*count)));
    }
    Table::new(title, heads, rows.into_iter().map(|(word, count)| vec![word, count.to_string()]).collect())
}

/// The money by programme, year and status.
fn money(reader: &Reader<'_>) -> Result<Table, SumOverflow> {
    let mut rows = Vec::new();
    for sum in reader.index.money()? {
        let start = [
            sum.programme.map_or(NOT_STATED, |id| reader.programme(id)).to_owned(),
            sum.year.map_or_else(|| NOT_STATED.to_owned(), |year| year.to_string()),
            sum.status.map_or_else(|| NOT_STATED.to_owned(), ToString::to_string),
        ];
        rows.extend(by_currency(&start, &sum.totals, sum.counted, sum.without_amount));
    }
    let heads = ["programme", "year", "status", "currency", "amount", "funding records", "without amount"];
    let table = Table::new("Money by programme, year and status", &heads, rows);
    Ok(table.noted("statuses are not added up, and a part is not counted beside its whole"))
}

/// The rows of sums that begin alike: one for each currency, or one without where no amount is stated.
fn by_currency(start: &[String], totals: &Totals, counted: usize, without: usize) -> Vec<Vec<String>> {
    let mut ends: Vec<_> =
        totals.iter().map(|(currency, sum)| [currency.to_string(), sum.to_string()]).collect();
    if ends.is_empty() {
        ends.push([String::new(), NOT_STATED.to_owned()]);
    }
    let counts = [counted.to_string(), without.to_string()];
    ends.into_iter().map(|end| [start, &end[..], &counts[..]].concat()).collect()
}

/// The money that organizations receive, by their country and by status.
fn by_country(dataset: &Dataset, reader: &Reader<'_>, places: &Places<'_>) -> Result<Table, SumOverflow> {
    let mut sums: BTreeMap<(String, String), (Totals, usize, usize)> = BTreeMap::new();
    let mut seen = HashSet::new();
    for organization in dataset.organizations.iter().filter(|one| seen.insert(one.id.as_str())) {
        for money in reader.index.money_to(organization)? {
            let status = money.status.map_or_else(|| NOT_STATED.to_owned(), ToString::to_string);
            let (totals, counted, without) =
                sums.entry((places.of_organization(organization), status)).or_default();
            totals.add_all(&money.totals)?;
            *counted += money.counted;
            *without += money.without_amount;
        }
    }
    let mut rows = Vec::new();
    for ((country, status), (totals, counted, without)) in sums {
        rows.extend(by_currency(&[country, status], &totals, counted, without));
    }
    let heads = ["country", "status", "currency", "amount", "funding records", "without amount"];
    let table = Table::new("Money by country of the organizations that receive it", &heads, rows);
    Ok(table.noted("money that a recipient passes on counts for both"))
}

/// How often an organization or network is connected with others.
#[derive(Default)]
struct Connections<'a> {
    projects: HashSet<&'a str>,
    /// The other ends of its memberships: two roles in one body are one connection.
    memberships: HashSet<(RecordKind, &'a str)>,
    cooperations: usize,
}

/// The organizations and networks with the most projects, memberships and cooperations. Each is counted as stated, so that
/// the work grows with the records and not with the pairs of partners.
fn connected(dataset: &Dataset, reader: &Reader<'_>, top: usize) -> Table {
    let mut found: HashMap<(RecordKind, &str), (&Party, Connections<'_>)> = HashMap::new();
    let bodies: Vec<Party> = dataset.memberships.iter().map(|one| one.body.clone().into()).collect();
    let ends = || dataset.memberships.iter().map(|one| &one.member).zip(&bodies);
    for one in &dataset.participations {
        let of_party = found.entry(one.party.key()).or_insert_with(|| (&one.party, Connections::default()));
        of_party.1.projects.insert(one.project.as_str());
    }
    for (party, other) in ends().chain(ends().map(|(member, body)| (body, member))) {
        let connections = &mut found.entry(party.key()).or_insert_with(|| (party, Connections::default())).1;
        connections.memberships.insert(other.key());
    }
    for cooperation in &dataset.cooperations {
        let parties: BTreeMap<(RecordKind, &str), &Party> =
            cooperation.parties.iter().map(|party| (party.key(), party)).collect();
        for party in parties.into_values() {
            found.entry(party.key()).or_insert_with(|| (party, Connections::default())).1.cooperations += 1;
        }
    }
    found.retain(|(kind, _), _| *kind != RecordKind::Group);
    let sum = |one: &Connections<'_>| one.projects.len() + one.memberships.len() + one.cooperations;
    let mut rows: Vec<_> = found.into_iter().collect();
    rows.sort_by(|(one, (_, first)), (other, (_, second))| {
        sum(second).cmp(&sum(first)).then_with(|| one.cmp(other))
    });
    let row = |(_, (party, one)): &((RecordKind, &str), (&Party, Connections<'_>))| {
        let counts = [sum(one), one.projects.len(), one.memberships.len(), one.cooperations];
        std::iter::once(reader.party(party)).chain(counts.map(|count| count.to_string())).collect()
    };
    let rows = rows.iter().take(top).map(row).collect();
    Table::new(
        "Best connected organizations and networks",
        &["name", "connections", "projects", "memberships", "cooperations"],
        rows,
    )
}

/// The countries of places, by the places that they are in.
struct Places<'a> {
    countries: HashMap<&'a str, String>,
}

impl<'a> Places<'a> {
    /// Follows each place upwards once, however long the chains are and even if they go round in a circle.
    fn new(dataset: &'a Dataset) -> Self {
        let places: HashMap<&str, _> =
            dataset.places.iter().map(|place| (place.id.as_str(), place)).collect();
        let mut countries: HashMap<&str, String> = HashMap::new();
        for place in &dataset.places {
            let (mut way, mut at) = (HashSet::new(), Some(place));
            let mut order = Vec::new();
            let found = loop {
                let Some(here) = at.filter(|here| way.insert(here.id.as_str())) else { break None };
                if let Some(known) = countries.get(here.id.as_str()) {
                    break Some(known.clone());
                }
                order.push(here.id.as_str());
                if let Some(country) = &here.country {
                    break Some(country.to_string());
                }
                at = here.part_of.as_ref().and_then(|id| places.get(id.as_str())).copied();
            };
            let found = found.unwrap_or_else(|| NOT_STATED.to_owned());
            countries.extend(order.into_iter().map(|id| (id, found.clone())));
        }
        Self { countries }
    }

    fn of(&self, place: &PlaceId) -> Option<&String> {
        self.countries.get(place.as_str())
    }

    fn of_organization(&self, organization: &Organization) -> String {
        let address = organization.address.as_ref().and_then(|address| address.country);
        let place = || organization.place.as_ref().and_then(|place| self.of(place)).cloned();
        address.map(|country| country.to_string()).or_else(place).unwrap_or_else(|| NOT_STATED.to_owned())
    }

    fn of_all(&self, places: &[PlaceId]) -> Vec<String> {
        let found: BTreeSet<&String> = places.iter().filter_map(|place| self.of(place)).collect();
        if found.is_empty() { vec![NOT_STATED.to_owned()] } else { found.into_iter().cloned().collect() }
    }
}
