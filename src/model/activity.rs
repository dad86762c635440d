use super::{GoalId, Party, Subject};
use crate::values::{ActivityKind, List, Period, Status, Text};

record! {
    /// Something that is done: a work package, a meeting, an exchange, a pilot.
    pub struct Activity "activity" ActivityId called title {
        required {
            /// What is done.
            title: Text,
            /// What it belongs to.
            of: Subject,
        }
        optional {
            /// What kind of activity it is.
            kind: Option<ActivityKind>,
            /// The activity that it is a part of.
            part_of: Option<ActivityId>,
            /// Who does it.
            actors: List<Party>,
            /// The goals that it serves.
            serves: List<GoalId>,
            /// How far it has come.
            status: Option<Status>,
            /// When it was done.
            period: Option<Period>,
        }
    }
}
