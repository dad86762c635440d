//! A record that questions are asked about, of whatever kind it is.

use crate::reader::Reader;
use cooperation::{
    Activity, Barrier, Cooperation, Dataset, Evidence, Funding, Goal, Group, Id, Link, Membership, Network,
    Organization, Participation, Party, Place, PolicyInstrument, Programme, Project, RecordKind, Source,
    Subject, Text, dataset::Listed,
};
use std::error::Error;

/// A record of whatever kind, as JSON.
pub(crate) trait Written {
    fn json(&self) -> serde_json::Result<String>;
}

impl<T: serde::Serialize> Written for T {
    fn json(&self) -> serde_json::Result<String> {
        serde_json::to_string(self)
    }
}

pub(crate) struct About<'a> {
    pub(crate) kind: RecordKind,
    pub(crate) id: &'a str,
    pub(crate) record: &'a dyn Written,
    pub(crate) label: Option<&'a Text>,
    pub(crate) links: &'a [Link],
    pub(crate) evidence: &'a [Evidence],
}

impl<'a> About<'a> {
    /// The records of a kind.
    pub(crate) fn all(dataset: &'a Dataset, kind: RecordKind) -> Vec<Self> {
        match kind {
            RecordKind::Source => of::<Source>(dataset),
            RecordKind::Place => of::<Place>(dataset),
            RecordKind::Organization => of::<Organization>(dataset),
            RecordKind::Group => of::<Group>(dataset),
            RecordKind::Network => of::<Network>(dataset),
            RecordKind::Membership => of::<Membership>(dataset),
            RecordKind::Cooperation => of::<Cooperation>(dataset),
            RecordKind::Programme => of::<Programme>(dataset),
            RecordKind::Project => of::<Project>(dataset),
            RecordKind::Participation => of::<Participation>(dataset),
            RecordKind::Activity => of::<Activity>(dataset),
            RecordKind::Goal => of::<Goal>(dataset),
            RecordKind::PolicyInstrument => of::<PolicyInstrument>(dataset),
            RecordKind::Barrier => of::<Barrier>(dataset),
            RecordKind::Funding => of::<Funding>(dataset),
            _ => Vec::new(),
        }
    }

    /// The record of a kind with an id.
    pub(crate) fn get(reader: &Reader<'a>, kind: RecordKind, id: &str) -> Option<Self> {
        fn one<'a, T: Listed + serde::Serialize>(reader: &Reader<'a>, id: &str) -> Option<About<'a>> {
            Some(about(reader.index.get(&Id::<T>::new(id).ok()?)?))
        }
        match kind {
            RecordKind::Source => one::<Source>(reader, id),
            RecordKind::Place => one::<Place>(reader, id),
            RecordKind::Organization => one::<Organization>(reader, id),
            RecordKind::Group => one::<Group>(reader, id),
            RecordKind::Network => one::<Network>(reader, id),
            RecordKind::Membership => one::<Membership>(reader, id),
            RecordKind::Cooperation => one::<Cooperation>(reader, id),
            RecordKind::Programme => one::<Programme>(reader, id),
            RecordKind::Project => one::<Project>(reader, id),
            RecordKind::Participation => one::<Participation>(reader, id),
            RecordKind::Activity => one::<Activity>(reader, id),
            RecordKind::Goal => one::<Goal>(reader, id),
            RecordKind::PolicyInstrument => one::<PolicyInstrument>(reader, id),
            RecordKind::Barrier => one::<Barrier>(reader, id),
            RecordKind::Funding => one::<Funding>(reader, id),
            _ => None,
        }
    }

    /// The records that are meant by an id, by KIND/ID, by an acronym or a name.
    pub(crate) fn find(reader: &Reader<'a>, wanted: &str) -> Result<Vec<Self>, Box<dyn Error>> {
        let meant = reader.find(wanted, RecordKind::ALL)?;
        Ok(meant.into_iter().filter_map(|(kind, id)| Self::get(reader, kind, id)).collect())
    }

    /// Whether both are the same record.
    pub(crate) fn is(&self, other: &About) -> bool {
        self.kind == other.kind && self.id == other.id
    }

    pub(crate) fn party(&self) -> Option<Party> {
        Party::from_key(self.kind, self.id).ok()
    }

    pub(crate) fn subject(&self) -> Option<Subject> {
        Subject::from_key(self.kind, self.id).ok()
    }
}

fn of<T: Listed + serde::Serialize>(dataset: &Dataset) -> Vec<About<'_>> {
    let records = T::list(dataset).iter();
    records.map(about).collect()
}

fn about<T: Listed + serde::Serialize>(record: &T) -> About<'_> {
    About {
        kind: T::KIND,
        id: record.id().as_str(),
        record,
        label: record.label(),
        links: record.links(),
        evidence: record.evidence(),
    }
}
