//! Workbooks (XLSX): one sheet for each kind of record, with the columns of the tables of comma-separated values.
//!
//! Every cell that the program writes is a text, so that a spreadsheet turns nothing into a date or a number. A cell that a
//! person has filled in as a date or a number is read as the text that they see, or refused where the spreadsheet has
//! changed the value.

mod bounds;
mod cell;
mod problem;
mod read;
mod write;

pub(crate) use problem::Problem;
pub(crate) use read::{Book, PACKED, read};
pub(crate) use write::{Layout, write};

/// The sheet that lists the codes, which drop-down lists refer to.
const CODES: &str = "codes";

/// The sheet that explains a workbook to the people who fill it in.
const GUIDE: &str = "guide";
