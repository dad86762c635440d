//! The documented dataset against the 99 facts of its source: each has its place, and nothing else is there.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

mod absent;
mod audits;
mod places;
mod questions;
mod quotes;

use crate::support::shared;
use cooperation::evidence::audit;
use cooperation::{Dataset, SourceId};
use places::PLACES;
use quotes::QUOTES;
use serde_json::Value;
use std::collections::BTreeSet;

const DOCUMENT: &str = include_str!("../../../examples/data/microfinance-norway.json");

/// The page itself, in the folder of shared data.
const PAGE: &str = "source/internasjonalt-samarbeid.txt";

fn dataset() -> Dataset {
    serde_json::from_str(DOCUMENT).unwrap()
}

fn json() -> Value {
    serde_json::from_str(DOCUMENT).unwrap()
}

fn page() -> SourceId {
    SourceId::new("internasjonalt-samarbeid").unwrap()
}

/// Every record of the document, with the name of its list.
fn records(document: &Value) -> impl Iterator<Item = (&str, &Value)> {
    document
        .as_object()
        .unwrap()
        .iter()
        .filter_map(|(list, records)| Some((list.as_str(), records.as_array()?)))
        .flat_map(|(list, records)| records.iter().map(move |record| (list, record)))
}

fn record<'a>(document: &'a Value, list: &str, id: &str) -> Option<&'a Value> {
    document[list].as_array()?.iter().find(|record| record["id"] == id)
}

fn evidence(record: &Value) -> impl Iterator<Item = &Value> {
    record["evidence"].as_array().unwrap().iter()
}

/// The pointers of evidence: the record itself if it names none.
fn supports(evidence: &Value) -> Vec<&str> {
    evidence.get("supports").map_or_else(
        || vec![""],
        |pointers| pointers.as_array().unwrap().iter().map(|pointer| pointer.as_str().unwrap()).collect(),
    )
}

/// Whether what supports the one pointer supports the other, which is it or lies within it.
fn covers(supported: &str, pointer: &str) -> bool {
    pointer.strip_prefix(supported).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn quote_of(fact: u8) -> &'static str {
    QUOTES.iter().find(|(number, _)| *number == fact).expect("a fact of the page").1
}

/// What is wrong with a place of the table, if anything.
fn fault(
    document: &Value,
    (fact, list, id, pointer, wanted): (u8, &str, &str, &str, &str),
) -> Option<String> {
    let quote = quote_of(fact);
    let Some(record) = record(document, list, id) else { return Some("no such record".into()) };
    let Some(there) = record.pointer(pointer) else { return Some("the pointer leads nowhere".into()) };
    if !wanted.is_empty() {
        let wanted: Value = serde_json::from_str(wanted).unwrap();
        let has_it = *there == wanted || there.as_array().is_some_and(|items| items.contains(&wanted));
        if !has_it {
            return Some(format!("{there} is not and has not {wanted}"));
        }
    }
    let rests_on_it = evidence(record).any(|evidence| {
        let held = evidence["quote"].as_str().unwrap();
        (held.contains(quote) || quote.contains(held))
            && supports(evidence).iter().any(|supported| covers(supported, pointer))
    });
    (!rests_on_it).then(|| format!("no evidence with the quote '{quote}' supports it"))
}

#[test]
fn every_fact_has_its_place() {
    let document = json();
    let faults: Vec<String> = PLACES
        .iter()
        .filter_map(|&place| fault(&document, place).map(|fault| format!("F{place:?}: {fault}")))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let placed: BTreeSet<u8> = PLACES.iter().map(|place| place.0).collect();
    assert_eq!(placed, (1..=99).collect(), "facts without a place");
}

#[test]
fn a_wrong_place_of_a_fact_is_noticed() {
    let document = json();
    for wrong in [
        (16, "projects", "no-such", "/period/start", ""),
        (16, "projects", "atm", "/period/begin", ""),
        (16, "projects", "atm", "/period/start", r#""2016-05""#),
        (17, "projects", "atm", "/period/start", r#""2016-04""#),
    ] {
        assert!(fault(&document, wrong).is_some(), "{wrong:?}");
    }
}

#[test]
fn every_quote_of_a_fact_is_in_the_dataset_as_a_whole() {
    let document = json();
    let held: BTreeSet<&str> = records(&document)
        .flat_map(|(_, record)| evidence(record))
        .map(|evidence| evidence["quote"].as_str().unwrap())
        .collect();
    let lost: Vec<_> = QUOTES.iter().filter(|(_, quote)| !held.contains(quote)).collect();
    assert!(lost.is_empty(), "{lost:?}");
}

#[test]
fn every_quote_is_a_fact() {
    let document = json();
    for (list, record) in records(&document) {
        for evidence in evidence(record) {
            let held = evidence["quote"].as_str().unwrap();
            let is_fact = !held.is_empty() && QUOTES.iter().any(|(_, quote)| quote.contains(held));
            assert!(is_fact, "{list} {}: '{held}' is no quote of a fact", record["id"]);
            assert_eq!(evidence["source"], "internasjonalt-samarbeid");
        }
    }
}

#[test]
fn evidence_points_to_members_and_never_into_lists() {
    let document = json();
    for (list, record) in records(&document) {
        for pointer in evidence(record).flat_map(supports) {
            assert!(record.pointer(pointer).is_some(), "{list} {}: {pointer}", record["id"]);
            let numbered = pointer.split('/').any(|step| step.parse::<usize>().is_ok());
            assert!(!numbered, "{list} {}: {pointer}", record["id"]);
        }
    }
}

/// Whether a member is the editor's own: computed, explanatory, or an open question with its reason.
fn is_editors(list: &str, member: &str) -> bool {
    matches!((list, member), (_, "id" | "evidence" | "description" | "related") | ("sources", "digest"))
}

#[test]
fn every_member_has_evidence_on_the_page() {
    let document = json();
    for (list, record) in records(&document) {
        for member in record.as_object().unwrap().keys().filter(|member| !is_editors(list, member)) {
            let pointer = format!("/{member}");
            let rests = evidence(record)
                .flat_map(supports)
                .any(|supported| covers(supported, &pointer) || covers(&pointer, supported));
            assert!(rests, "{list} {}: {member} has no evidence", record["id"]);
        }
    }
}

#[test]
fn implied_values_have_a_reason_and_stated_values_none() {
    let document = json();
    for (list, record) in records(&document) {
        for evidence in evidence(record) {
            assert_eq!(
                evidence.get("basis").is_some(),
                evidence.get("reason").is_some(),
                "{list} {}: {evidence}",
                record["id"]
            );
        }
    }
}

#[test]
fn the_modality_of_a_quote_is_that_of_the_page() {
    let document = json();
    let quotes_with = |modality: &str| -> BTreeSet<&str> {
        records(&document)
            .flat_map(|(_, record)| evidence(record))
            .filter(|evidence| evidence.get("modality").is_some_and(|found| found == modality))
            .map(|evidence| evidence["quote"].as_str().unwrap())
            .collect()
    };
    let facts = |numbers: &[u8]| -> BTreeSet<&str> { numbers.iter().map(|&fact| quote_of(fact)).collect() };
    assert_eq!(quotes_with("planned"), facts(&[45, 49, 56, 57]));
    assert_eq!(quotes_with("intended"), facts(&[38, 46, 48]));
    assert_eq!(quotes_with("attributed"), facts(&[53]));
}

#[test]
fn the_extent_of_a_list_is_that_of_the_page() {
    let document = json();
    let extents: BTreeSet<_> = records(&document)
        .flat_map(|(list, record)| evidence(record).map(move |evidence| (list, record, evidence)))
        .filter_map(|(list, record, evidence)| {
            let extent = evidence.get("extent")?.as_str().unwrap();
            let quote = evidence["quote"].as_str().unwrap();
            Some((list, record["id"].as_str().unwrap(), supports(evidence), extent, quote))
        })
        .collect();
    let expected = [
        ("projects", "atm", vec!["/partner_count"], "complete", quote_of(20)),
        ("activities", "reference-group-meetings", vec![""], "partial", quote_of(26)),
        ("cooperations", "action-plan", vec!["/parties"], "partial", quote_of(59)),
    ];
    assert_eq!(extents, expected.into_iter().collect());
}

#[test]
fn names_and_statements_are_spelt_as_on_the_page() {
    let document = json();
    for (list, id, pointer, spelt) in [
        ("organizations", "mfi-sverige", "/name/nb", "Mikrofinansintitutet i Sverige"),
        ("organizations", "follo-radet", "/name/nb", "Follo Rådet"),
        ("groups", "private-ngos", "/name/en", "private NGO’s"),
        (
            "goals",
            "follo-1",
            "/statement/en",
            "Develop an innovative business and scientific community who are international\u{a0}leader in bio-economy.",
        ),
        ("goals", "follo-2", "/statement/en", "Assist more entrepreneurs with establishing new enterprises"),
    ] {
        assert_eq!(record(&document, list, id).unwrap().pointer(pointer).unwrap(), spelt);
    }
}

#[test]
fn the_document_is_canonical() {
    let written = serde_json::to_string_pretty(&dataset()).unwrap() + "\n";
    let first = written.lines().zip(DOCUMENT.lines()).position(|(written, read)| written != read);
    assert!(
        written == DOCUMENT,
        "line {:?} is not as it would be written, or the ends differ",
        first.map(|line| line + 1)
    );
}

#[test]
fn the_page_has_every_quote_and_only_connectives_are_left() {
    let Some(text) = shared::text("quotes compared with the page", PAGE) else { return };
    let audit = audit(&dataset(), &page(), &text);
    assert!(audit.is_faithful(), "{audit}");
    let connectives = ["er", "og", "is", "and", "that", "of reaching", "and also towards", "samt"];
    let uncovered: BTreeSet<&str> = audit.uncovered.iter().map(|passage| passage.text.as_str()).collect();
    assert_eq!(uncovered, connectives.into_iter().collect(), "{audit}");
    let ambiguous: Vec<&str> = audit
        .quotes
        .iter()
        .filter(|quote| quote.places().len() != 1)
        .map(|quote| quote.pointer.as_str())
        .collect();
    assert!(ambiguous.is_empty(), "quotes at several places without an occurrence: {ambiguous:?}");
}
