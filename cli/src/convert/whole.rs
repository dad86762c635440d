//! Datasets of several files put together as one.

use super::{Fallible, Format, iati, named, report};
use crate::input::{self, Input, Unread};
use crate::visible::{name, tell};
use cooperation::interop::threesixtygiving;
use cooperation::{Dataset, RecordLine, dataset::Header};
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// The merged dataset, and the location of its metadata.
#[derive(Default)]
struct Whole {
    dataset: Dataset,
    told_by: Option<String>,
}

/// Reads files of one format, which are no tables, into one dataset.
pub(crate) fn read(files: &[PathBuf], format: Format) -> Fallible<Dataset> {
    let mut whole = Whole::default();
    for file in files {
        match format {
            Format::Json | Format::Xlsx => whole.take(file, input::dataset(file)?),
            Format::Lines => whole.lines(file)?,
            Format::ThreeSixtyGiving => whole.grants(file)?,
            Format::Iati => iati::read(file, |record| whole.add(record, || file.display().to_string()))?,
            Format::Csv | Format::Cordis | Format::SchemaOrg | Format::Gexf => {}
        }
    }
    Ok(whole.dataset)
}

impl Whole {
    fn lines(&mut self, file: &Path) -> Fallible<()> {
        let input = Input::open(file).map_err(named(file))?.reader();
        Ok(input::read_lines(file, input, |number, record| {
            self.add(record, || format!("{}:{number}", name(file)));
        })?)
    }

    fn grants(&mut self, file: &Path) -> Fallible<()> {
        let bytes = input::document(file)?;
        if bytes.starts_with(b"PK\x03\x04") {
            let message = "this is an Excel workbook, but 360Giving data is read as JSON or CSV";
            let help = "help: save the sheet of grants as CSV UTF-8 and convert that file";
            return Err(Unread::Content(format!("{}: {message}\n  {help}", name(file))).into());
        }
        let read = if file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv")) {
            threesixtygiving::read_csv(std::str::from_utf8(&bytes).map_err(|_| "the table is not in UTF-8")?)
        } else {
            threesixtygiving::read(&bytes)
                .map_err(|error| Unread::Content(input::told(file, &bytes, &error)))?
        };
        report(&read.misfits, None);
        tell(&format!("{}: {}", name(file), counted(&read.value)));
        if read.misfits.iter().any(|misfit| misfit.message.contains("extensions")) {
            tell(
                "Fields without an equivalent are kept in `extensions` of the record, and `--to 360giving` writes them again.",
            );
        }
        self.take(file, read.value);
        Ok(())
    }

    fn take(&mut self, file: &Path, dataset: Dataset) {
        for line in dataset.into_lines() {
            self.add(line, || name(file));
        }
    }

    /// Adds a record as it is: doubled ones are for `validate` to find.
    fn add(&mut self, line: RecordLine, place: impl Fn() -> String) {
        match line {
            RecordLine::Dataset(header) => self.head(header, place()),
            record => self.dataset.push(record),
        }
    }

    /// Keeps the first metadata, and reports where other metadata differs.
    fn head(&mut self, header: Header, place: String) {
        if header == Header::default() || header == self.dataset.header() {
            return;
        }
        if let Some(first) = &self.told_by {
            tell(&format!("{place}: metadata of the dataset left out, since {first} has different metadata"));
        } else {
            self.dataset.set_header(header);
            self.told_by = Some(place);
        }
    }
}

/// The number of grants, and of the funding records of their other amounts, whose ids begin with the id of a grant.
fn counted(dataset: &Dataset) -> String {
    let ids: HashSet<&str> = dataset.funding.iter().map(|funding| funding.id.as_str()).collect();
    let is_further = |id: &str| {
        id.match_indices('/').any(|(end, _)| id.get(..end).is_some_and(|grant| ids.contains(grant)))
    };
    let further = ids.iter().filter(|id| is_further(id)).count();
    let count = |count: usize, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
    let grants = count(dataset.funding.len().saturating_sub(further), "grant");
    if further == 0 {
        return format!("{grants} read");
    }
    format!(
        "{grants} read, and {} made from amounts applied for and from transactions",
        count(further, "further funding record")
    )
}
