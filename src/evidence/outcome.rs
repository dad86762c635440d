use std::fmt;

/// Whether a text has a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// The text has it.
    Found,
    /// The text does not have it.
    Missing,
    /// The text has it with other spaces, such as a no-break space in place of a space.
    OtherSpaces,
    /// The text has it at fewer places than its occurrence says.
    FewerPlaces {
        /// At how many.
        places: usize,
    },
    /// The quote has no characters, and so shows nothing.
    Empty,
    /// The evidence has a locator and no quote, so there is nothing to look for.
    NotChecked,
}

impl Outcome {
    /// Its name: `found`, `missing`, `other spaces`, `fewer places`, `empty` or `not checked`.
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
            Self::Found => f.write_str("stands in the text"),
            Self::Missing => f.write_str("is not in the text"),
            Self::OtherSpaces => f.write_str("is in the text only with other spaces"),
            Self::FewerPlaces { places: 1 } => f.write_str("is in the text only once"),
            Self::FewerPlaces { places } => write!(f, "is in the text only {places} times"),
            Self::Empty => f.write_str("has no characters"),
            Self::NotChecked => f.write_str("is not checked: it is given by a locator only"),
        }
    }
}
