use crate::dataset::{Key, Mention, RecordRef};
use crate::rules::catalogue::{FORMAT, RuleInfo};
use crate::rules::family::{Family, Context};
use crate::rules::memory::{IdRef, Ids, Memory, Observed, RecordAt, RecordPlace};
use crate::rules::order::put_in_order;
use crate::rules::report::Note;
use crate::rules::sink::Sink;
use crate::values::Kind;

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
    /// Which record is below which id.
    edges: Edge,
}

fact! {
    #[derive(Copy)]
    Edge { below: RecordPlace, above: IdRef, } {}
}

impl Family for Facts {
    const RULES: &'static [&'static RuleInfo] = RULES;

    fn record(&mut self, observed: &Observed<'_>, context: &mut Context<'_, '_>) {
        let above = match observed.record {
            RecordRef::Place(place) => place.part_of.as_ref().map(Mention::key),
            RecordRef::Organization(organization) => organization.part_of.as_ref().map(Mention::key),
            RecordRef::Programme(programme) => programme.part_of.as_ref().map(Mention::key),
            RecordRef::Activity(activity) => activity.part_of.as_ref().map(Mention::key),
            RecordRef::Goal(goal) => goal.parent.as_ref().map(Mention::key),
            RecordRef::Funding(funding) => funding.part_of.as_ref().map(Mention::key),
            RecordRef::PolicyInstrument(instrument) => {
                for above in &instrument.supports {
                    self.note(observed.at, above.key(), context.memory);
                }
                return;
            }
            _ => None,
        };
        if let Some(above) = above {
            self.note(observed.at, above, context.memory);
        }
    }

    /// Finds each cycle once, at its first record.
    fn finish(&mut self, memory: &Memory, sink: &mut Sink<'_>) {
        let ids = &memory.ids;
        let mut edges: Vec<(Kind, u32, u32)> = Vec::with_capacity(self.edges.len());
        for &Edge { below, above } in self.edges.iter() {
            if let Some(above) = ids.place(above) {
                edges.push((below.kind, below.index(), above.index()));
            }
        }
        put_in_order(&mut edges, &Ord::cmp);
        for of_kind in edges.chunk_by(|(one, ..), (other, ..)| one == other) {
            let Some(&(kind, ..)) = of_kind.first() else { continue };
            for cycle in cycles(&Edges::new(ids.records(kind), of_kind)) {
                report(kind, &cycle, ids, sink);
            }
        }
    }
}

impl Facts {
    /// Takes note of what a record is below.
    fn note(&mut self, record: RecordAt<'_>, above: Key<'_>, memory: &mut Memory) {
        let above = memory.ids.mention(above);
        self.edges.push(Edge { below: record.place, above });
    }
}

/// The member by which records of a kind are below others.
const fn member(kind: Kind) -> &'static str {
    match kind {
        Kind::Goal => "parent",
        Kind::PolicyInstrument => "supports",
        _ => "part_of",
    }
}

fn report(kind: Kind, cycle: &[u32], ids: &Ids, sink: &mut Sink<'_>) {
    let Some(&first) = cycle.first() else { return };
    let record = |index| ids.at(RecordPlace::new(kind, index));
    let member = member(kind);
    sink.found(&CYCLE, Some(record(first)), &format_args!("/{member}"), &|| {
        let names: Vec<&str> = cycle.iter().take(5).map(|&index| record(index).id).collect();
        let more = cycle.len().saturating_sub(names.len());
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let (list, names) = (kind.list().replace('_', " "), names.join(", "));
        Note::new(format!("{list} form a circle by {member}: {names}{more}"))
            .help("let one of them stand on top")
    });
}

/// For each record those above it, end to end.
struct Edges {
    starts: Vec<usize>,
    above: Vec<u32>,
}

impl Edges {
    /// From pairs of a record and one above it, in their order.
    fn new(records: u32, edges: &[(Kind, u32, u32)]) -> Self {
        let mut starts = Vec::with_capacity(records as usize);
        let mut next = 0;
        for record in 0..=records {
            starts.push(next);
            while edges.get(next).is_some_and(|&(_, below, _)| below == record) {
                next = next.saturating_add(1);
            }
        }
        Self { starts, above: edges.iter().map(|&(_, _, above)| above).collect() }
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
            let Some(visited) = state.get_mut(node as usize) else { continue };
            if step == 0 {
                if visited.order != NEW {
                    continue;
                }
                *visited = State { order: next, low: next, open: true };
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
    put_in_order(&mut found, &Ord::cmp);
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
    if let Some((lowered, reached)) = state.get_mut(node as usize).zip(reached) {
        lowered.low = lowered.low.min(reached);
    }
}

/// Takes a component off the stack where the node is the root of one; gives it where it is a circle.
fn close(state: &mut [State], stack: &mut Vec<u32>, node: u32, targets: &[u32]) -> Option<Vec<u32>> {
    let root = *state.get(node as usize)?;
    if root.low != root.order {
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
    put_in_order(&mut component, &Ord::cmp);
    (component.len() > 1 || targets.contains(&node)).then_some(component)
}
