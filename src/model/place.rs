use crate::values::{CountryCode, NutsCode, PlaceKind};

record! {
    /// A place: a country, a region, a municipality, a part of a continent.
    pub struct Place "place" PlaceId named {
        optional {
            /// What kind of place it is.
            kind: Option<PlaceKind>,
            /// The country that it is or lies in.
            country: Option<CountryCode>,
            /// Its code among the territorial units for statistics (NUTS).
            nuts: Option<NutsCode>,
            /// The larger place that it is a part of.
            part_of: Option<PlaceId>,
        }
    }
}
