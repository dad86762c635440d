//! Edits that overlap, lead nowhere, or cut what is one.

use super::super::LARGE;
use super::{Task, task};
use cooperation::io::{Edit, apply_edits, locate, locate_edits};

/// The text afterwards, in few words, and how many edits were applied.
fn told(text: &str, edits: &[Edit]) -> String {
    let edited = apply_edits(text, edits);
    let applied = edited.applied.iter().filter(|applied| **applied).count();
    let text = if edited.text.len() > 60 { format!("{} bytes", edited.text.len()) } else { edited.text };
    format!("{applied} of {}: {}", edits.len(), text.escape_debug())
}

#[expect(clippy::too_many_lines, reason = "a table of tasks")]
pub(super) fn edits() -> Vec<Task> {
    let count = LARGE / 10;
    let edit = |name: &str, text: String, edits: Vec<Edit>, answer: String| {
        let pointers: usize = edits.iter().map(|edit| edit.pointer().unwrap_or_default().len()).sum();
        let length = text.len() + edits.len() * 16 + pointers;
        task(name, length, answer, move || told(&text, &edits))
    };
    let object = r#"{"a": {"b": {"c": 1}}, "d": 2}"#;
    let mut tasks = vec![
        edit(
            "edits of one value, many times",
            r#"{"a": 1}"#.to_owned(),
            vec![Edit::replace("/a", "2"); count],
            format!("1 of {count}: {{\\\"a\\\": 2}}"),
        ),
        edit(
            "edits that overlap in a chain",
            "x".repeat(count + 1),
            (0..count as u64).map(|start| Edit::replace_bytes(start..start + 2, "y")).collect(),
            format!("{} of {count}: {} bytes", count / 2, count / 2 + 1),
        ),
        edit(
            "edits at the end of the text and beyond it",
            "{}".to_owned(),
            vec![
                Edit::replace_bytes(2..2, " "),
                Edit::replace_bytes(2..3, "x"),
                Edit::replace_bytes(3..3, "x"),
                Edit::replace_bytes(u64::MAX - 1..u64::MAX, "x"),
                Edit::replace_bytes(0..u64::MAX, "x"),
            ],
            "1 of 5: {} ".to_owned(),
        ),
        edit(
            "an edit whose end comes before its start",
            "{\"a\": 1}".to_owned(),
            vec![Edit::replace_bytes(std::ops::Range { start: 5, end: 2 }, "x")],
            "0 of 1: {\\\"a\\\": 1}".to_owned(),
        ),
        edit(
            "edits that cut characters",
            "\"å😀\"".to_owned(),
            [(1, 2), (2, 3), (3, 4), (3, 5), (3, 6), (4, 7), (1, 6)]
                .map(|(start, end)| Edit::replace_bytes(start..end, "x"))
                .to_vec(),
            "0 of 7: \\\"å😀\\\"".to_owned(),
        ),
        edit(
            "an edit of a text of escapes and surrogates",
            r#"{"\ud83d\ude00": "\ud83d\ude00\"}"}"#.to_owned(),
            vec![Edit::replace("/😀", "1"), Edit::replace("/\u{fffd}\u{fffd}", "2")],
            "1 of 2: {\\\"\\\\ud83d\\\\ude00\\\": 1}".to_owned(),
        ),
        edit(
            "edits of a lone surrogate",
            r#"{"\ud83d": 1, "a": "\udc00", "b": 2}"#.to_owned(),
            vec![Edit::replace("/\u{fffd}", "3"), Edit::replace("/b", "4")],
            "0 of 2: {\\\"\\\\ud83d\\\": 1, \\\"a\\\": \\\"\\\\udc00\\\", \\\"b\\\": 2}".to_owned(),
        ),
        edit(
            "edits by pointers that lead nowhere",
            object.to_owned(),
            (0..count).map(|number| Edit::replace(format!("/a/b/{number}"), "5")).collect(),
            format!("0 of {count}: {}", object.escape_debug()),
        ),
        edit(
            "edits of a document with a byte order mark and CRLF",
            "\u{feff}{\r\n  \"a\": 1,\r\n  \"b\": 2\r\n}\r\n".to_owned(),
            vec![Edit::remove("/a"), Edit::replace("/b", "3")],
            "2 of 2: \\u{feff}{\\r\\n  \\\"b\\\": 3\\r\\n}\\r\\n".to_owned(),
        ),
        edit(
            "the removal of every item of a list",
            format!("[{}]", vec!["1"; count].join(",")),
            (0..count).map(|number| Edit::remove(format!("/{number}"))).collect(),
            format!("{} of {count}: [1]", count - 1),
        ),
        edit(
            "an edit of the whole document",
            object.to_owned(),
            vec![Edit::replace("", "{}"), Edit::replace("/d", "3"), Edit::remove("")],
            "1 of 3: {}".to_owned(),
        ),
        edit(
            "removals within each other",
            object.to_owned(),
            vec![
                Edit::remove("/a/b/c"),
                Edit::remove("/a/b"),
                Edit::remove("/a"),
                Edit::replace("/a/b/c", "7"),
            ],
            "1 of 4: {\\\"d\\\": 2}".to_owned(),
        ),
        edit(
            "edits of a text that ends in the middle",
            r#"{"a": 1, "b": {"c": 2, "d"#.to_owned(),
            vec![
                Edit::replace("/a", "3"),
                Edit::replace("/b/c", "4"),
                Edit::replace("/b", "5"),
                Edit::remove("/b/d"),
            ],
            "2 of 4: {\\\"a\\\": 3, \\\"b\\\": {\\\"c\\\": 4, \\\"d".to_owned(),
        ),
        edit(
            "edits of a member that is given twice",
            r#"{"a": 1, "a": 2, "b": 3}"#.to_owned(),
            vec![Edit::replace("/a", "4"), Edit::remove("/a")],
            "1 of 2: {\\\"a\\\": 2, \\\"b\\\": 3}".to_owned(),
        ),
        edit(
            "an edit whose pointer is a megabyte of tildes",
            object.to_owned() + &" ".repeat(LARGE),
            vec![
                Edit::replace("~".repeat(LARGE), "1"),
                Edit::replace(format!("/{}", "~".repeat(LARGE)), "1"),
            ],
            format!("0 of 2: {} bytes", object.len() + LARGE),
        ),
    ];
    let deep = "[".repeat(count) + &"]".repeat(count);
    let far = "/0".repeat(count - 1);
    tasks.push(edit(
        "an edit as deep as a text is",
        deep.clone(),
        vec![Edit::replace(far.clone(), "7"), Edit::replace("/0", "8")],
        "1 of 2: [8]".to_owned(),
    ));
    let document = format!(
        "{{{}}}",
        (0..count).map(|number| format!("\"a{number}\": [\n1]")).collect::<Vec<_>>().join(",")
    );
    let pointers: Vec<String> = (0..count).rev().map(|number| format!("/a{number}/0")).collect();
    tasks.push(task(
        "many pointers that are found in one text",
        document.len() + count * 16,
        format!("{count} of {count}, the first on line {}", count + 1),
        move || {
            let found = locate(&document, &pointers);
            let first = found[0].unwrap();
            format!("{} of {}, the first on line {}", found.iter().flatten().count(), found.len(), first.line)
        },
    ));
    tasks.push(task(
        "a pointer as deep as a text is",
        deep.len() + far.len(),
        format!("Some({count}), None"),
        move || {
            let located = locate(&deep, &[far.as_str()]);
            let edits = locate_edits(&deep, &[Edit::remove(far.as_str())]);
            format!(
                "{:?}, {:?}",
                located[0].map(|place| place.column),
                edits[0].as_ref().and_then(Edit::bytes)
            )
        },
    ));
    tasks
}
