use super::{PlaceId, SameAs};
use crate::values::{LegalStatus, List, OrganizationKind, PartialDate};

record! {
    /// An organization (Popolo: Organization; schema.org: Organization).
    ///
    /// What it has to do with others stands in memberships, participations, cooperations and funding records. An association
    /// with members is an organization too: memberships name it as their body, and where a source does not name the
    /// members, a group of so many is the member.
    ///
    /// # Examples
    ///
    /// ```
    /// use cooperation::{Count, Dataset, Group, GroupId, Membership, MembershipId, Organization, OrganizationId, Text};
    ///
    /// let mut union = Organization::new(OrganizationId::new("union")?, Text::new("en", "Union of Crofters")?);
    /// union.founded = Some("1998".parse()?);
    /// let mut members = Group::new(GroupId::new("crofters")?, Text::new("en", "crofters")?);
    /// members.count = Some(Count::Exact(34));
    /// let membership = Membership::new(MembershipId::new("crofters-in-union")?, members.id.clone(), union.id.clone());
    ///
    /// let mut dataset = Dataset::default();
    /// dataset.push(union);
    /// dataset.push(members);
    /// dataset.push(membership);
    /// assert!(dataset.validate().is_valid());
    /// # Ok::<(), cooperation::ValueError>(())
    /// ```
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
