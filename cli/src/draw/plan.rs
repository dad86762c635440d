//! What is known of a map before anything has its place: how high boxes are, through which gaps lines run, where they
//! meet a box.

use super::graph::{Graph, Link, LinkKind, column};
use super::measures::{LARGE, LARGE_LINE, PADDING, SMALL, SMALL_LINE};
use super::order::Tie;
use super::text::{remarks, width, wrap};
use cooperation::RecordKind;
use std::collections::{BTreeMap, BTreeSet};

/// Width of boxes; smaller if a column has so many that it becomes long.
const BOX_WIDTH: i32 = 204;
const WIDE_BOX: i32 = 280;
const LONG_COLUMN: usize = 24;
/// From one line that meets a box to the next: room for a label.
const PORT: i32 = 17;
const GAP: i32 = 16;
/// How far the slanted sides of boxes go in.
pub(super) const SLANT: i32 = 9;
pub(super) const WIDEST_LABEL: i32 = 310;
/// So many lines that meet in one point run along a lane rather than in curves; and so many where they come from so far
/// apart.
const MANY: usize = 6;
const SEVERAL: usize = 3;
const FAR: i32 = 800;

/// Points where lines meet one side of a box: lines with the same meaning meet in one point.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Port {
    pub(super) node: usize,
    /// On the outer side of the last column, rather than on the left.
    pub(super) outer: bool,
    /// Where a line within a column begins.
    pub(super) start: bool,
    pub(super) kind: LinkKind,
    pub(super) label: String,
}

/// The box of a node, with its lines of text.
pub(super) struct Frame {
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) width: i32,
    pub(super) height: i32,
    pub(super) lines: Vec<String>,
    pub(super) notes: Vec<String>,
}

pub(super) struct Plan<'g> {
    pub(super) graph: &'g Graph,
    /// Which columns there are, and the place of each node among them.
    pub(super) used: Vec<usize>,
    pub(super) place: Vec<usize>,
    pub(super) columns: Vec<Vec<usize>>,
    pub(super) box_width: i32,
    pub(super) heights: Vec<i32>,
    /// For each link what it runs through: a node, gaps in columns, a node. Empty where both ends are in one column.
    pub(super) chains: Vec<Vec<usize>>,
    ports: BTreeMap<Port, i32>,
    /// How wide the labels are on either side of each column.
    rooms: Vec<[i32; 2]>,
}

impl<'g> Plan<'g> {
    pub(super) fn new(graph: &'g Graph) -> Self {
        let mut used: Vec<usize> = graph.nodes.iter().map(|node| column(node.kind)).collect();
        used.sort_unstable();
        used.dedup();
        let at = |wanted: usize| used.iter().position(|&known| known == wanted).unwrap_or(0);
        let place: Vec<usize> = graph.nodes.iter().map(|node| at(column(node.kind))).collect();
        let mut columns = vec![Vec::new(); used.len()];
        for (node, &place) in place.iter().enumerate() {
            columns[place].push(node);
        }
        let long = columns.iter().any(|column| column.len() > LONG_COLUMN);
        let mut plan = Self {
            graph,
            box_width: if long { WIDE_BOX } else { BOX_WIDTH },
            used,
            place,
            columns,
            heights: Vec::new(),
            chains: Vec::new(),
            ports: BTreeMap::new(),
            rooms: Vec::new(),
        };
        for link in &graph.links {
            plan.ports.insert(plan.port(link), 0);
            if plan.is_beside(link) {
                plan.ports.insert(plan.start(link), 0);
            }
        }
        plan.measure_labels();
        plan
    }

    /// Whether both ends of a link are in one column.
    pub(super) fn is_beside(&self, link: &Link) -> bool {
        self.place[link.from] == self.place[link.to]
    }

    pub(super) fn port(&self, link: &Link) -> Port {
        let outer = self.is_beside(link) && self.place[link.to] + 1 == self.columns.len();
        Port { node: link.to, outer, start: false, kind: link.kind, label: link.label.clone() }
    }

    pub(super) fn start(&self, link: &Link) -> Port {
        Port { node: link.from, start: true, ..self.port(link) }
    }

    pub(super) fn frames(&self) -> Vec<Frame> {
        let mut sides = vec![[0, 0]; self.graph.nodes.len()];
        for port in self.ports.keys() {
            sides[port.node][usize::from(port.outer)] += PORT;
        }
        let room = self.box_width - 2 * PADDING;
        self.graph
            .nodes
            .iter()
            .zip(sides)
            .map(|(node, sides)| {
                let lines = wrap(&node.label, LARGE, room, 7);
                let notes = remarks(&node.note, SMALL, room, 3);
                let text = high(&lines, LARGE_LINE) + high(&notes, SMALL_LINE) + 16;
                let height = text.max(sides[0] + 6).max(sides[1] + 6);
                Frame { x: 0, y: 0, width: self.box_width, height, lines, notes }
            })
            .collect()
    }

    /// Makes gaps in the columns that links skip. Lines that meet a box in one point share a gap.
    pub(super) fn chain(&mut self) {
        let mut gaps: BTreeMap<(usize, Port), usize> = BTreeMap::new();
        for link in &self.graph.links {
            let mut chain = Vec::new();
            if !self.is_beside(link) {
                chain.push(link.from);
                for between in self.place[link.from] + 1..self.place[link.to] {
                    let new = self.heights.len();
                    let gap = *gaps.entry((between, self.port(link))).or_insert(new);
                    if gap == new {
                        self.heights.push(0);
                        self.place.push(between);
                        self.columns[between].push(gap);
                    }
                    chain.push(gap);
                }
                chain.push(link.to);
            }
            self.chains.push(chain);
        }
    }

    /// Moves what the map is drawn around to the middle of its column: as much above it as below it.
    pub(super) fn center(&mut self) {
        let graph = self.graph;
        let foci = graph.nodes.iter().enumerate().filter(|(_, node)| graph.is_focus(node));
        for (focus, _) in foci {
            let column = &mut self.columns[self.place[focus]];
            column.retain(|&thing| thing != focus);
            let high = |things: &[usize]| things.iter().map(|&thing| self.heights[thing] + GAP).sum::<i32>();
            let uneven = |&at: &usize| (high(&column[..at]) - high(&column[at..])).abs();
            let at = (0..=column.len()).min_by_key(uneven).unwrap_or(0);
            column.insert(at, focus);
        }
    }

    fn is_node(&self, thing: usize) -> bool {
        thing < self.graph.nodes.len()
    }

    pub(super) fn apart(&self, above: usize, below: usize) -> i32 {
        let gap = match (self.is_node(above), self.is_node(below)) {
            (true, true) => GAP,
            (false, false) => 7,
            _ => 11,
        };
        i32::midpoint(self.heights[above], self.heights[below]) + gap
    }

    /// The ties between neighbouring columns, each once, given how far from the middle each link leaves its box.
    pub(super) fn ties(&self, leave: &[i32]) -> Vec<Tie> {
        let mut ties: BTreeMap<(usize, usize, i32), i32> = BTreeMap::new();
        for ((link, chain), &leave) in self.graph.links.iter().zip(&self.chains).zip(leave) {
            let port = self.ports.get(&self.port(link)).copied().unwrap_or(0);
            for pair in chain.windows(2) {
                let right = if pair[1] == link.to { port } else { 0 };
                ties.insert((pair[0], pair[1], right), if pair[0] == link.from { leave } else { 0 });
            }
        }
        ties.into_iter()
            .map(|((left, right, right_offset), left_offset)| Tie { left, right, left_offset, right_offset })
            .collect()
    }

    /// Orders the points at which lines meet each box by where they come from, and gives for each link how far below the
    /// middle of its box it leaves.
    pub(super) fn meet(&mut self, middles: &[i32]) -> Vec<i32> {
        let mut from: BTreeMap<Port, Vec<i32>> = BTreeMap::new();
        for (link, chain) in self.graph.links.iter().zip(&self.chains) {
            if let [.., last, _] = chain.as_slice() {
                from.entry(self.port(link)).or_default().push(middles[*last]);
            } else {
                from.entry(self.port(link)).or_default().push(middles[link.from]);
                from.entry(self.start(link)).or_default().push(middles[link.to]);
            }
        }
        let mut sides: BTreeMap<(usize, bool), Vec<(i32, Port)>> = BTreeMap::new();
        for (port, from) in from {
            let count = i32::try_from(from.len()).unwrap_or(1).max(1);
            let mean = from.iter().sum::<i32>() / count;
            sides.entry((port.node, port.outer)).or_default().push((mean, port));
        }
        for (_, mut ports) in sides {
            ports.sort();
            let all = i32::try_from(ports.len()).unwrap_or(1) - 1;
            for ((_, port), number) in ports.into_iter().zip(0..) {
                // Half a label lower than the middle, so that lines and labels together are in the middle.
                self.ports.insert(port, number * PORT - all * PORT / 2 + i32::from(all > 0) * 3);
            }
        }
        let mut leaving: BTreeMap<usize, Vec<(i32, usize)>> = BTreeMap::new();
        for (number, (link, chain)) in self.graph.links.iter().zip(&self.chains).enumerate() {
            if let [_, next, ..] = chain.as_slice() {
                let port = self.ports.get(&self.port(link)).copied().unwrap_or(0);
                let offset = if *next == link.to { port } else { 0 };
                leaving.entry(link.from).or_default().push((middles[*next] + offset, number));
            }
        }
        let mut leave = vec![0; self.graph.links.len()];
        for (node, mut links) in leaving {
            links.sort_unstable();
            let all = i32::try_from(links.len()).unwrap_or(1) - 1;
            let step = ((self.heights[node] - 20) / all.max(1)).clamp(0, 10);
            for ((_, link), number) in links.into_iter().zip(0..) {
                leave[link] = number * step - all * step / 2;
            }
        }
        leave
    }

    /// How far inside the right edge a box ends, so far from its middle: some are pointed.
    pub(super) fn slope(&self, node: usize, from_middle: i32) -> i32 {
        match self.graph.nodes[node].kind {
            RecordKind::Network | RecordKind::Activity => {
                SLANT * from_middle.abs() / (self.heights[node] / 2).max(1)
            }
            _ => 0,
        }
    }

    /// How wide the labels on one side of a column are.
    pub(super) fn label_room(&self, place: usize, outer: bool) -> i32 {
        self.rooms.get(place).map_or(0, |sides| sides[usize::from(outer)])
    }

    fn measure_labels(&mut self) {
        self.rooms = vec![[0; 2]; self.columns.len()];
        for port in self.ports.keys().filter(|port| !port.start) {
            let wide =
                if port.label.is_empty() { 6 } else { width(&port.label, SMALL).min(WIDEST_LABEL) + 22 };
            let room = &mut self.rooms[self.place[port.node]][usize::from(port.outer)];
            *room = wide.max(*room);
        }
    }

    /// Room for the curves before a column: the more of them, the more. Lines along a lane do not curve.
    pub(super) fn curve_room(&self, place: usize, along_lanes: &[Port]) -> i32 {
        let lines = self.graph.links.iter().zip(&self.chains).flat_map(|(link, chain)| {
            let along = along_lanes.contains(&self.port(link));
            chain.windows(2).filter(move |pair| !(along && pair[1] == link.to))
        });
        let count = lines.filter(|pair| self.place[pair[1]] == place).count();
        56 + i32::try_from(count / 2).unwrap_or(i32::MAX).min(110)
    }

    /// The ports that so many lines come to that these run along a lane before the column.
    pub(super) fn buses(&self, middles: &[i32]) -> Vec<Port> {
        let mut from: BTreeMap<Port, BTreeSet<i32>> = BTreeMap::new();
        for (link, chain) in self.graph.links.iter().zip(&self.chains) {
            if let [.., last, _] = chain.as_slice() {
                from.entry(self.port(link)).or_default().insert(middles[*last]);
            }
        }
        let crowded = |heights: &BTreeSet<i32>| {
            let ends = heights.first().zip(heights.last());
            let far = ends.is_some_and(|(first, last)| last - first > FAR);
            heights.len() >= MANY || (heights.len() >= SEVERAL && far)
        };
        from.into_iter().filter(|(_, heights)| crowded(heights)).map(|(port, _)| port).collect()
    }

    /// For lines within a column, how far from it each runs: those that begin alike share a lane, and none lies on
    /// another.
    pub(super) fn lanes(&self, middles: &[i32]) -> BTreeMap<Port, i32> {
        let mut spans: BTreeMap<Port, (i32, i32)> = BTreeMap::new();
        for link in self.graph.links.iter().filter(|link| self.is_beside(link)) {
            let start = self.start(link);
            let (from, to) = (self.meets(&start, middles), self.meets(&self.port(link), middles));
            let span = spans.entry(start).or_insert((from, from));
            *span = (span.0.min(to), span.1.max(to));
        }
        let mut short: Vec<_> = spans.into_iter().collect();
        short.sort_by_key(|(_, (first, last))| last - first);
        // For each column and lane where it is taken.
        let mut taken: Vec<(usize, i32, i32, i32)> = Vec::new();
        let mut lanes = BTreeMap::new();
        for (start, (first, last)) in short {
            let place = self.place[start.node];
            let mut lane = 0;
            let meets = |lane: i32| {
                taken.iter().any(|&(at, taken, from, to)| {
                    at == place && taken == lane && from <= last + 6 && first <= to + 6
                })
            };
            while meets(lane) {
                lane += 1;
            }
            taken.push((place, lane, first, last));
            lanes.insert(start, lane);
        }
        lanes
    }

    pub(super) fn meets(&self, port: &Port, middles: &[i32]) -> i32 {
        middles[port.node] + self.ports.get(port).copied().unwrap_or(0)
    }
}

fn high(lines: &[String], each: i32) -> i32 {
    i32::try_from(lines.len()).unwrap_or(0) * each
}
