//! Validation: what is wrong with a readable dataset, and how to fix it. It changes nothing.
//!
//! Each record is looked at once, by itself: what can be decided from one record is reported at once. What depends on
//! other records becomes a fact, and the facts of all records are compared at the end. So a dataset, a file of any
//! length and files that were checked on different machines all come to the same findings.
//!
//! The modules are listed from the lowest to the highest: each uses only those before it.

mod bytes;
mod report;
#[macro_use]
mod catalogue;
mod families;
mod family;
mod memory;
mod reporter;
mod run;
mod settings;
mod spacing;
mod wording;

pub use catalogue::RuleInfo;
pub use families::catalogue;
pub use report::{Finding, FindingGroup, Note, RelatedLocation, Report, Severity, Tally};
pub use reporter::Reporter;
pub use run::{RuleNameTaken, Rules, SamePart, Summary, UnknownRule, Validator};
