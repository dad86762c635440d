//! A record that questions are asked about, of whatever kind it is.

use crate::reader::Reader;
use cooperation::{
    Activity, Barrier, Cooperation, Dataset, Evidence, Funding, Goal, Group, Id, Kind, Link, Listed,
    Membership, Network, Organization, Participation, Party, Place, PolicyInstrument, Programme, Project,
    Source, Subject, Text,
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
    pub(crate) kind: Kind,
    pub(crate) id: &'a str,
    pub(crate) record: &'a dyn Written,
    pub(crate) label: Option<&'a Text>,
    pub(crate) links: &'a [Link],
    pub(crate) evidence: &'a [Evidence],
}

impl<'a> About<'a> {
    /// The records of a kind.
    pub(crate) fn all(dataset: &'a Dataset, kind: Kind) -> Vec<Self> {
        match kind {
            Kind::Source => of::<Source>(dataset),
            Kind::Place => of::<Place>(dataset),
            Kind::Organization => of::<Organization>(dataset),
            Kind::Group => of::<Group>(dataset),
            Kind::Network => of::<Network>(dataset),
            Kind::Membership => of::<Membership>(dataset),
            Kind::Cooperation => of::<Cooperation>(dataset),
            Kind::Programme => of::<Programme>(dataset),
            Kind::Project => of::<Project>(dataset),
            Kind::Participation => of::<Participation>(dataset),
            Kind::Activity => of::<Activity>(dataset),
            Kind::Goal => of::<Goal>(dataset),
            Kind::PolicyInstrument => of::<PolicyInstrument>(dataset),
            Kind::Barrier => of::<Barrier>(dataset),
            Kind::Funding => of::<Funding>(dataset),
            _ => Vec::new(),
        }
    }

    /// The record of a kind with an id.
    pub(crate) fn get(reader: &Reader<'a>, kind: Kind, id: &str) -> Option<Self> {
        fn one<'a, T: Listed + serde::Serialize>(reader: &Reader<'a>, id: &str) -> Option<About<'a>> {
            Some(about(reader.index.get(&Id::<T>::new(id).ok()?)?))
        }
        match kind {
            Kind::Source => one::<Source>(reader, id),
            Kind::Place => one::<Place>(reader, id),
            Kind::Organization => one::<Organization>(reader, id),
            Kind::Group => one::<Group>(reader, id),
            Kind::Network => one::<Network>(reader, id),
            Kind::Membership => one::<Membership>(reader, id),
            Kind::Cooperation => one::<Cooperation>(reader, id),
            Kind::Programme => one::<Programme>(reader, id),
            Kind::Project => one::<Project>(reader, id),
            Kind::Participation => one::<Participation>(reader, id),
            Kind::Activity => one::<Activity>(reader, id),
            Kind::Goal => one::<Goal>(reader, id),
            Kind::PolicyInstrument => one::<PolicyInstrument>(reader, id),
            Kind::Barrier => one::<Barrier>(reader, id),
            Kind::Funding => one::<Funding>(reader, id),
            _ => None,
        }
    }

    /// The records that are meant by an id, by KIND/ID, by an acronym or a name.
    pub(crate) fn find(reader: &Reader<'a>, wanted: &str) -> Result<Vec<Self>, Box<dyn Error>> {
        let meant = reader.find(wanted, Kind::ALL)?;
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
