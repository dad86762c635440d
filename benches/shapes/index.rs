//! Every method of the index, asked about every record of the kinds that it can be asked about.
//!
//! Methods that return more than what names the record, such as everything below it, are asked about a few records: what
//! they return may grow with the square of the number of records by itself. So may what is asked about each of many
//! records that are stated to be the same, which is answered for all of them: one of them is asked about.

use cooperation::model::NamedRecord;
use cooperation::{Body, Index, PartialDate, Party, Period, RecordKind, RecordRef, Subject};
use std::collections::HashSet;

/// How many records the methods are asked about that return more than what names the record.
const FEW: usize = 8;

/// How many records all methods return together.
pub(crate) fn ask(index: &Index) -> usize {
    let records = one_of_each(index);
    let keys = || records.iter().map(|record| (record.kind(), record.id()));
    let parties: Vec<Party> = keys().filter_map(|(kind, id)| Party::from_key(kind, id).ok()).collect();
    let bodies: Vec<Body> = keys().filter_map(|(kind, id)| Body::from_key(kind, id).ok()).collect();
    let subjects: Vec<Subject> = keys().filter_map(|(kind, id)| Subject::from_key(kind, id).ok()).collect();
    let named: Vec<NamedRecord> =
        keys().filter_map(|(kind, id)| NamedRecord::from_key(kind, id).ok()).collect();
    of_parties(index, &parties)
        + bodies.iter().map(|body| of_body(index, body)).sum::<usize>()
        + of_subjects(index, &subjects)
        + of_named(index, &named)
        + of_ids(index)
        + of_all(index)
}

/// One record of each thing.
fn one_of_each<'a>(index: &Index<'a>) -> Vec<RecordRef<'a>> {
    let mut others: HashSet<NamedRecord> = HashSet::new();
    let mut records: Vec<RecordRef> = index.dataset().records().collect();
    records.retain(|record| {
        let Ok(named) = NamedRecord::from_key(record.kind(), record.id()) else { return true };
        let is_first = !others.contains(&named);
        if is_first {
            others.extend(index.identical(&named));
        }
        is_first
    });
    records
}

fn of_parties(index: &Index, parties: &[Party]) -> usize {
    let all = parties.iter().map(|one| {
        let sums = [index.money_by(one), index.money_to(one)].into_iter().flatten().map(|sums| sums.len());
        let totals =
            [index.total_by(one, None), index.total_to(one, None), index.participation_budgets_of(one)];
        let totals = totals.into_iter().flatten().map(|sum| sum.iter().count());
        index.sources_published_by(one).count()
            + index.groups_with_example(one).count()
            + index.memberships_of(one).count()
            + index.memberships_via(one).count()
            + index.cooperations_of(one).count()
            + index.programmes_owned_by(one).count()
            + index.programmes_managed_by(one).count()
            + index.participations_of(one).count()
            + index.participations_via(one).count()
            + index.activities_by(one).count()
            + index.goals_held_by(one).count()
            + index.instruments_developed_by(one).count()
            + index.instruments_assigned_to(one).count()
            + index.barriers_attributed_to(one).count()
            + index.funding_by(one).count()
            + index.funding_to(one).count()
            + index.projects_of(one).count()
            + sums.sum::<usize>()
            + totals.sum::<usize>()
            + usize::from(index.party_label(one).is_some())
    });
    let few = parties.iter().take(FEW).map(|one| index.partners_of(one).len());
    all.sum::<usize>() + few.sum::<usize>()
}

fn of_body(index: &Index, one: &Body) -> usize {
    index.suborganizations(one).count() + index.subnetworks(one).count() + index.memberships_in(one).count()
}

fn of_subjects(index: &Index, subjects: &[Subject]) -> usize {
    let all = subjects.iter().map(|one| {
        let sums = index.money_of(one).map_or(0, |sums| sums.len());
        let totals = index.total_of(one, None).map_or(0, |sum| sum.iter().count());
        index.cooperations_about(one).count()
            + index.projects_about(one).count()
            + index.participations_about(one).count()
            + index.activities_of(one).count()
            + index.goals_of(one).count()
            + index.barriers_of(one).count()
            + index.funding_of(one).count()
            + sums
            + totals
            + usize::from(index.subject_label(one).is_some())
    });
    all.sum()
}

fn of_named(index: &Index, named: &[NamedRecord]) -> usize {
    let all = named.iter().map(|one| {
        index.places_related_to(one).count()
            + index.organizations_related_to(one).count()
            + index.networks_related_to(one).count()
            + index.programmes_related_to(one).count()
            + index.projects_related_to(one).count()
            + index.instruments_related_to(one).count()
            + index.related_to(one).count()
    });
    let few = named.iter().take(FEW).map(|one| index.same_as(one).count() + index.identical(one).count());
    all.sum::<usize>() + few.sum::<usize>()
}

fn of_ids(index: &Index) -> usize {
    let dataset = index.dataset();
    let mut all = 0;
    for id in dataset.places.iter().map(|one| &one.id) {
        all += index.subplaces(id).count()
            + index.organizations_seated_in(id).count()
            + index.organizations_in(id).count()
            + index.groups_in(id).count()
            + index.networks_in(id).count()
            + index.networks_seated_in(id).count()
            + index.cooperations_in(id).count()
            + index.programmes_in(id).count()
            + index.projects_in(id).count()
            + index.participations_from(id).count()
            + index.goals_measured_in(id).count()
            + index.instruments_in(id).count()
            + index.funding_in(id).count();
    }
    for id in dataset.groups.iter().map(|one| &one.id) {
        all += index.projects_for(id).count() + index.goals_for(id).count();
    }
    for id in dataset.programmes.iter().map(|one| &one.id) {
        all += index.subprogrammes(id).count()
            + index.projects_under(id).count()
            + index.funding_by_programme(id).count()
            + index.money_by_programme(id).map_or(0, |sums| sums.len())
            + index.total_by_programme(id, None).map_or(0, |sum| sum.iter().count());
    }
    for id in dataset.projects.iter().map(|one| &one.id) {
        all += index.participations_in(id).count()
            + index.participation_budgets_in(id).map_or(0, |sum| sum.iter().count());
    }
    for id in dataset.goals.iter().map(|one| &one.id) {
        all += index.activities_serving(id).count()
            + index.subgoals(id).count()
            + index.instruments_serving(id).count();
    }
    for id in dataset.activities.iter().map(|one| &one.id) {
        all += index.subactivities(id).count();
    }
    for id in dataset.funding.iter().map(|one| &one.id) {
        all += index.funding_parts(id).count() + index.funding_out_of(id).count();
    }
    for id in dataset.sources.iter().map(|one| &one.id) {
        all += index.evidence_from(id).count();
    }
    for id in dataset.goals.iter().map(|one| &one.id).take(FEW) {
        all += index.goal_tree(id).count();
    }
    for id in dataset.places.iter().map(|one| &one.id).take(FEW) {
        all += index.places_within(id).count();
    }
    for id in dataset.programmes.iter().map(|one| &one.id).take(FEW) {
        all += index.programmes_within(id).count() + index.projects_within(id).count();
    }
    all
}

/// What is asked about no record.
fn of_all(index: &Index) -> usize {
    let date = PartialDate::from_year(2022).unwrap();
    let period = Period::between(date, date);
    let times = index.projects_touching(date).count()
        + index.projects_overlapping(&period).count()
        + index.memberships_touching(date).count();
    let records = index.dataset().records();
    let found = records.filter(|one| index.named(one.kind(), one.id()).is_some()).count();
    let sums = index.money().unwrap().len() + index.money_per_funder().unwrap().len();
    times + found + sums + RecordKind::ALL.len()
}
