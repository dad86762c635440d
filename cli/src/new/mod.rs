//! `cooperation new`: a starter dataset to fill in, as a document or as a workbook.
//!
//! ```console
//! cooperation new association --out members.json
//! cooperation new funder --tables --out grants.xlsx
//! ```

mod layout;

use crate::input::Unread;
use crate::visible::{name, tell};
use crate::{output, workbook};
use clap::{Args, ValueEnum};
use cooperation::Dataset;
use cooperation::interop::csv;
use cooperation::schema::{self, Draft};
use std::error::Error;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// Writes a template of a dataset to fill in
///
/// The template is a valid dataset. Every value to replace begins with 'Replace me', and each record has a description that
/// explains it.
///
/// Exit status: 0 written, 2 wrong arguments, or a file cannot be opened or written.
#[derive(Args)]
#[command(after_help = "\
Examples:
  cooperation new association --out members.json
  cooperation new funder --tables --out grants.xlsx
  cooperation new programme > programme.json")]
pub(crate) struct Arguments {
    /// Type of publisher
    #[arg(value_enum)]
    kind: Starter,
    /// Writes a workbook for a spreadsheet program, with one sheet for each kind of record
    #[arg(long, requires = "out")]
    tables: bool,
    /// Output file, which must not exist yet [default: standard output]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Starter {
    /// An association or network: members, partners, projects, goals and grants
    Association,
    /// A programme secretariat: calls, projects, partners and goals
    Programme,
    /// A foundation or other funder: grants, recipients and payments
    Funder,
}

impl Starter {
    const fn text(self) -> &'static str {
        match self {
            Self::Association => include_str!("association.json"),
            Self::Programme => include_str!("programme.json"),
            Self::Funder => include_str!("funder.json"),
        }
    }
}

/// File name of the schema next to a template, which its `$schema` refers to.
const SCHEMA: &str = "dataset.schema.json";

pub(crate) fn run(arguments: &Arguments) -> Result<u8, Box<dyn Error>> {
    let text = arguments.kind.text();
    let out = arguments.out.as_deref();
    if let Some(taken) = out.filter(|out| out.symlink_metadata().is_ok()) {
        return Err(format!("{}: this file exists already; choose another name", name(taken)).into());
    }
    match out {
        Some(out) if arguments.tables => {
            let bytes = tables(text)?;
            output::write(out, &[""; 0], |file| file.write_all(&bytes))?;
        }
        Some(out) => {
            output::write(out, &[""; 0], |file| file.write_all(text.as_bytes()))?;
            schema_beside(out)?;
        }
        None => std::io::stdout().lock().write_all(text.as_bytes())?,
    }
    tell(&next_steps(out, arguments.tables));
    Ok(0)
}

/// The starter as a workbook. Editors of workbooks use no schema.
fn tables(text: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut dataset = Dataset::from_json(text).map_err(|error| Unread::Content(error.to_string()))?;
    dataset.schema = None;
    Ok(workbook::write(&csv::write(&dataset), &layout::of(&dataset))?)
}

/// Writes the schema next to a document, so that editors complete and check it.
fn schema_beside(out: &Path) -> Result<(), Box<dyn Error>> {
    let file = out.with_file_name(SCHEMA);
    if file.symlink_metadata().is_ok() {
        return Ok(());
    }
    let schema = schema::named("dataset", Draft::default()).ok_or("no such schema")?;
    let text = schema::to_text(&schema);
    Ok(output::write(&file, &[""; 0], |file| file.write_all(text.as_bytes()))?)
}

fn next_steps(out: Option<&Path>, tables: bool) -> String {
    let file = out.map_or_else(|| "FILE".to_owned(), name);
    let first = match (out, tables) {
        (Some(_), true) => format!(
            "1. Open {file} in a spreadsheet program. The sheet 'guide' explains the sheets; the notes on the headings\n   \
             explain the columns."
        ),
        (Some(_), false) => format!(
            "1. Open {file} in an editor such as Visual Studio Code. The schema in {SCHEMA}, in the same folder, lets the\n   \
             editor explain and check what you type."
        ),
        (None, _) => format!(
            "1. Save the dataset in a file, and beside it the schema, which lets an editor explain and check what you\n   \
             type: cooperation schema > {SCHEMA}"
        ),
    };
    format!(
        "Next steps:\n{first}\n2. Replace every text that begins with 'Replace me', and add, copy and remove records.\n\
         3. Check the result, and which texts are still to replace: cooperation validate {file}\n\
         4. Look at it: cooperation show {file}"
    )
}
