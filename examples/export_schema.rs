//! Prints the JSON Schema of a dataset, or writes the schemas of all kinds of records into a folder.
//!
//! ```console
//! cargo run --example export_schema > dataset.schema.json
//! cargo run --example export_schema -- schemas
//! ```

use cooperation::schema::{self, Draft};
use std::error::Error;
use std::io::{Write as _, stdout};
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let Some(folder) = std::env::args_os().nth(1) else {
        let schema = schema::dataset(Draft::Draft2020_12);
        return Ok(stdout().write_all(schema::to_text(&schema).as_bytes())?);
    };
    let folder = Path::new(&folder);
    // `Draft::Forms` is for forms, `Draft::Codegen` for generators of code, `Draft::Draft07` for other validators.
    let draft = Draft::Editor;
    for name in schema::NAMES {
        let Some(schema) = schema::named(name, draft) else { continue };
        let file = folder.join(schema::file_name(name, draft));
        if let Some(parent) = file.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::write(&file, schema::to_text(&schema))?;
        println!("{}", file.display());
    }
    Ok(())
}
