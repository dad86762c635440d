use super::catalogue::FORMAT;
use super::ids::Place;
use super::sink::Own;
use super::{Note, Sink};
use crate::model::Record;
use crate::reflect::excerpt;
use crate::values::{Basis, Kind, Pointer};

family! { "provenance"
    WITHOUT_EVIDENCE "record-without-evidence" Info {
        what: "A record has no evidence, in a dataset that lists sources.",
        why: "A reader cannot tell what it rests on.",
        origin: FORMAT,
        breaks: r#""sources": [{"id": "s", "title": {"en": "S"}}], "groups": [{"id": "g", "name": {"en": "G"}}]"#,
        keeps: r#""sources": [{"id": "s", "title": {"en": "S"}}], "groups": [{"id": "g", "name": {"en": "G"}, "evidence": [{"source": "s", "quote": "G", "supports": [""]}]}]"#,
    }
    EMPTY_QUOTE "empty-quote" Error {
        what: "A quote has no characters.",
        why: "It quotes nothing, and is found everywhere.",
        origin: FORMAT,
        breaks: r#""sources": [{"id": "s", "title": {"en": "S"}}], "groups": [{"id": "g", "name": {"en": "G"}, "evidence": [{"source": "s", "quote": "", "supports": [""]}]}]"#,
        keeps: r#""sources": [{"id": "s", "title": {"en": "S"}}], "groups": [{"id": "g", "name": {"en": "G"}, "evidence": [{"source": "s", "quote": "G", "supports": [""]}]}]"#,
    }
    NO_MEMBER "evidence-names-no-member" Error {
        what: "Evidence says that it supports a member that the record does not have.",
        why: "Most often the pointer is misspelt, or the member was taken out and the evidence left.",
        origin: "RFC 6901: JSON Pointer",
        breaks: r#""sources": [{"id": "s", "title": {"en": "S"}}], "groups": [{"id": "g", "name": {"en": "G"}, "evidence": [{"source": "s", "quote": "G", "supports": ["/nam"]}]}]"#,
        keeps: r#""sources": [{"id": "s", "title": {"en": "S"}}], "groups": [{"id": "g", "name": {"en": "G"}, "evidence": [{"source": "s", "quote": "G", "supports": ["/name"]}]}]"#,
    }
    WITHOUT_REASON "implied-without-reason" Warning {
        what: "Evidence is implied, but does not say why it follows.",
        why: "A reader cannot judge whether it does.",
        origin: FORMAT,
        breaks: r#""sources": [{"id": "s", "title": {"en": "S"}}], "groups": [{"id": "g", "name": {"en": "G"}, "evidence": [{"source": "s", "quote": "G", "supports": [""], "basis": "implied"}]}]"#,
        keeps: r#""sources": [{"id": "s", "title": {"en": "S"}}], "groups": [{"id": "g", "name": {"en": "G"}, "evidence": [{"source": "s", "quote": "G", "supports": [""], "basis": "implied", "reason": {"en": "By the heading."}}]}]"#,
    }
}

facts! {
    without: Without,
}

fact! {
    /// A stretch of records of one kind that have no evidence.
    #[derive(Copy)]
    Without { first: Place, } { count: u32, }
}

/// What the evidence of a record tells by itself; takes note of a record that has none.
pub(super) fn tell<T: Record>(
    own: Own<'_>,
    record: &T,
    facts: &mut super::facts::Facts,
    sink: &mut Sink<'_>,
) {
    for (index, evidence) in record.evidence().iter().enumerate() {
        if evidence.quote.as_str().is_empty() {
            let note = || Note::new("the quote is empty").help("quote the passage, or take the evidence out");
            sink.found(&EMPTY_QUOTE, Some(own), format_args!("/evidence/{index}/quote"), note);
        }
        if evidence.basis == Some(Basis::Implied) && evidence.reason.is_none() {
            let note =
                || Note::new("it is implied, but no reason is given").help("add the reason why it follows");
            sink.found(&WITHOUT_REASON, Some(own), format_args!("/evidence/{index}/basis"), note);
        }
    }
    if record.evidence().is_empty() && T::KIND != Kind::Source {
        match facts.provenance.without.last_mut() {
            Some(Without { first, count })
                if first.kind == own.0.kind && first.index().checked_add(*count) == Some(own.0.index()) =>
            {
                *count = count.saturating_add(1);
            }
            _ => facts.provenance.without.push(Without { first: own.0, count: 1 }),
        }
    }
}

/// Finds the pointers of a record's evidence that lead to nothing in it. Those into data of one's own are looked for at
/// once: what is looked through is as large as its owner likes.
pub(super) fn check_pointers<T: Record>(own: Own<'_>, record: &T, sink: &mut Sink<'_>) {
    let mut outside = Vec::new();
    for (index, evidence) in record.evidence().iter().enumerate() {
        for (place, pointer) in evidence.supports.iter().map(Pointer::as_str).enumerate() {
            match pointer.strip_prefix("/extensions").filter(|inner| inner.starts_with('/')) {
                Some(inner) => outside.push((inner, pointer, [index, place])),
                None if record.holds(pointer) => {}
                None => no_member(own, pointer, [index, place], sink),
            }
        }
    }
    if !outside.is_empty() {
        let inner: Vec<&str> = outside.iter().map(|(inner, ..)| *inner).collect();
        let found = record.extensions().finds(&inner);
        for ((_, pointer, place), _) in outside.iter().zip(found).filter(|(_, found)| !found) {
            no_member(own, pointer, *place, sink);
        }
    }
}

fn no_member(own: Own<'_>, pointer: &str, [index, place]: [usize; 2], sink: &mut Sink<'_>) {
    let note = || {
        Note::new(format!("the record has no member {}", excerpt(pointer)))
            .help("point at a member that the record has, or at the record itself with an empty text")
    };
    sink.found(&NO_MEMBER, Some(own), format_args!("/evidence/{index}/supports/{place}"), note);
}

/// Finds the records without evidence, where there are sources to quote.
pub(super) fn finish(facts: &super::facts::Facts, sink: &mut Sink<'_>) {
    if facts.ids.records(Kind::Source) == 0 {
        return;
    }
    for Without { first, count } in facts.provenance.without.iter() {
        let records = facts.ids.records(first.kind);
        for index in first.index()..first.index().saturating_add(*count).min(records) {
            let own = facts.ids.own(Place::new(first.kind, index));
            let note = || {
                Note::new("the record has no evidence").help("quote the passage of a source that it rests on")
            };
            sink.found(&WITHOUT_EVIDENCE, Some(own), "", note);
        }
    }
}
