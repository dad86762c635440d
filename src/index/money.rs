//! How much money: exact sums, in which nothing is counted twice.

use super::Index;
use crate::model::{Funding, Party, ProgrammeId, Subject};
use crate::values::{FundingStatus, Overflow, PartialDate, Totals};
use std::collections::{BTreeMap, HashMap, HashSet};

/// The money of one programme in one year that has come equally far: exact sums, one for each currency.
///
/// [`Index::money`] and its like give one for each programme, year and status. Promised and paid money stand apart, since
/// what is paid was promised before. Where a funding and its parts have come equally far, the whole is counted if its
/// amount is stated, otherwise the parts are: never both. A part that does not say so itself comes from the programme and
/// the funder of its whole, goes to the same recipient and subject, and has come as far; its year is its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct MoneySum<'a> {
    /// The programme that the money comes from; `None` where none is stated.
    pub programme: Option<&'a ProgrammeId>,
    /// The year of the date at which it was awarded, committed or paid; `None` where no date is stated.
    pub year: Option<u16>,
    /// How far it has come; `None` where that is not stated.
    pub status: Option<&'a FundingStatus>,
    /// The sums of what is stated.
    pub totals: Totals,
    /// How many funding records are in the sums.
    pub counted: usize,
    /// How many funding records there are whose amount is not stated, neither as a whole nor in parts.
    pub silent: usize,
}

impl<'a> Index<'a> {
    /// All money, by programme, year and status.
    ///
    /// # Errors
    /// When a sum would no longer be exact.
    ///
    /// # Examples
    ///
    /// ```
    /// use cooperation::{Dataset, Index};
    ///
    /// let dataset = Dataset::from_json(r#"{"version": "1.0", "funding": [
    ///     {"id": "whole", "programme": "nordplus", "date": "2016", "amount": {"amount": "100.00", "currency": "EUR"}},
    ///     {"id": "part", "part_of": "whole", "date": "2017", "amount": {"amount": "40.00", "currency": "EUR"}},
    ///     {"id": "other", "programme": "nordplus", "date": "2016-04"}
    /// ]}"#)?;
    /// let money = Index::new(&dataset).money()?;
    /// assert_eq!(money.len(), 1);
    /// assert_eq!((money[0].year, money[0].totals.to_string()), (Some(2016), "100.00 EUR".to_owned()));
    /// assert_eq!((money[0].counted, money[0].silent), (1, 1));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn money(&self) -> Result<Vec<MoneySum<'a>>, Overflow> {
        self.sum(|_| true)
    }

    /// All money by who gives it, and for each funder by programme, year and status; first that whose funder is not
    /// stated. What is a part of another's money is in the sum of the whole.
    ///
    /// # Errors
    /// When a sum would no longer be exact.
    pub fn money_per_funder(&self) -> Result<Vec<(Option<&'a Party>, MoneySum<'a>)>, Overflow> {
        let mut funders: BTreeMap<_, Option<&'a Party>> = BTreeMap::new();
        let key = |told: &Told<'a>| {
            let key = told.funder.map(Party::key);
            funders.insert(key, told.funder);
            key
        };
        let sums = sums(&told(&self.dataset().funding), |_| true, key)?;
        Ok(sums.into_iter().filter_map(|((key, ..), sum)| Some((*funders.get(&key)?, sum))).collect())
    }

    /// The money for a subject.
    ///
    /// # Errors
    /// When a sum would no longer be exact.
    pub fn money_of(&self, subject: &Subject) -> Result<Vec<MoneySum<'a>>, Overflow> {
        self.sum(|told| told.of == Some(subject))
    }

    /// The money that comes from a programme.
    ///
    /// # Errors
    /// When a sum would no longer be exact.
    pub fn money_by_programme(&self, programme: &ProgrammeId) -> Result<Vec<MoneySum<'a>>, Overflow> {
        self.sum(|told| told.programme == Some(programme))
    }

    /// The money that a party gives.
    ///
    /// # Errors
    /// When a sum would no longer be exact.
    pub fn money_by(&self, funder: &Party) -> Result<Vec<MoneySum<'a>>, Overflow> {
        self.sum(|told| told.funder == Some(funder))
    }

    /// The money that a party receives.
    ///
    /// # Errors
    /// When a sum would no longer be exact.
    pub fn money_to(&self, recipient: &Party) -> Result<Vec<MoneySum<'a>>, Overflow> {
        self.sum(|told| told.recipient == Some(recipient))
    }

    fn sum(&self, is_asked: impl Fn(&Told<'a>) -> bool) -> Result<Vec<MoneySum<'a>>, Overflow> {
        Ok(sums(&told(&self.dataset().funding), is_asked, |_| ())?.into_values().collect())
    }
}

/// By what money is summed up: what a question adds, the programme, the year and the status.
type Key<'a, K> = (K, Option<&'a ProgrammeId>, Option<u16>, Option<&'a FundingStatus>);

/// Sums up the fundings that are asked for.
fn sums<'a, K: Ord>(
    told: &[Told<'a>],
    is_asked: impl Fn(&Told<'a>) -> bool,
    mut key: impl FnMut(&Told<'a>) -> K,
) -> Result<BTreeMap<Key<'a, K>, MoneySum<'a>>, Overflow> {
    let asked: Vec<usize> =
        told.iter().enumerate().filter(|(_, one)| is_asked(one)).map(|(place, _)| place).collect();
    let mut sums: BTreeMap<Key<'a, K>, MoneySum<'a>> = BTreeMap::new();
    // The counted fundings that the one looked at is a part of: until where their parts reach, and their status.
    let mut above: Vec<(usize, Option<&FundingStatus>)> = Vec::new();
    let mut counted = HashSet::new();
    for (number, &place) in (1..).zip(&asked) {
        let Some(one) = told.get(place) else { continue };
        while let Some((_, status)) = above.pop_if(|(end, _)| *end <= place) {
            counted.remove(&status);
        }
        let has_parts = asked.get(number).is_some_and(|&next| next < one.end);
        if counted.contains(&one.status) || (one.funding.amount.is_none() && has_parts) {
            continue;
        }
        let (programme, status) = (one.programme, one.status);
        let year = one.funding.date.map(PartialDate::year);
        let sum = sums.entry((key(one), programme, year, status)).or_insert_with(|| MoneySum {
            programme,
            year,
            status,
            ..MoneySum::default()
        });
        if let Some(amount) = &one.funding.amount {
            sum.totals.add(amount)?;
            sum.counted = sum.counted.saturating_add(1);
            above.push((one.end, status));
            counted.insert(status);
        } else {
            sum.silent = sum.silent.saturating_add(1);
        }
    }
    Ok(sums)
}

/// A funding with what it or, where it does not say so, its whole says.
#[derive(Clone, Copy)]
struct Told<'a> {
    funding: &'a Funding,
    of: Option<&'a Subject>,
    programme: Option<&'a ProgrammeId>,
    funder: Option<&'a Party>,
    recipient: Option<&'a Party>,
    status: Option<&'a FundingStatus>,
    /// The place after its last part, the parts of parts included.
    end: usize,
}

impl<'a> Told<'a> {
    fn new(funding: &'a Funding, whole: Option<Self>) -> Self {
        Self {
            funding,
            of: funding.of.as_ref().or(whole.and_then(|whole| whole.of)),
            programme: funding.programme.as_ref().or(whole.and_then(|whole| whole.programme)),
            funder: funding.funder.as_ref().or(whole.and_then(|whole| whole.funder)),
            recipient: funding.recipient.as_ref().or(whole.and_then(|whole| whole.recipient)),
            status: funding.status.as_ref().or(whole.and_then(|whole| whole.status)),
            end: 0,
        }
    }
}

/// The fundings, each followed by its parts. Where the data go round in a circle, the first in the list is the whole.
fn told(list: &[Funding]) -> Vec<Told<'_>> {
    let mut places: HashMap<&str, usize> = HashMap::with_capacity(list.len());
    for (place, funding) in list.iter().enumerate() {
        places.entry(funding.id.as_str()).or_insert(place);
    }
    let whole = |funding: &Funding| funding.part_of.as_ref().and_then(|id| places.get(id.as_str())).copied();
    let mut parts: HashMap<usize, Vec<usize>> = HashMap::new();
    for (place, funding) in list.iter().enumerate() {
        if let Some(whole) = whole(funding) {
            parts.entry(whole).or_default().push(place);
        }
    }
    // Wholes first; what is left when they and their parts are told goes round in a circle.
    let tops = list.iter().enumerate().filter(|(_, funding)| whole(funding).is_none());
    let mut told: Vec<Told> = Vec::with_capacity(list.len());
    let mut seen = HashSet::with_capacity(list.len());
    for (top, _) in tops.chain(list.iter().enumerate()) {
        let mut open = vec![(top, None)];
        // The fundings whose parts are being told, by their places in what is told.
        let mut within: Vec<usize> = Vec::new();
        while let Some((place, whole)) = open.pop() {
            let Some(funding) = list.get(place).filter(|_| seen.insert(place)) else { continue };
            let number = told.len();
            while let Some(done) = within.pop_if(|last| Some(*last) != whole) {
                close(&mut told, done, number);
            }
            told.push(Told::new(funding, whole.and_then(|whole| told.get(whole).copied())));
            within.push(number);
            let below = parts.get(&place).into_iter().flatten().rev();
            open.extend(below.map(|&part| (part, Some(number))));
        }
        let end = told.len();
        for done in within {
            close(&mut told, done, end);
        }
    }
    told
}

fn close(told: &mut [Told], place: usize, end: usize) {
    if let Some(one) = told.get_mut(place) {
        one.end = end;
    }
}
