//! Grants in the 360Giving JSON format (the vocabulary of versions 1.0 to 1.4), read into a dataset and written from
//! one.
//!
//! A grant becomes a [`Funding`] of kind grant and status committed. The organizations, programmes and places of a
//! grant become records: organizations are recognized by their id, programmes by funder, code and title, and places by
//! geographic code or else by name and country. An organization has the address that the grant with its latest award
//! states. A person who receives a grant becomes a group of one. Amounts applied for and disbursed, and the transactions
//! that a grant lists, become additional funding records, after all grants: money committed or disbursed is part of the
//! grant, and transactions of an application are part of the amount applied for. Codes become classifications under
//! schemes such as `360Giving open call`. Differing names of one record become its other names, and are reported.
//!
//! Nothing is lost. Data that the model has no field for are kept in the extension `org.threesixtygiving` of their
//! record, as in the 360Giving file. So are values that the model simplifies, such as the time of day of a date.
//! [`write()`] uses them if they still agree with the records; changes in the records take precedence.
//! `org.threesixtygiving.unread` has the locations of values that could not be read. `org.threesixtygiving.omitted`
//! lists the fields that a grant leaves out although other grants state them for the same organization.
//!
//! ```
//! use cooperation::interop::threesixtygiving;
//!
//! let file = r#"{"grants": [{
//!     "id": "360G-ABCT-1", "title": "A grant", "description": "Core costs",
//!     "amountAwarded": 30000.50, "currency": "GBP",
//!     "awardDate": "2021-01-26T00:00:00+00:00", "Website": "ours",
//!     "fundingOrganization": [{"id": "GB-CHC-1000147", "name": "A B Charitable Trust"}],
//!     "recipientOrganization": [{"id": "GB-CHC-1126147", "name": "Access to Justice Foundation"}]
//! }]}"#;
//! let read = threesixtygiving::read(file)?;
//! let funding = &read.value.funding[0];
//! assert_eq!(funding.amount.as_ref().map(ToString::to_string).as_deref(), Some("30000.50 GBP"));
//! assert_eq!(read.value.organizations[0].id.as_str(), "GB-CHC-1000147");
//! assert_eq!(read.misfits[0].to_string(), "/grants/0/Website: no equivalent field; kept in extensions");
//!
//! let written = threesixtygiving::write(&read.value);
//! assert!(written.misfits.is_empty());
//! assert!(written.value.contains("\"awardDate\": \"2021-01-26T00:00:00+00:00\""));
//! # Ok::<(), cooperation::Error>(())
//! ```
//!
//! [`Funding`]: crate::Funding

mod beside;
mod catalog;
mod coded;
mod codes;
mod difference;
mod differences;
mod kept;
mod located;
mod made;
mod network;
mod organization;
mod parts;
mod party_member;
mod place;
mod problems;
mod read;
mod reference;
mod row;
mod shared;
#[cfg(feature = "csv")]
mod spreadsheet;
mod table;
#[cfg(feature = "csv")]
mod titles;
mod transaction_kind;
mod transactions;
mod write;

pub use read::read;
#[cfg(feature = "csv")]
pub use spreadsheet::read_csv;
pub use write::write;
