//! The labels that the script of a page uses, by the names that it has for them.

use crate::words::Words;
use std::collections::BTreeMap;

const LABELS: [(&str, &str); 39] = [
    ("all", "all"),
    ("all-records", "all records"),
    ("amount", "amount"),
    ("by-status", "Status"),
    ("choose-a-mark", "Choose a marked passage to see the records that rest on it."),
    ("evidence", "Evidence"),
    ("findings", "Findings"),
    ("found", "{} of {} records"),
    ("full-size", "Full size"),
    ("goals", "Goals"),
    ("in-the-source", "in the source"),
    ("indicators", "Indicators"),
    ("kind", "Kind"),
    ("map", "Map"),
    ("money", "Money"),
    ("next", "Next"),
    ("no-evidence", "The dataset quotes no source."),
    ("no-money", "The dataset states no money."),
    ("no-text", "The text of the source is not part of this page."),
    ("not-found", "No such record"),
    ("not-in-the-text", "Passages that are not marked in the text"),
    ("overview", "Overview"),
    ("page-of", "Page {} of {}"),
    ("place", "Place"),
    ("previous", "Previous"),
    ("programme", "Programme"),
    ("quoted-for", "Records that rest on the passage"),
    ("quotes", "Passages: {}."),
    ("records", "Records"),
    ("reset", "Clear filters"),
    ("search", "Search names, acronyms and identifiers"),
    ("status", "status"),
    ("the-record", "the record itself"),
    ("timeline", "Timeline"),
    ("year", "Year"),
    ("sections", "Sections"),
    ("skip", "Skip to the content"),
    ("no-script", "This page needs JavaScript to show its records."),
    ("made-by", "Made with the program cooperation. The page needs no network, and nothing leaves it."),
];

/// The labels in a language.
pub(super) fn labels(words: Words) -> BTreeMap<&'static str, &'static str> {
    LABELS.iter().map(|&(name, english)| (name, words.label(english))).collect()
}
