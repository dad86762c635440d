use super::catalogue::FORMAT;
use super::engine::place;
use super::ids::Ids;
use super::{Note, Sink};
use crate::dataset::Dataset;
use crate::model::Record;
use crate::values::Id;

family! { "hierarchy"
    CYCLE "cycle" Error {
        what: "A record is part of itself, its own goal's parent or the support of itself, directly or through others.",
        why: "What is above cannot also be below: whoever walks upwards never arrives.",
        origin: FORMAT,
        breaks: r#""places": [{"id": "a", "name": {"en": "A"}, "part_of": "b"}, {"id": "b", "name": {"en": "B"}, "part_of": "a"}]"#,
        keeps: r#""places": [{"id": "a", "name": {"en": "A"}, "part_of": "b"}, {"id": "b", "name": {"en": "B"}}]"#,
    }
}

/// Finds each cycle once, at its first record.
pub(super) fn check(dataset: &Dataset, ids: &Ids, sink: &mut Sink<'_>) {
    list(&dataset.places, "part_of", |record| record.part_of.iter().map(Id::as_str), ids, sink);
    list(&dataset.organizations, "part_of", |record| record.part_of.iter().map(Id::as_str), ids, sink);
    list(&dataset.programmes, "part_of", |record| record.part_of.iter().map(Id::as_str), ids, sink);
    list(&dataset.activities, "part_of", |record| record.part_of.iter().map(Id::as_str), ids, sink);
    list(&dataset.goals, "parent", |record| record.parent.iter().map(Id::as_str), ids, sink);
    list(&dataset.policy_instruments, "supports", |record| record.supports.iter().map(Id::as_str), ids, sink);
    list(&dataset.funding, "part_of", |record| record.part_of.iter().map(Id::as_str), ids, sink);
}

fn list<'d, T: Record, I: Iterator<Item = &'d str>>(
    records: &'d [T],
    member: &str,
    above: impl Fn(&'d T) -> I,
    ids: &Ids,
    sink: &mut Sink<'_>,
) {
    let edges: Vec<Vec<usize>> = records
        .iter()
        .map(|record| {
            let places = above(record).filter_map(|id| ids.place(ids.find(T::KIND, id)?));
            places.filter_map(|place| usize::try_from(place.index).ok()).collect()
        })
        .collect();
    for cycle in cycles(&edges) {
        let Some((&first, record)) = cycle.first().and_then(|first| Some((first, records.get(*first)?)))
        else {
            continue;
        };
        let note = || {
            let names: Vec<&str> = cycle
                .iter()
                .take(5)
                .filter_map(|&index| records.get(index))
                .map(|record| record.id().as_str())
                .collect();
            let more = cycle.len().saturating_sub(names.len());
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            Note::new(format!(
                "{} form a circle by {member}: {}{more}",
                T::KIND.list().replace('_', " "),
                names.join(", ")
            ))
            .help("let one of them stand on top")
        };
        let own = (place(T::KIND, first), record.id().as_str());
        sink.found(&CYCLE, Some(own), format_args!("/{}/{first}/{member}", T::KIND.list()), note);
    }
}

/// The strongly connected components that are circles, each in the order of its records (Tarjan, without recursion).
fn cycles(edges: &[Vec<usize>]) -> Vec<Vec<usize>> {
    const NEW: usize = usize::MAX;
    let mut state = vec![State { order: NEW, low: NEW, open: false }; edges.len()];
    let (mut next, mut stack, mut found) = (0_usize, Vec::new(), Vec::new());
    for start in 0..edges.len() {
        let mut calls = vec![(start, 0_usize)];
        while let Some((node, step)) = calls.pop() {
            let Some(own) = state.get_mut(node) else { continue };
            if step == 0 {
                if own.order != NEW {
                    continue;
                }
                *own = State { order: next, low: next, open: true };
                next = next.saturating_add(1);
                stack.push(node);
            }
            let targets = edges.get(node).map(Vec::as_slice).unwrap_or_default();
            // The edge that was followed has come back with what it reaches.
            if let Some(reached) = step.checked_sub(1).and_then(|last| targets.get(last)) {
                lower(&mut state, node, *reached);
            }
            match targets.get(step) {
                Some(&target) => {
                    calls.push((node, step.saturating_add(1)));
                    if state.get(target).is_some_and(|target| target.order == NEW) {
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
    order: usize,
    low: usize,
    open: bool,
}

fn lower(state: &mut [State], node: usize, target: usize) {
    let Some(reached) = state.get(target).filter(|target| target.open).map(|target| target.low) else {
        return;
    };
    if let Some(own) = state.get_mut(node) {
        own.low = own.low.min(reached);
    }
}

/// Takes a component off the stack where the node is the root of one; gives it where it is a circle.
fn close(state: &mut [State], stack: &mut Vec<usize>, node: usize, targets: &[usize]) -> Option<Vec<usize>> {
    let own = *state.get(node)?;
    if own.low != own.order {
        return None;
    }
    let mut component = Vec::new();
    while let Some(member) = stack.pop() {
        if let Some(state) = state.get_mut(member) {
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
