//! Loads a dataset, checks it, and shows its world to a reader who never saw the source.
//!
//! ```console
//! cargo run --example load_dataset
//! cargo run --example load_dataset -- --lang en my-dataset.json
//! ```

#[path = "../end/mod.rs"]
mod end;
mod page;
#[path = "../show/mod.rs"]
#[expect(dead_code, reason = "this program needs a part of it")]
mod show;

use clap::Parser;
use show::Reader;
use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

/// Shows who cooperates with whom, the projects with their goals and money, and what is wrong with the data.
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
    let reader = Reader::new(&dataset, arguments.shown.lang.as_str());
    Ok(show::say(&page::page(&reader))?)
}
