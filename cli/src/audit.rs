//! `cooperation audit`: every quote of a source checked against its text: found, missing, passages without a quote,
//! coverage.

use crate::visible::{name, tell};
use crate::{input, reader};
use clap::{Args, ValueEnum};
use cooperation::SourceId;
use cooperation::evidence::audit;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

/// Checks every quote of a source against its text
///
/// Exit status: 0 all quotes found, 1 quotes missing, 2 wrong arguments, or a file cannot be opened or written.
#[derive(Args)]
#[command(after_help = "\
Examples:
  cooperation audit --source page page.txt
  cooperation audit --source page --format json page.txt dataset.json")]
pub(crate) struct Arguments {
    /// Source whose quotes are checked
    #[arg(long, value_name = "ID")]
    source: SourceId,
    /// Text of the source (UTF-8)
    text: PathBuf,
    /// Format of the report
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Dataset [default: the built-in example]
    file: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// Lines for people
    Human,
    /// One JSON object
    Json,
}

pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    match is_faithful(arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(message) => {
            tell(&format!("error: {message}"));
            ExitCode::from(2)
        }
    }
}

/// Whether every quote was found.
fn is_faithful(arguments: &Arguments) -> Result<bool, String> {
    let dataset = reader::load(arguments.file.as_deref()).map_err(|error| error.to_string())?;
    let text = String::from_utf8(input::bounded(&arguments.text)?)
        .map_err(|_| format!("{}: the text is not in UTF-8", name(&arguments.text)))?;
    if text.trim().is_empty() {
        return Err(format!(
            "{}: the text is empty, so no quote can be checked against it",
            name(&arguments.text)
        ));
    }
    let audit = audit(&dataset, &arguments.source, &text);
    if !audit.known && audit.quotes.is_empty() {
        let known: Vec<&str> = dataset.sources.iter().map(|source| source.id.as_str()).collect();
        return Err(format!("no source '{}' in the dataset; it has: {}", arguments.source, known.join(", ")));
    }
    let written = match arguments.format {
        Format::Human => audit.to_string(),
        Format::Json => serde_json::to_string_pretty(&audit).map_err(|error| error.to_string())? + "\n",
    };
    match std::io::stdout().write_all(written.as_bytes()) {
        // The reader may stop before the end, as `head` does.
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(format!("standard output: {error}"))
        }
        _ => Ok(audit.is_faithful()),
    }
}
