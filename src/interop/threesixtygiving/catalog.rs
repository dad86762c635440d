use crate::dataset::Dataset;
use crate::model::{Group, Organization, Programme, Record};
use std::collections::HashMap;

/// The records of a dataset that grants speak of, by id.
#[derive(Debug)]
pub(super) struct Catalog<'a> {
    pub organizations: HashMap<&'a str, &'a Organization>,
    pub groups: HashMap<&'a str, &'a Group>,
    pub programmes: HashMap<&'a str, &'a Programme>,
}

impl<'a> Catalog<'a> {
    pub(super) fn of(dataset: &'a Dataset) -> Self {
        Self {
            organizations: by_id(&dataset.organizations),
            groups: by_id(&dataset.groups),
            programmes: by_id(&dataset.programmes),
        }
    }
}

fn by_id<R: Record>(records: &[R]) -> HashMap<&str, &R> {
    // The first of doubled ids wins.
    records.iter().rev().map(|record| (record.id().as_str(), record)).collect()
}
