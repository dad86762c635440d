use super::{Coverage, Outcome, Passage, Span};
use crate::model::SourceId;
use crate::values::{Label, Quote, RecordKind};
use cooperation_derive::DebugAsDisplay;
use serde::ser::SerializeStruct as _;
use std::fmt;
use std::num::NonZeroU32;
use std::sync::Arc;

/// The result of checking the quotes of a source against its text.
#[derive(Clone, PartialEq, Eq, DebugAsDisplay)]
#[non_exhaustive]
pub struct Audit {
    /// The source whose quotes were checked.
    pub source: SourceId,
    /// Whether the dataset has a record of the source.
    pub known: bool,
    /// Every quote of the source, in document order.
    pub quotes: Vec<HeldQuote>,
    /// The passages of the text that no quote covers, in the order of the text.
    pub uncovered: Vec<Passage>,
    /// Share of the text that quotes cover.
    pub coverage: Coverage,
}

/// A quote of a record, with the result of searching the text for it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct HeldQuote {
    /// The kind of the record.
    pub kind: RecordKind,
    /// The id of the record.
    pub id: String,
    /// JSON Pointer to the evidence in the document, such as `/projects/0/evidence/1`.
    pub pointer: String,
    /// The quote, if the evidence has one.
    pub quote: Option<Quote>,
    /// The locator, if the evidence has one.
    pub locator: Option<Label>,
    /// The occurrence of the quote that the evidence selects.
    pub occurrence: Option<NonZeroU32>,
    /// Result of the search.
    pub outcome: Outcome,
    pub(super) places: Arc<[Span]>,
}

impl HeldQuote {
    /// Returns the locations of the quote in the text. Empty if it was not found.
    #[must_use]
    pub fn places(&self) -> &[Span] {
        &self.places
    }
}

impl Audit {
    /// Returns whether the dataset has the source, and the text has all of its quotes.
    #[must_use]
    pub fn is_faithful(&self) -> bool {
        self.known && self.missing().next().is_none()
    }

    /// Returns the quotes that the text does not have exactly as given.
    pub fn missing(&self) -> impl Iterator<Item = &HeldQuote> {
        self.quotes.iter().filter(|quote| !matches!(quote.outcome, Outcome::Found | Outcome::NotChecked))
    }

    /// Returns the evidence with a locator and no quote, which is not checked.
    pub fn not_checked(&self) -> impl Iterator<Item = &HeldQuote> {
        self.quotes.iter().filter(|quote| quote.outcome == Outcome::NotChecked)
    }

    /// The number of quotes that were found.
    fn found(&self) -> usize {
        self.quotes.iter().filter(|quote| quote.outcome == Outcome::Found).count()
    }
}

impl serde::Serialize for HeldQuote {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("HeldQuote", 8)?;
        object.serialize_field("kind", &self.kind)?;
        object.serialize_field("id", &self.id)?;
        object.serialize_field("pointer", &self.pointer)?;
        match &self.quote {
            Some(quote) => object.serialize_field("quote", quote)?,
            None => object.skip_field("quote")?,
        }
        match &self.locator {
            Some(locator) => object.serialize_field("locator", locator)?,
            None => object.skip_field("locator")?,
        }
        match self.occurrence {
            Some(occurrence) => object.serialize_field("occurrence", &occurrence)?,
            None => object.skip_field("occurrence")?,
        }
        object.serialize_field("outcome", self.outcome.as_str())?;
        object.serialize_field("places", &*self.places)?;
        object.end()
    }
}

impl serde::Serialize for Audit {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Audit", 9)?;
        object.serialize_field("source", &self.source)?;
        object.serialize_field("known", &self.known)?;
        object.serialize_field("faithful", &self.is_faithful())?;
        object.serialize_field("found", &self.found())?;
        object.serialize_field("missing", &self.missing().count())?;
        object.serialize_field("not_checked", &self.not_checked().count())?;
        object.serialize_field("coverage", &self.coverage)?;
        object.serialize_field("uncovered", &self.uncovered)?;
        object.serialize_field("quotes", &self.quotes)?;
        object.end()
    }
}

/// A text as a message shows it: between quotation marks, control characters and odd spaces written out, cut where long.
struct Shown<'a>(&'a str);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("'")?;
        let mut letters = self.0.chars();
        for letter in letters.by_ref().take(72) {
            match letter {
                '\'' | '"' | '\\' => write!(f, "{letter}")?,
                _ => write!(f, "{}", letter.escape_debug())?,
            }
        }
        f.write_str(if letters.next().is_some() { "…'" } else { "'" })
    }
}

impl fmt::Display for Audit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let missing: Vec<&HeldQuote> = self.missing().collect();
        let remark = if self.known { "" } else { ", which the dataset does not have" };
        writeln!(f, "source    {}{remark}", self.source)?;
        write!(f, "quotes    {} found, {} missing", self.found(), missing.len())?;
        match self.not_checked().count() {
            0 => writeln!(f)?,
            count => writeln!(f, ", {count} not checked (a locator and no quote)")?,
        }
        writeln!(f, "coverage  {}", self.coverage)?;
        if !missing.is_empty() {
            writeln!(f, "\nquotes that the text does not have")?;
            let width = missing.iter().map(|quote| quote.pointer.len()).max().unwrap_or(0);
            for quote in missing {
                write!(
                    f,
                    "  {:width$}  {} {}: {}",
                    quote.pointer,
                    quote.kind.title(),
                    quote.id,
                    Shown(quote.quote.as_ref().map_or("", Quote::as_str))
                )?;
                match quote.occurrence {
                    Some(wanted) => writeln!(f, ", occurrence {wanted}, {}", quote.outcome)?,
                    None => writeln!(f, " {}", quote.outcome)?,
                }
            }
        }
        if !self.uncovered.is_empty() {
            writeln!(f, "\npassages without a quote")?;
            writeln!(f, "  {:>5}  {:>6}  {:<13}  passage", "line", "column", "bytes")?;
            for passage in &self.uncovered {
                let bytes = format!("{}-{}", passage.start, passage.end);
                let (line, column) = (passage.line, passage.column);
                writeln!(f, "  {line:>5}  {column:>6}  {bytes:<13}  {}", Shown(&passage.text))?;
            }
        }
        Ok(())
    }
}
