use crate::reflect::ValueError;
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

/// How grave a finding is, the gravest first: an error is the least in the order, so that `min` gives the gravest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(
    clippy::exhaustive_enums,
    reason = "these three are the whole scale; a caller should match them all"
)]
pub enum Severity {
    /// It is certainly wrong: the dataset is not valid.
    Error,
    /// It is most likely wrong, or misleads.
    Warning,
    /// It is worth knowing, and may well be right.
    Info,
}

impl Severity {
    /// The word: `error`, `warning` or `info`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }

    /// One step graver; an error stays one.
    #[must_use]
    pub const fn raised(self) -> Self {
        match self {
            Self::Error | Self::Warning => Self::Error,
            Self::Info => Self::Warning,
        }
    }

    /// One step lighter; an info stays one.
    #[must_use]
    pub const fn lowered(self) -> Self {
        match self {
            Self::Error => Self::Warning,
            Self::Warning | Self::Info => Self::Info,
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// From its word: `error`, `warning` or `info`.
impl FromStr for Severity {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        let severity = [Self::Error, Self::Warning, Self::Info].into_iter().find(|one| one.as_str() == text);
        severity.ok_or_else(|| ValueError::new("severity", text, "expected one of: error, warning, info"))
    }
}

impl<'de> serde::Deserialize<'de> for Severity {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = Cow::<'_, str>::deserialize(deserializer)?;
        word.parse().map_err(serde::de::Error::custom)
    }
}

impl serde::Serialize for Severity {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
