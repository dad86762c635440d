use super::SourceId;
use crate::values::{Basis, Extent, Label, List, Modality, Pointer, Quote, Text};
use cooperation_derive::Object;
use std::num::NonZeroU32;

/// A passage of a source that supports a record: a quote, or the location of the passage.
///
/// # Examples
///
/// A source says when an organization was founded; that it is an association follows:
///
/// ```
/// use cooperation::{Evidence, SourceId, Text, codes::Basis, values::{Pointer, Quote}};
///
/// let page = SourceId::new("page")?;
/// let mut founded = Evidence::quoting(page.clone(), Quote::new("We were founded in 1998.")?);
/// founded.supports.push(Pointer::new("/founded")?);
/// let mut kind = Evidence::quoting(page, Quote::new("our 34 members")?);
/// kind.supports.push(Pointer::new("/kind")?);
/// kind.basis = Some(Basis::Implied);
/// kind.reason = Some(Text::new("en", "It has members.")?);
/// # Ok::<(), cooperation::ValueError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct Evidence {
    /// Source that has the passage, by its id.
    pub source: SourceId,
    /// Passage, character for character, with odd spelling and no-break spaces. A quote or a locator is required.
    pub quote: Option<Quote>,
    /// Location of the passage in the source, such as `line 284`, `page 3` or `/grants/0/title`. It is not parsed.
    pub locator: Option<Label>,
    /// Occurrence of the quote, if the source has it more than once. 1 is the first.
    pub occurrence: Option<NonZeroU32>,
    /// Fields that the passage supports, as JSON Pointers such as `/budget`. If absent, the passage supports the whole
    /// record. Name a list as a whole, since the positions of its items can change.
    pub supports: List<Pointer>,
    /// Completeness of the list in the source: partial if the source mentions further items, complete if it excludes
    /// them. The list is the one that `supports` names or, if that is absent, the records of this kind.
    pub extent: Option<Extent>,
    /// Present if the fact is implied by the passage. Absent means that the source states it.
    pub basis: Option<Basis>,
    /// Reason why the passage implies the fact. Required if `basis` is implied.
    pub reason: Option<Text>,
    /// Present if the passage speaks of plans, intentions or a person's view. Absent means asserted.
    pub modality: Option<Modality>,
}

impl Evidence {
    /// Evidence for the whole record, by a quote.
    #[must_use]
    pub fn quoting(source: SourceId, quote: Quote) -> Self {
        let mut evidence = Self::new(source);
        evidence.quote = Some(quote);
        evidence
    }
}
