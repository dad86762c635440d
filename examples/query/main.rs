//! Answers the questions that the documented dataset is there for, each with the passages that it rests on.
//!
//! ```console
//! cargo run --example query
//! cargo run --example query -- --lang en 12
//! ```

mod answers;
#[path = "../show/mod.rs"]
#[expect(dead_code, reason = "this program needs a part of it")]
mod show;

use answers::{Answer, QUESTIONS};
use clap::{Parser, ValueEnum};
use show::Reader;
use std::error::Error;
use std::fmt::Write as _;

/// Answers questions from the documented dataset, with the passages that each answer rests on
#[derive(Parser)]
#[command(name = "query")]
struct Arguments {
    /// The question that is answered, by its number; without it, all
    #[arg(value_parser = clap::value_parser!(u8).range(1..=18))]
    question: Option<u8>,
    /// The language of names, where they have it
    #[arg(long, value_enum, default_value_t = Language::Nb)]
    lang: Language,
}

#[derive(Clone, Copy, ValueEnum)]
enum Language {
    /// Norwegian Bokmål
    Nb,
    /// English
    En,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let dataset = show::load(None)?;
    let language = match arguments.lang {
        Language::Nb => "nb",
        Language::En => "en",
    };
    let reader = Reader::new(&dataset, language);
    let mut page = String::new();
    for (number, (question, ask)) in (1_u8..).zip(QUESTIONS) {
        if arguments.question.is_none_or(|asked| asked == number) {
            show(&mut page, number, question, &ask(&reader)?)?;
        }
    }
    Ok(show::say(&page)?)
}

fn show(page: &mut String, number: u8, question: &str, answer: &Answer) -> std::fmt::Result {
    if !page.is_empty() {
        writeln!(page)?;
    }
    writeln!(page, "{number:>2}  {question}\n")?;
    for line in &answer.lines {
        writeln!(page, "    {line}")?;
    }
    if !answer.quotes.is_empty() {
        writeln!(page)?;
    }
    for (label, quote) in &answer.quotes {
        writeln!(page, "    {label:<10}  «{quote}»")?;
    }
    Ok(())
}
