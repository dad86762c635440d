//! `cooperation new` and `cooperation completions`, as they are run.

use crate::desk::Desk;
use cooperation::Dataset;
use std::fs;

const KINDS: [&str; 3] = ["association", "programme", "funder"];

#[test]
fn a_starter_is_told_what_to_replace_and_nothing_else_and_explains_every_record() {
    let desk = Desk::new("new");
    for kind in KINDS {
        let (text, told, code) = desk.done("new", &[kind]);
        assert_eq!(code, 0, "{told}");
        desk.put(&format!("{kind}.json"), &text);
        // Whoever forgets a text is told which.
        let left = text.matches(": \"Replace me: ").count();
        let told_of = format!("valid; 0 errors, {left} warnings, 0 infos\n");
        for today in ["2026-11-28", "2126-01-01"] {
            let report = desk.text(&["--today", today, &format!("{kind}.json")]);
            assert!(left > 5 && report.contains(&told_of), "{report}");
            assert_eq!(report.matches("warning[placeholder-text] the text is a placeholder").count(), left);
        }
        desk.put("filled.json", text.replace("Replace me: ", "Our "));
        let report = desk.text(&["--today", "2026-11-28", "--deny", "warnings", "filled.json"]);
        assert!(report.ends_with("valid; 0 errors, 0 warnings, 0 infos\n"), "{report}");
        let dataset = Dataset::from_json(&text).unwrap();
        assert_eq!(dataset.to_json(), text);
        assert!(dataset.schema.is_some());
        for record in dataset.records() {
            assert!(record.description().is_some(), "{kind}: {} {}", record.kind(), record.id());
        }
        assert!(
            told.contains("cooperation validate FILE") && told.contains("cooperation schema >"),
            "{told}"
        );
        let tables = format!("{kind}.xlsx");
        assert_eq!(desk.done("new", &[kind, "--tables", "--out", &tables]).2, 0);
        let report = desk.text(&["--today", "2026-11-28", &tables]);
        assert!(report.contains(&told_of), "{report}");
        // The tables have the same records.
        let (text, _, code) = desk.done("diff", &[&format!("{kind}.json"), &tables]);
        assert!(code == 1 && text.contains("0 added, 0 removed, 0 changed;"), "{text}");
        assert!(text.starts_with("changed  metadata of the dataset\n  /$schema:"), "{text}");
    }
}

#[test]
fn a_starter_has_its_schema_beside_it_and_replaces_nothing() {
    let desk = Desk::new("new-out");
    let (_, told, code) = desk.done("new", &["association", "--out", "mine.json"]);
    assert!(code == 0 && told.contains("cooperation validate mine.json"), "{told}");
    assert_eq!(desk.get("dataset.schema.json"), desk.done("schema", &[]).0);
    fs::write(desk.0.join("mine.json"), "filled in").unwrap();
    for arguments in [&["funder", "--out", "mine.json"][..], &["funder", "--tables", "--out", "mine.json"]] {
        let (_, told, code) = desk.done("new", arguments);
        assert!(code == 2 && told.contains("mine.json: this file exists already"), "{told}");
        assert_eq!(desk.get("mine.json"), "filled in");
    }
    // A schema that is there already may be another one.
    fs::write(desk.0.join("dataset.schema.json"), "own").unwrap();
    assert_eq!(desk.done("new", &["funder", "--out", "other.json"]).2, 0);
    assert_eq!(desk.get("dataset.schema.json"), "own");
    assert_eq!(desk.done("new", &["funder", "--tables"]).2, 2);
    assert_eq!(desk.done("new", &["club"]).2, 2);
}

#[test]
fn every_shell_gets_a_script_that_knows_the_subcommands() {
    let desk = Desk::new("completions");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let (text, _, code) = desk.done("completions", &[shell]);
        assert!(
            code == 0 && text.contains("validate") && text.contains("--shard-out")
                || text.contains("shard-out")
        );
    }
    assert_eq!(desk.done("completions", &["cmd"]).2, 2);
}
