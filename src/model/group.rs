use super::{Classification, Evidence, Identifier, Party, PlaceId};
use crate::values::{Extensions, Id, Link, List, PartialDate, Text};
use cooperation_derive::Record;

/// Actors or people that a source counts or describes without naming a body: "seven municipalities", "women
/// entrepreneurs".
///
/// If parties can join or leave it, record a network or an organization instead; a committee is an organization of
/// kind committee. Single persons are not recorded.
#[derive(Debug, PartialEq, Eq, Hash, Record)]
#[record(title = "group", label = name)]
#[non_exhaustive]
pub struct Group {
    /// Identifier of the record, unique among the records of its kind.
    pub id: GroupId,
    /// Name of the record, in each language in which it has one.
    pub name: Text,
    /// Number of members of the group, as a source states it.
    pub count: Option<u32>,
    /// Number of members of the group in the words of a source, such as "various".
    pub count_words: Option<Text>,
    /// Places of the members of the group.
    pub places: List<PlaceId>,
    /// Parties that a source names as examples of the group.
    pub examples: List<Party>,
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

/// The id of a record of kind group.
pub type GroupId = Id<Group>;
