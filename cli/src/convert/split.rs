//! Record lines in one folder a kind of record, as engines for large data like them.

use super::{Fallible, Format, files, named};
use crate::input::{self, Input};
use crate::output::Output;
use std::collections::BTreeMap;
use std::fs::create_dir_all;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use cooperation::RecordLine;

/// A kind's folder, and the part that is being written.
struct Part {
    folder: PathBuf,
    number: usize,
    records: u64,
    file: PathBuf,
    out: Output,
}

/// Writes every record into the folder of its kind. Memory does not grow with the files.
pub(crate) fn by_kind(files: &[PathBuf], out: &Path, most: u64) -> Fallible<()> {
    files::refuse_others(out, Format::Lines)?;
    let mut parts: BTreeMap<String, Part> = BTreeMap::new();
    for file in files {
        let input = Input::open(file).map_err(named(file))?.reader();
        let mut written = Ok(());
        input::read_lines(file, input, |_, record| {
            if written.is_ok() {
                written = put(&mut parts, &record, out, most);
            }
        })?;
        written?;
    }
    Ok(parts.into_values().try_for_each(Part::close)?)
}

fn put(parts: &mut BTreeMap<String, Part>, record: &RecordLine, out: &Path, most: u64) -> Fallible<()> {
    let line = record.to_json_line();
    let kind = line.split('"').nth(1).unwrap_or_default();
    if !parts.contains_key(kind) {
        parts.insert(kind.to_owned(), Part::open(out.join(format!("kind={kind}")), 1)?);
    }
    let Some(part) = parts.get_mut(kind) else { return Ok(()) };
    if part.records >= most {
        let next = Part::open(part.folder.clone(), part.number.saturating_add(1))?;
        std::mem::replace(part, next).close()?;
    }
    part.records = part.records.saturating_add(1);
    Ok(writeln!(part.out, "{line}").map_err(named(&part.file))?)
}

impl Part {
    fn open(folder: PathBuf, number: usize) -> Result<Self, String> {
        create_dir_all(&folder).map_err(named(&folder))?;
        let file = folder.join(format!("part-{number:04}.jsonl"));
        let out = Output::create(&file, &[""; 0])?;
        Ok(Self { folder, number, records: 0, file, out })
    }

    fn close(self) -> Result<(), String> {
        self.out.finish()
    }
}
