//! Embeds records in a custom type, such as the message of a web service. They are read, checked and written with it.
//!
//! ```console
//! cargo run --example embed
//! ```

use cooperation::{Dataset, Money, Organization, PartialDate, Participation, Project};
use serde::{Deserialize, Serialize};
use std::error::Error;

/// An application for a grant, as a form sends it.
#[derive(Debug, Deserialize, Serialize)]
struct Application {
    number: u32,
    received: PartialDate,
    requested: Money,
    project: Project,
    partners: Vec<Organization>,
    participations: Vec<Participation>,
}

const FORM: &str = r#"{
  "number": 417,
  "received": "2026-02-27",
  "requested": {"amount": "48000.00", "currency": "EUR"},
  "project": {"id": "quay", "title": {"en": "Youth on the Quay"}, "period": {"start": "2026-09", "end": "2028"}},
  "partners": [
    {"id": "harbour-school", "name": {"en": "Harbour School"}},
    {"id": "sailing-club", "name": {"en": "Sailing Club"}}
  ],
  "participations": [
    {"id": "1", "party": {"organization": "harbour-school"}, "project": "quay", "role": "lead partner"},
    {"id": "2", "party": {"organization": "sailing-club"}, "project": "key", "role": "partner"}
  ]
}"#;

fn main() -> Result<(), Box<dyn Error>> {
    // Each value is checked while it is read: an invalid date or an amount without a currency is an error here.
    let mut application: Application = serde_json::from_str(FORM)?;
    println!(
        "Application {}, received {}: {} for '{}'",
        application.number,
        application.received,
        application.requested,
        application.project.title.best(&["en"])
    );

    // The rules check how records fit together. They need a dataset, so the records go into one.
    let report = dataset(&application).validate();
    println!("\n{report}\n");

    // The second participation names a project that does not exist. It is plain data: assign the right id.
    for participation in &mut application.participations {
        participation.project = application.project.id.clone();
    }
    println!("{}\n", dataset(&application).validate());
    println!("{}", serde_json::to_string(&application)?);
    Ok(())
}

fn dataset(application: &Application) -> Dataset {
    let mut dataset = Dataset::default();
    dataset.push(application.project.clone());
    dataset.extend(application.partners.iter().cloned());
    dataset.extend(application.participations.iter().cloned());
    dataset
}
