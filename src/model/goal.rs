use super::{Classification, Evidence, GroupId, Identifier, Indicator, Party, Subject};
use crate::values::{Extensions, GoalLevel, Id, Label, Link, List, NonEmpty, Text};
use cooperation_derive::Record;

/// What is to be reached, from the purpose of an organization to the output of an activity.
///
/// A goal says what it is `of`; one goal may be of several subjects. Its `parent` is the goal that it serves.
///
/// # Examples
///
/// ```
/// use cooperation::{Goal, GoalId, GoalLevel, ProjectId, Subject, Text};
///
/// let project = Subject::from(ProjectId::new("fairfield")?);
/// let statement = Text::new("en", "1,200 small businesses get their first loan")?;
/// let mut goal = Goal::new(GoalId::new("first-loans")?, statement, GoalLevel::Output, project);
/// goal.number = Some("1".parse()?);
/// # Ok::<(), cooperation::ValueError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[record(title = "goal", label = statement)]
#[non_exhaustive]
pub struct Goal {
    /// The id of the record, unique among the records of its kind.
    pub id: GoalId,
    /// What is to be reached, in the words of the source.
    pub statement: Text,
    /// How high it stands.
    pub level: GoalLevel,
    /// What it is the goal of.
    pub of: NonEmpty<Subject>,
    /// Its number in the source, such as 1 or 1.2.
    pub number: Option<Label>,
    /// The higher goal that it serves.
    pub parent: Option<GoalId>,
    /// Whose goal it is.
    pub holders: List<Party>,
    /// Whom it is meant to reach.
    pub target_groups: List<GroupId>,
    /// How one sees whether it is reached.
    pub indicators: List<Indicator>,
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

/// The id of one goal.
pub type GoalId = Id<Goal>;
