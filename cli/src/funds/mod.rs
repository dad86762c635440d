//! `cooperation funds`: who funds what, where and since when, as tables.
//!
//! ```console
//! cooperation funds
//! cooperation funds --lang en my-dataset.json
//! cooperation funds --year 2023 my-dataset.json
//! ```

mod selected;
mod tables;

pub use tables::page;

use crate::reader::{Reader, Shown, load, say};
use clap::Args;
use cooperation::RecordKind;
use std::error::Error;

/// Shows who funds what, where and since when, with sums of money by programme, funder and year
///
/// The filters select funding records, by their date or else their period; use --kind project to select projects with all
/// their funding.
#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    shown: Shown,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let Shown { file, filter, language } = &arguments.shown;
    let (mut dataset, selected) = filter.part_by(load(file.as_deref())?, RecordKind::Funding)?;
    if let Some(selected) = selected.filter(|_| filter.kind.is_none_or(|kind| kind == RecordKind::Funding)) {
        selected::only(&mut dataset, &selected);
    }
    Ok(say(&page(&Reader::new(&dataset, language.of(&dataset)))?)?)
}
