use super::encoding::{BOM, encoding_at};
use super::error::Error;
use super::fault::Fault;
use super::lines::RecordLines;
use super::location::{LineCounter, Location};
use crate::dataset::{Dataset, RecordLine};
use crate::json::{FaultKind, Found, Limits, Reader, UNEXPLAINED, diagnose};
use crate::reflect::Shaped;
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
        self.check_size(text.len())?;
        read(text, self.limits, Location::START)
    }

    /// Reads a document from bytes: UTF-8, with or without a byte order mark.
    ///
    /// # Errors
    /// When it cannot be read: the error has everything that is wrong in it.
    pub fn from_slice(&self, bytes: &[u8]) -> Result<Dataset, Error> {
        self.check_size(bytes.len())?;
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
        self.check_size(text.len())?;
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

    fn check_size(&self, bytes: usize) -> Result<(), Error> {
        let most = self.limits.bytes;
        if u64::try_from(bytes).is_ok_and(|bytes| bytes <= most) {
            return Ok(());
        }
        let message = format!("the document has more than {most} bytes");
        let help = "read it as record lines, or raise the limit";
        Err(Fault::new(FaultKind::LimitBytes, Location::START, &message).with_help(help).into())
    }
}

/// The text of a document in a format of others: UTF-8 and strict JSON to its end, whatever it says.
#[cfg(feature = "threesixtygiving")]
pub(crate) fn foreign(bytes: &[u8]) -> Result<&str, Error> {
    ReadOptions::new().check_size(bytes.len())?;
    let text = utf8(bytes, Location::START)?;
    let (json, start) = stripped(text, Location::START);
    let (found, count) = diagnose(json, &crate::reflect::Shape::Any, Limits::default());
    if count == 0 {
        return Ok(text);
    }
    match encoding_at(bytes, Location::START) {
        Some(name) => Err(encoded(name, Location::START).into()),
        None => Err(placed(json, start, found, count)),
    }
}

/// What is wrong at places of a document in a format of others.
#[cfg(feature = "threesixtygiving")]
pub(crate) fn misshapen(text: &str, faults: Vec<(FaultKind, String, &str)>) -> Error {
    let pointers: Vec<_> = faults.iter().map(|(_, pointer, _)| pointer.as_str()).collect();
    let places = super::location::locate(text, &pointers);
    let count = faults.len();
    let kept = faults.into_iter().zip(places).take(Limits::default().faults);
    let kept = kept.map(|((kind, pointer, message), place)| {
        Fault::new(kind, place.unwrap_or(Location::START), message).with_pointer(pointer)
    });
    Error::new(kept.collect(), count)
}

/// The text that the bytes are in UTF-8.
pub(super) fn utf8(bytes: &[u8], start: Location) -> Result<&str, Error> {
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(text),
        Err(error) => error,
    };
    if let Some(name) = encoding_at(bytes, start) {
        return Err(encoded(name, start).into());
    }
    let before = bytes.get(..error.valid_up_to()).and_then(|bytes| std::str::from_utf8(bytes).ok());
    let (before, start) = stripped(before.unwrap_or_default(), start);
    let place = LineCounter::new(before, start).place(start, before.len());
    let message = match (error.error_len(), bytes.get(error.valid_up_to())) {
        (Some(_), Some(byte)) => format!("the byte 0x{byte:02x} is no UTF-8 here"),
        _ => "the text ends in the middle of a character".to_owned(),
    };
    Err(Fault::new(FaultKind::NotUtf8, place, &message).with_help("save the file as UTF-8").into())
}

fn encoded(name: &str, start: Location) -> Fault {
    let message = format!("the text is in {name}, expected UTF-8");
    Fault::new(FaultKind::OtherEncoding, start, &message).with_help("save the file as UTF-8")
}

/// The text without a byte order mark, and where it starts.
fn stripped(text: &str, start: Location) -> (&str, Location) {
    match text.strip_prefix(BOM) {
        Some(rest) if start.offset == 0 => (rest, Location { offset: 3, ..start }),
        _ => (text, start),
    }
}

/// Reads a value strictly. Only where that fails, or a limit may be broken, is the text searched for faults.
pub(super) fn read<T>(text: &str, limits: Limits, start: Location) -> Result<T, Error>
where
    T: crate::json::Read + Shaped,
{
    let (json, place) = stripped(text, start);
    if limits.may_be_broken_by(json.len()) {
        let (found, count) = diagnose(json, &T::SHAPE, limits);
        if count > 0 {
            return Err(placed(json, place, found, count));
        }
    }
    if let Ok(value) = Reader::whole(json) {
        return Ok(value);
    }
    if let Some(name) = encoding_at(text.as_bytes(), start) {
        return Err(encoded(name, start).into());
    }
    let (found, count) = diagnose(json, &T::SHAPE, limits);
    if count > 0 {
        return Err(placed(json, place, found, count));
    }
    debug_assert!(false, "the reader refuses what the diagnoser lets pass: {json}");
    Err(Fault::new(FaultKind::InvalidValue, place, UNEXPLAINED).into())
}

/// The faults with their places in lines and columns.
fn placed(text: &str, start: Location, found: Vec<Found>, count: usize) -> Error {
    let mut counter = LineCounter::new(text, start);
    let place = |found: Found| {
        let fault = Fault::new(found.kind, counter.place(start, found.offset), &found.message)
            .with_pointer(found.pointer);
        match found.help {
            Some(help) => fault.with_help(&help),
            None => fault,
        }
    };
    Error::new(found.into_iter().map(place).collect(), count)
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
