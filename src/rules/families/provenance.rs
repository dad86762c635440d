use crate::rules::catalogue::{FORMAT, RuleInfo};
use crate::rules::family::{Family, Context};
use crate::rules::memory::{BlockVec, Memory, Observed, RecordAt, RecordPlace};
use crate::rules::report::Note;
use crate::rules::reporter::Reporter;
use crate::reflect::{Path, excerpt};
use crate::values::{Basis, RecordKind, Leaf, Pointer};
use cooperation_derive::{Fact, Facts};

family! { "provenance"
    WITHOUT_EVIDENCE "record-without-evidence" Info {
        what: "A record has no evidence, although the dataset lists sources.",
        why: "A reader cannot tell which source supports it.",
        origin: FORMAT,
        breaks: r#""sources": [{"id": "s", "title": {"en": "S"}}], "groups": [{"id": "g", "name": {"en": "G"}}]"#,
        keeps: r#""sources": [{"id": "s", "title": {"en": "S"}}], "groups": [{"id": "g", "name": {"en": "G"}, "evidence": [{"source": "s", "quote": "G"}]}]"#,
    }
    EMPTY_QUOTE "empty-quote" Error {
        what: "A quote has no characters.",
        why: "An empty quote supports nothing.",
        origin: FORMAT,
        breaks: r#""sources": [{"id": "s", "title": {"en": "S"}}], "groups": [{"id": "g", "name": {"en": "G"}, "evidence": [{"source": "s", "quote": ""}]}]"#,
        keeps: r#""sources": [{"id": "s", "title": {"en": "S"}}], "groups": [{"id": "g", "name": {"en": "G"}, "evidence": [{"source": "s", "quote": "G"}]}]"#,
    }
    WITHOUT_PASSAGE "evidence-without-passage" Error {
        what: "Evidence has neither a quote nor a locator.",
        why: "A reader cannot find the passage in the source.",
        origin: FORMAT,
        breaks: r#""sources": [{"id": "s", "title": {"en": "S"}}], "groups": [{"id": "g", "name": {"en": "G"}, "evidence": [{"source": "s"}]}]"#,
        keeps: r#""sources": [{"id": "s", "title": {"en": "S"}}], "groups": [{"id": "g", "name": {"en": "G"}, "evidence": [{"source": "s", "locator": "line 284"}]}]"#,
    }
    NO_MEMBER "evidence-names-no-member" Error {
        what: "Evidence supports a member that the record does not have.",
        why: "Usually the pointer is misspelt, or the member was removed and its evidence was not.",
        origin: "RFC 6901: JSON Pointer",
        breaks: r#""sources": [{"id": "s", "title": {"en": "S"}}], "groups": [{"id": "g", "name": {"en": "G"}, "evidence": [{"source": "s", "quote": "G", "supports": ["/nam"]}]}]"#,
        keeps: r#""sources": [{"id": "s", "title": {"en": "S"}}], "groups": [{"id": "g", "name": {"en": "G"}, "evidence": [{"source": "s", "quote": "G", "supports": ["/name"]}]}]"#,
    }
    WITHOUT_REASON "implied-without-reason" Warning {
        what: "Evidence has the basis implied, but no reason.",
        why: "Without the reason a reader cannot judge the conclusion.",
        origin: FORMAT,
        breaks: r#""sources": [{"id": "s", "title": {"en": "S"}}], "groups": [{"id": "g", "name": {"en": "G"}, "evidence": [{"source": "s", "quote": "G", "basis": "implied"}]}]"#,
        keeps: r#""sources": [{"id": "s", "title": {"en": "S"}}], "groups": [{"id": "g", "name": {"en": "G"}, "evidence": [{"source": "s", "quote": "G", "basis": "implied", "reason": {"en": "By the heading."}}]}]"#,
    }
    KEPT_UNREAD "value-kept-unread" Warning {
        what: "A record keeps values of its source that the conversion could not read, in an extension whose name ends in `.unread`.",
        why: "The members that the values belong to are missing, as if the source did not state them.",
        origin: FORMAT,
        breaks: r#""projects": [{"id": "p", "title": {"en": "P"}, "extensions": {"eu.europa.cordis.unread": {"endDate": "2027-02-31"}}}]"#,
        keeps: r#""projects": [{"id": "p", "title": {"en": "P"}, "period": {"end": "2027-02-28"}}]"#,
    }
}

/// How the name of an extension ends in which values are kept that could not be read: an object with the values by their
/// names, or a list of their places.
const UNREAD: &str = ".unread";

/// Most names that a message shows.
const SHOWN: usize = 3;

/// What this family keeps of the records.
#[derive(Default, serde::Serialize, serde::Deserialize, Facts)]
pub(in crate::rules) struct Facts {
    without: BlockVec<Without>,
}

/// A stretch of records of one kind that have no evidence.
#[derive(Clone, Copy, Debug, PartialEq, Fact)]
pub(in crate::rules) struct Without {
    #[moves]
    pub first: RecordPlace,
    pub count: u32,
}

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
        if let Leaf::Extension(name, json) = value
            && name.ends_with(UNREAD)
        {
            check_unread(record, at, json, context.reporter);
        }
    }

    fn record(&mut self, observed: &Observed<'_>, context: &mut Context<'_, '_>) {
        if !observed.record.evidence().is_empty() {
            check_evidence(observed, context.reporter);
            check_pointers(observed, context.reporter);
        } else if observed.at.place.kind != RecordKind::Source {
            self.note_without(observed.at.place);
        }
    }

    /// Finds the records without evidence, where there are sources to quote.
    fn finish(&mut self, memory: &Memory, reporter: &mut Reporter<'_>) {
        if memory.ids.records(RecordKind::Source) == 0 {
            return;
        }
        for &Without { first, count } in self.without.iter() {
            let records = memory.ids.records(first.kind);
            for index in first.index()..first.index().saturating_add(count).min(records) {
                let record = memory.ids.at(RecordPlace::new(first.kind, index));
                reporter.found(&WITHOUT_EVIDENCE, Some(record), &"", &|| {
                    Note::new("the record has no evidence")
                        .with_help("add the passage of a source that supports it")
                });
            }
        }
    }
}

impl Facts {
    /// Takes note of a record that has no evidence.
    fn note_without(&mut self, place: RecordPlace) {
        match self.without.last_mut() {
            Some(Without { first, count })
                if first.kind == place.kind && first.index().checked_add(*count) == Some(place.index()) =>
            {
                *count = count.saturating_add(1);
            }
            _ => self.without.push(Without { first: place, count: 1 }),
        }
    }
}

/// Reports values that are only kept as they were written.
fn check_unread(record: Option<RecordAt<'_>>, at: &Path<'_>, json: &str, reporter: &mut Reporter<'_>) {
    let members = serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(json).map(|members| members.into_iter().map(|(name, _)| name).collect());
    let names = members.or_else(|_| serde_json::from_str::<Vec<String>>(json)).unwrap_or_default();
    if names.is_empty() {
        return;
    }
    reporter.found(&KEPT_UNREAD, record, at, &|| {
        let shown: Vec<_> = names.iter().take(SHOWN).map(|name| excerpt(name)).collect();
        let more = if names.len() > SHOWN { " and others" } else { "" };
        let (count, shown) = (names.len(), shown.join(", "));
        let values = if count == 1 { "value" } else { "values" };
        Note::new(format!("{count} {values} of the source could not be read: {shown}{more}"))
            .with_help("state the value in the field that it belongs to, and remove it from the extension")
    });
}

/// Checks the evidence of a record by itself.
fn check_evidence(observed: &Observed<'_>, reporter: &mut Reporter<'_>) {
    for (index, evidence) in observed.record.evidence().iter().enumerate() {
        if evidence.quote.is_none() && evidence.locator.is_none() {
            reporter.found(&WITHOUT_PASSAGE, Some(observed.at), &format_args!("/evidence/{index}"), &|| {
                Note::new("the evidence has neither a quote nor a locator")
                    .with_help("add the `quote` or, if it cannot be quoted, its `locator`")
            });
        }
        if evidence.quote.as_ref().is_some_and(|quote| quote.as_str().is_empty()) {
            reporter.found(&EMPTY_QUOTE, Some(observed.at), &format_args!("/evidence/{index}/quote"), &|| {
                Note::new("the quote is empty").with_help("quote the passage, or remove the evidence")
            });
        }
        if evidence.basis == Some(Basis::Implied) && evidence.reason.is_none() {
            reporter.found(&WITHOUT_REASON, Some(observed.at), &format_args!("/evidence/{index}/basis"), &|| {
                Note::new("the basis is implied, but there is no reason").with_help("add `reason`: why the passage implies it")
            });
        }
    }
}

/// Finds the pointers of a record's evidence that lead to nothing in it. Those into custom data are looked for at once:
/// what is looked through is as large as its owner likes.
fn check_pointers(observed: &Observed<'_>, reporter: &mut Reporter<'_>) {
    let (mut inner, mut outer) = (Vec::new(), Vec::new());
    for (index, evidence) in observed.record.evidence().iter().enumerate() {
        for (place, pointer) in evidence.supports.iter().map(Pointer::as_str).enumerate() {
            match pointer.strip_prefix("/extensions").filter(|inner| inner.starts_with('/')) {
                Some(rest) => {
                    inner.push(rest);
                    outer.push((pointer, [index, place]));
                }
                None if observed.record.holds(pointer) => {}
                None => no_member(observed.at, pointer, [index, place], reporter),
            }
        }
    }
    if inner.is_empty() {
        return;
    }
    let found = observed.record.extensions().finds(&inner);
    for ((pointer, place), found) in outer.into_iter().zip(found) {
        if !found {
            no_member(observed.at, pointer, place, reporter);
        }
    }
}

fn no_member(at: RecordAt<'_>, pointer: &str, [index, place]: [usize; 2], reporter: &mut Reporter<'_>) {
    reporter.found(&NO_MEMBER, Some(at), &format_args!("/evidence/{index}/supports/{place}"), &|| {
        Note::new(format!("the record has no field {}", excerpt(pointer)))
            .with_help("point to a field that the record has, or remove `supports` if the passage supports the whole record")
    });
}
