use super::{Party, Subject};
use crate::values::{List, Text};

record! {
    /// What stands in the way of something.
    pub struct Barrier "barrier" BarrierId called statement {
        required {
            /// What stands in the way.
            statement: Text,
            /// For what: the subject that meets the barrier or means to lower it.
            of: Subject,
        }
        optional {
            /// How much it matters, in the words of the source.
            importance: Option<Text>,
            /// What it blocks.
            blocks: List<Text>,
            /// The stages at which it blocks, in their order.
            stages: List<Text>,
            /// Who sees it as a barrier.
            attributed_to: Option<Party>,
        }
    }
}
