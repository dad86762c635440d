//! Typed domain models for cooperation networks, projects, goals and funding.
//!
//! The crate reads, checks, relates and writes data on who works with whom, on what, towards which goals and with whose
//! money. A dataset is one JSON document, or record lines. Reading checks every value, validation checks how the
//! records fit together, and an index answers questions about relations.
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
//! # Overview
//!
//! - **Values** are checked when they are created, and cannot be invalid: [`Id`], [`Text`] in several languages,
//!   [`PartialDate`], [`Period`], [`Duration`], [`Decimal`], [`Money`], [`Url`], codes of standards such as
//!   [`CountryCode`], and the code lists in [`codes`], such as [`Status`](codes::Status). Questions about dates are
//!   answered by [`Truth`].
//! - **Records** are plain structs with public fields. `new` takes the required fields, and each optional field has a
//!   setter, `with_...`: [`Source`], [`Place`], [`Organization`], [`Group`], [`Network`], [`Membership`],
//!   [`Cooperation`], [`Programme`], [`Project`], [`Participation`], [`Activity`], [`Goal`], [`PolicyInstrument`],
//!   [`Barrier`], [`Funding`]. The trait [`Record`] gives access to the fields that all records have. [`Evidence`]
//!   refers to the passages of sources that support a record.
//! - A **[`Dataset`]** has metadata, such as a title, and a list for each kind of record. [`Dataset::merge`] merges
//!   two datasets without loss; [`Dataset::into_lines`] splits one into [`RecordLine`]s.
//! - An **[`Index`]** answers questions in both directions: the goals of a project, the members of a network, the
//!   partners of a party ([`Index::partners_of`]), and sums of money by programme, year and currency
//!   ([`Index::money`]). [`SharedIndex`] owns its dataset.
//! - **Reading and writing**: [`Dataset::from_json`] and similar functions return an [`Error`] with every [`Fault`] of
//!   a document that cannot be read. [`ReadOptions`] sets [`Limits`] and reads [`RecordLines`]. [`Dataset::to_json`]
//!   writes equal datasets as equal bytes.
//! - **[`Rules`]** check a dataset and return a [`Report`] of all problems, each with its location and how to fix it.
//!   [A custom rule](guide::own_rules) is a closure.
//! - [`evidence::audit`] checks the quotes of a source against its text.
//! - [`schema`] has the JSON Schemas, for editors and for other languages.
//! - [`interop`] converts from and to other formats.
//!
//! The main names are at the root, and all that most programs need is in the [`prelude`]. The rest is in a module for
//! each subject: [`model`], [`values`], [`codes`], [`walk`], [`dataset`], [`io`], [`index`], [`rules`].
//!
//! The [`guide`] has an introduction [for Rust](guide::in_rust), short answers to [common questions](guide::how_do_i),
//! a page on [which record to use](guide::which_record), and the list of [rules](guide::rules).
//!
//! # Design decisions
//!
//! - *Values are strict.* A date that does not exist, an id with a space, or a misspelt or repeated field cannot be
//!   read. Values that were read need no further checks.
//! - *Records are plain data.* They have public fields and no builder types. A record can be inconsistent with other
//!   records, since data is often merged and corrected in steps.
//! - *Inconsistencies are findings.* References to ids that do not exist, reversed periods and parts that exceed
//!   their whole do not prevent reading. They are all reported at once, each with a severity.
//! - *An index accepts every dataset*, including duplicate ids and dangling references.
//! - *Absent is not zero.* An absent field means not stated. There is no `null`, no empty list, and no default value
//!   that could be mistaken for a fact.
//! - *Possible is not yes.* Whether a period from 2006 to 2007 includes June 2007 is possible, which a `bool` cannot
//!   express.
//! - *Each relation is stated once*, on the dependent record: a goal names the project it belongs to, and no project
//!   lists its goals.
//! - *One definition for each type* generates its reader, its writer, its schema and its documentation, which
//!   therefore agree.
//! - *No floating-point numbers and no clock.* Amounts and shares are exact decimals, and the caller provides today's
//!   date.
//!
//! # Scope
//!
//! The crate is not a database, a web service, a scraper or an accounting system. It opens no connections and prints
//! nothing. It does not decide whether two names denote one body, and does not make dates more precise than their
//! source.
//!
//! # Features
//!
//! - `schema` (on by default): JSON Schema export, and `schemars::JsonSchema` for every value, record and report.
//! - `csv`: tables for spreadsheets, read and written, described as a tabular data package; the reader of CORDIS dumps.
//! - `gexf`: export as a graph for Gephi.
//! - `iati`: activities and organisation files of the International Aid Transparency Initiative, read.
//! - `schema_org`: export as JSON-LD with the vocabulary of schema.org.
//! - `threesixtygiving`: grants in the format of 360Giving, read and written.

#![cfg_attr(docsrs, feature(doc_cfg))]

mod invariant;
mod json;
mod order;
mod reflect;
#[macro_use]
pub mod values;
pub mod dataset;
pub mod evidence;
#[cfg(any(doc, doctest))]
pub mod guide;
pub mod index;
pub mod interop;
pub mod io;
pub mod model;
pub mod prelude;
pub mod rules;
pub mod schema;

#[doc(inline)]
pub use dataset::{Dataset, RecordLine, RecordRef};
#[doc(inline)]
pub use index::{Index, SharedIndex};
#[doc(inline)]
pub use io::{Error, Fault, Limits, ReadOptions, RecordLines};
#[doc(inline)]
pub use model::{
    Activity, ActivityId, Barrier, BarrierId, Body, Cooperation, CooperationId, Evidence, Funding, FundingId,
    Goal, GoalId, Group, GroupId, Membership, MembershipId, Network, NetworkId, Organization, OrganizationId,
    Participation, ParticipationId, Party, Place, PlaceId, PolicyInstrument, PolicyInstrumentId, Programme,
    ProgrammeId, Project, ProjectId, Record, Source, SourceId, Subject,
};
#[doc(inline)]
pub use rules::{Finding, Report, Rules, Severity};
#[doc(inline)]
pub use values::{
    CountryCode, CurrencyCode, Decimal, Duration, Id, Label, Language, Link, Money, PartialDate, Period,
    RecordKind, Text, Truth, Url, ValueError, codes, walk,
};

/// The crate for exact days, [`chrono::NaiveDate`], in the version that this crate uses.
#[doc(no_inline)]
pub use chrono;

/// The crate for exact numbers, [`rust_decimal::Decimal`], in the version that this crate uses.
#[doc(no_inline)]
pub use rust_decimal;

/// The crate for JSON Schemas, in the version that this crate uses. To derive [`schemars::JsonSchema`] for your own types,
/// depend on `schemars` yourself, with its feature `derive`.
#[cfg(feature = "schema")]
#[doc(no_inline)]
pub use schemars;

/// The README, whose Rust is compiled and run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
