//! Workbooks that are made to harm: an answer in bounded memory.

use crate::desk::Desk;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;

/// A workbook of one sheet `projects`, with these parts.
fn book(sheet: &str, strings: &[u8], styles: &[u8]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let rels = |parts: &[(&str, &str)]| {
        let parts = parts.iter().enumerate().map(|(number, (what, target))| {
            format!("<Relationship Id=\"rId{number}\" Type=\"{kind}/{what}\" Target=\"{target}\"/>")
        });
        let parts: String = parts.collect();
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{parts}</Relationships>"
        )
    };
    let parts: [(&str, Vec<u8>); 6] = [
        ("_rels/.rels", rels(&[("officeDocument", "xl/workbook.xml")]).into_bytes()),
        (
            "xl/_rels/workbook.xml.rels",
            rels(&[("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")])
                .into_bytes(),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{kind}\"><sheets><sheet name=\"projects\" sheetId=\"1\" r:id=\"rId0\"/></sheets></workbook>"
            )
            .into_bytes(),
        ),
        ("xl/sharedStrings.xml", strings.to_vec()),
        ("xl/styles.xml", styles.to_vec()),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet xmlns=\"{main}\"><sheetData>{sheet}</sheetData></worksheet>").into_bytes(),
        ),
    ];
    for (name, bytes) in parts {
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(&bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const NO_STRINGS: &[u8] = b"<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>";
const NO_STYLES: &[u8] = b"<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>";

/// What is told of a workbook by a program that may take two gigabytes.
fn told(desk: &Desk, bytes: &[u8]) -> (String, Option<i32>) {
    desk.put("a.xlsx", bytes);
    let program = desk.command(&["a.xlsx"]);
    let mut limited = std::process::Command::new("sh");
    limited.args(["-c", "ulimit -v 2000000; exec \"$@\"", "sh"]).arg(program.get_program());
    let output = limited.args(program.get_args()).current_dir(&desk.0).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    (text, output.status.code())
}

#[cfg(unix)]
#[test]
fn what_unpacks_to_too_much_is_refused() {
    let desk = Desk::new("hostile-bombs");
    let cell = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>id</t></is></c></row>";
    assert_eq!(
        told(&desk, &book(cell, NO_STRINGS, NO_STYLES)).1,
        Some(0),
        "{:?}",
        told(&desk, &book(cell, NO_STRINGS, NO_STYLES))
    );
    let styles = [NO_STYLES, &b" ".repeat(5 << 20)].concat();
    let strings = [NO_STRINGS, &b" ".repeat(65 << 20)].concat();
    for (bytes, most) in
        [(book(cell, NO_STRINGS, &styles), "4 MB"), (book(cell, &strings, NO_STYLES), "64 MB")]
    {
        assert!(bytes.len() < 1 << 20);
        let (text, code) = told(&desk, &bytes);
        assert!(code == Some(1) && text.contains("error[unreadable-workbook]"), "{text}");
        assert!(text.contains(&format!("it unpacks to more than {most}")), "{text}");
    }
}

#[cfg(unix)]
#[test]
fn cells_far_apart_take_no_room_between_them() {
    let desk = Desk::new("hostile-cells");
    let head = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>id</t></is></c></row>";
    let last = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    let (text, code) = told(&desk, &book(&format!("{head}{last}"), NO_STRINGS, NO_STYLES));
    assert!(code == Some(1) && text.contains("projects!XFD1048576"), "{text}");
    let many: String = (2..400)
        .map(|row| format!("<row r=\"{row}\"><c r=\"XFD{row}\"><v>1</v></c></row>"))
        .collect::<Vec<_>>()
        .concat();
    let (text, code) = told(&desk, &book(&format!("{head}{many}"), NO_STRINGS, NO_STYLES));
    assert!(code == Some(1) && text.contains("more than 4000000 cells"), "{text}");
    for outside in ["XFE1", "A1048577", "AAAAAAAAAAAA1", "A99999999999999999999", "1", "A", "A0", ""] {
        let sheet = format!("{head}<row><c r=\"{outside}\"><v>1</v></c></row>");
        let (text, code) = told(&desk, &book(&sheet, NO_STRINGS, NO_STYLES));
        assert!(
            code.is_some_and(|code| code < 2) && !text.contains("panicked"),
            "{outside}: {code:?} {text}"
        );
    }
    for value in ["1e999", "-1e308", "NaN", "99999999999", "", "&lt;"] {
        let sheet = format!("{head}<row r=\"2\"><c r=\"A2\" s=\"7\"><v>{value}</v></c></row>");
        let (text, code) = told(&desk, &book(&sheet, NO_STRINGS, NO_STYLES));
        assert!(code.is_some_and(|code| code < 2) && !text.contains("panicked"), "{value}: {code:?} {text}");
    }
}

/// Reports, tables and answers that show a name with whatever a terminal, a page or a workflow may take for its own.
#[test]
fn control_characters_of_names_stay_out_of_what_is_written() {
    let desk = Desk::new("hostile-names");
    let nasty = "\\u0000\\u0007\\u001b[31m\\u007f\\u0085\\r\\n::error::x\\u2028\\u202e|`<script>%0A";
    let organization = |id: &str| {
        format!(
            "{{\"id\": \"{id}\", \"name\": {{\"en\": \"{nasty}\"}}, \"identifiers\": [{{\"scheme\": \"s\", \"value\": \"1\"}}], \"part_of\": {{\"organization\": \"x\"}}}}"
        )
    };
    desk.put(
        "a.json",
        format!(
            "{{\"version\": \"1.0\", \"organizations\": [{}, {}]}}",
            organization("a"),
            organization("b")
        ),
    );
    let bad = |text: &str| {
        text.chars().find(|&letter| {
            letter.is_control() && letter != '\n' || matches!(letter, '\u{2028}' | '\u{202a}'..='\u{202e}')
        })
    };
    for format in ["human", "json", "sarif", "github"] {
        let text = desk.text(&["--format", format, "a.json"]);
        assert!(text.contains("hidden-characters"), "{format}: {text}");
        assert_eq!(bad(&text), None, "{format}: {text}");
        assert!(!text.lines().any(|line| line.starts_with("::error::x")), "{format}: {text}");
        if matches!(format, "json" | "sarif") {
            assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok(), "{format}: {text}");
        }
    }
    for format in ["text", "markdown"] {
        let (text, told, code) = desk.done("stats", &["--format", format, "a.json"]);
        assert_eq!((bad(&text), bad(&told), code), (None, None, 0), "{format}: {text}{told}");
    }
}
