//! A guide: four journeys, which record to use, tables of your own, the rules and rules of one's own, and what to use for how much data.
//!
//! - [`journeys`]: a developer, an editor, a secretariat and an analyst at their work.
//! - [`which_record`]: the record, the member and the code for each kind of fact, where several look right.
//! - [`rules`]: every rule, with an example that breaks it and one that keeps it.
//! - [`own_table`]: a table of yours as a dataset, and a dataset as Parquet.
//! - [`own_rules`]: custom rules, one of which asks the index.
//! - [`scale`]: from one file to a billion records.

#[doc = include_str!("how_do_i.md")]
pub mod how_do_i {}

#[doc = include_str!("journeys.md")]
pub mod journeys {}

#[doc = include_str!("which_record.md")]
pub mod which_record {}

#[doc = include_str!("../../examples/schema/rules.md")]
pub mod rules {}

#[doc = include_str!("own_table.md")]
#[doc = "```rust,ignore"]
#[doc = include_str!("../../examples/import_rows.rs")]
#[doc = "```"]
#[expect(clippy::doc_markdown, reason = "DuckDB is a name in a text, and no code")]
pub mod own_table {}

#[doc = include_str!("own_rules.md")]
pub mod own_rules {}

#[doc = include_str!("scale.md")]
#[expect(clippy::doc_markdown, reason = "DuckDB and BigQuery are names in a text, and no code")]
pub mod scale {}
