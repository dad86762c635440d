//! Typed domain models for cooperation networks, projects, goals and funding.
//!
//! Who works with whom, on what, to what end, and with whose money: as data that says no more than its sources do.
//! A dataset is one JSON document, or one record a line. Reading it checks every value; validating it checks how the
//! records fit together; an index answers who is related to whom.
//!
//! ```
//! use cooperation::{Dataset, Project, ProjectId, Text, Truth};
//!
//! let json = r#"{"version": "1.0", "projects": [{
//!     "id": "feva",
//!     "title": {"en": "Financial Education for Vulnerable Adults"},
//!     "period": {"start": "2007", "end": "2009"}
//! }]}"#;
//! let mut dataset = Dataset::from_json(json)?;
//! let period = dataset.projects[0].period.clone().unwrap();
//! assert_eq!(period.touches("2008-06".parse()?), Truth::Yes);
//! assert_eq!(period.touches("2007-06".parse()?), Truth::Possible);
//!
//! dataset.push(Project::new(ProjectId::new("atm")?, Text::new("en", "Access to Microfinance for SMEs")?));
//! assert_eq!(dataset.projects.len(), 2);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Tour
//!
//! - **Values** keep one rule each and cannot be made to break it: [`Id`], [`Text`] in several languages,
//!   [`PartialDate`], [`Period`], [`Duration`], [`Decimal`], [`Money`], [`Count`], [`Url`], codes such as
//!   [`CountryCode`], and words of open lists such as [`Status`]. Questions about dates are answered by [`Truth`].
//! - **Records** are plain structs with public fields, made with `new` of what is required and a setter for each optional
//!   member: [`Source`], [`Place`],
//!   [`Organization`], [`Group`], [`Network`], [`Membership`], [`Cooperation`], [`Programme`], [`Project`],
//!   [`Participation`], [`Activity`], [`Goal`], [`PolicyInstrument`], [`Barrier`], [`Funding`]. What they have in common
//!   is the trait [`Record`]; what they rest on is [`Evidence`].
//! - The **[`Dataset`]** holds what is said of the whole and a list for each kind of record. [`Dataset::merge`] brings
//!   two together and loses nothing; [`Dataset::into_lines`] takes one apart into [`RecordLine`]s.
//! - The **[`Index`]** answers the other way round: the goals of a project, the members of a network, who works with whom
//!   ([`Index::partners_of`]), and how much money, by programme, year and currency ([`Index::money`]). [`SharedIndex`] owns
//!   its dataset.
//! - **Reading and writing**: [`Dataset::from_json`] and its like answer a document that cannot be read with an
//!   [`Error`] that holds every [`Fault`] in it; [`ReadOptions`] sets [`Limits`] and reads [`RecordLines`];
//!   [`Dataset::to_json`] writes equal datasets as equal bytes.
//! - **[`Rules`]** check a dataset and report everything that is wrong with it, each finding with its location and how to fix
//!   it; [a custom rule](guide::own_rules) is a closure.
//! - [`evidence::audit`] holds every quote of a source against its text.
//! - The **[`schema`]** says in JSON Schema what the reader accepts, for editors and for other languages.
//!
//! The [`guide`] answers [questions of programmers](guide::how_do_i), shows four people at their work, lists every rule, and
//! says what to use for how much data.
//!
//! # Design decisions
//!
//! - *Leaf values are strict.* A date that does not exist, an id with a space, a member given twice or misspelt cannot
//!   be read. What is read needs no second look.
//! - *Records are plain data.* Public fields, no getters, no builder types; a record can be wrong in relation to others, since
//!   data is often merged and fixed in steps.
//! - *Relations and cross-field rules are findings.* An id that names nothing, a reversed period, parts that exceed
//!   their whole: reported all at once, each with a severity, and never in the way of reading.
//! - *The index never refuses.* It answers over whatever the dataset holds, doubled ids and loose ends included.
//! - *Absent is not zero.* An absent member says that the sources do not say. Hence no `null`, no empty list, and no
//!   default that reads like a fact.
//! - *Possible is not yes.* A period from 2006 to 2007 touches June 2007 possibly. A `bool` could not say so.
//! - *A relation stands once*, on the record that depends: a goal says what it is of, and no record lists its goals.
//! - *One definition for each type* yields its reading, its writing, its schema and its docs, so that they cannot part.
//! - *No floats, no clock.* Amounts and shares are exact decimals; today's date is handed in by whoever knows it.
//!
//! # Scope: what this is not
//!
//! No database, no service, no scraper, no accounts. It opens no connection and prints nothing. It does not decide that
//! two names are one body, and makes no date more precise than its source.
//!
//! # Features
//!
//! - `schema` (on by default): JSON Schema export, and `schemars::JsonSchema` for every value, record and report.
//! - `threesixtygiving`: grants as 360Giving publishes them, read and written: [`interop`].
//! - `csv`: tables for spreadsheets, read and written, described as a tabular data package.
//! - `schema_org`: export as JSON-LD in the words of schema.org.
//! - `gexf`: export as a graph for Gephi.
//! - `iati`: activities and organisation files of the International Aid Transparency Initiative, read.

#![cfg_attr(docsrs, feature(doc_cfg))]

mod invariant;
#[macro_use]
mod reflect;
mod json;
#[macro_use]
mod values;
mod dataset;
pub mod evidence;
pub mod guide;
mod index;
pub mod interop;
mod io;
mod model;
mod rules;
pub mod schema;

pub use dataset::{
    Change, ChangedRecord, Collision, Dataset, Difference, Header, Listed, Merged, RecordKey, RecordLine,
    RecordRef,
};
pub use index::{GoalTree, Index, MoneySum, Partner, Records, SharedIndex, Tie};
pub use io::{Error, Fault, FaultKind, Limits, Location, ReadOptions, RecordLines, locate, write_lines};
pub use model::*;
pub use reflect::{Path, ValueError};
pub use rules::{
    CatalogueRule, Finding, FindingGroup, Note, RelatedLocation, Report, RuleInfo, Rules, SamePart, Severity,
    Sink, Summary, Tally, UnknownRule, Validator, rules,
};
pub use values::*;

/// The crate of the days that dates are computed with: [`chrono::NaiveDate`].
#[doc(no_inline)]
pub use chrono;

/// The crate of the exact numbers that amounts come to: [`rust_decimal::Decimal`].
#[doc(no_inline)]
pub use rust_decimal;

/// The crate of the schemas that types of one's own are given by: [`schemars::JsonSchema`].
#[cfg(feature = "schema")]
#[doc(no_inline)]
pub use schemars;

/// The README, so that its Rust is compiled and run with the tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
