use super::{PlaceId, SameAs};
use crate::values::{LegalStatus, List, OrganizationKind, PartialDate};

record! {
    /// An organization (Popolo: Organization; schema.org: Organization).
    ///
    /// What it has to do with others stands in memberships, participations, cooperations and fundings.
    pub struct Organization "organization" OrganizationId named {
        optional {
            /// What kind of organization it is.
            kind: Option<OrganizationKind>,
            /// Under which kind of law it stands.
            legal_status: Option<LegalStatus>,
            /// Where it has its seat.
            place: Option<PlaceId>,
            /// The organization that it is a part of.
            part_of: Option<OrganizationId>,
            /// When it was founded.
            founded: Option<PartialDate>,
            /// When it was dissolved.
            dissolved: Option<PartialDate>,
            /// Records that may be of the same body.
            same_as: List<SameAs>,
        }
    }
}
