//! Checked values, one for each file. A value that breaks its rule can be neither built nor read.

#[macro_use]
mod codes;
mod date;
mod decimal;
mod digest;
mod duration;
mod extension;
mod id;
#[macro_use]
mod kind;
mod label;
mod language;
mod latin;
mod link;
mod list;
mod media_type;
mod money;
mod period;
mod pointer;
mod text;
mod truth;
mod url;
mod version;
mod walk;

pub use codes::{
    ActivityKind, Basis, CooperationKind, CountryCode, CurrencyCode, Extent, FundingKind, FundingStatus,
    GoalLevel, IndicatorMeasure, InstrumentKind, LegalStatus, LinkRel, MembershipRole, Modality, NutsCode,
    OrganizationKind, OtherCode, ParticipationRole, PlaceKind, ProgrammeKind, ProjectKind, Relation,
    RelationBasis, Scope, Status,
};
pub(crate) use codes::{is_language, not_listed};
pub use date::{PartialDate, Precision};
pub use decimal::Decimal;
pub use digest::Digest;
pub use duration::{Duration, DurationUnit};
pub use extension::Extensions;
pub(crate) use id::Named;
pub(crate) use id::shape as id_shape;
pub use id::{Id, Identified};
pub use kind::{Kind, UnknownKind};
pub use label::{Label, Quote};
pub use language::Language;
pub(crate) use language::primary;
pub use link::Link;
pub use list::{EmptyList, List, NonEmpty};
pub use media_type::MediaType;
pub use money::{Money, Overflow, Totals};
pub use period::Period;
pub use pointer::Pointer;
pub use text::{Text, Texts};
pub use truth::Truth;
pub use url::Url;
pub use version::Version;
pub use walk::{Code, Leaf, Visitor, Walk};
