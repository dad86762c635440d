//! Grants in the 360Giving JSON format (the vocabulary of versions 1.0 to 1.4), to a dataset and back.
//!
//! A grant becomes a [`Funding`] of kind grant, committed. What it mentions becomes records of their own: organizations,
//! known again by their id; a person who receives, as a group of one; programmes, known again by funder, code and title.
//! Names that differ from mention to mention are other names of the one record, and told.
//!
//! Nothing is lost. What has no place in the model stands under `org.threesixtygiving` in the extensions of the record
//! that it belongs to, in the words of the format; so does what the model says in another way, such as a date with a time
//! of day. [`write()`] lays it over what it makes of the records, but only where it still says the same: what was changed
//! in the model goes before what was kept. Under `org.threesixtygiving.omitted` stands what a grant does not repeat though
//! others say it of the same organization.
//!
//! ```
//! use cooperation::interop::threesixtygiving;
//!
//! let file = r#"{"grants": [{
//!     "id": "360G-ABCT-1", "title": "A grant", "description": "Core costs", "amountAwarded": 30000.50, "currency": "GBP",
//!     "awardDate": "2021-01-26T00:00:00+00:00", "fromOpenCall": "No",
//!     "fundingOrganization": [{"id": "GB-CHC-1000147", "name": "A B Charitable Trust"}],
//!     "recipientOrganization": [{"id": "GB-CHC-1126147", "name": "Access to Justice Foundation"}]
//! }]}"#;
//! let read = threesixtygiving::read(file)?;
//! let funding = &read.value.funding[0];
//! assert_eq!(funding.amount.as_ref().map(ToString::to_string).as_deref(), Some("30000.50 GBP"));
//! assert_eq!(read.value.organizations[0].id.as_str(), "GB-CHC-1000147");
//! assert_eq!(read.misfits[0].to_string(), "/grants/0/fromOpenCall: it has no place in the model: kept in extensions");
//!
//! let written = threesixtygiving::write(&read.value);
//! assert!(written.misfits.is_empty());
//! assert!(written.value.contains("\"awardDate\": \"2021-01-26T00:00:00+00:00\""));
//! # Ok::<(), cooperation::Error>(())
//! ```
//!
//! [`Funding`]: crate::Funding

mod catalog;
mod difference;
mod kept;
mod made;
mod problems;
mod read;
mod reference;
mod row;
mod shared;
mod table;
mod write;

pub use read::read;
pub use write::write;
