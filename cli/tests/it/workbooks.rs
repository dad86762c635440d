//! Workbooks as people fill them in, and what is told of them.

use crate::desk::Desk;
use calamine::{Data, Reader as _, Xlsx, open_workbook};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use serde_json::{Value, json};

/// A workbook with one sheet of these headings, which a closure fills.
fn book(desk: &Desk, name: &str, sheet: &str, heads: &[&str], fill: impl FnOnce(&mut Worksheet)) {
    let mut workbook = Workbook::new();
    let worksheet = workbook.add_worksheet();
    worksheet.set_name(sheet).unwrap();
    for (column, head) in (0..).zip(heads) {
        worksheet.write_string(0, column, *head).unwrap();
    }
    fill(worksheet);
    workbook.save(desk.0.join(name)).unwrap();
}

fn read(desk: &Desk, name: &str) -> (Value, String) {
    let (text, told, code) = desk.done("convert", &["--from", "xlsx", "--to", "json", name]);
    assert_eq!(code, 0, "{told}");
    (serde_json::from_str(&text).unwrap(), told)
}

/// Rule and cell of each finding.
fn cells(desk: &Desk, name: &str) -> Vec<(String, String)> {
    let found = desk.json(&[name]);
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let findings = found["files"][0]["findings"].as_array().unwrap().iter();
    findings.map(|at| (text(&at["rule"]), text(&at["cell"]))).collect()
}

#[test]
fn a_workbook_has_text_cells_notes_drop_downs_and_a_sheet_a_kind() {
    let desk = Desk::new("books-written");
    desk.put("data.json", include_str!("../../../examples/data/microfinance-norway.json"));
    assert_eq!(
        desk.done("convert", &["--from", "json", "--to", "xlsx", "--out", "a.xlsx", "data.json"]).2,
        0
    );
    let mut workbook: Xlsx<_> = open_workbook(desk.0.join("a.xlsx")).unwrap();
    let names = workbook.sheet_names();
    assert_eq!(names.first().map(String::as_str), Some("dataset"));
    assert!(
        names.contains(&"policy_instruments".to_owned()) && names.last().unwrap() == "codes",
        "{names:?}"
    );
    for name in names {
        let range = workbook.worksheet_range(&name).unwrap();
        for (row, column, cell) in range.used_cells() {
            assert!(matches!(cell, Data::String(_)), "{name} {row} {column}: {cell:?}");
        }
    }
    let unpacked = |name: &str, part: &str| {
        use std::io::Read as _;
        let file = std::fs::File::open(desk.0.join(name)).unwrap();
        let mut archive = zip::ZipArchive::new(file).unwrap();
        let mut text = String::new();
        archive.by_name(part).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    assert_eq!(desk.done("new", &["association", "--tables", "--out", "new.xlsx"]).2, 0);
    let workbook: Xlsx<_> = open_workbook(desk.0.join("new.xlsx")).unwrap();
    let place = workbook.sheet_names().iter().position(|name| name == "projects").unwrap() + 1;
    let sheet = unpacked("new.xlsx", &format!("xl/worksheets/sheet{place}.xml"));
    for part in [
        "<pane xSplit=\"1\" ySplit=\"1\"",
        "type=\"list\"",
        "<formula1>codes!$",
        "<formula1>places!$A$2",
        "numberStoredAsText",
    ] {
        assert!(sheet.contains(part), "{part}");
    }
    let notes: String = (1..20)
        .filter_map(|number| {
            std::panic::catch_unwind(|| unpacked("new.xlsx", &format!("xl/comments{number}.xml"))).ok()
        })
        .collect();
    assert!(notes.contains("Title of the project, in each language in which it has one."), "{notes}");
    assert!(notes.contains("Required: every row needs a value."), "{notes}");
    // The same records are the same bytes.
    assert_eq!(
        desk.done("convert", &["--from", "json", "--to", "xlsx", "--out", "b.xlsx", "data.json"]).2,
        0
    );
    assert!(std::fs::read(desk.0.join("a.xlsx")).unwrap() == std::fs::read(desk.0.join("b.xlsx")).unwrap());
}

#[test]
fn cells_of_any_type_are_read_as_the_text_that_a_person_sees() {
    let desk = Desk::new("books-types");
    let heads = [
        "id",
        "title.en",
        "period.start",
        "period.end",
        "planned.start",
        "partner_count",
        "budget.amount",
        "budget.currency",
        "budgets.1.amount.amount",
        "budgets.1.amount.currency",
        "budgets.1.revised",
        "acronym",
    ];
    book(&desk, "a.xlsx", "Projects", &heads, |sheet| {
        let date = |format: &str| Format::new().set_num_format(format);
        let day = |year, month, day| ExcelDateTime::from_ymd(year, month, day).unwrap();
        sheet.write_number(1, 0, 17).unwrap();
        sheet.write_number(1, 1, 1984).unwrap();
        sheet.write_datetime_with_format(1, 2, day(2016, 4, 30), &date("dd.mm.yyyy")).unwrap();
        sheet.write_datetime_with_format(1, 3, day(2018, 4, 1), &date("mmm-yy")).unwrap();
        sheet.write_datetime_with_format(1, 4, day(2015, 1, 1), &date("yyyy")).unwrap();
        sheet.write_number(1, 5, 9).unwrap();
        sheet.write_number_with_format(1, 6, 780_000.1 + 0.2, &date("#,##0.00")).unwrap();
        sheet.write_string(1, 7, "NOK").unwrap();
        sheet.write_formula(1, 8, Formula::new("=2+3").set_result("5")).unwrap();
        sheet.write_string(1, 9, "EUR").unwrap();
        sheet.write_boolean(1, 10, true).unwrap();
        sheet.write_number_with_format(1, 11, 42, &date("00000")).unwrap();
    });
    let (found, told) = read(&desk, "a.xlsx");
    assert_eq!(told, "");
    assert_eq!(
        found["projects"],
        json!([{"id": "17", "title": {"en": "1984"}, "acronym": "00042", "period": {"start": "2016-04-30", "end": "2018-04"},
            "planned": {"start": "2015"}, "partner_count": 9, "budget": {"amount": "780000.3", "currency": "NOK"},
            "budgets": [{"amount": {"amount": "5", "currency": "EUR"}, "revised": true}]}])
    );
}

#[test]
fn a_value_that_a_spreadsheet_has_changed_is_refused_with_its_cell() {
    let desk = Desk::new("books-changed");
    let heads = ["id", "title.en", "period.start", "acronym", "budget.amount", "budget.currency"];
    book(&desk, "a.xlsx", "projects", &heads, |sheet| {
        let format = |format: &str| Format::new().set_num_format(format);
        let day = ExcelDateTime::from_ymd(2026, 1, 2).unwrap();
        for row in 1..=7 {
            sheet.write_string(row, 0, format!("p{row}")).unwrap();
            sheet.write_string(row, 1, "P").unwrap();
        }
        sheet.write_datetime_with_format(1, 3, &day, &format("d-mmm")).unwrap();
        sheet.write_datetime_with_format(2, 2, &day, &format("d-mmm")).unwrap();
        sheet.write_number(3, 3, 1.234_567_890_123_456_7e17).unwrap();
        sheet.write_number_with_format(4, 3, 0.12, &format("0%")).unwrap();
        sheet
            .write_datetime_with_format(
                5,
                2,
                ExcelDateTime::from_ymd(2026, 1, 2).unwrap().and_hms(9, 30, 0).unwrap(),
                &format("yyyy-mm-dd hh:mm"),
            )
            .unwrap();
        sheet.write_formula(6, 3, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
        sheet.write_number_with_format(7, 3, 100_000, &format("0.00E+00")).unwrap();
    });
    let mut expected: Vec<(String, String)> = ["D2", "C3", "D4", "D5", "C6", "D8"]
        .map(|cell| ("changed-by-spreadsheet".to_owned(), format!("projects!{cell}")))
        .to_vec();
    expected.insert(5, ("error-in-cell".to_owned(), "projects!D7".to_owned()));
    assert_eq!(cells(&desk, "a.xlsx"), expected);
    let (text, ..) = desk.done("validate", &["a.xlsx"]);
    assert!(
        text.contains("a.xlsx: projects!D2: error[changed-by-spreadsheet] acronym: the spreadsheet has turned the value into \
            the date 2026-01-02, and this column has no dates\n  help: format the cell as text and write the value again\n"),
        "{text}"
    );
    let (_, told, code) = desk.done("convert", &["--from", "xlsx", "--to", "json", "a.xlsx"]);
    assert!(code == 1 && told.contains("a.xlsx: projects!C3 (period.start): error: "), "{told}");
}

#[test]
fn what_is_wrong_is_placed_by_sheet_and_cell() {
    let desk = Desk::new("books-findings");
    let heads = ["id", "title.en", "programmes", "period.start"];
    book(&desk, "rules.xlsx", "projects", &heads, |sheet| {
        sheet.write_string(1, 0, "a").unwrap();
        sheet.write_string(1, 1, "A").unwrap();
        // An empty row counts.
        sheet.write_string(3, 0, "b").unwrap();
        sheet.write_string(3, 1, "B").unwrap();
        sheet.write_string(3, 2, "none").unwrap();
    });
    assert_eq!(cells(&desk, "rules.xlsx"), [("unknown-reference".to_owned(), "projects!C4".to_owned())]);
    book(&desk, "faults.xlsx", "projects", &["id", "titel.en", "period.start"], |sheet| {
        sheet.write_string(1, 0, "a b").unwrap();
        sheet.write_string(1, 2, "2006-13").unwrap();
    });
    let found = cells(&desk, "faults.xlsx");
    for cell in ["projects!B1", "projects!A2", "projects!C2"] {
        assert!(found.contains(&("table-cell".to_owned(), cell.to_owned())), "{cell}: {found:?}");
    }
    let text = desk.text(&["--format", "github", "faults.xlsx"]);
    assert!(text.contains("::error file=faults.xlsx,title=table-cell::projects!C2: "), "{text}");
    let sarif: Value = serde_json::from_str(&desk.text(&["--format", "sarif", "rules.xlsx"])).unwrap();
    let place = &sarif["runs"][0]["results"][0]["locations"][0]["logicalLocations"][0];
    assert_eq!(place["fullyQualifiedName"], "projects!C4");
}

#[test]
fn hidden_and_unknown_sheets_are_told() {
    let desk = Desk::new("books-sheets");
    let mut workbook = Workbook::new();
    for (name, hidden, head) in [
        ("PROJECTS", true, "id"),
        ("my notes", false, "anything"),
        ("empty", false, ""),
        ("codes", false, "x"),
        ("guide", false, "x"),
    ] {
        let sheet = workbook.add_worksheet().set_name(name).unwrap();
        if !head.is_empty() {
            sheet.write_string(0, 0, head).unwrap();
        }
        sheet.set_hidden(hidden);
    }
    workbook.worksheet_from_index(1).unwrap().set_active(true);
    workbook.save(desk.0.join("a.xlsx")).unwrap();
    assert_eq!(
        cells(&desk, "a.xlsx"),
        [
            ("hidden-sheet".to_owned(), "PROJECTS".to_owned()),
            ("unknown-sheet".to_owned(), "my notes".to_owned())
        ]
    );
    assert_eq!(desk.code(&["a.xlsx"]), 0);
    assert_eq!(desk.code(&["--deny", "warnings", "a.xlsx"]), 1);
    let (_, told) = read(&desk, "a.xlsx");
    assert!(
        told.contains("a.xlsx: PROJECTS: note: this sheet is hidden")
            && told.contains("a.xlsx: my notes: note:"),
        "{told}"
    );
    // A name that is nearly one of a table most likely means it.
    book(&desk, "b.xlsx", "project", &["id"], |_| {});
    let text = desk.text(&["b.xlsx"]);
    assert!(
        text.contains("b.xlsx: project: error[unknown-sheet]") && text.contains("help: call it \"projects\""),
        "{text}"
    );
    let mut workbook = Workbook::new();
    for name in ["goals", "Goals "] {
        workbook.add_worksheet().set_name(name).unwrap().write_string(0, 0, "id").unwrap();
    }
    workbook.save(desk.0.join("c.xlsx")).unwrap();
    assert_eq!(cells(&desk, "c.xlsx"), [("sheet-twice".to_owned(), "Goals ".to_owned())]);
}

#[test]
fn every_subcommand_that_shows_a_dataset_takes_a_workbook_a_folder_and_lines() {
    let desk = Desk::new("books-everywhere");
    desk.put("data.json", include_str!("../../../examples/data/rural-credit-unions.json"));
    for (to, out) in [("lines", "data.jsonl"), ("csv", "tables"), ("xlsx", "data.xlsx")] {
        assert_eq!(desk.done("convert", &["--from", "json", "--to", to, "--out", out, "data.json"]).2, 0);
    }
    for subcommand in ["show", "funds", "map", "timeline", "stats"] {
        let wanted = desk.done(subcommand, &["data.json"]);
        assert_eq!(wanted.2, 0);
        for form in ["data.jsonl", "tables", "data.xlsx"] {
            assert_eq!(desk.done(subcommand, &[form]), wanted, "{subcommand} {form}");
        }
    }
    // A workbook may come through a pipe.
    let file = std::fs::File::open(desk.0.join("data.xlsx")).unwrap();
    let output = desk.command(&["--today", "2026-11-28", "-"]).stdin(file).output().unwrap();
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("-: valid; "));
}

#[test]
fn spreadsheets_of_other_formats_are_answered_with_what_to_do() {
    let desk = Desk::new("books-foreign");
    let ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest";
    for (name, bytes, what) in [
        ("a.ods", &b"PK\x03\x04"[..], "OpenDocument"),
        ("a.numbers", b"PK\x03\x04", "Numbers"),
        ("a.xls", ole, "old format"),
        ("a.xlsx", ole, "password"),
        ("b.xlsx", b"id,title\n", "not an Excel workbook"),
        ("c.xlsx", b"", "empty"),
        ("a.xlsb", b"PK\x03\x04", "not read"),
        ("a.json.gz", b"\x1f\x8b\x08\0", "gzip"),
        ("a.json", b"\x1f\x8b\x08\0", "gzip"),
        ("a.zip", b"PK\x03\x04", "archive"),
        ("a.pdf", b"%PDF-1.7", "PDF"),
    ] {
        desk.put(name, bytes);
        let (text, told, code) = desk.done("validate", &[name]);
        assert!(
            code == 1 && text.contains("error[other-format]") && text.contains(what),
            "{name}: {text}{told}"
        );
        assert!(text.contains("  help: ") && !text.contains("UTF-8"), "{name}: {text}");
        let (_, told, code) = desk.done("show", &[name]);
        assert!(code == 1 && told.contains(what), "{name}: {told}");
    }
}

/// Takes a text out of a file of a workbook.
fn without(desk: &Desk, name: &str, taken: &str) {
    let file = std::fs::File::open(desk.0.join(name)).unwrap();
    let mut archive = zip::ZipArchive::new(file).unwrap();
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let mut count = 0;
    for number in 0..archive.len() {
        let mut entry = archive.by_index(number).unwrap();
        let mut text = Vec::new();
        std::io::Read::read_to_end(&mut entry, &mut text).unwrap();
        let text = String::from_utf8(text).unwrap();
        count += text.matches(taken).count();
        let inner = entry.name().unwrap().into_owned();
        writer.start_file(inner, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut writer, text.replace(taken, "").as_bytes()).unwrap();
    }
    assert!(count > 0, "no file of {name} has {taken}");
    std::fs::write(desk.0.join(name), writer.finish().unwrap().into_inner()).unwrap();
}

#[test]
fn a_formula_without_a_stored_result_is_no_empty_cell() {
    let desk = Desk::new("books-formulas");
    book(&desk, "formulas.xlsx", "projects", &["id", "title.en", "acronym"], |sheet| {
        sheet.write_string(1, 0, "a").unwrap();
        sheet.write_string(1, 1, "A").unwrap();
        sheet.write_formula(1, 2, Formula::new("=UPPER(\"x\")").set_result("RESULT")).unwrap();
    });
    // With its result, it is a text like any other.
    assert_eq!(read(&desk, "formulas.xlsx").0["projects"][0]["acronym"], "RESULT");
    // As programs write workbooks that no spreadsheet has opened yet.
    without(&desk, "formulas.xlsx", "<v>RESULT</v>");
    assert_eq!(
        cells(&desk, "formulas.xlsx"),
        [("formula-without-result".to_owned(), "projects!C2".to_owned())]
    );
}
