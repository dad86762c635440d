use super::ids::{Ids, Place};
use super::{Note, Sink};
use crate::shape::{Article, Path, nearest};
use crate::values::Kind;

family! { "references"
    UNKNOWN_REFERENCE "unknown-reference" Error {
        what: "An id is referred to that no record of its kind has.",
        why: "The relation leads nowhere: most often the id is misspelt, or the record was left out.",
        origin: "OCDS: parties are held once and referred to by id",
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}, "programme": "nowhere"}]"#,
        keeps: r#""programmes": [{"id": "here", "name": {"en": "Here"}}], "projects": [{"id": "p", "title": {"en": "P"}, "programme": "here"}]"#,
    }
}

/// Most ids that are compared for a nearest one, in all: a file of broken references must not take for ever.
const MOST_COMPARED: usize = 1_000_000;

pub(super) fn check(
    own: (Place, &str),
    at: &Path<'_>,
    kind: Kind,
    id: &str,
    ids: &Ids,
    compared: &mut usize,
    sink: &mut Sink<'_>,
) {
    if ids.find(kind, id).and_then(|handle| ids.place(handle)).is_some() {
        return;
    }
    let note = || {
        let note = Note::new(format!("no {kind} has the id {id}"));
        let elsewhere = Kind::ALL
            .iter()
            .find(|&&other| ids.find(other, id).and_then(|handle| ids.place(handle)).is_some());
        if let Some(other) = elsewhere {
            return note.help(format!(
                "refer to {}: {id} is the id of {}",
                Article(kind.title()),
                Article(other.title())
            ));
        }
        *compared = compared.saturating_add(ids.len(kind));
        let near =
            if *compared > MOST_COMPARED { None } else { nearest(id, ids.defined(kind).map(|(_, id)| id)) };
        match near {
            Some(near) => note.help(format!("write {near} if that is meant, or add the {kind}")),
            None => note.help(format!("add the {kind}, or refer to another")),
        }
    };
    sink.found(&UNKNOWN_REFERENCE, Some(own), at, note);
}
