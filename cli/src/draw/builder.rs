//! The boxes of a map, and the nodes and lines that the relations are drawn with.

use super::graph::{Arrow, Graph, Link, LinkKind, Node, column};
use crate::reader::Reader;
use cooperation::{Count, Kind, Listed, Party, Period, PlaceId, Record, Subject};
use std::collections::{HashMap, HashSet};

pub(super) struct Builder<'r, 'a> {
    pub(super) reader: &'r Reader<'a>,
    pub(super) with: &'r [Kind],
    pub(super) graph: Graph,
    places: HashMap<(Kind, String), usize>,
    drawn: HashMap<(usize, usize, LinkKind, String), usize>,
    /// The places that boxes name.
    named: HashSet<String>,
    /// How many fundings no line tells of: those with one end, or with one party at both.
    pub(super) money_left_out: usize,
}

impl<'r, 'a> Builder<'r, 'a> {
    pub(super) fn new(reader: &'r Reader<'a>, with: &'r [Kind]) -> Self {
        Self {
            reader,
            with,
            graph: Graph::default(),
            places: HashMap::new(),
            drawn: HashMap::new(),
            named: HashSet::new(),
            money_left_out: 0,
        }
    }

    /// Whether a box names the place.
    pub(super) fn names(&self, place: &PlaceId) -> bool {
        self.named.contains(place.as_str())
    }

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
    pub(super) fn find(&mut self, kind: Kind, id: &str) -> usize {
        match self.places.get(&(kind, id.to_owned())) {
            Some(&place) => place,
            None => self.node((kind, id), id.to_owned(), &["not in the dataset".to_owned()], false),
        }
    }

    pub(super) fn party(&mut self, party: &Party) -> usize {
        let (kind, id) = party.key();
        self.find(kind, id)
    }

    fn record<T: Listed>(&mut self, record: &T, acronym: Option<&cooperation::Label>, more: &[String]) {
        let name = record.label().map_or(record.id().as_str(), |name| self.reader.text(name));
        let label = acronym.map_or_else(|| name.to_owned(), |acronym| format!("{name} ({acronym})"));
        self.node((T::KIND, record.id().as_str()), label, more, true);
    }

    /// Where something is, in words.
    fn at(&mut self, places: &[PlaceId]) -> String {
        let names: Vec<&str> = places
            .iter()
            .map(|id| self.reader.index.get(id).and_then(Record::label))
            .zip(places)
            .map(|(name, id)| name.map_or(id.as_str(), |name| self.reader.text(name)))
            .collect();
        let words = if names.is_empty() { String::new() } else { format!("in {}", names.join(", ")) };
        self.named.extend(places.iter().map(ToString::to_string));
        words
    }

    pub(super) fn nodes(&mut self) {
        let dataset = self.reader.index.dataset();
        for network in &dataset.networks {
            let at = self.at(&network.places);
            let more = [word(network.scope.as_ref()), word(network.status.as_ref()), at];
            self.record(network, network.acronym.as_ref(), &more);
        }
        for organization in &dataset.organizations {
            let at = self.at(organization.place.as_slice());
            let more = [word(organization.kind.as_ref()), at];
            self.record(organization, organization.acronym.as_ref(), &more);
        }
        for group in &dataset.groups {
            let count = match &group.count {
                Some(Count::Vague(words)) => format!("'{}'", self.reader.text(words)),
                count => word(count.as_ref()),
            };
            let at = self.at(&group.places);
            self.record(group, group.acronym.as_ref(), &[count, at]);
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
            let at = self.at(&project.places);
            self.record(project, project.acronym.as_ref(), &[when, at]);
        }
        for programme in &dataset.programmes {
            self.record(programme, programme.acronym.as_ref(), &[word(programme.kind.as_ref())]);
        }
        for instrument in &dataset.policy_instruments {
            let kinds =
                instrument.kinds.iter().filter(|kind| kind.as_str() != Kind::PolicyInstrument.title());
            let at = self.at(&instrument.places);
            let more = [joined(kinds), word(instrument.status.as_ref()), at];
            self.record(instrument, instrument.acronym.as_ref(), &more);
        }
        for activity in dataset.activities.iter().filter(|_| self.with.contains(&Kind::Activity)) {
            let when = word(activity.period.as_ref());
            let more = [word(activity.kind.as_ref()), word(activity.status.as_ref()), when];
            self.record(activity, None, &more);
        }
        for barrier in dataset.barriers.iter().filter(|_| self.with.contains(&Kind::Barrier)) {
            let importance = barrier.importance.as_ref().map(|text| self.reader.text(text).to_owned());
            self.record(barrier, None, importance.as_slice());
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
    pub(super) fn subject(&mut self, subject: &Subject) -> Vec<usize> {
        let mut subject = subject.clone();
        // Activities of activities may go round in a circle.
        for _ in 0..16 {
            let index = &self.reader.index;
            match &subject {
                Subject::Activity(id) if self.with.contains(&Kind::Activity) => {
                    return vec![self.find(Kind::Activity, id.as_str())];
                }
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
            });
        }
        self.graph.links[place].titles.push(title);
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
        let title = format!("{} {words} {}", self.graph.nodes[one].label, self.graph.nodes[other].label);
        self.link(kind, at, (one, other), title)
    }
}

fn word<T: ToString>(code: Option<&T>) -> String {
    code.map(ToString::to_string).unwrap_or_default()
}

fn joined<T: ToString>(codes: impl Iterator<Item = T>) -> String {
    codes.map(|code| code.to_string()).collect::<Vec<_>>().join(", ")
}
