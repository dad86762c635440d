//! `cooperation convert`, as it is run.

use crate::desk::{Desk, told};
use cooperation::Dataset;
use std::fs;
use std::process::{Output, Stdio};

const DATA: &str = include_str!("../../../examples/data/microfinance-norway.json");

impl Desk {
    fn folder(&self, name: &str) -> &Self {
        fs::create_dir_all(self.0.join(name)).unwrap();
        self
    }

    /// The names of what is in a folder; none where there is no folder.
    fn names(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.0.join(folder)).into_iter().flatten();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

fn titled(title: &str, group: &str) -> String {
    format!(
        r#"{{"version": "1.0", "title": {{"en": "{title}"}}, "groups": [{{"id": "{group}", "name": {{"en": "G"}}}}]}}"#
    )
}

fn line(group: &str) -> String {
    format!("{{\"group\":{{\"id\":\"{group}\",\"name\":{{\"en\":\"G\"}}}}}}\n")
}

fn head(title: &str) -> String {
    format!("{{\"dataset\":{{\"version\":\"1.0\",\"title\":{{\"en\":\"{title}\"}}}}}}\n")
}

fn run(desk: &Desk, from: &str, to: &str, more: &[&str]) -> Output {
    let arguments = [&["--from", from, "--to", to], more].concat();
    desk.program("convert", &arguments).stdin(Stdio::null()).output().unwrap()
}

/// What is told on standard error where the conversion fails.
fn refused(desk: &Desk, from: &str, to: &str, more: &[&str]) -> String {
    let output = run(desk, from, to, more);
    assert_eq!(String::from_utf8_lossy(&output.stdout), "");
    let (told, code) = told(output);
    assert_ne!(code, 0, "{told}");
    told
}

/// The dataset that is written, and what is told beside it.
fn read(desk: &Desk, from: &str, files: &[&str]) -> (Dataset, String) {
    let output = run(desk, from, "json", files);
    let dataset = Dataset::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error} {output:?}"));
    (dataset, told(output).0)
}

#[test]
fn a_folder_in_which_nothing_is_found_is_refused() {
    let desk = Desk::new("convert-empty");
    desk.folder("empty").put("data.txt", "");
    for (from, ending) in
        [("json", ".json"), ("360giving", ".csv or .json"), ("lines", ".jsonl or .ndjson"), ("csv", ".csv")]
    {
        let told = refused(&desk, from, "json", &["empty"]);
        assert_eq!(told, format!("error: empty: no file in this folder ends in {ending}\n"));
    }
    // One folder with files does not make up for another.
    desk.folder("full").put("full/a.jsonl", line("a"));
    assert!(refused(&desk, "lines", "json", &["full", "empty"]).starts_with("error: empty: "));
}

#[test]
fn files_in_a_folder_are_known_by_the_ending_of_their_format() {
    let desk = Desk::new("convert-endings");
    desk.folder("all/deeper");
    desk.put("all/a.json", titled("A", "a")).put("all/b.JSON", titled("A", "b"));
    desk.put("all/c.jsonl", line("c")).put("all/d.NDJSON", line("d")).put("all/deeper/e.ndjson", line("e"));
    desk.put("all/groups.Csv", "id,name.en\nf,G\n").put("all/deeper/groups.csv", "id,name.en\ng,G\n");
    for (from, groups) in [("json", &["a", "b"][..]), ("lines", &["c", "d", "e"]), ("csv", &["f"])] {
        let (dataset, told) = read(&desk, from, &["all"]);
        let found: Vec<&str> = dataset.groups.iter().map(|group| group.id.as_str()).collect();
        assert_eq!(found, groups, "{told}");
    }
    desk.folder("grants").put("grants/g.json", include_str!("../../../examples/data/grants.360giving.json"));
    assert!(!read(&desk, "360giving", &["grants"]).0.funding.is_empty());
}

#[test]
fn what_was_applied_for_or_disbursed_is_not_counted_as_a_grant() {
    let desk = Desk::new("convert-grants");
    let money = r#""currency": "GBP", "value": 4"#;
    desk.put(
        "g.json",
        format!(
            r#"{{"grants": [{{"id": "g", "currency": "GBP", "amountAwarded": 9, "amountAppliedFor": 10,
            "commitmentTransaction": [{{{money}}}], "disbursementTransaction": [{{{money}}}, {{{money}}}]}}]}}"#
        ),
    );
    let (dataset, told) = read(&desk, "360giving", &["g.json"]);
    assert_eq!(dataset.funding.len(), 5);
    assert!(told.contains("g.json: 1 grant read, and 4 further funding records made from"), "{told}");
}

#[test]
fn of_several_datasets_what_the_first_says_of_itself_is_kept_and_the_others_are_told_of() {
    let desk = Desk::new("convert-heads");
    desk.put("silent.json", r#"{"version": "1.0"}"#);
    desk.put("a.json", titled("A", "a")).put("same.json", titled("A", "s")).put("b.json", titled("B", "b"));
    let (dataset, told) =
        read(&desk, "json", &["silent.json", "a.json", "same.json", "b.json", "silent.json"]);
    assert_eq!(dataset.title.unwrap().best(&[]), "A");
    assert_eq!(dataset.groups.len(), 3);
    assert_eq!(told, "b.json: metadata of the dataset left out, since a.json has different metadata\n");

    desk.put("silent.jsonl", line("s"));
    desk.put("a.jsonl", line("a") + &head("A")).put("b.jsonl", head("A") + &line("b") + &head("B"));
    let (dataset, told) = read(&desk, "lines", &["silent.jsonl", "a.jsonl", "b.jsonl"]);
    assert_eq!(dataset.title.unwrap().best(&[]), "A");
    assert_eq!(told, "b.jsonl:3: metadata of the dataset left out, since a.jsonl:2 has different metadata\n");
}

#[test]
fn arguments_that_do_not_go_together_are_refused_before_anything_is_written() {
    let desk = Desk::new("convert-arguments");
    desk.put("data.json", DATA).put("data.jsonl", line("a")).put("out", "as it was");
    let split = ["--split-by", "kind", "--out", "parts", "data.jsonl"];
    let cases: [(&str, &str, &[&str], &str); 9] = [
        ("json", "schema-org", &["--out", "out", "data.json"], "--base"),
        ("json", "json", &["--base", "https://example.org/", "--out", "out", "data.json"], "--base is for"),
        ("json", "csv", &["data.json"], "--out"),
        ("lines", "lines", &["--part-size", "5", "--out", "out", "data.jsonl"], "--split-by"),
        (
            "lines",
            "lines",
            &["--part-size", "0", split[0], split[1], split[2], split[3], split[4]],
            "0 is not in 1..",
        ),
        ("lines", "lines", &["--split-by", "kind", "data.jsonl"], "--out"),
        ("json", "lines", &split, "only record lines are split"),
        ("schema-org", "json", &["--out", "out", "data.json"], "written, and not read"),
        ("csv", "json", &["--out", "out", "-"], "tables come from files and folders"),
    ];
    for (from, to, more, why) in cases {
        let told = refused(&desk, from, to, more);
        assert!(told.contains(why) && told.contains("--help"), "{from} {to} {more:?}: {told}");
        assert_eq!(desk.get("out"), "as it was");
        assert!(desk.names("parts").is_empty());
    }
}

#[test]
fn tables_are_not_written_among_others() {
    let desk = Desk::new("convert-tables");
    desk.put("data.json", DATA).folder("tables").put("tables/barriers.CSV", "id\n");
    let told = refused(&desk, "json", "csv", &["--out", "tables", "data.json"]);
    assert!(told.starts_with("error: tables/barriers.CSV: this file would be read together"), "{told}");
    assert_eq!(desk.names("tables"), ["barriers.CSV"]);
    // What is no table is left as it is.
    desk.folder("new").put("new/notes.txt", "mine");
    assert!(run(&desk, "json", "csv", &["--out", "new", "data.json"]).status.success());
    assert_eq!(desk.get("new/notes.txt"), "mine");
    assert_eq!(read(&desk, "csv", &["new"]).0.to_json(), DATA);
}

#[test]
fn record_lines_are_not_split_among_others() {
    let desk = Desk::new("convert-split");
    desk.put("data.jsonl", head("A") + &line("a") + &line("b") + &line("c"));
    let split = ["--split-by", "kind", "--part-size", "2", "--out", "parts", "data.jsonl"];
    assert!(run(&desk, "lines", "lines", &split).status.success());
    assert_eq!(desk.names("parts/kind=group"), ["part-0001.jsonl", "part-0002.jsonl"]);
    desk.put("parts/kind=group/part-0002.jsonl", "");
    desk.put("data.jsonl", line("d"));
    let told = refused(&desk, "lines", "lines", &split);
    assert!(told.starts_with("error: parts/kind=dataset/part-0001.jsonl: this file would be read"), "{told}");
    assert_eq!(desk.get("parts/kind=group/part-0001.jsonl"), line("a") + &line("b"));
    assert_eq!(desk.get("parts/kind=group/part-0002.jsonl"), "");
    // A folder that is split into itself would be read while it is written.
    let told = refused(&desk, "lines", "lines", &["--split-by", "kind", "--out", "parts", "parts"]);
    assert!(told.contains("kind=dataset"), "{told}");
}

#[test]
fn what_cannot_be_written_or_read_is_named() {
    let desk = Desk::new("convert-names");
    desk.put("data.json", DATA).put("data.jsonl", line("a")).put("taken", "");
    let starts = |told: &str, name: &str| {
        assert!(told.starts_with(&format!("error: {name}: ")) && !told.contains("Os {"), "{told}");
    };
    starts(&refused(&desk, "json", "lines", &["--out", "none/here.jsonl", "data.json"]), "none/here.jsonl");
    starts(&refused(&desk, "json", "csv", &["--out", "taken", "data.json"]), "taken");
    let split = ["--split-by", "kind", "--out", "taken", "data.jsonl"];
    starts(&refused(&desk, "lines", "lines", &split), "taken/kind=group");
    starts(&refused(&desk, "json", "json", &["missing.json"]), "missing.json");
}

#[test]
fn grants_are_counted_apart_from_their_other_amounts_and_fields_without_an_equivalent_are_named() {
    let desk = Desk::new("convert-grants");
    desk.put(
        "g.csv",
        "Identifier,Title,Description,Currency,Amount Awarded,Amount Disbursed,Award Date,Own\n\
         360G-A-1,A,B,GBP,1000,400,2024-02-01,x\n360G-A-2,C,D,GBP,2000,,2024-02-02,\n",
    );
    let (_, told, code) = desk.done("convert", &["--from", "360giving", "--to", "json", "g.csv"]);
    assert_eq!(code, 0, "{told}");
    let counted = "g.csv: 2 grants read, and 1 further funding record made from amounts applied for and from transactions";
    assert!(told.lines().any(|line| line == counted), "{told}");
    assert!(told.contains("/grants/0/Own (line 2): no equivalent field; kept in extensions"), "{told}");
    assert!(!told.contains("amountDisbursed"), "{told}");
}

#[test]
fn a_workbook_of_grants_is_refused_with_a_way_out_and_grants_are_written_as_json_only() {
    let desk = Desk::new("convert-grants-workbook");
    desk.put("g.xlsx", b"PK\x03\x04rest");
    let (_, told, code) = desk.done("convert", &["--from", "360giving", "--to", "json", "g.xlsx"]);
    assert_eq!(code, 1, "{told}");
    assert!(told.contains("this is an Excel workbook, but 360Giving data is read as JSON or CSV"), "{told}");
    assert!(told.contains("help: save the sheet of grants as CSV UTF-8"), "{told}");
    desk.put("d.json", r#"{"version": "1.0"}"#);
    let (_, told, code) =
        desk.done("convert", &["--from", "json", "--to", "360giving", "--out", "q.csv", "d.json"]);
    assert_eq!(code, 2, "{told}");
    assert!(told.contains("360Giving data is written as JSON"), "{told}");
    assert!(!desk.0.join("q.csv").exists());
}

#[test]
fn what_an_export_leaves_out_is_named_by_record() {
    let desk = Desk::new("convert-named");
    desk.put("d.json", r#"{"version": "1.0", "funding": [{"id": "grant", "share": "50"}], "projects": [{"id": "p", "title": {"en": "P"}}]}"#);
    let (_, told, _) = desk.done("convert", &["--from", "json", "--to", "360giving", "d.json"]);
    for line in [
        "funding grant: no title, which 360Giving requires",
        "funding grant, share: no 360Giving field; left out",
        "project p: left out, since no grant refers to it",
    ] {
        assert!(told.lines().any(|known| known == line), "{line}\n{told}");
    }
}

const PROJECTS: &str =
    "id;acronym;title;ecMaxContribution;objective\n101;ICE;Sea ice;9.00;What it is about\n";
const PARTNERS: &str = "projectID;organisationID;name;role;order;ecContribution\n101;999;A BODY;coordinator;1;9.00\n101;998;B BODY;participant;2;0\n";

/// Record lines of a dump are written while it is read, so their order is another.
#[test]
fn record_lines_of_a_dump_are_those_of_its_dataset() {
    let desk = Desk::new("convert-cordis");
    desk.folder("dump").put("dump/project.csv", PROJECTS).put("dump/organization.csv", PARTNERS);
    let sorted = |text: &[u8]| {
        let text = String::from_utf8(text.to_vec()).unwrap();
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines.retain(|line| !line.starts_with("{\"dataset\""));
        lines.sort();
        lines
    };
    let (of_dataset, told_of_dataset) = read(&desk, "cordis", &["dump"]);
    let mut whole = Vec::new();
    of_dataset.write_lines(&mut whole).unwrap();
    let output = run(&desk, "cordis", "lines", &["dump"]);
    assert_eq!(sorted(&output.stdout), sorted(&whole));
    assert_eq!(sorted(&whole).len(), of_dataset.len());
    assert_eq!(of_dataset.participations.len(), 2);
    assert_eq!(told(output), (told_of_dataset, 0));
}

#[test]
fn content_that_is_no_dump_and_no_activity_file_ends_with_1_and_a_missing_file_with_2() {
    let desk = Desk::new("convert-codes");
    desk.folder("dump").put("dump/project.csv", "name\nx\n").put("a.xml", "<iati-activities version=\"1\"/>");
    for to in ["json", "lines"] {
        for (from, file, code) in
            [("cordis", "dump", 1), ("cordis", "project.csv", 2), ("iati", "a.xml", 1), ("iati", "no.xml", 2)]
        {
            let (why, ended) = told(run(&desk, from, to, &[file]));
            assert_eq!(ended, code, "{from} {to}: {why}");
        }
    }
}

#[test]
fn the_faults_of_all_files_are_told_and_the_others_are_converted() {
    let desk = Desk::new("several-unread");
    desk.put("one.jsonl", line("one"))
        .put("two.jsonl", line("two") + "{\n")
        .put("three.jsonl", "{\"projekt\": {}}\n");
    let (text, told, code) =
        desk.done("convert", &["--from", "lines", "--to", "lines", "one.jsonl", "two.jsonl", "three.jsonl"]);
    assert_eq!(code, 1, "{told}");
    assert!(told.contains("two.jsonl:2") && told.contains("three.jsonl:1"), "{told}");
    // Of a file that cannot be read to its end, nothing is taken.
    assert!(text.contains("\"one\"") && !text.contains("\"two\""), "{text}");
    // A file that is not there is a fault of another kind, and does not hide the others.
    let (_, told, code) =
        desk.done("convert", &["--from", "lines", "--to", "lines", "one.jsonl", "none.jsonl", "three.jsonl"]);
    assert!(code == 2 && told.contains("none.jsonl: ") && told.contains("three.jsonl:1"), "{told}");
    // Where nothing can be read, nothing is written.
    let (_, told, code) =
        desk.done("convert", &["--from", "lines", "--to", "json", "--out", "out.json", "three.jsonl"]);
    assert!(code == 1 && !desk.0.join("out.json").exists(), "{told}");
}
