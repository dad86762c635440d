use super::{Classification, Evidence, Identifier, Party, PlaceId, Subject};
use crate::values::{
    CooperationKind, Extensions, Id, Link, List, NonEmpty, PartialDate, Period, Scope, Status, Text,
};
use cooperation_derive::Record;

/// Cooperation of two or more parties outside a project and outside a body that has members.
///
/// Examples are an agreement, a joint declaration and twin towns. Use a participation for work in a project, a
/// membership if there is a body to join, and a cooperation otherwise. The date of a signature is the start of its
/// `period`.
#[derive(Debug, PartialEq, Eq, Hash, Record)]
#[record(title = "cooperation", label = name)]
#[non_exhaustive]
pub struct Cooperation {
    /// Identifier of the record, unique among the records of its kind.
    pub id: CooperationId,
    /// Name of the cooperation or of its agreement, in each language in which it has one.
    pub name: Option<Text>,
    /// Form of the cooperation, such as agreement, declaration or twinning.
    pub kind: Option<CooperationKind>,
    /// Parties that cooperate, two or more.
    pub parties: NonEmpty<Party>,
    /// Subjects that the parties work on, such as a network that they are building.
    pub about: List<Subject>,
    /// Geographic level of the cooperation, such as cross-border. Record the area itself in `places`.
    pub scope: Option<Scope>,
    /// Places where the parties cooperate.
    pub places: List<PlaceId>,
    /// Progress status, such as planned, ongoing or ended.
    pub status: Option<Status>,
    /// Period in which the parties cooperate.
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

/// The id of a record of kind cooperation.
pub type CooperationId = Id<Cooperation>;
