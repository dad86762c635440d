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
    assert!(told.contains("g.json: 1 grant. What is kept"), "{told}");
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
    assert_eq!(told, "b.json: what it says of itself is left out, since a.json says something else\n");

    desk.put("silent.jsonl", line("s"));
    desk.put("a.jsonl", line("a") + &head("A")).put("b.jsonl", head("A") + &line("b") + &head("B"));
    let (dataset, told) = read(&desk, "lines", &["silent.jsonl", "a.jsonl", "b.jsonl"]);
    assert_eq!(dataset.title.unwrap().best(&[]), "A");
    assert_eq!(told, "b.jsonl:3: what it says of itself is left out, since a.jsonl:2 says something else\n");
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
