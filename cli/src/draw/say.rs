//! The lines of a map: one for each relation of a dataset, with a label at one of its ends.

use super::builder::{Builder, has_box};
use super::graph::LinkKind;
use crate::reader::{forward, turned};
use cooperation::{
    Activity, Barrier, Body, Cooperation, Funding, Goal, Membership, Money, Participation, Party,
    PolicyInstrument, Programme, Project, RecordKind, Subject,
    codes::{FundingStatus, Relation, RelationBasis},
    model::Related,
};

impl<'a> Builder<'_, 'a> {
    pub(super) fn links(&mut self) {
        let dataset = self.reader.index.dataset();
        dataset.memberships.iter().for_each(|membership| self.membership(membership));
        dataset.participations.iter().for_each(|part| self.participation(part));
        dataset.cooperations.iter().for_each(|cooperation| self.cooperation(cooperation));
        dataset.projects.iter().for_each(|project| self.project(project));
        dataset.funding.iter().for_each(|funding| self.funding(funding));
        dataset.goals.iter().for_each(|goal| self.goal(goal));
        if self.with.contains(&RecordKind::Activity) {
            dataset.activities.iter().for_each(|activity| self.activity(activity));
        }
        if self.with.contains(&RecordKind::Barrier) {
            dataset.barriers.iter().for_each(|barrier| self.barrier(barrier));
        }
        for organization in &dataset.organizations {
            let own = self.find(RecordKind::Organization, organization.id.as_str());
            self.unit(own, organization.part_of.as_ref());
            self.related(own, &organization.related);
        }
        for network in &dataset.networks {
            let own = self.find(RecordKind::Network, network.id.as_str());
            self.unit(own, network.part_of.as_ref());
            self.related(own, &network.related);
        }
        dataset.programmes.iter().for_each(|programme| self.programme(programme));
        dataset.policy_instruments.iter().for_each(|instrument| self.instrument(instrument));
    }

    fn body(&mut self, body: &Body) -> usize {
        self.party(&Party::from(body.clone()))
    }

    fn unit(&mut self, own: usize, whole: Option<&Body>) {
        if let Some(whole) = whole {
            let whole = self.body(whole);
            self.says(LinkKind::Membership, ["part of it", "part of"], (whole, own), "has as a part:");
        }
    }

    fn programme(&mut self, programme: &Programme) {
        let own = self.find(RecordKind::Programme, programme.id.as_str());
        if let Some(owner) = &programme.owner {
            let owner = self.party(owner);
            self.says(LinkKind::About, ["owns", "owned by"], (owner, own), "owns");
        }
        for party in &programme.managed_by {
            let party = self.party(party);
            self.says(LinkKind::About, ["manages", "managed by"], (party, own), "manages");
        }
        if let Some(whole) = &programme.part_of {
            let whole = self.find(RecordKind::Programme, whole.as_str());
            self.says(LinkKind::Programme, ["part of it", "part of"], (whole, own), "has as a part:");
        }
        self.related(own, &programme.related);
    }

    fn instrument(&mut self, instrument: &PolicyInstrument) {
        let own = self.find(RecordKind::PolicyInstrument, instrument.id.as_str());
        for party in &instrument.developed_by {
            let party = self.party(party);
            self.says(LinkKind::About, ["developed", "developed by"], (party, own), "developed");
        }
        for party in &instrument.responsible {
            let party = self.party(party);
            let at = ["responsible for it", "responsible"];
            self.says(LinkKind::About, at, (own, party), "is the responsibility of");
        }
        for goal in &instrument.serves {
            let goal = self.find(RecordKind::Goal, goal.as_str());
            self.says(LinkKind::Goal, ["serves", "serves it"], (own, goal), "serves");
        }
        self.related(own, &instrument.related);
    }

    fn membership(&mut self, membership: &Membership) {
        let (member, body) = (self.party(&membership.member), self.body(&membership.body));
        let words = self.reader.words;
        let role = words.label(membership.role.as_ref().map_or("member", |role| role.as_str()));
        let via = self.through(membership.via.as_ref());
        let when = membership.period.as_ref().map(|period| format!(" ({})", words.period(period)));
        let when = when.unwrap_or_default();
        let [one, other] = [member, body].map(|node| self.graph.nodes[node].label.clone());
        let at = [&words.fill("has as {}", &[role]), role];
        let title = words.fill("{}: {} of {}", &[&one, role, &other]);
        self.link(LinkKind::Membership, at, (body, member), format!("{title}{via}{when}"));
    }

    fn participation(&mut self, part: &Participation) {
        let (party, project) =
            (self.party(&part.party), self.find(RecordKind::Project, part.project.as_str()));
        let words = self.reader.words;
        let role = words.label(part.role.as_ref().map_or("takes part", |role| role.as_str()));
        let via = self.through(part.via.as_ref());
        let [one, other] = [party, project].map(|node| self.graph.nodes[node].label.clone());
        let label = format!("{role}{via}");
        let status = part.status.as_ref().map(|status| self.reader.code(status));
        let period = part.period.as_ref().map(|period| words.period(period));
        let when: Vec<String> = status.into_iter().chain(period).collect();
        let when = if when.is_empty() { String::new() } else { format!(" ({})", when.join(", ")) };
        self.link(
            LinkKind::Participation,
            [&label; 2],
            (party, project),
            format!("{}{when}", words.fill("{}: {} in {}", &[&one, &label, &other])),
        );
        for about in part.about.iter().flat_map(|about| self.subject(about)).collect::<Vec<_>>() {
            self.says(
                LinkKind::About,
                ["part is about", "part is about it"],
                (project, about),
                "has a part that is about",
            );
        }
    }

    /// The party that another came through, in words.
    fn through(&self, via: Option<&Party>) -> String {
        let via = via.map(|via| self.reader.words.fill(" via {}", &[&self.short(via)]));
        via.unwrap_or_default()
    }

    /// The acronym of a party, or its name.
    fn short(&self, party: &Party) -> String {
        let index = &self.reader.index;
        let acronym = match party {
            Party::Organization(id) => index.get(id).and_then(|record| record.acronym.as_ref()),
            Party::Network(id) => index.get(id).and_then(|record| record.acronym.as_ref()),
            _ => None,
        };
        acronym.map_or_else(|| self.reader.party(party), ToString::to_string)
    }

    fn cooperation(&mut self, cooperation: &Cooperation) {
        let mut about: Vec<usize> = cooperation.about.iter().flat_map(|about| self.subject(about)).collect();
        if has_box(cooperation) {
            let own = self.find(RecordKind::Cooperation, cooperation.id.as_str());
            for other in std::mem::take(&mut about) {
                self.says(LinkKind::About, ["about", "about it"], (own, other), "is about");
            }
            about.push(own);
        }
        let words = self.reader.words;
        let label = words.label(cooperation.kind.as_ref().map_or("cooperation", |kind| kind.as_str()));
        let label = &match &cooperation.status {
            Some(status) if status.as_str() == "planned" => format!("{label}, {}", words.label("planned")),
            _ => label.to_owned(),
        };
        let who = self.reader.at_most(8, &cooperation.parties);
        for party in &cooperation.parties {
            let party = self.party(party);
            for &about in &about {
                let title = match self.graph.nodes[about].kind {
                    RecordKind::Cooperation => words.fill("{} of {}", &[label, &who]),
                    _ => words.fill("{} of {} about {}", &[label, &who, &self.graph.nodes[about].label]),
                };
                self.link(LinkKind::Cooperation, [label; 2], (party, about), title);
            }
        }
    }

    fn project(&mut self, project: &Project) {
        let own = self.find(RecordKind::Project, project.id.as_str());
        for programme in &project.programmes {
            let programme = self.find(RecordKind::Programme, programme.as_str());
            self.says(LinkKind::Programme, ["runs under", "runs under it"], (own, programme), "runs under");
        }
        for group in &project.target_groups {
            let group = self.find(RecordKind::Group, group.as_str());
            self.says(LinkKind::About, ["meant for", "meant for it"], (own, group), "is meant for");
        }
        for about in project.about.iter().flat_map(|about| self.subject(about)).collect::<Vec<_>>() {
            self.says(LinkKind::About, ["about", "about it"], (own, about), "is about");
        }
        self.related(own, &project.related);
    }

    /// The lines to the records that a record is related to. What has no box, such as a place, has no line either.
    fn related(&mut self, own: usize, all: &[Related]) {
        for related in all {
            let Some(to) = &related.to else {
                self.graph.outside += 1;
                continue;
            };
            let (kind, id) = to.key();
            if kind == RecordKind::Place {
                continue;
            }
            let other = self.find(kind, id);
            let basis = match related.basis {
                None => "",
                Some(RelationBasis::Open) => "perhaps ",
                Some(_) => "by implication ",
            };
            let say = self.reader.words;
            let basis = say.label(basis);
            let [one, two] = [own, other].map(|node| self.graph.nodes[node].label.clone());
            if related.relation == Relation::SameAs {
                let label = format!("{basis}{}", say.label("the same"));
                let title = say.fill("{} is {} as {}", &[&one, &label, &two]);
                self.link(LinkKind::SameAs, [&label; 2], (own, other), title);
                continue;
            }
            let [words, turned] = [forward(&related.relation), turned(&related.relation)]
                .map(|words| say.label(&words).to_owned());
            let at = [&format!("{basis}{words}"), &*format!("{basis}{turned}")];
            self.link(LinkKind::About, at, (own, other), format!("{one}: {basis}{words} {two}"));
        }
    }

    fn funding(&mut self, funding: &'a Funding) {
        let of = funding.of.as_ref().map(|of| self.subject(of)).unwrap_or_default().first().copied();
        let programme = funding.programme.as_ref().map(|id| self.find(RecordKind::Programme, id.as_str()));
        let funder = funding.funder.as_ref().map(|funder| self.party(funder));
        let recipient = funding.recipient.as_ref().map(|recipient| self.party(recipient));
        let words = self.reader.words;
        let passed_on = if funding.out_of.is_some() { words.label(", passed on") } else { "" };
        let amount = format!("{}{passed_on}", self.reader.money(funding.amount.as_ref()));
        // Money that is asked for or planned is not given yet, and what a code of somebody's own means is not known.
        let status = match self.reader.status(funding) {
            None | Some(FundingStatus::Committed | FundingStatus::Disbursed) => String::new(),
            Some(status) => format!(", {}", self.reader.code(status)),
        };
        let with_status = |label: &str| format!("{}{status}", words.label(label));
        self.amount = self.own_amount(funding);
        let mut drawn = false;
        for giver in [programme, funder] {
            if let (Some(giver), Some(getter)) = (giver, of.or(recipient)) {
                let words = words.fill("pays (amount {}{}) for", &[&amount, &status]);
                let at = [&with_status("gives money"), &*with_status("gets money")];
                drawn |= self.says(LinkKind::Money, at, (giver, getter), &words);
            }
        }
        if let (Some(of), Some(recipient)) = (of, recipient) {
            let [one, other] = [recipient, of].map(|node| &self.graph.nodes[node].label);
            let title = words.fill("{} receives (amount {}{}) for {}", &[one, &amount, &status, other]);
            let at = [&with_status("gets money for it"), &*with_status("gets money for")];
            drawn |= self.link(LinkKind::Money, at, (of, recipient), title);
        }
        self.money_left_out += usize::from(!drawn);
        self.amount = None;
    }

    /// The amount that is written beside a line, and its status. That of a part is within the whole, if they have come
    /// equally far.
    fn own_amount(&self, funding: &'a Funding) -> Option<(String, Money)> {
        let status = |one: &'a Funding| self.reader.status(one);
        let whole = funding.part_of.as_ref().and_then(|whole| self.reader.index.get(whole));
        let is_within = |whole: &&'a Funding| whole.amount.is_some() && status(whole) == status(funding);
        let status = match status(funding) {
            Some(one @ (FundingStatus::Committed | FundingStatus::Disbursed)) => self.reader.code(one),
            _ => String::new(),
        };
        let amount = funding.amount.clone().filter(|_| !whole.is_some_and(|whole| is_within(&whole)))?;
        Some((status, amount))
    }

    fn goal(&mut self, goal: &Goal) {
        let own = self.find(RecordKind::Goal, goal.id.as_str());
        for of in &goal.of {
            let part = matches!(of, Subject::Participation(_));
            let label = if part { "one partner's goal" } else { "" };
            let words = if part { "has, for one party's part, the goal" } else { "has the goal" };
            for of in self.subject(of) {
                self.says(LinkKind::Goal, [label; 2], (of, own), words);
            }
        }
        for above in &goal.serves {
            let above = self.find(RecordKind::Goal, above.as_str());
            self.says(LinkKind::Goal, ["serves it", "serves"], (above, own), "is served by");
        }
    }

    fn activity(&mut self, activity: &Activity) {
        let own = self.find(RecordKind::Activity, activity.id.as_str());
        for of in activity.of.iter().flat_map(|of| self.subject(of)).collect::<Vec<_>>() {
            self.says(LinkKind::Activity, ["", ""], (of, own), "has the activity");
        }
        for actor in &activity.actors {
            let actor = self.party(actor);
            self.says(LinkKind::Activity, ["does it", "done by"], (actor, own), "does");
        }
        for goal in &activity.serves {
            let goal = self.find(RecordKind::Goal, goal.as_str());
            self.says(LinkKind::Goal, ["serves", "serves it"], (own, goal), "serves");
        }
        if let Some(whole) = &activity.part_of {
            let whole = self.find(RecordKind::Activity, whole.as_str());
            self.says(LinkKind::Activity, ["part of it", "part of"], (whole, own), "has as a part:");
        }
    }

    fn barrier(&mut self, barrier: &Barrier) {
        let own = self.find(RecordKind::Barrier, barrier.id.as_str());
        for of in barrier.of.iter().flat_map(|of| self.subject(of)).collect::<Vec<_>>() {
            self.says(LinkKind::About, ["barrier", "in its way"], (of, own), "has the barrier");
        }
        if let Some(party) = &barrier.attributed_to {
            let party = self.party(party);
            self.says(LinkKind::About, ["sees a barrier", "seen by"], (party, own), "sees the barrier");
        }
    }
}
