//! Sums of money by one thing at a time, and of programmes with all below them.

use super::{NOT_STATED, Reader};
use cooperation::rust_decimal::Decimal as Exact;
use cooperation::{
    CurrencyCode, Money, Party, Period, ProgrammeId, Project, codes::FundingStatus, index::MoneySum,
    model::Budget,
};
use std::collections::{BTreeMap, HashMap, HashSet};

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

/// Adds to everything what is below it: from the leaves upwards, so that each is added once. What goes round in a circle
/// is not added to itself.
fn roll_up<T: Clone>(above: &[Option<usize>], all: &mut [T], mut add: impl FnMut(&mut T, &T)) {
    let mut open = vec![0_usize; above.len()];
    for whole in above.iter().flatten() {
        if let Some(count) = open.get_mut(*whole) {
            *count = count.saturating_add(1);
        }
    }
    let mut ready: Vec<usize> = (0..above.len()).filter(|place| open.get(*place) == Some(&0)).collect();
    while let Some(place) = ready.pop() {
        let Some(whole) = above.get(place).copied().flatten() else { continue };
        let Some(below) = all.get(place).cloned() else { continue };
        if let Some(known) = all.get_mut(whole) {
            add(known, &below);
        }
        if let Some(count) = open.get_mut(whole) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                ready.push(whole);
            }
        }
    }
}

/// The budgets of projects: exact sums by currency, and how many projects these are of.
#[derive(Clone, Debug, Default)]
pub(crate) struct Budgets {
    pub(crate) sums: BTreeMap<CurrencyCode, Exact>,
    pub(crate) projects: i64,
    /// How many projects there are, those without a budget included.
    pub(crate) all: i64,
}

impl Budgets {
    /// Adds others, or with -1 takes them away.
    fn add(&mut self, other: &Self, sign: i64) {
        self.projects = self.projects.saturating_add(other.projects.saturating_mul(sign));
        self.all = self.all.saturating_add(other.all.saturating_mul(sign));
        for (currency, amount) in &other.sums {
            let sum = self.sums.entry(*currency).or_default();
            *sum = sum.saturating_add(amount.saturating_mul(Exact::from(sign)));
        }
    }
}

impl<'a> Reader<'a> {
    /// For each programme the one that it is part of, by their places in the list.
    fn programmes_above(&self) -> (HashMap<&'a ProgrammeId, usize>, Vec<Option<usize>>) {
        let programmes = &self.index.dataset().programmes;
        let places: HashMap<&ProgrammeId, usize> =
            programmes.iter().enumerate().map(|(place, one)| (&one.id, place)).rev().collect();
        let above = programmes.iter().enumerate().map(|(own, one)| {
            one.part_of.as_ref().and_then(|whole| places.get(whole).copied()).filter(|whole| *whole != own)
        });
        let above = above.collect();
        (places, above)
    }

    /// The budgets of the projects under each programme and under all below it, each project once.
    pub(crate) fn budgets_by_programme(&self) -> Vec<Budgets> {
        let (places, above) = self.programmes_above();
        let mut all: Vec<Budgets> = above.iter().map(|_| Budgets::default()).collect();
        for project in &self.index.dataset().projects {
            let own = budgets_of(project);
            // Where two of its programmes are below the same, the project is there twice: once of it is taken away.
            let mut seen: HashSet<usize> = HashSet::new();
            let several = project.programmes.len() > 1;
            for place in project.programmes.iter().filter_map(|id| places.get(id).copied()) {
                if !seen.insert(place) {
                    continue;
                }
                if let Some(sums) = all.get_mut(place) {
                    sums.add(&own, 1);
                }
                let mut next = above.get(place).copied().flatten().filter(|_| several);
                while let Some(whole) = next {
                    if !seen.insert(whole) {
                        if let Some(sums) = all.get_mut(whole) {
                            sums.add(&own, -1);
                        }
                        break;
                    }
                    next = above.get(whole).copied().flatten();
                }
            }
        }
        roll_up(&above, &mut all, |whole, part| whole.add(part, 1));
        all
    }

    /// How many projects are under a programme and all below it.
    pub(crate) fn projects_below(&self, programme: &ProgrammeId) -> usize {
        let all = self.under.get_or_init(|| {
            let sums = self.budgets_by_programme();
            let counts = sums.iter().map(|budgets| usize::try_from(budgets.all).unwrap_or(0));
            self.index.dataset().programmes.iter().map(|one| one.id.to_string()).zip(counts).collect()
        });
        all.get(programme.as_str()).copied().unwrap_or(0)
    }

    /// Sums by currency in words.
    pub(crate) fn budget_sums(&self, sums: &BTreeMap<CurrencyCode, Exact>) -> String {
        let sums: Vec<String> =
            sums.iter().map(|(currency, sum)| self.words.sum(*sum, currency.as_str())).collect();
        if sums.is_empty() { self.words.label(NOT_STATED).to_owned() } else { sums.join(" + ") }
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
        let (_, above) = self.programmes_above();
        let mut all: Vec<(ByStatus, usize)> =
            programmes.iter().map(|one| (own.remove(&one.id).unwrap_or_default(), 0)).collect();
        roll_up(&above, &mut all, |(sums, count), (others, below)| {
            add(sums, others);
            *count = count.saturating_add(*below).saturating_add(1);
        });
        programmes.iter().zip(all).map(|(one, (sums, below))| (&one.id, sums, below)).collect()
    }
}

/// The budgets that hold: where one of a period was revised, the revised one takes its place.
pub(crate) fn in_force(budgets: &[Budget]) -> Vec<&Budget> {
    let revised = |budget: &&Budget| budget.revised == Some(true);
    let key = |budget: &Budget| {
        let [start, end] = [|period: &Period| period.start, |period: &Period| period.end]
            .map(|end| budget.period.as_ref().and_then(end));
        (start.map(|date| date.to_string()), end.map(|date| date.to_string()), budget.amount.currency)
    };
    let periods: HashSet<_> = budgets.iter().filter(revised).map(key).collect();
    let is_replaced = |budget: &&Budget| !revised(budget) && periods.contains(&key(budget));
    budgets.iter().filter(|budget| !is_replaced(budget)).collect()
}

/// The budget of a project: the one that is stated as a whole, or else those of its periods that hold.
pub(crate) fn budgets_of(project: &Project) -> Budgets {
    let mut own = Budgets { all: 1, ..Budgets::default() };
    let amounts: Vec<&Money> = match &project.budget {
        Some(budget) => vec![budget],
        None => in_force(&project.budgets).into_iter().map(|budget| &budget.amount).collect(),
    };
    for amount in amounts {
        let sum = own.sums.entry(amount.currency).or_default();
        *sum = sum.saturating_add(amount.amount.value());
    }
    own.projects = i64::from(!own.sums.is_empty());
    own
}

/// How many per cent one amount is of another, with one decimal.
pub(crate) fn per_cent(part: Exact, whole: Exact) -> Option<String> {
    if whole <= Exact::ZERO {
        return None;
    }
    let share = part.checked_mul(Exact::ONE_HUNDRED)?.checked_div(whole)?.round_dp(1).normalize();
    Some(share.to_string())
}

/// What each funder gives; under none, what names no funder.
pub(crate) fn sums_by_funder<'a>(
    sums: &[(Option<&'a Party>, MoneySum<'a>)],
) -> Vec<(Option<&'a Party>, ByStatus)> {
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

/// What is given in each year; under none, what has no date.
pub(crate) fn sums_by_year(sums: &[MoneySum]) -> BTreeMap<Option<u16>, ByStatus> {
    let mut all: BTreeMap<Option<u16>, ByStatus> = BTreeMap::new();
    for sum in sums {
        add(all.entry(sum.year).or_default(), &of(sum));
    }
    all
}
