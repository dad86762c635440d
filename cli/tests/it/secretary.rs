//! A day of a secretary: from a new workbook to what has changed since last year, without a line of JSON.

use crate::desk::Desk;
use calamine::{Data, Reader as _, Xlsx, open_workbook};
use rust_xlsxwriter::Workbook;

/// Writes the workbook again with other cells, as a spreadsheet program saves it.
fn edited(
    desk: &Desk,
    from: &str,
    to: &str,
    mut cell: impl FnMut(&str, usize, &str, &str) -> Option<String>,
) {
    let mut old: Xlsx<_> = open_workbook(desk.0.join(from)).unwrap();
    let mut new = Workbook::new();
    for name in old.sheet_names() {
        let sheet = new.add_worksheet().set_name(&name).unwrap();
        let range = old.worksheet_range(&name).unwrap();
        let heads: Vec<String> = range.rows().next().unwrap().iter().map(ToString::to_string).collect();
        for (row, cells) in range.rows().enumerate() {
            for (column, value) in cells.iter().enumerate() {
                let old = match value {
                    Data::Empty => String::new(),
                    value => value.to_string(),
                };
                let text = if row == 0 { None } else { cell(&name, row, &heads[column], &old) };
                let text = text.unwrap_or(old);
                if !text.is_empty() {
                    sheet.write_string(row.try_into().unwrap(), column.try_into().unwrap(), text).unwrap();
                }
            }
        }
    }
    new.save(desk.0.join(to)).unwrap();
}

#[test]
fn from_a_new_workbook_to_what_has_changed() {
    let desk = Desk::new("secretary");
    // In the morning: a new workbook.
    let (_, told, code) = desk.done("new", &["association", "--tables", "--out", "new.xlsx"]);
    assert!(code == 0 && told.contains("cooperation validate new.xlsx"), "{told}");

    // Filled in, with a slip: a code that is not listed and a member that is nowhere.
    let fill = |sheet: &str, row: usize, head: &str, old: &str| match (sheet, row, head) {
        ("projects", 1, "title.en") => Some("Loans for fishers".to_owned()),
        ("projects", 1, "status") => Some("finished".to_owned()),
        ("memberships", 1, "member.organization") => Some("member-twoo".to_owned()),
        _ => old.strip_prefix("Replace me: ").map(|text| format!("Our {text}")),
    };
    edited(&desk, "new.xlsx", "slips.xlsx", fill);
    let (text, _, code) = desk.done("validate", &["--today", "2026-11-28", "slips.xlsx"]);
    assert_eq!(code, 1, "{text}");
    for place in ["slips.xlsx: memberships!B2: error[unknown-reference]", "slips.xlsx: projects!G2: "] {
        assert!(text.contains(place), "{place}: {text}");
    }

    // Mended, and valid.
    let mend = |sheet: &str, row: usize, head: &str, _: &str| match (sheet, row, head) {
        ("projects", 1, "status") => Some("completed".to_owned()),
        ("memberships", 1, "member.organization") => Some("member-one".to_owned()),
        _ => None,
    };
    edited(&desk, "slips.xlsx", "ours.xlsx", mend);
    let (text, told, code) =
        desk.done("validate", &["--today", "2026-11-28", "--deny", "warnings", "ours.xlsx"]);
    assert_eq!(code, 0, "{text}{told}");

    // At noon: brought together with what a funder publishes.
    assert_eq!(desk.done("new", &["funder", "--out", "funder.json"]).2, 0);
    let (_, told, code) = desk
        .done("merge", &["ours.xlsx", "funder.json", "--prefix", "funder=funder.json", "--out", "all.xlsx"]);
    assert!(code == 0 && told.contains("24 records from 2 files written to all.xlsx"), "{told}");
    let (text, told, code) = desk.done("validate", &["--today", "2026-11-28", "all.xlsx"]);
    assert_eq!(code, 0, "{text}{told}");
    let warnings = text.matches("warning[").count();
    assert!(warnings > 5 && text.matches("warning[placeholder-text]").count() == warnings, "{text}");

    // In the evening: what has changed.
    let (text, _, code) = desk.done("diff", &["new.xlsx", "ours.xlsx"]);
    assert_eq!(code, 1);
    assert!(
        text.contains("changed  project project-one  new.xlsx: projects!2  ours.xlsx: projects!2\n"),
        "{text}"
    );
    assert!(
        text.contains("  /title/en: \"Replace me: title of a project\" -> \"Loans for fishers\"\n"),
        "{text}"
    );
    let (text, _, code) = desk.done("diff", &["ours.xlsx", "all.xlsx"]);
    assert!(code == 1 && text.contains("added    funding funder:grant-one  all.xlsx: funding!"), "{text}");
    assert!(text.contains("/evidence/1: absent -> {\"source\":\"dataset:ours-xlsx\""), "{text}");
}
