//! Who sits where: the memberships and participations, as the rules of several families look at them.

use super::facts::{Facts as All, Word};
use super::ids::{Handle, Place};
use super::sink::Own;
use crate::model::{Membership, Participation};
use crate::values::{PartialDate, Period};
use chrono::NaiveDate;

facts! {
    seats: Seat,
}

fact! {
    /// That a party sits in a project, a network or an organization.
    #[derive(Copy)]
    Seat { place: Place, of: Handle, party: Handle, role: Word, } { span: Span, }
}

fact! {
    /// From when until when, as far as it is stated.
    #[derive(Copy, Default)]
    Span { } { start: Option<PartialDate>, end: Option<PartialDate>, }
}

impl Span {
    pub(super) fn of(period: Option<&Period>) -> Self {
        period.map_or(Self::default(), |period| Self { start: period.start, end: period.end })
    }

    pub(super) const fn is_open(self) -> bool {
        self.start.is_none() && self.end.is_none()
    }

    pub(super) const fn period(self) -> Period {
        Period { start: self.start, end: self.end, stated_duration: None }
    }

    /// The first and the last day on which it may have been. A reversed one tells nothing.
    fn days(self) -> (NaiveDate, NaiveDate) {
        if self.period().is_reversed() {
            return (NaiveDate::MIN, NaiveDate::MAX);
        }
        let start = self.start.map_or(NaiveDate::MIN, PartialDate::earliest);
        (start, self.end.map_or(NaiveDate::MAX, PartialDate::latest))
    }
}

pub(super) fn tell_membership((place, _): Own<'_>, record: &Membership, facts: &mut All) {
    let role = record.role.as_ref().map_or("", |role| role.as_str());
    let seat = Seat {
        place,
        of: facts.ids.mention(record.body.key()),
        party: facts.ids.mention(record.member.key()),
        role: facts.word(role),
        span: Span::of(record.period.as_ref()),
    };
    facts.seats.seats.push(seat);
}

pub(super) fn tell_participation((place, _): Own<'_>, record: &Participation, facts: &mut All) {
    let role = record.role.as_ref().map_or("", |role| role.as_str());
    let seat = Seat {
        place,
        of: facts.ids.mention((crate::values::Kind::Project, record.project.as_str())),
        party: facts.ids.mention(record.party.key()),
        role: facts.word(role),
        span: Span::of(record.period.as_ref()),
    };
    facts.seats.seats.push(seat);
}

/// Of seats with one key those that may have been taken at the same time: each later one with an earlier one.
pub(super) fn meetings<K: Ord>(seats: &mut [Seat], key: impl Fn(&Seat) -> K) -> Vec<(Place, Place)> {
    seats.sort_unstable_by(|one, other| key(one).cmp(&key(other)).then_with(|| one.place.cmp(&other.place)));
    let mut found = Vec::new();
    for together in seats.chunk_by(|one, other| key(one) == key(other)).filter(|together| together.len() > 1)
    {
        let mut days: Vec<_> = together.iter().map(|seat| (seat.span.days(), seat.place)).collect();
        days.sort_unstable();
        let mut longest: Option<(NaiveDate, Place)> = None;
        for ((start, end), place) in days {
            if let Some((until, other)) = longest.filter(|(until, _)| start <= *until) {
                found.push((place.max(other), place.min(other)));
                longest = Some(if end > until { (end, place) } else { (until, other) });
            } else {
                longest = Some((end, place));
            }
        }
    }
    found.sort_unstable();
    found.dedup_by_key(|(later, _)| *later);
    found
}
