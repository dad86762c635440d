//! Who is related to whom: borrowed from a dataset, total, typed.

mod identity;
mod ids;
mod relation;

mod answer;
mod cited;
mod ledger;

mod relations;

mod money;
mod records;
mod same_as;
mod shared;
mod tree;
mod when;

pub use money::MoneySum;
pub use relations::Index;
pub use shared::SharedIndex;
pub use tree::GoalTree;
