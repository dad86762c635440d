//! The names that most programs need, for `use cooperation::prelude::*`.
//!
//! It has the records with their ids, the values and code lists that their members are made of, and what reads, checks
//! and relates a dataset. Names that would hide others in common use, such as [`Error`](crate::Error), are not in it.
//!
//! ```
//! use cooperation::prelude::*;
//!
//! let mut dataset = Dataset::default();
//! let title = Text::new("en", "Access to Microfinance for SMEs")?;
//! dataset.push(Project::new("atm".parse::<ProjectId>()?, title).with_status(Status::Completed));
//! assert_eq!(dataset.records().map(|record| record.id()).collect::<Vec<_>>(), ["atm"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#[doc(no_inline)]
pub use crate::dataset::{Dataset, RecordLine, RecordRef};
#[doc(no_inline)]
pub use crate::index::{Index, SharedIndex};
#[doc(no_inline)]
pub use crate::io::ReadOptions;
#[doc(no_inline)]
pub use crate::model::*;
#[doc(no_inline)]
pub use crate::rules::{Finding, Report, Rules, Severity};
#[doc(no_inline)]
pub use crate::values::codes::*;
#[doc(no_inline)]
pub use crate::values::{
    CountryCode, CurrencyCode, Decimal, Extensions, Id, Label, Language, Link, Money, PartialDate, Period,
    RecordKind, Text, Truth, Url, ValueError,
};
