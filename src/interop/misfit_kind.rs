use std::fmt;

/// Reason why something did not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum MisfitKind {
    /// The model or the other format has no member for it, or states it differently.
    NoPlace,
    /// It could not be read, and is missing from the records or kept only as it was written.
    Unread,
}

impl MisfitKind {
    /// Returns the kind as it is written in JSON: `no-place` or `unread`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NoPlace => "no-place",
            Self::Unread => "unread",
        }
    }
}

impl fmt::Display for MisfitKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
