/// How much input is read before it is refused: a guard against hostile or broken files.
///
/// The defaults let through whatever an honest publisher writes. They cost nothing: what a limit forbids is looked for
/// only where the input is large enough to break it.
///
/// ```
/// use cooperation::{Dataset, FaultKind, Limits, ReadOptions};
///
/// let options = ReadOptions::new().limits(Limits::default().with_bytes(10));
/// let error = options.from_json(r#"{"version": "1.0"}"#).unwrap_err();
/// assert_eq!(error.faults()[0].kind(), FaultKind::LimitBytes);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Limits {
    /// Most bytes of a document: 1 GiB.
    pub bytes: u64,
    /// Most bytes of one line of a record file: 16 MiB.
    pub line_bytes: usize,
    /// How deep objects and lists may stand in each other in data of one's own: 64, and never more.
    pub nesting: usize,
    /// Most characters of one string: as many as there may be bytes.
    pub string_chars: usize,
    /// Most values (objects, lists, strings, numbers, words): as many as the bytes can hold.
    pub nodes: u64,
    /// Most faults that an error keeps: 1,000. All are counted.
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
    /// The same limits with this many bytes of a document.
    #[must_use]
    pub const fn with_bytes(self, bytes: u64) -> Self {
        Self { bytes, ..self }
    }

    /// The same limits with this many bytes of a line.
    #[must_use]
    pub const fn with_line_bytes(self, line_bytes: usize) -> Self {
        Self { line_bytes, ..self }
    }

    /// The same limits with objects and lists this deep in each other in data of one's own.
    #[must_use]
    pub const fn with_nesting(self, nesting: usize) -> Self {
        Self { nesting, ..self }
    }

    /// The same limits with this many characters of a string.
    #[must_use]
    pub const fn with_string_chars(self, string_chars: usize) -> Self {
        Self { string_chars, ..self }
    }

    /// The same limits with this many values.
    #[must_use]
    pub const fn with_nodes(self, nodes: u64) -> Self {
        Self { nodes, ..self }
    }

    /// The same limits with this many faults kept. One is kept whatever the number.
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
