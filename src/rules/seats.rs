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

/// Brings the seats of each body together, and in it those of each party.
pub(super) fn sort(seats: &mut [Seat]) {
    // Mostly they come body by body, and such a sort leaves them alone.
    seats.sort_by_key(|seat| seat.of);
    for body in seats.chunk_by_mut(|one, other| one.of == other.of) {
        body.sort_unstable_by_key(|seat| (seat.party, seat.role, seat.place));
    }
}

/// Of seats that stand together by a key those that may have been taken at the same time: each later one with an earlier
/// one.
pub(super) fn meetings<K: PartialEq>(seats: &[Seat], key: impl Fn(&Seat) -> K) -> Vec<(Place, Place)> {
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
