//! The boxes of a map, and the nodes and lines that the relations are drawn with.

use super::graph::{Arrow, Graph, Link, LinkKind, Node, column};
use crate::reader::Reader;
use cooperation::{
    Cooperation, Label, Money, Party, PlaceId, Project, Record, RecordKind, Subject, dataset::Listed,
    model::Address,
};
use std::collections::{HashMap, HashSet};

pub(super) struct Builder<'r, 'a> {
    pub(super) reader: &'r Reader<'a>,
    pub(super) with: &'r [RecordKind],
    pub(super) graph: Graph,
    places: HashMap<(RecordKind, String), usize>,
    drawn: HashMap<(usize, usize, LinkKind, String), usize>,
    /// The places that boxes name.
    named: HashSet<String>,
    /// Number of funding records without a line: those with one end, or with the same party at both.
    pub(super) money_left_out: usize,
    /// The amount of the money whose lines are made, and its status.
    pub(super) amount: Option<(String, Money)>,
}

impl<'r, 'a> Builder<'r, 'a> {
    pub(super) fn new(reader: &'r Reader<'a>, with: &'r [RecordKind]) -> Self {
        Self {
            reader,
            with,
            graph: Graph::default(),
            places: HashMap::new(),
            drawn: HashMap::new(),
            named: HashSet::new(),
            money_left_out: 0,
            amount: None,
        }
    }

    /// Whether a box names the place.
    pub(super) fn names(&self, place: &PlaceId) -> bool {
        self.named.contains(place.as_str())
    }

    fn node(&mut self, (kind, id): (RecordKind, &str), label: String, more: &[String], known: bool) -> usize {
        let new = self.graph.nodes.len();
        let place = *self.places.entry((kind, id.to_owned())).or_insert(new);
        if place == new {
            let said = more.iter().filter(|part| !part.is_empty()).map(String::as_str);
            let kind_of = self.reader.words.label(kind.title());
            let note: Vec<&str> = std::iter::once(kind_of).chain(said).collect();
            self.graph.nodes.push(Node { kind, id: id.to_owned(), label, note: note.join(" · "), known });
        }
        place
    }

    /// The node of an id; a new one where no record has it.
    pub(super) fn find(&mut self, kind: RecordKind, id: &str) -> usize {
        match self.places.get(&(kind, id.to_owned())) {
            Some(&place) => place,
            None => self.node(
                (kind, id),
                id.to_owned(),
                &[self.reader.words.label("not in the dataset").to_owned()],
                false,
            ),
        }
    }

    pub(super) fn party(&mut self, party: &Party) -> usize {
        let (kind, id) = party.key();
        self.find(kind, id)
    }

    fn record<T: Listed>(&mut self, record: &T, acronym: Option<&Label>, more: &[String]) {
        let name = record.label().map_or(record.id().as_str(), |name| self.reader.text(name));
        let label = acronym.map_or_else(|| name.to_owned(), |acronym| format!("{name} ({acronym})"));
        self.node((T::KIND, record.id().as_str()), label, more, true);
    }

    fn word<T: ToString>(&self, code: Option<&T>) -> String {
        code.map(|code| self.reader.code(code)).unwrap_or_default()
    }

    /// Where something is, in words.
    fn at(&mut self, places: &[PlaceId]) -> String {
        let names: Vec<&str> = places
            .iter()
            .map(|id| self.reader.index.get(id).and_then(Record::label))
            .zip(places)
            .map(|(name, id)| name.map_or(id.as_str(), |name| self.reader.text(name)))
            .collect();
        let words = if names.is_empty() {
            String::new()
        } else {
            self.reader.words.fill("in {}", &[&names.join(", ")])
        };
        self.named.extend(places.iter().map(ToString::to_string));
        words
    }

    /// Where a body has its seat, or else where it works, in words.
    fn seat(&mut self, place: Option<&PlaceId>, address: Option<&Address>, places: &[PlaceId]) -> String {
        if let Some(place) = place {
            return self.at(std::slice::from_ref(place));
        }
        let town = address.and_then(|address| address.locality.as_ref());
        match town {
            Some(town) => self.reader.words.fill("in {}", &[town.as_str()]),
            None => self.at(places),
        }
    }

    pub(super) fn nodes(&mut self) {
        let dataset = self.reader.index.dataset();
        for network in &dataset.networks {
            let at = self.seat(network.place.as_ref(), network.address.as_ref(), &network.places);
            let more = [
                self.word(network.kind.as_ref()),
                self.word(network.scope.as_ref()),
                self.word(network.status.as_ref()),
                at,
            ];
            self.record(network, network.acronym.as_ref(), &more);
        }
        for organization in &dataset.organizations {
            let (place, address) = (organization.place.as_ref(), organization.address.as_ref());
            let at = self.seat(place, address, &organization.places);
            let more = [self.word(organization.kind.as_ref()), self.word(organization.status.as_ref()), at];
            self.record(organization, organization.acronym.as_ref(), &more);
        }
        for group in &dataset.groups {
            let is_counted = group.count.is_some() || group.count_words.is_some();
            let count = self.reader.count(group.count, group.count_words.as_ref());
            let at = self.at(&group.places);
            self.record(group, None, &[if is_counted { count } else { String::new() }, at]);
        }
        for cooperation in dataset.cooperations.iter().filter(|cooperation| has_box(cooperation)) {
            let scope = cooperation
                .scope
                .as_ref()
                .map(|scope| format!(": {}", self.reader.code(scope)))
                .unwrap_or_default();
            let name = cooperation.name.as_ref().map(|name| self.reader.text(name).to_owned());
            let label =
                name.unwrap_or_else(|| format!("{}{scope}", self.reader.words.label("working together")));
            let key = (RecordKind::Cooperation, cooperation.id.as_str());
            let at = self.at(&cooperation.places);
            let more = [self.word(cooperation.kind.as_ref()), self.word(cooperation.status.as_ref()), at];
            self.node(key, label, &more, true);
        }
        for project in &dataset.projects {
            let at = self.at(&project.places);
            self.record(project, project.acronym.as_ref(), &[when(self.reader, project), at]);
        }
        for programme in &dataset.programmes {
            let at = self.at(&programme.places);
            self.record(programme, programme.acronym.as_ref(), &[self.word(programme.kind.as_ref()), at]);
        }
        for instrument in &dataset.policy_instruments {
            let at = self.at(&instrument.places);
            let more = [self.word(instrument.kind.as_ref()), self.word(instrument.status.as_ref()), at];
            self.record(instrument, instrument.acronym.as_ref(), &more);
        }
        for activity in dataset.activities.iter().filter(|_| self.with.contains(&RecordKind::Activity)) {
            let plan = self.reader.planned(activity.planned.as_ref());
            let period = activity.period.as_ref().map(|period| self.reader.words.period(period));
            let when = period.or(plan).unwrap_or_default();
            let more = [self.word(activity.kind.as_ref()), self.word(activity.status.as_ref()), when];
            self.record(activity, None, &more);
        }
        for barrier in dataset.barriers.iter().filter(|_| self.with.contains(&RecordKind::Barrier)) {
            self.record(barrier, None, &[]);
        }
        for goal in &dataset.goals {
            let holders = if goal.holders.is_empty() {
                String::new()
            } else {
                self.reader.words.fill("of {}", &[&self.reader.parties(&goal.holders)])
            };
            let words = self.reader.words;
            let due = goal.due.map(|due| words.fill("due {}", &[&words.date(due)])).unwrap_or_default();
            self.record(
                goal,
                None,
                &[self.reader.code(&goal.level), self.word(goal.status.as_ref()), due, holders],
            );
        }
    }

    /// The nodes of a subject. A subject without a node of its own is a part of one that has a node.
    pub(super) fn subject(&mut self, subject: &Subject) -> Vec<usize> {
        let mut nodes = Vec::new();
        let mut open = vec![subject.clone()];
        // Activities of activities may go round in a circle.
        let (mut seen, mut known) = (HashSet::new(), HashSet::new());
        while let Some(subject) = open.pop() {
            if !seen.insert(subject.clone()) {
                continue;
            }
            let index = &self.reader.index;
            let key = match &subject {
                Subject::Participation(id) => {
                    index.get(id).map(|part| (RecordKind::Project, part.project.as_str().to_owned()))
                }
                Subject::Cooperation(id) => index.get(id).and_then(|cooperation| {
                    let about = cooperation.about.first().filter(|_| !has_box(cooperation));
                    open.extend(about.cloned());
                    about.is_none().then(|| (RecordKind::Cooperation, id.as_str().to_owned()))
                }),
                Subject::Activity(id) if !self.with.contains(&RecordKind::Activity) => {
                    let of = index.get(id).into_iter().flat_map(|activity| activity.of.iter().rev());
                    open.extend(of.cloned());
                    None
                }
                known => Some((known.key().0, known.key().1.to_owned())),
            };
            if let Some((kind, id)) = key {
                let node = self.find(kind, &id);
                if known.insert(node) {
                    nodes.push(node);
                }
            }
        }
        nodes
    }

    pub(super) fn column(&self, node: usize) -> usize {
        column(self.graph.nodes[node].kind)
    }

    /// A line, drawn from left to right, with what stands at either of its ends; two that say the same are one. Money goes
    /// to the second of the two. From a box to itself there is none.
    pub(super) fn link(
        &mut self,
        kind: LinkKind,
        at: [&str; 2],
        ends: (usize, usize),
        title: String,
    ) -> bool {
        let turned = self.column(ends.0) > self.column(ends.1);
        let (from, to, label) = if turned { (ends.1, ends.0, at[0]) } else { (ends.0, ends.1, at[1]) };
        if from == to {
            return false;
        }
        let new = self.graph.links.len();
        let place = *self.drawn.entry((from, to, kind, label.to_owned())).or_insert(new);
        if place == new {
            let arrow = match kind {
                LinkKind::Money if turned => Arrow::From,
                LinkKind::Money => Arrow::To,
                _ => Arrow::None,
            };
            self.graph.links.push(Link {
                from,
                to,
                kind,
                arrow,
                label: label.to_owned(),
                titles: Vec::new(),
                amounts: Vec::new(),
            });
        }
        self.graph.links[place].titles.push(title);
        if let Some(amount) = self.amount.clone() {
            self.graph.links[place].amounts.push(amount);
        }
        true
    }

    /// A line whose title is: one name, what it is, the other name.
    pub(super) fn says(
        &mut self,
        kind: LinkKind,
        at: [&str; 2],
        (one, other): (usize, usize),
        words: &str,
    ) -> bool {
        let label = self.reader.words;
        let words = label.label(words);
        let title = format!("{} {words} {}", self.graph.nodes[one].label, self.graph.nodes[other].label);
        let at = at.map(|at| label.label(at));
        self.link(kind, at, (one, other), title)
    }
}

/// The most lines that are drawn from the parties of a cooperation to what it is about.
const DIRECT: usize = 400;

/// Whether a cooperation has a box of its own: it is about nothing, or there would be too many lines without one.
pub(super) fn has_box(cooperation: &Cooperation) -> bool {
    cooperation.about.is_empty() || cooperation.parties.len().saturating_mul(cooperation.about.len()) > DIRECT
}

/// When a project runs, or was planned to.
fn when(reader: &Reader, project: &Project) -> String {
    let period = project.period.as_ref().map(|period| reader.words.period(period));
    let when = period.or_else(|| reader.planned(project.planned.as_ref()));
    when.unwrap_or_else(|| reader.words.label("undated").to_owned())
}
