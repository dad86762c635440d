//! Input of the program, with its faults as `validate` reports them.
//!
//! A name is opened once: what it leads to may be a pipe, which cannot be read again, or another file the next time.

pub(crate) mod ending;
pub(crate) mod excerpt;
mod form;
mod opened;
pub(crate) mod tables;
mod window;

pub(crate) use form::Form;
pub(crate) use opened::{Opened, Unread, head};
pub(crate) use window::Shared;

use crate::visible::name;
use cooperation::{Dataset, Error, Limits, ReadOptions, RecordLine};
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

    /// The size that the system states of a file, to show how far reading has come.
    pub(crate) fn size(&self) -> Option<u64> {
        match self {
            Self::File(file) => file.metadata().ok().map(|about| about.len()),
            Self::Stream(_) => None,
        }
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

/// The dataset in a file or in the tables of a folder, or on standard input for `-`.
pub(crate) fn dataset(file: &Path) -> Result<Dataset, Unread> {
    Opened::read(file).map(Opened::into_dataset)
}

/// Reads record lines, one after the other, up to the first that is none. Memory does not grow with the file.
pub(crate) fn read_lines(
    file: &Path,
    input: impl BufRead,
    mut take: impl FnMut(u64, RecordLine),
) -> Result<(), Unread> {
    for line in ReadOptions::new().lines(input) {
        let (number, record) = line.map_err(|error| {
            let unread = if error.faults().is_empty() { Unread::Input } else { Unread::Content };
            unread(told(file, &[], &error))
        })?;
        take(number, record);
    }
    Ok(())
}

/// The bytes of a file, or of standard input for `-`: all of them, or an error if there are too many.
pub(crate) fn bounded(file: &Path) -> Result<Vec<u8>, String> {
    let bytes = document(file)?;
    let most = Limits::default().bytes;
    if bytes.len() as u64 > most {
        return Err(format!("{}: the file has more than {most} bytes, which is not read", name(file)));
    }
    Ok(bytes)
}

/// The bytes of a document: no more than it may have, and one, by which it is refused.
pub(crate) fn document(file: &Path) -> Result<Vec<u8>, String> {
    let read = Input::open(file).and_then(|input| at_most(input.reader()));
    read.map_err(|error| format!("{}: {}", name(file), crate::visible::reason(&error)))
}

pub(crate) fn at_most(reader: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(Limits::default().bytes.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Each fault with its place in the file, its line and how to mend it.
pub(crate) fn told(file: &Path, bytes: &[u8], error: &Error) -> String {
    let file = name(file);
    if error.faults().is_empty() {
        let why = error.io().map_or_else(|| error.to_string(), crate::visible::reason);
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
