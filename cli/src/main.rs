//! The program `cooperation`.

use std::process::ExitCode;

fn main() -> ExitCode {
    cooperation_cli::run()
}
