//! How a subcommand ends: with what is wrong as text.
//!
//! Files name themselves in errors, so an error of input and output that comes here is one of standard output.

use std::error::Error;
use std::io;
use std::process::ExitCode;

pub(crate) fn with(done: Result<(), Box<dyn Error>>) -> ExitCode {
    let Err(error) = done else { return ExitCode::SUCCESS };
    match error.downcast_ref::<io::Error>() {
        // A reader may stop before the end, as `head` does.
        Some(error) if error.kind() == io::ErrorKind::BrokenPipe => return ExitCode::SUCCESS,
        Some(error) => eprintln!("error: standard output: {error}"),
        None => eprintln!("error: {}", error.to_string().trim_end()),
    }
    ExitCode::FAILURE
}
