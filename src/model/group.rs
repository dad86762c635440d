use super::{Classification, Evidence, Identifier, OtherName, Party, PlaceId};
use crate::values::{Count, Extensions, Id, Label, Link, List, Text};
use cooperation_derive::Record;

/// Actors or people that a source names together, or does not name: 'seven municipalities', 'women entrepreneurs'.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[record(title = "group", label = name)]
#[non_exhaustive]
pub struct Group {
    /// The id of the record, unique among the records of its kind.
    pub id: GroupId,
    /// What it is called, in each language in which it has a name.
    pub name: Text,
    /// Its acronym, the same in every language.
    pub acronym: Option<Label>,
    /// Names that it also has or had (Popolo: other names).
    pub other_names: List<OtherName>,
    /// How many they are, as a number or in the words of the source.
    pub count: Option<Count>,
    /// Where they are.
    pub places: List<PlaceId>,
    /// Those that the source names as examples.
    pub examples: List<Party>,
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

/// The id of one group.
pub type GroupId = Id<Group>;
