use super::{Body, Classification, Evidence, Identifier, Party};
use crate::values::{Extensions, Id, Link, List, MembershipRole, PartialDate, Period, Text};
use cooperation_derive::Record;

/// A party's membership of an organization or a network (Popolo: Membership).
///
/// Write one record for each role. Use a participation for work in a project, and a cooperation if there is no body to
/// join. Record a unit without a legal personality of its own with `part_of` instead.
#[derive(Debug, PartialEq, Eq, Hash, Record)]
#[record(title = "membership")]
#[non_exhaustive]
pub struct Membership {
    /// Identifier of the record, unique among the records of its kind.
    pub id: MembershipId,
    /// Party that is the member.
    pub member: Party,
    /// Organization or network that the party is a member of.
    pub body: Body,
    /// Role of the member in the body, such as member, chair or observer.
    pub role: Option<MembershipRole>,
    /// Party through which the member belongs to the body, such as its national federation.
    pub via: Option<Party>,
    /// Period in which the party is a member.
    pub period: Option<Period>,
    /// Description of the record, in full sentences.
    pub description: Option<Text>,
    /// Web and mail addresses of the record, such as its website.
    pub links: List<Link>,
    /// Identifiers of the record in registers and other schemes, such as a register of companies.
    pub identifiers: List<Identifier>,
    /// Codes and keywords from shared lists, or from lists of the publisher.
    pub classifications: List<Classification>,
    /// Date on which the publisher last changed the record.
    pub modified: Option<PartialDate>,
    /// Passages of sources that support the record.
    pub evidence: List<Evidence>,
    /// Custom data, keyed by a reverse domain name.
    pub extensions: Extensions,
}

/// The id of a record of kind membership.
pub type MembershipId = Id<Membership>;
