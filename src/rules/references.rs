use super::facts::Word;
use super::ids::{Handle, Ids, Place};
use super::sink::Own;
use super::{Note, Sink};
use crate::model::Party;
use crate::reflect::{Article, Path, nearest};
use crate::values::Kind;

family! { "references"
    UNKNOWN_REFERENCE "unknown-reference" Error {
        what: "An id is referred to that no record of its kind has.",
        why: "The relation leads nowhere: most often the id is misspelt, or the record was left out.",
        origin: "OCDS: parties are held once and referred to by id",
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}, "programme": "nowhere"}]"#,
        keeps: r#""programmes": [{"id": "here", "name": {"en": "Here"}}], "projects": [{"id": "p", "title": {"en": "P"}, "programme": "here"}]"#,
    }
    GROUP_AS_BODY "membership-in-group" Warning {
        what: "A membership names a group as the body that somebody is a member of.",
        why: "A group is actors that a source names together: it has no members, as a network or an organization has.",
        origin: "Popolo: Membership",
        breaks: r#""organizations": [{"id": "o", "name": {"en": "O"}}], "groups": [{"id": "g", "name": {"en": "G"}}], "memberships": [{"id": "m", "member": {"organization": "o"}, "body": {"group": "g"}}]"#,
        keeps: r#""organizations": [{"id": "o", "name": {"en": "O"}}], "networks": [{"id": "n", "name": {"en": "N"}}], "memberships": [{"id": "m", "member": {"organization": "o"}, "body": {"network": "n"}}]"#,
    }
}

facts! {
    /// References to ids that no record bore when they were met.
    open: Open,
}

fact! {
    #[derive(Copy)]
    Open { place: Place, to: Handle, rest: Word, } {}
}

/// Takes note of a reference.
pub(super) fn tell((place, _): Own<'_>, at: &Path<'_>, to: (Kind, &str), facts: &mut super::facts::Facts) {
    let to = facts.ids.mention(to);
    if facts.ids.place(to).is_none() {
        let rest = facts.word(&at.to_string());
        facts.references.open.push(Open { place, to, rest });
    }
}

/// Finds a membership in what has no members.
pub(super) fn check_body(own: Own<'_>, body: &Party, sink: &mut Sink<'_>) {
    if let Party::Group(group) = body {
        let note = || {
            Note::new(format!("{group} is a group, and has no members"))
                .help("name a network or an organization, or say in a cooperation who works together")
        };
        sink.found(&GROUP_AS_BODY, Some(own), "/body", note);
    }
}

/// Most ids that are compared for a nearest one, in all: a file of broken references must not take for ever.
const MOST_COMPARED: usize = 1_000_000;

/// Finds the references that lead nowhere.
pub(super) fn finish(facts: &super::facts::Facts, sink: &mut Sink<'_>) {
    let ids = &facts.ids;
    let mut compared = 0_usize;
    for &Open { place, to, rest } in facts.references.open.iter() {
        if ids.place(to).is_none() {
            let note = || unknown(to, ids, &mut compared);
            sink.found(&UNKNOWN_REFERENCE, Some(ids.own(place)), facts.text_of(rest), note);
        }
    }
}

fn unknown(to: Handle, ids: &Ids, compared: &mut usize) -> Note {
    let Handle { kind, .. } = to;
    let (title, id) = (kind.title(), ids.text(to));
    let note = Note::new(format!("no {title} has the id {id}"));
    let borne = |kind: Kind| ids.find(kind, id).and_then(|handle| ids.place(handle)).is_some();
    if let Some(other) = Kind::ALL.iter().find(|&&other| borne(other)) {
        let (wanted, given) = (Article(title), Article(other.title()));
        return note.help(format!("refer to {wanted}: {id} is the id of {given}"));
    }
    *compared = compared.saturating_add(ids.len(kind));
    let near = (*compared <= MOST_COMPARED).then(|| nearest(id, ids.defined(kind).map(|(_, id)| id)));
    match near.flatten() {
        Some(near) => note.help(format!("write {near} if that is meant, or add the {title}")),
        None => note.help(format!("add the {title}, or refer to another")),
    }
}
