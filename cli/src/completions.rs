//! `cooperation completions`: the script by which a shell completes the arguments of the program.

use clap::Args;
use clap_complete::Shell;
use std::error::Error;
use std::io::Write as _;

/// Writes a script that completes the arguments of the program in a shell
///
/// Exit status: 0 written, 2 wrong arguments, or a file cannot be opened or written.
#[derive(Args)]
#[command(after_help = "\
Examples:
  cooperation completions bash > ~/.local/share/bash-completion/completions/cooperation
  cooperation completions zsh > ~/.zfunc/_cooperation
  cooperation completions fish > ~/.config/fish/completions/cooperation.fish")]
pub(crate) struct Arguments {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

pub(crate) fn run(arguments: &Arguments, mut program: clap::Command) -> Result<u8, Box<dyn Error>> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut program, "cooperation", &mut script);
    std::io::stdout().lock().write_all(&script)?;
    Ok(0)
}
