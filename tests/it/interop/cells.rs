//! The cells that a dataset was read from, and what a column is for.

use cooperation::interop::csv::{self, Tables};

fn tables(name: &str, text: &str) -> Tables {
    let mut tables = Tables::new();
    tables.insert(name, text);
    tables
}

#[test]
fn a_value_leads_to_the_cell_that_it_was_read_from() {
    let text = "id,title.en,places,evidence.1.source,evidence.2.source,evidence.2.quote,period.start\n\
        a,A,no; se,,s,Q,\n\
        ,,,,,,\n\
        \n\
        b,\"B\nB\",,s,,,2006\n";
    let (dataset, places) = csv::read_with_places(&tables("projects", text)).unwrap();
    assert_eq!(dataset.projects.len(), 2);
    let cell = |pointer: &str| places.cell(pointer).map(|cell| cell.to_string());
    for (pointer, wanted) in [
        ("/projects/0", "projects!2"),
        ("/projects/0/id", "projects!A2"),
        ("/projects/0/title", "projects!B2"),
        ("/projects/0/places/1", "projects!C2"),
        // The first item of this row stands in the columns of a second one.
        ("/projects/0/evidence/0/quote", "projects!F2"),
        ("/projects/0/evidence/0", "projects!E2"),
        ("/projects/1/evidence/0/source", "projects!D5"),
        ("/projects/1/period", "projects!G5"),
        ("/projects/0/period/start", "projects!G2"),
        ("/projects/1/period/end", "projects!G5"),
        ("/projects/0/status", "projects!2"),
    ] {
        assert_eq!(cell(pointer).as_deref(), Some(wanted), "{pointer}");
    }
    for nowhere in ["", "/projects", "/projects/2", "/goals/0", "/title", "/projects/x"] {
        assert_eq!(cell(nowhere), None, "{nowhere}");
    }
    let text = "version,title.en\n1.0,T\n";
    let (_, places) = csv::read_with_places(&tables("dataset", text)).unwrap();
    assert_eq!(places.cell("/title/en").unwrap().to_string(), "dataset!B2");
}

#[test]
fn a_line_that_names_the_delimiter_is_read_and_counts_as_no_row() {
    let (dataset, places) =
        csv::read_with_places(&tables("projects", "\u{feff}sep=;\r\nid;title.en\r\na;A, B\r\n")).unwrap();
    assert_eq!(dataset.projects[0].title.get("en"), Some("A, B"));
    assert_eq!(places.cell("/projects/0/title/en").unwrap().to_string(), "projects!B2");
    assert!(tables("projects", "sep=;\nid;title.en\n").datapackage().contains("\"title.en\""));
}

#[test]
fn a_column_is_described_for_those_who_fill_it_in() {
    let status = csv::column("projects", "status").unwrap();
    assert!(!status.required && !status.list && status.codes.iter().all(|(_, meaning)| !meaning.is_empty()));
    assert!(csv::column("projects", "id").unwrap().required);
    let places = csv::column("projects", "places").unwrap();
    assert!(places.list && places.codes.is_empty() && places.value == "place id", "{places:?}");
    assert!(!csv::column("projects", "title.en").unwrap().description.is_empty());
    assert_eq!(csv::column("projects", "evidence.1.occurrence").unwrap().value, "whole number");
    assert!(csv::column("project", "id").is_none() && csv::column("projects", "evidence").is_none());
}
