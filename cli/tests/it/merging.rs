//! `cooperation merge`, as it is run.

use crate::desk::Desk;
use cooperation::Dataset;
use serde_json::{Value, json};

fn file(publisher: Option<&str>, organizations: &Value, more: &Value) -> String {
    let mut document =
        json!({"version": "1.0", "title": {"en": "T"}, "language": "en", "organizations": organizations});
    if let Some(publisher) = publisher {
        document["publisher"] = json!({ "en": publisher });
    }
    for (name, value) in more.as_object().unwrap() {
        document[name] = value.clone();
    }
    document.to_string()
}

fn merged(desk: &Desk, arguments: &[&str]) -> (Value, String, i32) {
    let (text, told, code) = desk.done("merge", arguments);
    let dataset = Dataset::from_json(&text).unwrap_or_else(|error| panic!("{error} {told}"));
    assert!(dataset.validate().is_valid(), "{text}");
    (serde_json::from_str(&text).unwrap(), told, code)
}

#[test]
fn records_with_one_identifier_are_brought_together_and_what_refers_to_them_follows() {
    let desk = Desk::new("merge-identifiers");
    let number = json!([{"scheme": "NO-BRC", "value": "985"}]);
    desk.put(
        "a.json",
        file(None, &json!([{"id": "one", "name": {"en": "One"}, "identifiers": number}]), &json!({})),
    );
    desk.put(
        "b.json",
        file(
            None,
            &json!([{"id": "uno", "name": {"es": "Uno"}, "founded": "1999", "identifiers": number}]),
            &json!({
                "projects": [{"id": "p", "title": {"en": "P"}}],
                "participations": [{"id": "q", "party": {"organization": "uno"}, "project": "p"}]
            }),
        ),
    );
    let (found, told, code) = merged(&desk, &["a.json", "b.json"]);
    assert_eq!(code, 0, "{told}");
    assert_eq!(
        found["organizations"],
        json!([{"id": "one", "name": {"en": "One", "es": "Uno"}, "founded": "1999", "identifiers": number}])
    );
    assert_eq!(found["participations"][0]["party"], json!({"organization": "one"}));
    assert!(told.contains("1 combined by identifiers; 0 collisions"), "{told}");
    // The same value in another scheme is of another body.
    desk.put(
        "c.json",
        file(
            None,
            &json!([{"id": "c", "name": {"en": "C"},
        "identifiers": [{"scheme": "GB-COH", "value": "985"}]}]),
            &json!({}),
        ),
    );
    assert_eq!(merged(&desk, &["a.json", "c.json"]).0["organizations"].as_array().unwrap().len(), 2);
}

#[test]
fn who_states_a_record_is_its_evidence_where_the_file_names_its_publisher() {
    let desk = Desk::new("merge-publishers");
    let shared = json!({"id": "both", "name": {"en": "Both"}});
    desk.put(
        "a.json",
        file(
            Some("Anna"),
            &json!([shared, {"id": "a", "name": {"en": "Anna"}}]),
            &json!({"license": "CC0-1.0", "issued": "2020"}),
        ),
    );
    desk.put(
        "b.json",
        file(
            Some("Bert"),
            &json!([shared]),
            &json!({"license": "https://example.org/licence", "title": {"en": "U"}}),
        ),
    );
    desk.put("c.json", file(None, &json!([{"id": "c", "name": {"en": "C"}}]), &json!({})));
    let (found, told, code) = merged(&desk, &["a.json", "b.json", "c.json"]);
    assert_eq!(code, 0, "{told}");
    let evidence = |index: usize| {
        let list = found["organizations"][index]["evidence"].as_array().cloned().unwrap_or_default();
        list.iter().map(|one| format!("{}, {}", one["source"], one["locator"])).collect::<Vec<_>>()
    };
    assert_eq!(
        evidence(0),
        [r#""dataset:a-json", "organization both""#, r#""dataset:b-json", "organization both""#]
    );
    assert_eq!(evidence(1), [r#""dataset:a-json", "organization a""#]);
    assert_eq!(evidence(2), [""; 0]);
    // Of a publisher that is in the dataset the source names the record.
    let sources = found["sources"].as_array().unwrap();
    assert_eq!(sources.len(), 3);
    assert_eq!(sources[0]["publisher"], json!({"organization": "a"}));
    let description = sources[1]["description"]["en"].as_str().unwrap();
    assert_eq!(
        description,
        "Dataset merged from b.json. Publisher: Bert. Licence: https://example.org/licence."
    );
    assert_eq!(sources[1]["links"], json!([{"url": "https://example.org/licence", "rel": "license"}]));
    // Only what all state is kept of the whole.
    assert_eq!(found["language"], "en");
    for member in ["title", "publisher", "license", "issued"] {
        assert!(found.get(member).is_none(), "{member}");
    }
    // One file alone stays as it is.
    let (alone, ..) = merged(&desk, &["a.json"]);
    assert_eq!(
        Dataset::from_json(&alone.to_string()).unwrap(),
        Dataset::from_json(&desk.get("a.json")).unwrap()
    );
}

#[test]
fn collisions_are_told_by_file_and_line() {
    let desk = Desk::new("merge-collisions");
    let number = json!([{"scheme": "NO-BRC", "value": "985"}]);
    desk.put(
        "a.json",
        file(
            None,
            &json!([
                {"id": "x", "name": {"en": "X"}},
                {"id": "n", "name": {"en": "N"}, "kind": "ngo", "identifiers": number}
            ]),
            &json!({}),
        ),
    );
    desk.put("b.jsonl", format!(
        "{{\"organization\": {{\"id\": \"x\", \"name\": {{\"en\": \"Other\"}}}}}}\n\n{}\n",
        json!({"organization": {"id": "m", "name": {"en": "N"}, "kind": "foundation", "identifiers": number}})
    ));
    let (found, told, code) = merged(&desk, &["a.json", "b.jsonl"]);
    assert_eq!(code, 1);
    let lines: Vec<&str> = told.lines().collect();
    assert!(
        lines[0].starts_with("b.jsonl:1: another organization already has the id x, so this one is left out"),
        "{told}"
    );
    assert!(lines[0].ends_with("(see a.json:1:35)"), "{told}");
    assert!(lines[1].starts_with("b.jsonl:3: /kind of the organization n is stated differently"), "{told}");
    assert_eq!(found["organizations"][0]["name"]["en"], "X");
    assert_eq!(found["organizations"][1]["kind"], "ngo");
    assert_eq!(found["organizations"].as_array().unwrap().len(), 2);
}

#[test]
fn ids_are_changed_by_prefix_and_by_table() {
    let desk = Desk::new("merge-ids");
    let project = json!({"projects": [{"id": "p", "title": {"en": "P"}}],
        "participations": [{"id": "q", "party": {"organization": "x"}, "project": "p"}]});
    desk.put("a.json", file(None, &json!([{"id": "x", "name": {"en": "X"}}]), &project));
    desk.put("b.json", file(None, &json!([{"id": "x", "name": {"en": "Other"}}]), &project));
    let (found, told, code) = merged(&desk, &["a.json", "b.json", "--prefix", "b=b.json"]);
    assert_eq!(code, 0, "{told}");
    assert_eq!(
        found["participations"][1],
        json!({"id": "b:q", "party": {"organization": "b:x"}, "project": "b:p"})
    );
    desk.put("ids.csv", "\u{feff}old;new;kind\nx;xavier;organization\nb:x;other;\nnone;more;\nx;y;project\n");
    let (found, told, code) =
        merged(&desk, &["a.json", "b.json", "--prefix", "b=b.json", "--ids", "ids.csv"]);
    assert_eq!(code, 0, "{told}");
    assert_eq!(found["participations"][0]["party"], json!({"organization": "xavier"}));
    assert_eq!(found["participations"][1]["party"], json!({"organization": "other"}));
    assert!(told.contains("no file has a record with the id none,"), "{told}");
    // What refers to a record of another file follows the table too.
    desk.put(
        "c.json",
        json!({"version": "1.0", "memberships": [{"id": "m", "member": {"organization": "x"},
        "body": {"organization": "x"}}]})
        .to_string(),
    );
    let (text, ..) = desk.done("merge", &["c.json", "a.json", "--ids", "ids.csv"]);
    let found: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(found["memberships"][0]["member"], json!({"organization": "xavier"}));
    for (table, why) in [
        ("old,neu\na,b\n", "columns old and new"),
        ("old,new\na,b c\n", "ids.csv:2: "),
        ("old,new\na,b\na,c\n", "ids.csv:3: the id a is given two new ones"),
        ("old,new,kind\na,b,projekt\n", "ids.csv:2: expected the kind"),
    ] {
        desk.put("ids.csv", table);
        let (_, told, code) = desk.done("merge", &["a.json", "--ids", "ids.csv"]);
        assert!(code == 2 && told.contains(why), "{told}");
    }
    let (_, told, code) = desk.done("merge", &["a.json", "--prefix", "b=b.json"]);
    assert!(code == 2 && told.contains("none of the files"), "{told}");
    assert_eq!(desk.done("merge", &["a.json", "--prefix", "b c=a.json"]).2, 2);
}

#[test]
fn what_is_written_has_the_form_that_its_name_says() {
    let desk = Desk::new("merge-forms");
    desk.put("a.json", include_str!("../../../examples/data/rural-credit-unions.json"));
    for out in ["all.json", "all.jsonl", "all.xlsx"] {
        assert_eq!(desk.done("merge", &["a.json", "--out", out]).2, 0);
        assert_eq!(desk.done("diff", &["a.json", out]), ("no difference\n".to_owned(), String::new(), 0));
    }
    desk.put("bad.json", "{\"version\": \"1.0\", \"x\": 1}");
    assert_eq!(desk.done("merge", &["a.json", "bad.json"]).2, 1);
    assert_eq!(desk.done("merge", &["a.json", "missing.json"]).2, 2);
}
