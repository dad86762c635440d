use std::fmt;

/// Result of searching a text for a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// The text has the quote.
    Found,
    /// The text does not have the quote.
    Missing,
    /// The text has the quote with different spaces, such as a space for a no-break space.
    OtherSpaces,
    /// The quote occurs in the text, but fewer times than `occurrence` requires.
    FewerPlaces {
        /// Number of times that the text has the quote.
        places: usize,
    },
    /// The quote is empty.
    Empty,
    /// The evidence has a locator and no quote.
    NotChecked,
}

impl Outcome {
    /// Returns the name of the outcome: `found`, `missing`, `other spaces`, `fewer places`, `empty` or `not checked`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Found => "found",
            Self::Missing => "missing",
            Self::OtherSpaces => "other spaces",
            Self::FewerPlaces { .. } => "fewer places",
            Self::Empty => "empty",
            Self::NotChecked => "not checked",
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Found => f.write_str("is in the text"),
            Self::Missing => f.write_str("is not in the text"),
            Self::OtherSpaces => f.write_str("is in the text only with other spaces"),
            Self::FewerPlaces { places: 1 } => f.write_str("is in the text only once"),
            Self::FewerPlaces { places } => write!(f, "is in the text only {places} times"),
            Self::Empty => f.write_str("has no characters"),
            Self::NotChecked => f.write_str("is not checked: it is given by a locator only"),
        }
    }
}
