#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use super::*;
use crate::model::{Organization, OrganizationId, Source};
use crate::values::{Quote, Text};
use std::num::NonZeroU32;

fn page() -> SourceId {
    SourceId::new("page").unwrap()
}

/// A dataset with the source `page` and an organization that quotes it.
fn quoting(quotes: &[(&str, u32)]) -> Dataset {
    let mut organization = Organization::new(OrganizationId::new("o").unwrap(), Text::und("O").unwrap());
    for &(quote, occurrence) in quotes {
        let mut evidence = Evidence::quoting(page(), Quote::new(quote).unwrap());
        evidence.occurrence = NonZeroU32::new(occurrence);
        organization.evidence.push(evidence);
    }
    let mut dataset = Dataset::default();
    dataset.push(Source::new(page(), Text::und("Page").unwrap()));
    dataset.push(organization);
    dataset
}

fn ends(quote: &HeldQuote) -> Vec<(usize, usize)> {
    quote.places().iter().map(|place| (place.start, place.end)).collect()
}

#[test]
fn a_quote_is_found_at_all_its_places_or_at_the_one_it_names() {
    let audit = audit(&quoting(&[("EMN", 0), ("EMN", 2), ("EMN", 3)]), &page(), "EMN og EMN");
    assert_eq!(ends(&audit.quotes[0]), [(0, 3), (7, 10)]);
    assert_eq!(ends(&audit.quotes[1]), [(7, 10)]);
    assert_eq!(audit.quotes[2].outcome, Outcome::FewerPlaces { places: 2 });
    assert!(audit.quotes[2].places().is_empty());
    assert_eq!(audit.quotes[2].pointer, "/organizations/0/evidence/2");
    assert_eq!(audit.missing().count(), 1);
    assert!(!audit.is_faithful());
}

#[test]
fn every_outcome_has_its_name_and_its_words() {
    let told = [
        (Outcome::Found, "found", "is in the text"),
        (Outcome::Missing, "missing", "is not in the text"),
        (Outcome::OtherSpaces, "other spaces", "is in the text only with other spaces"),
        (Outcome::FewerPlaces { places: 1 }, "fewer places", "is in the text only once"),
        (Outcome::FewerPlaces { places: 2 }, "fewer places", "is in the text only 2 times"),
        (Outcome::Empty, "empty", "has no characters"),
    ];
    for (outcome, name, words) in told {
        assert_eq!((outcome.as_str(), &*outcome.to_string()), (name, words));
    }
}

#[test]
fn a_no_break_space_is_not_a_space_but_the_audit_sees_the_likeness() {
    let audit = audit(&quoting(&[("community who", 0), ("nowhere", 0)]), &page(), "community\u{a0}who");
    assert_eq!(audit.quotes[0].outcome, Outcome::OtherSpaces);
    assert_eq!(audit.quotes[1].outcome, Outcome::Missing);
    assert_eq!(audit.coverage.covered, 0);
}

#[test]
fn a_quote_of_a_no_break_space_alone_can_be_found() {
    let audit = audit(&quoting(&[("\u{a0}", 0)]), &page(), "a\n\u{a0}\nb");
    assert_eq!(ends(&audit.quotes[0]), [(2, 4)]);
    assert!(audit.is_faithful());
}

#[test]
fn an_empty_quote_is_neither_found_nor_covers() {
    let audit = audit(&quoting(&[("", 0), ("", 1)]), &page(), "abc");
    assert!(audit.quotes.iter().all(|quote| quote.outcome == Outcome::Empty && quote.places().is_empty()));
    assert_eq!(audit.coverage.percent(), "0.0");
    assert!(!audit.is_faithful());
}

#[test]
fn a_source_that_the_dataset_does_not_have_is_told_of() {
    let other = SourceId::new("other").unwrap();
    let held = audit(&quoting(&[("a", 0)]), &other, "a b");
    assert!(!held.known && !held.is_faithful());
    assert!(held.quotes.is_empty());
    assert!(held.to_string().contains("which the dataset does not have"), "{held}");

    let mut dataset = quoting(&[("a", 0)]);
    dataset.sources = crate::values::List::new();
    let held = audit(&dataset, &page(), "a b");
    assert!(!held.known);
    assert_eq!(ends(&held.quotes[0]), [(0, 1)], "what a record quotes of it is held all the same");
}

#[test]
fn passages_without_a_quote_have_their_place_and_no_punctuation_at_their_ends() {
    let text = "på nivå (så) ja.\n– ånd, e\nslutt";
    let audit = audit(&quoting(&[("nivå", 0), ("slut", 0)]), &page(), text);
    let passages: Vec<_> = audit
        .uncovered
        .iter()
        .map(|p| (p.line, p.column, p.text.as_str(), text.get(p.start..p.end).unwrap()))
        .collect();
    assert_eq!(
        passages,
        [(1, 1, "på", "på"), (1, 10, "så) ja", "så) ja"), (2, 3, "ånd, e", "ånd, e"), (3, 5, "t", "t")]
    );
    assert_eq!(audit.coverage, Coverage { covered: 8, characters: 19 });
    assert_eq!(audit.coverage.percent(), "42.1");
}

#[test]
fn overlapping_and_touching_quotes_count_once() {
    let audit = audit(&quoting(&[("abc", 0), ("bcd", 0), ("ef", 0), ("c", 0)]), &page(), "abcdefg");
    assert_eq!(audit.coverage, Coverage { covered: 6, characters: 7 });
    assert_eq!(audit.uncovered.len(), 1);
    assert_eq!(audit.uncovered[0].start, 6);
}

#[test]
fn a_text_with_nothing_to_cover_is_covered() {
    let audit = audit(&quoting(&[]), &page(), " \n– .");
    assert_eq!(audit.coverage.percent(), "100.0");
    assert!(audit.uncovered.is_empty());
}

#[test]
fn the_audit_as_data_names_records_and_places() {
    let audit = audit(&quoting(&[("b", 1), ("z", 0)]), &page(), "a b");
    let json = serde_json::to_value(&audit).unwrap();
    assert_eq!(
        json,
        serde_json::json!({
            "source": "page", "known": true, "faithful": false, "found": 1, "missing": 1, "not_checked": 0,
            "coverage": {"covered": 1, "characters": 2, "percent": "50.0"},
            "uncovered": [{"start": 0, "end": 1, "line": 1, "column": 1, "text": "a"}],
            "quotes": [
                {"kind": "organization", "id": "o", "pointer": "/organizations/0/evidence/0", "quote": "b",
                 "occurrence": 1, "outcome": "found", "places": [{"start": 2, "end": 3}]},
                {"kind": "organization", "id": "o", "pointer": "/organizations/0/evidence/1", "quote": "z",
                 "outcome": "missing", "places": []}
            ]
        })
    );
}

#[test]
fn the_audit_for_people_shows_what_is_missing_and_hides_no_control_character() {
    let audit = audit(&quoting(&[("z\u{202e}\n", 0)]), &page(), "a b");
    let shown = audit.to_string();
    assert!(
        shown.contains("/organizations/0/evidence/0  organization o: 'z\\u{202e}\\n' is not in the text"),
        "{shown}"
    );
    assert!(shown.contains("0 found, 1 missing"), "{shown}");
    assert!(shown.contains("      1       1  0-3            'a b'"), "{shown}");
}

#[test]
fn many_equal_quotes_of_a_long_text_are_found_once() {
    let quotes = vec![("a", 0); 2_000];
    let text = "a".repeat(100_000);
    let audit = audit(&quoting(&quotes), &page(), &text);
    assert!(
        std::ptr::eq(audit.quotes[0].places(), audit.quotes[1_999].places()),
        "one list of places for all"
    );
    assert_eq!(audit.coverage.percent(), "100.0");
}

#[test]
fn a_share_is_rounded_down() {
    assert_eq!(Coverage { covered: 1_999, characters: 2_000 }.percent(), "99.9");
    assert_eq!(audit(&quoting(&[("ab", 0)]), &page(), "abc").coverage.percent(), "66.6");
}

#[test]
fn places_of_one_quote_do_not_overlap() {
    assert_eq!(ends(&audit(&quoting(&[("aa", 0)]), &page(), "aaa").quotes[0]), [(0, 2)]);
    assert_eq!(ends(&audit(&quoting(&[("aa", 0)]), &page(), "aaaa").quotes[0]), [(0, 2), (2, 4)]);
}
