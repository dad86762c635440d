//! How much money: exact sums, in which nothing is counted twice.

use super::ledger::{Concerned, Entry};
use super::relations::Index;
use crate::model::{Mention as _, Party, ProgrammeId, ProjectId, RefersTo, Subject};
use crate::order::in_order;
use crate::values::{FundingStatus, PartialDate, SumOverflow, Totals};
use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};
use std::mem::take;

/// The money of one programme, year and status, with one exact sum for each currency.
///
/// [`Index::money`] and the other sums return one for each programme, year and status. Sums are separate for each
/// status, because disbursed money has usually been counted as committed money before. If a funding record and its
/// parts (`part_of`) have the same status, the whole is counted if its amount is stated, and the parts otherwise. A
/// part inherits programme, funder, recipient, subject and status from the whole if it does not state them; its year
/// is its own.
///
/// A sub-grant (`out_of`) is not counted in addition to the grant that pays for it, if both are in the selection, have
/// the same status, and the amount of the grant or of its parts is stated; otherwise the sub-grant is counted. Sums by
/// funder include all money that each funder pays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, serde::Serialize)]
#[non_exhaustive]
pub struct MoneySum<'a> {
    /// Programme that the money comes from; `None` if not stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub programme: Option<&'a ProgrammeId>,
    /// Year of the award, commitment or payment; `None` if no date is stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// Payment status, such as committed or disbursed; `None` if not stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<&'a FundingStatus>,
    /// Sums of the stated amounts, by currency.
    pub totals: Totals,
    /// Number of funding records in the sums.
    pub counted: usize,
    /// Number of funding records without a stated amount, where neither the whole nor any part states one.
    pub without_amount: usize,
}

impl<'a> Index<'a> {
    /// Returns all money, by programme, year and status.
    ///
    /// # Errors
    /// Returns an error if a sum cannot be represented exactly.
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
    /// assert_eq!((money[0].counted, money[0].without_amount), (1, 1));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn money(&self) -> Result<Vec<MoneySum<'a>>, SumOverflow> {
        Ok(self.sum(&self.everything(), false)?.into_iter().map(|(_, sum)| sum).collect())
    }

    /// Returns all money by funder, and for each funder by programme, year and status. Money without a stated funder
    /// comes first.
    ///
    /// Parts of a funding record are included in the sum of the whole. Money that a recipient passes on is in the sums
    /// of both funders, so sums of different funders must not be added up.
    ///
    /// # Errors
    /// Returns an error if a sum cannot be represented exactly.
    pub fn money_per_funder(&self) -> Result<Vec<(Option<&'a Party>, MoneySum<'a>)>, SumOverflow> {
        self.sum(&self.everything(), true)
    }

    /// Returns the money for a subject.
    ///
    /// # Errors
    /// Returns an error if a sum cannot be represented exactly.
    pub fn money_of(&self, subject: &impl RefersTo<Subject>) -> Result<Vec<MoneySum<'a>>, SumOverflow> {
        self.sum_of(Concerned::Of(subject.key()))
    }

    /// Returns the money that comes from a programme.
    ///
    /// # Errors
    /// Returns an error if a sum cannot be represented exactly.
    pub fn money_by_programme(&self, programme: &ProgrammeId) -> Result<Vec<MoneySum<'a>>, SumOverflow> {
        self.sum_of(Concerned::Programme(programme.key()))
    }

    /// Returns the money that a party gives.
    ///
    /// # Errors
    /// Returns an error if a sum cannot be represented exactly.
    pub fn money_by(&self, funder: &impl RefersTo<Party>) -> Result<Vec<MoneySum<'a>>, SumOverflow> {
        self.sum_of(Concerned::Funder(funder.key()))
    }

    /// Returns the money that a party receives.
    ///
    /// # Errors
    /// Returns an error if a sum cannot be represented exactly.
    pub fn money_to(&self, recipient: &impl RefersTo<Party>) -> Result<Vec<MoneySum<'a>>, SumOverflow> {
        self.sum_of(Concerned::Recipient(recipient.key()))
    }

    /// Returns the total of the money for a subject with this status, one sum for each currency. Pass `None` for money
    /// whose status is not stated.
    ///
    /// There is no total over all statuses, because disbursed money has usually been counted as committed money
    /// before.
    ///
    /// # Errors
    /// Returns an error if a sum cannot be represented exactly.
    pub fn total_of(
        &self,
        subject: &impl RefersTo<Subject>,
        status: Option<&FundingStatus>,
    ) -> Result<Totals, SumOverflow> {
        total(&self.money_of(subject)?, status)
    }

    /// Returns the total of the money that a party gives, with this status. See [`total_of`](Index::total_of).
    ///
    /// # Errors
    /// Returns an error if a sum cannot be represented exactly.
    pub fn total_by(
        &self,
        funder: &impl RefersTo<Party>,
        status: Option<&FundingStatus>,
    ) -> Result<Totals, SumOverflow> {
        total(&self.money_by(funder)?, status)
    }

    /// Returns the total of the money that a party receives, with this status. See [`total_of`](Index::total_of).
    ///
    /// # Errors
    /// Returns an error if a sum cannot be represented exactly.
    ///
    /// # Examples
    ///
    /// ```
    /// use cooperation::{Dataset, OrganizationId, codes::FundingStatus};
    ///
    /// let dataset = Dataset::from_json(r#"{"version": "1.0", "funding": [
    ///     {"id": "a", "recipient": {"organization": "trust"}, "status": "committed", "date": "2016",
    ///      "amount": {"amount": "100.00", "currency": "EUR"}},
    ///     {"id": "b", "recipient": {"organization": "trust"}, "status": "committed", "date": "2017",
    ///      "amount": {"amount": "50.00", "currency": "EUR"}}
    /// ]}"#)?;
    /// let total = dataset.index().total_to(&OrganizationId::new("trust")?, Some(&FundingStatus::Committed))?;
    /// assert_eq!(total.to_string(), "150.00 EUR");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn total_to(
        &self,
        recipient: &impl RefersTo<Party>,
        status: Option<&FundingStatus>,
    ) -> Result<Totals, SumOverflow> {
        total(&self.money_to(recipient)?, status)
    }

    /// Returns the total of the money that comes from a programme, with this status. See
    /// [`total_of`](Index::total_of).
    ///
    /// # Errors
    /// Returns an error if a sum cannot be represented exactly.
    pub fn total_by_programme(
        &self,
        programme: &ProgrammeId,
        status: Option<&FundingStatus>,
    ) -> Result<Totals, SumOverflow> {
        total(&self.money_by_programme(programme)?, status)
    }

    /// Returns the sum of the budgets of all participations in a project.
    ///
    /// # Errors
    /// Returns an error if a sum cannot be represented exactly.
    pub fn participation_budgets_in(&self, project: &ProjectId) -> Result<Totals, SumOverflow> {
        self.participations_in(project).filter_map(|part| part.budget.as_ref()).sum()
    }

    /// Returns the sum of the budgets of all participations of a party.
    ///
    /// # Errors
    /// Returns an error if a sum cannot be represented exactly.
    ///
    /// # Examples
    ///
    /// ```
    /// use cooperation::{Dataset, OrganizationId};
    ///
    /// let dataset = Dataset::from_json(r#"{"version": "1.0", "participations": [
    ///     {"id": "a", "party": {"organization": "trust"}, "project": "blue",
    ///      "budget": {"amount": "10", "currency": "EUR"}},
    ///     {"id": "b", "party": {"organization": "trust"}, "project": "green",
    ///      "budget": {"amount": "5.50", "currency": "EUR"}}
    /// ]}"#)?;
    /// let trust = OrganizationId::new("trust")?;
    /// assert_eq!(dataset.index().participation_budgets_of(&trust)?.to_string(), "15.50 EUR");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn participation_budgets_of(&self, party: &impl RefersTo<Party>) -> Result<Totals, SumOverflow> {
        self.participations_of(party).filter_map(|part| part.budget.as_ref()).sum()
    }

    /// The places of all entries of the ledger.
    fn everything(&self) -> Vec<usize> {
        (0..self.ledger().len()).collect()
    }

    fn sum_of(&self, whom: Concerned<'_>) -> Result<Vec<MoneySum<'a>>, SumOverflow> {
        let asked = self.ledger().concerning(whom, &self.dataset().funding, self.ids());
        Ok(self.sum(&asked, false)?.into_iter().map(|(_, sum)| sum).collect())
    }

    /// Sums up entries of the ledger, which are given in order, by programme, year and status, and by funder first where
    /// that is asked for.
    fn sum(
        &self,
        asked: &[usize],
        by_funder: bool,
    ) -> Result<Vec<(Option<&'a Party>, MoneySum<'a>)>, SumOverflow> {
        let counted = self.without_doubles(asked, by_funder);
        // Which sum each belongs to. The sums are made in their order, but added to in the order of the entries: where a
        // sum cannot be kept exactly, it is the first such that is reported.
        let compare = |one, other| match (counted.get(one), counted.get(other)) {
            (Some(one), Some(other)) => self.by_sum(one, other, by_funder),
            _ => Ordering::Equal,
        };
        let order = in_order(counted.len(), &compare);
        let mut sums = Vec::new();
        let mut sum_of = vec![0; counted.len()];
        for (number, same) in order.chunk_by(|&one, &other| compare(one, other).is_eq()).enumerate() {
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
                sum.without_amount = sum.without_amount.saturating_add(1);
            }
        }
        Ok(sums)
    }

    /// The sources that an entry is passed on out of, in some steps, and where they end; the nearest first, and of all
    /// that are asked for each once.
    fn new_sources(&self, place: usize, known: &mut HashSet<usize>) -> Vec<(usize, usize)> {
        let (ledger, list) = (self.ledger(), &self.dataset().funding);
        let mut found = Vec::new();
        let mut below = place;
        while let Some(source) = ledger.whole(below).and_then(|whole| ledger.entry(whole, list)?.source)
            && known.insert(source)
        {
            found.extend(ledger.entry(source, list).map(|entry| (source, entry.end)));
            below = source;
        }
        found
    }

    /// For each of some entries the next of them that is a part of the same whole.
    fn next_of_whole(&self, asked: &[usize]) -> Vec<Option<usize>> {
        let mut nearest = HashMap::new();
        let mut next = vec![None; asked.len()];
        for (&place, next) in asked.iter().zip(&mut next).rev() {
            *next = self.ledger().whole(place).and_then(|whole| nearest.insert(whole, place));
        }
        next
    }

    /// Of entries of the ledger those that count: where a whole and its parts have come equally far, the whole if its
    /// amount is stated, otherwise the parts. Money that is passed on is within what it comes out of, but for sums by
    /// funder: there it is money of another funder.
    fn without_doubles(&self, asked: &[usize], by_funder: bool) -> Vec<Entry<'a>> {
        let (ledger, list) = (self.ledger(), &self.dataset().funding);
        let mut counted = Vec::with_capacity(asked.len());
        let next_of_whole = self.next_of_whole(asked);
        // The counted wholes that the one looked at is a part of: until where their parts reach, and their status. No
        // two of them have the same, so that a set knows which are there.
        let mut above: Vec<(usize, Option<&FundingStatus>)> = Vec::new();
        let mut statuses = HashSet::new();
        // The counted amounts of each whole, with their places: what is not before a source is one of its parts.
        let mut parts: HashMap<_, Vec<(usize, Option<&FundingStatus>)>> = HashMap::new();
        let mut known = HashSet::new();
        // What the money passed on by another funder is within, to go on with after it.
        let mut outside = Vec::new();
        for (&place, next) in asked.iter().zip(next_of_whole) {
            let Some(entry) = ledger.entry(place, list) else { continue };
            while let Some((_, before)) = outside.pop_if(|(end, _)| *end <= place) {
                (above, statuses) = before;
            }
            if by_funder && entry.source.is_some() {
                outside.push((entry.end, (take(&mut above), take(&mut statuses))));
            }
            while let Some((_, status)) = above.pop_if(|(end, _)| *end <= place) {
                statuses.remove(&status);
            }
            // What a source comes to is counted with its parts: no money of their statuses that is passed on out of it
            // counts.
            let sources = if by_funder { Vec::new() } else { self.new_sources(place, &mut known) };
            for (source, end) in sources.into_iter().rev() {
                let amounts = parts.get(&ledger.whole(source)).map(Vec::as_slice).unwrap_or_default();
                for &(_, status) in amounts.iter().rev().take_while(|(of_source, _)| *of_source >= source) {
                    if statuses.insert(status) {
                        above.push((end, status));
                    }
                }
            }
            let has_parts = next.is_some_and(|next| next < entry.parts_end);
            let has_amount = entry.funding.amount.is_some();
            if statuses.contains(&entry.status) || (!has_amount && has_parts) {
                continue;
            }
            if has_amount {
                above.push((entry.end, entry.status));
                statuses.insert(entry.status);
                parts.entry(ledger.whole(place)).or_default().push((place, entry.status));
            }
            counted.push(entry);
        }
        counted
    }
}

/// The total of the sums with a status.
#[inline]
fn total(sums: &[MoneySum<'_>], status: Option<&FundingStatus>) -> Result<Totals, SumOverflow> {
    sums.iter().filter(|sum| sum.status == status).map(|sum| &sum.totals).sum()
}

fn year(entry: &Entry<'_>) -> Option<u16> {
    entry.funding.date.map(PartialDate::year)
}

impl Index<'_> {
    /// The order of the sums that two entries belong to.
    fn by_sum(&self, one: &Entry<'_>, other: &Entry<'_>, by_funder: bool) -> Ordering {
        let (payer, other_payer) = (one.funder.map(Party::key), other.funder.map(Party::key));
        let by_funder = if by_funder {
            payer.map(|key| self.ids().first(key)).cmp(&other_payer.map(|key| self.ids().first(key)))
        } else {
            Ordering::Equal
        };
        by_funder
            .then_with(|| one.programme.cmp(&other.programme))
            .then_with(|| year(one).cmp(&year(other)))
            .then_with(|| one.status.cmp(&other.status))
    }
}
