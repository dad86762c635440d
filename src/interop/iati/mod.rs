//! Activities and organisation files in the format of the International Aid Transparency Initiative (IATI), versions
//! 2.01 to 2.03.
//!
//! | IATI | becomes |
//! |---|---|
//! | activity | [`Project`](crate::Project), with planned and actual dates, budgets and related activities |
//! | participating organisation | [`Participation`](crate::Participation); one that only funds: [`Funding`](crate::Funding) without an amount, unless other funding names it |
//! | transaction, planned disbursement | [`Funding`](crate::Funding): the status is the stage of the money, funder and recipient are its direction |
//! | result, indicator | [`Goal`](crate::Goal) with [`Indicator`](crate::model::Indicator)s |
//! | description of objectives or target groups | [`Goal`](crate::Goal), [`Group`](crate::Group) |
//! | sector, marker, tag and other codes | [`Classification`](crate::model::Classification)s, with their share and significance |
//! | recipient country, region, location | [`Place`](crate::Place); the share is a classification |
//! | organisation file | [`Organization`](crate::Organization) with budgets, and funding |
//!
//! Organizations are matched by their reference if it starts with the code of a register, such as `GB-CHC-`. Other
//! references are local to a publisher, so they are matched together with the name. Differing names of one
//! organization become its other names.
//!
//! Data that the model has no field for are kept in the extension `org.iatistandard` of their record: attributes as
//! `@name`, text as `#text`, elements as lists under their names, and `#number` where an element is one of several.
//! Values that could not be read are kept in the extension `org.iatistandard.unread`, keyed by their path in the
//! record, such as `activity-date[4]/@iso-date`. Contact details of people are not kept.
//!
//! Document type declarations and entities other than those of XML itself are an error.
//!
//! ```
//! use cooperation::interop::iati;
//!
//! let file = r#"<iati-activities version="2.03"><iati-activity default-currency="EUR" xml:lang="en">
//!     <iati-identifier>SE-0-1</iati-identifier>
//!     <reporting-org ref="SE-0" type="10"><narrative>Sida</narrative></reporting-org>
//!     <title><narrative>Clean water</narrative></title>
//!     <transaction><transaction-type code="2"/>
//!         <transaction-date iso-date="2024-03-01"/><value>500</value></transaction>
//!     <capital-spend percentage="20"/>
//! </iati-activity></iati-activities>"#;
//! let read = iati::read(file.as_bytes())?;
//! let funding = &read.value.funding[0];
//! assert_eq!(funding.amount.as_ref().map(ToString::to_string).as_deref(), Some("500 EUR"));
//! assert_eq!(
//!     read.misfits[0].to_string(),
//!     "iati-activity/capital-spend (line 7): no equivalent field; kept in extensions"
//! );
//! # Ok::<(), iati::Error>(())
//! ```

mod activity;
mod classified;
mod codes;
mod documents;
mod element;
mod error;
mod input;
mod money;
mod organisation;
mod organizations;
mod parser;
mod participants;
mod places;
mod read;
mod reader;
mod rest;
mod results;
mod shared;
mod texts;
mod titles;
mod work;

pub use error::Error;
pub use read::read;
pub use reader::Reader;
