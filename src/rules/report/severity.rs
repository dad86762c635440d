use crate::reflect::ValueError;
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

/// The severity of a finding, ordered from most to least severe: `min` returns the most severe one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(
    clippy::exhaustive_enums,
    reason = "these three are the whole scale; a caller should match them all"
)]
pub enum Severity {
    /// The data are certainly wrong: the dataset is not valid.
    Error,
    /// The data are probably wrong or misleading.
    Warning,
    /// Worth knowing, and possibly right.
    Info,
}

impl Severity {
    /// Returns the name: `error`, `warning` or `info`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }

    /// Returns the next higher severity; `Error` stays `Error`.
    #[must_use]
    pub const fn raised(self) -> Self {
        match self {
            Self::Error | Self::Warning => Self::Error,
            Self::Info => Self::Warning,
        }
    }

    /// Returns the next lower severity; `Info` stays `Info`.
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
