//! Involvements: memberships and participations, as the rules of several families look at them.

use super::ids::{IdRef, Ids, RecordPlace};
use super::interner::{Interned, Interner};
use super::observed::Observed;
use crate::dataset::RecordRef;
use crate::order::put_in_order;
use crate::values::{MembershipRole, PartialDate, ParticipationRole, Period, RecordKind, Status};
use chrono::NaiveDate;
use cooperation_derive::Fact;
use std::cmp::Ordering;

/// A party's involvement in a project, a network or an organization.
#[derive(Clone, Copy, Debug, PartialEq, Fact)]
pub(in crate::rules) struct Involvement {
    #[moves]
    pub place: RecordPlace,
    #[moves]
    pub of: IdRef,
    #[moves]
    pub party: IdRef,
    #[moves]
    pub role: Interned,
    pub span: Span,
    pub has_left: bool,
}

/// From when until when, as far as it is stated.
#[derive(Clone, Copy, Debug, PartialEq, Default, Fact)]
pub(in crate::rules) struct Span {
    pub start: Option<PartialDate>,
    pub end: Option<PartialDate>,
}

impl Span {
    pub(in crate::rules) fn of(period: Option<&Period>) -> Self {
        period.map_or(Self::default(), |period| Self { start: period.start, end: period.end })
    }

    pub(in crate::rules) const fn is_open(self) -> bool {
        self.start.is_none() && self.end.is_none()
    }

    pub(in crate::rules) const fn period(self) -> Period {
        Period { start: self.start, end: self.end, stated_duration: None }
    }

    /// The first and the last day on which it certainly was: every day where it has no dates, `None` where no day is
    /// certain, as with a start and an end in one year.
    pub(in crate::rules) fn certain_days(self) -> Option<(NaiveDate, NaiveDate)> {
        let start = self.start.map_or(NaiveDate::MIN, PartialDate::latest);
        let end = self.end.map_or(NaiveDate::MAX, PartialDate::earliest);
        (start <= end).then_some((start, end))
    }

    /// Whether it may have begun after another had ended, although both may have been on one day: the other ends in
    /// the year or month in which it starts.
    fn may_follow(self, before: Self) -> bool {
        let ends = self.start.zip(before.end);
        self != before
            && ends.is_some_and(|(start, end)| {
                start.latest() > end.earliest() && start.earliest() >= end.earliest()
            })
    }

    /// The first and the last day on which it may have been. A reversed period excludes no day.
    fn days(self) -> (NaiveDate, NaiveDate) {
        if self.period().is_reversed() {
            return (NaiveDate::MIN, NaiveDate::MAX);
        }
        let start = self.start.map_or(NaiveDate::MIN, PartialDate::earliest);
        (start, self.end.map_or(NaiveDate::MAX, PartialDate::latest))
    }
}

impl Involvement {
    /// The involvement that a membership or a participation states; other records state none.
    pub(super) fn of(observed: &Observed<'_>, ids: &mut Ids, words: &mut Interner) -> Option<Self> {
        let (of, party, role, period, has_left) = match observed.record {
            RecordRef::Membership(record) => {
                let role = record.role.as_ref().map(MembershipRole::as_str);
                (record.body.key(), record.member.key(), role, &record.period, false)
            }
            RecordRef::Participation(record) => {
                let role = record.role.as_ref().map(ParticipationRole::as_str);
                let has_left =
                    matches!(record.status, Some(Status::Ended | Status::Cancelled | Status::Replaced))
                        && record.period.as_ref().is_none_or(|period| period.end.is_none());
                let project = (RecordKind::Project, record.project.as_str());
                (project, record.party.key(), role, &record.period, has_left)
            }
            _ => return None,
        };
        Some(Self {
            place: observed.at.place,
            of: ids.mention(of),
            party: ids.mention(party),
            role: words.intern(role.unwrap_or_default()),
            span: Span::of(period.as_ref()),
            has_left,
        })
    }
}

/// The involvements in each body together, and in it those of each party.
pub(in crate::rules) fn by_body(mut involvements: Vec<Involvement>) -> Vec<Involvement> {
    // Mostly they come body by body: then only the few of each are put in order. One sort by all four keys compares 15
    // bytes at every step for what is decided by the first five.
    if !involvements.is_sorted_by_key(|one| one.of) {
        sort(&mut involvements, &|one, other| one.of.cmp(&other.of));
    }
    for body in involvements.chunk_by_mut(|one, other| one.of == other.of) {
        sort(body, &|one, other| {
            (one.party, one.role, one.place).cmp(&(other.party, other.role, other.place))
        });
    }
    involvements
}

/// In place, and compiled once: there are millions of these.
fn sort(involvements: &mut [Involvement], compare: &dyn Fn(&Involvement, &Involvement) -> Ordering) {
    involvements.sort_unstable_by(compare);
}

/// Of involvements that belong together those that may have been at the same time: each later one with an earlier one.
pub(in crate::rules) struct Overlaps {
    found: Vec<(RecordPlace, RecordPlace)>,
    /// Those that may have been at the same time or one directly after the other: an end and a start in one year or
    /// month.
    adjoining: Vec<(RecordPlace, RecordPlace)>,
    days: Vec<((NaiveDate, NaiveDate), RecordPlace, Span)>,
}

impl Overlaps {
    pub(in crate::rules) const fn new() -> Self {
        Self { found: Vec::new(), adjoining: Vec::new(), days: Vec::new() }
    }

    /// Looks at some that belong together.
    pub(in crate::rules) fn look_at(
        &mut self,
        together: &[Involvement],
        is_meant: impl Fn(&Involvement) -> bool,
    ) {
        // Most are alone.
        if together.len() < 2 {
            return;
        }
        self.days.clear();
        for one in together {
            if is_meant(one) {
                self.days.push((one.span.days(), one.place, one.span));
            }
        }
        self.compare();
    }

    fn compare(&mut self) {
        let Self { found, adjoining, days } = self;
        if days.len() < 2 {
            return;
        }
        put_in_order(days, &|(one, place, _), (other, later, _)| (one, place).cmp(&(other, later)));
        let mut longest: Option<(NaiveDate, RecordPlace, Span)> = None;
        for &((start, end), place, span) in &*days {
            if let Some((until, other, before)) = longest.filter(|(until, ..)| start <= *until) {
                let list = if span.may_follow(before) { &mut *adjoining } else { &mut *found };
                list.push((place.max(other), place.min(other)));
                longest = Some(if end > until { (end, place, span) } else { (until, other, before) });
            } else {
                longest = Some((end, place, span));
            }
        }
    }

    /// As [`found`](Self::found), of those that may also have been one directly after the other.
    pub(in crate::rules) fn take_adjoining(&mut self) -> Vec<(RecordPlace, RecordPlace)> {
        first_of_each(std::mem::take(&mut self.adjoining))
    }

    /// As [`found`](Self::found), with those that may also have been one directly after the other.
    pub(in crate::rules) fn possible(mut self) -> Vec<(RecordPlace, RecordPlace)> {
        self.found.append(&mut self.adjoining);
        first_of_each(self.found)
    }

    /// For each record that overlaps with one before it the first such, in the order of the records.
    pub(in crate::rules) fn found(self) -> Vec<(RecordPlace, RecordPlace)> {
        first_of_each(self.found)
    }
}

/// Of pairs of a record and one before it, for each record the one with the first.
pub(in crate::rules) fn first_of_each(
    mut pairs: Vec<(RecordPlace, RecordPlace)>,
) -> Vec<(RecordPlace, RecordPlace)> {
    put_in_order(&mut pairs, &Ord::cmp);
    pairs.dedup_by_key(|(later, _)| *later);
    pairs
}
