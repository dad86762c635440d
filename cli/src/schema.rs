//! `cooperation schema`: the JSON Schemas, one to standard output or all of them into a folder.
//!
//! ```console
//! cooperation schema --flavour draft-07 --of project
//! cooperation schema --out examples/schema/1.0
//! cooperation schema --for duckdb
//! cooperation schema --for spark --of project
//! ```

use crate::output;
use clap::Args;
use cooperation::Kind;
use cooperation::schema::{self, Draft, Engine};
use std::error::Error;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Writes the JSON Schemas of the format
///
/// Exit status: 0 written, 1 input and output, 2 usage.
#[derive(Args)]
#[command(after_help = "\
Examples:
  cooperation schema > dataset.schema.json
  cooperation schema --flavour draft-07 --of project
  cooperation schema --out schemas
  cooperation schema --for duckdb")]
pub(crate) struct Arguments {
    /// Which flavour: 2020-12, draft-07 or codegen; without it 2020-12, and every flavour with --out
    #[arg(long)]
    flavour: Option<Draft>,
    /// Which schema: dataset, record-line, report or a kind of record; without it dataset, and every schema with --out
    #[arg(long, value_name = "NAME", value_parser = schema_name)]
    of: Option<&'static str>,
    /// The definition of a table and its views for an engine, in place of a schema: of record-line or of a record
    #[arg(long = "for", value_name = "ENGINE", conflicts_with = "flavour")]
    engine: Option<Engine>,
    /// Write files into this folder
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

fn schema_name(text: &str) -> Result<&'static str, String> {
    let wanted = text.replace('_', "-");
    let known = schema::NAMES.iter().copied().find(|name| *name == wanted);
    known.ok_or_else(|| format!("expected one of: {}", schema::NAMES.join(", ")))
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    if let Some(engine) = arguments.engine {
        return tables(engine, arguments);
    }
    if let Some(folder) = &arguments.out {
        return write_all(folder, arguments.flavour, arguments.of);
    }
    let text = text_of(arguments.of.unwrap_or("dataset"), arguments.flavour.unwrap_or_default())?;
    Ok(io::stdout().lock().write_all(text.as_bytes())?)
}

/// Writes the table of record lines or of a kind of record; into a folder, all of them.
fn tables(engine: Engine, arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let name =
        |kind: Option<Kind>| kind.map_or("record-line".to_owned(), |kind| kind.as_str().replace('_', "-"));
    let all = std::iter::once(None).chain(Kind::ALL.iter().copied().map(Some));
    let wanted: Vec<Option<Kind>> = match (arguments.of, &arguments.out) {
        (None, Some(_)) => all.collect(),
        (None, None) => vec![None],
        (Some(of), _) => all.filter(|kind| name(*kind) == of).collect(),
    };
    if wanted.is_empty() {
        return Err("a table holds record lines or records: --of record-line or --of RECORD".into());
    }
    for kind in wanted {
        let text = schema::table(engine, kind);
        match &arguments.out {
            Some(folder) => {
                write(&folder.join(format!("{}.{}.sql", name(kind), engine.as_str())), &text)?;
            }
            None => io::stdout().lock().write_all(text.as_bytes())?,
        }
    }
    Ok(())
}

fn write_all(folder: &Path, draft: Option<Draft>, of: Option<&str>) -> Result<(), Box<dyn Error>> {
    for &draft in Draft::ALL.iter().filter(|one| draft.is_none_or(|wanted| wanted == **one)) {
        for &name in schema::NAMES.iter().filter(|one| of.is_none_or(|wanted| wanted == **one)) {
            write(&folder.join(schema::file_name(name, draft)), &text_of(name, draft)?)?;
        }
    }
    Ok(())
}

/// Writes a file, into a folder that is made where there is none.
fn write(file: &Path, text: &str) -> Result<(), String> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    output::write(file, &[""; 0], |out| out.write_all(text.as_bytes()))
}

fn text_of(name: &str, draft: Draft) -> Result<String, Box<dyn Error>> {
    let schema = schema::named(name, draft).ok_or("no such schema")?;
    Ok(schema::to_text(&schema))
}
