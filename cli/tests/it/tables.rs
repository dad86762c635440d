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
