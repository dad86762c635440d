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
mod facts;
mod index;
mod merging;
mod reading;
mod reading_lines;
mod rules;
mod rules_in_parts;
#[cfg(feature = "schema")]
mod schema;
mod values;
