//! Runs of the rules: over a dataset, over records one by one, over parts.

mod checksum;
mod rules;
mod summary;
mod validator;

pub use rules::{RuleNameTaken, Rules, UnknownRule};
pub use summary::{SamePart, Summary};
pub use validator::Validator;
