//! Checks of quotes against the text of their source.
//!
//! [`audit`] searches the text of a source for every quote of that source, byte by byte. It reports the quotes that
//! were found with their locations, the quotes that are missing, and the passages that no quote covers. The caller
//! provides the text; the audit reads no files.
//!
//! ```
//! use cooperation::evidence::audit;
//! use cooperation::{Dataset, Evidence, Organization, OrganizationId, Source, SourceId, Text, values::Quote};
//!
//! let page = SourceId::new("page")?;
//! let mut dataset = Dataset::default();
//! dataset.push(Source::new(page.clone(), Text::new("nb", "Internasjonalt samarbeid")?));
//! let mut emn = Organization::new(OrganizationId::new("emn")?, Text::und("EMN")?);
//! emn.evidence.push(Evidence::quoting(page.clone(), Quote::new("medlem av EMN")?));
//! dataset.push(emn);
//!
//! let audit = audit(&dataset, &page, "Mikrofinans Norge er medlem av EMN.");
//! assert!(audit.is_faithful());
//! assert_eq!(audit.quotes[0].places()[0].range(), 21..34);
//! assert_eq!(audit.uncovered[0].text, "Mikrofinans Norge er");
//! assert_eq!(audit.coverage.percent(), "37.9");
//! # Ok::<(), cooperation::ValueError>(())
//! ```

mod cover;
mod outcome;
mod report;
mod search;

pub use cover::{Coverage, Passage};
pub use outcome::Outcome;
pub use report::{Audit, HeldQuote};
pub use search::Span;

use crate::dataset::Dataset;
use crate::model::{Evidence, SourceId};
use crate::values::RecordKind;
use search::Search;
use std::sync::Arc;

/// Checks every quote of a source against the text of that source.
///
/// Characters are compared exactly: a no-break space is not a space. A quote that occurs several times in the text is
/// found at all its locations, or at the one that its `occurrence` selects; locations of one quote do not overlap. A
/// source without a record in the dataset is reported in the audit, and its quotes are checked. Evidence with a
/// locator only is listed as not checked.
#[must_use]
pub fn audit(dataset: &Dataset, source: &SourceId, text: &str) -> Audit {
    let mut search = Search::new(text);
    let mut quotes = Vec::new();
    for &kind in RecordKind::ALL {
        for (place, record) in dataset.records_of(kind).enumerate() {
            let of_source = |(_, evidence): &(usize, &Evidence)| evidence.source == *source;
            for (entry, evidence) in record.evidence().iter().enumerate().filter(of_source) {
                let (outcome, places) = match &evidence.quote {
                    Some(quote) => search.find(quote.as_str(), evidence.occurrence),
                    None => (Outcome::NotChecked, Arc::default()),
                };
                quotes.push(HeldQuote {
                    kind,
                    id: record.id().to_owned(),
                    pointer: format!("/{}/{place}/evidence/{entry}", kind.list()),
                    quote: evidence.quote.clone(),
                    locator: evidence.locator.clone(),
                    occurrence: evidence.occurrence,
                    outcome,
                    places,
                });
            }
        }
    }
    let (uncovered, coverage) = cover::of(text, search.into_covered());
    let known = dataset.sources.iter().any(|known| known.id == *source);
    Audit { source: source.clone(), known, quotes, uncovered, coverage }
}

#[cfg(test)]
mod tests;
