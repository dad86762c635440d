//! Checked values, one for each file. A value that breaks its rule can be neither built nor read.

#[macro_use]
pub mod codes;
mod date;
mod decimal;
mod digest;
mod duration;
mod extension;
mod id;
#[macro_use]
mod record_kind;
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
pub mod walk;

pub(crate) use codes::{
    ActivityKind, Basis, CooperationKind, Extent, FundingKind, FundingStatus, GoalLevel, IndicatorMeasure,
    InstrumentKind, LegalStatus, LinkRel, MembershipRole, Modality, NutsCode, OrganizationKind, OtherCode,
    ParticipationRole, PlaceKind, ProgrammeKind, ProjectKind, Relation, RelationBasis, Scope, Status,
};
pub use codes::{CountryCode, CurrencyCode};
pub(crate) use codes::{is_language, not_listed};
pub use date::{PartialDate, Precision};
pub use decimal::Decimal;
pub use digest::Digest;
pub use duration::{Duration, DurationUnit};
pub use extension::Extensions;
pub(crate) use id::Named;
pub(crate) use id::shape as id_shape;
pub use id::{Id, Identified};
pub use label::{Label, Quote};
pub use language::Language;
pub(crate) use language::{primary, region};
pub use link::Link;
pub use list::{EmptyList, List, NonEmpty};
pub use media_type::MediaType;
pub use money::{Money, SumOverflow, Totals};
pub use period::Period;
pub use pointer::Pointer;
pub use record_kind::{RecordKind, UnknownRecordKind};
pub use text::{Text, Texts};
pub use truth::Truth;
pub use url::Url;
pub use version::Version;
pub(crate) use walk::{Code, Leaf, Visitor, Walk};

pub use crate::reflect::ValueError;
