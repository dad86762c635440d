//! The program as its users see it, and what it shows and draws.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test that stumbles is a test that fails"
)]

mod acknowledging;
mod answers;
mod auditing;
mod converting;
mod desk;
mod differing;
mod filtering;
mod fixing;
mod funds;
mod fuzzed;
mod helping;
mod hostile;
mod inputs;
#[path = "../../../tests/fuzz/made.rs"]
mod made;
mod merging;
mod outputs;
mod paper;
mod programs;
#[path = "../../../tests/support/random.rs"]
mod random;
mod readme;
mod secretary;
mod showing;
mod shown;
mod starting;
mod statistics;
mod systems;
mod tables;
mod unreadable;
mod validating;
mod words;
mod workbooks;
