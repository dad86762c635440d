//! `cooperation generate`: a realistic synthetic dataset of any size, to try speed and limits on.
//!
//! ```console
//! cooperation generate 10000 --seed 1 > big.json
//! cooperation generate 1000000 --lines > big.jsonl
//! ```

use crate::synthetic;
use clap::Args;
use std::error::Error;
use std::io::{BufWriter, Write, stdout};

/// Makes a synthetic dataset and writes it to standard output. The same numbers give the same bytes.
#[derive(Args)]
pub(crate) struct Arguments {
    /// How many projects; each brings partners, goals, activities and money with it.
    projects: u32,
    /// Another seed gives other data of the same kind.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Writes one record a line, in memory that does not grow with the number of projects.
    #[arg(long)]
    lines: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
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
