//! `cooperation validate --fix`: what is certain is written into the file, and nothing else.

use crate::desk::Desk;
use serde_json::Value;
use std::fs;

/// Mistakes with one way to mend them, and one that only its author can mend (`funder`).
const WRONG: &str = "{
  // made by hand
  \"version\": 1,
  'title': {\"en\": \"Harbours\"},
  \"projects\": [
    {\"id\":\"blue\",   \"titel\": {\"en\": \"Blue  quay\"}, \"status\": \"Ongoing\",
     \"period\": {\"from\": \"30.4.2016\", \"end\": null,},
     \"funder\": \"x\"}
  ]
}
";

const MENDED: &str = "{
  
  \"version\": \"1.0\",
  \"title\": {\"en\": \"Harbours\"},
  \"projects\": [
    {\"id\":\"blue\",   \"title\": {\"en\": \"Blue  quay\"}, \"status\": \"Ongoing\",
     \"period\": {\"start\": \"2016-04-30\"},
     \"funder\": \"x\"}
  ]
}
";

#[test]
fn what_is_certain_is_written_and_the_file_as_it_was_is_kept() {
    let desk = Desk::new("fix");
    desk.put("a.json", WRONG);
    let text = desk.text(&["--fix", "a.json"]);
    assert_eq!(desk.get("a.json"), MENDED);
    assert_eq!(desk.get("a.json.bak"), WRONG);
    for change in [
        "a.json:2:3: fixed[syntax] remove the comment\n",
        "a.json:3:14: fixed[wrong-type] write \"1.0\"\n",
        "a.json:6:21: fixed[unknown-member] write \"title\"\n",
        "the file as it was is a.json.bak\n",
    ] {
        assert!(text.contains(change), "{change}\n{text}");
    }
    assert!(text.contains("error[unknown-member] unknown member \"funder\""), "{text}");
    assert_eq!(desk.code(&["--fix", "a.json"]), 1, "what is left is an error");
    assert!(!desk.0.join("a.json.bak2").exists(), "nothing was left to change");

    // Once the author has answered, the file can be read, and the findings have their turn.
    desk.put("a.json", MENDED.replace(",\n     \"funder\": \"x\"", ""));
    assert_eq!(desk.code(&["--fix", "--deny", "warnings", "a.json"]), 0);
    let expected = MENDED.replace(",\n     \"funder\": \"x\"", "").replace("Blue  quay", "Blue quay");
    assert_eq!(desk.get("a.json"), expected.replace("Ongoing", "ongoing"));
    assert_eq!(desk.get("a.json.bak"), WRONG, "a copy is never overwritten");
    assert!(desk.get("a.json.bak2").contains("Ongoing"));
    assert_eq!(fs::read_dir(&desk.0).unwrap().count(), 3, "nothing else is left in the folder");
}

#[test]
fn record_lines_are_fixed_line_by_line() {
    let desk = Desk::new("fix-lines");
    let lines = "{\"project\": {\"id\": \"p\", \"titel\": {\"en\": \"å\"}}}\r\n\n{\"group\": {\"id\": \"g\", \"name\": {\"en\": \"G\"}, \"count\": \"3\",}}\n{\"project\": {\"id\": \"q\", \"title\": {\"en\": \" Q\"}}}";
    desk.put("a.jsonl", lines);
    assert_eq!(desk.code(&["--fix", "a.jsonl"]), 0);
    let expected = lines.replace("titel", "title").replace(",}", "}").replace("\" Q\"", "\"Q\"");
    assert_eq!(desk.get("a.jsonl"), expected.replace("\"3\"", "3"));
    assert_eq!(desk.get("a.jsonl.bak"), lines);
}

#[test]
fn json_lists_the_changes_and_the_copy() {
    let desk = Desk::new("fix-json");
    desk.put("a.json", WRONG);
    let file = desk.json(&["--fix", "a.json"])["files"][0].clone();
    assert_eq!(file["fixed"]["backup"], "a.json.bak");
    let changes = file["fixed"]["changes"].as_array().unwrap();
    assert!(changes.len() > 6, "{changes:?}");
    assert!(changes.iter().all(|change| change["help"].is_string() && change["line"].is_u64()));
    assert_eq!(file["findings"].as_array().unwrap().len(), 1);
    desk.put("good.json", "{\"version\": \"1.0\"}");
    assert!(desk.json(&["--fix", "good.json"])["files"][0].get("fixed").is_none());
}

#[test]
fn what_is_no_text_of_records_is_not_changed() {
    let desk = Desk::new("fix-tables");
    desk.put("groups.csv", "id,name.en\ng,G\n");
    fs::create_dir(desk.0.join("tables")).unwrap();
    desk.put("tables/groups.csv", "id,name.en\ng,G\n");
    for file in ["groups.csv", "tables", "-"] {
        let (text, told, code) = desk.done("validate", &["--fix", "--today", "none", file]);
        assert_eq!(code, 2, "{file}: {text}{told}");
        assert!(told.contains("--fix changes documents (.json) and record lines (.jsonl) only"), "{told}");
    }
    assert!(!desk.0.join("groups.csv.bak").exists());
}

/// The text after the fixes that SARIF names.
fn after(text: &str, sarif: &Value) -> String {
    let mut lines: Vec<Vec<char>> = text.split('\n').map(|line| line.chars().collect()).collect();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let mut all: Vec<&Value> = results
        .iter()
        .filter_map(|result| result["fixes"][0]["artifactChanges"][0]["replacements"].get(0))
        .collect();
    let at = |region: &Value, name: &str| usize::try_from(region[name].as_u64().unwrap()).unwrap() - 1;
    all.sort_by_key(|change| {
        let region = &change["deletedRegion"];
        std::cmp::Reverse((at(region, "startLine"), at(region, "startColumn")))
    });
    for change in all {
        let region = &change["deletedRegion"];
        let (first, last) = (at(region, "startLine"), at(region, "endLine"));
        let tail: Vec<char> = lines[last][at(region, "endColumn")..].to_vec();
        lines[first].truncate(at(region, "startColumn"));
        let inserted: Vec<char> =
            change["insertedContent"]["text"].as_str().unwrap_or_default().chars().collect();
        lines[first].extend(inserted.into_iter().chain(tail));
        lines.drain(first + 1..=last);
    }
    let lines: Vec<String> = lines.into_iter().map(|line| line.into_iter().collect()).collect();
    lines.join("\n")
}

#[test]
fn sarif_has_the_same_edits_as_fixes() {
    let desk = Desk::new("fix-sarif");
    let wrong =
        "{\"version\": 1,\n \"titel\": {\"en\": \"å\"},\n /* of two\n lines */ \"issued\": \"30.4.2016\"}";
    desk.put("a b.json", wrong);
    let sarif: Value = serde_json::from_str(&desk.text(&["--format", "sarif", "a b.json"])).unwrap();
    let result = &sarif["runs"][0]["results"][0];
    assert_eq!(result["fixes"][0]["artifactChanges"][0]["artifactLocation"]["uri"], "a%20b.json");
    assert_eq!(result["fixes"][0]["description"]["text"], "write \"1.0\"");
    let once = after(wrong, &sarif);
    desk.text(&["--fix", "a b.json"]);
    assert_eq!(desk.get("a b.json"), once);

    let lines = "{\"goal\": 5}\n{\"project\": {\"id\": \"p\", \"title\": {\"en\": \"å \"}, \"status\": \"Ongoing\"}}\n{\"project\": {\"id\": \"q\", \"titel\": {\"en\": \"Q\"}}}\n";
    desk.put("a.jsonl", lines);
    let sarif: Value = serde_json::from_str(&desk.text(&["--format", "sarif", "a.jsonl"])).unwrap();
    assert_eq!(
        after(lines, &sarif),
        lines.replace("å ", "å").replace("Ongoing", "ongoing").replace("titel", "title")
    );
}
