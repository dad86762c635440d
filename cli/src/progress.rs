//! How far the reading of a long file has come, as a bar on a terminal.

#![expect(clippy::arithmetic_side_effects, reason = "a file with a bar has a size")]

use std::io::{self, BufRead, IsTerminal as _, Read};

/// A file that is read, and a bar that grows with it.
pub(crate) struct Watched<R> {
    input: R,
    file: String,
    /// How many bytes there are; none where no bar is shown.
    size: Option<u64>,
    read: u64,
    percent: u64,
}

impl<R: BufRead> Watched<R> {
    /// Shows a bar for a file of more than 32 MiB, if the output is a terminal.
    pub(crate) fn of(file: &str, size: Option<u64>, input: R) -> Self {
        let size = size.filter(|size| *size > 1 << 25 && io::stderr().is_terminal());
        Self { input, file: file.to_owned(), size, read: 0, percent: 0 }
    }

    fn draw(&mut self, size: u64) {
        let percent = (self.read.saturating_mul(100) / size).min(100);
        if percent > self.percent {
            self.percent = percent;
            eprint!("\r{}", bar(&self.file, percent));
        }
    }
}

/// The bar of a file that is read so far.
fn bar(file: &str, percent: u64) -> String {
    let filled = usize::try_from(percent / 4).unwrap_or_default();
    format!("{file} [{:<25}] {percent:>3} %", "#".repeat(filled))
}

impl<R: BufRead> Read for Watched<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.input.read(buffer)?;
        self.read = self.read.saturating_add(count as u64);
        Ok(count)
    }
}

impl<R: BufRead> BufRead for Watched<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.input.fill_buf()
    }

    fn consume(&mut self, count: usize) {
        self.input.consume(count);
        self.read = self.read.saturating_add(count as u64);
        if let Some(size) = self.size {
            self.draw(size);
        }
    }
}

impl<R> Drop for Watched<R> {
    fn drop(&mut self) {
        if self.size.is_some() {
            eprint!("\r\u{1b}[K");
        }
    }
}
