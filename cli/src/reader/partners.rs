//! Who takes part in a project: as what, from when, and how many at one time.

use super::Reader;
use chrono::NaiveDate;
use cooperation::{
    PartialDate, Participation, Project, RecordKind,
    codes::{ParticipationRole, Status},
};
use std::collections::{BTreeMap, BTreeSet};

impl Reader<'_> {
    /// How a party takes part: `partner since 2012 through EMN, left 2014, budget 500 EUR`.
    pub(crate) fn part(&self, part: &Participation) -> String {
        let say = self.words;
        let mut words =
            part.role.as_ref().map_or_else(|| say.label("takes part").to_owned(), |role| self.code(role));
        let left = self.left(part);
        let period = part.period.as_ref();
        if let (Some(_), Some(start)) = (&left, period.and_then(|period| period.start)) {
            words.extend([" ".to_owned(), say.fill("since {}", &[&say.date(start)])]);
        }
        words.extend(part.via.as_ref().map(|via| say.fill(" through {}", &[&self.party(via)])));
        words.extend(part.place.as_ref().map(|place| say.fill(", from {}", &[self.place(place)])));
        words.extend(part.budget.as_ref().map(|budget| say.fill(", budget {}", &[&say.money(budget)])));
        let status = part.status.as_ref().filter(|_| left.is_none());
        words.extend(status.map(|status| format!(", {}", self.code(status))));
        words.extend(period.filter(|_| left.is_none()).map(|period| format!(" ({})", say.dates(period))));
        words.extend(left.map(|left| format!(", {left}")));
        words
    }

    /// That a party left before the project ended, and when; nothing, where that is not stated.
    fn left(&self, part: &Participation) -> Option<String> {
        let project = self.index.get(&part.project);
        if let Some(end) = part.period.as_ref().and_then(|period| period.end) {
            let last = project.and_then(|project| project.period.as_ref()).and_then(|period| period.end);
            let over = is_over(project.and_then(|project| project.status.as_ref()));
            let is_early = last.map_or(!over, |last| end.latest() < last.earliest());
            return is_early.then(|| self.words.fill("left {}", &[&self.words.date(end)]));
        }
        let stays = |other: &Participation| !is_over(other.status.as_ref());
        // The others are looked at only for a party that is not there any more, and once for each project.
        let goes_on = || {
            !is_over(project.and_then(|project| project.status.as_ref()))
                && *self
                    .going_on
                    .borrow_mut()
                    .entry(part.project.clone())
                    .or_insert_with(|| self.index.participations_in(&part.project).any(stays))
        };
        (!stays(part) && goes_on()).then(|| self.words.label("left, when is not stated").to_owned())
    }

    /// How many parties a project has as partners: all that are named, and the most that certainly were partners at one
    /// time. A partner who left and the one who came instead are two of the first and one of the second.
    pub(crate) fn partners(&self, project: &Project) -> [usize; 2] {
        let mut named: BTreeSet<(RecordKind, String)> = BTreeSet::new();
        let mut there: BTreeMap<(RecordKind, String), Vec<(NaiveDate, NaiveDate)>> = BTreeMap::new();
        let is_partner = |part: &&Participation| {
            matches!(part.role, Some(ParticipationRole::LeadPartner | ParticipationRole::Partner))
        };
        for part in self.index.participations_in(&project.id).filter(is_partner) {
            let party = self.first(part.party.key());
            named.insert(party.clone());
            let [start, end] = [|p: &cooperation::Period| p.start, |p: &cooperation::Period| p.end]
                .map(|end| part.period.as_ref().and_then(end));
            // Nobody knows until when.
            if end.is_none() && self.left(part).is_some() {
                continue;
            }
            let end = end.map_or(NaiveDate::MAX, PartialDate::earliest);
            let start = start.map_or(NaiveDate::MIN, PartialDate::latest).min(end);
            there.entry(party).or_default().push((start, end));
        }
        [named.len(), most_at_one_time(there.into_values())]
    }
}

fn is_over(status: Option<&Status>) -> bool {
    matches!(status, Some(Status::Ended | Status::Completed | Status::Cancelled | Status::Replaced))
}

/// How many of those who were there in some spans of days were there on one day, at the most.
fn most_at_one_time(all: impl Iterator<Item = Vec<(NaiveDate, NaiveDate)>>) -> usize {
    // Who comes on the day on which another leaves meets the other.
    let (mut comings, mut goings) = (Vec::new(), Vec::new());
    for mut spans in all {
        spans.sort_unstable();
        let mut open: Option<(NaiveDate, NaiveDate)> = None;
        for (start, end) in spans {
            open = match open {
                Some((first, last)) if start <= last => Some((first, last.max(end))),
                Some((first, last)) => {
                    comings.push(first);
                    goings.push(last);
                    Some((start, end))
                }
                None => Some((start, end)),
            };
        }
        if let Some((first, last)) = open {
            comings.push(first);
            goings.push(last);
        }
    }
    comings.sort_unstable();
    goings.sort_unstable();
    let mut gone = goings.iter().peekable();
    let (mut there, mut most) = (0_usize, 0_usize);
    for coming in comings {
        while gone.next_if(|going| **going < coming).is_some() {
            there = there.saturating_sub(1);
        }
        there = there.saturating_add(1);
        most = most.max(there);
    }
    most
}
