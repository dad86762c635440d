//! `cooperation show`: a dataset with its findings, for a reader who never saw the source.
//!
//! ```console
//! cooperation show
//! cooperation show --lang en my-dataset.json
//! ```

mod page;

pub use page::page;

use crate::reader::{self, InLanguage, Reader};
use clap::Args;
use std::error::Error;
use std::path::PathBuf;

/// Shows who cooperates with whom, the projects with their goals and money, and what is wrong with the data.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The dataset; without it, the documented one.
    file: Option<PathBuf>,
    #[command(flatten)]
    shown: InLanguage,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let dataset = reader::load(arguments.file.as_deref())?;
    let reader = Reader::new(&dataset, arguments.shown.lang.as_str());
    Ok(reader::say(&page(&reader))?)
}
