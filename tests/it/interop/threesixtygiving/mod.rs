//! Grants as 360Giving publishes them.

mod codes;
mod grants;
mod hostile;
mod mentions;
mod places;
mod published;
#[cfg(feature = "csv")]
mod spreadsheet;
mod transactions;

use cooperation::Dataset;
use cooperation::interop::threesixtygiving::{read, write};
use serde_json::{Value, json};

/// Members of a grant.
const MEMBERS: [&str; 19] = [
    "id",
    "title",
    "description",
    "currency",
    "amountAwarded",
    "awardDate",
    "url",
    "plannedDates",
    "classifications",
    "relatedDocument",
    "fundingOrganization",
    "recipientOrganization",
    "recipientIndividual",
    "grantProgramme",
    "dataSource",
    "amountAppliedFor",
    "amountDisbursed",
    "applicationTransaction",
    "disbursementTransaction",
];

/// Reads a package, which must come back from the dataset as it was, also after the dataset was text in between; gives the
/// dataset and what did not fit.
fn there_and_back(package: &str) -> (Dataset, Vec<String>) {
    let converted = read(package.as_bytes()).unwrap();
    let text = converted.value.to_json();
    let dataset = Dataset::from_json(&text).unwrap();
    assert_eq!(dataset, converted.value);
    let written = write(&dataset);
    let (original, back): (Value, Value) =
        (serde_json::from_str(package).unwrap(), serde_json::from_str(&written.value).unwrap());
    assert_eq!(back, original, "\n{text}");
    let lost: Vec<_> =
        written.misfits.iter().filter(|misfit| !misfit.message.contains("360Giving requires")).collect();
    assert!(lost.is_empty(), "{lost:#?}\n{text}");
    assert_eq!(read(written.value.as_bytes()).unwrap().value, dataset);
    (dataset, converted.misfits.iter().map(ToString::to_string).collect())
}

/// A grant that has what 360Giving asks for and these members instead or besides; null takes one away.
fn grant(members: &Value) -> Value {
    let mut grant = json!({
        "id": "360G-Example-1", "title": "A hall", "description": "A roof for the hall", "currency": "GBP",
        "amountAwarded": 1000, "awardDate": "2024-02-29",
        "fundingOrganization": [{"id": "GB-CHC-1000147", "name": "A Trust"}],
        "recipientOrganization": [{"id": "GB-COH-00000001", "name": "A Hall"}],
    });
    for (name, value) in members.as_object().unwrap() {
        match value {
            Value::Null => grant.as_object_mut().unwrap().remove(name),
            value => grant.as_object_mut().unwrap().insert(name.clone(), value.clone()),
        };
    }
    grant
}

fn package(grants: impl IntoIterator<Item = Value>) -> String {
    let grants: Vec<Value> = grants.into_iter().map(|members| grant(&members)).collect();
    json!({ "grants": grants }).to_string()
}
