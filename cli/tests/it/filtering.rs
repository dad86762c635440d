//! The filters of every subcommand that shows a dataset, and look-ups by acronym, title and name.

use crate::desk::Desk;

/// Two projects that differ in everything that can be filtered by.
const DATA: &str = r#"{"version": "1.0", "language": "en",
  "places": [{"id": "no", "name": {"en": "Norway"}, "country": "NO"}, {"id": "oslo", "name": {"en": "Oslo"}, "part_of": "no"},
    {"id": "se", "name": {"en": "Sweden"}, "country": "SE"}],
  "organizations": [{"id": "a", "name": {"en": "Northern Trust"}, "acronym": "NT", "status": "ongoing", "founded": "1998"},
    {"id": "b", "name": {"en": "Southern Fund"}, "status": "ended", "founded": "2001", "dissolved": "2019"}],
  "programmes": [{"id": "all", "name": {"en": "Whole Programme"}}, {"id": "call", "name": {"en": "First Call"}, "part_of": "all"},
    {"id": "other", "name": {"en": "Another Programme"}, "acronym": "ANPR"}],
  "projects": [
    {"id": "blue", "title": {"en": "Blue Harbour"}, "acronym": "BLUH", "status": "ongoing", "programmes": ["call"], "places": ["oslo"],
     "period": {"start": "2022", "end": "2024"}},
    {"id": "green", "title": {"en": "Green Valley", "nb": "Grønn dal"}, "status": "completed", "programmes": ["other"], "places": ["se"],
     "period": {"start": "2018", "end": "2019"}}],
  "participations": [{"id": "1", "party": {"organization": "a"}, "project": "blue", "role": "lead partner"},
    {"id": "2", "party": {"organization": "b"}, "project": "green", "role": "lead partner"}],
  "funding": [{"id": "1", "of": {"project": "blue"}, "programme": "call", "recipient": {"organization": "a"}, "date": "2022",
     "amount": {"amount": "100", "currency": "EUR"}},
    {"id": "2", "of": {"project": "green"}, "programme": "other", "recipient": {"organization": "b"}, "date": "2018",
     "amount": {"amount": "200", "currency": "EUR"}}]}"#;

/// Every subcommand that shows a dataset.
const SHOWING: [&[&str]; 9] = [
    &["show"],
    &["query", "--ask", "record"],
    &["query", "--ask", "record", "--format", "json"],
    &["query", "--ask", "record", "--format", "markdown"],
    &["funds"],
    &["stats"],
    &["map", "--format", "dot"],
    &["timeline", "--format", "mermaid"],
    &["page", "--today", "none"],
];

fn told(desk: &Desk, command: &[&str], more: &[&str]) -> (String, String, i32) {
    desk.done(command[0], &[&command[1..], more, &["--lang", "en", "data.json"]].concat())
}

#[test]
fn every_subcommand_shows_only_what_fits_the_filter() {
    let desk = Desk::new("filters");
    desk.put("data.json", DATA);
    let filters: [&[&str]; 8] = [
        &["--programme", "all"],
        &["--programme", "First Call"],
        &["--year", "2023"],
        &["--country", "NO"],
        &["--status", "ongoing"],
        &["--kind", "organization", "--status", "ongoing"],
        &["--kind", "project", "--year", "2022", "--country", "NO"],
        &["--kind", "organization", "--year", "2024"],
    ];
    // Something of each project that stands in the answer of a subcommand.
    let marks = |command: &str| match command {
        "stats" => ["Northern Trust", "Southern Fund"],
        "funds" => ["First Call", "Another Programme"],
        _ => ["Blue Harbour", "Green Valley"],
    };
    for command in SHOWING {
        let [one, other] = marks(command[0]);
        let (text, _, code) = told(&desk, command, &[]);
        assert!(code == 0 && text.contains(one) && text.contains(other), "{command:?}: {text}");
        for filter in filters {
            // The filters of `funds` select funding records unless another kind is named.
            let is_funds = command[0] == "funds" && filter[0] != "--kind";
            let filter = [filter, if is_funds { &["--kind", "project"] } else { &[] }].concat();
            let (text, error, code) = told(&desk, command, &filter);
            assert_eq!(code, 0, "{command:?} {filter:?}: {error}");
            assert!(text.contains(one), "{command:?} {filter:?}: {text}");
            assert!(!text.contains(other), "{command:?} {filter:?}: {text}");
        }
    }
}

#[test]
fn a_filter_that_nothing_fits_says_so() {
    let desk = Desk::new("filters-none");
    desk.put("data.json", DATA);
    for command in SHOWING {
        for (filter, why) in [
            (&["--year", "1990"][..], if command[0] == "funds" { "no funding record" } else { "no project" }),
            (&["--kind", "goal"], "no goal matches the filters"),
            (&["--programme", "whole programm"], "did you mean"),
        ] {
            let (text, error, code) = told(&desk, command, filter);
            // A part of a name is enough where one programme has it.
            if filter[0] == "--programme" {
                assert!(code == 0 || error.contains(why), "{command:?}: {error}");
                continue;
            }
            assert!(code != 0 && text.is_empty() && error.contains(why), "{command:?} {filter:?}: {error}");
        }
    }
}

#[test]
fn records_are_found_by_acronym_title_name_and_part_of_a_name() {
    let desk = Desk::new("look-ups");
    desk.put("data.json", DATA);
    let found = |wanted: &str| told(&desk, &["query", "--ask", "record"], &["--about", wanted]);
    for wanted in ["blue", "BLUH", "bluh", "Blue Harbour", "blue  harbour", "harbour", "project/blue"] {
        let (text, error, code) = found(wanted);
        assert!(code == 0 && text.contains("Blue Harbour (project blue)"), "{wanted}: {error}");
        assert!(!text.contains("Green Valley"), "{wanted}: {text}");
    }
    // In whatever language the name is.
    assert!(found("grønn dal").0.contains("(project green)"));
    for (wanted, meant) in
        [("Blue Harbor", "did you mean project/blue (Blue Harbour)?"), ("BLHU", "no record has")]
    {
        let (_, error, code) = found(wanted);
        assert!(code != 0 && error.contains(meant), "{wanted}: {error}");
    }
    let (_, error, code) = found("programme");
    assert!(code != 0 && error.contains("programme/all") && error.contains("programme/other"), "{error}");
}

#[test]
fn the_focus_of_a_map_is_found_by_acronym_and_name() {
    let desk = Desk::new("focus");
    desk.put("data.json", DATA);
    for focus in ["blue", "BLUH", "Blue Harbour"] {
        let (text, error, code) = told(&desk, &["map", "--format", "dot"], &["--focus", focus]);
        assert!(
            code == 0 && text.contains("Blue Harbour") && !text.contains("Green Valley"),
            "{focus}: {error}"
        );
    }
}

#[test]
fn answers_are_tables_objects_and_documents() {
    let desk = Desk::new("query-formats");
    desk.put("data.json", DATA);
    let ask = |format: &str| told(&desk, &["query", "--ask", "money", "--format", format], &[]).0;
    let table = ask("csv");
    let mut rows = table.lines();
    assert_eq!(rows.next(), Some("question,record,name,line,passages"));
    assert!(
        rows.clone().any(|row| row.starts_with("money,organization/a,Northern Trust,100 EUR ")),
        "{table}"
    );
    let objects: serde_json::Value = serde_json::from_str(&ask("json")).unwrap();
    let one = objects.as_array().unwrap().iter().find(|one| one["id"] == "blue" && one["kind"] == "project");
    assert_eq!(one.unwrap()["question"], "money");
    assert!(one.unwrap()["lines"][0].as_str().unwrap().starts_with("100 EUR "), "{objects}");
    let document = ask("markdown");
    assert!(document.starts_with("## Who pays, and how much?\n"), "{document}");
    assert!(document.contains("\n### Northern Trust (organization/a)\n"), "{document}");
}
