use super::fault::Fault;
use crate::reflect::show_faults;
use std::fmt;
use std::io;
use std::path::Path;

/// The error for input that cannot be read: every fault in the text, or an I/O error.
///
/// Faults after a syntax error, after a limit is exceeded, or in a newer version of the format are not reported.
/// Problems in the relations of readable data are findings of the validation, not errors.
///
/// `Debug` writes the same text as `Display`, followed by the I/O error, so that a `main` that returns `Result<(),
/// Box<dyn std::error::Error>>` prints a readable message.
///
/// ```
/// use cooperation::Dataset;
///
/// let error = Dataset::from_json(r#"{"version": "1.0", "issued": "2016-4", "modified": 2017}"#).unwrap_err();
/// assert_eq!(error.count(), 2);
/// assert_eq!(error.faults()[1].help(), Some("write it in quotation marks: \"2017\""));
/// ```
pub struct Error {
    inner: Box<Inner>,
}

struct Inner {
    kind: Cause,
    /// The file that was read, where the library opened it.
    path: Option<Box<Path>>,
}

enum Cause {
    Faults { faults: Vec<Fault>, count: usize },
    Io(io::Error),
}

impl Error {
    pub(super) fn new(faults: Vec<Fault>, count: usize) -> Self {
        Self::of(Cause::Faults { faults, count })
    }

    fn of(kind: Cause) -> Self {
        Self { inner: Box::new(Inner { kind, path: None }) }
    }

    /// The same error, of a file at this path.
    pub(super) fn at_path(mut self, path: &Path) -> Self {
        self.inner.path = Some(path.into());
        self
    }

    /// The faults and their number, taken out; the error itself where the bytes could not be read.
    pub(super) fn into_faults(self) -> Result<(Vec<Fault>, usize), Self> {
        let Inner { kind, path } = *self.inner;
        match kind {
            Cause::Faults { faults, count } => Ok((faults, count)),
            kind @ Cause::Io(_) => Err(Self { inner: Box::new(Inner { kind, path }) }),
        }
    }

    /// Returns the path of the file, if it was read by [`Dataset::from_path`](crate::Dataset::from_path).
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.inner.path.as_deref()
    }

    /// Returns the faults in the order of the text, up to the limit. Empty after an I/O error.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        match &self.inner.kind {
            Cause::Faults { faults, .. } => faults,
            Cause::Io(_) => &[],
        }
    }

    /// Returns the number of all faults, including those beyond the limit.
    #[must_use]
    pub fn count(&self) -> usize {
        match &self.inner.kind {
            Cause::Faults { count, .. } => *count,
            Cause::Io(_) => 0,
        }
    }

    /// Returns the I/O error, if there was one.
    #[must_use]
    pub fn io(&self) -> Option<&io::Error> {
        match &self.inner.kind {
            Cause::Faults { .. } => None,
            Cause::Io(error) => Some(error),
        }
    }
}

/// A fault after the path of its file: `data.json:3:3: ...`.
struct InFile<'e> {
    path: &'e Path,
    fault: &'e Fault,
}

impl fmt::Display for InFile<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.path.display(), self.fault)
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        Self::new([fault].into(), 1)
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::of(Cause::Io(error))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.inner.kind, self.path()) {
            (Cause::Faults { faults, count }, None) => show_faults(f, faults, *count),
            (Cause::Faults { faults, count }, Some(path)) => {
                let in_file: Vec<InFile<'_>> = faults.iter().map(|fault| InFile { path, fault }).collect();
                show_faults(f, &in_file, *count)
            }
            (Cause::Io(_), None) => f.write_str("the input could not be read"),
            (Cause::Io(_), Some(path)) => write!(f, "{} could not be read", path.display()),
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

/// An object with the `faults` and their `count`, the `path` of the file if there is one, and for input that could not
/// be read a `message` in place of faults.
impl serde::Serialize for Error {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct as _;
        let mut error = serializer.serialize_struct("Error", 4)?;
        match self.path() {
            Some(path) => error.serialize_field("path", &path.to_string_lossy())?,
            None => error.skip_field("path")?,
        }
        match self.io() {
            Some(_) => error.serialize_field("message", &format!("{self:?}"))?,
            None => error.skip_field("message")?,
        }
        error.serialize_field("count", &self.count())?;
        error.serialize_field("faults", self.faults())?;
        error.end()
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.io().map(|error| error as _)
    }
}
