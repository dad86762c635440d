//! Tables for spreadsheets, one for each kind of record, written and read without loss.
//!
//! # The tables
//!
//! Each list of a document is a table with the same name (`projects`, `goals`) and one row for each record. The table
//! `dataset` has one row with the metadata of the dataset. The first row has the headings: the path of a field, joined
//! by dots.
//!
//! | heading | cell |
//! |---|---|
//! | `id`, `status` | a plain value |
//! | `title.nb`, `title.en` | a text in one language |
//! | `period.start`, `budget.amount` | a field of an object |
//! | `party.organization`, `party.network` | a reference: only one of these cells is filled in a row |
//! | `places` | a list of plain values in one cell, such as `norway; sweden` |
//! | `evidence.1.quote`, `evidence.2.quote` | a list of objects, counted from 1; also possible for a list of plain values |
//! | `extensions.org.example.survey` | custom data, as JSON |
//!
//! - An empty cell is an absent field. Columns can be in any order, and columns without values can be left out.
//! - An empty text is written `""`, and an object without a field `{}` under its own name.
//! - A value that begins with `=`, `+`, `-`, `@`, a tab or a line break is preceded by an apostrophe, so that no
//!   spreadsheet evaluates it as a formula. The reader removes this apostrophe again. A value that begins with an
//!   apostrophe is written with a second one.
//! - Cells are separated by commas. The reader also accepts semicolons and tabs, which spreadsheets write in some
//!   countries. A first line such as `sep=;`, which tells some spreadsheets the separator, is not a row.
//!
//! [`Tables::datapackage`] describes the tables as a tabular data package, with a Table Schema for each that comes from
//! the same definitions as the reader.
//!
//! ```
//! use cooperation::Dataset;
//! use cooperation::interop::csv::{self, Tables};
//!
//! let mut tables = Tables::new();
//! tables.insert("projects", "id,title.en,period.start\nferva,Financial Education,2006\n");
//! let dataset = csv::read(&tables)?;
//! assert_eq!(dataset.projects[0].title.get("en"), Some("Financial Education"));
//! assert_eq!(csv::read(&csv::write(&dataset))?, dataset);
//!
//! tables.insert("projects", "id,titel.en\nferva,Financial Education\n");
//! let error = csv::read(&tables).unwrap_err();
//! assert_eq!(
//!     error.faults()[0].to_string(),
//!     "table projects, row 1, column B (titel.en): there is no such column; write \"title.en\""
//! );
//! # Ok::<(), csv::TablesError>(())
//! ```

mod cell;
mod column;
mod describe;
mod fault;
mod json;
mod package;
mod places;
mod quotes;
mod read;
mod tables;
mod write;

pub use describe::{ColumnInfo, column};
pub use fault::{CellFault, TablesError};
pub use places::{CellPlace, Places};
#[cfg(feature = "threesixtygiving")]
pub(super) use quotes::stray;
#[cfg(feature = "threesixtygiving")]
pub(super) use read::delimiter;
pub use read::{read, read_with_places};
pub use tables::Tables;
pub use write::write;
