//! Imports a table of partners of Interreg programmes, one partner of one project a row:
//! `cargo run --example import_rows --features csv -- partners.csv > dataset.json`

use cooperation::prelude::*;
use cooperation::values::Identified;
use std::collections::{BTreeMap, HashMap};
use std::error::Error;

const MADE_UP: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/partners.csv");
type Row = HashMap<String, String>;
type Unread<'r> = BTreeMap<&'static str, &'r str>;
type Read<T> = fn(&str) -> Result<T, ValueError>;

fn main() -> Result<(), Box<dyn Error>> {
    let file = std::env::args_os().nth(1).unwrap_or_else(|| MADE_UP.into());
    let mut table = csv::ReaderBuilder::new().delimiter(b';').from_path(file)?;
    let mut import = Import::default();
    for (row, number) in table.deserialize().zip(2..) {
        if let Err(error) = import.row(&row?, number) {
            eprintln!("row {number}: not imported: {error}");
        }
    }
    let dataset: Dataset = import.records.values().map(|(_, record)| record.clone()).collect();
    for finding in Rules::default().check(&dataset).findings() {
        let record = (finding.kind, finding.id.clone().unwrap_or_default());
        let row = import.records.get(&record).map_or(0, |(row, _)| *row);
        eprintln!("row {row}: {}: {}", finding.severity, finding.message);
    }
    print!("{}", dataset.to_json());
    Ok(())
}

/// The records by kind and id, each with the row that it first came from.
#[derive(Default)]
struct Import {
    records: BTreeMap<(Option<RecordKind>, String), (u64, RecordLine)>,
}
impl Import {
    /// Imports a row. Cells that cannot be read are kept in an extension, where validation finds them.
    fn row(&mut self, row: &Row, number: u64) -> Result<(), Box<dyn Error>> {
        let get = |column: &str| row.get(column).map_or("", |cell| cell.trim());
        let (programme, title, name) = (get("program"), get("projektnamn"), get("organisationsnamn"));
        let programme = Programme::new(id::<Programme>(programme)?, Text::und(programme)?);
        // Two programmes may have projects of the same name.
        let mut project =
            Project::new(id::<Project>(&format!("{} {title}", programme.id))?, Text::und(title)?);
        project.programmes.push(programme.id.clone());
        project.status = (get("aktiv") == "Ja").then_some(Status::Ongoing);
        let party: Party = if name.is_empty() {
            let id = Id::new(format!("{}/partner-{number}", project.id))?;
            let group = Group::new(id, Text::und(get("organisationstyp"))?);
            self.add(group.clone(), number);
            group.id.into()
        } else {
            let partner = Organization::new(id::<Organization>(&name.to_lowercase())?, Text::und(name)?);
            self.add(partner.clone(), number);
            partner.id.into()
        };
        let part = Id::new(format!("{}/{}", project.id, party.key().1))?;
        let mut part = Participation::new(part, party, project.id.clone());
        part.role = match get("organisationsroll") {
            "LP" => Some(ParticipationRole::LeadPartner),
            "AP" => Some(ParticipationRole::AssociatedPartner),
            _ => Some(ParticipationRole::Partner),
        };
        if !get("nuts3").is_empty() {
            let place = Place::new(id::<Place>(get("nuts3"))?, Text::und(get("nuts3"))?);
            part.place = Some(place.id.clone());
            self.add(place, number);
        }
        let mut unread = BTreeMap::new();
        part.budget = cell(row, "partnerbudget", &mut unread, |text| Money::parse(text, "EUR"));
        let start = cell(row, "startdatum", &mut unread, str::parse);
        let end = cell(row, "slutdatum", &mut unread, str::parse);
        project.period = match (start, end) {
            (Some(start), Some(end)) => Some(Period::between(start, end)),
            (start, end) => start.map(Period::since).or(end.map(Period::until)),
        };
        if !unread.is_empty() {
            part.extensions.insert("org.example.interreg.unread", &unread)?;
        }
        // The same partner may take part twice; the same row again is the same record.
        let key = (Some(RecordKind::Participation), part.id.to_string());
        if self.records.get(&key).is_some_and(|(_, known)| *known != part.clone().into()) {
            part.id = Id::new(format!("{}/{number}", part.id))?;
        }
        self.add(programme, number);
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
            eprintln!("row {row}: differs from row {first}, which is kept: {}", record.to_json_line());
        }
    }
}

/// The value of a cell. An empty cell states nothing, which is not zero.
fn cell<'r, T>(row: &'r Row, column: &'static str, unread: &mut Unread<'r>, read: Read<T>) -> Option<T> {
    let text = row.get(column).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())?;
    read(text).map_err(|_| unread.insert(column, text)).ok()
}

/// An id made from a name, with `~` and a number for a letter beyond ASCII.
fn id<T: Identified>(name: &str) -> Result<Id<T>, ValueError> {
    let encoded = name.chars().map(|letter| match letter {
        _ if letter.is_ascii_alphanumeric() => letter.to_string(),
        _ if letter.is_alphabetic() => format!("~{:x}", u32::from(letter)),
        _ => "-".to_owned(),
    });
    Id::new(encoded.collect::<String>().trim_matches(['~', '-']))
}
