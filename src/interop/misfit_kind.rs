use std::fmt;

/// Reason why something did not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum MisfitKind {
    /// A value that the model or the other format has no field for, or states differently.
    NoPlace,
    /// A value that could not be parsed. It is left out, or kept only as text.
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
