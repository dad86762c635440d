use super::catalogue::FORMAT;
use super::facts::Facts as All;
use super::ids::{Ids, Place};
use super::packed::Pile;
use super::print::Print;
use super::seats::{self, Seat};
use super::sink::Own;
use super::{Note, Sink};
use crate::model::Record;
use crate::values::Kind;
use std::collections::BTreeSet;

family! { "similarity"
    SAME_NAME "one-name-several-ids" Info {
        what: "Two records of one kind have the same name, but for capital letters: organizations, networks, programmes, projects or policy instruments.",
        why: "They may be one, entered twice: what is said of it is then spread over two records.",
        origin: "360Giving: data quality",
        breaks: r#""organizations": [{"id": "a", "name": {"en": "Health Trust"}}, {"id": "b", "name": {"en": "Health trust"}}]"#,
        keeps: r#""organizations": [{"id": "a", "name": {"en": "Health Trust"}}, {"id": "b", "name": {"en": "Housing Trust"}}]"#,
    }
    SAME_IDENTIFIER "one-identifier-several-records" Warning {
        what: "Two records of one kind have the same identifier in the same scheme.",
        why: "A register gives a number to one body: the two are one, or a number is wrong.",
        origin: "org-id.guide",
        breaks: r#""organizations": [{"id": "a", "name": {"en": "A"}, "identifiers": [{"scheme": "NO-BRC", "value": "1"}]}, {"id": "b", "name": {"en": "B"}, "identifiers": [{"scheme": "NO-BRC", "value": "1"}]}]"#,
        keeps: r#""organizations": [{"id": "a", "name": {"en": "A"}, "identifiers": [{"scheme": "NO-BRC", "value": "1"}]}, {"id": "b", "name": {"en": "B"}, "identifiers": [{"scheme": "NO-BRC", "value": "2"}]}]"#,
    }
    SAME_MEMBERSHIP "overlapping-memberships" Warning {
        what: "A party is a member of one body twice in one role, at times that are not certainly apart.",
        why: "The membership is entered twice, or the periods are wrong.",
        origin: "Popolo: Membership",
        breaks: r#""groups": [{"id": "g", "name": {"en": "G"}}], "networks": [{"id": "n", "name": {"en": "N"}}], "memberships": [{"id": "x", "member": {"group": "g"}, "body": {"network": "n"}, "period": {"start": "2001"}}, {"id": "y", "member": {"group": "g"}, "body": {"network": "n"}, "period": {"start": "2005"}}]"#,
        keeps: r#""groups": [{"id": "g", "name": {"en": "G"}}], "networks": [{"id": "n", "name": {"en": "N"}}], "memberships": [{"id": "x", "member": {"group": "g"}, "body": {"network": "n"}, "period": {"start": "2001", "end": "2003"}}, {"id": "y", "member": {"group": "g"}, "body": {"network": "n"}, "period": {"start": "2005"}}]"#,
    }
    SAME_PARTICIPATION "overlapping-participations" Warning {
        what: "A party takes part in one project twice in one role, at times that are not certainly apart.",
        why: "The participation is entered twice, or the periods are wrong.",
        origin: "Interreg: partnership",
        breaks: r#""groups": [{"id": "g", "name": {"en": "G"}}], "projects": [{"id": "p", "title": {"en": "P"}}], "participations": [{"id": "x", "party": {"group": "g"}, "project": "p", "role": "partner"}, {"id": "y", "party": {"group": "g"}, "project": "p", "role": "partner"}]"#,
        keeps: r#""groups": [{"id": "g", "name": {"en": "G"}}], "projects": [{"id": "p", "title": {"en": "P"}}], "participations": [{"id": "x", "party": {"group": "g"}, "project": "p", "role": "partner"}, {"id": "y", "party": {"group": "g"}, "project": "p", "role": "associated"}]"#,
    }
    RELATED_TO_ITSELF "related-to-itself" Warning {
        what: "A record is said to be the same as itself, a member of itself, or related to itself.",
        why: "It says nothing; most often another id was meant.",
        origin: FORMAT,
        breaks: r#""networks": [{"id": "n", "name": {"en": "N"}}], "memberships": [{"id": "x", "member": {"network": "n"}, "body": {"network": "n"}}]"#,
        keeps: r#""networks": [{"id": "n", "name": {"en": "N"}}, {"id": "m", "name": {"en": "M"}}], "memberships": [{"id": "x", "member": {"network": "m"}, "body": {"network": "n"}}]"#,
    }
    TWICE_IN_LIST "twice-in-list" Warning {
        what: "A record names the same party, subject or other record twice in one list.",
        why: "Whoever counts the list counts it twice; most often another id was meant.",
        origin: FORMAT,
        breaks: r#""groups": [{"id": "g", "name": {"en": "G"}}], "cooperations": [{"id": "c", "parties": [{"group": "g"}, {"group": "g"}]}]"#,
        keeps: r#""groups": [{"id": "g", "name": {"en": "G"}}, {"id": "h", "name": {"en": "H"}}], "cooperations": [{"id": "c", "parties": [{"group": "g"}, {"group": "h"}]}]"#,
    }
}

/// Finds what a list of a record names twice.
pub(super) fn check_list<'l, T, K: Ord>(
    own: Own<'_>,
    at: &str,
    list: &'l [T],
    key: impl Fn(&'l T) -> K,
    sink: &mut Sink<'_>,
) {
    if list.len() < 2 {
        return;
    }
    let mut seen = BTreeSet::new();
    for (place, item) in list.iter().enumerate() {
        if !seen.insert(key(item)) {
            let note = || {
                Note::new("the list has named it before").help("take it out, or write the id that is meant")
            };
            sink.found(&TWICE_IN_LIST, Some(own), format_args!("{at}/{place}"), note);
        }
    }
}

/// Finds a relation that leads from a record to the same record.
pub(super) fn check_ends<K: PartialEq>(own: Own<'_>, at: &str, (one, other): (K, K), sink: &mut Sink<'_>) {
    if one == other {
        let note = || Note::new("it is related to itself").help("write the id of the other, or take it out");
        sink.found(&RELATED_TO_ITSELF, Some(own), at, note);
    }
}

facts! {
    names: Likeness,
    identifiers: Likeness,
}

fact! {
    /// What a record may have in common with another: not the text, but a fingerprint of it.
    #[derive(Copy)]
    Likeness { record: Place, } { print: Print, }
}

/// Takes note of the names of a record.
pub(super) fn tell_names<T: Record>((record, _): Own<'_>, bearer: &T, facts: &mut All) {
    for (_, name) in bearer.label().into_iter().flatten() {
        let print = Print::without_case(name);
        facts.similarity.names.push(Likeness { record, print });
    }
}

/// Takes note of the identifiers of a record.
pub(super) fn tell_identifiers<T: Record>((record, _): Own<'_>, bearer: &T, facts: &mut All) {
    for identifier in bearer.identifiers() {
        let print = Print::of([identifier.scheme.as_str(), identifier.value.as_str()]);
        facts.similarity.identifiers.push(Likeness { record, print });
    }
}

/// Finds what is alike.
pub(super) fn finish(facts: Facts, ids: &Ids, sink: &mut Sink<'_>) {
    for (record, first) in shared(facts.names, ids) {
        let note = || {
            let (title, (_, id)) = (first.kind.title(), ids.own(first));
            Note::new(format!("the {title} {id} has the same name"))
                .help("merge the two where they are one, or give each a name that tells it apart")
                .related(first, format!("the other {title}"))
        };
        sink.found(&SAME_NAME, Some(ids.own(record)), label_of(record.kind), note);
    }
    for (record, first) in shared(facts.identifiers, ids) {
        let note = || {
            let (title, (_, id)) = (first.kind.title(), ids.own(first));
            Note::new(format!("the {title} {id} has the same identifier"))
                .help("merge the two where they are one, or correct the identifier")
                .related(first, format!("the other {title}"))
        };
        sink.found(&SAME_IDENTIFIER, Some(ids.own(record)), "/identifiers", note);
    }
}

/// Finds who sits twice in one place. The seats stand together by body, party and role.
pub(super) fn finish_seats(seats: &[Seat], ids: &Ids, sink: &mut Sink<'_>) {
    let key = |seat: &Seat| (seat.place.kind, seat.of, seat.party, seat.role);
    let together = seats.chunk_by(|one, other| key(one) == key(other));
    for (later, first) in seats::meetings(together.map(<[Seat]>::iter)) {
        let (rule, what) = match later.kind {
            Kind::Membership => (&SAME_MEMBERSHIP, "membership"),
            _ => (&SAME_PARTICIPATION, "participation"),
        };
        let note = || {
            Note::new(format!("another {what} says the same of the same time"))
                .help("take one out, or say when each held")
                .related(first, format!("the other {what}"))
        };
        sink.found(rule, Some(ids.own(later)), "", note);
    }
}

/// The records that have something in common with an earlier record of their kind which bears another id, and that
/// record.
fn shared(likeness: Pile<Likeness>, ids: &Ids) -> Vec<(Place, Place)> {
    let mut likeness = perhaps_alike(likeness);
    likeness.sort_unstable_by_key(|like| (like.record.kind, like.print, like.record));
    let mut found = Vec::new();
    let alike =
        |one: &Likeness, other: &Likeness| (one.record.kind, one.print) == (other.record.kind, other.print);
    for same in likeness.chunk_by(alike) {
        let Some((first, others)) = same.split_first() else { continue };
        let others = others.iter().filter(|other| ids.handle(other.record) != ids.handle(first.record));
        found.extend(others.map(|other| (other.record, first.record)));
    }
    found.sort_unstable();
    found.dedup_by_key(|(record, _)| *record);
    found
}

/// Those that may be like another. A table of bits tells of most that they are not: only the others are put in order.
fn perhaps_alike(likeness: Pile<Likeness>) -> Vec<Likeness> {
    // Some sixteen bits for each, in words of 64.
    let words = likeness.len().div_ceil(4).next_power_of_two();
    let slot = |like: &Likeness| {
        let slot = like.print.short(words.ilog2().saturating_add(6));
        (slot / 64, 1_u64 << (slot % 64))
    };
    let (mut once, mut again) = (vec![0_u64; words], vec![0_u64; words]);
    for like in likeness.iter() {
        let (word, bit) = slot(like);
        if let (Some(once), Some(again)) = (once.get_mut(word), again.get_mut(word)) {
            *again |= *once & bit;
            *once |= bit;
        }
    }
    let is_met_again = |like: &Likeness| {
        let (word, bit) = slot(like);
        again.get(word).is_some_and(|again| again & bit != 0)
    };
    likeness.into_iter().filter(is_met_again).collect()
}

const fn label_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Project => "/title",
        _ => "/name",
    }
}
