//! How much a workbook may unpack to: measured before it is read, since what its parts state of their size need not be so.

use super::references::References;
use std::io::{self, Cursor, Read as _};
use zip::ZipArchive;

/// Most bytes of a workbook as it is stored.
pub(super) const PACKED: u64 = 64 << 20;

/// Most bytes that all its parts unpack to.
const UNPACKED: u64 = 256 << 20;

/// Most bytes of the texts of cells.
const TEXTS: u64 = 64 << 20;

/// Most bytes of any other part that is no sheet, such as the one of styles.
const OTHER: u64 = 4 << 20;

/// Most parts of a workbook.
const PARTS: usize = 4_096;

/// Most cells of all sheets.
pub(super) const CELLS: usize = 4_000_000;

/// Checks that a workbook does not unpack to more than it may.
pub(super) fn check(bytes: &[u8]) -> Result<(), String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    if archive.len() > PARTS {
        return Err(format!("it has {} parts; at most {PARTS} are read", archive.len()));
    }
    let mut left = UNPACKED;
    for number in 0..archive.len() {
        let part = archive.by_index(number).map_err(|error| error.to_string())?;
        let name = part.name().map_err(|error| error.to_string())?.to_ascii_lowercase();
        let is_sheet = name.contains("sheets/") && !name.contains("_rels");
        let most = if is_sheet {
            left
        } else if name.ends_with("sharedstrings.xml") {
            left.min(TEXTS)
        } else if is_read(&name) {
            left.min(OTHER)
        } else {
            // Pictures and the like are not unpacked.
            continue;
        };
        let (mut part, mut references) = (part.take(most.saturating_add(1)), References::default());
        let length = if is_sheet {
            io::copy(&mut part, &mut references)
        } else {
            io::copy(&mut part, &mut io::sink())
        };
        let length = length.map_err(|error| error.to_string())?;
        if let Some(bad) = references.bad {
            return Err(format!("no sheet has a cell {bad}"));
        }
        if length > most {
            return Err(format!("it unpacks to more than {} MB, which is not read", most >> 20));
        }
        left = left.saturating_sub(length);
    }
    Ok(())
}

/// Whether a part is one of those that the reader looks into.
fn is_read(name: &str) -> bool {
    [".xml", ".rels", ".vml"].iter().any(|ending| name.ends_with(ending))
}
