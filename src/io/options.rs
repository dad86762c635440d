use super::error::Error;
use super::fault::Fault;
use super::lines::RecordLines;
use super::location::Location;
use super::read::{check_size, read, utf8};
use crate::dataset::{Dataset, RecordLine};
use crate::json::Limits;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

/// Options for reading documents and record lines, with limits on the input.
///
/// ```
/// use cooperation::{Limits, ReadOptions};
///
/// let options = ReadOptions::new().with_limits(Limits::default().with_bytes(1 << 20));
/// let dataset = options.read_slice(br#"{"version": "1.0"}"#)?;
/// assert!(dataset.is_empty());
/// # Ok::<(), cooperation::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReadOptions {
    limits: Limits,
}

impl ReadOptions {
    /// Creates options with the default limits.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns the options with these limits.
    #[must_use]
    pub const fn with_limits(self, limits: Limits) -> Self {
        Self { limits }
    }

    /// Reads a document from a string.
    ///
    /// # Errors
    /// Returns an error with all faults if the text cannot be read.
    pub fn read_json(&self, text: &str) -> Result<Dataset, Error> {
        check_size(text.len(), self.limits)?;
        read(text, self.limits, Location::START)
    }

    /// Reads a document from bytes: UTF-8, with or without a byte order mark.
    ///
    /// # Errors
    /// Returns an error with all faults if the text cannot be read.
    pub fn read_slice(&self, bytes: &[u8]) -> Result<Dataset, Error> {
        check_size(bytes.len(), self.limits)?;
        read(utf8(bytes, Location::START)?, self.limits, Location::START)
    }

    /// Reads a document from a reader, to the end of the input. At most one byte beyond the limit is read.
    ///
    /// # Errors
    /// Returns an error after an I/O error (its source), or if the document cannot be read.
    pub fn read(&self, reader: impl Read) -> Result<Dataset, Error> {
        let mut bytes = Vec::new();
        reader.take(self.limits.bytes.saturating_add(1)).read_to_end(&mut bytes)?;
        self.read_slice(&bytes)
    }

    /// Reads a dataset from a file: a document, or record lines if the name ends in `.jsonl` or `.ndjson`.
    ///
    /// # Errors
    /// Returns an error that names the file if it cannot be opened or read, or its content is not a dataset.
    pub fn read_path(&self, path: impl AsRef<Path>) -> Result<Dataset, Error> {
        let path = path.as_ref();
        let has_lines = path
            .extension()
            .is_some_and(|end| end.eq_ignore_ascii_case("jsonl") || end.eq_ignore_ascii_case("ndjson"));
        let read = File::open(path)
            .map_err(Error::from)
            .and_then(|file| if has_lines { self.read_lines(BufReader::new(file)) } else { self.read(file) });
        read.map_err(|error| error.at_path(path))
    }

    /// Reads a dataset from record lines, to the end of the input.
    ///
    /// # Errors
    /// Returns an error after an I/O error, or with the faults of all lines if a line cannot be read.
    pub fn read_lines(&self, reader: impl BufRead) -> Result<Dataset, Error> {
        let mut lines = self.lines(reader.take(self.limits.bytes.saturating_add(1)));
        let mut dataset = Dataset::default();
        let (mut faults, mut count) = (Vec::<Fault>::new(), 0_usize);
        for line in &mut lines {
            match line.map_err(Error::into_faults) {
                Ok((_, line)) => dataset.push(line),
                Err(Ok((more, all))) => {
                    let room = self.limits.faults.max(1).saturating_sub(faults.len());
                    faults.extend(more.into_iter().take(room));
                    count = count.saturating_add(all);
                }
                Err(Err(error)) => return Err(error),
            }
        }
        check_size(usize::try_from(lines.bytes()).unwrap_or(usize::MAX), self.limits)?;
        if count == 0 { Ok(dataset) } else { Err(Error::new(faults, count)) }
    }

    /// Reads a single record line.
    ///
    /// # Errors
    /// Returns an error with all faults if the text cannot be read.
    pub fn read_line(&self, text: &str) -> Result<RecordLine, Error> {
        check_size(text.len(), self.limits)?;
        read(text, self.limits, Location::START)
    }

    /// Reads record lines one by one, each with its line number, in memory that does not grow with their number.
    ///
    /// A line that cannot be read is an error whose faults have its line number, and reading continues with the next
    /// line. Iteration ends after an I/O error, or if the input starts in an encoding other than UTF-8, in which line
    /// breaks cannot be found reliably.
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
    /// Reads a document from a string, with the default limits.
    ///
    /// # Errors
    /// Returns an error with all faults if the text cannot be read.
    ///
    /// ```
    /// use cooperation::Dataset;
    ///
    /// let dataset = Dataset::from_json(r#"{"version": "1.0", "title": {"en": "Networks"}}"#)?;
    /// assert_eq!(dataset.title.map(|title| title.best(&[]).to_owned()).as_deref(), Some("Networks"));
    /// # Ok::<(), cooperation::Error>(())
    /// ```
    pub fn from_json(text: &str) -> Result<Self, Error> {
        ReadOptions::new().read_json(text)
    }

    /// Reads a document from bytes: UTF-8, with or without a byte order mark.
    ///
    /// # Errors
    /// Returns an error with all faults if the text cannot be read.
    pub fn from_slice(bytes: &[u8]) -> Result<Self, Error> {
        ReadOptions::new().read_slice(bytes)
    }

    /// Reads a document from a reader, with the default limits.
    ///
    /// # Errors
    /// Returns an error after an I/O error, or if the document cannot be read.
    pub fn from_reader(reader: impl Read) -> Result<Self, Error> {
        ReadOptions::new().read(reader)
    }

    /// Reads a dataset from a file, with the default limits: a document, or record lines if the name ends in `.jsonl` or
    /// `.ndjson`.
    ///
    /// # Errors
    /// Returns an error that names the file if it cannot be opened or read, or its content is not a dataset.
    ///
    /// ```
    /// use cooperation::Dataset;
    ///
    /// let dataset = Dataset::from_path("examples/data/microfinance-norway.json")?;
    /// assert!(!dataset.projects.is_empty());
    /// let error = Dataset::from_path("nowhere.json").unwrap_err();
    /// assert_eq!(error.to_string(), "nowhere.json could not be read");
    /// # Ok::<(), cooperation::Error>(())
    /// ```
    pub fn from_path(path: impl AsRef<Path>) -> Result<Self, Error> {
        ReadOptions::new().read_path(path)
    }

    /// Reads a dataset from record lines to the end of the input, with the default limits. It reads what
    /// [`write_lines`](Dataset::write_lines) writes. To read more records than fit in memory, use
    /// [`ReadOptions::lines`].
    ///
    /// # Errors
    /// Returns an error after an I/O error, or with the faults of all lines if a line cannot be read.
    ///
    /// ```
    /// use cooperation::Dataset;
    ///
    /// let error = Dataset::from_lines("{\"sorce\": {}}\n\n{\"goel\": {}}\n".as_bytes()).unwrap_err();
    /// let lines: Vec<u64> = error.faults().iter().map(|fault| fault.line()).collect();
    /// assert_eq!(lines, [1, 3]);
    /// ```
    pub fn from_lines(reader: impl BufRead) -> Result<Self, Error> {
        ReadOptions::new().read_lines(reader)
    }
}

impl RecordLine {
    /// Reads a single record line, with the default limits.
    ///
    /// # Errors
    /// Returns an error with all faults if the text cannot be read.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        ReadOptions::new().read_line(text)
    }
}
