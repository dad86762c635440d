use super::{Classification, Evidence, Identifier, OtherName, PlaceId, SameAs};
use crate::values::{Extensions, Id, Label, LegalStatus, Link, List, OrganizationKind, PartialDate, Text};
use cooperation_derive::Record;

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
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[record(title = "organization", label = name)]
#[non_exhaustive]
pub struct Organization {
    /// The id of the record, unique among the records of its kind.
    pub id: OrganizationId,
    /// What it is called, in each language in which it has a name.
    pub name: Text,
    /// Its acronym, the same in every language.
    pub acronym: Option<Label>,
    /// Names that it also has or had (Popolo: other names).
    pub other_names: List<OtherName>,
    /// What kind of organization it is.
    pub kind: Option<OrganizationKind>,
    /// Under which kind of law it stands.
    pub legal_status: Option<LegalStatus>,
    /// Where it has its seat.
    pub place: Option<PlaceId>,
    /// The organization that it is a part of.
    pub part_of: Option<OrganizationId>,
    /// When it was founded.
    pub founded: Option<PartialDate>,
    /// When it was dissolved.
    pub dissolved: Option<PartialDate>,
    /// Records that may be of the same body.
    pub same_as: List<SameAs>,
    /// What it is, in sentences.
    pub description: Option<Text>,
    /// Links that belong to it.
    pub links: List<Link>,
    /// Its identifiers in schemes that others keep, such as a register of companies.
    pub identifiers: List<Identifier>,
    /// Codes and keywords of shared lists that apply to it.
    pub classifications: List<Classification>,
    /// The passages of sources that it rests on.
    pub evidence: List<Evidence>,
    /// Data of one's own beside what the format defines.
    pub extensions: Extensions,
}

/// The id of one organization.
pub type OrganizationId = Id<Organization>;
