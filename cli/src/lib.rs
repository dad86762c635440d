//! The parts of the program `cooperation`: one module for each subcommand, and what they share.
//!
//! What a subcommand shows or draws is made by functions that take a dataset and return text, so that it can be tested
//! without a terminal.

pub mod draw;
pub mod funds;
pub mod page;
pub mod query;
pub mod reader;
pub mod show;
pub mod stats;
pub mod words;

mod audit;
mod completions;
mod convert;
mod day;
mod diff;
mod exit;
mod generate;
mod input;
mod map;
mod merge;
mod new;
mod output;
mod progress;
mod schema;
mod synthetic;
mod timeline;
mod validate;
mod visible;
mod workbook;

use clap::error::ErrorKind;
use clap::{CommandFactory as _, Parser, Subcommand};
use std::process::ExitCode;

/// Checks, shows, draws and converts datasets of cooperation networks, projects and funding
#[derive(Parser)]
#[command(name = "cooperation", version)]
struct Program {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Validate(validate::Arguments),
    #[command(after_help = "\
Examples:
  cooperation show
  cooperation show --lang en dataset.json

Exit status: 0 shown, 1 content that cannot be read, 2 wrong arguments, or a file cannot be opened or written")]
    Show(show::Arguments),
    #[command(after_help = "\
Examples:
  cooperation query
  cooperation query --lang en 12
  cooperation query --ask partners --about fairfield dataset.json
  cooperation query --ask money --format csv dataset.json > money.csv
  cooperation query --in 2020-06 --country NO dataset.json

Exit status: 0 shown, 1 content that cannot be read, 2 wrong arguments, or a file cannot be opened or written")]
    Query(query::Arguments),
    #[command(after_help = "\
Examples:
  cooperation funds
  cooperation funds --lang en dataset.json

Exit status: 0 shown, 1 content that cannot be read, 2 wrong arguments, or a file cannot be opened or written")]
    Funds(funds::Arguments),
    #[command(after_help = "\
Examples:
  cooperation map --out map.svg
  cooperation map --focus project/feva --depth 1 --out feva.svg dataset.json
  cooperation map --paper a4 --programme erasmus --lang en --out map.svg dataset.json

Exit status: 0 shown, 1 content that cannot be read, 2 wrong arguments, or a file cannot be opened or written")]
    Map(map::Arguments),
    #[command(after_help = "\
Examples:
  cooperation timeline --out timeline.svg
  cooperation timeline --lang en --out timeline.svg dataset.json

Exit status: 0 shown, 1 content that cannot be read, 2 wrong arguments, or a file cannot be opened or written")]
    Timeline(timeline::Arguments),
    Page(page::Arguments),
    Convert(convert::Arguments),
    Audit(audit::Arguments),
    New(new::Arguments),
    Merge(merge::Arguments),
    Diff(diff::Arguments),
    Stats(stats::Arguments),
    Schema(schema::Arguments),
    Generate(generate::Arguments),
    Completions(completions::Arguments),
}

/// Runs the program with the arguments of the process, and returns the exit code.
#[must_use]
pub fn run() -> ExitCode {
    match Program::parse().command {
        Command::Validate(arguments) => validate::run(&arguments),
        Command::Show(arguments) => exit::plainly(show::run(&arguments)),
        Command::Query(arguments) => exit::plainly(query::run(&arguments)),
        Command::Funds(arguments) => exit::plainly(funds::run(&arguments)),
        Command::Map(arguments) => exit::plainly(map::run(&arguments)),
        Command::Timeline(arguments) => exit::plainly(timeline::run(&arguments)),
        Command::Page(arguments) => exit::plainly(page::run(&arguments)),
        Command::Convert(arguments) => match arguments.conflict() {
            Some(why) => misused("convert", why),
            None => exit::strictly(convert::run(&arguments)),
        },
        Command::Audit(arguments) => audit::run(&arguments),
        Command::Schema(arguments) => exit::plainly(schema::run(&arguments)),
        Command::Generate(arguments) => exit::plainly(generate::run(&arguments)),
        Command::New(arguments) => exit::strictly(new::run(&arguments)),
        Command::Merge(arguments) => exit::strictly(merge::run(&arguments)),
        Command::Diff(arguments) => exit::strictly(diff::run(&arguments)),
        Command::Stats(arguments) => exit::strictly(stats::run(&arguments)),
        Command::Completions(arguments) => exit::strictly(completions::run(&arguments, Program::command())),
    }
}

/// Ends with the usage of a subcommand whose arguments do not go together.
fn misused(subcommand: &str, why: &str) -> ExitCode {
    let mut program = Program::command();
    program.build();
    let command = program.find_subcommand_mut(subcommand);
    let error = command.map(|command| command.error(ErrorKind::ArgumentConflict, why));
    error.unwrap_or_else(|| clap::Error::raw(ErrorKind::ArgumentConflict, why)).exit()
}
