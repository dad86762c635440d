use crate::dataset::Dataset;
use crate::model::{Funding, Group, Organization, Place, Programme, Record};
use std::collections::HashMap;

/// The records of a dataset that grants speak of, by id.
#[derive(Debug)]
pub(super) struct Catalog<'a> {
    pub organizations: HashMap<&'a str, &'a Organization>,
    pub groups: HashMap<&'a str, &'a Group>,
    pub programmes: HashMap<&'a str, &'a Programme>,
    pub places: HashMap<&'a str, &'a Place>,
    /// All funding, among which are the amounts beside those of grants.
    pub funding: HashMap<&'a str, &'a Funding>,
}

impl<'a> Catalog<'a> {
    pub(super) fn of(dataset: &'a Dataset) -> Self {
        Self {
            organizations: by_id(&dataset.organizations),
            groups: by_id(&dataset.groups),
            programmes: by_id(&dataset.programmes),
            places: by_id(&dataset.places),
            funding: by_id(&dataset.funding),
        }
    }
}

fn by_id<R: Record>(records: &[R]) -> HashMap<&str, &R> {
    // The first of doubled ids wins.
    records.iter().rev().map(|record| (record.id().as_str(), record)).collect()
}
