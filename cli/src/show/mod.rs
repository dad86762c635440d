//! `cooperation show`: a dataset with its findings, for a reader who never saw the source.
//!
//! ```console
//! cooperation show
//! cooperation show --lang en my-dataset.json
//! ```

mod page;

pub use page::page;

use crate::reader::Shown;
use clap::Args;
use std::error::Error;

/// Shows who cooperates with whom, the projects with their goals and money, and the findings
#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    shown: Shown,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    arguments.shown.page(|reader| Ok(page(reader)))
}
