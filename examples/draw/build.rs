//! Who has to do with whom, as a dataset says it.

use super::graph::{Graph, Link, LinkKind, Node, column};
use crate::show::Reader;
use cooperation::{
    Cooperation, Count, Funding, Goal, Kind, Listed, Membership, Participation, Party, Period, Project,
    SameAsBasis, Subject,
};
use std::collections::HashMap;

/// The boxes and lines of a whole dataset.
pub(super) fn build(reader: &Reader) -> Graph {
    let mut builder =
        Builder { reader, graph: Graph::default(), places: HashMap::new(), drawn: HashMap::new() };
    builder.nodes();
    builder.links();
    builder.graph
}

struct Builder<'r, 'a> {
    reader: &'r Reader<'a>,
    graph: Graph,
    places: HashMap<(Kind, String), usize>,
    drawn: HashMap<(usize, usize, LinkKind, String), usize>,
}

impl Builder<'_, '_> {
    fn node(&mut self, (kind, id): (Kind, &str), label: String, more: &[String], known: bool) -> usize {
        let new = self.graph.nodes.len();
        let place = *self.places.entry((kind, id.to_owned())).or_insert(new);
        if place == new {
            let said = more.iter().filter(|part| !part.is_empty()).map(String::as_str);
            let note: Vec<&str> = std::iter::once(kind.title()).chain(said).collect();
            self.graph.nodes.push(Node { kind, id: id.to_owned(), label, note: note.join(" · "), known });
        }
        place
    }

    /// The node of an id; a new one where no record has it.
    fn find(&mut self, kind: Kind, id: &str) -> usize {
        match self.places.get(&(kind, id.to_owned())) {
            Some(&place) => place,
            None => self.node((kind, id), id.to_owned(), &["not in the dataset".to_owned()], false),
        }
    }

    fn party(&mut self, party: &Party) -> usize {
        let (kind, id) = party.key();
        self.find(kind, id)
    }

    fn record<T: Listed>(&mut self, record: &T, acronym: Option<&cooperation::Label>, more: &[String]) {
        let name = record.label().map_or(record.id().as_str(), |name| self.reader.text(name));
        let label = acronym.map_or_else(|| name.to_owned(), |acronym| format!("{name} ({acronym})"));
        self.node((T::KIND, record.id().as_str()), label, more, true);
    }

    fn nodes(&mut self) {
        let dataset = self.reader.index.dataset();
        for network in &dataset.networks {
            let more = [word(network.scope.as_ref()), word(network.status.as_ref())];
            self.record(network, network.acronym.as_ref(), &more);
        }
        for organization in &dataset.organizations {
            self.record(organization, organization.acronym.as_ref(), &[word(organization.kind.as_ref())]);
        }
        for group in &dataset.groups {
            let count = match &group.count {
                Some(Count::Vague(words)) => format!("'{}'", self.reader.text(words)),
                count => word(count.as_ref()),
            };
            self.record(group, group.acronym.as_ref(), &[count]);
        }
        for cooperation in dataset.cooperations.iter().filter(|cooperation| cooperation.about.is_empty()) {
            let label = joined(cooperation.scopes.iter());
            let label = if label.is_empty() {
                "working together".to_owned()
            } else {
                format!("working together: {label}")
            };
            let key = (Kind::Cooperation, cooperation.id.as_str());
            self.node(key, label, &[word(cooperation.status.as_ref())], true);
        }
        for project in &dataset.projects {
            let when = project.period.as_ref().map_or_else(|| "undated".to_owned(), Period::to_string);
            self.record(project, project.acronym.as_ref(), &[when]);
        }
        for programme in &dataset.programmes {
            self.record(programme, programme.acronym.as_ref(), &[word(programme.kind.as_ref())]);
        }
        for instrument in &dataset.policy_instruments {
            let kinds =
                instrument.kinds.iter().filter(|kind| kind.as_str() != Kind::PolicyInstrument.title());
            let more = [joined(kinds), word(instrument.status.as_ref())];
            self.record(instrument, instrument.acronym.as_ref(), &more);
        }
        for goal in &dataset.goals {
            let holders = if goal.holders.is_empty() {
                String::new()
            } else {
                format!("of {}", self.reader.parties(&goal.holders))
            };
            self.record(goal, None, &[goal.level.to_string(), holders]);
        }
    }

    /// The nodes that stand for a subject: what has no node of its own is a part of something that has.
    fn subject(&mut self, subject: &Subject) -> Vec<usize> {
        let mut subject = subject.clone();
        // Activities of activities may go round in a circle.
        for _ in 0..16 {
            let index = &self.reader.index;
            match &subject {
                Subject::Participation(id) => {
                    return match index.get(id) {
                        Some(part) => vec![self.find(Kind::Project, part.project.as_str())],
                        None => Vec::new(),
                    };
                }
                Subject::Cooperation(id) => match index.get(id) {
                    Some(cooperation) => match cooperation.about.first() {
                        Some(about) => subject = about.clone(),
                        None => return vec![self.find(Kind::Cooperation, id.as_str())],
                    },
                    None => return Vec::new(),
                },
                Subject::Activity(id) => match index.get(id) {
                    Some(activity) => subject = activity.of.clone(),
                    None => return Vec::new(),
                },
                known => {
                    let (kind, id) = known.key();
                    return vec![self.find(kind, id)];
                }
            }
        }
        Vec::new()
    }

    fn column(&self, node: usize) -> usize {
        column(self.graph.nodes[node].kind)
    }

    /// A line, drawn from left to right; two that say the same are one.
    fn link(&mut self, kind: LinkKind, label: &str, ends: (usize, usize), title: String) {
        let (from, to) = if self.column(ends.0) > self.column(ends.1) { (ends.1, ends.0) } else { ends };
        if from == to {
            return;
        }
        let new = self.graph.links.len();
        let place = *self.drawn.entry((from, to, kind, label.to_owned())).or_insert(new);
        if place == new {
            self.graph.links.push(Link { from, to, kind, label: label.to_owned(), titles: Vec::new() });
        }
        self.graph.links[place].titles.push(title);
    }

    /// A line whose title is: one name, what it is, the other name.
    fn says(&mut self, kind: LinkKind, label: &str, (one, other): (usize, usize), words: &str) {
        let title = format!("{} {words} {}", self.graph.nodes[one].label, self.graph.nodes[other].label);
        self.link(kind, label, (one, other), title);
    }

    fn links(&mut self) {
        let dataset = self.reader.index.dataset();
        dataset.memberships.iter().for_each(|membership| self.membership(membership));
        dataset.participations.iter().for_each(|part| self.participation(part));
        dataset.cooperations.iter().for_each(|cooperation| self.cooperation(cooperation));
        dataset.projects.iter().for_each(|project| self.project(project));
        dataset.funding.iter().for_each(|funding| self.funding(funding));
        dataset.goals.iter().for_each(|goal| self.goal(goal));
        for organization in &dataset.organizations {
            let own = self.find(Kind::Organization, organization.id.as_str());
            if let Some(whole) = &organization.part_of {
                let whole = self.find(Kind::Organization, whole.as_str());
                self.says(LinkKind::Membership, "part of it", (whole, own), "has as a part:");
            }
            self.same_as(own, &organization.same_as);
        }
        for network in &dataset.networks {
            let own = self.find(Kind::Network, network.id.as_str());
            self.same_as(own, &network.same_as);
        }
        for programme in &dataset.programmes {
            let own = self.find(Kind::Programme, programme.id.as_str());
            if let Some(owner) = &programme.owner {
                let owner = self.party(owner);
                self.says(LinkKind::About, "owned by", (owner, own), "owns");
            }
            if let Some(whole) = &programme.part_of {
                let whole = self.find(Kind::Programme, whole.as_str());
                self.says(LinkKind::Programme, "part of it", (whole, own), "has as a part:");
            }
        }
        for instrument in &dataset.policy_instruments {
            let own = self.find(Kind::PolicyInstrument, instrument.id.as_str());
            for party in &instrument.developed_by {
                let party = self.party(party);
                self.says(LinkKind::About, "developed by", (party, own), "developed");
            }
            for party in instrument.responsibility.iter().flat_map(|all| all.parties.iter()) {
                let party = self.party(party);
                self.says(LinkKind::About, "answered for by", (party, own), "answers for");
            }
            for supported in &instrument.supports {
                let supported = self.find(Kind::PolicyInstrument, supported.as_str());
                self.says(LinkKind::About, "supports it", (supported, own), "is supported by");
            }
        }
    }

    fn membership(&mut self, membership: &Membership) {
        let (member, body) = (self.party(&membership.member), self.party(&membership.body));
        let role = membership.role.as_ref().map_or("member", |role| role.as_str());
        let label =
            if self.column(body) > self.column(member) { format!("has as {role}") } else { role.to_owned() };
        let when = membership.period.as_ref().map(|period| format!(" ({period})")).unwrap_or_default();
        let [one, other] = [member, body].map(|node| self.graph.nodes[node].label.clone());
        self.link(LinkKind::Membership, &label, (body, member), format!("{one}: {role} of {other}{when}"));
    }

    fn participation(&mut self, part: &Participation) {
        let (party, project) = (self.party(&part.party), self.find(Kind::Project, part.project.as_str()));
        let role = part.role.as_ref().map_or("takes part", |role| role.as_str());
        let via = part.via.as_ref().map(|via| format!(" via {}", self.short(via))).unwrap_or_default();
        let [one, other] = [party, project].map(|node| self.graph.nodes[node].label.clone());
        let label = format!("{role}{via}");
        let when = part.period.as_ref().map(|period| format!(" ({period})")).unwrap_or_default();
        self.link(
            LinkKind::Participation,
            &label,
            (party, project),
            format!("{one}: {label} in {other}{when}"),
        );
        for about in part.about.iter().flat_map(|about| self.subject(about)).collect::<Vec<_>>() {
            self.says(LinkKind::About, "part is about it", (project, about), "has a part that is about");
        }
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
        if cooperation.about.is_empty() {
            about.push(self.find(Kind::Cooperation, cooperation.id.as_str()));
        }
        let label = match &cooperation.status {
            Some(status) if status.as_str() == "planned" => "cooperation, planned",
            _ => "cooperation",
        };
        let who = self.reader.parties(&cooperation.parties);
        for party in &cooperation.parties {
            let party = self.party(party);
            for &about in &about {
                let title = match self.graph.nodes[about].kind {
                    Kind::Cooperation => format!("{label} of {who}"),
                    _ => format!("{label} of {who} about {}", self.graph.nodes[about].label),
                };
                self.link(LinkKind::Cooperation, label, (party, about), title);
            }
        }
    }

    fn project(&mut self, project: &Project) {
        let own = self.find(Kind::Project, project.id.as_str());
        if let Some(programme) = &project.programme {
            let programme = self.find(Kind::Programme, programme.as_str());
            self.says(LinkKind::Programme, "runs under it", (own, programme), "runs under");
        }
        for group in &project.target_groups {
            let group = self.find(Kind::Group, group.as_str());
            self.says(LinkKind::About, "meant for", (own, group), "is meant for");
        }
        for about in project.about.iter().flat_map(|about| self.subject(about)).collect::<Vec<_>>() {
            self.says(LinkKind::About, "about", (own, about), "is about");
        }
        for related in &project.related {
            if let Some(other) = &related.project {
                let other = self.find(Kind::Project, other.as_str());
                let relation = related.relation.as_ref().map_or("related", |relation| relation.as_str());
                let title =
                    format!("{}: {relation}: {}", self.graph.nodes[own].label, self.graph.nodes[other].label);
                self.link(LinkKind::About, relation, (other, own), title);
            }
        }
    }

    fn funding(&mut self, funding: &Funding) {
        let of = funding.of.as_ref().map(|of| self.subject(of)).unwrap_or_default().first().copied();
        let programme = funding.programme.as_ref().map(|id| self.find(Kind::Programme, id.as_str()));
        let funder = funding.funder.as_ref().map(|funder| self.party(funder));
        let recipient = funding.recipient.as_ref().map(|recipient| self.party(recipient));
        let amount = crate::show::money(funding.amount.as_ref());
        let goal = of.or(recipient);
        for giver in [programme, funder] {
            if let (Some(giver), Some(goal)) = (giver, goal) {
                let left = self.column(giver) > self.column(goal);
                let label = if left { "gives money" } else { "money from" };
                self.says(LinkKind::Money, label, (giver, goal), &format!("pays (amount {amount}) for"));
            }
        }
        if let (Some(recipient), Some(of)) = (recipient, of) {
            self.says(
                LinkKind::Money,
                "money to",
                (recipient, of),
                &format!("receives (amount {amount}) for"),
            );
        }
    }

    fn goal(&mut self, goal: &Goal) {
        let own = self.find(Kind::Goal, goal.id.as_str());
        for of in &goal.of {
            let part = matches!(of, Subject::Participation(_));
            let label = if part { "one partner's goal" } else { "" };
            let words = if part { "has, for one party's part, the goal" } else { "has the goal" };
            for of in self.subject(of) {
                self.says(LinkKind::Goal, label, (of, own), words);
            }
        }
        if let Some(parent) = &goal.parent {
            let parent = self.find(Kind::Goal, parent.as_str());
            self.says(LinkKind::Goal, "serves it", (parent, own), "is served by");
        }
    }

    fn same_as(&mut self, own: usize, all: &[cooperation::SameAs]) {
        for same in all {
            let other = self.party(&same.party);
            let (label, words) = match same.basis {
                SameAsBasis::Open => ("perhaps the same", "is perhaps the same body as"),
                _ => ("the same", "is the same body as"),
            };
            self.says(LinkKind::SameAs, label, (own, other), words);
        }
    }
}

fn word<T: ToString>(code: Option<&T>) -> String {
    code.map(ToString::to_string).unwrap_or_default()
}

fn joined<T: ToString>(codes: impl Iterator<Item = T>) -> String {
    codes.map(|code| code.to_string()).collect::<Vec<_>>().join(", ")
}
