//! What the program is given to read, and everything that is wrong with it, as `validate` tells it.
//!
//! A name is opened once: what it leads to may be a pipe, which cannot be read again, or another file the next time.

pub(crate) mod ending;
pub(crate) mod excerpt;
mod window;

pub(crate) use window::Shared;

use cooperation::{Dataset, Error, Limits};
use excerpt::Excerpt;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Stdin};
use std::path::Path;

/// A file that can be read again from any place, or a stream of bytes that come once: standard input, a pipe, a device.
pub(crate) enum Input {
    File(File),
    Stream(BufReader<Stream>),
}

/// What comes once.
pub(crate) enum Stream {
    Standard(Stdin),
    Named(File),
}

impl Input {
    /// Opens a file, or standard input for `-`.
    pub(crate) fn open(file: impl AsRef<Path>) -> io::Result<Self> {
        let file = file.as_ref();
        if file == Path::new("-") {
            return Ok(Self::Stream(BufReader::new(Stream::Standard(io::stdin()))));
        }
        let file = File::open(file)?;
        Ok(if file.metadata()?.is_file() {
            Self::File(file)
        } else {
            Self::Stream(BufReader::with_capacity(1 << 16, Stream::Named(file)))
        })
    }

    /// Reads from the beginning to the end.
    pub(crate) fn reader(self) -> Box<dyn BufRead> {
        match self {
            Self::File(file) => Box::new(BufReader::with_capacity(1 << 16, file)),
            Self::Stream(stream) => Box::new(stream),
        }
    }
}

impl Read for Stream {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Standard(stdin) => stdin.read(buffer),
            Self::Named(file) => file.read(buffer),
        }
    }
}

/// The dataset in a file, or on standard input for `-`.
pub(crate) fn dataset(file: &Path) -> Result<Dataset, String> {
    let bytes = document(file)?;
    Dataset::from_slice(&bytes).map_err(|error| told(file, &bytes, &error))
}

/// The bytes of a file, or of standard input for `-`.
pub(crate) fn bytes(file: &Path) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let read = Input::open(file).and_then(|input| input.reader().read_to_end(&mut bytes));
    read.map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(bytes)
}

/// The bytes of a document: no more than it may have, and one, by which it is refused.
pub(crate) fn document(file: &Path) -> Result<Vec<u8>, String> {
    let read = Input::open(file).and_then(|input| at_most(input.reader()));
    read.map_err(|error| format!("{}: {error}", file.display()))
}

pub(crate) fn at_most(reader: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(Limits::default().bytes.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Each fault with its place in the file, its line and how to mend it.
pub(crate) fn told(file: &Path, bytes: &[u8], error: &Error) -> String {
    let file = file.display();
    if error.faults().is_empty() {
        let why = error.io().map_or_else(|| error.to_string(), ToString::to_string);
        return format!("{file}: {why}");
    }
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    let mut told = format!("{file} cannot be read\n");
    for fault in error.faults() {
        let (line, column) = (fault.line(), fault.column());
        // Writing to a string cannot fail.
        let _ = writeln!(told, "\n{file}:{line}:{column}: error[{}] {}", fault.kind(), fault.message());
        let offset = usize::try_from(fault.location().offset).ok();
        match offset.and_then(|offset| Excerpt::cut(text, offset, line)) {
            Some(excerpt) => told.push_str(&excerpt.to_string()),
            None if fault.pointer().is_empty() => {}
            None => told.extend(["  at ", fault.pointer(), "\n"]),
        }
        if let Some(help) = fault.help() {
            let _ = writeln!(told, "  help: {help}");
        }
    }
    let more = error.count().saturating_sub(error.faults().len());
    if more > 0 {
        let _ = writeln!(told, "\nand {more} more");
    }
    told
}
