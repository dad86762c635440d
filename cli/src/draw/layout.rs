//! Layout of a map: columns by kind, and lines that only run between columns and through gaps in them.

use super::course::{Course, Courses, Spots, Trunk};
use super::graph::Graph;
use super::measures::LANE;
use super::order::{align, order};
use super::plan::{Frame, Plan};
use std::collections::BTreeMap;

const MARGIN: i32 = 24;

pub(super) struct Layout {
    pub(super) width: i32,
    pub(super) height: i32,
    /// The number of each column, and its left edge.
    pub(super) columns: Vec<(usize, i32)>,
    pub(super) frames: Vec<Frame>,
    /// The course of each link, as far as it is its own.
    pub(super) courses: Vec<Course>,
    pub(super) trunks: Vec<Trunk>,
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
    plan.center();
    let mut middles = align(&plan.columns, &ties, things, |above, below| plan.apart(above, below));
    let mut leave = plan.meet(&middles);
    for _ in 0..2 {
        middles = align(&plan.columns, &plan.ties(&leave), things, |above, below| plan.apart(above, below));
        leave = plan.meet(&middles);
    }
    finish(&plan, frames, middles, leave, top)
}

/// Gives everything its place.
fn finish(plan: &Plan, mut frames: Vec<Frame>, mut middles: Vec<i32>, leave: Vec<i32>, top: i32) -> Layout {
    let highest = middles.iter().zip(&plan.heights).map(|(middle, height)| middle - height / 2).min();
    let down = top - highest.unwrap_or(0);
    for middle in &mut middles {
        *middle += down;
    }
    let lowest = middles.iter().zip(&plan.heights).map(|(middle, height)| middle + height / 2).max();
    let lanes = plan.lanes(&middles);
    let beside = |place: usize| {
        let here = lanes.iter().filter(|(start, _)| plan.place[start.node] == place);
        here.map(|(_, lane)| (lane + 1) * LANE).max().unwrap_or(0)
    };
    let crowded = plan.buses(&middles);
    let end = plan.columns.len().saturating_sub(1);
    let mut x = MARGIN;
    let (mut edges, mut curves, mut buses) = (Vec::new(), Vec::new(), BTreeMap::new());
    for place in 0..plan.columns.len() {
        if place > 0 {
            let right = x;
            for port in crowded.iter().filter(|port| plan.place[port.node] == place) {
                x += if x == right { 2 * LANE } else { LANE };
                buses.insert(port.clone(), x);
            }
            x += plan.curve_room(place, &crowded);
        }
        curves.push(x);
        x += if place == end { 0 } else { beside(place) } + plan.label_room(place, false);
        edges.push(x);
        x += plan.box_width;
    }
    for ((frame, &place), &middle) in frames.iter_mut().zip(&plan.place).zip(&middles) {
        frame.x = edges[place];
        frame.y = middle - frame.height / 2;
    }
    let outer = beside(end);
    let columns = plan.used.iter().copied().zip(edges.iter().copied()).collect();
    let spots = Spots { middles, leave, edges, curves, lanes, buses };
    let (courses, trunks) = Courses::new(plan, &spots).draw();
    Layout {
        width: x + outer + plan.label_room(end, true) + MARGIN,
        height: lowest.unwrap_or(top) + 16,
        columns,
        frames,
        courses,
        trunks,
    }
}
