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

mod broken_json;
mod conformance;
mod consortium;
mod examples;
mod facts;
mod faults;
mod fixtures;
mod floors;
#[cfg(feature = "schema")]
mod fuzzed;
#[path = "../hostile/mod.rs"]
mod hostile;
mod index;
#[cfg(feature = "threesixtygiving")]
mod interop;
#[cfg(feature = "csv")]
mod interop_csv;
#[cfg(feature = "csv")]
mod interop_package;
#[cfg(feature = "schema_org")]
mod interop_schema_org;
#[path = "../fuzz/made.rs"]
mod made;
mod merging;
mod money;
#[path = "../support/mutants.rs"]
mod mutants;
mod one_answer;
mod properties;
#[path = "../support/random.rs"]
mod random;
mod reading;
mod reading_lines;
#[cfg(feature = "schema")]
mod relations;
mod reports;
#[cfg(feature = "schema")]
mod rule_papers;
mod rules;
mod rules_in_parts;
#[cfg(feature = "schema")]
mod schema;
mod seeded;
mod silence;
// From the program, which makes such datasets: as a dependency of the tests it would bring its own dependencies, and
// each of them would be built before an example runs.
#[path = "../../cli/src/synthetic.rs"]
mod synthetic;
mod threads;
mod values;
