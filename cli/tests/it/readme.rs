//! What the README shows beside its Rust, which is compiled with the docs: documents, and what `validate` says of one.

use crate::desk::Desk;
use cooperation::Dataset;

const README: &str = include_str!("../../../README.md");

pub(crate) const SUBCOMMANDS: [&str; 15] = [
    "validate",
    "show",
    "query",
    "funds",
    "map",
    "timeline",
    "convert",
    "audit",
    "schema",
    "generate",
    "new",
    "merge",
    "diff",
    "stats",
    "completions",
];

/// The blocks of a language, in their order.
fn blocks(language: &str) -> Vec<&'static str> {
    let opening = format!("```{language}\n");
    README.split(&opening).skip(1).map(|rest| rest.split("```").next().unwrap()).collect()
}

#[test]
fn the_document_that_is_shown_breaks_no_rule() {
    let document = Dataset::from_json(blocks("json")[0]).unwrap();
    assert_eq!(document.validate().findings(), []);
}

#[test]
fn validate_says_what_is_shown() {
    let command = "$ cargo run -- validate partners.json\n";
    let shown = blocks("console").into_iter().find_map(|block| block.strip_prefix(command)).unwrap();
    let desk = Desk::new("readme");
    desk.put("partners.json", blocks("json")[1]);
    assert_eq!(desk.done("validate", &["partners.json"]).0, shown);
}

#[test]
fn every_subcommand_and_example_is_named_and_every_file_is_there() {
    let root = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    for subcommand in SUBCOMMANDS {
        assert!(README.contains(&format!("`{subcommand}")), "the README does not name {subcommand}");
    }
    for entry in std::fs::read_dir(root.join("examples")).unwrap() {
        let path = entry.unwrap().path();
        let is_program = path.join("main.rs").exists() || path.extension().is_some_and(|end| end == "rs");
        let name = path.file_stem().unwrap().to_str().unwrap();
        assert!(!is_program || README.contains(&format!("`{name}")), "the README does not name {name}");
    }
    for target in README.split("](").skip(1).map(|rest| rest.split(')').next().unwrap()) {
        assert!(target.starts_with("https://") || root.join(target).exists(), "{target} is not there");
    }
}
