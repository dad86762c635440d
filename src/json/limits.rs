/// Limits on the input, which protect against hostile or broken files.
///
/// The defaults accept any realistic dataset. Limits cost nothing: each is checked only if the input is large enough
/// to exceed it.
///
/// ```
/// use cooperation::{Dataset, Limits, ReadOptions, io::FaultKind};
///
/// let options = ReadOptions::new().with_limits(Limits::default().with_bytes(10));
/// let error = options.read_json(r#"{"version": "1.0"}"#).unwrap_err();
/// assert_eq!(error.faults()[0].kind(), FaultKind::LimitBytes);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Limits {
    /// Maximum size of a document in bytes. Default: 1 GiB.
    pub bytes: u64,
    /// Maximum length of a record line in bytes. Default: 16 MiB.
    pub line_bytes: usize,
    /// Maximum depth of nested objects and lists in custom data. Default and upper limit: 64.
    pub nesting: usize,
    /// Maximum length of a string in characters. Default: unlimited.
    pub string_chars: usize,
    /// Maximum number of values (objects, lists, strings, numbers, literals). Default: unlimited.
    pub nodes: u64,
    /// Maximum number of faults that an error keeps; all are counted. Default: 1,000.
    pub faults: usize,
}

const GIB: u64 = 1 << 30;

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: GIB,
            line_bytes: 16 << 20,
            nesting: super::MAX_NESTING,
            string_chars: 1 << 30,
            nodes: GIB,
            faults: 1000,
        }
    }
}

impl Limits {
    /// Returns the limits with this maximum size of a document in bytes.
    #[must_use]
    pub const fn with_bytes(self, bytes: u64) -> Self {
        Self { bytes, ..self }
    }

    /// Returns the limits with this maximum length of a record line in bytes.
    #[must_use]
    pub const fn with_line_bytes(self, line_bytes: usize) -> Self {
        Self { line_bytes, ..self }
    }

    /// Returns the limits with this maximum depth of nested objects and lists in custom data.
    #[must_use]
    pub const fn with_nesting(self, nesting: usize) -> Self {
        Self { nesting, ..self }
    }

    /// Returns the limits with this maximum length of a string in characters.
    #[must_use]
    pub const fn with_string_chars(self, string_chars: usize) -> Self {
        Self { string_chars, ..self }
    }

    /// Returns the limits with this maximum number of values.
    #[must_use]
    pub const fn with_nodes(self, nodes: u64) -> Self {
        Self { nodes, ..self }
    }

    /// Returns the limits with this maximum number of faults to keep. At least one fault is kept.
    #[must_use]
    pub const fn with_faults(self, faults: usize) -> Self {
        Self { faults, ..self }
    }

    /// Whether a text of so many bytes can break a limit that neither its size nor the types hold it to.
    pub(crate) fn may_be_broken_by(&self, bytes: usize) -> bool {
        let most_nodes = u64::try_from(bytes / 2).unwrap_or(u64::MAX).saturating_add(1);
        bytes > self.string_chars
            || most_nodes > self.nodes
            || (self.nesting < super::MAX_NESTING && bytes / 2 > self.nesting)
    }
}

#[cfg(test)]
mod tests {
    use super::Limits;

    #[test]
    fn a_text_is_looked_at_more_closely_only_where_it_is_long_enough_to_break_a_limit() {
        let limits = Limits::default();
        assert!(!limits.may_be_broken_by(1 << 30));
        // Ten characters are the most of a string in ten bytes.
        let chars = limits.with_string_chars(10);
        assert_eq!([10, 11].map(|bytes| chars.may_be_broken_by(bytes)), [false, true]);
        // A value takes a byte, and another parts it from the next; around them all stands a list.
        let nodes = limits.with_nodes(11);
        assert_eq!([20, 21, 22].map(|bytes| nodes.may_be_broken_by(bytes)), [false, false, true]);
        // What is opened has to be closed. Deeper than 64 is refused by the types.
        let nesting = limits.with_nesting(63);
        assert_eq!([126, 127, 128].map(|bytes| nesting.may_be_broken_by(bytes)), [false, false, true]);
        assert!(!limits.with_nesting(64).may_be_broken_by(1 << 20));
    }
}
