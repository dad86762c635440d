//! What was going on, and how sure that is.

use super::relations::Index;
use crate::model::{Membership, Project};
use crate::values::{PartialDate, Period, Truth};

impl<'a> Index<'a> {
    /// Returns the projects that were or may have been going on in a year, in a month or on a day, with the answer.
    /// The answer is [`Truth::Unknown`] if a missing date decides, or the period is reversed. Projects whose answer is [`Truth::No`] are left
    /// out.
    pub fn projects_touching(
        &self,
        date: PartialDate,
    ) -> impl Iterator<Item = (&'a Project, Truth)> + use<'a> {
        judged(
            &self.dataset().projects,
            |project| project.period.as_ref(),
            move |period| period.touches(date),
        )
    }

    /// Returns the projects that overlapped or may have overlapped with a period, with the answer.
    pub fn projects_overlapping(
        &self,
        other: &Period,
    ) -> impl Iterator<Item = (&'a Project, Truth)> + use<'a> {
        let other = other.clone();
        judged(
            &self.dataset().projects,
            |project| project.period.as_ref(),
            move |period| period.overlaps(&other),
        )
    }

    /// Returns the memberships that were or may have been valid in a year, in a month or on a day, with the answer.
    pub fn memberships_touching(
        &self,
        date: PartialDate,
    ) -> impl Iterator<Item = (&'a Membership, Truth)> + use<'a> {
        judged(
            &self.dataset().memberships,
            |member| member.period.as_ref(),
            move |period| period.touches(date),
        )
    }
}

/// The records for which the answer is not no; without a period it is unknown.
fn judged<'a, T>(
    records: &'a [T],
    period: impl Fn(&'a T) -> Option<&'a Period> + 'a,
    judge: impl Fn(&Period) -> Truth + 'a,
) -> impl Iterator<Item = (&'a T, Truth)> {
    records
        .iter()
        .map(move |record| (record, period(record).map_or(Truth::Unknown, &judge)))
        .filter(|(_, truth)| !truth.is_no())
}
