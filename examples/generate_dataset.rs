//! Makes a realistic synthetic dataset of any size, to try speed and limits on.
//!
//! ```console
//! cargo run --release --example generate_dataset -- 10000 --seed 1 > big.json
//! cargo run --release --example generate_dataset -- 1000000 --lines > big.jsonl
//! ```

mod end;
mod synthetic;

use clap::Parser;
use std::error::Error;
use std::io::{BufWriter, Write, stdout};
use std::process::ExitCode;

/// Makes a synthetic dataset and writes it to standard output. The same numbers give the same bytes.
#[derive(Parser)]
struct Arguments {
    /// How many projects; each brings partners, goals, activities and money with it.
    projects: u32,
    /// Another seed gives other data of the same kind.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Writes one record a line, in memory that does not grow with the number of projects.
    #[arg(long)]
    lines: bool,
}

fn main() -> ExitCode {
    end::end(run())
}

fn run() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let mut out = BufWriter::new(stdout().lock());
    if arguments.lines {
        synthetic::lines(arguments.projects, arguments.seed, |line| {
            Ok(writeln!(out, "{}", line.to_json_line())?)
        })?;
    } else {
        synthetic::dataset(arguments.projects, arguments.seed)?.write_to(&mut out)?;
    }
    Ok(out.flush()?)
}
