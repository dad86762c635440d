use super::Outcome;
use std::collections::HashMap;
use std::num::NonZeroU32;
use std::ops::Range;
use std::sync::Arc;

/// A range of bytes in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[non_exhaustive]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset of the byte after the last one.
    pub end: usize,
}

impl Span {
    pub(super) const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Returns the range, for slicing the text.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

/// The places of a quote, and whether they are among those that are covered.
struct Found {
    places: Arc<[Span]>,
    counted: bool,
}

impl Found {
    fn of(quote: &str, text: &str) -> Self {
        let place = |(start, found): (usize, &str)| Span::new(start, start.saturating_add(found.len()));
        Self { places: text.match_indices(quote).map(place).collect(), counted: false }
    }
}

/// Looks for quotes in a text, for each different quote once.
pub(super) struct Search<'a> {
    text: &'a str,
    found: HashMap<String, Found>,
    /// Every place that a quote covers, those of equal quotes once. Places that overlap are joined now and then.
    covered: Vec<Span>,
    /// How many there were when they were last joined.
    joined: usize,
    /// The text with every run of blanks as one space, made for the first quote that is missing.
    respaced: Option<String>,
}

impl<'a> Search<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, found: HashMap::new(), covered: Vec::new(), joined: 0, respaced: None }
    }

    /// Every place that a quote covers.
    pub(super) fn into_covered(self) -> Vec<Span> {
        self.covered
    }

    pub(super) fn find(&mut self, quote: &str, occurrence: Option<NonZeroU32>) -> (Outcome, Arc<[Span]>) {
        // An empty text stands between any two characters, so that finding it would say nothing.
        if quote.is_empty() {
            return (Outcome::Empty, Arc::default());
        }
        let text = self.text;
        let found = self.found.entry(quote.to_owned()).or_insert_with(|| Found::of(quote, text));
        let places = Arc::clone(&found.places);
        if places.is_empty() {
            return (self.missing(quote), places);
        }
        let Some(wanted) = occurrence else {
            if !std::mem::replace(&mut found.counted, true) {
                self.covered.extend(places.iter());
                self.join();
            }
            return (Outcome::Found, places);
        };
        let index = usize::try_from(wanted.get()).unwrap_or(usize::MAX).saturating_sub(1);
        match places.get(index) {
            Some(&place) => {
                self.covered.push(place);
                self.join();
                (Outcome::Found, [place].into())
            }
            None => (Outcome::FewerPlaces { places: places.len() }, Arc::default()),
        }
    }

    /// Joins the places that overlap, once there are twice as many as after the last time.
    fn join(&mut self) {
        const FEW: usize = 1024;
        if self.covered.len() < self.joined.saturating_mul(2).max(FEW) {
            return;
        }
        self.covered.sort_unstable();
        self.covered.dedup_by(|next, last| {
            let overlaps = next.start <= last.end;
            if overlaps {
                last.end = last.end.max(next.end);
            }
            overlaps
        });
        self.joined = self.covered.len();
    }

    fn missing(&mut self, quote: &str) -> Outcome {
        let text = self.text;
        let respaced = self.respaced.get_or_insert_with(|| respace(text));
        let quote = respace(quote);
        if !quote.trim().is_empty() && respaced.contains(&quote) {
            Outcome::OtherSpaces
        } else {
            Outcome::Missing
        }
    }
}

/// The text with every run of blanks, no-break spaces too, as one space.
fn respace(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut after_blank = false;
    for letter in text.chars() {
        let blank = letter.is_whitespace();
        if !(blank && after_blank) {
            out.push(if blank { ' ' } else { letter });
        }
        after_blank = blank;
    }
    out
}
