use crate::rules::catalogue::RuleInfo;
use crate::rules::family::{Family, Context};
use crate::rules::memory::{IdRef, Ids, Interned, Memory, RecordAt, RecordPlace};
use crate::rules::report::Note;
use crate::rules::sink::Sink;
use crate::reflect::{Article, Path, nearest};
use crate::values::{Kind, Leaf};
use std::cell::Cell;

family! { "references"
    UNKNOWN_REFERENCE "unknown-reference" Error {
        what: "An id is referred to that no record of its kind has.",
        why: "The relation leads nowhere: most often the id is misspelt, or the record was left out.",
        origin: "OCDS: parties are held once and referred to by id",
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}, "programmes": ["nowhere"]}]"#,
        keeps: r#""programmes": [{"id": "here", "name": {"en": "Here"}}], "projects": [{"id": "p", "title": {"en": "P"}, "programmes": ["here"]}]"#,
    }
}

facts! {
    /// References to ids that no record had when they were met.
    open: Open,
}

fact! {
    #[derive(Copy)]
    Open { place: RecordPlace, to: IdRef, rest: Interned, } {}
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

    fn finish(&mut self, memory: &Memory, sink: &mut Sink<'_>) {
        let ids = &memory.ids;
        let compared = Cell::new(0);
        for &Open { place, to, rest } in self.open.iter() {
            if ids.place(to).is_none() {
                let rest = memory.words.text(rest);
                sink.found(&UNKNOWN_REFERENCE, Some(ids.at(place)), &rest, &|| unknown(to, ids, &compared));
            }
        }
    }
}

impl Facts {
    fn refer(&mut self, record: RecordAt<'_>, at: &Path<'_>, to: (Kind, &str), memory: &mut Memory) {
        let to = memory.ids.mention(to);
        if memory.ids.place(to).is_none() {
            let rest = memory.words.intern(&at.to_string());
            self.open.push(Open { place: record.place, to, rest });
        }
    }
}

fn unknown(to: IdRef, ids: &Ids, compared: &Cell<usize>) -> Note {
    let IdRef { kind, .. } = to;
    let (title, id) = (kind.title(), ids.text(to));
    let note = Note::new(format!("no {title} has the id {id}"));
    let is_known = |kind: Kind| ids.find(kind, id).and_then(|id| ids.place(id)).is_some();
    if let Some(other) = Kind::ALL.iter().find(|&&other| is_known(other)) {
        let (wanted, given) = (Article(title), Article(other.title()));
        return note.help(format!("refer to {wanted}: {id} is the id of {given}"));
    }
    compared.set(compared.get().saturating_add(ids.len(kind)));
    let near = (compared.get() <= MOST_COMPARED).then(|| nearest(id, ids.defined(kind).map(|known| known.id)));
    match near.flatten() {
        Some(near) => note.help(format!("write {near} if that is meant, or add the {title}")),
        None => note.help(format!("add the {title}, or refer to another")),
    }
}
