use crate::reflect::ValueError;
use std::fmt;
use std::ops::Not;

/// Answer to a question about imprecise dates: never more certain than the source.
///
/// [`Possible`](Truth::Possible) means that the precision of a given date leaves the answer open;
/// [`Unknown`](Truth::Unknown) means that a date is missing.
///
/// # Examples
///
/// ```
/// use cooperation::{Period, Truth};
///
/// let period = Period::between("2006".parse()?, "2007-03".parse()?);
/// assert_eq!(period.touches("2007".parse()?), Truth::Yes);
/// assert_eq!(period.touches("2006-05".parse()?), Truth::Possible);
/// assert_eq!(period.touches("2007-04".parse()?), Truth::No);
/// # Ok::<(), cooperation::ValueError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_enums, reason = "these four are the whole logic; a caller should match them all")]
pub enum Truth {
    /// Yes for every day that the dates allow.
    Yes,
    /// Yes for some of the days that the dates allow, and no for others.
    Possible,
    /// No for every day that the dates allow.
    No,
    /// Unknown, since the sources do not state a date.
    Unknown,
}

impl Truth {
    /// Returns whether the answer is certainly yes.
    #[must_use]
    pub const fn is_yes(self) -> bool {
        matches!(self, Self::Yes)
    }

    /// Returns whether the answer is certainly no.
    #[must_use]
    pub const fn is_no(self) -> bool {
        matches!(self, Self::No)
    }

    /// Returns whether yes is not ruled out: every answer but no.
    ///
    /// ```
    /// use cooperation::Truth;
    ///
    /// assert!(Truth::Yes.may_be_yes() && Truth::Possible.may_be_yes() && Truth::Unknown.may_be_yes());
    /// assert!(!Truth::No.may_be_yes());
    /// ```
    #[must_use]
    pub const fn may_be_yes(self) -> bool {
        !self.is_no()
    }

    /// Returns whether a missing date leaves the answer unknown.
    #[must_use]
    pub const fn is_unknown(self) -> bool {
        matches!(self, Self::Unknown)
    }

    /// Combines two answers by "or": yes takes precedence over unknown, and unknown over possible.
    ///
    /// ```
    /// use cooperation::Truth;
    ///
    /// assert_eq!(Truth::Possible.or(Truth::Yes), Truth::Yes);
    /// assert_eq!(Truth::Possible.or(Truth::No), Truth::Possible);
    /// assert_eq!(!Truth::Possible.or(Truth::Yes), Truth::No);
    /// ```
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Yes, _) | (_, Self::Yes) => Self::Yes,
            (Self::Unknown, _) | (_, Self::Unknown) => Self::Unknown,
            (Self::Possible, _) | (_, Self::Possible) => Self::Possible,
            (Self::No, Self::No) => Self::No,
        }
    }

    /// Combines two answers by "and": no takes precedence over unknown, and unknown over possible.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Unknown, _) | (_, Self::Unknown) => Self::Unknown,
            (Self::Possible, _) | (_, Self::Possible) => Self::Possible,
            (Self::Yes, Self::Yes) => Self::Yes,
        }
    }

    /// Returns the name of the answer: `yes`, `possible`, `no` or `unknown`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Possible => "possible",
            Self::No => "no",
            Self::Unknown => "unknown",
        }
    }
}

impl Not for Truth {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            open => open,
        }
    }
}

impl serde::Serialize for Truth {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// Parses the name that [`as_str`](Truth::as_str) returns.
impl std::str::FromStr for Truth {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        let all = [Self::Yes, Self::Possible, Self::No, Self::Unknown];
        let truth = all.into_iter().find(|truth| truth.as_str() == text);
        truth.ok_or_else(|| ValueError::new("answer", text, "expected one of: yes, possible, no, unknown"))
    }
}

impl<'de> serde::Deserialize<'de> for Truth {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = std::borrow::Cow::<'_, str>::deserialize(deserializer)?;
        word.parse().map_err(serde::de::Error::custom)
    }
}

impl fmt::Display for Truth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
