//! Indexes: questions about the relations of a dataset, in both directions.

mod identity;
mod ids;
mod relation;

mod answer;
mod cited;
mod ledger;

mod relations;

mod money;
mod naming;
mod partners;
mod records;
mod same_as;
mod shared;
mod tree;
mod when;

pub use answer::Records;
pub use money::MoneySum;
pub use partners::{Partner, Tie};
pub use relations::Index;
pub use shared::SharedIndex;
pub use tree::GoalTree;
