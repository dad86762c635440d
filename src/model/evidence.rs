use super::SourceId;
use crate::values::{Basis, Modality, NonEmpty, Pointer, Quote, Text};
use cooperation_derive::Object;
use std::num::NonZeroU32;

/// A passage of a source on which a record rests, and what of the record it supports.
///
/// # Examples
///
/// A source says when an organization was founded; that it is an association follows:
///
/// ```
/// use cooperation::{Basis, Evidence, Pointer, Quote, SourceId, Text};
///
/// let page = SourceId::new("page")?;
/// let founded =
///     Evidence::new(page.clone(), Quote::new("We were founded in 1998.")?, Pointer::new("/founded")?);
/// let mut kind = Evidence::new(page, Quote::new("our 34 members")?, Pointer::new("/kind")?);
/// kind.basis = Some(Basis::Implied);
/// kind.reason = Some(Text::new("en", "It has members.")?);
/// # Ok::<(), cooperation::ValueError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Object)]
#[non_exhaustive]
pub struct Evidence {
    /// The source that is quoted.
    pub source: SourceId,
    /// The passage, character for character: odd spelling and no-break spaces too.
    pub quote: Quote,
    /// Which members of the record the passage supports. The empty pointer is the record itself; point at a
    /// list, not at a place in it, since places change.
    pub supports: NonEmpty<Pointer>,
    /// Which of several places is meant where the source has the passage more than once: 1 is the first.
    pub occurrence: Option<NonZeroU32>,
    /// Present where the source does not say it but it follows. Absent means stated.
    pub basis: Option<Basis>,
    /// Why it follows. Goes with the basis implied.
    pub reason: Option<Text>,
    /// Present where the source says that it is planned, intended or somebody's view. Absent means asserted.
    pub modality: Option<Modality>,
}

impl Evidence {
    /// Evidence for the whole record.
    #[must_use]
    pub fn of_record(source: SourceId, quote: Quote) -> Self {
        Self::new(source, quote, Pointer::default())
    }
}
