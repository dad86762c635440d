//! Answers questions: those that the documented dataset is there for, or any of a list about the records of any dataset.
//! Each answer comes with the passages that it rests on.
//!
//! ```console
//! cargo run --example query
//! cargo run --example query -- --lang en 12
//! cargo run --example query -- --ask partners --about fairfield examples/data/rural-credit-unions.json
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
use std::path::Path;
use std::process::ExitCode;

/// Answers questions, with the passages that each answer rests on.
///
/// Without arguments, the eighteen questions that the documented dataset is there for. With FILE, it tells what can be
/// asked about the records in it.
#[derive(Parser)]
#[command(name = "query")]
struct Arguments {
    /// The number of a question about the documented dataset; or a dataset.
    #[arg(value_name = "NUMBER|FILE")]
    what: Option<String>,
    #[command(flatten)]
    wanted: page::Wanted,
    #[command(flatten)]
    shown: show::InLanguage,
}

fn main() -> ExitCode {
    end::end(run())
}

fn run() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let number = arguments.what.as_deref().and_then(|what| what.parse::<usize>().ok());
    let file = arguments.what.as_deref().filter(|_| number.is_none()).map(Path::new);
    let wanted = &arguments.wanted;
    let asks = wanted.ask.is_some() || wanted.about.is_some() || wanted.date.is_some();
    let dataset = show::load(file)?;
    let reader = Reader::new(&dataset, arguments.shown.lang.as_str());
    let page = match (number, file) {
        (Some(_), _) if asks => {
            return Err("a question is asked by its number or by its name, not by both".into());
        }
        (None, _) if asks => page::asked(&reader, wanted)?,
        (None, Some(_)) => page::menu(&reader)?,
        (number, _) => page::documented(&reader, number)?,
    };
    Ok(show::say(&page)?)
}
