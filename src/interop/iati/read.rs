//! A whole file as a dataset.

use super::error::Error;
use super::reader::Reader;
use crate::dataset::Dataset;
use crate::interop::Converted;
use crate::model::{NamedRecord, ProjectId};
use std::collections::HashMap;
use std::io::BufRead;

/// Reads an IATI file of activities or organisations into a dataset.
///
/// Activities that are related to each other are referred to by id if both are in the file.
///
/// # Errors
/// Returns an error if the file is not well-formed XML in UTF-8, exceeds a limit, or is not of IATI 2.01 to 2.03.
pub fn read(input: impl BufRead) -> Result<Converted<Dataset>, Error> {
    let mut reader = Reader::new(input);
    let mut dataset = Dataset::default();
    for record in reader.by_ref() {
        dataset.push(record?);
    }
    relate(&mut dataset);
    Ok(Converted { value: dataset, misfits: reader.into_misfits() })
}

/// Refers to the projects of the dataset where an identifier of a related activity is theirs.
fn relate(dataset: &mut Dataset) {
    let mut projects: HashMap<String, ProjectId> = HashMap::new();
    for project in &dataset.projects {
        for identifier in project.identifiers.iter().filter(|identifier| identifier.scheme.as_str() == "IATI")
        {
            projects.entry(identifier.value.as_str().to_owned()).or_insert_with(|| project.id.clone());
        }
    }
    for project in &mut dataset.projects {
        for related in &mut project.related {
            let known =
                related.identifiers.iter().find_map(|identifier| projects.get(identifier.value.as_str()));
            if let Some(known) = known {
                related.to = Some(NamedRecord::Project(known.clone()));
                related.title = None;
            }
        }
    }
}
