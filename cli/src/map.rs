//! `cooperation map`: who cooperates with whom, as a picture.
//!
//! ```console
//! cooperation map --out map.svg
//! cooperation map --focus project/feva --depth 1 --format mermaid my-dataset.json
//! ```

use crate::draw;
use clap::Args;
use std::error::Error;

/// Draws who cooperates with whom, in columns from networks to goals.
///
/// Sources are not drawn, and places stand in the boxes of what is there; the picture says what is not on it.
#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    options: draw::Options,
    /// Draws these as well, in a column of their own, where the map has room for them.
    #[arg(long, value_enum, value_name = "KIND", value_delimiter = ',')]
    with: Vec<draw::More>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    arguments.options.run(&arguments.with, draw::map)
}
