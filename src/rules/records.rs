//! Which rules look at which kind of record.

use super::facts::Facts;
use super::seats::{self, Span};
use super::similarity::{self, check_ends, check_list};
use super::sink::Own;
use super::{Sink, codes, counts, goals, hierarchy, money, references, time};
use crate::model::{
    Activity, Barrier, Cooperation, Funding, Goal, Group, Membership, Network, Organization, Participation,
    Party, Place, PolicyInstrument, Programme, Project, SameAs, Source, Subject,
};
use crate::values::{Id, Kind};
use chrono::NaiveDate;

/// What rules see of one kind of record beside what all kinds have.
pub(super) trait Told {
    fn tell(&self, own: Own<'_>, today: Option<NaiveDate>, facts: &mut Facts, sink: &mut Sink<'_>);
}

type Today = Option<NaiveDate>;

fn check_same_as(own: Own<'_>, same_as: &[SameAs], sink: &mut Sink<'_>) {
    for (place, same) in same_as.iter().enumerate() {
        let party = same.party.key();
        check_ends(own, &format!("/same_as/{place}/party"), ((own.0.kind, own.1), party), sink);
    }
}

impl Told for Source {
    fn tell(&self, own: Own<'_>, today: Today, _facts: &mut Facts, sink: &mut Sink<'_>) {
        time::check_source(own, self, today, sink);
    }
}

impl Told for Place {
    fn tell(&self, own: Own<'_>, _today: Today, facts: &mut Facts, sink: &mut Sink<'_>) {
        codes::check_place(own, self, sink);
        hierarchy::tell(own, &self.part_of, facts);
    }
}

impl Told for Organization {
    fn tell(&self, own: Own<'_>, _today: Today, facts: &mut Facts, sink: &mut Sink<'_>) {
        time::check_life(own, self, sink);
        check_same_as(own, &self.same_as, sink);
        hierarchy::tell(own, &self.part_of, facts);
        time::tell_life(own, Span { start: self.founded, end: self.dissolved }, facts);
        similarity::tell_names(own, self, facts);
    }
}

impl Told for Group {
    fn tell(&self, own: Own<'_>, _today: Today, _facts: &mut Facts, sink: &mut Sink<'_>) {
        check_list(own, "/places", &self.places, Id::as_str, sink);
        check_list(own, "/examples", &self.examples, Party::key, sink);
    }
}

impl Told for Network {
    fn tell(&self, own: Own<'_>, today: Today, facts: &mut Facts, sink: &mut Sink<'_>) {
        time::check_status(own, (self.status.as_ref(), self.period.as_ref()), today, sink);
        check_same_as(own, &self.same_as, sink);
        check_list(own, "/places", &self.places, Id::as_str, sink);
        time::tell_life(own, Span::of(self.period.as_ref()), facts);
        counts::tell(own, self.member_count.as_ref(), facts);
        similarity::tell_names(own, self, facts);
    }
}

impl Told for Membership {
    fn tell(&self, own: Own<'_>, _today: Today, facts: &mut Facts, sink: &mut Sink<'_>) {
        check_ends(own, "/member", (self.member.key(), self.body.key()), sink);
        references::check_body(own, &self.body, sink);
        seats::tell_membership(own, self, facts);
    }
}

impl Told for Cooperation {
    fn tell(&self, own: Own<'_>, today: Today, _facts: &mut Facts, sink: &mut Sink<'_>) {
        time::check_status(own, (self.status.as_ref(), self.period.as_ref()), today, sink);
        check_list(own, "/parties", &self.parties, Party::key, sink);
        check_list(own, "/about", &self.about, Subject::key, sink);
    }
}

impl Told for Programme {
    fn tell(&self, own: Own<'_>, _today: Today, facts: &mut Facts, _sink: &mut Sink<'_>) {
        hierarchy::tell(own, &self.part_of, facts);
        time::tell_life(own, Span::of(self.period.as_ref()), facts);
        similarity::tell_names(own, self, facts);
    }
}

impl Told for Project {
    fn tell(&self, own: Own<'_>, today: Today, facts: &mut Facts, sink: &mut Sink<'_>) {
        time::check_status(own, (self.status.as_ref(), self.period.as_ref()), today, sink);
        check_list(own, "/places", &self.places, Id::as_str, sink);
        check_list(own, "/target_groups", &self.target_groups, Id::as_str, sink);
        check_list(own, "/about", &self.about, Subject::key, sink);
        for (place, related) in self.related.iter().enumerate() {
            if let Some(other) = &related.project {
                check_ends(own, &format!("/related/{place}/project"), (own.1, other.as_str()), sink);
            }
        }
        time::tell_life(own, Span::of(self.period.as_ref()), facts);
        counts::tell(own, self.partner_count.as_ref(), facts);
        similarity::tell_names(own, self, facts);
    }
}

impl Told for Participation {
    fn tell(&self, own: Own<'_>, _today: Today, facts: &mut Facts, sink: &mut Sink<'_>) {
        check_list(own, "/about", &self.about, Subject::key, sink);
        seats::tell_participation(own, self, facts);
    }
}

impl Told for Activity {
    fn tell(&self, own: Own<'_>, today: Today, facts: &mut Facts, sink: &mut Sink<'_>) {
        time::check_status(own, (self.status.as_ref(), self.period.as_ref()), today, sink);
        check_list(own, "/actors", &self.actors, Party::key, sink);
        check_list(own, "/serves", &self.serves, Id::as_str, sink);
        hierarchy::tell(own, &self.part_of, facts);
        time::tell_part(own, self.of.key(), Span::of(self.period.as_ref()), facts);
    }
}

impl Told for Goal {
    fn tell(&self, own: Own<'_>, _today: Today, facts: &mut Facts, sink: &mut Sink<'_>) {
        goals::check(own, self, sink);
        check_list(own, "/of", &self.of, Subject::key, sink);
        check_list(own, "/holders", &self.holders, Party::key, sink);
        check_list(own, "/target_groups", &self.target_groups, Id::as_str, sink);
        hierarchy::tell(own, &self.parent, facts);
        goals::tell(own, self, facts);
    }
}

impl Told for PolicyInstrument {
    fn tell(&self, own: Own<'_>, today: Today, facts: &mut Facts, sink: &mut Sink<'_>) {
        time::check_status(own, (self.status.as_ref(), self.period.as_ref()), today, sink);
        check_list(own, "/developed_by", &self.developed_by, Party::key, sink);
        check_list(own, "/supports", &self.supports, Id::as_str, sink);
        check_list(own, "/places", &self.places, Id::as_str, sink);
        if let Some(responsibility) = &self.responsibility {
            check_list(own, "/responsibility/parties", &responsibility.parties, Party::key, sink);
        }
        hierarchy::tell(own, self.supports.iter(), facts);
        similarity::tell_names(own, self, facts);
    }
}

impl Told for Barrier {
    fn tell(&self, _own: Own<'_>, _today: Today, _facts: &mut Facts, _sink: &mut Sink<'_>) {}
}

impl Told for Funding {
    fn tell(&self, own: Own<'_>, _today: Today, facts: &mut Facts, sink: &mut Sink<'_>) {
        money::check(own, self, sink);
        hierarchy::tell(own, &self.part_of, facts);
        if let Some(programme) = &self.programme {
            let date = Span { start: self.date, end: self.date };
            let span = self.period.as_ref().map_or(date, |period| Span::of(Some(period)));
            time::tell_part(own, (Kind::Programme, programme.as_str()), span, facts);
        }
        money::tell(own, self, facts);
    }
}
