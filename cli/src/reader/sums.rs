//! Sums of money by one thing at a time, and of programmes with all below them.

use super::Reader;
use cooperation::rust_decimal::Decimal as Exact;
use cooperation::{Budget, CurrencyCode, FundingStatus, MoneySum, Party, ProgrammeId};
use std::collections::{BTreeMap, HashMap};

/// Sums by status and currency.
pub(crate) type ByStatus = BTreeMap<(Option<FundingStatus>, CurrencyCode), Exact>;

/// Adds sums to sums. One with too many digits stays as it was, and is told.
fn add(to: &mut ByStatus, from: &ByStatus) -> bool {
    let mut is_exact = true;
    for (key, amount) in from {
        let sum = to.entry(key.clone()).or_default();
        match sum.checked_add(*amount) {
            Some(more) => *sum = more,
            None => is_exact = false,
        }
    }
    is_exact
}

fn of(sum: &MoneySum) -> ByStatus {
    sum.totals.iter().map(|(currency, amount)| ((sum.status.cloned(), currency), amount)).collect()
}

impl<'a> Reader<'a> {
    /// What each funder gives; under none, what names no funder.
    pub(crate) fn sums_by_funder(&self, sums: &[(Option<&'a Party>, MoneySum<'a>)]) -> Vec<(Option<&'a Party>, ByStatus)> {
        let mut all: Vec<(Option<&Party>, ByStatus)> = Vec::new();
        for (funder, sum) in sums {
            match all.last_mut().filter(|(last, _)| last == funder) {
                Some((_, known)) => {
                    add(known, &of(sum));
                }
                None => all.push((*funder, of(sum))),
            }
        }
        all
    }

    /// What comes from each programme with all that is part of it, and how many programmes are below each: in the order of
    /// the records.
    pub(crate) fn sums_by_programme(&self, sums: &[MoneySum<'a>]) -> Vec<(&'a ProgrammeId, ByStatus, usize)> {
        let programmes = &self.index.dataset().programmes;
        let mut own: HashMap<&ProgrammeId, ByStatus> = HashMap::new();
        for sum in sums {
            if let Some(programme) = sum.programme {
                add(own.entry(programme).or_default(), &of(sum));
            }
        }
        let places: HashMap<&ProgrammeId, usize> = programmes.iter().enumerate().map(|(place, one)| (&one.id, place)).rev().collect();
        let above: Vec<Option<usize>> =
            programmes.iter().map(|one| one.part_of.as_ref().and_then(|whole| places.get(whole).copied())).collect();
        let mut open = vec![0_usize; programmes.len()];
        for whole in above.iter().flatten() {
            if let Some(count) = open.get_mut(*whole) {
                *count = count.saturating_add(1);
            }
        }
        let mut all: Vec<(ByStatus, usize)> =
            programmes.iter().map(|one| (own.remove(&one.id).unwrap_or_default(), 0)).collect();
        // From the leaves upwards, so that each is added once; what goes round in a circle is not added to itself.
        let mut ready: Vec<usize> = (0..programmes.len()).filter(|place| open.get(*place) == Some(&0)).collect();
        while let Some(place) = ready.pop() {
            let Some(whole) = above.get(place).copied().flatten() else { continue };
            let Some((sums, below)) = all.get(place).cloned() else { continue };
            if let Some((known, count)) = all.get_mut(whole) {
                add(known, &sums);
                *count = count.saturating_add(below).saturating_add(1);
            }
            if let Some(count) = open.get_mut(whole) {
                *count = count.saturating_sub(1);
                if *count == 0 {
                    ready.push(whole);
                }
            }
        }
        programmes.iter().zip(all).map(|(one, (sums, below))| (&one.id, sums, below)).collect()
    }

    /// What is given in each year; under none, what has no date.
    pub(crate) fn sums_by_year(&self, sums: &[MoneySum<'a>]) -> BTreeMap<Option<u16>, ByStatus> {
        let mut all: BTreeMap<Option<u16>, ByStatus> = BTreeMap::new();
        for sum in sums {
            add(all.entry(sum.year).or_default(), &of(sum));
        }
        all
    }
}

/// The budgets that hold: where one of a period was revised, the revised one takes its place.
pub(crate) fn in_force(budgets: &[Budget]) -> Vec<&Budget> {
    let revised = |budget: &&Budget| budget.revised == Some(true);
    let periods: Vec<_> = budgets.iter().filter(revised).map(|budget| (&budget.period, budget.amount.currency)).collect();
    let is_replaced =
        |budget: &&Budget| !revised(budget) && periods.contains(&(&budget.period, budget.amount.currency));
    budgets.iter().filter(|budget| !is_replaced(budget)).collect()
}
