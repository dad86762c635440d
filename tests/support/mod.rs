//! What several tests share.

#[cfg(feature = "schema")]
pub(crate) mod corpus;
pub(crate) mod large;
#[cfg(feature = "schema")]
pub(crate) mod members;
pub(crate) mod mutants;
pub(crate) mod random;
pub(crate) mod shared;
