//! Validation: what is wrong with a dataset that can be read, and how to mend it. It changes nothing.
//!
//! Each record is looked at once, alone: what it tells by itself is found at once. What depends on other records becomes
//! a fact, and the facts of all records are brought together at the end. So a dataset, a file of any length and files
//! that were checked on different machines all come to the same findings.

mod finding;
mod report;
#[macro_use]
mod catalogue;
#[macro_use]
mod facts;
mod codes;
mod counts;
mod engine;
mod goals;
mod hierarchy;
mod identity;
mod ids;
mod lines;
mod money;
mod packed;
mod print;
mod provenance;
mod records;
mod references;
mod seats;
mod similarity;
mod sink;
mod strings;
mod text;
mod time;
mod validator;

pub use catalogue::{RuleInfo, rules};
pub use engine::{Rule, Rules, UnknownRule};
pub use finding::{Finding, Note, Related, Severity};
pub use report::{FindingGroup, Report, Tally};
pub use sink::Sink;
pub use validator::{SamePart, Summary, Validator};
