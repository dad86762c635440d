//! Tables for people whose data is in spreadsheets: one for each kind of record, out and in again without loss.
//!
//! # The tables
//!
//! Each list of a document is a table of its name (`projects`, `goals`), a record a row, and what the dataset says of
//! itself is the one row of the table `dataset`. The first row has the names of the columns: the way to a member, its
//! steps joined by points.
//!
//! | column | holds |
//! |---|---|
//! | `id`, `status` | a plain member |
//! | `title.nb`, `title.en` | a text in one language |
//! | `period.start`, `budget.amount` | a member of a member |
//! | `party.organization`, `party.network` | one of several members: only one of these cells is filled in a row |
//! | `places` | a list of plain values in one cell, such as `norway; sweden` |
//! | `evidence.1.quote`, `evidence.2.quote` | a list of larger things, counted from 1; a list of plain values may also be written so |
//! | `extensions.org.example.survey` | data of one's own, as JSON |
//!
//! - An empty cell is an absent member. Columns may stand in any order, and those without a value may be left out.
//! - An empty text is written `""`, and an object without a member `{}` under its own name.
//! - A value that begins with `=`, `+`, `-`, `@`, a tab or a line break stands behind an apostrophe, so that no
//!   spreadsheet takes it for a formula. The apostrophe is taken away again on the way in, and so is one of two.
//! - Cells are parted by commas; on the way in also by semicolons or tabs, as spreadsheets of some countries write them.
//!   A first line such as `sep=;`, which some spreadsheets need to be told of the character, is no row.
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
//!     "table projects, row 1, column B (titel.en): there is no such column; write \"title\""
//! );
//! # Ok::<(), csv::NotTables>(())
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
pub use fault::{CellFault, NotTables};
pub use places::{CellPlace, Places};
#[cfg(feature = "threesixtygiving")]
pub(super) use quotes::stray;
#[cfg(feature = "threesixtygiving")]
pub(super) use read::delimiter;
pub use read::{read, read_with_places};
pub use tables::Tables;
pub use write::write;
