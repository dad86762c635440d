//! `cooperation diff`, as it is run.

use crate::desk::Desk;
use serde_json::{Value, json};

const BEFORE: &str = r#"{
  "version": "1.0",
  "title": {"en": "Old"},
  "groups": [{"id": "a", "name": {"en": "A"}}, {"id": "gone", "name": {"en": "G"}}],
  "projects": [{"id": "p", "title": {"en": "P"}, "status": "planned"}]
}"#;

const AFTER: &str = concat!(
    "{\"dataset\": {\"version\": \"1.0\", \"title\": {\"en\": \"New\"}}}\n",
    "{\"project\": {\"id\": \"p\", \"title\": {\"en\": \"P\u{202e}\"}, \"status\": \"ongoing\"}}\n",
    "{\"group\": {\"id\": \"new\", \"name\": {\"en\": \"N\"}}}\n",
    "{\"group\": {\"id\": \"a\", \"name\": {\"en\": \"A\"}}}\n",
);

#[test]
fn what_is_different_is_told_with_places() {
    let desk = Desk::new("diff");
    desk.put("old.json", BEFORE).put("new.jsonl", AFTER);
    let (text, told, code) = desk.done("diff", &["old.json", "new.jsonl"]);
    assert_eq!((told.as_str(), code), ("", 1));
    assert_eq!(
        text,
        "changed  metadata of the dataset\n  /title/en: \"Old\" -> \"New\"\n\
         removed  group gone  old.json:4:48\nadded    group new  new.jsonl:3\n\
         changed  project p  old.json:5:16  new.jsonl:2\n  /title/en: \"P\" -> \"P\\u{202e}\"\n\
         \u{20} /status: \"planned\" -> \"ongoing\"\n1 added, 1 removed, 1 changed; the metadata of the dataset changed\n"
    );
    let (text, _, code) = desk.done("diff", &["--format", "json", "old.json", "new.jsonl"]);
    let found: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((code, &found["equal"]), (1, &json!(false)));
    assert_eq!(found["removed"], json!([{"kind": "group", "id": "gone", "place": "old.json:4:48"}]));
    assert_eq!(
        found["changed"][0]["changes"][1],
        json!({"pointer": "/status", "before": "planned", "after": "ongoing"})
    );
}

#[test]
fn every_form_of_a_dataset_is_compared_with_every_other() {
    let desk = Desk::new("diff-forms");
    desk.put("data.json", include_str!("../../../examples/data/rural-credit-unions.json"));
    for (to, out) in [("lines", "data.jsonl"), ("csv", "tables"), ("xlsx", "data.xlsx")] {
        let (_, told, code) =
            desk.done("convert", &["--from", "json", "--to", to, "--out", out, "data.json"]);
        assert_eq!(code, 0, "{told}");
    }
    let forms = ["data.json", "data.jsonl", "tables", "data.xlsx"];
    for one in forms {
        for other in forms {
            let done = desk.done("diff", &[one, other]);
            assert_eq!(done, ("no difference\n".to_owned(), String::new(), 0), "{one} {other}");
        }
    }
}

#[test]
fn what_cannot_be_compared_ends_with_its_own_code() {
    let desk = Desk::new("diff-codes");
    desk.put("good.json", BEFORE).put("bad.json", "{\"version\": \"1.0\", \"groups\": [5]}");
    assert_eq!(desk.done("diff", &["good.json", "good.json"]).2, 0);
    let (_, told, code) = desk.done("diff", &["good.json", "bad.json"]);
    assert!(code == 1 && told.contains("bad.json:1:31: error[wrong-type]"), "{told}");
    assert_eq!(desk.done("diff", &["good.json", "missing.json"]).2, 2);
    assert_eq!(desk.done("diff", &["good.json"]).2, 2);
}
