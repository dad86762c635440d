//! Datasets of several files put together as one.

use super::{Format, iati, named, report};
use crate::input::{self, Input, Unread};
use crate::visible::{name, tell};
use cooperation::codes::FundingStatus;
use cooperation::interop::threesixtygiving;
use cooperation::{Dataset, Funding, RecordLine, dataset::Header};
use std::path::{Path, PathBuf};

/// What is put together, and where it is first told what the whole is.
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
        let read = if file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv")) {
            let text = std::str::from_utf8(&bytes);
            let text = text.map_err(|_| format!("{}: the table is not in UTF-8", name(file)));
            threesixtygiving::read_csv(text.map_err(Unread::Content)?)
        } else {
            threesixtygiving::read(&bytes)
                .map_err(|error| Unread::Content(input::told(file, &bytes, &error)))?
        };
        report(&read.misfits);
        // What was applied for and disbursed is funding of its own.
        let is_grant = |funding: &&Funding| {
            funding.part_of.is_none() && funding.status.as_ref() == Some(&FundingStatus::Committed)
        };
        let grants = match read.value.funding.iter().filter(is_grant).count() {
            1 => "1 grant".to_owned(),
            grants => format!("{grants} grants"),
        };
        tell(&format!(
            "{}: {grants}. What is kept in extensions is in the dataset, and is written back.",
            name(file)
        ));
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

    /// Keeps what is first told of the whole, and says where something else is.
    fn head(&mut self, header: Header, place: String) {
        if header == Header::default() || header == self.dataset.header() {
            return;
        }
        if let Some(first) = &self.told_by {
            tell(&format!("{place}: what it says of itself is left out, since {first} says something else"));
        } else {
            self.dataset.set_header(header);
            self.told_by = Some(place);
        }
    }
}
