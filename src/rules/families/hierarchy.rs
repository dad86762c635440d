use crate::model::{Key, Mention};
use crate::dataset::RecordRef;
use crate::rules::catalogue::{FORMAT, RuleInfo};
use crate::rules::family::{Family, Context};
use crate::rules::memory::{BlockVec, IdRef, Ids, Memory, Observed, RecordPlace};
use crate::order::put_in_order;
use crate::rules::report::Note;
use crate::rules::reporter::Reporter;
use crate::values::Relation;
use cooperation_derive::{Fact, Facts};

family! { "hierarchy"
    CYCLE "cycle" Error {
        what: "Records form a cycle by `part_of`, `serves` or `out_of`, or by the relations part of, continues or replaces.",
        why: "Following the relation never reaches a top-level record.",
        origin: FORMAT,
        breaks: r#""places": [{"id": "a", "name": {"en": "A"}, "part_of": "b"}, {"id": "b", "name": {"en": "B"}, "part_of": "a"}]"#,
        keeps: r#""places": [{"id": "a", "name": {"en": "A"}, "part_of": "b"}, {"id": "b", "name": {"en": "B"}}]"#,
    }
}

/// What this family keeps of the records.
#[derive(Default, serde::Serialize, serde::Deserialize, Facts)]
pub(in crate::rules) struct Facts {
    /// Which record is below which id, and by which relation.
    edges: BlockVec<Edge>,
}

#[derive(Clone, Copy, Debug, PartialEq, Fact)]
pub(in crate::rules) struct Edge {
    #[moves]
    pub below: RecordPlace,
    #[moves]
    pub above: IdRef,
    pub by: By,
}

/// A relation that leads upwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub(in crate::rules) enum By {
    PartOf,
    Serves,
    OutOf,
    RelatedPartOf,
    Continues,
    Replaces,
}

impl By {
    /// The relation of `related` that leads upwards.
    const fn of(relation: &Relation) -> Option<Self> {
        match relation {
            Relation::PartOf => Some(Self::RelatedPartOf),
            Relation::Continues => Some(Self::Continues),
            Relation::Replaces => Some(Self::Replaces),
            _ => None,
        }
    }

    const fn member(self) -> &'static str {
        match self {
            Self::PartOf => "part_of",
            Self::Serves => "serves",
            Self::OutOf => "out_of",
            Self::RelatedPartOf | Self::Continues | Self::Replaces => "related",
        }
    }

    /// The relation of a record to itself in a sentence.
    const fn verb(self) -> &'static str {
        match self {
            Self::PartOf | Self::RelatedPartOf => "is part of",
            Self::Serves => "serves",
            Self::OutOf => "is passed on from",
            Self::Continues => "continues",
            Self::Replaces => "replaces",
        }
    }

    /// The relation in a sentence.
    const fn words(self) -> &'static str {
        match self {
            Self::PartOf => "`part_of`",
            Self::Serves => "`serves`",
            Self::OutOf => "`out_of`",
            Self::RelatedPartOf => "the relation part of",
            Self::Continues => "the relation continues",
            Self::Replaces => "the relation replaces",
        }
    }
}

impl Family for Facts {
    const RULES: &'static [&'static RuleInfo] = RULES;

    fn record(&mut self, observed: &Observed<'_>, context: &mut Context<'_, '_>) {
        let (at, ids) = (observed.at, &mut context.memory.ids);
        let mut note = |by, above: Key<'_>| {
            self.edges.push(Edge { below: at.place, above: ids.mention(above), by });
        };
        match observed.record {
            RecordRef::Place(place) => each(&place.part_of, By::PartOf, &mut note),
            RecordRef::Organization(organization) => each(&organization.part_of, By::PartOf, &mut note),
            RecordRef::Network(network) => each(&network.part_of, By::PartOf, &mut note),
            RecordRef::Programme(programme) => each(&programme.part_of, By::PartOf, &mut note),
            RecordRef::Activity(activity) => each(&activity.part_of, By::PartOf, &mut note),
            RecordRef::Goal(goal) => each(&goal.serves, By::Serves, &mut note),
            RecordRef::Funding(funding) => {
                each(&funding.part_of, By::PartOf, &mut note);
                each(&funding.out_of, By::OutOf, &mut note);
            }
            _ => {}
        }
        for related in observed.record.related() {
            if let (Some(by), Some(to)) = (By::of(&related.relation), &related.to) {
                note(by, to.key());
            }
        }
    }

    /// Finds each cycle once, at its first record.
    fn finish(&mut self, memory: &Memory, reporter: &mut Reporter<'_>) {
        let ids = &memory.ids;
        let mut edges: Vec<(By, RecordPlace, RecordPlace)> = Vec::with_capacity(self.edges.len());
        for &Edge { below, above, by } in self.edges.iter() {
            if let Some(above) = ids.place(above) {
                edges.push((by, below, above));
            }
        }
        put_in_order(&mut edges, &Ord::cmp);
        for of_one in edges.chunk_by(|(one, ..), (other, ..)| one == other) {
            let Some(&(by, ..)) = of_one.first() else { continue };
            let (edges, records) = numbered(of_one);
            for cycle in cycles(&edges) {
                let cycle: Vec<RecordPlace> =
                    cycle.iter().filter_map(|&number| records.get(number as usize).copied()).collect();
                report(by, &cycle, ids, reporter);
            }
        }
    }
}

/// Notes everything above that a member names.
fn each<'a, M: Mention + 'a>(
    named: impl IntoIterator<Item = &'a M>,
    by: By,
    note: &mut impl FnMut(By, Key<'_>),
) {
    for above in named {
        note(by, above.key());
    }
}

/// The records of some edges, in their order, and the edges between their numbers in it. Records of two kinds can form
/// one cycle, as organizations and networks do.
fn numbered(edges: &[(By, RecordPlace, RecordPlace)]) -> (Edges, Vec<RecordPlace>) {
    let mut records: Vec<RecordPlace> = edges.iter().flat_map(|&(_, below, above)| [below, above]).collect();
    put_in_order(&mut records, &Ord::cmp);
    records.dedup();
    let number = |record: &RecordPlace| u32::try_from(records.binary_search(record).ok()?).ok();
    let numbers: Vec<(u32, u32)> =
        edges.iter().filter_map(|(_, below, above)| Some((number(below)?, number(above)?))).collect();
    (Edges::new(records.len(), &numbers), records)
}

fn report(by: By, cycle: &[RecordPlace], ids: &Ids, reporter: &mut Reporter<'_>) {
    let Some(&first) = cycle.first() else { return };
    reporter.found(&CYCLE, Some(ids.at(first)), &format_args!("/{}", by.member()), &|| {
        let named = |&record: &RecordPlace| format!("{} {}", record.kind.title(), ids.at(record).id);
        if let [one] = cycle {
            return Note::new(format!("the {} {} itself", named(one), by.verb()))
                .with_help(format!("name another {} in `{}`, or remove it", one.kind.title(), by.member()));
        }
        let first: Vec<String> = cycle.iter().take(5).map(named).collect();
        let more = cycle.len().saturating_sub(first.len());
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        Note::new(format!("these records form a cycle by {}: {}{more}", by.words(), first.join(", ")))
            .with_help("remove the relation from one of these records")
    });
}

/// For each record those above it, end to end.
struct Edges {
    starts: Vec<usize>,
    above: Vec<u32>,
}

impl Edges {
    /// From pairs of a record and one above it, in their order.
    fn new(records: usize, edges: &[(u32, u32)]) -> Self {
        let mut starts = Vec::with_capacity(records);
        let mut next = 0;
        for record in 0..=records {
            starts.push(next);
            while edges.get(next).is_some_and(|&(below, _)| below as usize == record) {
                next = next.saturating_add(1);
            }
        }
        Self { starts, above: edges.iter().map(|&(_, above)| above).collect() }
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
