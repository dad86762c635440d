//! Which records refer to which, by whatever member, from both ends.

use cooperation::{
    Dataset, RecordKind, RecordRef,
    walk::{Leaf, Path, Visitor, Walk as _},
};
use std::collections::HashMap;

/// A reference from one record to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reference {
    /// The member that it is in.
    pub(crate) member: String,
    /// The number of the other record.
    pub(crate) other: usize,
}

/// All records of a dataset by number, with the references between them.
pub(crate) struct RecordGraph<'a> {
    pub(crate) records: Vec<RecordRef<'a>>,
    numbers: HashMap<(RecordKind, &'a str), usize>,
    /// What each record refers to.
    pub(crate) outgoing: Vec<Vec<Reference>>,
    /// What refers to each record.
    pub(crate) incoming: Vec<Vec<Reference>>,
}

impl<'a> RecordGraph<'a> {
    pub(crate) fn new(dataset: &'a Dataset) -> Self {
        let records: Vec<RecordRef<'a>> = dataset.records().collect();
        let mut numbers = HashMap::with_capacity(records.len());
        for (number, record) in records.iter().enumerate() {
            numbers.entry((record.kind(), record.id())).or_insert(number);
        }
        let mut incoming: Vec<Vec<Reference>> = records.iter().map(|_| Vec::new()).collect();
        let mut outgoing = Vec::with_capacity(records.len());
        for (number, &record) in records.iter().enumerate() {
            let mut found = Found { numbers: &numbers, own: number, references: Vec::new() };
            walk(record, &mut found);
            for reference in &found.references {
                if let Some(list) = incoming.get_mut(reference.other) {
                    list.push(Reference { member: reference.member.clone(), other: number });
                }
            }
            outgoing.push(found.references);
        }
        Self { records, numbers, outgoing, incoming }
    }

    /// The number of a record.
    pub(crate) fn number(&self, kind: RecordKind, id: &str) -> Option<usize> {
        self.numbers.get(&(kind, id)).copied()
    }
}

/// Shows every value of a record to a visitor.
pub(crate) fn walk(record: RecordRef<'_>, visitor: &mut dyn Visitor) {
    let root = Path::root();
    match record {
        RecordRef::Source(one) => one.walk(&root, visitor),
        RecordRef::Place(one) => one.walk(&root, visitor),
        RecordRef::Organization(one) => one.walk(&root, visitor),
        RecordRef::Group(one) => one.walk(&root, visitor),
        RecordRef::Network(one) => one.walk(&root, visitor),
        RecordRef::Membership(one) => one.walk(&root, visitor),
        RecordRef::Cooperation(one) => one.walk(&root, visitor),
        RecordRef::Programme(one) => one.walk(&root, visitor),
        RecordRef::Project(one) => one.walk(&root, visitor),
        RecordRef::Participation(one) => one.walk(&root, visitor),
        RecordRef::Activity(one) => one.walk(&root, visitor),
        RecordRef::Goal(one) => one.walk(&root, visitor),
        RecordRef::PolicyInstrument(one) => one.walk(&root, visitor),
        RecordRef::Barrier(one) => one.walk(&root, visitor),
        RecordRef::Funding(one) => one.walk(&root, visitor),
        _ => {}
    }
}

/// The references of one record, each once for a member.
struct Found<'n, 'a> {
    numbers: &'n HashMap<(RecordKind, &'a str), usize>,
    own: usize,
    references: Vec<Reference>,
}

impl Visitor for Found<'_, '_> {
    fn leaf(&mut self, at: &Path<'_>, leaf: Leaf<'_>) {
        let Leaf::Id(kind, id) = leaf else { return };
        let path = at.to_string();
        let member = path.trim_start_matches('/').split('/').next().unwrap_or_default();
        if path == "/id" || member == "evidence" {
            return;
        }
        let Some(&other) = self.numbers.get(&(kind, id)).filter(|other| **other != self.own) else { return };
        let is_known = |one: &Reference| one.other == other && one.member == member;
        // A party is rarely named twice in a row of one member; a long list is not looked through.
        if !self.references.last().is_some_and(is_known) {
            self.references.push(Reference { member: member.to_owned(), other });
        }
    }
}
