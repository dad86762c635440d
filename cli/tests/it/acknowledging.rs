//! `cooperation validate --acknowledged`: findings that an editor has looked at.

use crate::desk::Desk;
use serde_json::{Value, json};

const DATA: &str = r#"{"version": "1.0", "modified": "2023", "issued": "2024",
 "groups": [{"id": "g", "name": {"xx": "G"}}, {"id": "h", "name": {"xx": "H"}, "description": {"en": "TBD"}}],
 "projects": [{"id": "p", "title": {"en": "P "}}]}"#;

const LOOKED_AT: &str = r#"[
  {"rule": "unknown-language", "kind": "group", "id": "g", "reason": "a language of our own"},
  {"rule": "modified-before-issued", "reason": "the first issue was withdrawn"},
  {"rule": "stray-spaces", "kind": "project", "id": "p", "reason": "the register writes it so"},
  {"rule": "unknown-language", "kind": "group", "id": "gone", "reason": "was removed"}
]"#;

#[test]
fn an_acknowledged_finding_stays_in_the_report_and_does_not_count() {
    let desk = Desk::new("acknowledged");
    desk.put("a.json", DATA).put("seen.json", LOOKED_AT);
    let files = desk.json(&["--acknowledged", "seen.json", "a.json"])["files"].clone();
    let file = &files[0];
    assert_eq!(
        (&file["errors"], &file["warnings"], &file["infos"]),
        (&json!(0), &json!(2), &json!(0)),
        "{file}"
    );
    let reasons: Vec<(&str, Option<&str>)> = file["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|found| (found["rule"].as_str().unwrap(), found["acknowledged"].as_str()))
        .collect();
    assert_eq!(
        reasons,
        [
            ("modified-before-issued", Some("the first issue was withdrawn")),
            ("unknown-language", Some("a language of our own")),
            ("unknown-language", None),
            ("placeholder-text", None),
            ("stray-spaces", Some("the register writes it so")),
        ]
    );
    // What no longer occurs is an info, at the entry.
    assert_eq!(
        (&files[1]["file"], &files[1]["valid"], &files[1]["infos"]),
        (&json!("seen.json"), &json!(true), &json!(1))
    );
    let left = &files[1]["findings"][0];
    assert_eq!((&left["rule"], &left["line"]), (&json!("acknowledged-not-found"), &json!(5)));
    assert_eq!(left["message"], "the group gone has no finding of the rule unknown-language");
    let text = desk.text(&["--acknowledged", "seen.json", "a.json"]);
    assert!(text.contains("acknowledged[unknown-language]"), "{text}");
    assert!(text.contains("  reason: a language of our own\n"), "{text}");
    assert!(text.contains("a.json: valid; 0 errors, 2 warnings, 0 infos, 3 acknowledged\n"), "{text}");
}

#[test]
fn neither_the_exit_code_nor_deny_counts_what_is_acknowledged() {
    let desk = Desk::new("acknowledged-codes");
    let data = r#"{"version": "1.0", "projects": [{"id": "p", "title": {"en": "P"}, "programmes": ["n"]}], "groups": [{"id": "g", "name": {"xx": "G"}}]}"#;
    desk.put("a.json", data);
    assert_eq!(desk.code(&["--deny", "warnings", "a.json"]), 1);
    desk.put(
        "seen.json",
        r#"[{"rule": "unknown-reference", "kind": "project", "id": "p", "reason": "published elsewhere"}]"#,
    );
    assert_eq!(desk.code(&["--acknowledged", "seen.json", "a.json"]), 0);
    assert_eq!(desk.code(&["--acknowledged", "seen.json", "--deny", "warnings", "a.json"]), 1);
    desk.put("all.json", r#"[{"rule": "unknown-reference", "kind": "project", "id": "p", "reason": "published elsewhere"}, {"rule": "unknown-language", "kind": "group", "id": "g", "reason": "our own"}]"#);
    assert_eq!(desk.code(&["--acknowledged", "all.json", "--deny", "warnings", "a.json"]), 0);
}

#[test]
fn an_acknowledged_finding_is_suppressed_in_sarif_and_not_fixed() {
    let desk = Desk::new("acknowledged-formats");
    desk.put("a.json", DATA).put("seen.json", LOOKED_AT);
    let sarif: Value =
        serde_json::from_str(&desk.text(&["--format", "sarif", "--acknowledged", "seen.json", "a.json"]))
            .unwrap();
    let first = &sarif["runs"][0]["results"][0];
    assert_eq!(
        first["suppressions"],
        json!([{"kind": "external", "justification": "the first issue was withdrawn"}])
    );
    let github = desk.text(&["--format", "github", "--acknowledged", "seen.json", "a.json"]);
    assert!(github.starts_with("::notice file=a.json"), "{github}");
    assert_eq!(desk.code(&["--fix", "--acknowledged", "seen.json", "a.json"]), 0);
    assert_eq!(desk.get("a.json"), DATA);
    assert_eq!(desk.code(&["--fix", "a.json"]), 0);
    assert_eq!(desk.get("a.json"), DATA.replace("P ", "P"));
}

#[test]
fn a_file_of_acknowledged_findings_that_cannot_be_read_is_told() {
    let desk = Desk::new("acknowledged-wrong");
    desk.put("a.json", DATA);
    for (entries, told) in [
        ("[", "seen.json: EOF"),
        (r#"[{"rule": "unknown-langage", "reason": "x"}]"#, "there is no rule unknown-langage"),
        (r#"[{"rule": "unknown-language", "reason": " "}]"#, "has no reason"),
        (r#"[{"rule": "unknown-language"}]"#, "missing field `reason`"),
    ] {
        desk.put("seen.json", entries);
        let (_, error, code) = desk.done("validate", &["--acknowledged", "seen.json", "a.json"]);
        assert_eq!(code, 2);
        assert!(error.contains(told), "{error}");
    }
}
