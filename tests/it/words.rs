//! The texts that people read: descriptions of the schemas, the catalogue of rules, the README, the changelog and the guide.

#[path = "../support/phrases.rs"]
mod phrases;

use cooperation::schema::{self, Draft};
use cooperation::{Dataset, rules::catalogue};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Beginnings of a clause in place of a noun.
const CLAUSES: [&str; 8] = ["How ", "As ", "That ", "Whom ", "In which ", "What it ", "Who ", "When "];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The pages of the guide, by name. The page of the rules is made from the catalogue.
fn guide() -> Vec<(String, String)> {
    let files = std::fs::read_dir(root().join("src/guide")).unwrap().map(|entry| entry.unwrap().path());
    let pages = files.filter(|path| path.extension().is_some_and(|end| end == "md"));
    let mut pages: Vec<_> =
        pages.map(|path| (path.file_stem().unwrap().to_str().unwrap().to_owned(), read(&path))).collect();
    pages.sort();
    assert!(pages.len() > 10, "{} pages", pages.len());
    pages
}

/// Every description in a schema, with whether it is of a type, which may have several paragraphs.
fn descriptions(schema: &Value, is_type: bool, found: &mut BTreeSet<(bool, String)>) {
    match schema {
        Value::Object(members) => {
            // A member can have the name `description`: its value is a schema then.
            if let Some(text) = members.get("description").and_then(Value::as_str) {
                found.insert((is_type, text.to_owned()));
            }
            for (name, value) in members {
                if name == "$defs" {
                    value.as_object().unwrap().values().for_each(|schema| descriptions(schema, true, found));
                } else {
                    descriptions(value, false, found);
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| descriptions(item, false, found)),
        _ => {}
    }
}

/// What is wrong with a description.
fn faults(is_type: bool, text: &str) -> Vec<String> {
    let head = text.split("\n\n").next().unwrap();
    let mut faults = phrases::avoided(text);
    if head.split_whitespace().count() < 4 {
        faults.push("fewer than four words".to_owned());
    }
    if !is_type && head.split_whitespace().count() > 40 {
        faults.push("more than 40 words".to_owned());
    }
    if let Some(clause) = CLAUSES.iter().find(|clause| text.starts_with(**clause)) {
        faults.push(format!("begins with '{}' in place of a noun", clause.trim()));
    }
    if !text.starts_with(|first: char| first.is_uppercase() || first == '`' || first.is_ascii_digit()) {
        faults.push("begins in lower case".to_owned());
    }
    if !text.ends_with('.') {
        faults.push("has no full stop at the end".to_owned());
    }
    faults
}

#[test]
fn descriptions_are_noun_phrases_that_are_enough_on_their_own() {
    let mut found = BTreeSet::new();
    for name in schema::NAMES {
        let schema = schema::named(name, Draft::Draft2020_12).unwrap();
        descriptions(schema.as_value(), true, &mut found);
    }
    assert!(found.len() > 400, "{} descriptions", found.len());
    let faults: Vec<_> = found
        .iter()
        .flat_map(|(is_type, text)| {
            faults(*is_type, text).into_iter().map(move |fault| format!("{fault}\n    {text}"))
        })
        .collect();
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn the_search_finds_what_it_is_for() {
    assert_eq!(faults(false, "Role of the party in the project, such as partner."), [""; 0]);
    for bad in
        ["As what.", "How far it has come.", "When it was first published.", "The place in which it stands."]
    {
        assert!(!faults(false, bad).is_empty(), "{bad}");
    }
    assert_eq!(phrases::avoided("No amendment withstands this."), [""; 0]);
    assert_eq!(phrases::avoided("Fine.\nThe way to mend it.").len(), 1);
}

#[test]
fn the_catalogue_of_rules_is_written_plainly() {
    for rule in catalogue() {
        for text in [rule.what, rule.why] {
            assert_eq!(phrases::avoided(text), [""; 0], "{}", rule.name);
            assert!(text.ends_with('.'), "{}: {text}", rule.name);
        }
    }
}

#[test]
fn the_readme_the_changelog_and_the_guide_are_written_plainly() {
    let files = ["README.md", "CHANGELOG.md"].map(|name| (name.to_owned(), read(&root().join(name))));
    for (name, text) in files.into_iter().chain(guide()) {
        assert_eq!(phrases::avoided(&text), [""; 0], "{name}");
    }
}

#[test]
fn every_page_of_the_guide_is_listed_and_linked() {
    let (list, readme) = (read(&root().join("src/guide/mod.rs")), read(&root().join("README.md")));
    for (name, _) in guide() {
        assert!(list.contains(&format!("[`{name}`]")), "the guide does not list {name}");
        assert!(readme.contains(&format!("(src/guide/{name}.md)")), "the README does not link to {name}");
    }
}

#[test]
fn every_document_in_the_guide_is_valid() {
    let mut documents = 0;
    for (name, text) in guide() {
        for block in text.split("```json\n").skip(1).map(|rest| rest.split("```").next().unwrap()) {
            if block.trim_start().starts_with('{') {
                let dataset = Dataset::from_json(block).unwrap_or_else(|error| panic!("{name}: {error}"));
                assert_eq!(dataset.validate().findings(), [], "{name}");
                documents += 1;
            }
        }
    }
    assert!(documents > 0);
}

/// The files with this extension in a folder and the folders in it.
fn files(folder: &Path, extension: &str, found: &mut Vec<PathBuf>) {
    for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            files(&path, extension, found);
        } else if path.extension().is_some_and(|end| end == extension) {
            found.push(path);
        }
    }
}

/// The paragraphs of the doc comments of a file: their first line number and their lines, without code blocks, lists,
/// tables and headings.
fn paragraphs(text: &str) -> Vec<Vec<(usize, String)>> {
    let (mut all, mut open, mut is_code) = (Vec::new(), Vec::new(), false);
    for (number, line) in (1..).zip(text.lines()) {
        let content = ["///", "//!"].iter().find_map(|mark| line.trim_start().strip_prefix(mark));
        if content.is_some_and(|content| content.trim_start().starts_with("```")) {
            is_code = !is_code;
        }
        let content = content.filter(|_| !is_code).unwrap_or_default().trim();
        if content.is_empty() || content.starts_with(['-', '|', '#', '[', '`']) {
            all.push(std::mem::take(&mut open));
        }
        if !content.is_empty() && !content.starts_with(['|', '#']) {
            open.push((number, line.to_owned()));
        }
    }
    all.push(open);
    all.retain(|lines: &Vec<_>| !lines.is_empty());
    all
}

/// Lines that end long before the margin although the next word would fit, and paragraphs that repeat the end of the one
/// before: both are left over from edits.
fn ragged(text: &str) -> Vec<usize> {
    let joined = |lines: &[(usize, String)]| {
        let words = lines.iter().flat_map(|(_, line)| line.split_whitespace());
        words.filter(|word| !matches!(*word, "///" | "//!")).collect::<Vec<_>>().join(" ")
    };
    let mut found = Vec::new();
    let all = paragraphs(text);
    for pair in all.windows(2) {
        let (first, second) = (joined(&pair[0]), joined(&pair[1]));
        // One empty line of the comment is between its paragraphs.
        let between = pair[0].last().and_then(|(last, _)| text.lines().nth(*last));
        let is_next = between.is_some_and(|line| matches!(line.trim(), "///" | "//!"));
        if is_next && second.len() > 12 && first.ends_with(&second) {
            found.push(pair[1][0].0);
        }
    }
    for lines in &all {
        for pair in lines.windows(2) {
            let next = pair[1].1.split_whitespace().nth(1).unwrap_or_default();
            if pair[0].1.chars().count() + 1 + next.chars().count() < 95 {
                found.push(pair[0].0);
            }
        }
    }
    found
}

#[test]
fn doc_comments_have_no_ragged_or_repeated_lines() {
    let mut sources = Vec::new();
    files(&root().join("src"), "rs", &mut sources);
    assert!(sources.len() > 200, "{} files", sources.len());
    for path in sources {
        assert_eq!(ragged(&read(&path)), [0; 0], "{}", path.display());
    }
    let repeated = "/// To sort dates, use the earliest day as the key.\n///\n/// the earliest day as the key.\nfn f() {}\n";
    assert_eq!(ragged(repeated), [3]);
    assert_eq!(ragged("//! A line that is short.\n//! And another one.\n"), [1]);
}

#[test]
fn links_in_the_guide_lead_to_files_of_the_repository() {
    let mut links = 0;
    for (name, text) in guide() {
        assert!(!text.contains("](crate::"), "{name}: a link that only rustdoc resolves");
        for target in
            text.lines().filter_map(|line| line.strip_prefix('[')?.split_once("]: ").map(|(_, to)| to))
        {
            assert!(root().join("src/guide").join(target).exists(), "{name}: {target} does not exist");
            links += 1;
        }
    }
    assert!(links > 20, "{links} links");
}
