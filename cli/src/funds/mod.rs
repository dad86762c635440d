//! `cooperation funds`: who funds what, where and since when, as tables.
//!
//! ```console
//! cooperation funds
//! cooperation funds --lang en my-dataset.json
//! ```

mod tables;

pub use tables::page;

use crate::reader::{self, InLanguage, Reader};
use clap::Args;
use std::error::Error;
use std::path::PathBuf;

/// Shows who funds what, where and since when, and how much money that is for each programme, funder and year.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The dataset; without it, the documented one.
    file: Option<PathBuf>,
    #[command(flatten)]
    shown: InLanguage,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let dataset = reader::load(arguments.file.as_deref())?;
    let page = page(&Reader::new(&dataset, arguments.shown.lang.as_str()))?;
    Ok(reader::say(&page)?)
}
