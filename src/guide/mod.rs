//! A guide for everyone who uses the format: how to write, check, publish and analyse data, and how to use the library.
//!
//! Without programming:
//!
//! - [`first_dataset`]: write a dataset by hand, from a template.
//! - [`tables`]: work in a spreadsheet program.
//! - [`publish`]: check files, also automatically on a code host, and publish them.
//! - [`analyse`]: answer questions, sum up money and draw pictures.
//! - [`which_record`]: the record, the field and the code for each kind of fact.
//! - [`other_formats`]: the fields of 360Giving, IATI and CORDIS, and where they go.
//! - [`rules`]: every rule, with an example that it reports and one that it does not report.
//! - [`format_changes`]: which version of the crate reads which version of the format, and what may change.
//!
//! With programming:
//!
//! - [`in_rust`]: read, build, validate and merge datasets with the library.
//! - [`how_do_i`]: short answers to common questions.
//! - [`own_rules`]: custom rules.
//! - [`own_table`]: import a table of your own, and export a dataset as Parquet.
//! - [`languages`]: use the format from Python, TypeScript and other languages.
//! - [`scale`]: from one file to a billion records.

// Each page begins with link definitions for rustdoc: of two definitions of a label the first one counts. Those at the end
// of the page lead to files of the repository, for readers on a code host.

#[doc = include_str!("links.txt")]
#[doc = include_str!("first_dataset.md")]
#[expect(clippy::doc_markdown, reason = "LibreOffice is a name, not code")]
pub mod first_dataset {}

#[doc = include_str!("links.txt")]
#[doc = include_str!("tables.md")]
#[expect(clippy::doc_markdown, reason = "LibreOffice is a name, not code")]
pub mod tables {}

#[doc = include_str!("links.txt")]
#[doc = include_str!("publish.md")]
pub mod publish {}

#[doc = include_str!("links.txt")]
#[doc = include_str!("analyse.md")]
pub mod analyse {}

#[doc = include_str!("links.txt")]
#[doc = include_str!("which_record.md")]
pub mod which_record {}

#[doc = include_str!("links.txt")]
#[doc = include_str!("other_formats.md")]
pub mod other_formats {}

#[doc = include_str!("../../examples/schema/rules.md")]
pub mod rules {}

#[doc = include_str!("links.txt")]
#[doc = include_str!("format_changes.md")]
pub mod format_changes {}

#[doc = include_str!("links.txt")]
#[doc = include_str!("in_rust.md")]
pub mod in_rust {}

#[doc = include_str!("links.txt")]
#[doc = include_str!("how_do_i.md")]
pub mod how_do_i {}

#[doc = include_str!("links.txt")]
#[doc = include_str!("own_rules.md")]
pub mod own_rules {}

#[doc = include_str!("links.txt")]
#[doc = include_str!("own_table.md")]
#[doc = "```rust,ignore"]
#[doc = include_str!("../../examples/import_rows.rs")]
#[doc = "```"]
#[expect(clippy::doc_markdown, reason = "DuckDB is a name, not code")]
pub mod own_table {}

#[doc = include_str!("links.txt")]
#[doc = include_str!("languages.md")]
#[expect(clippy::doc_markdown, reason = "OpenAPI is a name, not code")]
pub mod languages {}

#[doc = include_str!("links.txt")]
#[doc = include_str!("scale.md")]
#[expect(clippy::doc_markdown, reason = "DuckDB and BigQuery are names, not code")]
pub mod scale {}
