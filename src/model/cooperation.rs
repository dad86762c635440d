use super::{Party, Subject};
use crate::values::{List, NonEmpty, Period, Scope, Status, Text};

record! {
    /// That parties work together without it being a project partnership or a membership.
    pub struct Cooperation "cooperation" CooperationId {
        required {
            /// Who works together.
            parties: NonEmpty<Party>,
        }
        optional {
            /// What they work on.
            about: List<Subject>,
            /// How far it reaches. More than one where a source names several levels.
            scopes: List<Scope>,
            /// How far it has come.
            status: Option<Status>,
            /// When they worked together.
            period: Option<Period>,
            /// How much it matters, and to whom, in the words of the source.
            importance: Option<Text>,
            /// Whether the source says that the parties it names are not all.
            open_ended: Option<bool>,
            /// Whether the source says that the ways of working together that it names are not all.
            ways_open_ended: Option<bool>,
        }
    }
}
