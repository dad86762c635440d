//! Datasets of several files put together as one.

use super::{Format, iati, named, report};
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

/// Reads files of one format, which are no tables, into one dataset, and tells why each other file cannot be read.
pub(super) fn read(files: &[PathBuf], format: Format, unread: &mut Vec<Unread>) -> Dataset {
    let mut whole = Whole::default();
    for file in files {
        let read = match format {
            Format::Json | Format::Xlsx => input::dataset(file).map(|dataset| whole.take(file, dataset)),
            Format::Lines => whole.lines(file),
            Format::ThreeSixtyGiving => whole.grants(file),
            Format::Iati => whole.activities(file),
            Format::Csv | Format::Cordis | Format::SchemaOrg | Format::Gexf => Ok(()),
        };
        unread.extend(read.err());
    }
    whole.dataset
}

impl Whole {
    /// A file counts as a whole: of one that cannot be read to its end, no record is taken.
    fn lines(&mut self, file: &Path) -> Result<(), Unread> {
        let input = Input::open(file).map_err(named(file)).map_err(Unread::Input)?.reader();
        let mut records = Vec::new();
        input::read_lines(file, input, |number, record| records.push((number, record)))?;
        for (number, record) in records {
            self.add(record, || format!("{}:{number}", name(file)));
        }
        Ok(())
    }

    fn activities(&mut self, file: &Path) -> Result<(), Unread> {
        let mut records = Vec::new();
        iati::read(file, |record| records.push(record))?;
        for record in records {
            self.add(record, || name(file));
        }
        Ok(())
    }

    fn grants(&mut self, file: &Path) -> Result<(), Unread> {
        let bytes = input::document(file).map_err(Unread::Input)?;
        if bytes.starts_with(b"PK\x03\x04") {
            let message = "this is an Excel workbook, but 360Giving data is read as JSON or CSV";
            let help = "help: save the sheet of grants as CSV UTF-8 and convert that file";
            return Err(Unread::Content(format!("{}: {message}\n  {help}", name(file))));
        }
        let read = if file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv")) {
            let text = std::str::from_utf8(&bytes);
            let text = text.map_err(|_| format!("{}: the table is not in UTF-8", name(file)));
            threesixtygiving::read_csv(text.map_err(Unread::Content)?)
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
