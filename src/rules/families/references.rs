use crate::dataset::RecordRef;
use crate::model::Related;
use crate::rules::catalogue::{FORMAT, RuleInfo};
use crate::rules::family::{Family, Context};
use crate::rules::memory::{BlockVec, IdRef, Ids, Interned, Memory, Observed, RecordAt, RecordPlace};
use crate::rules::report::Note;
use crate::rules::reporter::Reporter;
use crate::order::put_in_order;
use crate::reflect::{Article, Path, nearest};
use crate::values::{RecordKind, Leaf, Relation, Status};
use cooperation_derive::{Fact, Facts};
use std::cell::Cell;

family! { "references"
    UNKNOWN_REFERENCE "unknown-reference" Error {
        what: "A reference points to an id that does not exist.",
        why: "The relation leads nowhere. Usually the id is misspelt, or the record is missing.",
        origin: "OCDS: parties are listed once and referred to by id",
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}, "programmes": ["nowhere"]}]"#,
        keeps: r#""programmes": [{"id": "here", "name": {"en": "Here"}}], "projects": [{"id": "p", "title": {"en": "P"}, "programmes": ["here"]}]"#,
    }
    RELATED_TO_NOTHING "related-to-nothing" Error {
        what: "An entry of `related` names neither a record of the dataset nor a title.",
        why: "It states a relation to nothing.",
        origin: FORMAT,
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}, "related": [{"relation": "continues"}]}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}, "related": [{"title": {"en": "Phase 1"}, "relation": "continues"}]}]"#,
    }
    INVERSE_RELATION "inverse-relation" Warning {
        what: "An entry of `related` says `contains` or `sibling` about a record of the dataset.",
        why: "A relation is stated once, on the record that depends. These two words are for records outside the dataset.",
        origin: "IATI: related activity",
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}, "related": [{"to": {"project": "q"}, "relation": "contains"}]}, {"id": "q", "title": {"en": "Q"}}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}}, {"id": "q", "title": {"en": "Q"}, "related": [{"to": {"project": "p"}, "relation": "part of"}]}]"#,
    }
    REPLACED_BY_NOTHING "replaced-by-nothing" Info {
        what: "A record has the status replaced, and no record says that it replaces it.",
        why: "A reader cannot find the successor. The newer record states the relation `replaces`.",
        origin: FORMAT,
        breaks: r#""policy_instruments": [{"id": "old", "name": {"en": "Old"}, "status": "replaced"}]"#,
        keeps: r#""policy_instruments": [{"id": "old", "name": {"en": "Old"}, "status": "replaced"}, {"id": "new", "name": {"en": "New"}, "related": [{"to": {"policy_instrument": "old"}, "relation": "replaces"}]}]"#,
    }
}

/// What this family keeps of the records.
#[derive(Default, serde::Serialize, serde::Deserialize, Facts)]
pub(in crate::rules) struct Facts {
    /// References to ids that no record had when they were met.
    open: BlockVec<Open>,
    /// Records that are replaced.
    replaced: BlockVec<Replaced>,
    /// Ids of records that another replaces.
    replacing: BlockVec<Replacing>,
}

#[derive(Clone, Copy, Debug, PartialEq, Fact)]
pub(in crate::rules) struct Replaced {
    #[moves]
    pub record: RecordPlace,
}

#[derive(Clone, Copy, Debug, PartialEq, Fact)]
pub(in crate::rules) struct Replacing {
    #[moves]
    pub old: IdRef,
}

#[derive(Clone, Copy, Debug, PartialEq, Fact)]
pub(in crate::rules) struct Open {
    #[moves]
    pub place: RecordPlace,
    #[moves]
    pub to: IdRef,
    #[moves]
    pub rest: Interned,
}

/// Most ids that are compared for a nearest one, in all: a file of broken references must not take for ever.
const MOST_COMPARED: usize = 1_000_000;

impl Family for Facts {
    const RULES: &'static [&'static RuleInfo] = RULES;

    #[inline]
    fn value(
        &mut self,
        record: Option<RecordAt<'_>>,
        at: &Path<'_>,
        value: Leaf<'_>,
        context: &mut Context<'_, '_>,
    ) {
        if let (Leaf::Id(kind, id), Some(record)) = (value, record) {
            // The record's own id is no reference.
            if at.name() != Some("id") {
                self.refer(record, at, (kind, id), context.memory);
            }
        }
    }

    fn record(&mut self, observed: &Observed<'_>, context: &mut Context<'_, '_>) {
        for (place, related) in observed.record.related().iter().enumerate() {
            check_related(observed.at, place, related, context.reporter);
            if let (Relation::Replaces, Some(old)) = (&related.relation, &related.to) {
                self.replacing.push(Replacing { old: context.memory.ids.mention(old.key()) });
            }
        }
        let status = match observed.record {
            RecordRef::Organization(organization) => &organization.status,
            RecordRef::Network(network) => &network.status,
            RecordRef::Project(project) => &project.status,
            RecordRef::PolicyInstrument(instrument) => &instrument.status,
            _ => return,
        };
        if *status == Some(Status::Replaced) {
            self.replaced.push(Replaced { record: observed.at.place });
        }
    }

    fn finish(&mut self, memory: &Memory, reporter: &mut Reporter<'_>) {
        let ids = &memory.ids;
        let mut replaced: Vec<RecordPlace> =
            self.replacing.iter().filter_map(|replacing| ids.place(replacing.old)).collect();
        put_in_order(&mut replaced, &Ord::cmp);
        for &Replaced { record } in self.replaced.iter() {
            if replaced.binary_search(&record).is_err() {
                reporter.found(&REPLACED_BY_NOTHING, Some(ids.at(record)), &"/status", &|| {
                    Note::new("the status is replaced, but no record replaces this one")
                        .with_help("state the relation `replaces` on the newer record")
                });
            }
        }
        let compared = Cell::new(0);
        for &Open { place, to, rest } in self.open.iter() {
            if ids.place(to).is_none() {
                let rest = memory.words.text(rest);
                reporter.found(&UNKNOWN_REFERENCE, Some(ids.at(place)), &rest, &|| unknown(to, ids, &compared));
            }
        }
    }
}

impl Facts {
    fn refer(&mut self, record: RecordAt<'_>, at: &Path<'_>, to: (RecordKind, &str), memory: &mut Memory) {
        let to = memory.ids.mention(to);
        if memory.ids.place(to).is_none() {
            // In a stream most records come before those they refer to: room for nearly all paths at once.
            let mut rest = String::with_capacity(48);
            // Writing to a string cannot fail.
            let _ = at.write(&mut rest);
            let rest = memory.words.intern(&rest);
            self.open.push(Open { place: record.place, to, rest });
        }
    }
}

fn check_related(at: RecordAt<'_>, place: usize, related: &Related, reporter: &mut Reporter<'_>) {
    match (&related.to, &related.relation) {
        (None, _) if related.title.is_none() => {
            reporter.found(&RELATED_TO_NOTHING, Some(at), &format_args!("/related/{place}"), &|| {
                Note::new("the relation names no other record")
                    .with_help("add `to` for a record of the dataset, or `title` for another")
            });
        }
        (Some(to), relation @ (Relation::Contains | Relation::Sibling)) => {
            reporter.found(&INVERSE_RELATION, Some(at), &format_args!("/related/{place}/relation"), &|| {
                Note::new(format!("the relation {relation} names the {to}, which can state it itself"))
                    .with_help("state the relation `part of` on the record that is a part")
            });
        }
        _ => {}
    }
}

fn unknown(to: IdRef, ids: &Ids, compared: &Cell<usize>) -> Note {
    let IdRef { kind, .. } = to;
    let (title, id) = (kind.title(), ids.text(to));
    let note = Note::new(format!("no {title} has the id {id}"));
    let is_known = |kind: RecordKind| ids.find(kind, id).and_then(|id| ids.place(id)).is_some();
    if let Some(other) = RecordKind::ALL.iter().find(|&&other| is_known(other)) {
        let (wanted, given) = (Article(title), Article(other.title()));
        return note.with_help(format!("refer to {wanted}: {id} is the id of {given}"));
    }
    compared.set(compared.get().saturating_add(ids.len(kind)));
    let near = (compared.get() <= MOST_COMPARED).then(|| nearest(id, ids.defined(kind).map(|known| known.id)));
    match near.flatten() {
        Some(near) => note.with_help(format!("write {near} if that is meant, or add the {title}")),
        None => note.with_help(format!("add the {title}, or refer to another")),
    }
}
