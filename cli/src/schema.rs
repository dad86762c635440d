//! `cooperation schema`: the JSON Schemas, one to standard output or all of them into a folder.
//!
//! ```console
//! cooperation schema --flavour draft-07 --of project
//! cooperation schema --out examples/schema/1.0
//! cooperation schema --base https://example.org/schemas --out schemas
//! cooperation schema --for duckdb
//! cooperation schema --for spark --of project
//! cooperation schema --for openapi
//! ```

use crate::output;
use clap::Args;
use cooperation::schema::{self, Draft, Engine};
use cooperation::{RecordKind, Url};
use std::error::Error;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Writes the JSON Schemas of the format
///
/// Exit status: 0 written, 2 wrong arguments, or a file cannot be opened or written.
#[derive(Args)]
#[command(after_help = "\
Examples:
  cooperation schema > dataset.schema.json
  cooperation schema --flavour draft-07 --of project
  cooperation schema --out schemas
  cooperation schema --for duckdb")]
pub(crate) struct Arguments {
    /// Flavour of the schema: 2020-12, draft-07, editor, forms, codegen or codegen-flat [default: 2020-12, or all flavours
    /// with --out]
    #[arg(long)]
    flavour: Option<Draft>,
    /// Name of the schema: dataset, record-line, report or a kind of record [default: dataset, or all schemas with --out]
    #[arg(long, value_name = "NAME", value_parser = schema_name)]
    of: Option<&'static str>,
    /// Writes a table definition with views (duckdb, spark, bigquery) or the components of an OpenAPI 3.1 document (openapi)
    /// instead of a schema
    #[expect(clippy::doc_markdown, reason = "a text of the command line")]
    #[arg(long = "for", value_name = "ENGINE", conflicts_with_all = ["flavour", "base"], value_parser = consumer)]
    consumer: Option<Consumer>,
    /// Web address of the folder where the schemas will be published, for `$id`
    #[arg(long, value_name = "URL", value_parser = base)]
    base: Option<String>,
    /// Output folder [default: standard output]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

fn schema_name(text: &str) -> Result<&'static str, String> {
    let wanted = text.replace('_', "-");
    let known = schema::NAMES.iter().copied().find(|name| *name == wanted);
    known.ok_or_else(|| format!("expected one of: {}", schema::NAMES.join(", ")))
}

/// What takes something else than a JSON Schema.
#[derive(Clone, Copy)]
enum Consumer {
    Engine(Engine),
    OpenApi,
}

fn consumer(text: &str) -> Result<Consumer, String> {
    match text {
        "openapi" => Ok(Consumer::OpenApi),
        _ => text
            .parse()
            .map(Consumer::Engine)
            .map_err(|_| "expected duckdb, spark, bigquery or openapi".to_owned()),
    }
}

fn base(text: &str) -> Result<String, String> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let is_folder = text.parse::<Url>().is_ok() && !text.contains(['?', '#']);
    match rest {
        Some(_) if is_folder => Ok(text.to_owned()),
        _ => Err("expected the web address of a folder, such as https://example.org/schemas".to_owned()),
    }
}

pub(crate) fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    match arguments.consumer {
        Some(Consumer::Engine(engine)) => return tables(engine, arguments),
        Some(Consumer::OpenApi) => return openapi(arguments),
        None => {}
    }
    if let Some(folder) = &arguments.out {
        return write_all(folder, arguments);
    }
    let text = text_of(arguments.of.unwrap_or("dataset"), arguments.flavour.unwrap_or_default(), arguments)?;
    Ok(io::stdout().lock().write_all(text.as_bytes())?)
}

/// Writes the `OpenAPI` document, into a folder as `cooperation.openapi.json`.
fn openapi(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    if arguments.of.is_some() {
        return Err("the OpenAPI document has every type: leave --of out".into());
    }
    let text = schema::openapi();
    match &arguments.out {
        Some(folder) => Ok(write(&folder.join("cooperation.openapi.json"), &text)?),
        None => Ok(io::stdout().lock().write_all(text.as_bytes())?),
    }
}

/// Writes the table of record lines or of a kind of record; into a folder, all of them.
fn tables(engine: Engine, arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let name = |kind: Option<RecordKind>| {
        kind.map_or("record-line".to_owned(), |kind| kind.as_str().replace('_', "-"))
    };
    let all = std::iter::once(None).chain(RecordKind::ALL.iter().copied().map(Some));
    let wanted: Vec<Option<RecordKind>> = match (arguments.of, &arguments.out) {
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

fn write_all(folder: &Path, arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    for &draft in Draft::ALL.iter().filter(|one| arguments.flavour.is_none_or(|wanted| wanted == **one)) {
        for &name in schema::NAMES.iter().filter(|one| arguments.of.is_none_or(|wanted| wanted == **one)) {
            write(&folder.join(schema::file_name(name, draft)), &text_of(name, draft, arguments)?)?;
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

fn text_of(name: &str, draft: Draft, arguments: &Arguments) -> Result<String, Box<dyn Error>> {
    let mut schema = schema::named(name, draft).ok_or("no such schema")?;
    if let Some(base) = &arguments.base {
        schema = schema::with_base(schema, base);
    }
    Ok(schema::to_text(&schema))
}
