use super::catalogue::FORMAT;
use super::ids::Place;
use super::{Note, Sink};
use crate::model::Record;
use crate::shape::Path;
use crate::values::{Basis, Leaf, Pointer, Visitor};

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

/// Most pointers of a record that are looked for.
const MOST_POINTERS: usize = 256;

pub(super) fn check<T: Record>(
    record: &T,
    place: Place,
    at: &Path<'_>,
    has_sources: bool,
    sink: &mut Sink<'_>,
) {
    let own = (place, record.id().as_str());
    if record.evidence().is_empty() {
        if has_sources && T::KIND != crate::values::Kind::Source {
            let note = || {
                Note::new("the record has no evidence").help("quote the passage of a source that it rests on")
            };
            sink.found(&WITHOUT_EVIDENCE, Some(own), at, note);
        }
        return;
    }
    let list = at.member("evidence");
    let mut missing = Missing { open: Vec::new() };
    for (index, evidence) in record.evidence().iter().enumerate() {
        let at = list.index(index);
        if evidence.quote.as_str().is_empty() {
            let note = || Note::new("the quote is empty").help("quote the passage, or take the evidence out");
            sink.found(&EMPTY_QUOTE, Some(own), at.member("quote"), note);
        }
        if evidence.basis == Some(Basis::Implied) && evidence.reason.is_none() {
            let note =
                || Note::new("it is implied, but no reason is given").help("add the reason why it follows");
            sink.found(&WITHOUT_REASON, Some(own), at.member("basis"), note);
        }
        for (pointer_index, pointer) in evidence.supports.iter().enumerate() {
            if !pointer.as_str().is_empty() && missing.open.len() < MOST_POINTERS {
                missing.open.push((index, pointer_index, pointer));
            }
        }
    }
    if !missing.open.is_empty() {
        record.walk(at, &mut missing);
    }
    for (index, pointer_index, pointer) in missing.open {
        let note = || {
            Note::new(format!("the record has no member {}", crate::shape::excerpt(pointer.as_str())))
                .help("point at a member that the record has, or at the record itself with an empty text")
        };
        let evidence = list.index(index);
        let supports = evidence.member("supports");
        sink.found(&NO_MEMBER, Some(own), supports.index(pointer_index), note);
    }
}

/// The pointers of a record that no value has answered to yet.
struct Missing<'a> {
    open: Vec<(usize, usize, &'a Pointer)>,
}

impl Visitor for Missing<'_> {
    fn leaf(&mut self, at: &Path<'_>, leaf: Leaf<'_>) {
        self.open.retain(|(_, _, pointer)| match leaf {
            Leaf::Text(text) => {
                !at.lies_at(pointer.as_str())
                    && !text.iter().any(|(language, _)| at.member(language).lies_at(pointer.as_str()))
            }
            Leaf::Extension(_, json) => !reaches(at, json, pointer.as_str()),
            _ => !at.lies_at(pointer.as_str()),
        });
    }
}

/// Whether a pointer leads to an extension, or into it.
fn reaches(at: &Path<'_>, json: &str, pointer: &str) -> bool {
    if at.lies_at(pointer) {
        return true;
    }
    // As far as the extension itself: `/extensions/name`.
    let Some((end, _)) = pointer.match_indices('/').nth(2) else { return false };
    let (outer, inner) = pointer.split_at(end);
    at.lies_at(outer)
        && serde_json::from_str::<serde_json::Value>(json).is_ok_and(|value| value.pointer(inner).is_some())
}
