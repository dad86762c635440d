//! `cooperation map`: who cooperates with whom, as a picture.
//!
//! ```console
//! cooperation map --out map.svg
//! cooperation map --focus project/feva --depth 1 --format mermaid my-dataset.json
//! ```

use crate::draw;
use clap::Args;
use std::error::Error;

/// Draws a map of who cooperates with whom, in columns from networks to goals
///
/// Sources are not drawn, and places are named in the boxes of the records located there. The picture lists what it leaves
/// out.
#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    options: draw::Options,
    /// Also draws these records in a column of their own, if the map has room for them
    #[arg(long, value_enum, value_name = "KIND", value_delimiter = ',')]
    with: Vec<draw::More>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    arguments.options.run(&arguments.with, draw::map)
}
