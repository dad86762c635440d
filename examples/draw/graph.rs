//! What stands on a map, and the lines between.

use super::build::build;
use crate::show::Reader;
use cooperation::Kind;
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
        let whole = build(reader);
        // Groups that are only spoken of, as those whom a goal is meant to reach, are no party to anything.
        let mut kept: Vec<bool> = whole.nodes.iter().map(|node| node.kind != Kind::Group).collect();
        for link in &whole.links {
            kept[link.from] = true;
            kept[link.to] = true;
        }
        whole.only(&kept)
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
