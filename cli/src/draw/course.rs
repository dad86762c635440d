//! The courses of lines: curves between columns, level through gaps and under labels, along lanes where many run together.

use super::graph::{Arrow, Link, LinkKind};
use super::measures::{LANE, SMALL};
use super::plan::{Plan, Port, WIDEST_LABEL};
use super::text::cut;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// How round a corner is.
const ROUND: i32 = 4;
/// How long an arrow is.
pub(super) const BACK: i32 = 10;

/// The point of an arrow, and how far to the right of it the arrow begins.
#[derive(Clone, Copy)]
pub(super) struct Head {
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) back: i32,
}

/// Where a line runs, and the arrow at its end.
#[derive(Default)]
pub(super) struct Course {
    pub(super) line: String,
    pub(super) head: Option<Head>,
}

/// What lines have in common that meet a box in one point: drawn once, so that dashes stay dashes.
pub(super) struct Trunk {
    pub(super) kind: LinkKind,
    pub(super) course: Course,
    /// The lines, by number.
    pub(super) links: Vec<usize>,
    /// What is written on it, and where.
    pub(super) label: String,
    pub(super) x: i32,
    pub(super) y: i32,
    /// Whether the label ends at `x`, rather than starting there.
    pub(super) before: bool,
}

/// Where boxes, gaps and lanes are.
pub(super) struct Spots {
    /// The middle of each box and each gap.
    pub(super) middles: Vec<i32>,
    /// How far below the middle of its box each link leaves it.
    pub(super) leave: Vec<i32>,
    /// The left edge of each column, and where the curves before it end.
    pub(super) edges: Vec<i32>,
    pub(super) curves: Vec<i32>,
    /// For lines within a column the number of the lane that they run along.
    pub(super) lanes: BTreeMap<Port, i32>,
    /// Where lines run along a lane before their column: its place from the left.
    pub(super) buses: BTreeMap<Port, i32>,
}

pub(super) struct Courses<'p, 'g> {
    plan: &'p Plan<'g>,
    spots: &'p Spots,
    trunks: BTreeMap<Port, Trunk>,
    /// How many lines to a port run through a gap.
    shared: BTreeMap<(Port, usize), usize>,
    /// From where to where a lane is drawn by now.
    drawn: BTreeMap<Port, (i32, i32)>,
}

impl<'p, 'g> Courses<'p, 'g> {
    pub(super) fn new(plan: &'p Plan<'g>, spots: &'p Spots) -> Self {
        let (trunks, shared, drawn) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let mut new = Self { plan, spots, trunks, shared, drawn };
        for (number, link) in plan.graph.links.iter().enumerate() {
            let port = plan.port(link);
            let (near, far) = new.stub(&port);
            let y = plan.meets(&port, &spots.middles);
            let out = if port.outer { 1 } else { -1 };
            let head = (link.arrow == Arrow::To).then_some(Head { x: near, y, back: out * BACK });
            let clear = if head.is_some() { BACK + 2 } else { 6 };
            let trunk = new.trunks.entry(port.clone()).or_insert_with(|| Trunk {
                kind: link.kind,
                course: Course {
                    line: format!("M{far} {y}H{}", near + head.map_or(0, |head| head.back / 2)),
                    head,
                },
                links: Vec::new(),
                label: cut(&port.label, SMALL, WIDEST_LABEL),
                x: near + out * clear,
                y: y - 4,
                before: !port.outer,
            });
            trunk.links.push(number);
            for &thing in plan.chains[number].iter().skip(1) {
                *new.shared.entry((port.clone(), thing)).or_default() += 1;
            }
        }
        new
    }

    /// The course of every link, as far as it is its own, and what links have in common.
    pub(super) fn draw(mut self) -> (Vec<Course>, Vec<Trunk>) {
        let plan = self.plan;
        let middles = &self.spots.middles;
        let mut links: Vec<(usize, &Link)> = plan.graph.links.iter().enumerate().collect();
        // Along a lane each line is drawn as far as the one before it.
        links.sort_by_key(|(number, link)| {
            let chain = &plan.chains[*number];
            let last = chain.len().checked_sub(2).map_or(link.from, |place| chain[place]);
            let leave = if last == link.from { self.spots.leave[*number] } else { 0 };
            (middles[last] + leave - plan.meets(&plan.port(link), middles)).abs()
        });
        let mut courses: Vec<Course> = links.iter().map(|_| Course::default()).collect();
        for (number, link) in links {
            let line = if plan.is_beside(link) { self.beside(link) } else { self.across(number, link) };
            courses[number] = Course { line, head: self.tail(number, link) };
        }
        (courses, self.trunks.into_values().collect())
    }

    /// Where a line meets a box, and where its label begins.
    fn stub(&self, port: &Port) -> (i32, i32) {
        let place = self.plan.place[port.node];
        let room = self.plan.label_room(place, port.outer);
        let edge = self.spots.edges[place];
        let right = edge + self.plan.box_width;
        if port.outer { (right, right + room) } else { (edge, edge - room) }
    }

    /// The arrow of a line that points to where it begins.
    fn tail(&self, number: usize, link: &Link) -> Option<Head> {
        let (plan, spots) = (self.plan, self.spots);
        let right = spots.edges[plan.place[link.from]] + plan.box_width;
        let y = spots.middles[link.from] + spots.leave[number];
        (link.arrow == Arrow::From).then_some(Head { x: right, y, back: BACK })
    }

    /// A line within a column: out to its lane, along it and back to the label.
    fn beside(&mut self, link: &Link) -> String {
        let (port, start) = (self.plan.port(link), self.plan.start(link));
        let (edge, label) = self.stub(&port);
        let out = if port.outer { 1 } else { -1 };
        let lane = self.spots.lanes.get(&start).copied().unwrap_or(0);
        let far = label + out * ((lane + 1) * LANE - ROUND);
        let near = far - out * ROUND;
        let middles = &self.spots.middles;
        let (from, to) = (self.plan.meets(&start, middles), self.plan.meets(&port, middles));
        let turn = if to > from { ROUND } else { -ROUND };
        let begun = self.extend(start, from, to);
        let way = if begun == from {
            format!("M{edge} {from}H{near}Q{far} {from} {far} {}", from + turn)
        } else {
            format!("M{far} {}", begun - turn)
        };
        format!("{way}V{}Q{far} {to} {near} {to}H{label}", to - turn)
    }

    /// Notes that a lane which begins at one height is drawn to another, and gives how far it was drawn there before.
    fn extend(&mut self, lane: Port, start: i32, to: i32) -> i32 {
        let (top, bottom) = self.drawn.entry(lane).or_insert((start, start));
        let begun = if to < start { *top } else { *bottom };
        (*top, *bottom) = ((*top).min(to), (*bottom).max(to));
        begun
    }

    /// A line from column to column. From the first gap that others to the same port run through as well, the way is
    /// theirs too.
    fn across(&mut self, number: usize, link: &Link) -> String {
        let (plan, spots) = (self.plan, self.spots);
        let port = plan.port(link);
        let arrow = if link.arrow == Arrow::From { BACK / 2 } else { 0 };
        let slope = plan.slope(link.from, spots.leave[number]);
        let mut x = spots.edges[plan.place[link.from]] + plan.box_width + arrow - slope;
        let mut y = spots.middles[link.from] + spots.leave[number];
        let (mut own, mut common) = (String::new(), String::new());
        let mut alone = true;
        for &thing in plan.chains[number].iter().skip(1) {
            let place = plan.place[thing];
            let ends = thing == link.to;
            let level = if ends { plan.meets(&port, &spots.middles) } else { spots.middles[thing] };
            let next = if ends { self.stub(&port).1 } else { spots.edges[place] + plan.box_width };
            let (way, turn) = if let Some(&lane) = spots.buses.get(&port).filter(|_| ends) {
                (self.rise(&port, (x, y), lane, level), lane + ROUND)
            } else {
                let turn = spots.curves[place];
                let half = i32::midpoint(x, turn);
                (format!("M{x} {y}C{half} {y} {half} {level} {turn} {level}"), turn)
            };
            if alone { &mut own } else { &mut common }.push_str(&way);
            alone &= ends || self.shared.get(&(port.clone(), thing)) == Some(&1);
            if next > turn {
                let level = format!("M{turn} {level}H{next}");
                if alone && !ends { &mut own } else { &mut common }.push_str(&level);
            }
            (x, y) = (next, level);
        }
        if let Some(trunk) = self.trunks.get_mut(&port)
            && !trunk.course.line.contains(&common)
        {
            trunk.course.line.push_str(&common);
        }
        own
    }

    /// A line to a lane before a column, and along it as far as another has drawn it.
    fn rise(&mut self, port: &Port, (x, y): (i32, i32), lane: i32, level: i32) -> String {
        if y == level {
            return format!("M{x} {y}H{}", lane + ROUND);
        }
        let turn = if y < level { ROUND } else { -ROUND };
        let begun = self.extend(port.clone(), level, y);
        let mut way = format!("M{x} {y}H{}Q{lane} {y} {lane} {}", lane - ROUND, y + turn);
        // Writing to a string cannot fail.
        if begun == level {
            let _ = write!(way, "V{}Q{lane} {level} {} {level}", level - turn, lane + ROUND);
        } else if (begun - y) * turn > 0 {
            let _ = write!(way, "V{}", begun + turn);
        }
        way
    }
}
