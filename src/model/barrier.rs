use super::{Classification, Evidence, Identifier, Party, Subject};
use crate::values::{Extensions, Id, Link, List, Text};
use cooperation_derive::Record;

/// What stands in the way of something.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[record(title = "barrier", label = statement)]
#[non_exhaustive]
pub struct Barrier {
    /// The id of the record, unique among the records of its kind.
    pub id: BarrierId,
    /// What stands in the way.
    pub statement: Text,
    /// For what: the subject that meets the barrier or means to lower it.
    pub of: Subject,
    /// How much it matters, in the words of the source.
    pub importance: Option<Text>,
    /// What it blocks.
    pub blocks: List<Text>,
    /// The stages at which it blocks, in their order.
    pub stages: List<Text>,
    /// Who sees it as a barrier.
    pub attributed_to: Option<Party>,
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

/// The id of one barrier.
pub type BarrierId = Id<Barrier>;
