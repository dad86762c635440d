//! `cooperation query`: the questions that the documented dataset is there for, or any of a list about the records of any
//! dataset. Each answer comes with the passages that it rests on.
//!
//! ```console
//! cooperation query
//! cooperation query --lang en 12
//! cooperation query --ask partners --about fairfield examples/data/rural-credit-unions.json
//! ```

mod about;
mod answer;
mod answers;
mod ask;
mod asked;
mod money;
mod page;
mod record;
mod rows;
mod when;

pub use answer::Answer;
pub use answers::{QUESTIONS as DOCUMENTED, own_projects};
pub use ask::{QUESTIONS, Question};
pub use page::{Wanted, asked, documented, menu, written};
pub use rows::Format;

use crate::reader::{Filter, InLanguage, Reader, load, say};
use clap::Args;
use std::error::Error;
use std::path::Path;

/// Answers questions about a dataset, with the passages that support each answer
///
/// Without arguments, the eighteen questions that the documented dataset was made for. With FILE alone, the questions that
/// can be asked about its records.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Number of a question about the documented dataset, or a dataset
    #[arg(value_name = "NUMBER|FILE")]
    what: Option<String>,
    #[command(flatten)]
    wanted: Wanted,
    /// Format of the answers
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    filter: Filter,
    #[command(flatten)]
    shown: InLanguage,
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let number = arguments.what.as_deref().and_then(|what| what.parse::<usize>().ok());
    let file = arguments.what.as_deref().filter(|_| number.is_none()).map(Path::new);
    let wanted = &arguments.wanted;
    let asks = wanted.ask.is_some() || wanted.about.is_some() || wanted.date.is_some();
    let dataset = arguments.filter.part(load(file)?)?;
    let reader = Reader::new(&dataset, arguments.shown.of(&dataset));
    if arguments.format != Format::Text {
        if number.is_some() && asks {
            return Err("a question is asked by its number or by its name, not by both".into());
        }
        let about_any = asks || file.is_some();
        return Ok(say(&written(reader, wanted, number, about_any, arguments.format)?)?);
    }
    let page = match (number, file) {
        (Some(_), _) if asks => {
            return Err("a question is asked by its number or by its name, not by both".into());
        }
        (None, _) if asks => asked(&reader, wanted)?,
        (None, Some(_)) => menu(&reader)?,
        (number, _) => documented(&reader, number)?,
    };
    Ok(say(&page)?)
}
