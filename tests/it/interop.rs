//! Other people's formats: there and back, and what did not fit.

use cooperation::Dataset;
use cooperation::interop::threesixtygiving::{read, write};
use serde_json::{Value, json};

fn package(grants: &Value) -> String {
    json!({ "grants": grants }).to_string()
}

fn there_and_back(text: &str) -> Value {
    let dataset = read(text).unwrap().value;
    // Through the file, as it will be kept.
    let dataset = Dataset::from_json(&dataset.to_json()).unwrap();
    serde_json::from_str(&write(&dataset).value).unwrap()
}

fn comes_back(grants: &Value) {
    assert_eq!(there_and_back(&package(grants)), json!({ "grants": grants }));
}

fn full() -> Value {
    json!({
        "id": "360G-trust-1", "title": "Core costs", "description": "Two years of core costs",
        "currency": "GBP", "amountAwarded": 30000.50, "awardDate": "2021-01-26",
        "plannedDates": [{"startDate": "2021-04-01", "endDate": "2023-03-31", "duration": 24}],
        "fundingOrganization": [{"id": "GB-CHC-1000147", "name": "A Trust"}],
        "recipientOrganization": [{"id": "GB-CHC-1126147", "name": "A Charity", "url": "https://charity.example/"}],
        "grantProgramme": [{"code": "OP", "title": "Open programme", "url": "https://trust.example/open"}],
        "classifications": [{"vocabulary": "DAC", "code": "24040", "title": "Finance"}],
        "relatedDocument": [{"title": "Report", "webAddress": "https://charity.example/report"}]
    })
}

#[test]
fn what_the_format_has_a_member_for_fits_without_rest() {
    let grants = json!([full()]);
    let converted = read(&package(&grants)).unwrap();
    assert_eq!(converted.misfits, []);
    let dataset = converted.value;
    let funding = &dataset.funding[0];
    assert_eq!(funding.id.as_str(), "360G-trust-1");
    assert_eq!(funding.amount.as_ref().unwrap().to_string(), "30000.5 GBP");
    assert_eq!(funding.date.unwrap().to_string(), "2021-01-26");
    assert_eq!(funding.period.as_ref().unwrap().stated_duration.unwrap().to_string(), "P24M");
    assert_eq!(dataset.organizations[0].id.as_str(), "GB-CHC-1000147");
    assert_eq!(dataset.programmes[0].name.best(&["und"]), "Open programme");
    assert!(funding.extensions.is_empty() && dataset.validate().is_valid());
    comes_back(&grants);
}

#[test]
fn what_has_no_place_is_told_and_comes_back() {
    let mut odd = full();
    odd["awardDate"] = json!("2021-01-26T00:00:00+00:00");
    odd["beneficiaryLocation"] = json!([{"name": "Leeds", "latitude": 53.8}, {"name": "UK Wide"}]);
    odd["Amount - website"] = json!(null);
    odd["recipientOrganization"][0]["postalCode"] = json!("WC2A 1JF");
    odd["plannedDates"] = json!([]);
    odd["classifications"] = json!([{"title": "", "extra": true}, "text"]);
    let text = package(&json!([odd]));
    let misfits: Vec<String> =
        read(&text).unwrap().misfits.iter().map(|misfit| misfit.pointer.clone()).collect();
    for pointer in
        ["/awardDate", "/beneficiaryLocation", "/Amount - website", "/plannedDates", "/classifications"]
    {
        assert!(misfits.contains(&format!("/grants/0{pointer}")), "{pointer}: {misfits:?}");
    }
    comes_back(&json!([odd]));
}

#[test]
fn organizations_that_recur_are_one_record_whatever_they_are_called() {
    let (one, mut two, mut three) = (full(), full(), full());
    two["id"] = json!("360G-trust-2");
    two["recipientOrganization"] =
        json!([{"id": "GB-CHC-1126147", "name": "A Charity Ltd", "postalCode": "LS1"}]);
    three["id"] = json!("360G-trust-3");
    three["recipientOrganization"] = json!([{"name": "No number"}]);
    let grants = json!([one, two, three]);
    let converted = read(&package(&grants)).unwrap();
    assert_eq!(converted.value.organizations.len(), 3);
    assert!(converted.misfits.iter().any(|misfit| misfit.message.contains("another name")));
    comes_back(&grants);
}

#[test]
fn ids_that_cannot_be_ids_here_become_identifiers() {
    let (mut spaced, mut again, mut none) = (full(), full(), full());
    spaced["id"] = json!("grant 7 (north)");
    again["id"] = json!("360G-trust-1");
    none.as_object_mut().unwrap().remove("id");
    spaced["recipientOrganization"] = json!([{"id": "GB CHC 5", "name": "Spaced"}]);
    let grants = json!([full(), spaced, again, none]);
    let converted = read(&package(&grants)).unwrap();
    let ids: Vec<&str> = converted.value.funding.iter().map(|funding| funding.id.as_str()).collect();
    assert_eq!(ids, ["360G-trust-1", "grant-7--north", "360G-trust-1-2", "grant"]);
    assert_eq!(converted.value.funding[1].identifiers[0].value.as_str(), "grant 7 (north)");
    assert!(converted.value.organizations.iter().any(|body| body.id.as_str() == "GB-CHC-5"));
    assert_eq!(read(&package(&grants)).unwrap().value, converted.value, "the same each time");
    comes_back(&grants);
}

#[test]
fn numbers_keep_every_digit() {
    let text = r#"{"grants": [{"id": "g", "amountAwarded": 3e4, "x": 12345678901234567890.123456789012345678901}], "y": 1e999}"#;
    let written = write(&read(text).unwrap().value).value;
    for number in ["3e4", "12345678901234567890.123456789012345678901", "1e999"] {
        assert!(written.contains(number), "{written}");
    }
}

#[test]
fn what_is_no_package_is_answered() {
    for (text, expected) in [
        ("", "1:1: the text ends too early"),
        ("{\n \"grants\": [}", "2:13: this cannot stand here"),
        ("[]", "1:1: this is no 360Giving package: expected an object with a list \"grants\""),
        (r#"{"grants": [5]}"#, "1:1: a grant is an object, but something else stands in \"grants\""),
        (r#"{"grants": [], "grants": []}"#, "1:16: the member is given twice"),
    ] {
        assert_eq!(read(text).unwrap_err().to_string(), expected);
    }
    let deep = format!(r#"{{"grants": {}{}}}"#, "[".repeat(100_000), "]".repeat(100_000));
    assert!(read(&deep).unwrap_err().to_string().ends_with("objects and lists stand too deep"));
}

#[test]
fn values_of_any_type_at_any_member_are_kept() {
    let values = [
        json!(null),
        json!(5),
        json!("x"),
        json!([]),
        json!({}),
        json!([{}]),
        json!([[]]),
        json!({"a": [null]}),
    ];
    let names: Vec<String> = full().as_object().unwrap().keys().cloned().collect();
    for name in &names {
        for value in &values {
            let mut grant = full();
            grant[name] = value.clone();
            comes_back(&json!([grant, full()]));
        }
    }
}

#[test]
fn a_dataset_that_says_more_than_grants_is_told_so() {
    let dataset = Dataset::from_json(include_str!("../../examples/data/microfinance-norway.json")).unwrap();
    let messages: Vec<String> = write(&dataset).misfits.iter().map(ToString::to_string).collect();
    assert!(messages.iter().any(|told| told.contains("no place for a project (4 places)")), "{messages:#?}");
    assert!(messages.iter().any(|told| told.contains("asks for amountAwarded")), "{messages:#?}");
}

#[test]
fn seven_hundred_real_grants_come_back_as_they_were() {
    let path =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/360giving/grants-783.json");
    let Ok(text) = std::fs::read_to_string(&path) else {
        eprintln!("!! NOT RUN: {} is not there", path.display());
        return;
    };
    let converted = read(&text).unwrap();
    assert_eq!(converted.value.funding.len(), 783);
    assert!(converted.value.validate().is_valid());
    assert!(converted.misfits.len() < 20, "{:#?}", converted.misfits);
    assert_eq!(there_and_back(&text), serde_json::from_str::<Value>(&text).unwrap());
}
