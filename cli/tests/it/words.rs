//! The table of labels has every phrase that the program says, and every code of the format.

use crate::desk::Desk;
use cooperation::schema::{self, Draft};
use cooperation_cli::query::{DOCUMENTED, QUESTIONS};
use cooperation_cli::words::Words;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

const DATA: &str = include_str!("../../../examples/data/microfinance-norway.json");

/// The texts between quotation marks that are given to what looks labels up, in the files of a folder.
fn phrases(folder: &Path, found: &mut BTreeSet<String>) {
    const CALLS: [&str; 8] =
        [".label(", ".fill(", ".counted(", ".section(", ".line(", ".line_if(", ".code_if(", ".lines("];
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            if path.file_name().unwrap() != "tests" {
                phrases(&path, found);
            }
            continue;
        }
        if path.extension().is_none_or(|extension| extension != "rs") || path.ends_with("tests.rs") {
            continue;
        }
        let code = std::fs::read_to_string(&path).unwrap();
        for call in CALLS {
            for (place, _) in code.match_indices(call) {
                let rest = code.get(place + call.len()..).unwrap().trim_start();
                if let Some(text) = rest.strip_prefix('"') {
                    found.insert(text.split('"').next().unwrap().to_owned());
                }
            }
        }
    }
}

fn is_known(english: &str) -> bool {
    // What is the same in both languages has a line in the table all the same.
    include_str!("../../src/words/labels.tsv").lines().any(|line| line.split('\t').next() == Some(english))
}

#[test]
fn every_phrase_has_a_norwegian_one() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = BTreeSet::new();
    for folder in ["draw", "funds", "page", "query", "reader", "show", "words"] {
        phrases(&source.join(folder), &mut found);
    }
    assert!(found.len() > 150, "only {} phrases were found", found.len());
    let missing: Vec<&String> =
        found.iter().filter(|phrase| !phrase.is_empty() && !is_known(phrase)).collect();
    assert!(missing.is_empty(), "the table has no {missing:#?}");
}

/// The codes of the lists in the schema.
fn codes(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            if let (Some(Value::String(code)), true) =
                (members.get("const"), members.contains_key("description"))
            {
                found.insert(code.clone());
            }
            members.values().for_each(|value| codes(value, found));
        }
        Value::Array(items) => items.iter().for_each(|item| codes(item, found)),
        _ => {}
    }
}

#[test]
fn every_code_of_the_format_has_a_norwegian_word() {
    let schema = schema::to_text(&schema::named("dataset", Draft::default()).unwrap());
    let mut found = BTreeSet::new();
    codes(&serde_json::from_str(&schema).unwrap(), &mut found);
    assert!(found.len() > 100, "only {} codes were found", found.len());
    let missing: Vec<&String> = found.iter().filter(|code| !is_known(code)).collect();
    assert!(missing.is_empty(), "the table has no {missing:#?}");
}

#[test]
fn a_language_without_a_table_has_english_labels() {
    assert_eq!(Words::new("fr").label("lead partner"), "lead partner");
    assert_eq!(Words::new("nb").label("lead partner"), "hovedpartner");
}

#[test]
fn every_question_and_every_table_of_counts_has_norwegian_words() {
    let questions = DOCUMENTED.iter().map(|(words, _)| *words).chain(QUESTIONS.iter().map(|one| one.words));
    let missing: Vec<&str> = questions.filter(|words| !is_known(words)).collect();
    assert!(missing.is_empty(), "the table has no {missing:#?}");
    let desk = Desk::new("words-stats");
    let found: Value = serde_json::from_str(&desk.done("stats", &["--format", "json"]).0).unwrap();
    for table in found["tables"].as_array().unwrap() {
        let heads = table["rows"][0].as_object().unwrap().keys().map(String::as_str);
        for words in [table["title"].as_str(), table["note"].as_str()].into_iter().flatten().chain(heads) {
            assert!(is_known(words), "{words}");
        }
    }
}

/// What is left of a line without the texts of the dataset: names and quotes stay in their language.
fn without(line: &str, texts: &[String]) -> String {
    texts.iter().fold(line.to_owned(), |line, text| line.replace(text.as_str(), " "))
}

fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(members) => members.values().for_each(|value| texts(value, found)),
        _ => {}
    }
}

/// Words that are common in English and that are no Norwegian words.
const ENGLISH: [&str; 40] = [
    "the",
    "of",
    "is",
    "are",
    "not",
    "stated",
    "with",
    "from",
    "which",
    "who",
    "what",
    "how",
    "and",
    "its",
    "their",
    "they",
    "has",
    "have",
    "does",
    "each",
    "project",
    "projects",
    "organization",
    "network",
    "goal",
    "goals",
    "money",
    "amount",
    "partner",
    "since",
    "until",
    "year",
    "years",
    "months",
    "member",
    "through",
    "by",
    "yes",
    "unknown",
    "kind",
];

/// Words that Norwegian has too, such as in `partner`.
const BOTH: [&str; 1] = ["partner"];

#[test]
fn what_is_said_in_norwegian_has_no_english_words() {
    let desk = Desk::new("words-norwegian");
    let mut own = Vec::new();
    texts(&serde_json::from_str(DATA).unwrap(), &mut own);
    own.retain(|text| text.len() > 3);
    own.sort_by_key(|text| std::cmp::Reverse(text.len()));
    let questions = QUESTIONS.iter().map(|one| vec!["query", "--ask", one.name]);
    let others: [&[&str]; 12] = [
        &["query"],
        &["query", "data.json"],
        &["query", "--in", "2008"],
        &["query", "--about", "project/feva"],
        &["query", "--format", "markdown"],
        &["show"],
        &["funds"],
        &["stats"],
        &["stats", "--format", "markdown"],
        &["map", "--format", "mermaid"],
        &["timeline", "--format", "mermaid"],
        &["timeline", "--today", "2026-11-28"],
    ];
    desk.put("data.json", DATA);
    for arguments in questions.chain(others.map(<[&str]>::to_vec)) {
        let rest = [&arguments[1..], &["--lang", "nb"]].concat();
        let (text, told, code) = desk.done(arguments[0], &rest);
        assert_eq!(code, 0, "{arguments:?}: {told}");
        for line in text.lines() {
            // Commands, identifiers and addresses have one form in every language.
            if line.contains("--ask ")
                || line.contains("not-yet-so")
                || line.contains("<style>")
                || line.contains("«")
            {
                continue;
            }
            // A diagram has the signs of its own notation as numbers.
            let plain = (33_u8..127).fold(line.to_owned(), |line, sign| {
                line.replace(&format!("#{sign};"), &char::from(sign).to_string())
            });
            // In a box, the name of the record comes first.
            let rest = plain.split_once("<br/>").map_or(&*plain, |(_, rest)| rest);
            let line = without(rest, &own);
            // Names go on in the next line of a table.
            let is_own = |cell: &&str| own.iter().any(|text| text.contains(cell.trim()));
            let cells: Vec<&str> = line.split("  ").filter(|cell| !is_own(cell)).collect();
            let line = cells.join("  ").to_lowercase();
            let words = line.split(|letter: char| !letter.is_alphabetic());
            let english: Vec<&str> =
                words.filter(|word| ENGLISH.contains(word) && !BOTH.contains(word)).collect();
            let is_markup =
                line.contains("class=") || line.contains("aria-") || line.trim_end().ends_with('}');
            assert!(english.is_empty() || is_markup, "{arguments:?}: {english:?} in '{line}'");
        }
    }
}

/// The words of a text in small letters.
fn words_of(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase)
}

/// Words that labels have in English and in no Norwegian one.
fn english_alone() -> BTreeSet<String> {
    let table = include_str!("../../src/words/labels.tsv");
    let lines =
        || table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
    let norwegian: BTreeSet<String> = lines().flat_map(|(_, words)| words_of(words)).collect();
    let english = lines().flat_map(|(words, _)| words_of(words));
    english.filter(|word| word.len() > 1 && !norwegian.contains(word)).collect()
}

/// The texts of markup: what is between its tags, and the labels for screen readers.
fn texts_of(markup: &str) -> Vec<String> {
    let (style, rest) = markup.split_once("<style>").unwrap().1.split_once("</style>").unwrap();
    assert!(style.contains("font-size"));
    let head = markup.split_once("<style>").unwrap().0;
    let mut found = Vec::new();
    for part in [head, rest] {
        let labels = part.split("aria-label=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let between = part.split('>').skip(1).filter_map(|rest| rest.split('<').next());
        found.extend(labels.chain(between).flat_map(str::lines).map(|text| {
            text.replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&").trim().to_owned()
        }));
    }
    found.retain(|text| !text.is_empty());
    found
}

#[test]
fn no_english_word_is_left_in_the_markup_of_a_norwegian_picture() {
    let desk = Desk::new("words-markup");
    let english = english_alone();
    assert!(english.len() > 400 && english.contains("goals"), "{}", english.len());
    let (many, _, code) = desk.done("generate", &["400", "--seed", "3"]);
    assert_eq!(code, 0);
    let rural = include_str!("../../../examples/data/rural-credit-unions.json");
    desk.put("documented.json", DATA).put("rural.json", rural).put("many.json", &many);
    let pictures: [(&[&str], &str); 14] = [
        (&["map"], "documented.json"),
        (&["map", "--with", "activities,barriers"], "documented.json"),
        (&["map", "--paper", "a4"], "documented.json"),
        (&["map", "--focus", "project/feva", "--depth", "1"], "documented.json"),
        (&["map", "--year", "2007"], "documented.json"),
        (&["timeline", "--today", "2026-11-28"], "documented.json"),
        (&["timeline", "--focus", "emn"], "documented.json"),
        (&["map"], "rural.json"),
        (&["timeline", "--today", "2022-11-28", "--paper", "a4"], "rural.json"),
        (&["map"], "many.json"),
        (&["map", "--paper", "a4", "--status", "ongoing"], "many.json"),
        (&["map", "--focus", "programme/programme-1"], "many.json"),
        (&["timeline"], "many.json"),
        (&["timeline", "--paper", "a4"], "many.json"),
    ];
    for (arguments, file) in pictures {
        let rest = [&arguments[1..], &["--lang", "nb", file]].concat();
        let (markup, told, code) = desk.done(arguments[0], &rest);
        assert_eq!(code, 0, "{rest:?}: {told}");
        let mut own = Vec::new();
        texts(&serde_json::from_str(&desk.get(file)).unwrap(), &mut own);
        let mut own: Vec<String> =
            own.iter().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        own.sort_by_key(|text| std::cmp::Reverse(text.len()));
        let all = own.join("\n");
        let shown = texts_of(&markup);
        assert!(shown.len() > 20, "{rest:?}: {}", shown.len());
        for text in shown {
            if !words_of(&text).any(|word| english.contains(&word)) {
                continue;
            }
            // A name of the dataset stays in its language, also where it is a line of its own or cut.
            if all.contains(text.trim_end_matches('…')) {
                continue;
            }
            let left = own
                .iter()
                .filter(|own| own.len() > 2)
                .fold(text.clone(), |left, own| left.replace(own.as_str(), " "));
            let left: Vec<String> = words_of(&left).filter(|word| english.contains(word)).collect();
            assert!(left.is_empty(), "{arguments:?} of {file}: {left:?} in '{text}'");
        }
    }
}

#[test]
fn amounts_and_dates_are_written_as_in_the_language_asked_for() {
    let desk = Desk::new("words-amounts");
    desk.put("data.json", include_str!("../../../examples/data/rural-credit-unions.json"));
    let told = |language: &str| {
        let all = ["show", "funds", "stats"].map(|one| desk.done(one, &["--lang", language, "data.json"]).0);
        let asked = desk.done("query", &["--ask", "money", "--lang", language, "data.json"]).0;
        [all.concat(), asked].concat()
    };
    let joined = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (english, norwegian) = (joined(told("en")), joined(told("nb")));
    for (one, other) in [
        ("412,500.50 EUR", "412 500,50 EUR"),
        ("1 September 2022", "1. september 2022"),
        ("(2023, for two years, grant", "(2023, for to år, tilskudd"),
    ] {
        assert!(english.contains(one) && !english.contains(other), "{one}: {english}");
        assert!(norwegian.contains(other) && !norwegian.contains(one), "{other}: {norwegian}");
    }
    // Without a language, that of the dataset.
    assert!(desk.done("show", &["data.json"]).0.contains("412,500.50 EUR"));
}
