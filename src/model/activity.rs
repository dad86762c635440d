use super::{Classification, Evidence, GoalId, Identifier, Party, Subject};
use crate::values::{ActivityKind, Extensions, Id, Link, List, Period, Status, Text};
use cooperation_derive::Record;

/// Something that is done: a work package, a meeting, an exchange, a pilot.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[record(title = "activity", label = title)]
#[non_exhaustive]
pub struct Activity {
    /// The id of the record, unique among the records of its kind.
    pub id: ActivityId,
    /// What is done.
    pub title: Text,
    /// What it belongs to.
    pub of: Subject,
    /// What kind of activity it is.
    pub kind: Option<ActivityKind>,
    /// The activity that it is a part of.
    pub part_of: Option<ActivityId>,
    /// Who does it.
    pub actors: List<Party>,
    /// The goals that it serves.
    pub serves: List<GoalId>,
    /// How far it has come.
    pub status: Option<Status>,
    /// When it was done.
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

/// The id of one activity.
pub type ActivityId = Id<Activity>;
