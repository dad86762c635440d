//! `cooperation stats`, as it is run.

use crate::desk::Desk;
use serde_json::{Value, json};

const DATA: &str = r#"{"version": "1.0",
  "places": [{"id": "no", "name": {"en": "Norway"}, "country": "NO"},
    {"id": "oslo", "name": {"en": "Oslo"}, "part_of": "no"},
    {"id": "x", "name": {"en": "X"}, "part_of": "y"}, {"id": "y", "name": {"en": "Y"}, "part_of": "x"}],
  "organizations": [
    {"id": "a", "name": {"en": "=A|"}, "kind": "ngo", "place": "oslo"},
    {"id": "b", "name": {"en": "B"}, "kind": "ngo", "address": {"country": "SE"}},
    {"id": "c", "name": {"en": "C"}, "place": "x"}],
  "networks": [{"id": "n", "name": {"en": "N"}}],
  "memberships": [{"id": "m", "member": {"organization": "a"}, "body": {"network": "n"}}],
  "cooperations": [{"id": "k", "parties": [{"organization": "a"}, {"organization": "b"}]}],
  "programmes": [{"id": "g", "name": {"en": "G"}}],
  "projects": [
    {"id": "p", "title": {"en": "P"}, "status": "ongoing", "period": {"start": "2019-03"}, "places": ["oslo", "no"],
     "programmes": ["g"]},
    {"id": "q", "title": {"en": "Q"}, "status": "ongoing", "planned": {"start": "2021"}, "places": ["x"]}],
  "participations": [
    {"id": "1", "party": {"organization": "a"}, "project": "p"},
    {"id": "2", "party": {"organization": "a"}, "project": "p"},
    {"id": "3", "party": {"organization": "b"}, "project": "q"}],
  "funding": [
    {"id": "f", "programme": "g", "recipient": {"organization": "a"}, "status": "committed", "date": "2020",
     "amount": {"amount": "100.50", "currency": "EUR"}},
    {"id": "h", "part_of": "f", "status": "committed", "recipient": {"organization": "a"}, "amount": {"amount": "50", "currency": "EUR"}},
    {"id": "i", "recipient": {"organization": "b"}}]}"#;

fn found(desk: &Desk) -> Value {
    let (text, told, code) = desk.done("stats", &["--format", "json", "--lang", "en", "data.json"]);
    assert_eq!((told.as_str(), code), ("", 0));
    serde_json::from_str(&text).unwrap()
}

#[test]
fn records_and_money_are_counted_by_kind_country_year_and_programme() {
    let desk = Desk::new("stats");
    desk.put("data.json", DATA);
    let found = found(&desk);
    let rows = |title: &str| {
        let tables = found["tables"].as_array().unwrap();
        tables.iter().find(|table| table["title"] == title).unwrap()["rows"].clone()
    };
    assert_eq!(rows("Records by kind")[0], json!({"records": "places", "count": 4}));
    assert_eq!(
        rows("Organizations by kind"),
        json!([{"kind": "ngo", "count": 2}, {"kind": "not stated", "count": 1}])
    );
    // A place that is in itself by way of another has no country.
    assert_eq!(
        rows("Organizations by country"),
        json!([{"country": "NO", "count": 1}, {"country": "SE", "count": 1}, {"country": "not stated", "count": 1}])
    );
    assert_eq!(
        rows("Projects by country"),
        json!([{"country": "NO", "count": 1}, {"country": "not stated", "count": 1}])
    );
    assert_eq!(
        rows("Projects by first year"),
        json!([{"year": 2019, "count": 1}, {"year": 2021, "count": 1}])
    );
    assert_eq!(
        rows("Projects by programme"),
        json!([{"programme": "G", "count": 1}, {"programme": "not stated", "count": 1}])
    );
    assert_eq!(
        rows("Money by programme, year and status"),
        json!([
            {"programme": "not stated", "year": "not stated", "status": "not stated", "currency": "", "amount": "not stated",
             "funding records": 0, "without amount": 1},
            {"programme": "G", "year": 2020, "status": "committed", "currency": "EUR", "amount": "100.50",
             "funding records": 1, "without amount": 0}
        ])
    );
    // A part is not counted beside its whole.
    assert_eq!(
        rows("Money by country of the organizations that receive it"),
        json!([
            {"country": "NO", "status": "committed", "currency": "EUR", "amount": "100.50",
             "funding records": 1, "without amount": 0},
            {"country": "SE", "status": "not stated", "currency": "", "amount": "not stated",
             "funding records": 0, "without amount": 1}
        ])
    );
    assert_eq!(
        rows("Best connected organizations and networks"),
        json!([
            {"name": "=A|", "connections": 3, "projects": 1, "memberships": 1, "cooperations": 1},
            {"name": "B", "connections": 2, "projects": 1, "memberships": 0, "cooperations": 1},
            {"name": "N", "connections": 1, "projects": 0, "memberships": 1, "cooperations": 0}
        ])
    );
}

#[test]
fn every_format_has_the_same_numbers() {
    let desk = Desk::new("stats-formats");
    desk.put("data.json", DATA);
    let run =
        |format: &str| desk.done("stats", &["--format", format, "--top", "1", "--lang", "en", "data.json"]).0;
    let text = run("text");
    assert!(text.contains("Organizations by kind\n  kind        count\n  ngo             2\n"), "{text}");
    assert!(!text.contains("  B  "), "{text}");
    let csv = run("csv");
    assert!(csv.starts_with("table,row,column,value\nRecords by kind,places,count,4\n"), "{csv}");
    assert!(
        csv.contains(
            "\"Money by programme, year and status\",G; 2020; committed; EUR; 100.50,funding records,1\n"
        ),
        "{csv}"
    );
    assert!(csv.contains("Best connected organizations and networks,'=A|,connections,3\n"), "{csv}");
    let markdown = run("markdown");
    assert!(markdown.contains("| =A\\| | 3 | 1 | 1 | 1 |\n"), "{markdown}");
}

#[test]
fn an_empty_dataset_and_every_form_of_a_file_are_counted() {
    let desk = Desk::new("stats-forms");
    desk.put("empty.jsonl", "").put("data.json", DATA);
    assert_eq!(desk.done("stats", &["empty.jsonl"]), (String::new(), String::new(), 0));
    assert_eq!(
        desk.done("convert", &["--from", "json", "--to", "xlsx", "--out", "data.xlsx", "data.json"]).2,
        0
    );
    assert_eq!(desk.done("stats", &["data.xlsx"]), desk.done("stats", &["data.json"]));
    assert!(desk.done("stats", &[]).0.starts_with("Records by kind\n"));
    assert_eq!(desk.done("stats", &["missing.json"]).2, 2);
}

#[test]
fn two_roles_in_one_body_are_one_connection() {
    let desk = Desk::new("stats-roles");
    desk.put(
        "d.json",
        r#"{"version": "1.0",
            "organizations": [{"id": "a", "name": {"en": "A"}}],
            "networks": [{"id": "n", "name": {"en": "N"}}],
            "memberships": [
                {"id": "m", "member": {"organization": "a"}, "body": {"network": "n"}, "role": "member"},
                {"id": "h", "member": {"organization": "a"}, "body": {"network": "n"}, "role": "host"}
            ]}"#,
    );
    let (csv, ..) = desk.done("stats", &["--format", "csv", "d.json"]);
    for name in ["A", "N"] {
        assert!(
            csv.contains(&format!("Best connected organizations and networks,{name},connections,1\n")),
            "{csv}"
        );
    }
}
