//! Validation: what is wrong with a dataset that can be read, and how to mend it. It changes nothing.

mod finding;
mod ids;
mod report;
#[macro_use]
mod catalogue;
mod codes;
mod counts;
mod engine;
mod goals;
mod hierarchy;
mod identity;
mod leaves;
mod money;
mod provenance;
mod references;
mod sink;
mod text;
mod time;

pub use catalogue::{RuleInfo, rules};
pub use engine::{Rule, Rules, UnknownRule};
pub use finding::{Finding, Note, Related, Severity};
pub use report::{Group, Report, Tally};
pub use sink::Sink;
