//! Code lists that are about to go.

use super::OtherCode;
use cooperation_derive::CodeList;

/// How a project is related to another.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "project relation")]
#[non_exhaustive]
pub enum ProjectRelation {
    /// It continues the other.
    Continues,
    /// The other continues it.
    ContinuedBy,
    /// It is a part of the other.
    PartOf,
    /// It builds on what the other did.
    BuildsOn,
    /// It has something to do with the other.
    Related,
    /// A code that is not on the list. It is kept as it was written.
    Other(OtherCode),
}

/// How sure it is that two records are of one body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "same-as basis")]
#[non_exhaustive]
pub enum SameAsBasis {
    /// A source says so.
    Stated,
    /// It follows from what a source says.
    Implied,
    /// The sources leave it open.
    Open,
}

/// How responsibility is borne.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "sharing")]
#[non_exhaustive]
pub enum Sharing {
    /// By several together.
    Shared,
    /// By one.
    Single,
}
