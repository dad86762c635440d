//! The boxes of a map and the lines between them.

use crate::reader::Reader;
use crate::words::Words;
use cooperation::{Money, RecordKind, values::Totals};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::error::Error;

/// A box of a map.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(super) kind: RecordKind,
    pub(super) id: String,
    pub(super) label: String,
    /// What kind of record it is, and what it is as well.
    pub(super) note: String,
    /// Whether the dataset has such a record.
    pub(super) known: bool,
}

/// Meaning of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum LinkKind {
    Membership,
    Participation,
    Cooperation,
    Programme,
    Money,
    Goal,
    Activity,
    About,
    SameAs,
}

impl LinkKind {
    pub(super) const ALL: [(Self, &'static str, &'static str); 9] = [
        (Self::Membership, "membership", "membership"),
        (Self::Participation, "participation", "part in a project"),
        (Self::Cooperation, "cooperation", "cooperation"),
        (Self::Programme, "under", "under a programme"),
        (Self::Money, "money", "money, to where the arrow points"),
        (Self::Goal, "goal", "goal"),
        (Self::Activity, "activity", "activity"),
        (Self::About, "about", "about, made by, meant for"),
        (Self::SameAs, "same", "the same, or perhaps the same"),
    ];

    /// Its word in markup.
    pub(super) fn class(self) -> &'static str {
        Self::ALL.iter().find(|(kind, ..)| *kind == self).map_or("", |(_, class, _)| class)
    }
}

/// End of a line with an arrow. Only money has arrows; for other relations the label shows the direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Arrow {
    None,
    From,
    To,
}

/// A line between two nodes. The label stands at `to` and is what can be said of it: 'owned by' the other; or, with the
/// word 'it', what can be said of the other: 'runs under it'.
#[derive(Clone, Debug)]
pub(crate) struct Link {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) kind: LinkKind,
    pub(super) arrow: Arrow,
    pub(super) label: String,
    /// The relation as sentences, one for each record that states it.
    pub(super) titles: Vec<String>,
    /// The amounts of money, each with its status where that is committed or disbursed.
    pub(super) amounts: Vec<(String, Money)>,
}

pub(super) const COLUMNS: [&str; 6] = [
    "Networks",
    "Organizations and groups",
    "Projects",
    "Programmes and instruments",
    "Activities and barriers",
    "Goals",
];

/// Column of the records of a kind.
pub(super) fn column(kind: RecordKind) -> usize {
    match kind {
        RecordKind::Network => 0,
        RecordKind::Organization | RecordKind::Group => 1,
        RecordKind::Programme | RecordKind::PolicyInstrument => 3,
        RecordKind::Activity | RecordKind::Barrier => 4,
        RecordKind::Goal => 5,
        _ => 2,
    }
}

/// The boxes and lines of a map.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    pub(super) nodes: Vec<Node>,
    pub(super) links: Vec<Link>,
    /// What of the dataset it shows, where it is not the whole.
    pub(super) part: Option<String>,
    /// The boxes that the map is drawn around.
    pub(super) focus: BTreeSet<(RecordKind, String)>,
    /// How many records of which kinds have neither a box nor a line, nor their name in a box.
    pub(super) left_out: Vec<(RecordKind, usize)>,
    /// How many related records are not in the dataset, so that there is only a title or an identifier.
    pub(super) outside: usize,
}

impl Graph {
    /// What is at most so many lines away from a record, which is named by its id, its acronym or its name.
    ///
    /// # Errors
    /// When the dataset has no such record, or the map has no box for it.
    pub fn near(self, reader: &Reader, focus: &str, depth: usize) -> Result<Self, Box<dyn Error>> {
        let words = reader.words;
        let wanted = |node: &Node| {
            let split = focus.split_once(['/', ':']);
            node.id == focus || split.is_some_and(|(kind, id)| node.kind.as_str() == kind && node.id == id)
        };
        // A box can represent an id that the dataset has no record of.
        let meant: HashSet<(RecordKind, String)> = if self.nodes.iter().any(wanted) {
            self.nodes.iter().filter(|node| wanted(node)).map(|node| (node.kind, node.id.clone())).collect()
        } else {
            let kinds: Vec<RecordKind> =
                RecordKind::ALL.iter().copied().filter(|kind| *kind != RecordKind::Source).collect();
            reader.find(focus, &kinds)?.into_iter().map(|(kind, id)| (kind, id.to_owned())).collect()
        };
        let named = |node: &Node| meant.contains(&(node.kind, node.id.clone()));
        let mut near: Vec<bool> = self.nodes.iter().map(named).collect();
        if !near.contains(&true) {
            return Err(format!("nothing on the map has the id '{}'", focus.escape_debug()).into());
        }
        let foci: Vec<&str> =
            self.nodes.iter().filter(|node| named(node)).map(|node| node.label.as_str()).collect();
        let foci: Vec<String> = foci.into_iter().map(str::to_owned).collect();
        let part =
            words.fill("at most {} from {}", &[&words.counted(depth, "line", "lines"), &words.all(&foci)]);
        let mut beside: Vec<Vec<usize>> = vec![Vec::new(); self.nodes.len()];
        for link in &self.links {
            beside[link.from].push(link.to);
            beside[link.to].push(link.from);
        }
        let mut edge: Vec<usize> = (0..near.len()).filter(|&node| near[node]).collect();
        for _ in 0..depth {
            let reached: Vec<usize> = edge.iter().flat_map(|&node| beside[node].iter().copied()).collect();
            edge = reached.into_iter().filter(|&node| !std::mem::replace(&mut near[node], true)).collect();
            if edge.is_empty() {
                break;
            }
        }
        let focus =
            self.nodes.iter().filter(|node| named(node)).map(|node| (node.kind, node.id.clone())).collect();
        Ok(Self { part: Some(part), focus, ..self.only(&near) })
    }

    /// The same with the amounts of money beside their lines: on lines that meet a box in one point their sum, or with
    /// `each` on each line its own.
    pub(super) fn with_amounts(&self, words: Words, each: bool) -> Self {
        let mut graph = self.clone();
        let mut meeting: BTreeMap<(usize, String, usize), Vec<usize>> = BTreeMap::new();
        for (number, link) in graph.links.iter().enumerate().filter(|(_, link)| !link.amounts.is_empty()) {
            let alone = if each { number } else { 0 };
            meeting.entry((link.to, link.label.clone(), alone)).or_default().push(number);
        }
        for ((_, label, _), links) in meeting {
            let mut sums: BTreeMap<&str, Totals> = BTreeMap::new();
            let amounts = links.iter().flat_map(|&link| &graph.links[link].amounts);
            // A sum with too many digits is not written.
            let is_exact = amounts.fold(true, |is_exact, (status, money)| {
                sums.entry(status).or_default().add(money).is_ok() && is_exact
            });
            let is_one = sums.len() == 1;
            let sums: Vec<String> = sums
                .into_iter()
                .map(|(status, sum)| match words.totals(&sum) {
                    sum if is_one || status.is_empty() => sum,
                    sum => format!("{sum} {status}"),
                })
                .collect();
            if is_exact {
                for link in links {
                    // In place of the word for money: 'gives 500 EUR'.
                    let sums = sums.join(", ");
                    graph.links[link].label = label.replacen(words.label("money"), &sums, 1);
                }
            }
        }
        graph
    }

    /// What of the dataset is not drawn, in words. How much of that would be near a focus is not known.
    pub(super) fn not_drawn(&self, words: Words) -> Option<String> {
        let kinds =
            self.left_out.iter().filter(|(kind, _)| self.part.is_none() || *kind != RecordKind::Group);
        let mut said: Vec<String> = kinds
            .map(|&(kind, count)| {
                if self.part.is_some() {
                    words.label(plural(kind)).to_owned()
                } else {
                    counted(words, kind, count)
                }
            })
            .collect();
        let [one, many] = ["related record outside the dataset", "related records outside the dataset"];
        said.extend(match (self.outside, self.part.is_some()) {
            (0, _) => None,
            (_, true) => Some(words.label(many).to_owned()),
            (count, false) => Some(words.counted(count, one, many)),
        });
        (!said.is_empty()).then(|| words.fill("Not drawn: {}", &[&said.join(", ")]))
    }

    /// The same, with more said of which part of the dataset it shows.
    pub(super) fn part_of(mut self, filters: Option<String>) -> Self {
        let parts: Vec<String> = filters.into_iter().chain(self.part.take()).collect();
        self.part = (!parts.is_empty()).then(|| parts.join(", "));
        self
    }

    /// Whether the map is drawn around the box.
    pub(super) fn is_focus(&self, node: &Node) -> bool {
        self.focus.contains(&(node.kind, node.id.clone()))
    }

    /// What it shows: the title of the dataset, and which part of it.
    pub(super) fn subtitle(&self, reader: &Reader) -> String {
        let title = reader.index.dataset().title.as_ref().map(|title| reader.text(title));
        [title, self.part.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(": ")
    }

    /// In each column so many boxes at most: those that the map is drawn around, then those with the most lines.
    pub(super) fn busiest(&self, most: usize) -> Self {
        let mut lines = vec![0_usize; self.nodes.len()];
        for link in &self.links {
            lines[link.from] += 1;
            lines[link.to] += 1;
        }
        let mut order: Vec<usize> = (0..self.nodes.len()).collect();
        order.sort_by_cached_key(|&node| {
            (!self.is_focus(&self.nodes[node]), std::cmp::Reverse(lines[node]), node)
        });
        let (mut kept, mut taken) = (vec![false; self.nodes.len()], [0_usize; COLUMNS.len()]);
        for node in order {
            let column = column(self.nodes[node].kind);
            kept[node] = taken[column] < most;
            taken[column] += 1;
        }
        self.clone().only(&kept)
    }

    pub(super) fn only(mut self, kept: &[bool]) -> Self {
        let mut next = 0..;
        let numbers: Vec<Option<usize>> =
            kept.iter().map(|&kept| if kept { next.next() } else { None }).collect();
        let nodes = std::mem::take(&mut self.nodes)
            .into_iter()
            .zip(kept)
            .filter(|(_, kept)| **kept)
            .map(|(node, _)| node);
        let links = std::mem::take(&mut self.links).into_iter().filter_map(|link| {
            let (from, to) = (numbers[link.from]?, numbers[link.to]?);
            Some(Link { from, to, ..link })
        });
        Self { nodes: nodes.collect(), links: links.collect(), ..self }
    }
}

/// So many records of a kind, in words.
pub(super) fn counted(words: Words, kind: RecordKind, count: usize) -> String {
    let one = if kind == RecordKind::Funding { "funding record" } else { kind.title() };
    words.counted(count, one, plural(kind))
}

/// What several records of a kind are called.
pub(crate) fn plural(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Funding => "funding records",
        RecordKind::PolicyInstrument => "policy instruments",
        _ => kind.list(),
    }
}
