use std::fmt;
use std::io;

/// The error for an IATI file that cannot be read any further: it is not well-formed XML, exceeds a limit, or is not
/// of a supported version. Values that do not fit the model are misfits, not errors.
#[derive(Debug)]
pub struct Error {
    line: u64,
    message: String,
    source: Option<io::Error>,
}

impl Error {
    pub(super) fn new(line: u64, message: impl Into<String>) -> Self {
        Self { line, message: crate::reflect::sanitized(&message.into()).into(), source: None }
    }

    pub(super) fn io(line: u64, error: io::Error) -> Self {
        Self { line, message: "the input could not be read".to_owned(), source: Some(error) }
    }

    /// Returns the line at which reading stopped, counted from 1.
    #[must_use]
    pub const fn line(&self) -> u64 {
        self.line
    }

    /// Returns what was found and what was expected.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_ref().map(|error| error as _)
    }
}
