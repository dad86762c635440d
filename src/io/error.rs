use super::fault::Fault;
use crate::reflect::show_faults;
use std::fmt;
use std::io;

/// Why a document or a line cannot be read: everything that is wrong in it, or that its bytes could not be had.
///
/// Where the text stops being JSON, passes a limit or is of a newer format, nothing behind that place is told.
///
/// What reads but is wrong is not an error but a finding of the validation.
///
/// ```
/// use cooperation::Dataset;
///
/// let error = Dataset::from_json(r#"{"version": "1.0", "issued": "2016-4", "modified": 2017}"#).unwrap_err();
/// assert_eq!(error.count(), 2);
/// assert_eq!(error.faults()[1].help(), Some("write it in quotation marks: \"2017\""));
/// ```
///
/// `Debug` gives the same text as `Display`, and the error of the reader too, so that a `main` that returns
/// `Result<(), Box<dyn std::error::Error>>` prints it for people.
pub struct Error {
    kind: Box<Kind>,
}

enum Kind {
    Faults { faults: Vec<Fault>, count: usize },
    Io(io::Error),
}

impl Error {
    pub(super) fn new(faults: Vec<Fault>, count: usize) -> Self {
        Self { kind: Box::new(Kind::Faults { faults, count }) }
    }

    /// The faults in the order of the text, as many as the limits keep; none where the bytes could not be had.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        match &*self.kind {
            Kind::Faults { faults, .. } => faults,
            Kind::Io(_) => &[],
        }
    }

    /// How many faults there are, those beyond the limit included.
    #[must_use]
    pub fn count(&self) -> usize {
        match &*self.kind {
            Kind::Faults { count, .. } => *count,
            Kind::Io(_) => 0,
        }
    }

    /// The error of the reader, where the bytes could not be had.
    #[must_use]
    pub fn io(&self) -> Option<&io::Error> {
        match &*self.kind {
            Kind::Faults { .. } => None,
            Kind::Io(error) => Some(error),
        }
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        Self::new([fault].into(), 1)
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self { kind: Box::new(Kind::Io(error)) }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.kind {
            Kind::Faults { faults, count } => show_faults(f, faults, *count),
            Kind::Io(_) => f.write_str("the input could not be read"),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.io() {
            Some(error) => write!(f, "{self}: {error}"),
            None => fmt::Display::fmt(self, f),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.io().map(|error| error as _)
    }
}
