//! However a text is read, there is one answer: the crate's own reader, the search for faults and every way through serde
//! agree on what is taken, and `serde_json` on what is JSON. Held with documents and record lines that are changed in a few
//! places. `READING_ROUNDS` sets how many of each are tried.

use crate::properties::datasets;
use crate::support::mutants::{mutate, nasty};
use crate::support::random::Random;
use cooperation::{Dataset, Error, ReadOptions, RecordLine, io::FaultKind};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::fmt::Debug;
use std::path::Path;

/// How the sentence begins with which a text is refused for no reason that could be named. No text is to bring it about.
pub(crate) const UNNAMED: &str = "the text is refused for a reason that this library cannot name";

fn rounds() -> usize {
    std::env::var("READING_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(4_000)
}

/// Data that has this name is taken by `serde_json` for a raw text that it has written itself.
const RAW: &str = "$serde_json::private";

/// What is read as a whole: a document, or a record line.
trait Whole: DeserializeOwned + Serialize + PartialEq + Debug {
    fn read(text: &str) -> Result<Self, Error>;

    /// The texts that it is written as by the crate itself.
    fn written(&self) -> Vec<String>;
}

impl Whole for Dataset {
    fn read(text: &str) -> Result<Self, Error> {
        let read = Self::from_json(text);
        let others = [Self::from_slice(text.as_bytes()), Self::from_reader(text.as_bytes())];
        for other in others {
            same(&read, &other, text);
        }
        read
    }

    fn written(&self) -> Vec<String> {
        let mut bytes = Vec::new();
        self.write_to(&mut bytes).unwrap();
        vec![self.to_json(), String::from_utf8(bytes).unwrap()]
    }
}

impl Whole for RecordLine {
    fn read(text: &str) -> Result<Self, Error> {
        let read = Self::from_json(text);
        if !text.contains(['\n', '\r']) && !text.trim_start_matches('\u{feff}').trim().is_empty() {
            let mut lines = ReadOptions::new().lines(text.as_bytes());
            same(&read, &lines.next().unwrap().map(|(_, line)| line), text);
            assert!(lines.next().is_none(), "{text}");
        }
        read
    }

    fn written(&self) -> Vec<String> {
        vec![self.to_json_line()]
    }
}

/// Two ways of reading take the same, or find the same faults.
fn same<T: PartialEq + Debug>(one: &Result<T, Error>, other: &Result<T, Error>, text: &str) {
    match (one, other) {
        (Ok(one), Ok(other)) => assert_eq!(one, other, "{text}"),
        (Err(one), Err(other)) => assert_eq!(format!("{one:?}"), format!("{other:?}"), "{text}"),
        (one, other) => panic!("{one:?} and {other:?}: {text}"),
    }
}

/// Holds a text against every way that reads it. Whether it is taken.
fn answered<T: Whole>(text: &str) -> bool {
    let read = T::read(text);
    // The crate's own ways take a byte order mark, as files have it.
    let bare = text.strip_prefix('\u{feff}').unwrap_or(text);
    let ways = [
        ("from_str", serde_json::from_str::<T>(bare)),
        ("from_slice", serde_json::from_slice(bare.as_bytes())),
        ("from_reader", serde_json::from_reader(bare.as_bytes())),
    ];
    for (way, other) in ways {
        match (&read, other) {
            (Ok(read), Ok(other)) => assert_eq!(*read, other, "{way}: {text}"),
            (Err(_), Err(error)) => assert!(explained(&error.to_string()), "{way}: {error}: {text}"),
            (read, other) => panic!("{way}: {read:?} and {other:?}: {text}"),
        }
    }
    let tree = serde_json::from_str::<Value>(bare);
    if let Ok(tree) = tree.as_ref()
        && !text.contains(RAW)
    {
        // A tree has lost digits, the order of members and all but the last of those that are given twice.
        let (through, again) = (T::deserialize(tree).ok(), T::read(&tree.to_string()).ok());
        assert_eq!(through, again, "{text}");
        assert_eq!(serde_json::from_value(tree.clone()).ok(), through, "{text}");
        match (through, &read) {
            (Some(through), Ok(read)) if !read.written()[0].contains("\"extensions\"") => {
                assert_eq!(through, *read, "{text}");
            }
            (Some(_), Err(error)) => {
                let doubled = |fault: &cooperation::Fault| fault.kind() == FaultKind::DoubledMember;
                assert!(error.faults().iter().any(doubled), "{error}: {text}");
            }
            (None, Ok(_)) => panic!("a tree is refused: {text}"),
            _ => {}
        }
    }
    match &read {
        Ok(value) => {
            let too_large = |error: &serde_json::Error| error.to_string().contains("number out of range");
            assert!(tree.as_ref().err().is_none_or(too_large) || text.contains(RAW), "{tree:?}: {text}");
            let through_serde =
                [serde_json::to_string(value).unwrap(), serde_json::to_string_pretty(value).unwrap()];
            for written in value.written().into_iter().chain(through_serde) {
                let back = T::read(&written).unwrap_or_else(|error| panic!("{error}\n{written}"));
                assert_eq!(back, *value, "{text} was written as {written}");
            }
        }
        Err(error) => {
            assert!(!error.faults().is_empty(), "{text}");
            for fault in error.faults() {
                assert!(explained(fault.message()), "{fault}: {text}");
            }
        }
    }
    read.is_ok()
}

/// Whether an error names a reason.
fn explained(message: &str) -> bool {
    !message.starts_with(UNNAMED)
}

/// Good documents of up to so many bytes.
fn documents(most: usize) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all: Vec<String> = datasets(40).map(|(text, _)| text).collect();
    for folder in ["tests/fixtures/valid", "examples/data"] {
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|kind| kind == "json") {
                all.push(std::fs::read_to_string(path).unwrap());
            }
        }
    }
    all.push(crate::reading::valid());
    all.retain(|text| text.len() <= most && Dataset::from_json(text).is_ok());
    assert!(all.len() > 5, "{} documents", all.len());
    all
}

/// Pieces of JSON, of almost JSON and of what stands in a document.
const PIECES: [&str; 64] = [
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\"",
    "\\",
    " ",
    "\n",
    "\t",
    "\r\n",
    "null",
    "true",
    "false",
    "nul",
    "0",
    "1",
    "-",
    "-0",
    "01",
    "1.0",
    "1e2",
    "1E+",
    ".5",
    "1e999",
    "-1e999",
    "2.50",
    "4294967295",
    "4294967296",
    "1234567890123456789012345678901234567890",
    "\"\"",
    "\"a\"",
    "{}",
    "[]",
    "[[[]]]",
    "{\"a\":1,\"a\":2}",
    "{\"a\":1,\"\\u0061\":2}",
    "{\"b\":1,\"a\":2.50}",
    "\\u0061",
    "\\u00e5",
    "\\ud83d\\ude00",
    "\\ud83d",
    "\\ude00",
    "\\uD800\\u0041",
    "\\u12",
    "\\u+061",
    "\\x",
    "\\/",
    "\\n",
    "\u{1}",
    "\u{7f}",
    "\u{a0}",
    "\u{feff}",
    "\u{2028}",
    "å",
    "😀",
    "//",
    "/*x*/",
    "'",
    "\"id\":\"x\",",
    "\"en\":\"x\",",
    "\"org.example.x\":1e999,",
    "\"extensions\":{\"org.example.x\":[1e999,2.50,{\"b\":null,\"a\":[]}]},",
];

/// Changes a text in one place, as a hand, a bad writer or a broken line would.
fn mutate_text(text: &mut String, random: &mut Random) {
    let (one, other) = (place(text, random), place(text, random));
    let (start, end) = (one.min(other), one.max(other));
    // Most changes are short.
    let near = (start..=end.min(start + 12)).rev().find(|&at| text.is_char_boundary(at)).unwrap();
    match random.below(12) {
        0 | 1 => text.insert_str(start, piece(random)),
        2 => text.replace_range(start..near, piece(random)),
        3 => text.replace_range(start..near, ""),
        4 => text.truncate(end),
        5 => {
            let slice = text[start..near].to_owned();
            text.insert_str(near, &slice);
        }
        6 if end - start < 400 => {
            let slice = text[start..end].to_owned();
            text.insert_str(end, &slice);
        }
        // The same letter or digit, in a name or a text, as an escape: outside of a string it is nothing.
        7 | 8 => {
            let found = text[start..].find(|letter: char| letter.is_ascii_alphanumeric());
            if let Some(at) = found.map(|further| start + further) {
                let escape = format!("\\u{:04x}", text.as_bytes()[at]);
                text.replace_range(at..=at, &escape);
            }
        }
        // Where a value, a name or a blank may be, and before the end of an object or a list.
        9 => {
            if let Some(further) = text[start..].find(['{', '[', ':', ',']) {
                text.insert_str(start + further + 1, piece(random));
            }
        }
        10 => {
            if let Some(further) = text[start..].find(['}', ']']) {
                text.insert_str(start + further, piece(random));
            }
        }
        _ => text.insert_str(0, piece(random)),
    }
}

/// A piece, every other time one of structure, with which the pieces begin.
fn piece(random: &mut Random) -> &'static str {
    let among = if random.below(2) == 0 { 8 } else { PIECES.len() };
    PIECES[random.below(among)]
}

/// A place in a text where a character starts, or its end.
fn place(text: &str, random: &mut Random) -> usize {
    let at = random.below(text.len() + 1);
    (at..=text.len()).find(|&at| text.is_char_boundary(at)).unwrap()
}

/// Changes texts one after the other, in one to three places, and holds each against every way. How many were taken.
fn changed<T: Whole>(texts: &[String], rounds: usize, seed: u64) -> usize {
    let (mut random, nasty) = (Random(seed), nasty());
    let mut taken = 0;
    for text in texts {
        assert!(answered::<T>(text), "{text}");
    }
    for _ in 0..rounds {
        let mut text = texts[random.below(texts.len())].clone();
        for _ in 0..=random.below(3) {
            let tree = if random.below(4) == 0 { serde_json::from_str::<Value>(&text).ok() } else { None };
            match tree {
                Some(mut tree) => {
                    mutate(&mut tree, &nasty, &mut random);
                    text = tree.to_string();
                }
                None => mutate_text(&mut text, &mut random),
            }
        }
        taken += usize::from(answered::<T>(&text));
    }
    println!("{rounds} texts: {taken} taken, {} refused", rounds - taken);
    assert!(taken * 20 >= rounds && (rounds - taken) * 5 >= rounds, "{taken} of {rounds} taken");
    taken
}

#[test]
fn a_changed_record_line_gets_one_answer_however_it_is_read() {
    let lines =
        documents(usize::MAX).into_iter().flat_map(|text| Dataset::from_json(&text).unwrap().into_lines());
    let texts: Vec<String> =
        lines.map(|line| serde_json::to_string(&line).unwrap()).filter(|text| text.len() < 4_000).collect();
    changed::<RecordLine>(&texts, rounds(), 0x2545_F491_4F6C_DD1D);
}

#[test]
fn a_changed_document_gets_one_answer_however_it_is_read() {
    changed::<Dataset>(&documents(24_000), rounds() / 8, 0x9E37_79B9_7F4A_7C15);
}

#[test]
fn an_error_of_serde_names_the_place_and_the_reason() {
    let said = |text: &str| {
        let told = [
            serde_json::from_str::<Dataset>(text).unwrap_err(),
            serde_json::from_slice::<Dataset>(text.as_bytes()).unwrap_err(),
            serde_json::from_reader::<_, Dataset>(text.as_bytes()).unwrap_err(),
        ]
        .map(|error| error.to_string());
        assert!(told.iter().all(|message| message.starts_with(told[0].split(" at line").next().unwrap())));
        told[0].clone()
    };
    let project = |members: &str| {
        format!(r#"{{"version": "1.0", "projects": [{{"id": "p", "title": {{"en": "P"}}, {members}}}]}}"#)
    };
    for (text, place, reason) in [
        (project(r#""stats": "ongoing""#), "(at /projects/0/stats)", "unknown member"),
        (project(r#""\u0069d": "q""#), "(at /projects/0/id)", "given twice"),
        (project(r#""status": null"#), "(at /projects/0/status)", "found null"),
        (project(r#""period": ["2016"]"#), "(at /projects/0/period)", "found a list"),
        (project(r#""links": []"#), "(at /projects/0/links)", "empty"),
        (project(r#""partner_count": 1.0"#), "(at /projects/0/partner_count)", "1.0"),
        (
            project(r#""extensions": {"org.example.a": "\ud800"}"#),
            "(at /projects/0/extensions/org.example.a)",
            "half",
        ),
        (
            project(r#""extensions": {"org.example.a": {"a": 1, "\u0061": 2}}"#),
            "/org.example.a/a)",
            "given twice",
        ),
    ] {
        let message = said(&text);
        assert!(message.contains(place) && message.contains(reason), "{text}: {message}");
    }
    // A list among records that a user has in a type of their own.
    let error = serde_json::from_str::<Vec<RecordLine>>(r#"[{"project": {"id": "p"}}]"#).unwrap_err();
    assert!(error.to_string().contains("(at /project)"), "{error}");
}

#[test]
fn as_many_languages_and_extensions_as_there_may_be_and_one_more_get_one_answer() {
    for (count, good) in [(64, true), (65, false)] {
        let entries = |name: &str, value: &str| {
            (0..count).map(|number| format!("\"{name}{number}\":{value}")).collect::<Vec<_>>().join(",")
        };
        let title = entries("aa-x-", "\"x\"");
        let extensions = entries("org.example.a", "1e999");
        for text in [
            format!(r#"{{"version":"1.0","title":{{{title}}}}}"#),
            format!(r#"{{"version":"1.0","extensions":{{{extensions}}}}}"#),
        ] {
            assert_eq!(answered::<Dataset>(&text), good, "{count}");
        }
        let line = format!(r#"{{"group":{{"id":"g","name":{{{title}}},"extensions":{{{extensions}}}}}}}"#);
        assert_eq!(answered::<RecordLine>(&line), good, "{count}");
    }
}

#[test]
fn data_under_the_names_of_serde_json_itself_is_data() {
    for name in ["$serde_json::private::RawValue", "$serde_json::private::Number"] {
        for value in [r#""1""#, r#""{""#, r#""1},{""#, "1", "null", r#"{"a":1}"#] {
            let data = format!(r#"{{"{name}":{value}}}"#);
            let text = format!(r#"{{"version":"1.0","extensions":{{"org.example.a":{data}}}}}"#);
            assert!(answered::<Dataset>(&text), "{text}");
            let dataset = Dataset::from_json(&text).unwrap();
            assert_eq!(dataset.extensions.get("org.example.a"), Some(data.as_str()));
            // Where no such data belongs it is refused, whatever it holds.
            assert!(!answered::<Dataset>(&data), "{data}");
            assert!(!answered::<Dataset>(&format!(r#"{{"version":"1.0","title":{data}}}"#)), "{data}");
        }
    }
}
