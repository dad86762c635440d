//! Answers the questions that the documented dataset is there for, each with the passages that it rests on.
//!
//! ```console
//! cargo run --example query
//! cargo run --example query -- --lang en 12
//! ```

mod answers;

use answers::{Answer, QUESTIONS, Reader};
use clap::{Parser, ValueEnum};
use cooperation::Dataset;
use std::error::Error;
use std::fmt::Write as _;
use std::io::Write as _;

/// The documented dataset.
const DOCUMENTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/microfinance-norway.json");

/// Answer questions from the documented dataset, with the passages that each answer rests on
#[derive(Parser)]
#[command(name = "query")]
struct Arguments {
    /// Answer this question alone, by its number
    #[arg(value_parser = clap::value_parser!(u8).range(1..=18))]
    question: Option<u8>,
    /// Show names in this language where they have it
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
    let dataset = Dataset::from_slice(&std::fs::read(DOCUMENTED)?)?;
    let languages = match arguments.lang {
        Language::Nb => ["nb", "en"],
        Language::En => ["en", "nb"],
    };
    let reader = Reader::new(&dataset, languages);
    let mut page = String::new();
    for (number, (question, ask)) in (1_u8..).zip(QUESTIONS) {
        if arguments.question.is_none_or(|asked| asked == number) {
            show(&mut page, number, question, &ask(&reader)?)?;
        }
    }
    std::io::stdout().write_all(page.as_bytes())?;
    Ok(())
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
