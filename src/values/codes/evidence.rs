//! Code lists for evidence.

use cooperation_derive::CodeList;

/// Whether a source states something or only implies it. Absent means stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "basis")]
#[non_exhaustive]
pub enum Basis {
    /// Implied by what the source states; `reason` explains why.
    Implied,
}

/// Way in which the passage presents the fact: planned, intended or attributed. Absent means asserted as a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "modality")]
#[non_exhaustive]
pub enum Modality {
    /// The passage announces something for the future.
    Planned,
    /// The passage states an aim.
    Intended,
    /// The passage reports the view of a person or body.
    Attributed,
}

/// Completeness of the list in the source: the list that `supports` names or, if that is absent, the records of this
/// kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "extent")]
#[non_exhaustive]
pub enum Extent {
    /// The source mentions further items.
    Partial,
    /// The source states that there are no other items.
    Complete,
}
