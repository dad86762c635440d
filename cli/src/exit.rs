//! Exit codes and error messages of subcommands.
//!
//! Files name themselves in errors, so an error of input and output that comes here is one of standard output.

use crate::input::Unread;
use crate::visible::tell;
use cooperation::values::SumOverflow;
use std::error::Error;
use std::io;
use std::process::ExitCode;

fn with(done: Result<(), Box<dyn Error>>) -> ExitCode {
    let Err(error) = done else { return ExitCode::SUCCESS };
    match error.downcast_ref::<io::Error>() {
        // A reader may stop before the end, as `head` does.
        Some(error) if error.kind() == io::ErrorKind::BrokenPipe => return ExitCode::SUCCESS,
        Some(error) => tell(&format!("error: standard output: {error}")),
        None => tell(&format!("error: {error}")),
    }
    ExitCode::FAILURE
}

/// The same for a subcommand that returns no code.
pub(crate) fn plainly(done: Result<(), Box<dyn Error>>) -> ExitCode {
    strictly(done.map(|()| 0))
}

/// As [`with`], but only content that cannot be read ends with 1; usage, input and output end with 2.
pub(crate) fn strictly(done: Result<u8, Box<dyn Error>>) -> ExitCode {
    let error = match done {
        Ok(code) => return ExitCode::from(code),
        Err(error) => error,
    };
    let is_content = matches!(error.downcast_ref(), Some(Unread::Content(_))) || error.is::<SumOverflow>();
    match with(Err(error)) {
        ExitCode::SUCCESS => ExitCode::SUCCESS,
        _ => ExitCode::from(if is_content { 1 } else { 2 }),
    }
}
