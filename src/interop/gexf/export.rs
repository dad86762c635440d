//! The records of a dataset as a graph, and what of them is not in it.

use super::graph::{Edge, Graph, Said, Vertex, listed, token};
use crate::dataset::{Dataset, RecordRef};
use crate::interop::Misfits;
use crate::interop::tree::{Object, Tree};
use crate::model::Place;
use crate::reflect::extended;
use crate::values::RecordKind;
use std::collections::{HashMap, HashSet};

/// Kinds of records that are nodes.
const NODES: [RecordKind; 6] = [
    RecordKind::Organization,
    RecordKind::Group,
    RecordKind::Network,
    RecordKind::Programme,
    RecordKind::Project,
    RecordKind::Cooperation,
];

/// Members that are edges from their record: the kind, the member, and what a bare id in it is of.
const REFERENCES: &[(RecordKind, &str, RecordKind)] = &[
    (RecordKind::Organization, "part_of", RecordKind::Organization),
    (RecordKind::Network, "part_of", RecordKind::Network),
    (RecordKind::Group, "examples", RecordKind::Organization),
    (RecordKind::Programme, "part_of", RecordKind::Programme),
    (RecordKind::Programme, "owner", RecordKind::Organization),
    (RecordKind::Programme, "managed_by", RecordKind::Organization),
    (RecordKind::Project, "programmes", RecordKind::Programme),
    (RecordKind::Project, "about", RecordKind::Project),
    (RecordKind::Project, "target_groups", RecordKind::Group),
    (RecordKind::Cooperation, "about", RecordKind::Project),
];

/// Members of edges that are records: the kind, from where and to where.
const RECORDS: &[(RecordKind, &str, &str)] =
    &[(RecordKind::Membership, "member", "body"), (RecordKind::Participation, "party", "project")];

pub(super) struct Export<'d> {
    pub graph: Graph,
    pub misfits: Misfits,
    pub places: HashMap<&'d str, &'d Place>,
    nodes: HashSet<String>,
    edges: HashSet<String>,
}

/// The node of an id of a kind.
fn node_id(kind: RecordKind, id: &str) -> String {
    format!("{}/{id}", kind.list())
}

/// The node that a reference is to: a choice such as `{"network": "emn"}`, or the id of a record of a kind.
fn target(value: &Tree, kind: RecordKind) -> Option<String> {
    if let Some(id) = value.as_str() {
        return Some(node_id(kind, id));
    }
    let (tag, id) = value.members().first_key_value()?;
    Some(node_id(tag.parse().ok()?, id.as_str()?))
}

fn one_or_all(value: &Tree) -> &[Tree] {
    value.as_list().unwrap_or(std::slice::from_ref(value))
}

impl<'d> Export<'d> {
    pub(super) fn of(dataset: &'d Dataset) -> Self {
        let places = dataset.places.iter().map(|place| (place.id.as_str(), place)).collect();
        let (nodes, edges) = (HashSet::new(), HashSet::new());
        let mut export = Self { graph: Graph::default(), misfits: Misfits::default(), places, nodes, edges };
        let all = |kind: RecordKind| dataset.records_of(kind).enumerate();
        for kind in NODES {
            for (number, record) in all(kind) {
                export.node(kind, &record, &format!("/{}/{number}", kind.list()));
            }
        }
        for &kind in RecordKind::ALL {
            for (number, record) in all(kind) {
                let at = format!("/{}/{number}", kind.list());
                let tree = Tree::of(record.node());
                export.edges_of(kind, record.id(), tree.members(), &at);
                if !NODES.contains(&kind)
                    && kind != RecordKind::Funding
                    && !RECORDS.iter().any(|row| row.0 == kind)
                {
                    export.misfits.no_place(&at, "records of this kind are not part of the graph: left out");
                }
            }
        }
        export
    }

    pub(super) fn left_out(&mut self, at: &str, member: &str) {
        self.misfits.no_place(&extended(at, member), "GEXF has no attribute for this: left out");
    }

    fn node(&mut self, kind: RecordKind, record: &RecordRef<'_>, at: &str) {
        let id = node_id(kind, record.id());
        if !self.nodes.insert(id.clone()) {
            return self.misfits.no_place(at, "another record has the same id: left out");
        }
        let name = record.label().map_or_else(|| record.id().to_owned(), |name| name.best(&[]).to_owned());
        let mut said = Said::default();
        said.add("kind", kind.as_str());
        let tree = Tree::of(record.node());
        let mut names: Vec<String> = Vec::new();
        for (member, value) in tree.members() {
            match member.as_str() {
                "id" | "related" | "parties" => {}
                "name" | "title" => {
                    names.extend(value.members().values().filter_map(Tree::as_str).map(str::to_owned));
                }
                "other_names" => self.other_names(value, &mut names, &mut said, &extended(at, member)),
                "links" => self.homepage(value, &mut said, &extended(at, member)),
                "place" => self.place(value, &mut said),
                "address" => self.address(value, &mut said, &extended(at, member)),
                member if REFERENCES.iter().any(|row| row.0 == kind && row.1 == member) => {}
                _ => self.common(member, value, &mut said, at),
            }
        }
        names.dedup();
        if !names.is_empty() {
            said.add("names", listed(names));
        }
        self.graph.nodes.push(Vertex { id, label: token(&name), said });
    }

    /// The edges that a record is or has.
    fn edges_of(&mut self, kind: RecordKind, id: &str, members: &Object, at: &str) {
        let own = node_id(kind, id);
        for (_, member, of) in REFERENCES.iter().filter(|row| row.0 == kind) {
            self.reference(&own, member, members, *of, at);
        }
        if kind == RecordKind::Cooperation {
            for (number, party) in
                members.get("parties").map(one_or_all).unwrap_or_default().iter().enumerate()
            {
                let Some(party) = target(party, kind) else { continue };
                let id = format!("{own}>parties>{party}");
                let at = format!("{at}/parties/{number}");
                self.edge(id, Some(party), Some(own.clone()), "cooperation", true, Said::default(), &at);
            }
        }
        if let Some((_, from, to)) = RECORDS.iter().find(|row| row.0 == kind) {
            let source = members.get(*from).and_then(|value| target(value, kind));
            let goal = members.get(*to).and_then(|value| target(value, RecordKind::Project));
            let said = self.said(members, &["id", *from, *to], at);
            if let (Some(via), Some(source)) = (members.get("via").and_then(|via| target(via, kind)), &source)
            {
                let id = format!("{own}>via>{via}");
                self.edge(
                    id,
                    Some(source.clone()),
                    Some(via),
                    "via",
                    true,
                    Said::default(),
                    &extended(at, "via"),
                );
            }
            self.edge(own.clone(), source, goal, kind.as_str(), true, said, at);
        }
        if kind == RecordKind::Funding {
            let end = |name: &str, of| members.get(name).and_then(|value| target(value, of));
            let source = end("funder", kind).or_else(|| end("programme", RecordKind::Programme));
            let goal = end("recipient", kind).or_else(|| end("of", kind));
            let said = self.said(members, &["id", "funder", "recipient", "of", "programme"], at);
            self.edge(own.clone(), source, goal, kind.as_str(), true, said, at);
        }
        if NODES.contains(&kind) {
            self.related(&own, members, at);
        }
    }

    fn reference(&mut self, own: &str, member: &'static str, members: &Object, of: RecordKind, at: &str) {
        let Some(value) = members.get(member) else { return };
        for to in one_or_all(value).iter().filter_map(|value| target(value, of)) {
            let id = format!("{own}>{member}>{to}");
            self.edge(
                id,
                Some(own.to_owned()),
                Some(to),
                member,
                true,
                Said::default(),
                &extended(at, member),
            );
        }
    }

    /// Relations to other nodes: `same as` holds in both directions.
    fn related(&mut self, own: &str, members: &Object, at: &str) {
        let items = members.get("related").and_then(Tree::as_list).unwrap_or_default();
        for (number, item) in items.iter().enumerate() {
            let at = format!("{at}/related/{number}");
            let Some(to) = item.get("to").and_then(|to| target(to, RecordKind::Project)) else {
                self.misfits.no_place(&at, "only relations to records of the dataset are edges: left out");
                continue;
            };
            let word = item.get("relation").and_then(Tree::as_str).unwrap_or_default();
            let mut said = Said::default();
            said.add("word", word);
            let id = format!("{own}>related>{to}>{word}");
            self.edge(id, Some(own.to_owned()), Some(to), "related", word != "same as", said, &at);
        }
    }

    /// The attributes of an edge that is a record.
    fn said(&mut self, members: &Object, ends: &[&str], at: &str) -> Said {
        let mut said = Said::default();
        for (member, value) in members {
            match member.as_str() {
                "via" => said.values.extend(target(value, RecordKind::Organization).map(|via| ("via", via))),
                "budget" => {
                    // An edge has one amount.
                    let mut budget = Said::default();
                    self.common("amount", value, &mut budget, at);
                    said.values.extend(budget.values);
                }
                "identifiers" | "scope" | "acronym" | "legal_status" => self.left_out(at, member),
                member if !ends.contains(&member) => self.common(member, value, &mut said, at),
                _ => {}
            }
        }
        if said.spell.is_none()
            && let Some(date) = members.get("date")
        {
            let day =
                Tree::Object([("start".to_owned(), date.clone()), ("end".to_owned(), date.clone())].into());
            said.spell = self.spell(&day, &extended(at, "date"));
        }
        said
    }

    #[expect(clippy::too_many_arguments, reason = "each is one thing of an edge")]
    fn edge(
        &mut self,
        id: String,
        source: Option<String>,
        target: Option<String>,
        kind: &'static str,
        is_directed: bool,
        mut said: Said,
        at: &str,
    ) {
        let (Some(source), Some(target)) = (source, target) else {
            return self.misfits.no_place(at, "an edge needs both ends: left out");
        };
        if !self.nodes.contains(&source) || !self.nodes.contains(&target) {
            return self.misfits.no_place(at, "one of its ends is not a node of the graph: left out");
        }
        if !self.edges.insert(id.clone()) {
            return self.misfits.no_place(at, "the same edge is there already: left out");
        }
        said.values.insert(0, ("kind", kind.to_owned()));
        self.graph.edges.push(Edge { id, source, target, kind, is_directed, said });
    }
}
