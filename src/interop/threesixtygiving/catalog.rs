use super::organization::ORGANIZATION;
use super::transaction_kind::{TRANSACTION_KINDS, TransactionKind};
use crate::dataset::Dataset;
use crate::interop::tree::{Object, Tree};
use crate::model::{Funding, Group, Network, Organization, Party, Place, Programme, Record};
use std::collections::HashMap;

/// The records of a dataset that grants speak of, by id.
#[derive(Debug)]
pub(super) struct Catalog<'a> {
    pub organizations: HashMap<&'a str, &'a Organization>,
    pub groups: HashMap<&'a str, &'a Group>,
    pub networks: HashMap<&'a str, &'a Network>,
    pub programmes: HashMap<&'a str, &'a Programme>,
    pub places: HashMap<&'a str, &'a Place>,
    /// All funding, among which are the amounts beside those of grants.
    pub funding: HashMap<&'a str, &'a Funding>,
    /// Transactions in their order, by grant and member.
    pub transactions: HashMap<(&'a str, &'static str), Vec<&'a Funding>>,
    /// Organizations by the id that mentions of them have.
    pub by_foreign_id: HashMap<String, &'a Organization>,
    foreign_ids: HashMap<&'a str, String>,
}

impl<'a> Catalog<'a> {
    pub(super) fn of(dataset: &'a Dataset) -> Self {
        let funding = by_id(&dataset.funding);
        let mut transactions = HashMap::new();
        for part in &dataset.funding {
            for kind in &TRANSACTION_KINDS {
                if let Some(grant) = grant_of(kind, part, &funding) {
                    transactions.entry((grant, kind.foreign)).or_insert_with(Vec::new).push(part);
                }
            }
        }
        let foreign_ids: HashMap<_, _> =
            dataset.organizations.iter().map(|one| (one.id.as_str(), foreign_id(one))).collect();
        let mentioned = dataset.organizations.iter().rev();
        Self {
            transactions,
            by_foreign_id: mentioned.map(|one| (foreign_id(one), one)).collect(),
            foreign_ids,
            organizations: by_id(&dataset.organizations),
            groups: by_id(&dataset.groups),
            networks: by_id(&dataset.networks),
            programmes: by_id(&dataset.programmes),
            places: by_id(&dataset.places),
            funding,
        }
    }

    /// The id that mentions of a party have, if it is an organization.
    pub(super) fn foreign_id(&self, party: Option<&Party>) -> Option<&str> {
        let Party::Organization(id) = party? else { return None };
        self.foreign_ids.get(id.as_str()).map(String::as_str)
    }
}

/// The id by which an organization is written.
fn foreign_id(organization: &Organization) -> String {
    let ids = ORGANIZATION.first().map(|row| row.candidates(organization)).unwrap_or_default();
    let id = ids.first().and_then(|id: &Object| id.get("id")).and_then(Tree::as_str);
    id.unwrap_or(organization.id.as_str()).to_owned()
}

/// The grant that a funding is a transaction of, whether the dataset has that grant or not.
fn grant_of<'a>(
    kind: &TransactionKind,
    part: &'a Funding,
    funding: &HashMap<&'a str, &'a Funding>,
) -> Option<&'a str> {
    kind.grants_of(part).find(|grant| {
        let whole = kind.whole(grant);
        match &part.part_of {
            Some(stated) => stated.as_str() == whole,
            None => whole != *grant && !funding.contains_key(whole.as_str()),
        }
    })
}

fn by_id<R: Record>(records: &[R]) -> HashMap<&str, &R> {
    // The first of doubled ids wins.
    records.iter().rev().map(|record| (record.id().as_str(), record)).collect()
}
