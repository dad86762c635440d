use super::catalogue::FORMAT;
use super::engine::place;
use super::ids::Ids;
use super::{Note, Sink};
use crate::dataset::Dataset;
use crate::model::Record;
use crate::shape::Path;
use std::collections::HashMap;

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

/// Fills the table of ids and finds those that meet.
pub(super) fn check(dataset: &Dataset, ids: &mut Ids, sink: &mut Sink<'_>) {
    macro_rules! lists {
        ($($name:ident $tag:literal $list:ident $plural:literal $title:literal,)*) => {
            $( list(&dataset.$list, $plural, ids, sink); )*
        };
    }
    for_each_kind!(lists);
}

fn list<T: Record>(records: &[T], list: &'static str, ids: &mut Ids, sink: &mut Sink<'_>) {
    ids.reserve(T::KIND, records.len());
    let root = Path::root();
    let list = root.member(list);
    for (index, record) in records.iter().enumerate() {
        let own = place(T::KIND, index);
        let id = record.id().as_str();
        if let Some(first) = ids.define(T::KIND, id, own.index) {
            let note = || {
                Note::new(format!("the id {id} is taken"))
                    .help("give each record an id of its own, or merge the two")
                    .related(format_args!("/{}/{first}", T::KIND.list()), "the first record with this id")
            };
            sink.found(&DUPLICATE_ID, Some((own, id)), list.index(index).member("id"), note);
        }
    }
    let mut seen: HashMap<String, &str> = HashMap::new();
    for (index, record) in records.iter().enumerate() {
        let id = record.id().as_str();
        if !id.bytes().any(|byte| byte.is_ascii_alphabetic()) {
            continue;
        }
        let first = *seen.entry(id.to_ascii_lowercase()).or_insert(id);
        if first != id {
            let note = || {
                Note::new(format!("the id {id} differs from {first} only in capital letters"))
                    .help("use one of the two where one record is meant, else another id")
            };
            sink.found(
                &CONFUSABLE_ID,
                Some((place(T::KIND, index), id)),
                list.index(index).member("id"),
                note,
            );
        }
    }
}
