use super::{Classification, Evidence, Identifier, Party};
use crate::values::{Extensions, Id, Link, List, MembershipRole, Period, Text};
use cooperation_derive::Record;

/// That a party is a member of a network or an organization (Popolo: Membership).
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[record(title = "membership")]
#[non_exhaustive]
pub struct Membership {
    /// The id of the record, unique among the records of its kind.
    pub id: MembershipId,
    /// Who is a member.
    pub member: Party,
    /// Of what: a network or an organization.
    pub body: Party,
    /// What the member is in it.
    pub role: Option<MembershipRole>,
    /// Through whom it is a member.
    pub via: Option<Party>,
    /// Since and until when.
    pub period: Option<Period>,
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

/// The id of one membership.
pub type MembershipId = Id<Membership>;
