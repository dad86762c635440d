//! What stands on a map, and the lines between.

use crate::reader::Reader;
use cooperation::Kind;
use std::error::Error;

/// What stands on a map.
#[derive(Debug)]
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

/// The end of a line at which an arrow stands. Money goes one way; of all else the label tells which way it is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Arrow {
    None,
    From,
    To,
}

/// A line between two nodes. The label stands at `to` and is what can be said of it: 'owned by' the other; or, with the
/// word 'it', what can be said of the other: 'runs under it'.
#[derive(Debug)]
pub(crate) struct Link {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) kind: LinkKind,
    pub(super) arrow: Arrow,
    pub(super) label: String,
    /// The same as a sentence: one for each record that says so.
    pub(super) titles: Vec<String>,
}

pub(super) const COLUMNS: [&str; 6] = [
    "Networks",
    "Organizations and groups",
    "Projects",
    "Programmes and instruments",
    "Activities and barriers",
    "Goals",
];

/// The column in which records of a kind stand.
pub(super) fn column(kind: Kind) -> usize {
    match kind {
        Kind::Network => 0,
        Kind::Organization | Kind::Group => 1,
        Kind::Programme | Kind::PolicyInstrument => 3,
        Kind::Activity | Kind::Barrier => 4,
        Kind::Goal => 5,
        _ => 2,
    }
}

/// The boxes and lines of a map.
#[derive(Debug, Default)]
pub struct Graph {
    pub(super) nodes: Vec<Node>,
    pub(super) links: Vec<Link>,
    /// What of the dataset it shows, where it is not the whole.
    pub(super) part: Option<String>,
    /// How many records of which kinds have neither a box nor a line, nor their name in a box.
    pub(super) left_out: Vec<(Kind, usize)>,
    /// How many related records are not in the dataset, so that there is only a title or an identifier.
    pub(super) outside: usize,
}

impl Graph {
    /// What is at most so many lines away from the record with this id.
    ///
    /// # Errors
    /// When the dataset has no such record, or several kinds of record have the id.
    pub fn near(self, focus: &str, depth: usize) -> Result<Self, Box<dyn Error>> {
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

    /// What of the dataset is not drawn, in words. How much of that would be near a focus is not known.
    pub(super) fn not_drawn(&self) -> Option<String> {
        let words = self.left_out.iter().filter(|(kind, _)| self.part.is_none() || *kind != Kind::Group);
        let mut words: Vec<String> = words
            .map(|&(kind, count)| if self.part.is_some() { plural(kind) } else { counted(kind, count) })
            .collect();
        words.extend(match (self.outside, self.part.is_some()) {
            (0, _) => None,
            (_, true) => Some("related records outside the dataset".to_owned()),
            (1, false) => Some("1 related record outside the dataset".to_owned()),
            (count, false) => Some(format!("{count} related records outside the dataset")),
        });
        (!words.is_empty()).then(|| format!("Not drawn: {}", words.join(", ")))
    }

    /// What it shows: the title of the dataset, and which part of it.
    pub(super) fn subtitle(&self, reader: &Reader) -> String {
        let title = reader.index.dataset().title.as_ref().map(|title| reader.text(title));
        [title, self.part.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(": ")
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
pub(super) fn counted(kind: Kind, count: usize) -> String {
    match (kind, count) {
        (Kind::Funding, 1) => "1 funding record".to_owned(),
        (_, 1) => format!("1 {}", kind.title()),
        _ => format!("{count} {}", plural(kind)),
    }
}

fn plural(kind: Kind) -> String {
    match kind {
        Kind::Funding => "funding records".to_owned(),
        _ => kind.list().replace('_', " "),
    }
}
