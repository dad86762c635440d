use crate::rules::catalogue::{FORMAT, RuleInfo};
use crate::rules::family::Family;
use crate::rules::memory::{Ids, Memory, RecordAt};
use crate::order::put_in_order;
use crate::rules::report::Note;
use crate::rules::reporter::Reporter;
use crate::values::RecordKind;
use cooperation_derive::Facts;

family! { "identity"
    DUPLICATE_ID "duplicate-id" Error {
        what: "Two records of one kind have the same id.",
        why: "A reference to the id could mean either record, and tools that index by id lose one of them.",
        origin: FORMAT,
        breaks: r#""groups": [{"id": "a", "name": {"en": "One"}}, {"id": "a", "name": {"en": "Two"}}]"#,
        keeps: r#""groups": [{"id": "a", "name": {"en": "One"}}, {"id": "b", "name": {"en": "Two"}}]"#,
    }
    CONFUSABLE_ID "confusable-id" Warning {
        what: "The ids of two records of one kind differ only in upper and lower case.",
        why: "People and some tools read the two as one id.",
        origin: FORMAT,
        breaks: r#""groups": [{"id": "a", "name": {"en": "One"}}, {"id": "A", "name": {"en": "Two"}}]"#,
        keeps: r#""groups": [{"id": "a", "name": {"en": "One"}}, {"id": "b", "name": {"en": "Two"}}]"#,
    }
}

/// What this family keeps of the records.
#[derive(Default, serde::Serialize, serde::Deserialize, Facts)]
pub(in crate::rules) struct Facts {}

impl Family for Facts {
    const RULES: &'static [&'static RuleInfo] = RULES;

    fn finish(&mut self, memory: &Memory, reporter: &mut Reporter<'_>) {
        for &kind in RecordKind::ALL {
            doubled(kind, &memory.ids, reporter);
            confusable(kind, &memory.ids, reporter);
        }
    }
}

fn doubled(kind: RecordKind, ids: &Ids, reporter: &mut Reporter<'_>) {
    for (place, first) in ids.doubled(kind) {
        let record = ids.at(place);
        reporter.found(&DUPLICATE_ID, Some(record), &"/id", &|| {
            Note::new(format!("another record already has the id {}", record.id))
                .with_help("give this record another id, or merge the two records")
                .with_related(first, "the first record with this id")
        });
    }
}

fn confusable(kind: RecordKind, ids: &Ids, reporter: &mut Reporter<'_>) {
    // Two ids can differ in capital letters only where one has some.
    if !ids.have_capitals(kind) {
        return;
    }
    let mut capitals: Vec<(String, RecordAt<'_>)> = Vec::new();
    for record in ids.defined(kind) {
        if record.id.bytes().any(|byte| byte.is_ascii_uppercase()) {
            capitals.push((record.id.to_ascii_lowercase(), record));
        }
    }
    put_in_order(&mut capitals, &|(one, _), (other, _)| one.cmp(other));
    for alike in capitals.chunk_by(|(one, _), (other, _)| one == other) {
        let Some((small, _)) = alike.first() else { continue };
        let without = ids.find(kind, small).and_then(|id| Some((ids.place(id)?, ids.text(id))));
        let mut alike: Vec<_> = alike.iter().map(|(_, record)| (record.place, record.id)).collect();
        alike.extend(without);
        put_in_order(&mut alike, &Ord::cmp);
        let Some((&(first, model), others)) = alike.split_first() else { continue };
        for &(place, id) in others {
            reporter.found(&CONFUSABLE_ID, Some(RecordAt { place, id }), &"/id", &|| {
                Note::new(format!("the id {id} differs from {model} only in upper and lower case"))
                    .with_help("merge the two records if they describe the same thing, or choose a clearly different id")
                    .with_related(first, "the other record")
            });
        }
    }
}
