//! Records, one for each file: plain data with public fields. `new` takes the required members.
//!
//! A relation is stated once, on the dependent record; the index answers questions in both directions.

mod activity;
mod barrier;
mod body;
mod cooperation;
mod evidence;
mod funding;
mod goal;
mod group;
mod indicator;
mod membership;
mod named_record;
mod network;
mod organization;
mod participation;
mod parts;
mod party;
mod place;
mod policy_instrument;
mod programme;
mod project;
mod record;
mod refers_to;
mod source;
mod subject;

pub use activity::{Activity, ActivityId};
pub use barrier::{Barrier, BarrierId};
pub use body::Body;
pub use cooperation::{Cooperation, CooperationId};
pub use evidence::Evidence;
pub use funding::{Funding, FundingId};
pub use goal::{Goal, GoalId};
pub use group::{Group, GroupId};
pub use indicator::{Dimension, Indicator, IndicatorValue};
pub use membership::{Membership, MembershipId};
pub use named_record::NamedRecord;
pub use network::{Network, NetworkId};
pub use organization::{Organization, OrganizationId};
pub use participation::{Participation, ParticipationId};
pub use parts::{Address, Budget, Classification, Count, Identifier, OtherName, Point, Related};
pub use party::Party;
pub use place::{Place, PlaceId};
pub use policy_instrument::{PolicyInstrument, PolicyInstrumentId};
pub use programme::{Programme, ProgrammeId};
pub use project::{Project, ProjectId};
pub use record::Record;
pub use refers_to::RefersTo;
pub(crate) use refers_to::{Key, Mention};
pub use source::{Source, SourceId};
pub use subject::Subject;
