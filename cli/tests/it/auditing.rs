//! `cooperation audit`, as it is run.

use crate::desk::Desk;
use serde_json::Value;

const DATA: &str = r#"{"version": "1.0", "sources": [{"id": "s", "title": {"en": "S"}}],
    "groups": [{"id": "g", "name": {"en": "G"}, "evidence": [
        {"source": "s", "quote": "seven municipalities"}, {"source": "s", "locator": "page 3"}, {"source": "s", "locator": "page 4"}]}]}"#;

#[test]
fn evidence_that_has_only_a_locator_is_counted_as_not_checked_and_is_not_missing() {
    let desk = Desk::new("audit");
    desk.put("data.json", DATA).put("text.txt", "There are seven municipalities.");
    let run = |more: &[&str]| {
        let arguments = [&["--source", "s", "text.txt", "data.json"], more].concat();
        desk.program("audit", &arguments).output().unwrap()
    };
    let output = run(&[]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0), "{text}");
    assert!(text.contains("1 found, 0 missing, 2 not checked (a locator and no quote)\n"), "{text}");
    let json: Value = serde_json::from_slice(&run(&["--format", "json"]).stdout).unwrap();
    assert_eq!(
        (&json["faithful"], &json["missing"], &json["not_checked"]),
        (&true.into(), &0.into(), &2.into())
    );
    // A quote that the text does not have is missing, whatever else is not checked.
    desk.put("text.txt", "There are 7 municipalities.");
    let output = run(&[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stdout).unwrap().contains("0 found, 1 missing, 2 not checked"));
}

#[test]
fn an_empty_text_is_refused() {
    let desk = Desk::new("audit-empty");
    desk.put("data.json", DATA).put("text.txt", " \n\u{a0}\n");
    let (text, told, code) = desk.done("audit", &["--source", "s", "text.txt", "data.json"]);
    assert_eq!((text.as_str(), code), ("", 2));
    assert!(told.contains("text.txt: the text is empty"), "{told}");
}
