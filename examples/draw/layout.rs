//! Where everything on a map stands: columns by kind, lines that only run between columns and through gaps in them.

use super::graph::{Graph, Link, LinkKind, column};
use super::order::{Tie, align, order};
use super::text::{cut, width, wrap};
use std::collections::{BTreeMap, BTreeSet};

/// The size of names, and of what is written smaller.
pub(super) const LARGE: i32 = 13;
pub(super) const SMALL: i32 = 11;

/// How high a line of either is.
pub(super) const LARGE_LINE: i32 = 17;
pub(super) const SMALL_LINE: i32 = 14;

/// How wide boxes are; and where so many stand in a column that it is long rather than wide.
const BOX_WIDTH: i32 = 204;
const WIDE_BOX: i32 = 280;
const LONG_COLUMN: usize = 24;
/// Between the edge of a box and its text.
pub(super) const PADDING: i32 = 14;
/// From one line that meets a box to the next: room for a label.
const PORT: i32 = 17;
const LANE: i32 = 9;
const GAP: i32 = 16;
const WIDEST_LABEL: i32 = 170;
/// So many lines that meet in one point run along a lane rather than in curves; and so many where they come from so far
/// apart.
const MANY: usize = 6;
const SEVERAL: usize = 3;
const FAR: i32 = 900;

pub(super) struct Frame {
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) width: i32,
    pub(super) height: i32,
    pub(super) lines: Vec<String>,
    pub(super) notes: Vec<String>,
}

/// What lines have in common that meet a box in one point: drawn once, so that dashes stay dashes.
pub(super) struct Trunk {
    pub(super) kind: LinkKind,
    pub(super) course: String,
    /// The lines, by number.
    pub(super) links: Vec<usize>,
    /// What is written on it, and where.
    pub(super) label: String,
    pub(super) x: i32,
    pub(super) y: i32,
    /// Whether the label ends at `x`, rather than starting there.
    pub(super) before: bool,
}

pub(super) struct Layout {
    pub(super) width: i32,
    pub(super) height: i32,
    /// The number of each column, and its left edge.
    pub(super) columns: Vec<(usize, i32)>,
    pub(super) frames: Vec<Frame>,
    /// The course of each link, as far as it is its own.
    pub(super) courses: Vec<String>,
    pub(super) trunks: Vec<Trunk>,
}

/// Where lines meet a box on one side: lines that say the same meet in one point.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Port {
    node: usize,
    /// On the outer side of the last column, rather than on the left.
    outer: bool,
    /// Where a line within a column begins.
    start: bool,
    kind: LinkKind,
    label: String,
}

struct Plan<'g> {
    graph: &'g Graph,
    /// Which columns there are, and the place of each node among them.
    used: Vec<usize>,
    place: Vec<usize>,
    columns: Vec<Vec<usize>>,
    box_width: i32,
    heights: Vec<i32>,
    /// For each link what it runs through: a node, gaps in columns, a node. Empty where both ends are in one column.
    chains: Vec<Vec<usize>>,
    ports: BTreeMap<Port, i32>,
}

pub(super) fn lay_out(graph: &Graph, top: i32) -> Layout {
    let mut plan = Plan::new(graph);
    let frames = plan.frames();
    plan.heights = frames.iter().map(|frame| frame.height).collect();
    plan.chain();
    let things = plan.heights.len();
    let ties = plan.ties(&vec![0; graph.links.len()]);
    let beside: Vec<(usize, usize)> =
        graph.links.iter().filter(|link| plan.is_beside(link)).map(|link| (link.from, link.to)).collect();
    order(&mut plan.columns, &ties, &beside, things);
    let mut middles = align(&plan.columns, &ties, things, |above, below| plan.apart(above, below));
    let mut leave = plan.meet(&middles);
    for _ in 0..2 {
        middles = align(&plan.columns, &plan.ties(&leave), things, |above, below| plan.apart(above, below));
        leave = plan.meet(&middles);
    }
    plan.finish(frames, &mut middles, &leave, top)
}

impl<'g> Plan<'g> {
    fn new(graph: &'g Graph) -> Self {
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
        };
        for link in &graph.links {
            plan.ports.insert(plan.port(link), 0);
            if plan.is_beside(link) {
                plan.ports.insert(plan.start(link), 0);
            }
        }
        plan
    }

    /// Whether both ends of a link are in one column.
    fn is_beside(&self, link: &Link) -> bool {
        self.place[link.from] == self.place[link.to]
    }

    fn port(&self, link: &Link) -> Port {
        let outer = self.is_beside(link) && self.place[link.to] + 1 == self.columns.len();
        Port { node: link.to, outer, start: false, kind: link.kind, label: link.label.clone() }
    }

    fn start(&self, link: &Link) -> Port {
        Port { node: link.from, start: true, ..self.port(link) }
    }

    fn frames(&self) -> Vec<Frame> {
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
                let notes = wrap(&node.note, SMALL, room, 3);
                let text = high(&lines, LARGE_LINE) + high(&notes, SMALL_LINE) + 16;
                let height = text.max(sides[0] + 6).max(sides[1] + 6);
                Frame { x: 0, y: 0, width: self.box_width, height, lines, notes }
            })
            .collect()
    }

    /// Makes gaps in the columns that links skip. Lines that meet a box in one point share a gap.
    fn chain(&mut self) {
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

    fn is_node(&self, thing: usize) -> bool {
        thing < self.graph.nodes.len()
    }

    fn apart(&self, above: usize, below: usize) -> i32 {
        let gap = match (self.is_node(above), self.is_node(below)) {
            (true, true) => GAP,
            (false, false) => 7,
            _ => 11,
        };
        (self.heights[above] + self.heights[below]) / 2 + gap
    }

    /// The ties between neighbouring columns, each once, given how far from the middle each link leaves its box.
    fn ties(&self, leave: &[i32]) -> Vec<Tie> {
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
    fn meet(&mut self, middles: &[i32]) -> Vec<i32> {
        let mut from: BTreeMap<Port, Vec<i32>> = BTreeMap::new();
        for (link, chain) in self.graph.links.iter().zip(&self.chains) {
            match chain.as_slice() {
                [.., last, _] => from.entry(self.port(link)).or_default().push(middles[*last]),
                _ => {
                    from.entry(self.port(link)).or_default().push(middles[link.from]);
                    from.entry(self.start(link)).or_default().push(middles[link.to]);
                }
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

    /// How wide the labels on one side of a column are.
    fn label_room(&self, place: usize, outer: bool) -> i32 {
        let here = |port: &&Port| self.place[port.node] == place && port.outer == outer;
        let widest = self.ports.keys().filter(here).filter(|port| !port.start).map(|port| {
            if port.label.is_empty() { 6 } else { width(&port.label, SMALL).min(WIDEST_LABEL) + 16 }
        });
        widest.max().unwrap_or(0)
    }

    fn finish(self, mut frames: Vec<Frame>, middles: &mut [i32], leave: &[i32], top: i32) -> Layout {
        let least = (0..middles.len()).map(|thing| middles[thing] - self.heights[thing] / 2).min().unwrap_or(0);
        middles.iter_mut().for_each(|middle| *middle += top - least);
        let lanes = self.lanes(middles);
        let count = |place: usize| {
            let here = lanes.iter().filter(|((from, ..), _)| self.place[*from] == place);
            here.map(|(_, lane)| lane + 1).max().unwrap_or(0)
        };
        let buses = self.buses(middles);
        let last = self.columns.len().saturating_sub(1);
        let mut x = 24;
        let mut edges = Vec::new();
        let mut curves = Vec::new();
        for place in 0..self.columns.len() {
            let bus = buses.values().filter(|(at, _)| *at == place).map(|(_, lane)| (lane + 1) * LANE + 8).max();
            let curve = if place == 0 { 0 } else { self.curve_room(place) + bus.unwrap_or(0) };
            let side = if place == last { 0 } else { count(place) * LANE };
            curves.push(x + curve);
            x += curve + side + self.label_room(place, false);
            edges.push(x);
            x += self.box_width;
        }
        let outer = count(last) * LANE + self.label_room(last, true);
        for (node, frame) in frames.iter_mut().enumerate() {
            frame.x = edges[self.place[node]];
            frame.y = middles[node] - frame.height / 2;
        }
        let (courses, trunks) = self.courses(middles, leave, &edges, &curves, &lanes, &buses);
        let bottom = (0..middles.len()).map(|thing| middles[thing] + self.heights[thing] / 2).max();
        Layout {
            width: x + outer + 24,
            height: bottom.unwrap_or(top) + 16,
            columns: self.used.iter().copied().zip(edges.iter().copied()).collect(),
            frames,
            courses,
            trunks,
        }
    }

    /// Room for the curves before a column: the more of them, the more.
    fn curve_room(&self, place: usize) -> i32 {
        let lines = self.chains.iter().flat_map(|chain| chain.windows(2));
        let count = lines.filter(|pair| self.place[pair[1]] == place).count();
        46 + i32::try_from(count / 2).unwrap_or(i32::MAX).min(120)
    }

    /// The ports that so many lines come to that they get a lane of their own before their column; with the column and
    /// the number of the lane.
    fn buses(&self, middles: &[i32]) -> BTreeMap<Port, (usize, i32)> {
        let mut from: BTreeMap<Port, BTreeSet<usize>> = BTreeMap::new();
        for (link, chain) in self.graph.links.iter().zip(&self.chains) {
            if let [.., last, _] = chain.as_slice() {
                from.entry(self.port(link)).or_default().insert(*last);
            }
        }
        let mut used: BTreeMap<usize, i32> = BTreeMap::new();
        let mut buses = BTreeMap::new();
        for (port, from) in from {
            let heights = || from.iter().map(|&thing| middles[thing]);
            let far = heights().max().unwrap_or(0) - heights().min().unwrap_or(0) > FAR;
            if from.len() >= MANY || (from.len() >= SEVERAL && far) {
                let place = self.place[port.node];
                let lane = used.entry(place).or_default();
                buses.insert(port, (place, *lane));
                *lane += 1;
            }
        }
        buses
    }

    /// For lines within a column, how far from it each runs: those that begin alike share a lane, and none lies on
    /// another.
    fn lanes(&self, middles: &[i32]) -> BTreeMap<(usize, LinkKind, String), i32> {
        let mut spans: BTreeMap<(usize, LinkKind, String), (i32, i32)> = BTreeMap::new();
        for link in self.graph.links.iter().filter(|link| self.is_beside(link)) {
            let ends = [self.port(link), self.start(link)].map(|port| self.meets(&port, middles));
            let span = spans
                .entry((link.from, link.kind, link.label.clone()))
                .or_insert((ends[0].min(ends[1]), ends[0].max(ends[1])));
            *span = (span.0.min(ends[0]), span.1.max(ends[0]));
        }
        let mut short: Vec<_> = spans.into_iter().collect();
        short.sort_by_key(|(_, (first, last))| last - first);
        let mut taken: Vec<(usize, i32, i32, i32)> = Vec::new();
        let mut lanes = BTreeMap::new();
        for (key, (first, last)) in short {
            let place = self.place[key.0];
            let is_free = |lane: i32| {
                !taken.iter().any(|&(at, taken, from, to)| {
                    at == place && taken == lane && from <= last + 6 && first <= to + 6
                })
            };
            let lane = (0..).find(|&lane| is_free(lane)).unwrap_or(0);
            taken.push((place, lane, first, last));
            lanes.insert(key, lane);
        }
        lanes
    }

    fn meets(&self, port: &Port, middles: &[i32]) -> i32 {
        middles[port.node] + self.ports.get(port).copied().unwrap_or(0)
    }

    /// The course of every link and what links have in common.
    fn courses(
        &self,
        middles: &[i32],
        leave: &[i32],
        edges: &[i32],
        curves: &[i32],
        lanes: &BTreeMap<(usize, LinkKind, String), i32>,
        buses: &BTreeMap<Port, (usize, i32)>,
    ) -> (Vec<String>, Vec<Trunk>) {
        let mut trunks: BTreeMap<Port, Trunk> = BTreeMap::new();
        let mut shared: BTreeMap<(Port, usize), usize> = BTreeMap::new();
        for (number, link) in self.graph.links.iter().enumerate() {
            let port = self.port(link);
            let edge = edges[self.place[link.to]];
            let y = self.meets(&port, middles);
            let room = self.label_room(self.place[link.to], port.outer);
            let (from, to) =
                if port.outer { (edge + self.box_width + room, edge + self.box_width) } else { (edge - room, edge) };
            let trunk = trunks.entry(port.clone()).or_insert_with(|| Trunk {
                kind: link.kind,
                course: format!("M{from} {y}H{to}"),
                links: Vec::new(),
                label: cut(&port.label, SMALL, WIDEST_LABEL),
                x: if port.outer { to + 6 } else { to - 6 },
                y: y - 4,
                before: !port.outer,
            });
            trunk.links.push(number);
            for &thing in self.chains[number].iter().skip(1) {
                *shared.entry((port.clone(), thing)).or_default() += 1;
            }
        }
        let mut courses = Vec::new();
        let mut bused: BTreeMap<(usize, LinkKind, &str), (i32, i32)> = BTreeMap::new();
        let mut risen: BTreeMap<Port, (i32, i32)> = BTreeMap::new();
        for (number, link) in self.nearest_first(middles) {
            let port = self.port(link);
            let place = self.place[link.to];
            let room = self.label_room(place, port.outer);
            if self.is_beside(link) {
                let lane = lanes.get(&(link.from, link.kind, link.label.clone())).copied().unwrap_or(0);
                let (from, to) = (self.meets(&self.start(link), middles), self.meets(&port, middles));
                let drawn = bused.entry((link.from, link.kind, &link.label)).or_insert((from, from));
                let begun = if to < from { drawn.0 } else { drawn.1 };
                *drawn = (drawn.0.min(to), drawn.1.max(to));
                let (edge, out) = if port.outer { (edges[place] + self.box_width, 1) } else { (edges[place], -1) };
                let label = edge + out * room;
                let far = label + out * ((lane + 1) * LANE - 4);
                let near = far - out * 4;
                let turn = if to > from { 4 } else { -4 };
                let start = if begun == from {
                    format!("M{edge} {from}H{near}Q{far} {from} {far} {}", from + turn)
                } else {
                    format!("M{far} {}", begun - turn)
                };
                courses.push((number, format!("{start}V{}Q{far} {to} {near} {to}H{label}", to - turn)));
                continue;
            }
            let mut x = edges[self.place[link.from]] + self.box_width;
            let mut y = middles[link.from] + leave[number];
            let mut own = String::new();
            let mut trunk = String::new();
            let mut alone = true;
            for &thing in self.chains[number].iter().skip(1) {
                let place = self.place[thing];
                let turn = curves[place];
                let ends = thing == link.to;
                let level = if ends { self.meets(&port, middles) } else { middles[thing] };
                if let Some((_, lane)) = buses.get(&port).filter(|_| ends) {
                    let lane = edges[place - 1] + self.box_width + 10 + lane * LANE;
                    let (top, bottom) = risen.entry(port.clone()).or_insert((level, level));
                    let (begun, turn) = if y < level { (*top, 4) } else { (*bottom, -4) };
                    let mut rise = format!("M{x} {y}H{}Q{lane} {y} {lane} {}", lane - 4, y + turn);
                    if begun == level && y != level {
                        rise += &format!("V{}Q{lane} {level} {} {level}", level - turn, lane + 4);
                    } else if (begun - y) * turn > 0 {
                        rise += &format!("V{}", begun + turn);
                    }
                    (*top, *bottom) = ((*top).min(y), (*bottom).max(y));
                    if alone { &mut own } else { &mut trunk }.push_str(&rise);
                    trunk.push_str(&format!("M{} {level}H{}", lane + 4, edges[place] - room));
                    continue;
                }
                let half = (x + turn) / 2;
                let curve = format!("M{x} {y}C{half} {y} {half} {level} {turn} {level}");
                // From the first gap that others run through as well, the way is theirs too.
                if alone { &mut own } else { &mut trunk }.push_str(&curve);
                alone &= ends || shared.get(&(port.clone(), thing)) == Some(&1);
                let next = if ends { edges[place] - room } else { edges[place] + self.box_width };
                if next > turn {
                    let level = format!("M{turn} {level}H{next}");
                    if alone && !ends { &mut own } else { &mut trunk }.push_str(&level);
                }
                (x, y) = (next, level);
            }
            if let Some(known) = trunks.get_mut(&port)
                && !known.course.contains(&trunk)
            {
                known.course.push_str(&trunk);
            }
            courses.push((number, own));
        }
        courses.sort_unstable();
        (courses.into_iter().map(|(_, course)| course).collect(), trunks.into_values().collect())
    }

    /// The links with their numbers, those first whose ends stand near each other.
    fn nearest_first(&self, middles: &[i32]) -> Vec<(usize, &'g Link)> {
        let mut links: Vec<(usize, &Link)> = self.graph.links.iter().enumerate().collect();
        links.sort_by_key(|(_, link)| (middles[link.from] - middles[link.to]).abs());
        links
    }
}

fn high(lines: &[String], each: i32) -> i32 {
    i32::try_from(lines.len()).unwrap_or(0) * each
}
