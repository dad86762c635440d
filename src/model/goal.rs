use super::{Classification, Evidence, GroupId, Identifier, Indicator, Party, Subject};
use crate::values::{Extensions, GoalLevel, Id, Label, Link, List, NonEmpty, PartialDate, Status, Text};
use cooperation_derive::Record;

/// A goal at any level, from the purpose of an organization to the output of an activity.
///
/// `of` names the record whose goal it is: the one that reaches or misses it. `serves` names the higher goals; goals
/// must not serve each other in a circle.
///
/// # Examples
///
/// ```
/// use cooperation::{Goal, GoalId, ProjectId, Subject, Text, codes::GoalLevel};
///
/// let project = Subject::from(ProjectId::new("fairfield")?);
/// let statement = Text::new("en", "1,200 small businesses get their first loan")?;
/// let mut goal = Goal::new(GoalId::new("first-loans")?, statement, GoalLevel::Output, project);
/// goal.number = Some("1".parse()?);
/// goal.due = Some("2025-08".parse()?);
/// # Ok::<(), cooperation::ValueError>(())
/// ```
#[derive(Debug, PartialEq, Eq, Hash, Record)]
#[record(title = "goal", label = statement)]
#[non_exhaustive]
pub struct Goal {
    /// Identifier of the record, unique among the records of its kind.
    pub id: GoalId,
    /// Statement of the goal, in the words of the source.
    pub statement: Text,
    /// Level of the goal: purpose, objective, outcome (a change), output (a product), impact (a long-term effect) and
    /// others.
    pub level: GoalLevel,
    /// Records whose goal it is, such as a project, an organization or a strategy. For higher goals use `serves`.
    pub of: NonEmpty<Subject>,
    /// Number of the goal in the source, such as 1 or 1.2.
    pub number: Option<Label>,
    /// Higher goals that this goal serves.
    pub serves: List<GoalId>,
    /// Parties that set the goal, if they are not its subject, such as the board that sets an objective for a
    /// strategy.
    pub holders: List<Party>,
    /// Groups that the goal is meant to reach.
    pub target_groups: List<GroupId>,
    /// Date by which the goal is to be reached.
    pub due: Option<PartialDate>,
    /// Progress status of the goal, such as ongoing, completed or cancelled.
    pub status: Option<Status>,
    /// Indicators that measure progress towards the goal (IATI: indicators of a result).
    pub indicators: List<Indicator>,
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

/// The id of a record of kind goal.
pub type GoalId = Id<Goal>;
