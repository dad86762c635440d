//! Writes the JSON Schemas: one to standard output, or all of them into a folder.
//!
//! ```sh
//! cargo run --example export_schema -- --draft draft-07 --of project
//! cargo run --example export_schema -- --out examples/schema/1.0
//! cargo run --example export_schema -- --for duckdb --of record-line
//! ```

use clap::Parser;
use cooperation::schema::{self, Draft, Engine};
use std::error::Error;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// Write the JSON Schemas of the format
#[derive(Parser)]
struct Arguments {
    /// Which flavour: 2020-12, draft-07 or codegen; without it 2020-12, and every flavour with --out
    #[arg(long)]
    draft: Option<Draft>,
    /// Which schema: dataset, record-line, report or a kind of record; without it dataset, and every schema with --out
    #[arg(long, value_name = "NAME", value_parser = schema_name)]
    of: Option<&'static str>,
    /// Print a table definition with its views for an engine instead: spark, duckdb or bigquery
    #[arg(long = "for", value_name = "ENGINE", conflicts_with = "draft")]
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

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    if let Some(engine) = arguments.engine {
        return write_tables(engine, arguments.of, arguments.out.as_deref());
    }
    if let Some(folder) = &arguments.out {
        return write_all(folder, arguments.draft, arguments.of);
    }
    let text = text_of(arguments.of.unwrap_or("dataset"), arguments.draft.unwrap_or_default())?;
    Ok(std::io::stdout().lock().write_all(text.as_bytes())?)
}

fn write_all(folder: &Path, draft: Option<Draft>, of: Option<&str>) -> Result<(), Box<dyn Error>> {
    for &draft in Draft::ALL.iter().filter(|one| draft.is_none_or(|wanted| wanted == **one)) {
        for &name in schema::NAMES.iter().filter(|one| of.is_none_or(|wanted| wanted == **one)) {
            let file = folder.join(schema::file_name(name, draft));
            if let Some(parent) = file.parent() {
                std::fs::create_dir_all(parent)?;
            }
            std::fs::write(&file, text_of(name, draft)?)?;
        }
    }
    Ok(())
}

/// One table to standard output, or the named one or all of them into a folder.
fn write_tables(engine: Engine, of: Option<&str>, folder: Option<&Path>) -> Result<(), Box<dyn Error>> {
    let Some(folder) = folder else {
        let text = schema::table(of.unwrap_or("record-line"), engine)?;
        return Ok(std::io::stdout().lock().write_all(text.as_bytes())?);
    };
    let folder = folder.join("tables");
    std::fs::create_dir_all(&folder)?;
    for &name in schema::NAMES.iter().filter(|name| !["dataset", "report"].contains(name)) {
        if of.is_none_or(|wanted| wanted == name) {
            std::fs::write(folder.join(format!("{name}.{engine}.sql")), schema::table(name, engine)?)?;
        }
    }
    Ok(())
}

fn text_of(name: &str, draft: Draft) -> Result<String, Box<dyn Error>> {
    let schema = schema::named(name, draft).ok_or("no such schema")?;
    Ok(schema::to_text(&schema))
}
