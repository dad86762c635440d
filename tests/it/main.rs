//! The crate as its users see it.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    reason = "a test that stumbles is a test that fails"
)]

mod advice;
mod conformance;
mod consortium;
mod diffing;
mod edits;
mod examples;
mod facts;
mod false_alarms;
mod faults;
mod fixtures;
mod floors;
#[cfg(feature = "schema")]
mod fuzzed;
#[path = "../hostile/mod.rs"]
mod hostile;
mod identity;
mod in_use;
mod index;
mod injected_faults;
mod interop;
#[path = "../fuzz/made.rs"]
mod made;
mod merging;
mod money;
mod one_answer;
mod partner_tool;
mod properties;
#[cfg(feature = "schema")]
mod published_rules;
mod reading;
mod reading_lines;
#[cfg(feature = "schema")]
mod relations;
mod reports;
mod rules;
mod rules_in_parts;
#[cfg(feature = "schema")]
mod schema;
#[path = "../fuzz/sealed.rs"]
mod sealed;
mod situations;
#[path = "../support/mod.rs"]
mod support;
mod syntax_faults;
// From the program, which makes such datasets: as a dependency of the tests it would bring its own dependencies, and
// each of them would be built before an example runs.
#[path = "../../cli/src/synthetic.rs"]
mod synthetic;
mod tampered;
mod threads;
mod values;
#[cfg(feature = "schema")]
mod words;
