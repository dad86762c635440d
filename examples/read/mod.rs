//! What a program is given to read, and everything that is wrong with it, as `validate` tells it.

pub(crate) mod excerpt;

use cooperation::{Dataset, Error};
use excerpt::Excerpt;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read as _};
use std::path::Path;

/// The dataset in a file, or on standard input for `-`.
pub(crate) fn dataset(file: &Path) -> Result<Dataset, String> {
    let bytes = bytes(file)?;
    Dataset::from_slice(&bytes).map_err(|error| told(file, &bytes, &error))
}

/// The bytes of a file, or of standard input for `-`.
pub(crate) fn bytes(file: &Path) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    match open(file).and_then(|mut input| input.read_to_end(&mut bytes)) {
        Ok(_) => Ok(bytes),
        Err(error) => Err(format!("{}: {error}", file.display())),
    }
}

/// A file, or standard input for `-`.
pub(crate) fn open(file: impl AsRef<Path>) -> io::Result<Box<dyn BufRead>> {
    let file = file.as_ref();
    if file == Path::new("-") {
        return Ok(Box::new(BufReader::new(io::stdin())));
    }
    Ok(Box::new(BufReader::with_capacity(1 << 16, File::open(file)?)))
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
