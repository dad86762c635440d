//! How much money: exact sums, in which nothing is counted twice.

use super::ledger::{Concerned, Entry};
use super::relations::Index;
use crate::model::{Party, ProgrammeId, Subject};
use crate::values::{FundingStatus, Overflow, PartialDate, Totals};
use std::cmp::Ordering;
use std::collections::HashSet;

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
        Ok(self.sum(&self.everything(), false)?.into_iter().map(|(_, sum)| sum).collect())
    }

    /// All money by who gives it, and for each funder by programme, year and status; first that whose funder is not
    /// stated. What is a part of another's money is in the sum of the whole.
    ///
    /// # Errors
    /// When a sum would no longer be exact.
    pub fn money_per_funder(&self) -> Result<Vec<(Option<&'a Party>, MoneySum<'a>)>, Overflow> {
        self.sum(&self.everything(), true)
    }

    /// The money for a subject.
    ///
    /// # Errors
    /// When a sum would no longer be exact.
    pub fn money_of(&self, subject: &Subject) -> Result<Vec<MoneySum<'a>>, Overflow> {
        self.sum_of(Concerned::Of(subject))
    }

    /// The money that comes from a programme.
    ///
    /// # Errors
    /// When a sum would no longer be exact.
    pub fn money_by_programme(&self, programme: &ProgrammeId) -> Result<Vec<MoneySum<'a>>, Overflow> {
        self.sum_of(Concerned::Programme(programme))
    }

    /// The money that a party gives.
    ///
    /// # Errors
    /// When a sum would no longer be exact.
    pub fn money_by(&self, funder: &Party) -> Result<Vec<MoneySum<'a>>, Overflow> {
        self.sum_of(Concerned::Funder(funder))
    }

    /// The money that a party receives.
    ///
    /// # Errors
    /// When a sum would no longer be exact.
    pub fn money_to(&self, recipient: &Party) -> Result<Vec<MoneySum<'a>>, Overflow> {
        self.sum_of(Concerned::Recipient(recipient))
    }

    /// The places of all entries of the ledger.
    fn everything(&self) -> Vec<usize> {
        (0..self.ledger().len()).collect()
    }

    fn sum_of(&self, whom: Concerned<'_>) -> Result<Vec<MoneySum<'a>>, Overflow> {
        let asked = self.ledger().concerning(whom, &self.dataset().funding, &self.ids);
        Ok(self.sum(&asked, false)?.into_iter().map(|(_, sum)| sum).collect())
    }

    /// Sums up entries of the ledger, which are given in order, by programme, year and status, and by funder first where
    /// that is asked for.
    fn sum(
        &self,
        asked: &[usize],
        by_funder: bool,
    ) -> Result<Vec<(Option<&'a Party>, MoneySum<'a>)>, Overflow> {
        let counted = self.without_doubles(asked);
        // Which sum each belongs to. The sums are made in their order, but added to in the order of the entries: where a
        // sum cannot be kept exactly, it is the first such that is reported.
        let mut order: Vec<usize> = (0..counted.len()).collect();
        let compare = |one: &usize, other: &usize| match (counted.get(*one), counted.get(*other)) {
            (Some(one), Some(other)) => by_sum(one, other, by_funder),
            _ => Ordering::Equal,
        };
        order.sort_unstable_by(|one, other| compare(one, other).then(one.cmp(other)));
        let mut sums = Vec::new();
        let mut sum_of = vec![0; counted.len()];
        for (number, same) in order.chunk_by(|one, other| compare(one, other).is_eq()).enumerate() {
            for &place in same {
                if let Some(sum) = sum_of.get_mut(place) {
                    *sum = number;
                }
            }
            if let Some(first) = same.first().and_then(|&first| counted.get(first)) {
                let sum = MoneySum {
                    programme: first.programme,
                    year: year(first),
                    status: first.status,
                    ..MoneySum::default()
                };
                sums.push((first.funder.filter(|_| by_funder), sum));
            }
        }
        for (entry, number) in counted.iter().zip(sum_of) {
            let Some((_, sum)) = sums.get_mut(number) else { continue };
            if let Some(amount) = &entry.funding.amount {
                sum.totals.add(amount)?;
                sum.counted = sum.counted.saturating_add(1);
            } else {
                sum.silent = sum.silent.saturating_add(1);
            }
        }
        Ok(sums)
    }

    /// Of entries of the ledger those that count: where a whole and its parts have come equally far, the whole if its
    /// amount is stated, otherwise the parts.
    fn without_doubles(&self, asked: &[usize]) -> Vec<Entry<'a>> {
        let (ledger, list) = (self.ledger(), &self.dataset().funding);
        let mut counted = Vec::with_capacity(asked.len());
        // The counted wholes that the one looked at is a part of: until where their parts reach, and their status. No two
        // of them have the same, so that a set knows which are there.
        let mut above: Vec<(usize, Option<&FundingStatus>)> = Vec::new();
        let mut statuses = HashSet::new();
        for (number, &place) in (1..).zip(asked) {
            let Some(entry) = ledger.entry(place, list) else { continue };
            while let Some((_, status)) = above.pop_if(|(end, _)| *end <= place) {
                statuses.remove(&status);
            }
            let has_parts = asked.get(number).is_some_and(|&next| next < entry.end);
            let has_amount = entry.funding.amount.is_some();
            if statuses.contains(&entry.status) || (!has_amount && has_parts) {
                continue;
            }
            if has_amount {
                above.push((entry.end, entry.status));
                statuses.insert(entry.status);
            }
            counted.push(entry);
        }
        counted
    }
}

fn year(entry: &Entry<'_>) -> Option<u16> {
    entry.funding.date.map(PartialDate::year)
}

/// The order of the sums that two entries belong to.
fn by_sum(one: &Entry<'_>, other: &Entry<'_>, by_funder: bool) -> Ordering {
    let funder = if by_funder {
        one.funder.map(Party::key).cmp(&other.funder.map(Party::key))
    } else {
        Ordering::Equal
    };
    funder
        .then_with(|| one.programme.cmp(&other.programme))
        .then_with(|| year(one).cmp(&year(other)))
        .then_with(|| one.status.cmp(&other.status))
}
