//! What the program says of itself.

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
