//! The tables of a CORDIS dump.

use super::{can_be_shown, comes_back};
use cooperation::interop::cordis::{self, Table, Tables};
use std::io::Read;

/// A reader that gives a byte at a time.
struct Slow<'d>(&'d [u8]);

impl Read for Slow<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let most = buffer.len().min(1);
        self.0.read(&mut buffer[..most])
    }
}

/// The tables: a name up to the line break, then the text, and a character between them that no text has.
fn tables(data: &[u8]) -> impl Iterator<Item = (Table, &[u8])> {
    data.split(|&byte| byte == 1).filter_map(|table| {
        let end = table.iter().position(|&byte| byte == b'\n').unwrap_or(table.len());
        let (name, text) = table.split_at(end);
        Some((Table::from_name(std::str::from_utf8(name).ok()?)?, text.get(1..).unwrap_or_default()))
    })
}

/// Any bytes as tables of a dump are read or answered, however they come in; what is read comes back, and whatever is told
/// of it can be shown.
pub fn cordis(data: &[u8]) {
    let (mut opened, mut slow) = (Tables::new(), Tables::new());
    for (table, text) in tables(data) {
        opened.insert(table, text);
        slow.insert(table, Slow(text));
    }
    let mut records = cordis::records(opened);
    let lines: Vec<_> = records.by_ref().collect();
    assert!(records.next().is_none());
    let failed = lines.iter().position(Result::is_err);
    assert!(failed.is_none_or(|place| place + 1 == lines.len()), "records follow an error");
    let misfits = records.into_misfits();
    for misfit in &misfits {
        can_be_shown(&misfit.message);
        assert!(misfit.count > 0 && !misfit.place.is_empty(), "{misfit:?}");
    }
    match (cordis::read(slow), failed) {
        (Ok(read), None) => {
            assert_eq!(read.misfits, misfits);
            assert_eq!(lines.into_iter().map(Result::unwrap).collect::<cooperation::Dataset>(), read.value);
            comes_back(&read.value);
        }
        (Err(error), Some(_)) => {
            can_be_shown(error.message());
            assert_eq!(error.to_string(), lines.last().unwrap().as_ref().unwrap_err().to_string());
        }
        (read, failed) => panic!("{read:?} and {failed:?}"),
    }
}
