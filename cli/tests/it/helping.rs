//! What the program says of itself.

#[path = "../../../tests/support/phrases.rs"]
mod phrases;

use crate::desk::Desk;
use crate::readme::SUBCOMMANDS;

#[test]
fn the_help_of_every_subcommand_has_examples_and_exit_codes() {
    let desk = Desk::new("help");
    let (text, _, code) = desk.done("help", &[]);
    assert_eq!(code, 0);
    for subcommand in SUBCOMMANDS {
        assert!(text.contains(&format!("\n  {subcommand} ")), "{subcommand}: {text}");
        let (help, _, code) = desk.done(subcommand, &["--help"]);
        assert_eq!(code, 0);
        assert!(help.contains("\nExamples:\n  cooperation "), "{subcommand}: {help}");
        assert!(help.contains("Exit status: 0 "), "{subcommand}: {help}");
        for example in help.lines().filter_map(|line| line.strip_prefix("  cooperation ")) {
            assert!(example.starts_with(subcommand), "{subcommand}: {example}");
        }
    }
}

#[test]
fn the_help_of_every_subcommand_is_written_plainly() {
    let desk = Desk::new("plain-help");
    assert_eq!(phrases::avoided(&desk.done("help", &[]).0), [""; 0]);
    for subcommand in SUBCOMMANDS {
        let (help, _, _) = desk.done(subcommand, &["--help"]);
        assert_eq!(phrases::avoided(&help), [""; 0], "{subcommand}");
    }
}
