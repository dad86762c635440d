//! Data that the tests need and that is not part of the repository.

use std::ffi::OsString;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// Reports a test that did not run, also where the output of tests that pass is captured.
fn not_run(test: &str, reason: &str) {
    let line = format!("\n!! NOT RUN: {test}: {reason}\n");
    std::io::stderr().write_all(line.as_bytes()).unwrap();
}

/// The folder that a variable names with this value; `None` if the variable is not set or empty.
///
/// # Errors
///
/// A sentence, if there is no such folder.
pub(crate) fn named(variable: &str, value: Option<OsString>) -> Result<Option<PathBuf>, String> {
    let Some(folder) = value.filter(|value| !value.is_empty()).map(PathBuf::from) else { return Ok(None) };
    if folder.is_dir() {
        return Ok(Some(folder));
    }
    Err(format!("{variable} names {}, where there is no folder", folder.display()))
}

/// The folder that a variable names, or `None` if a test cannot run because the variable is empty or not set.
pub(crate) fn folder(test: &str, variable: &str) -> Option<PathBuf> {
    let folder = named(variable, std::env::var_os(variable)).unwrap_or_else(|wrong| panic!("{wrong}"));
    if folder.is_none() {
        not_run(test, &format!("set {variable} to the folder with its data"));
    }
    folder
}

/// The text of a file in the folder that `COOPERATION_SHARED` names, by default `shared` beside the repository; `None` if
/// a test cannot run without it.
pub(crate) fn text(test: &str, file: &str) -> Option<String> {
    let folder = match std::env::var_os("COOPERATION_SHARED") {
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"),
        Some(_) => folder(test, "COOPERATION_SHARED")?,
    };
    let file = folder.join(file);
    match std::fs::read_to_string(&file) {
        Ok(content) => Some(content),
        Err(error) => {
            not_run(test, &format!("{}: {error}", file.display()));
            None
        }
    }
}
