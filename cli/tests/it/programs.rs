//! How the subcommands end, and what they say of one, as they are run.

use crate::desk::{Desk, told, unread};
use std::fs::File;
use std::path::Path;
use std::process::Command;

/// What writes to standard output, with more than a pipe holds at once where that can be.
fn writers(desk: &Desk) -> Vec<Command> {
    desk.put("data.json", include_str!("../../../examples/data/microfinance-norway.json"));
    let writers: &[(&str, &[&str])] = &[
        ("generate", &["200"]),
        ("generate", &["200", "--lines"]),
        ("show", &[]),
        ("query", &[]),
        ("funds", &[]),
        ("map", &[]),
        ("timeline", &[]),
        ("schema", &[]),
        ("schema", &["--for", "duckdb"]),
        ("convert", &["--from", "json", "--to", "json", "data.json"]),
        ("convert", &["--from", "json", "--to", "lines", "data.json"]),
        ("convert", &["--from", "json", "--to", "360giving", "data.json"]),
    ];
    writers.iter().map(|(subcommand, arguments)| desk.program(subcommand, arguments)).collect()
}

#[test]
fn a_reader_who_stops_early_is_no_failure_of_any_subcommand() {
    let desk = Desk::new("early");
    for writer in writers(&desk) {
        let name = format!("{writer:?}");
        let (told, code) = told(unread(writer));
        assert!(!told.contains("error"), "{name}: {told}");
        assert_eq!(code, 0, "{name}");
    }
}

/// A disk without room, where the system has one to try on.
#[test]
fn what_cannot_be_written_names_where_it_was_to_go() {
    let full = Path::new("/dev/full");
    if !full.exists() {
        return;
    }
    let desk = Desk::new("full");
    for mut writer in writers(&desk) {
        let output = writer.stdout(File::options().write(true).open(full).unwrap()).output().unwrap();
        let (told, code) = told(output);
        assert!(told.contains("standard output: No space left"), "{writer:?}: {told}");
        assert!(code != 0 && !told.contains("Os {"), "{writer:?}: {told}");
    }
}

#[test]
fn a_schema_that_cannot_be_written_names_its_file() {
    let desk = Desk::new("schemas");
    desk.put("taken", "");
    for arguments in [&["--out", "taken"][..], &["--out", "taken", "--for", "duckdb"]] {
        let (told, code) = told(desk.program("schema", arguments).output().unwrap());
        assert!(told.starts_with("error: taken: "), "{told}");
        assert_eq!(code, 2);
    }
}

#[test]
fn one_thing_is_told_as_one() {
    let desk = Desk::new("one");
    desk.put(
        "one.json",
        r#"{"version": "1.0", "sources": [{"id": "s", "title": {"en": "S"}}], "projects": [
            {"id": "p", "title": {"en": "P"}, "period": {"start": "2020-02", "end": "2020-02"},
             "evidence": [{"source": "s", "quote": "P"}]}]}"#,
    );
    let output = desk.program("show", &["one.json"]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("2 records, among them 0 organizations, 0 networks, 1 project, 0 goals"), "{text}");
    assert!(text.contains("quoted 1 time\n"), "{text}");
    assert!(text.contains(", one month\n"), "{text}");
}
