use super::error::Error;
use super::lines::RecordLines;
use super::location::Location;
use super::read::{check_size, read, utf8};
use crate::dataset::{Dataset, RecordLine};
use crate::json::Limits;
use std::io::{BufRead, Read};

/// How documents and record lines are read: with which limits.
///
/// ```
/// use cooperation::{Limits, ReadOptions};
///
/// let options = ReadOptions::new().limits(Limits::default().with_bytes(1 << 20));
/// let dataset = options.from_slice(br#"{"version": "1.0"}"#)?;
/// assert!(dataset.is_empty());
/// # Ok::<(), cooperation::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReadOptions {
    limits: Limits,
}

impl ReadOptions {
    /// Reading with the default limits.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reading with these limits.
    #[must_use]
    pub const fn limits(self, limits: Limits) -> Self {
        Self { limits }
    }

    /// Reads a document from a text.
    ///
    /// # Errors
    /// When it cannot be read: the error has everything that is wrong in it.
    pub fn from_json(&self, text: &str) -> Result<Dataset, Error> {
        check_size(text.len(), self.limits)?;
        read(text, self.limits, Location::START)
    }

    /// Reads a document from bytes: UTF-8, with or without a byte order mark.
    ///
    /// # Errors
    /// When it cannot be read: the error has everything that is wrong in it.
    pub fn from_slice(&self, bytes: &[u8]) -> Result<Dataset, Error> {
        check_size(bytes.len(), self.limits)?;
        read(utf8(bytes, Location::START)?, self.limits, Location::START)
    }

    /// Reads a document from a reader, to its end.
    ///
    /// No more bytes are taken from it than the limit and one.
    ///
    /// # Errors
    /// When the reader fails, which is the source of the error then, or when the document cannot be read.
    pub fn from_reader(&self, reader: impl Read) -> Result<Dataset, Error> {
        let mut bytes = Vec::new();
        reader.take(self.limits.bytes.saturating_add(1)).read_to_end(&mut bytes)?;
        self.from_slice(&bytes)
    }

    /// Reads a single record line.
    ///
    /// # Errors
    /// When it cannot be read: the error has everything that is wrong in it.
    pub fn line_from_json(&self, text: &str) -> Result<RecordLine, Error> {
        check_size(text.len(), self.limits)?;
        read(text, self.limits, Location::START)
    }

    /// Reads record lines one by one; memory does not grow with their number.
    ///
    /// Each comes with its line number. A line that cannot be read is an error whose faults bear its number, and
    /// reading goes on with the next. There are no more where the reader itself fails, and behind a first line in another
    /// encoding than UTF-8, in which a line break may be half a character.
    ///
    /// ```
    /// use cooperation::ReadOptions;
    ///
    /// let file = "{\"source\": {\"id\": \"page\", \"title\": {\"en\": \"A page\"}}}\n\n{\"sorce\": {}}\n";
    /// let mut lines = ReadOptions::new().lines(file.as_bytes());
    /// assert!(matches!(lines.next(), Some(Ok((1, _)))));
    /// let error = lines.next().unwrap().unwrap_err();
    /// assert_eq!((error.faults()[0].line(), error.faults()[0].help()), (3, Some("write \"source\"")));
    /// assert!(lines.next().is_none());
    /// ```
    pub fn lines<R: BufRead>(&self, reader: R) -> RecordLines<R> {
        RecordLines::new(reader, self.limits)
    }
}

impl Dataset {
    /// Reads a document from a text, with the default limits.
    ///
    /// # Errors
    /// When it cannot be read: the error has everything that is wrong in it.
    ///
    /// ```
    /// use cooperation::Dataset;
    ///
    /// let dataset = Dataset::from_json(r#"{"version": "1.0", "title": {"en": "Networks"}}"#)?;
    /// assert_eq!(dataset.title.map(|title| title.best(&[]).to_owned()).as_deref(), Some("Networks"));
    /// # Ok::<(), cooperation::Error>(())
    /// ```
    pub fn from_json(text: &str) -> Result<Self, Error> {
        ReadOptions::new().from_json(text)
    }

    /// Reads a document from bytes: UTF-8, with or without a byte order mark.
    ///
    /// # Errors
    /// When it cannot be read: the error has everything that is wrong in it.
    pub fn from_slice(bytes: &[u8]) -> Result<Self, Error> {
        ReadOptions::new().from_slice(bytes)
    }

    /// Reads a document from a reader, to its end or the limit.
    ///
    /// # Errors
    /// When the reader fails, or when the document cannot be read.
    pub fn from_reader(reader: impl Read) -> Result<Self, Error> {
        ReadOptions::new().from_reader(reader)
    }
}

impl RecordLine {
    /// Reads a single record line, with the default limits.
    ///
    /// # Errors
    /// When it cannot be read: the error has everything that is wrong in it.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        ReadOptions::new().line_from_json(text)
    }
}
