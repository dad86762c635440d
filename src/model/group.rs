use super::{Party, PlaceId};
use crate::values::{Count, List};

record! {
    /// Actors or people that a source names together, or does not name: 'seven municipalities', 'women entrepreneurs'.
    pub struct Group "group" GroupId named {
        optional {
            /// How many they are, as a number or in the words of the source.
            count: Option<Count>,
            /// Where they are.
            places: List<PlaceId>,
            /// Those that the source names as examples.
            examples: List<Party>,
        }
    }
}
