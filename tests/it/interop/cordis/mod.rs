//! Research projects as CORDIS publishes them.

mod columns;
mod form;
mod money;
mod sample;

use cooperation::interop::cordis::{self, Error, Table, Tables};
use cooperation::interop::{Converted, Misfit};
use cooperation::{Dataset, Rules, Severity};

/// A table in the form of the dumps: semicolons, and every cell in quotation marks. The first row has the titles.
fn csv(rows: &[&[&str]]) -> String {
    let line = |row: &&[&str]| {
        let cells: Vec<String> =
            row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        cells.join(";") + "\r\n"
    };
    rows.iter().map(line).collect()
}

fn read(tables: &[(Table, &str)]) -> Result<Converted<Dataset>, Error> {
    let mut opened = Tables::new();
    for (table, text) in tables {
        opened.insert(*table, text.as_bytes());
    }
    cordis::read(opened)
}

/// The records of a table of projects and one of participants, which come back from their own JSON and are without errors.
fn converted(projects: &[&[&str]], parts: &[&[&str]]) -> Converted<Dataset> {
    let (projects, parts) = (csv(projects), csv(parts));
    let read = read(&[(Table::Project, &projects), (Table::Organization, &parts)]).unwrap();
    assert_eq!(Dataset::from_json(&read.value.to_json()).unwrap(), read.value);
    let report = Rules::default().check(&read.value);
    let errors: Vec<_> = report.findings().iter().filter(|found| found.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:?}");
    read
}

fn told(misfits: &[Misfit]) -> Vec<String> {
    misfits.iter().map(ToString::to_string).collect()
}
