//! Who is related to whom: borrowed from a dataset, total, typed.

mod handles;
mod listed;
mod mentions;
mod money;
mod relations;
mod tree;
mod when;

pub use listed::Listed;
pub use money::MoneySum;
pub use relations::Index;
pub use tree::GoalTree;
