use super::{GroupId, Indicator, Party, Subject};
use crate::values::{GoalLevel, Label, List, NonEmpty, Text};

record! {
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
    pub struct Goal "goal" GoalId called statement {
        required {
            /// What is to be reached, in the words of the source.
            statement: Text,
            /// How high it stands.
            level: GoalLevel,
            /// What it is the goal of.
            of: NonEmpty<Subject>,
        }
        optional {
            /// Its number in the source, such as 1 or 1.2.
            number: Option<Label>,
            /// The higher goal that it serves.
            parent: Option<GoalId>,
            /// Whose goal it is.
            holders: List<Party>,
            /// Whom it is meant to reach.
            target_groups: List<GroupId>,
            /// How one sees whether it is reached.
            indicators: List<Indicator>,
        }
    }
}
