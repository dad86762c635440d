//! `cooperation map`: who cooperates with whom, as a picture.
//!
//! ```console
//! cooperation map --out map.svg
//! cooperation map --focus project/feva --depth 1 --format mermaid my-dataset.json
//! ```

use crate::draw;
use clap::Args;
use std::error::Error;

/// Draws who cooperates with whom, in columns from networks to goals
///
/// Places are written in the boxes of the records that name them, and sources are not drawn. A line under the picture counts
/// what is not on it.
#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    options: draw::Options,
    /// Further kinds of record, in a column of their own
    #[arg(long, value_enum, value_name = "KIND", value_delimiter = ',')]
    with: Vec<draw::More>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    arguments.options.run(&arguments.with, draw::map)
}
