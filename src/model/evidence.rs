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
    /// Members of the record that the passage supports. Absent means the record itself. Point at a list, not at an
    /// item in it, since items move.
    pub supports: List<Pointer>,
    /// Whether the source says that what it lists is all: of the list that `supports` names or, without `supports`, of
    /// records like this one.
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
