use super::catalogue::FORMAT;
use super::ids::{Handle, Place};
use super::sink::Own;
use super::{Note, Sink};
use crate::values::{Id, Identified, Kind};

family! { "hierarchy"
    CYCLE "cycle" Error {
        what: "A record is part of itself, is its own parent goal, or supports itself: directly or through others.",
        why: "What is above cannot also be below: whoever walks upwards never arrives.",
        origin: FORMAT,
        breaks: r#""places": [{"id": "a", "name": {"en": "A"}, "part_of": "b"}, {"id": "b", "name": {"en": "B"}, "part_of": "a"}]"#,
        keeps: r#""places": [{"id": "a", "name": {"en": "A"}, "part_of": "b"}, {"id": "b", "name": {"en": "B"}}]"#,
    }
}

facts! {
    /// Which record stands below which id.
    edges: Edge,
}

fact! {
    #[derive(Copy)]
    Edge { below: Place, above: Handle, } {}
}

/// Takes note of what a record stands below.
pub(super) fn tell<'i, T: Identified + 'i>(
    (below, _): Own<'_>,
    above: impl IntoIterator<Item = &'i Id<T>>,
    facts: &mut super::facts::Facts,
) {
    for id in above {
        let above = facts.ids.mention((T::KIND, id.as_str()));
        facts.hierarchy.edges.push(Edge { below, above });
    }
}

/// The member by which records of a kind stand below others.
const fn member(kind: Kind) -> &'static str {
    match kind {
        Kind::Goal => "parent",
        Kind::PolicyInstrument => "supports",
        _ => "part_of",
    }
}

/// Finds each cycle once, at its first record.
pub(super) fn finish(facts: &super::facts::Facts, sink: &mut Sink<'_>) {
    let ids = &facts.ids;
    for &kind in Kind::ALL {
        let of_kind = facts.hierarchy.edges.iter().filter(|edge| edge.below.kind == kind);
        let mut pairs = of_kind.filter_map(|edge| Some((edge.below.index(), ids.place(edge.above)?.index())));
        let Some(first) = pairs.next() else { continue };
        let pairs: Vec<(u32, u32)> = std::iter::once(first).chain(pairs).collect();
        for cycle in cycles(&Edges::new(ids.records(kind), pairs)) {
            let mut records = cycle.iter().map(|&index| ids.own(Place::new(kind, index)));
            let Some(own) = records.next() else { continue };
            let note = || {
                let names: Vec<&str> =
                    std::iter::once(own).chain(records).take(5).map(|(_, id)| id).collect();
                let more = cycle.len().saturating_sub(names.len());
                let more = if more > 0 { format!(" and {more} more") } else { String::new() };
                let (list, names) = (kind.list().replace('_', " "), names.join(", "));
                Note::new(format!("{list} form a circle by {}: {names}{more}", member(kind)))
                    .help("let one of them stand on top")
            };
            sink.found(&CYCLE, Some(own), format_args!("/{}", member(kind)), note);
        }
    }
}

/// For each record those that it stands below, end to end.
struct Edges {
    starts: Vec<usize>,
    above: Vec<u32>,
}

impl Edges {
    fn new(records: u32, mut pairs: Vec<(u32, u32)>) -> Self {
        pairs.sort_unstable();
        let mut starts = Vec::with_capacity(records as usize);
        let mut next = 0;
        for record in 0..=records {
            starts.push(next);
            let own = |&(below, _): &(u32, u32)| below == record;
            let rest = pairs.get(next..).unwrap_or_default();
            next = next.saturating_add(rest.iter().take_while(|pair| own(pair)).count());
        }
        Self { starts, above: pairs.into_iter().map(|(_, above)| above).collect() }
    }

    fn of(&self, record: u32) -> &[u32] {
        let record = record as usize;
        let ends = self.starts.get(record).zip(self.starts.get(record.saturating_add(1)));
        ends.and_then(|(&start, &end)| self.above.get(start..end)).unwrap_or_default()
    }

    fn records(&self) -> u32 {
        u32::try_from(self.starts.len().saturating_sub(1)).unwrap_or(u32::MAX)
    }
}

/// The strongly connected components that are circles, each in the order of its records (Tarjan, without recursion).
fn cycles(edges: &Edges) -> Vec<Vec<u32>> {
    const NEW: u32 = u32::MAX;
    let mut state = vec![State { order: NEW, low: NEW, open: false }; edges.records() as usize];
    let (mut next, mut stack, mut calls, mut found) = (0_u32, Vec::new(), Vec::new(), Vec::new());
    for start in 0..edges.records() {
        calls.push((start, 0_usize));
        while let Some((node, step)) = calls.pop() {
            let Some(own) = state.get_mut(node as usize) else { continue };
            if step == 0 {
                if own.order != NEW {
                    continue;
                }
                *own = State { order: next, low: next, open: true };
                next = next.saturating_add(1);
                stack.push(node);
            }
            let targets = edges.of(node);
            // The edge that was followed has come back with what it reaches.
            if let Some(reached) = step.checked_sub(1).and_then(|last| targets.get(last)) {
                lower(&mut state, node, *reached);
            }
            match targets.get(step) {
                Some(&target) => {
                    calls.push((node, step.saturating_add(1)));
                    if state.get(target as usize).is_some_and(|target| target.order == NEW) {
                        calls.push((target, 0));
                    }
                }
                None => found.extend(close(&mut state, &mut stack, node, targets)),
            }
        }
    }
    found.sort();
    found
}

#[derive(Clone, Copy)]
struct State {
    order: u32,
    low: u32,
    open: bool,
}

fn lower(state: &mut [State], node: u32, target: u32) {
    let reached = state.get(target as usize).filter(|target| target.open).map(|target| target.low);
    if let Some((own, reached)) = state.get_mut(node as usize).zip(reached) {
        own.low = own.low.min(reached);
    }
}

/// Takes a component off the stack where the node is the root of one; gives it where it is a circle.
fn close(state: &mut [State], stack: &mut Vec<u32>, node: u32, targets: &[u32]) -> Option<Vec<u32>> {
    let own = *state.get(node as usize)?;
    if own.low != own.order {
        return None;
    }
    let mut component = Vec::new();
    while let Some(member) = stack.pop() {
        if let Some(state) = state.get_mut(member as usize) {
            state.open = false;
        }
        component.push(member);
        if member == node {
            break;
        }
    }
    component.sort_unstable();
    (component.len() > 1 || targets.contains(&node)).then_some(component)
}
