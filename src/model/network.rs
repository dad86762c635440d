use super::{Address, Body, Budget, Classification, Evidence, Identifier, OtherName, PlaceId, Related};
use crate::values::{
    Extensions, Id, Label, LegalStatus, Link, List, OrganizationKind, PartialDate, Scope, Status, Text,
};
use cooperation_derive::Record;

/// A network: a body whose members are organizations that stay independent, whatever its legal form.
///
/// Its members are recorded as memberships. Parties that are still building a network have a cooperation whose `about`
/// names it, until a source calls them members. `Network` and `Organization` have the same fields.
#[derive(Debug, PartialEq, Eq, Hash, Record)]
#[record(title = "network", label = name)]
#[non_exhaustive]
pub struct Network {
    /// Identifier of the record, unique among the records of its kind.
    pub id: NetworkId,
    /// Name of the record, in each language in which it has one.
    pub name: Text,
    /// Acronym, the same in every language, such as EMN.
    pub acronym: Option<Label>,
    /// Former, alternative and translated names (Popolo: other names).
    pub other_names: List<OtherName>,
    /// Records that this one continues, replaces or is the same as, with the relation. The inverse is not stated.
    pub related: List<Related>,
    /// Main type of the network, such as association or committee.
    pub kind: Option<OrganizationKind>,
    /// Kind of law under which the network is established: public, private, international or none.
    pub legal_status: Option<LegalStatus>,
    /// Place of the seat, such as a municipality.
    pub place: Option<PlaceId>,
    /// Postal address of the seat.
    pub address: Option<Address>,
    /// Organization or network of which it is a unit, without a legal personality of its own.
    pub part_of: Option<Body>,
    /// Date of foundation (Popolo: founding date).
    pub founded: Option<PartialDate>,
    /// Date of dissolution (Popolo: dissolution date).
    pub dissolved: Option<PartialDate>,
    /// Geographic level at which the body works, such as national or continental. Record the area itself in `places`.
    pub scope: Option<Scope>,
    /// Whether the body is being set up (in development), active (ongoing) or closed (ended).
    pub status: Option<Status>,
    /// Places where the body works.
    pub places: List<PlaceId>,
    /// Number of members that a source states, whether they are named or not.
    pub member_count: Option<u32>,
    /// Number of members in the words of a source, such as "a number of".
    pub member_count_words: Option<Text>,
    /// Budgets by period. Versions of one period are never added up.
    pub budgets: List<Budget>,
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

/// The id of a record of kind network.
pub type NetworkId = Id<Network>;
