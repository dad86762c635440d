//! Tables as CSV and as JSON, and those that cannot be read.

use super::{csv, read, told};
use cooperation::interop::cordis::{self, Table, Tables};
use std::io::{self, Read};

/// Projects by id and title.
fn titles(text: &str) -> (Vec<(String, String)>, Vec<String>) {
    let read = read(&[(Table::Project, text)]).unwrap();
    let title = |project: &cooperation::Project| project.title.get("en").unwrap().to_owned();
    let projects = read.value.projects.iter().map(|project| (project.id.to_string(), title(project)));
    (projects.collect(), told(&read.misfits))
}

fn titled(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(id, title)| ((*id).to_owned(), (*title).to_owned())).collect()
}

#[test]
fn cells_may_have_any_separator_and_line_breaks_of_any_kind() {
    let expected = titled(&[("1", "A; b, c"), ("2", "Two\nlines, \"one\" text")]);
    for (delimiter, end) in [(";", "\r\n"), (",", "\n"), ("\t", "\r")] {
        let table = ["\"id\"D\"title\"", "\"1\"D\"A; b, c\"", "\"2\"D\"Two\r\nlines, \"\"one\"\" text\""];
        let table = table.join(end).replace('D', delimiter);
        for text in [table.clone(), format!("{table}{end}"), format!("\u{feff}{table}{end}{end}")] {
            assert_eq!(titles(&text), (expected.clone(), vec![]), "{text:?}");
        }
    }
    assert_eq!(titles("id;title\n1;Bare \"cells\"\n").0, titled(&[("1", "Bare \"cells\"")]));
}

#[test]
fn a_cell_without_the_quotation_marks_around_it_is_read_to_the_mark_that_ends_it() {
    let text = "\"id\";\"title\";\"acronym\"\r\n\
        \"1\";\"\"The action \"\"X\"\" works; well\"\";\"A\"\r\n\
        \"2\";\"An \"odd\" cell\";\"B\"\r\n\
        \"3\";\"\"\"All\"\" is well\";\"C\"\r\n\"4\";\"\";\"D\"\r\n";
    let (projects, told) = titles(&text.replace("\"4\";\"\"", "\"4\";\"Four\""));
    let expected = [
        ("1", "\"The action \"X\" works; well\""),
        ("2", "An \"odd\" cell"),
        ("3", "\"All\" is well"),
        ("4", "Four"),
    ];
    assert_eq!(projects, titled(&expected));
    let message = "project/title (line 2): a quotation mark is not doubled: read up to the next one that ends a cell (2 places)";
    assert_eq!(told, [message]);
}

#[test]
fn rows_that_are_not_as_long_as_the_first_are_told_with_their_line() {
    let text = "id;title\n1;One\n2;Two;three\n3\n\n4;\"Fo\nur\"\n5;Five\n6\n";
    let (projects, told) = titles(text);
    assert_eq!(projects, titled(&[("1", "One"), ("4", "Fo\nur"), ("5", "Five")]));
    assert_eq!(
        told,
        ["project (line 3): the row has more or fewer cells than the first row: not read (3 places)"]
    );
}

#[test]
fn titles_of_columns_may_differ_in_case_and_blanks() {
    assert_eq!(titles("ID; Title \n1;One\n").0, titled(&[("1", "One")]));
}

#[test]
fn a_table_is_the_same_as_csv_and_as_json() {
    let rows = csv(&[
        &["id", "title", "totalCost", "topics", "startDate", "own"],
        &["1", "One \"two\" ]", "10.50", "A;B", "2020-02-30", "x"],
        &["2", "Two", "", "", "", ""],
    ]);
    let json = r#" [{"id": 1, "title": "One \"two\" ]", "totalCost": 10.50, "topics": ["A", "B"], "startDate": "2020-02-30",
        "own": "x"},
        {"id": "2", "TITLE": "Two", "totalCost": null, "topics": [], "own": {}}]"#;
    let of_csv = read(&[(Table::Project, &rows)]).unwrap();
    let of_json = read(&[(Table::Project, json)]).unwrap();
    assert_eq!(of_csv.value, of_json.value);
    assert_eq!(of_csv.value.projects.len(), 2);
    let mut places: Vec<_> = of_json.misfits.iter().map(|misfit| misfit.place.as_str()).collect();
    places.sort_unstable();
    assert_eq!(places, ["project/own", "project/startDate"]);
    let wrong =
        read(&[(Table::Project, r#"[{"id": 1, "title": "One"}, 7, {"id": 2 "title": "Two"}]"#)]).unwrap();
    assert_eq!(wrong.value.projects.len(), 1);
    assert_eq!(
        told(&wrong.misfits),
        ["project (line 2): the item is not a JSON object: not read (2 places)"]
    );
    assert!(read(&[(Table::Project, "[]")]).unwrap().value.projects.is_empty());
}

#[test]
fn a_table_that_cannot_be_read_is_named_with_its_line() {
    for (text, error) in [
        ("", "table project: the table is empty"),
        ("title\nOne\n", "table project, line 1: the column id is missing"),
        ("id;ID\n1;2\n", "table project, line 1: the column id is given twice"),
        ("id\n\"1\n2\n", "table project, line 2: a quotation mark opens a cell and none closes it"),
        ("[{\"id\": 1}", "table project, line 1: the list has no closing bracket"),
    ] {
        assert_eq!(read(&[(Table::Project, text)]).unwrap_err().to_string(), error);
    }
    let missing = read(&[(Table::Organization, "projectID\n")]).unwrap_err();
    assert_eq!(
        (missing.table(), missing.line(), missing.message()),
        (Table::Project, None, "the table is missing")
    );
    let bytes: &[u8] = b"id;title\n1;caf\xe9\n";
    let error = cordis::read(Tables::new().with(Table::Project, bytes)).unwrap_err();
    assert_eq!(error.to_string(), "table project, line 2: the text is not in UTF-8");
}

#[test]
fn a_quotation_mark_that_is_never_closed_does_not_take_in_the_whole_file() {
    let start: &[u8] = b"id;title\n1;\"open";
    let endless = start.chain(io::repeat(b'x'));
    let mut records = cordis::records(Tables::new().with(Table::Project, endless));
    let error = records.next().unwrap().unwrap_err();
    assert_eq!(
        error.to_string(),
        "table project, line 2: the row has more than 8 MiB: is a quotation mark missing?"
    );
    assert!(records.next().is_none());
}

#[test]
fn a_reader_that_fails_is_the_source_of_the_error() {
    struct Fails;
    impl Read for Fails {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the disk is gone"))
        }
    }
    let begun: &[u8] = b"id;title\n1;One\n";
    let mut records = cordis::records(Tables::new().with(Table::Project, begun.chain(Fails)));
    assert!(records.next().unwrap().is_ok());
    let error = records.next().unwrap().unwrap_err();
    assert_eq!(std::error::Error::source(&error).unwrap().to_string(), "the disk is gone");
    assert!(records.next().is_none());
}

#[test]
fn records_come_while_the_table_is_still_being_read() {
    struct Endless(u64);
    impl Read for Endless {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            self.0 += 1;
            let row = if self.0 == 1 { "id;title\n".to_owned() } else { format!("{};Project\n", self.0) };
            buffer[..row.len()].copy_from_slice(row.as_bytes());
            Ok(row.len())
        }
    }
    let records = cordis::records(Tables::new().with(Table::Project, Endless(0)));
    assert_eq!(records.take(1_000).flatten().count(), 1_000);
}

#[test]
fn tables_are_known_by_the_names_of_their_files() {
    for table in Table::ALL {
        assert_eq!(Table::from_name(table.as_str()), Some(*table));
        assert_eq!(Table::from_name(&table.as_str().to_uppercase()), Some(*table));
    }
    assert_eq!(Table::from_name("information"), None);
}
