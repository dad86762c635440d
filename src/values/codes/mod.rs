//! Codes: words of lists that this format has, and codes of standards that others keep.

mod known;
mod lists;
mod other;
mod standard;

pub(crate) use known::is_language;
pub use lists::{
    ActivityKind, Basis, CooperationKind, Extent, FundingKind, FundingStatus, GoalLevel, IndicatorMeasure, InstrumentKind,
    LegalStatus, LinkRel, MembershipRole, Modality, OrganizationKind, ParticipationRole, PlaceKind,
    ProgrammeKind, ProjectKind, Relation, RelationBasis, Scope, Status,
};
pub use other::OtherCode;
pub(crate) use other::not_listed;
pub use standard::{CountryCode, CurrencyCode, NutsCode};
