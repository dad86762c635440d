//! What the programs that show a dataset tell of a file that holds none.

use crate::desk::Desk;
use cooperation_cli::reader::load;
use std::fs;
use std::path::PathBuf;

/// What is told of a file with these bytes, in which it is called F.
fn told(name: &str, bytes: &[u8]) -> String {
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&file, bytes).unwrap();
    let told = load(Some(&file)).unwrap_err().to_string();
    fs::remove_file(&file).unwrap();
    told.replace(&file.display().to_string(), "F")
}

#[test]
fn each_fault_is_told_with_its_file_its_line_and_how_to_mend_it() {
    let json = b"{\"version\": \"1.0\",\n \"issued\": \"2016-4\", \"modified\": 2017}";
    assert_eq!(
        told("faults.json", json),
        r#"F cannot be read

F:2:12: error[invalid-value] "2016-4" is not a date: expected a year (2006), a month (2016-04) or a day (2016-04-30)
 2 |  "issued": "2016-4", "modified": 2017}
   |            ^^^^^^^^
  help: write "2016-04"

F:2:34: error[wrong-type] found 2017, expected a string (date)
 2 |  "issued": "2016-4", "modified": 2017}
   |                                  ^^^^
  help: write it in quotation marks: "2017"
"#
    );
}

#[test]
fn what_is_no_text_has_a_place_and_no_line_to_show() {
    assert_eq!(
        told("bytes.json", b"{\"version\": \"1.0\xff\"}"),
        "F cannot be read\n\nF:1:17: error[not-utf8] the byte 0xff is no UTF-8 here\n  help: save the file as UTF-8\n"
    );
}

#[test]
fn of_many_faults_the_others_are_counted() {
    let projects = vec!["{}"; 2_000].join(",");
    let told = told("many.json", format!(r#"{{"version": "1.0", "projects": [{projects}]}}"#).as_bytes());
    let (shown, more) = told.rsplit_once("\nand ").expect(&told);
    let shown = shown.matches("error[").count();
    assert!(shown > 0);
    assert_eq!(more, format!("{} more\n", 4_000 - shown));
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let told = load(Some(&PathBuf::from("nowhere.json"))).unwrap_err().to_string();
    assert!(told.starts_with("nowhere.json: "), "{told}");
}

#[test]
fn files_of_other_standards_are_named_with_the_command_that_converts_them() {
    let desk = Desk::new("other-standards");
    desk.put("g.json", include_str!("../../../examples/data/grants.360giving.json"));
    desk.put("a.xml", "<?xml version=\"1.0\"?>\n<iati-activities version=\"2.03\"></iati-activities>");
    for (file, what, command) in [
        ("g.json", "this is a 360Giving package", "cooperation convert --from 360giving --to json"),
        ("a.xml", "this is an IATI file", "cooperation convert --from iati --to json"),
    ] {
        let (_, told, code) = desk.done("show", &[file]);
        assert!(code == 1 && told.contains(what) && told.contains(command), "{told}");
        let (text, _, code) = desk.done("validate", &["--today", "none", file]);
        assert!(code == 1 && text.contains(what) && text.contains(command), "{text}");
    }
}

#[test]
fn a_file_with_faults_says_that_the_rules_were_not_checked() {
    let desk = Desk::new("rules-unchecked");
    desk.put("d.json", r#"{"version": "1.0", "titel": {"en": "T"}}"#);
    let (text, ..) = desk.done("validate", &["--today", "none", "d.json"]);
    assert!(
        text.contains("not checked: rules, since the file has errors; run it again after fixing them"),
        "{text}"
    );
}
