//! Who sits where: the memberships and participations, as the rules of several families look at them.

use super::facts::{Facts as All, Word};
use super::ids::{Handle, Place};
use super::sink::Own;
use crate::model::{Membership, Participation};
use crate::values::{Kind, MembershipRole, PartialDate, ParticipationRole, Period};
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

pub(super) fn tell_membership(own: Own<'_>, record: &Membership, facts: &mut All) {
    let role = record.role.as_ref().map(MembershipRole::as_str);
    tell(own, record.body.key(), record.member.key(), role, record.period.as_ref(), facts);
}

pub(super) fn tell_participation(own: Own<'_>, record: &Participation, facts: &mut All) {
    let role = record.role.as_ref().map(ParticipationRole::as_str);
    let project = (Kind::Project, record.project.as_str());
    tell(own, project, record.party.key(), role, record.period.as_ref(), facts);
}

fn tell(
    (place, _): Own<'_>,
    of: (Kind, &str),
    party: (Kind, &str),
    role: Option<&str>,
    period: Option<&Period>,
    facts: &mut All,
) {
    let (of, party) = (facts.ids.mention(of), facts.ids.mention(party));
    let role = facts.word(role.unwrap_or_default());
    facts.seats.seats.push(Seat { place, of, party, role, span: Span::of(period) });
}

/// The seats of each body together, and in it those of each party.
pub(super) fn sorted(facts: Facts) -> Vec<Seat> {
    let mut seats = facts.seats.into_vec();
    // Mostly they come body by body: then only the few of each are put in order.
    if !seats.is_sorted_by_key(|seat| seat.of) {
        seats.sort_unstable_by_key(|seat| seat.of);
    }
    for body in seats.chunk_by_mut(|one, other| one.of == other.of) {
        body.sort_unstable_by_key(|seat| (seat.party, seat.role, seat.place));
    }
    seats
}

/// Of seats that stand together those that may have been taken at the same time: each later one with an earlier one.
pub(super) fn meetings<'s>(
    groups: impl Iterator<Item = impl Iterator<Item = &'s Seat>>,
) -> Vec<(Place, Place)> {
    let (mut found, mut days) = (Vec::new(), Vec::new());
    for mut group in groups {
        // Most sit alone.
        let (Some(first), Some(second)) = (group.next(), group.next()) else { continue };
        days.clear();
        days.extend([first, second].into_iter().chain(group).map(|seat| (seat.span.days(), seat.place)));
        days.sort_unstable();
        let mut longest: Option<(NaiveDate, Place)> = None;
        for &((start, end), place) in &days {
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
