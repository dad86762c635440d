//! Networks that give or receive. 360Giving has organizations only, and a network is written as one.

use super::catalog::Catalog;
use super::organization::ORGANIZATION;
use super::row::write;
use crate::interop::tree::{Object, Tree};
use crate::model::{Funding, Network, Organization, Party};
use crate::values::Id;

/// The members of a grant that name an organization, with the parties of a funding.
type Member = (&'static str, fn(&Funding) -> Option<&Party>);

const MEMBERS: [Member; 2] = [
    ("fundingOrganization", |funding| funding.funder.as_ref()),
    ("recipientOrganization", |funding| funding.recipient.as_ref()),
];

/// The networks of a funding as organizations, each with the member of a grant that names it.
pub(super) fn mentions(funding: &Funding, catalog: &Catalog<'_>) -> Vec<(&'static str, Tree)> {
    let named =
        MEMBERS.iter().filter_map(|(foreign, get)| Some((*foreign, mention(get(funding)?, catalog)?)));
    named.map(|(foreign, mention)| (foreign, Tree::List([Tree::Object(mention)].into()))).collect()
}

/// A network as an organization, unless an organization has its id.
fn mention(party: &Party, catalog: &Catalog<'_>) -> Option<Object> {
    let Party::Network(id) = party else { return None };
    if catalog.organizations.contains_key(id.as_str()) {
        return None;
    }
    let named = catalog.networks.get(id.as_str()).and_then(|network| organization(network));
    Some(match named {
        Some(organization) => write(ORGANIZATION, &organization),
        None => Object::from([("id".to_owned(), Tree::string(id.as_str()))]),
    })
}

/// What a network has in common with an organization.
fn organization(network: &Network) -> Option<Organization> {
    let mut made = Organization::new(Id::new(network.id.as_str()).ok()?, network.name.clone());
    made.other_names.clone_from(&network.other_names);
    made.description.clone_from(&network.description);
    made.identifiers.clone_from(&network.identifiers);
    made.links.clone_from(&network.links);
    made.address.clone_from(&network.address);
    Some(made)
}
