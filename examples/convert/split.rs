//! Record lines in one folder a kind of record, as engines for large data like them.

use super::{Fallible, read};
use std::collections::BTreeMap;
use std::fs::{File, create_dir_all};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use cooperation::{ReadOptions, RecordLine};

/// A kind's folder, and the part that is being written.
struct Part {
    folder: PathBuf,
    number: usize,
    records: usize,
    out: BufWriter<File>,
}

/// Writes every record into the folder of its kind. Memory does not grow with the files.
pub(crate) fn by_kind(files: &[PathBuf], out: &Path, most: usize) -> Fallible<()> {
    let mut parts: BTreeMap<String, Part> = BTreeMap::new();
    for file in files {
        let input = read::open(file).map_err(|error| format!("{}: {error}", file.display()))?;
        for line in ReadOptions::new().lines(input) {
            let (_, record) = line.map_err(|error| read::told(file, &[], &error))?;
            put(&mut parts, &record, out, most)?;
        }
    }
    parts.into_values().try_for_each(|mut part| Ok(part.out.flush()?))
}

fn put(parts: &mut BTreeMap<String, Part>, record: &RecordLine, out: &Path, most: usize) -> Fallible<()> {
    let line = record.to_json_line();
    let kind = line.split('"').nth(1).unwrap_or_default();
    if !parts.contains_key(kind) {
        parts.insert(kind.to_owned(), Part::open(out.join(format!("kind={kind}")), 1)?);
    }
    let Some(part) = parts.get_mut(kind) else { return Ok(()) };
    if part.records >= most {
        part.out.flush()?;
        *part = Part::open(part.folder.clone(), part.number.saturating_add(1))?;
    }
    part.records = part.records.saturating_add(1);
    Ok(writeln!(part.out, "{line}")?)
}

impl Part {
    fn open(folder: PathBuf, number: usize) -> Fallible<Self> {
        create_dir_all(&folder)?;
        let out = BufWriter::new(File::create(folder.join(format!("part-{number:04}.jsonl")))?);
        Ok(Self { folder, number, records: 0, out })
    }
}
