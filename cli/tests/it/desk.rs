//! The program as the tests run it.

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A folder of its own for a test, in which the program is run.
pub(crate) struct Desk(pub(crate) PathBuf);

impl Desk {
    pub(crate) fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    pub(crate) fn put(&self, name: &str, text: impl AsRef<[u8]>) -> &Self {
        fs::write(self.0.join(name), text).unwrap();
        self
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        // The day of the computer decides nothing in these tests.
        let day: &[&str] = if arguments.contains(&"--today") { &[] } else { &["--today", "none"] };
        self.program("validate", &[day, arguments].concat())
    }

    /// A subcommand, as it is run in this folder.
    pub(crate) fn program(&self, subcommand: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cooperation"));
        command.arg(subcommand).args(arguments).current_dir(&self.0).env("NO_COLOR", "1");
        command
    }

    /// What a subcommand writes to standard output and tells on standard error, and the code that it ends with.
    pub(crate) fn done(&self, subcommand: &str, arguments: &[&str]) -> (String, String, i32) {
        let output = self.program(subcommand, arguments).stdin(Stdio::null()).output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        (text(&output.stdout), text(&output.stderr), output.status.code().unwrap())
    }

    pub(crate) fn get(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }

    pub(crate) fn text(&self, arguments: &[&str]) -> String {
        String::from_utf8(self.run(arguments).stdout).unwrap()
    }

    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.text(&[&["--format", "json"], arguments].concat())).unwrap()
    }

    pub(crate) fn code(&self, arguments: &[&str]) -> i32 {
        self.run(arguments).status.code().unwrap()
    }
}

/// What a program says and how it ends when its reader has seen enough at once.
pub(crate) fn unread(mut command: Command) -> Output {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    child.wait_with_output().unwrap()
}

/// What a program tells on standard error, and the code that it ends with.
pub(crate) fn told(output: Output) -> (String, i32) {
    (String::from_utf8(output.stderr).unwrap(), output.status.code().unwrap())
}
