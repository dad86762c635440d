use super::{Classification, Evidence, GoalId, Identifier, Party, Subject};
use crate::values::{ActivityKind, Extensions, Id, Link, List, NonEmpty, PartialDate, Period, Status, Text};
use cooperation_derive::Record;

/// An activity: work that is done, such as a work package, a meeting, an exchange or a pilot.
///
/// A result that exists afterwards and can be counted is a goal of level output.
#[derive(Debug, PartialEq, Eq, Hash, Record)]
#[record(title = "activity", label = title)]
#[non_exhaustive]
pub struct Activity {
    /// Identifier of the record, unique among the records of its kind.
    pub id: ActivityId,
    /// Title of the activity: what is done.
    pub title: Text,
    /// Subjects that the activity belongs to, such as a project or a network. For goals use `serves`.
    pub of: NonEmpty<Subject>,
    /// Type of activity by its purpose, such as training, pilot or communication.
    pub kind: Option<ActivityKind>,
    /// Activity of which this one is a part, such as its work package.
    pub part_of: Option<ActivityId>,
    /// Parties that carry out the activity.
    pub actors: List<Party>,
    /// Goals that the activity serves.
    pub serves: List<GoalId>,
    /// Progress status, such as planned, ongoing or completed.
    pub status: Option<Status>,
    /// Period in which the activity took place or will take place, as last known.
    pub period: Option<Period>,
    /// Planned period, if the source calls it planned or it differs from `period`.
    pub planned: Option<Period>,
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

/// The id of a record of kind activity.
pub type ActivityId = Id<Activity>;
