//! What holds of any dataset at all. The datasets are made from the published schema: every member, every kind of
//! value and every branch comes up, and ids are few, so that records refer to each other, collide and form loops.

use crate::made;
use crate::support::random::Random;
use cooperation::{
    Dataset, Index, ReadOptions, RecordLine, Rules,
    io::write_lines,
    walk::{Leaf, Path, Visitor, Walk},
};
use serde_json::Value;
use std::collections::BTreeSet;

/// So many datasets from so many seeds.
pub(crate) fn datasets(count: u64) -> impl Iterator<Item = (String, Dataset)> {
    (1..=count).map(|seed| {
        let mut random = Random(seed ^ 0x9e37_79b9_7f4a_7c15);
        let bytes: Vec<u8> = (0..4_000).map(|_| u8::try_from(random.below(256)).unwrap()).collect();
        let text = made::document(&bytes).to_string();
        let dataset = Dataset::from_json(&text).unwrap_or_else(|error| panic!("seed {seed}: {error}"));
        (text, dataset)
    })
}

#[cfg(feature = "schema")]
#[test]
fn the_datasets_have_every_member_and_every_branch() {
    use crate::support::members::{all_members, members};
    let schema = cooperation::schema::dataset(cooperation::schema::Draft::Draft2020_12);
    let root = schema.as_value();
    let mut seen = BTreeSet::new();
    for (text, _) in datasets(300) {
        members(root, &serde_json::from_str(&text).unwrap(), root, &mut seen);
    }
    assert_eq!(all_members(root).difference(&seen).collect::<Vec<_>>(), Vec::<&String>::new());
}

/// The record lines, each as its text.
fn lines(dataset: Dataset) -> Vec<String> {
    dataset.into_lines().map(|line| serde_json::to_string(&line).unwrap()).collect()
}

#[test]
fn any_dataset_comes_back_as_it_was_written() {
    for (text, dataset) in datasets(300) {
        let written = dataset.to_json();
        let back = Dataset::from_json(&written).unwrap();
        assert_eq!(back, dataset, "{text}");
        assert_eq!(back.to_json(), written, "{text}");
        // Nothing is lost either: the same members with the same values, in whatever order.
        let [before, after] = [&text, &written].map(|text| serde_json::from_str::<Value>(text).unwrap());
        assert_eq!(before, after);
    }
}

#[test]
fn any_dataset_is_the_same_as_a_document_and_as_record_lines() {
    for (text, dataset) in datasets(150) {
        let mut file = Vec::new();
        write_lines(dataset.clone().into_lines(), &mut file).unwrap();
        let mut whole = Vec::new();
        dataset.write_lines(&mut whole).unwrap();
        assert_eq!(file, whole, "{text}");
        let mut back = Dataset::default();
        for line in ReadOptions::new().lines(file.as_slice()) {
            back.push(line.unwrap_or_else(|error| panic!("{error}\n{text}")).1);
        }
        assert_eq!(back, dataset, "{text}");
    }
}

/// Every JSON Pointer that leads somewhere in a value.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Object(members) => members.iter().for_each(|(name, value)| {
            pointers(value, &format!("{at}/{}", name.replace('~', "~0").replace('/', "~1")), found);
        }),
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(place, item)| pointers(item, &format!("{at}/{place}"), found));
        }
        _ => {}
    }
}

/// The paths of the leaves that a walk shows.
#[derive(Default)]
struct Seen(BTreeSet<String>);

impl Visitor for Seen {
    fn leaf(&mut self, at: &Path<'_>, _: Leaf<'_>) {
        self.0.insert(at.to_string());
    }
}

#[test]
fn a_record_resolves_and_visits_exactly_what_its_json_has() {
    fn check(record: &(impl Walk + serde::Serialize)) {
        let json = serde_json::to_value(record).unwrap();
        let mut found = Vec::new();
        pointers(&json, "", &mut found);
        // A walk shows every value: itself, or what it is in.
        let mut seen = Seen::default();
        record.walk(&Path::root(), &mut seen);
        assert!(seen.0.iter().all(|leaf| found.contains(leaf)), "{:?} of {json}", seen.0);
        let is_seen = |at: &str| {
            seen.0.iter().any(|leaf| {
                at.strip_prefix(leaf.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            })
        };
        for at in
            found.iter().filter(|at| !matches!(json.pointer(at), Some(Value::Object(_) | Value::Array(_))))
        {
            assert!(is_seen(at), "{at} of {json}");
        }
        for pointer in found {
            assert!(record.holds(&pointer), "{pointer} of {json}");
            let (before, last) = pointer.rsplit_once('/').unwrap_or_default();
            let others = ["/", "/0", "/00", "/+0", "/-", "/7", "/en", "/id", "x", "~"]
                .map(|more| pointer.clone() + more);
            let near =
                [format!("{before}/0{last}"), format!("{before}{last}"), before.to_owned() + "//" + last];
            for other in others.into_iter().chain(near) {
                assert_eq!(record.holds(&other), json.pointer(&other).is_some(), "{other} of {json}");
            }
        }
    }
    for (_, dataset) in datasets(60) {
        for line in dataset.into_lines() {
            match &line {
                RecordLine::Source(record) => check(record),
                RecordLine::Place(record) => check(record),
                RecordLine::Organization(record) => check(record),
                RecordLine::Group(record) => check(record),
                RecordLine::Network(record) => check(record),
                RecordLine::Membership(record) => check(record),
                RecordLine::Cooperation(record) => check(record),
                RecordLine::Programme(record) => check(record),
                RecordLine::Project(record) => check(record),
                RecordLine::Participation(record) => check(record),
                RecordLine::Activity(record) => check(record),
                RecordLine::Goal(record) => check(record),
                RecordLine::PolicyInstrument(record) => check(record),
                RecordLine::Barrier(record) => check(record),
                RecordLine::Funding(record) => check(record),
                _ => {}
            }
        }
    }
}

#[test]
fn any_two_datasets_merge_and_lose_nothing() {
    let all: Vec<_> = datasets(101).map(|(_, dataset)| dataset).collect();
    for pair in all.windows(2) {
        let mut own = pair[0].clone();
        let (header, others) = (pair[1].header(), lines(pair[1].clone()));
        let kept = own.header();
        let merged = own.merge(pair[1].clone());
        assert_eq!(own.header(), kept);
        assert!(header == kept || merged.header.as_deref() == Some(&header));
        let (before, after) = (lines(pair[0].clone()), lines(own));
        let aside: Vec<_> =
            merged.collisions.iter().map(|one| serde_json::to_string(&one.record).unwrap()).collect();
        assert!(before.iter().all(|line| after.contains(line)));
        for line in others.iter().filter(|line| !line.starts_with("{\"dataset\"")) {
            assert!(after.contains(line) || aside.contains(line), "{line} is lost");
        }
        assert_eq!(after.len(), before.len() + merged.added);
    }
}

#[test]
fn validating_any_dataset_is_deterministic_and_harmless() {
    let mut found = 0;
    for (text, dataset) in datasets(150) {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        let [one, other] = [0, 1].map(|_| Rules::default().with_today(today).check(&dataset));
        assert_eq!(serde_json::to_string(&one).unwrap(), serde_json::to_string(&other).unwrap(), "{text}");
        drop(Index::new(&dataset));
        for finding in one.findings() {
            found += 1;
            let message = &finding.message;
            assert!(message.len() <= 512, "{message}");
            assert!(
                !message.chars().any(|letter| letter.is_control() || letter == '\u{202e}'),
                "{message:?}"
            );
        }
    }
    assert!(found > 1_000, "{found} findings");
}
