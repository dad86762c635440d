//! Money by funder, by programme and by year, with how much each is of the largest.

use super::content::{MoneyGroup, MoneyPart, Part};
use crate::reader::Reader;
use crate::reader::record_graph::RecordGraph;
use crate::reader::sums::{ByStatus, sums_by_funder, sums_by_year};
use cooperation::rust_decimal::Decimal as Exact;
use cooperation::rust_decimal::prelude::ToPrimitive as _;
use cooperation::{CurrencyCode, RecordKind, values::SumOverflow};
use std::collections::BTreeMap;

pub(super) fn money(reader: &Reader, graph: &RecordGraph) -> Result<MoneyPart, SumOverflow> {
    let words = reader.words;
    let named = |kind: RecordKind, id: &str| {
        graph.number(kind, id).map_or_else(|| Part::Text(id.to_owned()), Part::Record)
    };
    let none = || Part::Text(words.label("not stated").to_owned());
    let per_funder = reader.index.money_per_funder()?;
    let funders = sums_by_funder(&per_funder)
        .into_iter()
        .map(|(funder, sums)| (funder.map_or_else(none, |party| named(party.key().0, party.key().1)), sums));
    let all = reader.index.money()?;
    let programmes = reader
        .sums_by_programme(&all)
        .into_iter()
        .filter(|(_, sums, _)| !sums.is_empty())
        .map(|(programme, sums, _)| (named(RecordKind::Programme, programme.as_str()), sums));
    let years = sums_by_year(&all).into_iter();
    let years = years.map(|(year, sums)| (year.map_or_else(none, |year| Part::Text(year.to_string())), sums));
    let groups = [
        group(reader, "By funder", "funder", funders.collect(), true),
        group(reader, "By programme, with all below it", "programme", programmes.collect(), true),
        group(reader, "By year", "year", years.collect(), false),
    ];
    let groups: Vec<MoneyGroup> = groups.into_iter().filter(|group| !group.rows.is_empty()).collect();
    let funding = &reader.index.dataset().funding;
    let first = funding.first().and_then(|one| one.status.as_ref());
    let notes = [
        (
            funding.iter().any(|one| one.status.as_ref() != first),
            "Sums of different status do not add up: what is disbursed was committed before.",
        ),
        (
            funding.iter().any(|one| one.part_of.is_some()),
            "If a grant and its instalments have the same status, only the grant is counted.",
        ),
        (
            funding.iter().any(|one| one.out_of.is_some()),
            "Money that a recipient passes on is counted once; by funder, each has what it pays.",
        ),
    ];
    let notes = notes.into_iter().filter(|(holds, _)| *holds && !groups.is_empty());
    let notes = notes.map(|(_, note)| words.label(note)).collect();
    Ok(MoneyPart { groups, notes })
}

/// One row for each sum, those of the most money first where they have no order of their own.
fn group(
    reader: &Reader,
    title: &'static str,
    who: &'static str,
    mut rows: Vec<(Part, ByStatus)>,
    largest_first: bool,
) -> MoneyGroup {
    let mut most: BTreeMap<CurrencyCode, Exact> = BTreeMap::new();
    for ((_, currency), amount) in rows.iter().flat_map(|(_, sums)| sums) {
        let known = most.entry(*currency).or_default();
        *known = (*known).max(*amount);
    }
    let share_of = |currency: &CurrencyCode, amount: &Exact| {
        most.get(currency)
            .and_then(|most| amount.checked_div(*most))
            .and_then(|share| share.to_f64())
            .unwrap_or(0.0)
    };
    let largest = |sums: &ByStatus| {
        sums.iter().map(|((_, currency), amount)| share_of(currency, amount)).fold(0.0, f64::max)
    };
    if largest_first {
        rows.sort_by(|(_, one), (_, other)| largest(other).total_cmp(&largest(one)));
    }
    let mut all: Vec<(Part, String, String, f64)> = Vec::new();
    for (part, sums) in rows {
        for ((status, currency), amount) in sums {
            let share = share_of(&currency, &amount);
            let who = match &part {
                Part::Record(number) => Part::Record(*number),
                Part::Text(text) => Part::Text(text.clone()),
                _ => continue,
            };
            let amount = reader.words.sum(amount, currency.as_str());
            all.push((who, reader.stated_code(status.as_ref()), amount, share));
        }
    }

    MoneyGroup { title: reader.words.label(title), who: reader.words.label(who), rows: all }
}
