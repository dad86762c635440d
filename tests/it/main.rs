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

mod agreement;
mod answers;
mod conformance;
mod consortium;
#[cfg(all(feature = "csv", feature = "schema_org", feature = "threesixtygiving"))]
mod converting;
#[path = "../../examples/draw/mod.rs"]
#[expect(dead_code, reason = "files are read and written by the programs alone")]
mod draw;
mod facts;
mod false_alarms;
mod faults;
mod fixtures;
#[cfg(feature = "schema")]
mod fuzzed;
#[path = "../hostile/mod.rs"]
mod hostile;
mod index;
mod injected_faults;
mod interop;
mod load_dataset;
#[path = "../fuzz/made.rs"]
mod made;
mod merging;
mod money;
mod programs;
mod properties;
#[cfg(feature = "schema")]
mod published_rules;
mod reading;
mod reading_lines;
mod readme;
#[cfg(feature = "schema")]
mod relations;
mod reports;
mod rules;
mod rules_in_parts;
#[cfg(feature = "schema")]
mod schema;
#[path = "../../examples/show/mod.rs"]
mod show;
mod shown;
mod stopwatch;
#[path = "../support/mod.rs"]
mod support;
mod syntax_faults;
#[path = "../../examples/synthetic/mod.rs"]
mod synthetic;
mod threads;
mod unreadable;
mod validating;
mod values;
mod who_funds;
