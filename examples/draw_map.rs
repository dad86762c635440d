//! Draws who cooperates with whom: networks, organizations and groups, projects, programmes, instruments and goals, with
//! what they have to do with each other on the lines.
//!
//! ```console
//! cargo run --example draw_map -- --out map.svg
//! cargo run --example draw_map -- --focus project/feva --depth 1 --format mermaid my-dataset.json
//! ```

#[expect(dead_code, reason = "the timeline is drawn by another program")]
mod draw;
#[expect(dead_code, reason = "a picture needs a part of it")]
mod show;

use clap::Parser;
use std::error::Error;

/// Draws who cooperates with whom, in columns from networks to goals.
#[derive(Parser)]
struct Arguments {
    #[command(flatten)]
    options: draw::Options,
}

fn main() -> Result<(), Box<dyn Error>> {
    Arguments::parse().options.run(draw::map)
}
