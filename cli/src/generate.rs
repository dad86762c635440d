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

/// Writes a synthetic dataset for load tests; the same arguments always give the same file
///
/// Exit status: 0 written, 2 wrong arguments, or a file cannot be opened or written.
#[derive(Args)]
#[command(after_help = "\
Examples:
  cooperation generate 10000 --seed 1 > big.json
  cooperation generate 1000000 --lines > big.jsonl")]
pub(crate) struct Arguments {
    /// Number of projects; each has partners, goals, activities and money
    projects: u32,
    /// Seed of the random numbers; another seed gives another dataset of the same size
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Writes record lines, in bounded memory
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
