//! Folders of tables: for Excel, and what is found in them.

use crate::desk::Desk;
use serde_json::Value;
use std::fs;

const DATA: &str = include_str!("../../../examples/data/microfinance-norway.json");

#[test]
fn tables_for_excel_have_its_mark_and_its_delimiter_and_come_back() {
    let desk = Desk::new("tables-excel");
    desk.put("data.json", DATA);
    for (language, delimiter) in [(None, ','), (Some("nb"), ';'), (Some("en-GB"), ','), (Some("de"), ';')] {
        let out = format!("tables-{}", language.unwrap_or("own"));
        let mut arguments =
            vec!["--from", "json", "--to", "csv", "--for", "excel", "--out", &out, "data.json"];
        arguments.extend(language.iter().flat_map(|language| ["--lang", language]));
        assert_eq!(desk.done("convert", &arguments).2, 0);
        let text = desk.get(&format!("{out}/projects.csv"));
        assert!(text.starts_with(&format!("\u{feff}id{delimiter}title.en")), "{text}");
        assert!(text.contains("\r\n"));
        assert_eq!(desk.done("diff", &["data.json", &out]).2, 0);
        let package: Value = serde_json::from_str(&desk.get(&format!("{out}/datapackage.json"))).unwrap();
        let dialect = &package["resources"][1]["dialect"]["delimiter"];
        assert_eq!(dialect.as_str(), (delimiter == ';').then_some(";"));
    }
    for arguments in [
        &["--from", "json", "--to", "json", "--for", "excel", "data.json"][..],
        &["--from", "json", "--to", "csv", "--lang", "nb", "--out", "x", "data.json"],
    ] {
        assert_eq!(desk.done("convert", arguments).2, 2);
    }
}

#[test]
fn a_folder_of_tables_is_checked_as_one_dataset() {
    let desk = Desk::new("tables-validate");
    fs::create_dir(desk.0.join("t")).unwrap();
    desk.put("t/PROJECTS.CSV", "sep=;\nid;title.en;programmes\np;P;g\nq;Q;none\n");
    desk.put("t/programmes.csv", "id,name.en\ng,G\n").put("t/notes.txt", "mine");
    let found = desk.json(&["t"]);
    let at = &found["files"][0]["findings"][0];
    assert_eq!((&at["rule"], &at["cell"]), (&"unknown-reference".into(), &"projects!C3".into()));
    assert!(
        desk.text(&["t"]).starts_with("t/PROJECTS.CSV: projects!C3: error[unknown-reference]"),
        "{}",
        desk.text(&["t"])
    );
    assert_eq!(desk.code(&["t"]), 1);
    desk.put("t/programmes.csv", "id,name.en\ng,\n");
    assert!(
        desk.text(&["t"]).contains("t/programmes.csv: programmes!B2: error[table-cell] name.en: "),
        "{}",
        desk.text(&["t"])
    );
    fs::create_dir(desk.0.join("none")).unwrap();
    assert_eq!(desk.code(&["none"]), 2);
    // One table alone.
    desk.put("groups.csv", "id,name.en,count\na,A,3\n");
    assert_eq!(desk.code(&["groups.csv"]), 0);
}

#[test]
fn a_spreadsheet_may_write_tables_in_its_own_way() {
    let desk = Desk::new("dialects");
    fs::create_dir(desk.0.join("tables")).unwrap();
    desk.put("tables/dataset.csv", "\u{feff}version\r\n1\r\n");
    desk.put(
        "tables/projects.csv",
        "sep=;\r\nid;title.en;budget.amount;budget.currency\r\nyouth;Youth;1200000.50;EUR\r\n",
    );
    let (text, told, code) = desk.done("validate", &["--today", "none", "tables"]);
    assert_eq!(code, 0, "{text}{told}");
}

#[test]
fn a_cell_that_a_spreadsheet_has_changed_is_told() {
    let desk = Desk::new("ruined");
    fs::create_dir(desk.0.join("tables")).unwrap();
    desk.put("tables/projects.csv", "id,title.en,period.start\nyouth,Youth,#NAME?\n1.23E+05,B,01.feb\n");
    let files = desk.json(&["tables"])["files"].clone();
    let findings = files[0]["findings"].as_array().unwrap().clone();
    let told: Vec<(&str, &str)> = findings
        .iter()
        .map(|found| (found["cell"].as_str().unwrap(), found["help"].as_str().unwrap()))
        .collect();
    let help = "format the column as text in the spreadsheet, and enter the value again";
    assert_eq!(told, [("projects!C2", help), ("projects!A3", help), ("projects!C3", help)]);
}

#[test]
fn a_table_that_is_not_read_is_an_error() {
    let desk = Desk::new("not-read");
    fs::create_dir(desk.0.join("tables")).unwrap();
    desk.put("tables/projects.csv", "id,title.en\nyouth,Youth\n");
    desk.put("tables/notes.txt", "not a table");
    assert_eq!(desk.code(&["tables"]), 0);
    desk.put("tables/Organizations.XLSX", "x");
    desk.put(
        "tables/datapackage.json",
        r#"{"resources": [{"path": "projects.csv"}, {"path": "organizations.csv"}, {"path": "goals.csv"}]}"#,
    );
    let files = desk.json(&["tables"])["files"].clone();
    let findings = files[0]["findings"].as_array().unwrap().clone();
    let told: Vec<&str> = findings.iter().map(|found| found["message"].as_str().unwrap()).collect();
    assert_eq!(
        told,
        [
            "datapackage.json lists the file goals.csv, which is not in the folder",
            "the file Organizations.XLSX is not read, since its name does not end in .csv",
        ]
    );
    assert_eq!(desk.code(&["tables"]), 1);
    let (_, error, code) = desk.done("show", &["tables"]);
    assert!(code != 0 && error.contains("Organizations.XLSX"), "{code}: {error}");
}

#[test]
fn help_for_a_row_names_columns_of_the_table() {
    let desk = Desk::new("columns");
    fs::create_dir(desk.0.join("tables")).unwrap();
    desk.put("tables/projects.csv", "id,title.en,related.1.relation,related.1.to.project\np,P,continues,\n")
        .put(
            "tables/funding.csv",
            "id,of.project,of.programme,recipient.network,amount.amount,amount.currency\nf,,,,500,EUR\n",
        );
    let text = desk.text(&["tables"]);
    for told in [
        "funding.csv: funding!2: error[funding-of-nothing] ",
        "  help: fill in `of.project`, `of.programme` or `recipient.network`\n",
        // The table has no column for a title: its field is named.
        "  help: fill in `related.1.to.project` for a record of the dataset, or `title` for another\n",
    ] {
        assert!(text.contains(told), "{told}: {text}");
    }
}

#[test]
fn every_column_with_a_fault_is_shown_and_a_fault_that_recurs_in_one_is_counted() {
    let desk = Desk::new("faulty-columns");
    fs::create_dir(desk.0.join("tables")).unwrap();
    let row = |number: usize| format!("p{number},P,15.03.2024,2024-13,many\n");
    let rows: String = (0..5).map(row).collect();
    desk.put("tables/projects.csv", format!("id,title.en,period.start,period.end,partner_count\n{rows}"));
    let text = desk.text(&["tables"]);
    for column in ["C", "D", "E"] {
        let shown = (2..7).filter(|row| text.contains(&format!(": projects!{column}{row}: error"))).count();
        assert_eq!(shown, 3, "{column}: {text}");
        let more = format!("... and 2 more of table-cell at projects!{column}; --all shows them\n");
        assert!(text.contains(&more), "{more}: {text}");
    }
}

#[test]
fn a_finding_in_a_folder_names_table_row_and_column() {
    let desk = Desk::new("cells");
    fs::create_dir(desk.0.join("tables")).unwrap();
    desk.put("tables/projects.csv", "id,title.en,status,programmes\nyouth,Youth,Ongoing,nowhere\n");
    let text = desk.text(&["tables"]);
    for place in
        ["tables/projects.csv: projects!D2: error[unknown-reference]", "projects!C2: warning[misspelt-code]"]
    {
        assert!(text.contains(place), "{text}");
    }
}
