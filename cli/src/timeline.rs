//! `cooperation timeline`: when projects and memberships were going on, as a picture.
//!
//! ```console
//! cooperation timeline --out timeline.svg
//! cooperation timeline --focus mikrofinans-norge --depth 1 --format dot
//! ```

use crate::draw;
use clap::Args;
use std::error::Error;

/// Draws the periods of projects and memberships, as precise as their sources
#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    options: draw::Options,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    arguments.options.run(&[], draw::timeline)
}
