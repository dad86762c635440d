use super::{Classification, Evidence, Identifier, Party, Subject};
use crate::values::{Extensions, Id, Link, List, NonEmpty, Period, Scope, Status, Text};
use cooperation_derive::Record;

/// That parties work together without it being a project partnership or a membership.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[record(title = "cooperation")]
#[non_exhaustive]
pub struct Cooperation {
    /// The id of the record, unique among the records of its kind.
    pub id: CooperationId,
    /// Who works together.
    pub parties: NonEmpty<Party>,
    /// What they work on.
    pub about: List<Subject>,
    /// How far it reaches. More than one where a source names several levels.
    pub scopes: List<Scope>,
    /// How far it has come.
    pub status: Option<Status>,
    /// When they worked together.
    pub period: Option<Period>,
    /// How much it matters, and to whom, in the words of the source.
    pub importance: Option<Text>,
    /// Whether the source says that the parties it names are not all.
    pub open_ended: Option<bool>,
    /// Whether the source says that the ways of working together that it names are not all.
    pub ways_open_ended: Option<bool>,
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

/// The id of one cooperation.
pub type CooperationId = Id<Cooperation>;
