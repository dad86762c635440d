//! Imports a table of partners, one partner of one project a row, as registers of programmes publish it.
//!
//! ```console
//! cargo run --example import_rows --features csv > dataset.json
//! cargo run --example import_rows --features csv -- partners.csv > dataset.json
//! ```

use cooperation::{
    Dataset, Id, Identified, Kind, Money, Organization, Participation, Party, Period, Place, PlaceKind,
    Project, RecordLine, Rules, Text, ValueError,
};
use csv::{ReaderBuilder, StringRecord};
use std::collections::BTreeMap;
use std::error::Error;
use std::io::{Write as _, stdout};

const MADE_UP: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/partners.csv");
const COLUMNS: [&str; 7] = ["project", "partner", "country", "role", "budget", "start", "end"];

fn main() -> Result<(), Box<dyn Error>> {
    let text = std::fs::read_to_string(std::env::args_os().nth(1).unwrap_or_else(|| MADE_UP.into()))?;
    // Spreadsheets write a semicolon between cells where the comma is for decimals.
    let header = text.lines().next().unwrap_or_default();
    let delimiter = if header.contains(';') { b';' } else { b',' };
    let mut table = ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
    if table.headers()? != COLUMNS.as_slice() {
        return Err(format!("expected the columns {}", COLUMNS.join(", ")).into());
    }

    let mut import = Import::default();
    for (row, number) in table.records().zip(2_u64..) {
        // An invalid row does not hide the others.
        if let Err(error) = row.map_err(Into::into).and_then(|row| import.row(&row, number)) {
            eprintln!("row {number}: {error}");
        }
    }
    let dataset: Dataset = import.records.values().map(|(_, record)| record.clone()).collect();
    // The rules find what is wrong between values and between records.
    let rules = Rules::default().without("record-without-evidence")?;
    for finding in rules.check(&dataset).findings() {
        let record = (finding.kind, finding.id.clone().unwrap_or_default());
        let row = import.records.get(&record).map_or(0, |(row, _)| *row);
        eprintln!("row {row}: {}: {}", finding.severity, finding.message);
    }
    Ok(stdout().write_all(dataset.to_json().as_bytes())?)
}

/// The records by kind and id, each with the row that it first came from.
#[derive(Default)]
struct Import {
    records: BTreeMap<(Option<Kind>, String), (u64, RecordLine)>,
}

impl Import {
    /// Reads one row. None of its records is kept if a cell is invalid.
    fn row(&mut self, row: &StringRecord, number: u64) -> Result<(), Box<dyn Error>> {
        let cells: Vec<&str> = row.iter().map(str::trim).collect();
        let [title, name, country, role, budget, start, end] =
            cells.try_into().map_err(|_| "expected seven cells")?;
        let mut place = Place::new(id::<Place>(country)?, Text::und(country)?);
        place.kind = Some(PlaceKind::Country);
        place.country = Some(country.parse()?);

        let mut partner = Organization::new(id::<Organization>(name)?, Text::und(name)?);
        partner.place = Some(place.id.clone());

        let mut project = Project::new(id::<Project>(title)?, Text::und(title)?);
        if !start.is_empty() && !end.is_empty() {
            project.period = Some(Period::between(start.parse()?, end.parse()?));
        }

        let part_id = Id::new(format!("{}-in-{}", partner.id, project.id))?;
        let mut part = Participation::new(part_id, Party::from(partner.id.clone()), project.id.clone());
        part.role = Some(role.parse()?);
        if !budget.is_empty() {
            part.budget = Some(Money::parse(budget, "EUR")?);
        }
        self.add(place, number);
        self.add(partner, number);
        self.add(project, number);
        self.add(part, number);
        Ok(())
    }

    /// Adds a record unless it is already there, and reports a difference between the two.
    fn add(&mut self, record: impl Into<RecordLine>, row: u64) {
        let record = record.into();
        let key = (record.kind(), record.id().unwrap_or_default().to_owned());
        let (first, known) = self.records.entry(key).or_insert_with(|| (row, record.clone()));
        if *known != record {
            eprintln!("row {row}: the record differs from that of row {first}, which is kept");
        }
    }
}

/// An id made from a name: letters and digits, and hyphens between the words.
fn id<T: Identified>(name: &str) -> Result<Id<T>, ValueError> {
    let words = name.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    Id::new(words.collect::<Vec<_>>().join("-").to_ascii_lowercase())
}
