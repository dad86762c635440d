//! Answers who funds what, where and since when, as tables.
//!
//! ```console
//! cargo run --example who_funds
//! cargo run --example who_funds -- --lang en my-dataset.json
//! ```

#[path = "../end/mod.rs"]
mod end;
#[path = "../show/mod.rs"]
#[expect(dead_code, reason = "this program needs a part of it")]
mod show;
mod tables;

use clap::Parser;
use show::Reader;
use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

/// Shows who funds what, where and since when, and how much money that is for each programme, funder and year.
#[derive(Parser)]
struct Arguments {
    /// The dataset; without it, the documented one.
    file: Option<PathBuf>,
    #[command(flatten)]
    shown: show::InLanguage,
}

fn main() -> ExitCode {
    end::end(run())
}

fn run() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let dataset = show::load(arguments.file.as_deref())?;
    let page = tables::page(&Reader::new(&dataset, arguments.shown.lang.as_str()))?;
    Ok(show::say(&page)?)
}
