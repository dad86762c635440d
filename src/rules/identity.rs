use super::catalogue::FORMAT;
use super::ids::{Ids, Place};
use super::{Note, Sink};
use crate::values::Kind;
use std::collections::BTreeMap;

family! { "identity"
    DUPLICATE_ID "duplicate-id" Error {
        what: "Two records of one kind have the same id.",
        why: "A reference to the id could mean either, and readers would take one and lose the other.",
        origin: FORMAT,
        breaks: r#""groups": [{"id": "a", "name": {"en": "One"}}, {"id": "a", "name": {"en": "Two"}}]"#,
        keeps: r#""groups": [{"id": "a", "name": {"en": "One"}}, {"id": "b", "name": {"en": "Two"}}]"#,
    }
    CONFUSABLE_ID "confusable-id" Warning {
        what: "Two records of one kind have ids that differ only in capital letters.",
        why: "People and some tools take the two for one.",
        origin: FORMAT,
        breaks: r#""groups": [{"id": "a", "name": {"en": "One"}}, {"id": "A", "name": {"en": "Two"}}]"#,
        keeps: r#""groups": [{"id": "a", "name": {"en": "One"}}, {"id": "b", "name": {"en": "Two"}}]"#,
    }
}

/// Finds ids that meet.
pub(super) fn finish(ids: &Ids, sink: &mut Sink<'_>) {
    for &kind in Kind::ALL {
        doubled(kind, ids, sink);
        confusable(kind, ids, sink);
    }
}

fn doubled(kind: Kind, ids: &Ids, sink: &mut Sink<'_>) {
    for (place, first) in ids.doubled(kind) {
        let own = ids.own(place);
        let note = || {
            Note::new(format!("the id {} is taken", own.1))
                .help("give each record an id of its own, or merge the two")
                .related(first, "the first record with this id")
        };
        sink.found(&DUPLICATE_ID, Some(own), "/id", note);
    }
}

fn confusable(kind: Kind, ids: &Ids, sink: &mut Sink<'_>) {
    // Two ids can differ in capital letters only where one has some.
    if !ids.have_capitals(kind) {
        return;
    }
    let mut alike: BTreeMap<String, Vec<(Place, &str)>> = BTreeMap::new();
    for (place, id) in ids.defined(kind) {
        if id.bytes().any(|byte| byte.is_ascii_uppercase()) {
            alike.entry(id.to_ascii_lowercase()).or_default().push((place, id));
        }
    }
    for (small, mut alike) in alike {
        let small = ids.find(kind, &small).and_then(|handle| Some((ids.place(handle)?, ids.text(handle))));
        alike.extend(small);
        alike.sort();
        let Some(((first, model), others)) = alike.split_first() else { continue };
        for &own in others {
            let note = || {
                Note::new(format!("the id {} differs from {model} only in capital letters", own.1))
                    .help("use one of the two where one record is meant, else another id")
                    .related(first, "the other record")
            };
            sink.found(&CONFUSABLE_ID, Some(own), "/id", note);
        }
    }
}
