use super::catalogue::FORMAT;
use super::ids::Place;
use super::sink::Own;
use super::{Note, Sink};
use crate::model::Record;
use crate::shape::{Path, excerpt};
use crate::values::{Basis, Kind, Leaf};
use std::collections::BTreeSet;

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

/// A pointer into a record, and where it stands: the place of the evidence, and its own in it.
type Supported<'r> = (&'r str, [usize; 2]);

/// The pointers of a record's evidence to its members.
pub(super) fn pointers<T: Record>(record: &T) -> Vec<Supported<'_>> {
    let evidence = record.evidence().iter().enumerate();
    let supported = evidence.flat_map(|(index, evidence)| {
        let pointers = evidence.supports.iter().enumerate();
        pointers.map(move |(place, pointer)| (pointer.as_str(), [index, place]))
    });
    supported.filter(|(pointer, _)| !pointer.is_empty()).collect()
}

/// Finds the pointers that no value of the record has answered to.
pub(super) fn check_pointers(
    own: Own<'_>,
    pointers: &[Supported<'_>],
    missing: &Missing<'_>,
    sink: &mut Sink<'_>,
) {
    for (pointer, [index, place]) in pointers {
        if missing.has(pointer) {
            let note = || {
                Note::new(format!("the record has no member {}", excerpt(pointer)))
                    .help("point at a member that the record has, or at the record itself with an empty text")
            };
            sink.found(&NO_MEMBER, Some(own), format_args!("/evidence/{index}/supports/{place}"), note);
        }
    }
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

/// The pointers into a record that no value has answered to yet.
#[derive(Default)]
pub(super) struct Missing<'a> {
    /// As long as there are few: each is held against each value, by its first step.
    few: Vec<(&'a str, &'a str)>,
    /// Where there are many: each value looks for those that may point at it.
    many: BTreeSet<&'a str>,
}

impl<'a> Missing<'a> {
    pub(super) fn new(pointers: &[Supported<'a>]) -> Self {
        const FEW: usize = 16;
        let all = pointers.iter().map(|(pointer, _)| *pointer);
        if pointers.len() <= FEW {
            Self { few: all.map(|pointer| (first_step(pointer), pointer)).collect(), many: BTreeSet::new() }
        } else {
            Self { few: Vec::new(), many: all.collect() }
        }
    }

    fn has(&self, pointer: &str) -> bool {
        self.few.iter().any(|(_, one)| *one == pointer) || self.many.contains(pointer)
    }

    fn is_empty(&self) -> bool {
        self.few.is_empty() && self.many.is_empty()
    }

    /// A period that says nothing has no values, but is there.
    pub(super) fn period(&mut self, at: &Path<'_>) {
        if !self.is_empty() {
            self.answer(at);
        }
    }

    /// A value stands here: those that point at it or at what it lies in have an answer.
    fn answer(&mut self, at: &Path<'_>) {
        if !self.few.is_empty() {
            let top = at.top().unwrap_or_default();
            self.few.retain(|(first, pointer)| {
                // Names of members have nothing in them that pointers write in another way.
                let is_top = pointer.len() == first.len().saturating_add(1);
                *first != top || !is_top && !at.lies_at(pointer.strip_prefix('/').unwrap_or_default())
            });
        }
        if !self.many.is_empty() {
            let pointer = at.to_string();
            for (end, _) in pointer.match_indices('/').skip(1) {
                self.many.remove(pointer.split_at(end).0);
            }
            self.many.remove(pointer.as_str());
        }
    }

    /// A value of the record.
    pub(super) fn leaf(&mut self, at: &Path<'_>, leaf: Leaf<'_>) {
        if self.is_empty() {
            return;
        }
        self.answer(at);
        match leaf {
            Leaf::Text(text) => text.iter().for_each(|(language, _)| self.answer(&at.member(language))),
            Leaf::Extension(_, json) => {
                // What points into data of one's own: `/extensions/name/...`.
                let outer = format!("{at}/");
                let inside = |pointer: &&str| pointer.starts_with(&outer);
                let few = self.few.iter().map(|(_, pointer)| *pointer);
                let inner: Vec<&str> = few.chain(self.many.iter().copied()).filter(inside).collect();
                if !inner.is_empty()
                    && let Ok(value) = serde_json::from_str::<serde_json::Value>(json)
                {
                    let outer = outer.len().saturating_sub(1);
                    let reaches =
                        |pointer: &str| pointer.get(outer..).is_some_and(|at| value.pointer(at).is_some());
                    inner.into_iter().filter(|pointer| reaches(pointer)).for_each(|pointer| {
                        self.few.retain(|(_, one)| *one != pointer);
                        self.many.remove(pointer);
                    });
                }
            }
            _ => {}
        }
    }
}

/// The name of the member of the record that a pointer leads into.
fn first_step(pointer: &str) -> &str {
    pointer.split('/').nth(1).unwrap_or_default()
}
