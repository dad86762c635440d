//! Draws when projects and memberships were going on, no more precise than their sources.
//!
//! ```console
//! cargo run --example draw_timeline -- --out timeline.svg
//! cargo run --example draw_timeline -- --focus mikrofinans-norge --depth 1 --format dot
//! ```

#[expect(dead_code, reason = "the map is drawn by another program")]
mod draw;
mod end;
#[expect(dead_code, reason = "a picture needs a part of it")]
mod show;

use clap::Parser;
use std::error::Error;
use std::process::ExitCode;

/// Draws when projects and memberships were going on.
#[derive(Parser)]
struct Arguments {
    #[command(flatten)]
    options: draw::Options,
}

fn main() -> ExitCode {
    end::end(run())
}

fn run() -> Result<(), Box<dyn Error>> {
    Arguments::parse().options.run(&[], draw::timeline)
}
