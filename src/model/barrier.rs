use super::{Classification, Evidence, Identifier, Party, Subject};
use crate::values::{Extensions, Id, Link, List, NonEmpty, PartialDate, Text};
use cooperation_derive::Record;

/// A barrier: a challenge, a risk or an assumption that can keep a subject from reaching its goals (logical framework:
/// assumptions and risks).
#[derive(Debug, PartialEq, Eq, Hash, Record)]
#[record(title = "barrier", label = statement)]
#[non_exhaustive]
pub struct Barrier {
    /// Identifier of the record, unique among the records of its kind.
    pub id: BarrierId,
    /// Barrier, in the words of the source.
    pub statement: Text,
    /// Records affected by the barrier or working to remove it, such as a project or a goal.
    pub of: NonEmpty<Subject>,
    /// Processes that the barrier hinders, such as innovation.
    pub blocks: List<Text>,
    /// Stages at which the barrier has its effect, in order.
    pub stages: List<Text>,
    /// Party that regards this as a barrier.
    pub attributed_to: Option<Party>,
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

/// The id of a record of kind barrier.
pub type BarrierId = Id<Barrier>;
