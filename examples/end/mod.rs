//! How a program ends that cannot go on: with what is wrong as text. An error that `main` returns is shown as code.

use std::error::Error;
use std::process::ExitCode;

pub(crate) fn end(done: Result<(), Box<dyn Error>>) -> ExitCode {
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {}", error.to_string().trim_end());
            ExitCode::FAILURE
        }
    }
}
