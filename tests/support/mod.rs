//! What several tests share.

#[cfg(feature = "schema")]
pub(crate) mod corpus;
