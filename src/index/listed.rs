use crate::dataset::Dataset;
use crate::model::{
    Activity, Barrier, Cooperation, Funding, Goal, Group, Membership, Network, Organization, Participation,
    Place, PolicyInstrument, Programme, Project, Record, Source,
};

/// A kind of record that has a list in a dataset: all of them.
pub trait Listed: Record + 'static {
    /// The list of a dataset in which such records stand.
    fn list(dataset: &Dataset) -> &[Self];
}

macro_rules! listed {
    ($($name:ident $tag:literal $list:ident $plural:literal $title:literal,)*) => {
        $(
            impl Listed for $name {
                fn list(dataset: &Dataset) -> &[Self] {
                    &dataset.$list
                }
            }
        )*
    };
}

for_each_kind!(listed);
