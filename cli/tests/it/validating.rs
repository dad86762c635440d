//! `cooperation validate`, as it is run.

use crate::desk::{Desk, told, unread};
use serde_json::{Value, json};
use std::fs;

const GOOD: &str = r#"{"version": "1.0", "groups": [{"id": "g", "name": {"en": "G"}}]}"#;
const WARNING: &str = r#"{"version": "1.0", "groups": [{"id": "g", "name": {"xx": "G"}}]}"#;
const BROKEN: &str =
    "{\n  \"version\": \"1.0\",\n  \"groups\": [{\"id\": \"g h\", \"nmae\": {\"en\": \"G\"}}]\n}";

/// Rule, line and column of each finding.
fn places(file: &Value) -> Vec<(String, Option<u64>, Option<u64>)> {
    let findings = file["findings"].as_array().unwrap().iter();
    findings
        .map(|at| (at["rule"].as_str().unwrap().to_owned(), at["line"].as_u64(), at["column"].as_u64()))
        .collect()
}

#[test]
fn the_exit_code_tells_whether_there_is_an_error() {
    let desk = Desk::new("codes");
    desk.put("good.json", GOOD).put("warning.json", WARNING).put("broken.json", BROKEN);
    assert_eq!(desk.code(&["good.json", "warning.json"]), 0);
    assert_eq!(desk.code(&["--deny", "warnings", "good.json"]), 0);
    assert_eq!(desk.code(&["--deny", "warnings", "good.json", "warning.json"]), 1);
    assert_eq!(desk.code(&["good.json", "broken.json"]), 1);
    assert_eq!(desk.code(&["good.json", "missing.json"]), 2);
    assert_eq!(desk.code(&["--no-such-flag"]), 2);
    assert_eq!(desk.code(&[]), 2);
}

#[test]
fn a_rule_is_left_out_by_its_name_and_the_report_says_so() {
    let desk = Desk::new("without");
    desk.put("warning.json", WARNING);
    assert!(desk.text(&["warning.json"]).contains("warning[unknown-language]"));
    let text = desk.text(&["--without", "unknown-language", "warning.json"]);
    assert!(text.starts_with("warning.json: valid; 0 errors, 0 warnings"), "{text}");
    assert!(text.contains("not checked: unknown-language: disabled"), "{text}");
    let output = desk.run(&["--without", "unknown-langage", "warning.json"]);
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("did you mean unknown-language"), "{told}");
}

/// More than a pipe holds, read by somebody who has seen enough.
#[test]
fn a_reader_who_stops_early_is_no_failure() {
    let groups: Vec<Value> =
        (0..2_000).map(|number| json!({"id": format!("g{number}"), "nmae": {}})).collect();
    let desk = Desk::new("pipe");
    desk.put("many.json", json!({"version": "1.0", "groups": groups}).to_string());
    assert_eq!(told(unread(desk.command(&["--format", "github", "many.json"]))), (String::new(), 1));
}

#[test]
fn a_person_sees_the_place_the_fact_and_the_help() {
    let desk = Desk::new("human");
    desk.put("broken.json", BROKEN);
    let text = desk.text(&["broken.json"]);
    let expected = "broken.json:3:21: error[invalid-value] \"g h\" is not a group id: only letters A-Z and a-z, \
        digits and . _ : / ~ - are allowed\n 3 |   \"groups\": [{\"id\": \"g h\", \"nmae\": {\"en\": \"G\"}}]\n   |\
        \u{20}                    ^^^^^\n";
    assert!(text.contains(expected), "{text}");
    assert!(text.contains("broken.json:3:28: error[unknown-member]"), "{text}");
    assert!(text.contains("  help: write \"name\"\n"), "{text}");
    assert!(text.contains("broken.json: not valid; 2 errors, 0 warnings, 0 infos\n"), "{text}");
    assert!(!text.contains('\u{1b}'), "{text}");
}

#[test]
fn json_has_every_member_that_is_promised() {
    let desk = Desk::new("json");
    desk.put("warning.json", WARNING);
    let file = json!({
        "file": "warning.json", "valid": true, "errors": 0, "warnings": 1, "infos": 0,
        "findings": [{
            "rule": "unknown-language", "severity": "warning", "pointer": "/groups/0/name/xx", "line": 1,
            "column": 58, "kind": "group", "id": "g", "message": "ISO 639-1 has no language xx",
            "help": "write the code of the language, or `und` if it is not known"
        }]
    });
    assert_eq!(desk.json(&["warning.json"]), json!({ "files": [file] }));
}

#[test]
fn findings_in_record_lines_have_line_and_column() {
    let desk = Desk::new("lines");
    let lines = "{\"group\": {\"id\": \"g\", \"name\": {\"en\": \"G\"}}}\n\n{\"group\": 5}\r\n\
        {\"project\": {\"id\": \"p\", \"title\": {\"en\": \"å 😀\"}, \"programmes\": [\"n\"]}}\n{\"group\"";
    desk.put("a.jsonl", lines);
    let expected = [("wrong-type", 3, 11), ("unknown-reference", 4, 64), ("unexpected-end", 5, 9)];
    let expected: Vec<_> =
        expected.map(|(rule, line, column)| (rule.to_owned(), Some(line), Some(column))).to_vec();
    assert_eq!(places(&desk.json(&["a.jsonl"])["files"][0]), expected);
    assert_eq!(places(&desk.json(&["--threads", "3", "a.jsonl"])["files"][0]), expected);
    assert!(desk.text(&["a.jsonl"]).contains("\"programmes\": [\"n\"]}}\n"));
}

#[test]
fn record_lines_on_standard_input_are_placed_like_those_of_a_file() {
    let desk = Desk::new("standard-input");
    let lines = "{\"group\": 5}\n{\"project\": {\"id\": \"p\", \"title\": {\"en\": \"P\"}, \"programmes\": [\"n\"]}}\n";
    desk.put("lines", lines);
    let input = fs::File::open(desk.0.join("lines")).unwrap();
    let output = desk.command(&["--format", "json", "-"]).stdin(input).output().unwrap();
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    let expected = [("wrong-type", 1, 11), ("unknown-reference", 2, 62)];
    let expected: Vec<_> =
        expected.map(|(rule, line, column)| (rule.to_owned(), Some(line), Some(column))).to_vec();
    assert_eq!(places(&found["files"][0]), expected);
}

#[test]
fn parts_that_are_checked_apart_come_to_the_findings_of_the_whole() {
    let desk = Desk::new("parts");
    let one = "{\"project\": {\"id\": \"p\", \"title\": {\"en\": \"P\"}, \"programmes\": [\"n\"]}}\n{\"group\": 5}\n";
    let two = "{\"programme\": {\"id\": \"n\", \"name\": {\"en\": \"N\"}}}\n\
        {\"project\": {\"id\": \"p\", \"title\": {\"en\": \"P\"}, \"programmes\": [\"m\"]}}\n";
    desk.put("1.jsonl", one).put("2.jsonl", two).put("all.jsonl", format!("{one}{two}"));
    for part in ["1", "2"] {
        assert_eq!(desk.code(&["--shard-out", &format!("{part}.part"), &format!("{part}.jsonl")]), 0);
    }
    let rules =
        |value: &Value| places(&value["files"][0]).into_iter().map(|(rule, ..)| rule).collect::<Vec<_>>();
    let whole = desk.json(&["all.jsonl"]);
    assert_eq!(rules(&whole), ["wrong-type", "duplicate-id", "unknown-reference"]);
    let merged = desk.json(&["--merge", "2.part", "1.part"]);
    assert_eq!(rules(&merged), rules(&whole));
    assert_eq!(merged["files"][0]["errors"], whole["files"][0]["errors"]);
    let places =
        merged["files"][0]["findings"].as_array().unwrap().iter().map(|at| (&at["part"], &at["line"]));
    assert!(places.clone().any(|at| at == (&json!("2.jsonl"), &json!(2))), "{merged}");
    assert!(places.clone().all(|(part, line)| part.is_string() && line.is_u64()), "{merged}");
    assert!(desk.text(&["--merge", "2.part", "1.part"]).contains("2.jsonl:2: error[duplicate-id]"));
    assert_eq!(desk.code(&["--merge", "1.part", "2.part"]), 1);
    assert_eq!(desk.code(&["--merge", "1.part", "1.part"]), 2);
}

#[test]
fn many_alike_are_shown_once_and_counted() {
    let desk = Desk::new("many");
    let projects: Vec<String> = (0..4_316)
        .map(|number| {
            format!(r#"{{"id": "p{number}", "title": {{"en": "P {number}"}}, "programmes": ["n"]}}"#)
        })
        .collect();
    desk.put("many.json", format!(r#"{{"version": "1.0", "projects": [{}]}}"#, projects.join(",")));
    let text = desk.text(&["many.json"]);
    assert_eq!(text.matches("error[unknown-reference]").count(), 3);
    let more = "... and 4,313 more of unknown-reference at /projects/*/programmes/*; --all shows them\n";
    assert!(text.contains(more), "{text}");
    assert!(text.contains("    4,316  error unknown-reference\n"), "{text}");
    let all = desk.text(&["--all", "many.json"]);
    assert_eq!(all.matches("error[unknown-reference]").count(), 4_316);
    assert!(!all.contains("..."), "something is left out");
}

#[test]
fn all_findings_are_shown_where_more_are_found_than_are_kept_otherwise() {
    let desk = Desk::new("all");
    let groups: Vec<Value> =
        (0..10_005).map(|number| json!({"id": format!("g{number}"), "name": {"xx": "G"}})).collect();
    desk.put("many.json", json!({"version": "1.0", "groups": groups}).to_string());
    let text = desk.text(&["many.json"]);
    assert!(text.contains("... and 9,997 more of unknown-language at /groups/*/name/xx; --all"), "{text}");
    assert!(text.contains("... and 5 more, which are counted but not kept\n"), "{text}");
    let all = desk.text(&["--all", "many.json"]);
    assert_eq!(all.matches("warning[unknown-language]").count(), 10_005);
}

#[test]
fn a_file_that_cannot_be_opened_hides_no_other() {
    let desk = Desk::new("unopened");
    desk.put("broken.json", BROKEN).put("good.json", GOOD);
    let files = ["broken.json", "missing.json", "good.json"];
    let output = desk.run(&files);
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    assert!(text.contains("broken.json: not valid; 2 errors"), "{text}");
    assert!(text.contains("good.json: valid; 0 errors"), "{text}");
    let (told, code) = told(output);
    assert!(told.starts_with("missing.json: "), "{told}");
    assert_eq!(code, 2);
    let found = desk.json(&files);
    let read: Vec<&Value> = found["files"].as_array().unwrap().iter().map(|file| &file["file"]).collect();
    assert_eq!(read, ["broken.json", "good.json"]);
    assert_eq!(desk.json(&["missing.json"]), json!({ "files": [] }));
}

#[test]
fn a_part_file_without_a_part_is_refused() {
    let desk = Desk::new("no-part");
    desk.put("good.jsonl", "{\"group\": {\"id\": \"g\", \"name\": {\"en\": \"G\"}}}\n").put("empty.part", "");
    assert_eq!(desk.code(&["--shard-out", "good.part", "good.jsonl"]), 0);
    assert_eq!(desk.code(&["--merge", "good.part"]), 0);
    let output = desk.run(&["--merge", "good.part", "empty.part"]);
    assert_eq!(told(output), ("empty.part: the file has no part in it\n".to_owned(), 2));
}

#[test]
fn what_is_refused_for_its_warnings_says_so() {
    let desk = Desk::new("denied");
    desk.put("warning.json", WARNING).put("good.json", GOOD);
    let text = desk.text(&["--deny", "warnings", "warning.json", "good.json"]);
    assert!(text.contains("warning.json: valid, but warnings are denied; 0 errors, 1 warning"), "{text}");
    assert!(text.contains("good.json: valid; 0 errors, 0 warnings"), "{text}");
    assert!(desk.text(&["warning.json"]).contains("warning.json: valid; 0 errors, 1 warning"));
}

#[test]
fn record_lines_are_known_by_their_endings_in_capital_letters_too() {
    let desk = Desk::new("endings");
    for name in ["a.jsonl", "a.ndjson", "a.JSONL", "a.NdJson"] {
        desk.put(name, "{\"group\": {\"id\": \"g\", \"name\": {\"en\": \"G\"}}}\n");
        assert_eq!(desk.code(&[name]), 0, "{name}: {}", desk.text(&[name]));
    }
}

#[test]
fn record_lines_are_known_by_how_they_begin_whatever_their_file_is_called() {
    let desk = Desk::new("beginnings");
    let record = "{\"group\": {\"id\": \"g\", \"name\": {\"en\": \"G\"}}}\n";
    for (name, text) in [
        ("a.json", record.to_owned()),
        ("a.txt", format!("\u{feff} \n{{ \"dataset\" : {{\"version\": \"1.0\"}} }}\n{record}")),
    ] {
        desk.put(name, &text);
        assert_eq!(desk.code(&[name]), 0, "{name}: {}", desk.text(&[name]));
    }
    // A member of a document that is misspelt is no record.
    desk.put("b.json", "{\"group\": [{\"id\": \"g\", \"name\": {\"en\": \"G\"}}], \"version\": \"1.0\"}");
    assert!(desk.text(&["b.json"]).contains("help: write \"groups\""), "{}", desk.text(&["b.json"]));
}

#[test]
fn one_line_of_twenty_megabytes_is_shown_by_its_piece() {
    let desk = Desk::new("long");
    // Faults near column 1, at columns 65,535 and 65,536, and at the end.
    let mut text = String::from(r#"{"x": 1, "version": "1.0", "title": {"en": ""#);
    let until = |text: &mut String, column: usize| {
        let more = column - 1 - text.chars().count();
        text.push_str(&"å".repeat(more));
    };
    until(&mut text, 65_535 - r#""}, "#.len());
    text.push_str(r#""}, "y": 1"#);
    let second = text.chars().count() - r#""y": 1"#.len() + 1;
    assert_eq!(second, 65_535);
    text.push_str(r#", "description": {"en": ""#);
    text.push_str(r#"b"}, "#);
    text.push_str(&" ".repeat(20_000_000));
    text.push_str(r#""z": 1}"#);
    let last = text.chars().count() - r#""z": 1}"#.len() + 1;
    desk.put("long.json", &text);
    let expected: Vec<_> = [2, second, last]
        .map(|column| ("unknown-member".to_owned(), Some(1), Some(u64::try_from(column).unwrap())))
        .to_vec();
    assert_eq!(places(&desk.json(&["long.json"])["files"][0]), expected);
    let shown = desk.text(&["long.json"]);
    assert!(shown.len() < 3 * 1_000 + 300, "{} bytes", shown.len());
    for line in shown.lines().filter(|line| line.contains(" | ")) {
        assert!(line.chars().count() <= 110, "{line}");
    }
    for name in ["\"x\"", "\"y\"", "\"z\""] {
        assert!(shown.lines().any(|line| line.contains(" | ") && line.contains(name)), "{shown}");
    }
}

#[test]
fn one_long_line_is_shown_by_its_piece_wherever_its_fault_is() {
    let desk = Desk::new("long-line");
    let blanks = " ".repeat(20_000_000);
    // A list where the document belongs is a fault at column 1; what follows the document is one at the end.
    desk.put("first.json", format!("[{blanks}]"));
    desk.put("last.json", format!("{{\"version\": \"1.0\"{blanks}}}x"));
    let fault = |column: usize| {
        let head = r#"{"version": "1.0","#;
        format!("{head}{}\"x\": 1{blanks}}}", " ".repeat(column - 1 - head.len()))
    };
    desk.put("before.json", fault(65_535)).put("after.json", fault(65_536));
    let places = [
        ("first.json", "list-for-object", 1),
        ("before.json", "unknown-member", 65_535),
        ("after.json", "unknown-member", 65_536),
        ("last.json", "trailing-data", 20_000_019),
    ];
    for (name, rule, column) in places {
        let shown = desk.text(&[name]);
        assert!(shown.contains(&format!("{name}:1:{column}: error[{rule}]")), "{shown}");
        assert!(shown.len() < 1_000, "{} bytes", shown.len());
    }
}

#[test]
fn code_hosts_are_told_in_their_own_words() {
    let desk = Desk::new("hosts");
    desk.put("a,b:c.json", BROKEN);
    let text = desk.text(&["--format", "github", "a,b:c.json"]);
    assert_eq!(text.lines().count(), 2, "{text}");
    assert!(text.contains("::error file=a%2Cb%3Ac.json,line=3,col=28,title=unknown-member::"), "{text}");
    assert!(text.contains("%0Ahelp: write \"name\""), "{text}");
    let sarif: Value = serde_json::from_str(&desk.text(&["--format", "sarif", "a,b:c.json"])).unwrap();
    let result = &sarif["runs"][0]["results"][0];
    assert_eq!(result["level"], "error");
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "a%2Cb%3Ac.json");
    assert_eq!(place["region"], json!({ "startLine": 3, "startColumn": 21 }));
}
