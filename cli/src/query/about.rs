//! A record that questions are asked about, of whatever kind it is.

use cooperation::{
    Activity, Barrier, Cooperation, Dataset, Evidence, Funding, Goal, Group, Kind, Link, Listed, Membership,
    Network, Organization, Participation, Party, Place, PolicyInstrument, Programme, Project, Source,
    Subject, Text,
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

    /// The records with an id, or with `KIND/ID` the one.
    pub(crate) fn find(dataset: &'a Dataset, wanted: &str) -> Result<Vec<Self>, Box<dyn Error>> {
        let split = wanted.split_once('/').map(|(kind, id)| (kind.parse::<Kind>(), id));
        let is_it = |one: &Self| {
            one.id == wanted || matches!(split, Some((Ok(kind), id)) if kind == one.kind && id == one.id)
        };
        let found: Vec<Self> =
            Kind::ALL.iter().flat_map(|&kind| Self::all(dataset, kind)).filter(is_it).collect();
        if found.is_empty() {
            let unknown = split.and_then(|(kind, _)| kind.err());
            let help = unknown.map(|unknown| format!("; before the slash {unknown}")).unwrap_or_default();
            return Err(
                format!("the dataset has no record with the id '{}'{help}", wanted.escape_debug()).into()
            );
        }
        Ok(found)
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
    records
        .map(|record| About {
            kind: T::KIND,
            id: record.id().as_str(),
            record,
            label: record.label(),
            links: record.links(),
            evidence: record.evidence(),
        })
        .collect()
}
