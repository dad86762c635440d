//! Code lists of this format, and codes of other standards.
//!
//! A list with a last variant `Other` is open: it accepts codes that are not listed.

mod bodies;
mod evidence;
mod general;
mod goals;
#[macro_use]
mod known;
mod money;
pub(crate) mod names;
mod other;
mod projects;
mod standard;

pub use bodies::{CooperationKind, LegalStatus, MembershipRole, OrganizationKind, PlaceKind};
pub use evidence::{Basis, Extent, Modality};
pub use general::{LinkRel, Relation, RelationBasis, Scope, Status};
pub use goals::{GoalLevel, IndicatorMeasure, InstrumentKind};
pub(crate) use known::is_language;
pub use money::{FundingKind, FundingStatus};
pub use other::OtherCode;
pub(crate) use other::not_listed;
pub use projects::{ActivityKind, ParticipationRole, ProgrammeKind, ProjectKind};
pub use standard::{CountryCode, CurrencyCode, NutsCode};
