//! Draws who cooperates with whom: networks, organizations and groups, projects, programmes, instruments and goals, with
//! what they have to do with each other on the lines.
//!
//! ```console
//! cargo run --example draw_map -- --out map.svg
//! cargo run --example draw_map -- --focus project/feva --depth 1 --format mermaid my-dataset.json
//! ```

#[expect(dead_code, reason = "the timeline is drawn by another program")]
mod draw;
mod end;
#[expect(dead_code, reason = "a picture needs a part of it")]
mod show;

use clap::Parser;
use std::error::Error;
use std::process::ExitCode;

/// Draws who cooperates with whom, in columns from networks to goals. Sources are not drawn, and places stand in the
/// boxes of what is there; the picture says what is not on it.
#[derive(Parser)]
struct Arguments {
    #[command(flatten)]
    options: draw::Options,
    /// Draws these as well, in a column of their own, where the map has room for them.
    #[arg(long, value_enum, value_name = "KIND", value_delimiter = ',')]
    with: Vec<draw::More>,
}

fn main() -> ExitCode {
    end::end(run())
}

fn run() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    arguments.options.run(&arguments.with, draw::map)
}
