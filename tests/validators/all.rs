//! The reader, the schemas and the reports against validators of other people. A package of its own, since these are heavy.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test that stumbles is a test that fails"
)]

mod agreement;
mod formats;
#[path = "../support/mutants.rs"]
mod mutants;
#[path = "../support/random.rs"]
mod random;
mod reports;
mod schemas;
