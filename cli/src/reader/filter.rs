//! A part of a dataset: the records that are asked for, with what belongs to them and what they name.

use super::Reader;
use super::facets::{ALWAYS, Facets};
use super::record_graph::RecordGraph;
use crate::words::Words;
use cooperation::{CountryCode, Dataset, Record, RecordKind};
use std::collections::HashSet;
use std::error::Error;

/// Which records are shown. What belongs to them and what they name is shown with them.
#[derive(Clone, Debug, Default, clap::Args)]
#[non_exhaustive]
pub struct Filter {
    /// Programme, by its id, acronym or name: only what is under it or one of its parts
    #[arg(long, value_name = "PROGRAMME", help_heading = "Filters")]
    pub programme: Option<String>,
    /// Year: only what was going on then
    #[arg(long, value_name = "YEAR", help_heading = "Filters")]
    pub year: Option<u16>,
    /// Country code, such as NO: only what is in this country
    #[arg(long, value_name = "CODE", help_heading = "Filters")]
    pub country: Option<CountryCode>,
    /// Kind of record that the filters apply to, such as organization [default: project]
    #[arg(long, value_name = "KIND", help_heading = "Filters", value_parser = kind)]
    pub kind: Option<RecordKind>,
    /// Status, such as ongoing: only what has this status
    #[arg(long, value_name = "STATUS", help_heading = "Filters")]
    pub status: Option<String>,
}

fn kind(name: &str) -> Result<RecordKind, String> {
    let wanted = name.to_lowercase().replace(['-', ' '], "_");
    let is_it = |kind: &&RecordKind| kind.as_str() == wanted || kind.list() == wanted;
    let names = || RecordKind::ALL.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join(", ");
    RecordKind::ALL.iter().find(is_it).copied().ok_or_else(|| format!("expected one of: {}", names()))
}

impl Filter {
    /// Whether nothing is left out.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let Self { programme, year, country, kind, status } = self;
        programme.is_none() && year.is_none() && country.is_none() && kind.is_none() && status.is_none()
    }

    /// The part of the dataset that is asked for.
    ///
    /// # Errors
    /// When the dataset has no such programme, or no record fits.
    pub fn part(&self, dataset: Dataset) -> Result<Dataset, Box<dyn Error>> {
        let programme = match &self.programme {
            None => None,
            Some(wanted) => {
                let reader = Reader::new(&dataset, "en");
                let meant = reader.find(wanted, &[RecordKind::Programme])?;
                meant.first().map(|(_, id)| (*id).to_owned())
            }
        };
        if self.is_empty() {
            return Ok(dataset);
        }
        let graph = RecordGraph::new(&dataset);
        let programme = programme.and_then(|id| graph.number(RecordKind::Programme, &id));
        let chosen = self.kind.unwrap_or(RecordKind::Project);
        let fits = |facets: &Facets| {
            programme.is_none_or(|programme| facets.programmes.contains(&programme))
                && self.year.is_none_or(|year| {
                    let (first, last) = facets.years.unwrap_or((ALWAYS.1, ALWAYS.0));
                    (first..=last).contains(&i32::from(year))
                })
                && self.country.is_none_or(|country| facets.countries.contains(country.as_str()))
                && self.status.as_ref().is_none_or(|status| facets.status.as_ref() == Some(status))
        };
        let facets = Facets::all(&graph);
        let seeds: Vec<usize> = graph
            .records
            .iter()
            .zip(&facets)
            .enumerate()
            .filter(|(_, (record, facets))| record.kind() == chosen && fits(facets))
            .map(|(number, _)| number)
            .collect();
        if seeds.is_empty() {
            return Err(format!("no {} fits the filters", chosen.title()).into());
        }
        let kept = with_all_about(&graph, &seeds);
        let kept: HashSet<(RecordKind, String)> = graph
            .records
            .iter()
            .zip(kept)
            .filter(|(_, kept)| *kept)
            .map(|(record, _)| (record.kind(), record.id().to_owned()))
            .collect();
        Ok(retained(dataset, &kept))
    }

    /// What is shown, in words; nothing, where that is all.
    #[must_use]
    pub fn told(&self, words: Words) -> Option<String> {
        let kind = self.kind.map(|kind| {
            words
                .label(if kind == RecordKind::PolicyInstrument { "policy instruments" } else { kind.list() })
                .to_owned()
        });
        let year = self.year.map(|year| year.to_string());
        let country = self.country.map(|country| country.to_string());
        let status = self.status.as_ref().map(|status| words.label(status).to_owned());
        let said: Vec<String> =
            [kind, self.programme.clone(), year, country, status].into_iter().flatten().collect();
        (!said.is_empty()).then(|| words.fill("only {}", &[&said.join(", ")]))
    }
}

/// What belongs to others.
fn is_part(kind: RecordKind) -> bool {
    matches!(
        kind,
        RecordKind::Participation
            | RecordKind::Membership
            | RecordKind::Cooperation
            | RecordKind::Activity
            | RecordKind::Goal
            | RecordKind::Barrier
            | RecordKind::Funding
    )
}

/// Some records with all that belongs to them, and all that these name.
fn with_all_about(graph: &RecordGraph<'_>, seeds: &[usize]) -> Vec<bool> {
    let mut kept = vec![false; graph.records.len()];
    let kind = |number: usize| graph.records.get(number).map(|record| record.kind());
    let mut keep = |number: usize| kept.get_mut(number).is_some_and(|kept| !std::mem::replace(kept, true));
    // What belongs to the records, and to that in turn.
    let (mut open, mut all) = (seeds.to_vec(), Vec::new());
    while let Some(number) = open.pop() {
        if keep(number) {
            all.push(number);
            let parts = graph.incoming.get(number).into_iter().flatten().map(|reference| reference.other);
            open.extend(parts.filter(|part| kind(*part).is_some_and(is_part)));
        }
    }
    // What all of that names, and so on; other projects are not named for the sake of their relation.
    let mut open = all;
    while let Some(number) = open.pop() {
        let named = graph.outgoing.get(number).into_iter().flatten().map(|reference| reference.other);
        open.extend(named.filter(|named| keep(*named)));
    }
    // Who is a member of what, where both are there.
    for number in 0..graph.records.len() {
        let named = || graph.outgoing.get(number).into_iter().flatten();
        if kind(number) == Some(RecordKind::Membership)
            && named().all(|one| kept.get(one.other) == Some(&true))
            && let Some(kept) = kept.get_mut(number)
        {
            *kept = true;
        }
    }
    // The sources of all that is kept.
    for (number, record) in graph.records.iter().enumerate() {
        if kept.get(number) == Some(&true) {
            for evidence in record.evidence() {
                let source = graph.number(RecordKind::Source, evidence.source.as_str());
                if let Some(kept) = source.and_then(|source| kept.get_mut(source)) {
                    *kept = true;
                }
            }
        }
    }
    kept
}

fn retained(mut dataset: Dataset, kept: &HashSet<(RecordKind, String)>) -> Dataset {
    fn is<T: Record>(kept: &HashSet<(RecordKind, String)>, record: &T) -> bool {
        kept.contains(&(T::KIND, record.id().as_str().to_owned()))
    }
    dataset.sources.retain(|one| is(kept, one));
    dataset.places.retain(|one| is(kept, one));
    dataset.organizations.retain(|one| is(kept, one));
    dataset.groups.retain(|one| is(kept, one));
    dataset.networks.retain(|one| is(kept, one));
    dataset.memberships.retain(|one| is(kept, one));
    dataset.cooperations.retain(|one| is(kept, one));
    dataset.programmes.retain(|one| is(kept, one));
    dataset.projects.retain(|one| is(kept, one));
    dataset.participations.retain(|one| is(kept, one));
    dataset.activities.retain(|one| is(kept, one));
    dataset.goals.retain(|one| is(kept, one));
    dataset.policy_instruments.retain(|one| is(kept, one));
    dataset.barriers.retain(|one| is(kept, one));
    dataset.funding.retain(|one| is(kept, one));
    dataset
}
