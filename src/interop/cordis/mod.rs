//! Research projects of the European Union, read from the official dumps of CORDIS.
//!
//! A dump has a table of projects, a table of their participants and several other tables, as CSV (semicolons,
//! every cell in quotation marks) or as JSON. [`Tables`] takes the tables that are available; [`records()`] reads them
//! row by row as record lines, and [`read`] collects a dataset.
//!
//! | in the dump | becomes |
//! |---|---|
//! | project | project; its objective a goal; its framework programme and calls programmes |
//! | row of `organization` | participation of an organization, which is recognized by its PIC |
//! | `ecMaxContribution` | grant to the project |
//! | `ecContribution` | part of that grant |
//! | `netEcContribution` of a third party | funding out of that of its beneficiary |
//! | country, `nutsCode` | places |
//! | topics, legal bases, fields of science (`EuroSciVoc`), policy priorities, funding scheme | classifications |
//! | web links, web items, report summaries | links of the project |
//!
//! Each euro is counted once: the parts of the participants belong to the grant, and what a beneficiary passes on to
//! its third parties comes out of its own part. Columns that the model has no field for are kept in the extension
//! `eu.europa.cordis` of their record, and cells that cannot be read in `eu.europa.cordis.unread`; both are reported.
//!
//! ```
//! use cooperation::interop::cordis::{self, Table, Tables};
//!
//! let projects = "\"id\";\"title\";\"ecMaxContribution\"\n\"101\";\"Sea ice\";\"250000.50\"\n";
//! let parts = "\"projectID\";\"organisationID\";\"name\";\"country\";\"role\";\"ecContribution\"\n\
//!     \"101\";\"999\";\"Polar Institute\";\"NO\";\"coordinator\";\"250000.50\"\n";
//! let tables = Tables::new()
//!     .with(Table::Project, projects.as_bytes())
//!     .with(Table::Organization, parts.as_bytes());
//! let read = cordis::read(tables)?;
//! assert!(read.misfits.is_empty());
//! assert_eq!(read.value.participations[0].id.as_str(), "101/999");
//! assert_eq!(read.value.funding[1].part_of, Some(read.value.funding[0].id.clone()));
//! # Ok::<(), cordis::Error>(())
//! ```

mod bytes;
mod cells;
mod companions;
mod csv_rows;
mod error;
mod json_rows;
mod known_project;
mod organizations;
mod participation;
mod passed_on;
mod places;
mod programmes;
mod project;
mod records;
mod row;
mod rows;
mod state;
mod table;
mod tables;
mod words;

pub use error::Error;
pub use records::{Records, read, records};
pub use table::Table;
pub use tables::Tables;
