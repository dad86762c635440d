//! Who has to do with whom: what stands on a map, and the lines between.

use crate::show::Reader;
use cooperation::{
    Cooperation, Count, Funding, Goal, Kind, Listed, Membership, Participation, Party, Period, Project,
    SameAsBasis, Subject,
};
use std::collections::HashMap;
use std::error::Error;

/// What stands on a map.
pub(crate) struct Node {
    pub(super) kind: Kind,
    pub(super) id: String,
    pub(super) label: String,
    /// What kind of record it is, and what it is as well.
    pub(super) note: String,
    /// Whether the dataset has such a record.
    pub(super) known: bool,
}

/// What a line says.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum LinkKind {
    Membership,
    Participation,
    Cooperation,
    Programme,
    Money,
    Goal,
    About,
    SameAs,
}

impl LinkKind {
    pub(super) const ALL: [(Self, &'static str, &'static str); 8] = [
        (Self::Membership, "membership", "membership"),
        (Self::Participation, "participation", "part in a project"),
        (Self::Cooperation, "cooperation", "cooperation"),
        (Self::Programme, "under", "under a programme"),
        (Self::Money, "money", "money"),
        (Self::Goal, "goal", "goal"),
        (Self::About, "about", "about, made by, meant for"),
        (Self::SameAs, "same", "perhaps one body"),
    ];

    /// Its word in markup.
    pub(super) fn class(self) -> &'static str {
        Self::ALL.iter().find(|(kind, ..)| *kind == self).map_or("", |(_, class, _)| class)
    }
}

/// A line between two nodes. The label stands at `to`.
pub(crate) struct Link {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) kind: LinkKind,
    pub(super) label: String,
    /// The same as a sentence: one for each record that says so.
    pub(super) titles: Vec<String>,
}

/// The column in which records of a kind stand.
pub(super) fn column(kind: Kind) -> usize {
    match kind {
        Kind::Network => 0,
        Kind::Organization | Kind::Group => 1,
        Kind::Programme | Kind::PolicyInstrument => 3,
        Kind::Goal => 4,
        _ => 2,
    }
}

#[derive(Default)]
pub(crate) struct Graph {
    pub(super) nodes: Vec<Node>,
    pub(super) links: Vec<Link>,
    /// What of the dataset it shows, where it is not the whole.
    pub(super) part: Option<String>,
}

impl Graph {
    pub(crate) fn new(reader: &Reader) -> Self {
        let mut builder =
            Builder { reader, graph: Self::default(), places: HashMap::new(), drawn: HashMap::new() };
        builder.nodes();
        builder.links();
        let Self { nodes, links, .. } = builder.graph;
        // Groups that are only spoken of, as those whom a goal is meant to reach, are no party to anything.
        let mut kept: Vec<bool> = nodes.iter().map(|node| node.kind != Kind::Group).collect();
        for link in &links {
            kept[link.from] = true;
            kept[link.to] = true;
        }
        Self { nodes, links, part: None }.only(&kept)
    }

    /// What is at most so many lines away from the record with this id.
    pub(crate) fn near(self, focus: &str, depth: usize) -> Result<Self, Box<dyn Error>> {
        let named = |node: &Node| {
            node.id == focus
                || focus
                    .split_once(['/', ':'])
                    .is_some_and(|(kind, id)| node.kind.as_str() == kind && node.id == id)
        };
        let mut near: Vec<bool> = self.nodes.iter().map(named).collect();
        if !near.contains(&true) {
            return Err(format!("nothing on the map has the id '{}'", focus.escape_debug()).into());
        }
        let foci: Vec<&str> =
            self.nodes.iter().filter(|node| named(node)).map(|node| node.label.as_str()).collect();
        let lines = if depth == 1 { "1 line".to_owned() } else { format!("{depth} lines") };
        let part = format!("at most {lines} from {}", foci.join(" and "));
        for _ in 0..depth.min(self.nodes.len()) {
            let before = near.clone();
            for link in &self.links {
                if before[link.from] || before[link.to] {
                    near[link.from] = true;
                    near[link.to] = true;
                }
            }
        }
        Ok(Self { part: Some(part), ..self.only(&near) })
    }

    /// What it shows: the title of the dataset, and which part of it.
    pub(super) fn subtitle(&self, reader: &Reader) -> String {
        let title = reader.index.dataset().title.as_ref().map(|title| reader.text(title));
        [title, self.part.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(": ")
    }

    fn only(self, kept: &[bool]) -> Self {
        let mut next = 0..;
        let numbers: Vec<Option<usize>> =
            kept.iter().map(|&kept| if kept { next.next() } else { None }).collect();
        let nodes = self.nodes.into_iter().zip(kept).filter(|(_, kept)| **kept).map(|(node, _)| node);
        let links = self.links.into_iter().filter_map(|link| {
            let (from, to) = (numbers[link.from]?, numbers[link.to]?);
            Some(Link { from, to, ..link })
        });
        Self { nodes: nodes.collect(), links: links.collect(), part: self.part }
    }
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
            let label = if label.is_empty() { "working together".to_owned() } else { label };
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
        self.link(LinkKind::Participation, &label, (party, project), format!("{one}: {label} in {other}"));
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
            let label = match same.basis {
                SameAsBasis::Open => "perhaps the same",
                _ => "the same",
            };
            self.says(LinkKind::SameAs, label, (own, other), "and, as one body or perhaps so,");
        }
    }
}

fn word<T: ToString>(code: Option<&T>) -> String {
    code.map(ToString::to_string).unwrap_or_default()
}

fn joined<T: ToString>(codes: impl Iterator<Item = T>) -> String {
    codes.map(|code| code.to_string()).collect::<Vec<_>>().join(", ")
}
