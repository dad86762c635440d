//! `cooperation funds`: who funds what, where and since when, as tables.
//!
//! ```console
//! cooperation funds
//! cooperation funds --lang en my-dataset.json
//! ```

mod tables;

pub use tables::page;

use crate::reader::Shown;
use clap::Args;
use std::error::Error;

/// Shows who funds what, where and since when, and how much money that is for each programme, funder and year.
#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    shown: Shown,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    arguments.shown.page(|reader| Ok(page(reader)?))
}
