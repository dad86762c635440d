//! Tables of comma-separated values.

use super::{can_be_shown, comes_back};
use crate::made;
use cooperation::interop::csv::{self, Tables, TablesError};
use serde_json::Value;

/// Any text as tables is read or answered; what is read comes back from its own tables, and each record is found in them.
/// The first byte tells how the tables are given: as they stand, or as those of a dataset with some of its bytes changed.
pub fn tables(data: &[u8]) {
    let Some((which, rest)) = data.split_first() else { return };
    let tables = match which {
        0 => changed(rest),
        _ => given(rest),
    };
    let Some(tables) = tables else { return };
    assert!(serde_json::from_str::<Value>(&tables.datapackage()).is_ok());
    for (name, text) in tables.iter() {
        for head in text.lines().next().unwrap_or_default().split(',') {
            drop(csv::column(name, head));
        }
    }
    match csv::read_with_places(&tables) {
        Ok((dataset, places)) => {
            let text = comes_back(&dataset);
            let written = csv::write(&dataset);
            assert_eq!(csv::read(&written).unwrap_or_else(|error| panic!("{error}\n{text}")), dataset);
            assert_eq!(csv::write(&dataset), written);
            for record in dataset.records() {
                let index = dataset.records_of(record.kind()).position(|other| other == record).unwrap();
                let pointer = format!("/{}/{index}/id", record.kind().list());
                assert!(places.cell(&pointer).is_some(), "{pointer} stands in no cell\n{text}");
            }
        }
        Err(error) => tells(&error),
    }
}

fn tells(error: &TablesError) {
    assert!(!error.faults().is_empty() && error.faults().len() <= error.count());
    for fault in error.faults() {
        can_be_shown(&fault.message);
        can_be_shown(fault.help.as_deref().unwrap_or_default());
        can_be_shown(fault.head.as_deref().unwrap_or_default());
    }
}

/// Tables, parted by a character that stands in none: a name up to the line break, then the text.
fn given(data: &[u8]) -> Option<Tables> {
    let text = std::str::from_utf8(data).ok()?;
    let mut tables = Tables::new();
    for table in text.split('\u{1}') {
        let (name, text) = table.split_once('\n').unwrap_or((table, ""));
        tables.insert(name, text);
    }
    Some(tables)
}

/// The tables of a dataset that eight bytes change, two for each change: where, and what stands there afterwards.
fn changed(data: &[u8]) -> Option<Tables> {
    const NEW: [&str; 16] = [
        "\"", "\"\"", ",", ";", "\t", "\n", "\r\n", "\r", "", "\0", "\u{feff}", ".", "{}", "[]", "-1",
        "\u{202e}",
    ];
    let (changes, bytes) = data.split_at_checked(8)?;
    let written = csv::write(&made::dataset(bytes));
    let count = written.iter().count().max(1);
    let mut tables = Tables::new();
    for (number, (name, text)) in written.iter().enumerate() {
        let mut text = text.to_owned();
        for change in changes.chunks_exact(2).filter(|change| usize::from(change[1]) / 16 % count == number) {
            let mut place = text.len() * usize::from(change[0]) / 255;
            while !text.is_char_boundary(place) {
                place -= 1;
            }
            let end = text[place..].chars().next().map_or(place, |letter| place + letter.len_utf8());
            text.replace_range(place..end, NEW[usize::from(change[1] % 16)]);
        }
        tables.insert(name, text);
    }
    Some(tables)
}
