use super::{Classification, Evidence, Identifier, OtherName, PlaceId, SameAs};
use crate::values::{Count, Extensions, Id, Label, Link, List, Period, Scope, Status, Text};
use cooperation_derive::Record;

/// A network: a body of members that works for what they have in common.
///
/// Its members stand in memberships. A network that is still being built has those who build it in a cooperation
/// about it, and no members before a source calls them so.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[record(title = "network", label = name)]
#[non_exhaustive]
pub struct Network {
    /// The id of the record, unique among the records of its kind.
    pub id: NetworkId,
    /// What it is called, in each language in which it has a name.
    pub name: Text,
    /// Its acronym, the same in every language.
    pub acronym: Option<Label>,
    /// Names that it also has or had (Popolo: other names).
    pub other_names: List<OtherName>,
    /// How far it reaches.
    pub scope: Option<Scope>,
    /// How far it has come.
    pub status: Option<Status>,
    /// When it was there.
    pub period: Option<Period>,
    /// Where it is at work.
    pub places: List<PlaceId>,
    /// How many members it has.
    pub member_count: Option<Count>,
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

/// The id of one network.
pub type NetworkId = Id<Network>;
