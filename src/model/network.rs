use super::{PlaceId, SameAs};
use crate::values::{Count, List, Period, Scope, Status};

record! {
    /// A network: a body of members that works for what they have in common.
    ///
    /// Its members stand in memberships. A network that is still being built has those who build it in a cooperation
    /// about it, and no members before a source calls them so.
    pub struct Network "network" NetworkId named {
        optional {
            /// How far it reaches.
            scope: Option<Scope>,
            /// How far it has come.
            status: Option<Status>,
            /// When it was there.
            period: Option<Period>,
            /// Where it is at work.
            places: List<PlaceId>,
            /// How many members it has.
            member_count: Option<Count>,
            /// Records that may be of the same body.
            same_as: List<SameAs>,
        }
    }
}
