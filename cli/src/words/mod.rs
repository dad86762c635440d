//! Numbers, dates, durations and labels as people write them, in English and in Norwegian.
//!
//! Output for machines, such as JSON and CSV, keeps the forms of the format.

mod amount;
mod date;
mod duration;
mod table;

#[cfg(test)]
#[expect(clippy::unwrap_used, clippy::panic, reason = "a test that stumbles is a test that fails")]
mod tests;

pub use table::Words;
