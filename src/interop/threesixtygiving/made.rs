//! The package and its grants, as the records of a dataset say them.

use super::beside::BESIDE;
use super::catalog::Catalog;
use super::difference::{overlay, remove};
use super::located;
use super::network;
use super::reference::REFERENCES;
use super::row::{self, write_over};
use super::table::{GRANT, PACKAGE};
use super::transaction_kind::TRANSACTION_KINDS;
use super::transactions;
use crate::dataset::Header;
use crate::interop::tree::{Object, Tree};
use crate::model::Funding;
use crate::reflect::first_step;

/// The package around the grants, as the header says it.
pub(super) fn made_package(header: &Header) -> Object {
    row::write(PACKAGE, header)
}

/// A grant as the records say it, under what was kept of it.
pub(super) fn made(funding: &Funding, catalog: &Catalog<'_>, kept: &Object, omitted: &[String]) -> Object {
    let blank = Funding::new(funding.id.clone());
    let mut omitted = omitted.to_vec();
    let mut own = kept.clone();
    let mut mentions = Object::new();
    for reference in REFERENCES {
        let kept = own.remove(reference.foreign);
        let Some((_, id)) = (reference.get)(funding) else {
            if let Some(kept) = kept.filter(|kept| reference.stays(funding, kept)) {
                mentions.insert(reference.foreign.to_owned(), kept);
            }
            continue;
        };
        let nothing = Object::new();
        let mention = kept.as_ref().and_then(|kept| reference.mention(kept)).unwrap_or(&nothing);
        let (made, matched) = reference.write(catalog, id, mention);
        let mut node = Tree::Object(made);
        if reference.list {
            node = Tree::List([node].into());
        }
        if let Some(Tree::List(more)) = kept.as_ref().filter(|_| matched) {
            // The first was laid over what it speaks of; the others stand as they were kept.
            let mut rest = more.clone();
            if let Some(first) = rest.first_mut() {
                *first = Tree::Object(Object::new());
            }
            node = overlay(node, &Tree::List(rest));
        }
        if !matched {
            omitted.retain(|pointer| !pointer.starts_with(&format!("/{}/", reference.foreign)));
        }
        mentions.insert(reference.foreign.to_owned(), node);
    }
    for (foreign, mention) in network::mentions(funding, catalog) {
        mentions.entry(foreign.to_owned()).or_insert(mention);
    }
    let (places, matched) = located::write(catalog, funding, own.remove(located::MEMBER));
    if !matched {
        omitted.retain(|pointer| !pointer.starts_with(&format!("/{}/", located::MEMBER)));
    }
    mentions.extend(places.map(|places| (located::MEMBER.to_owned(), places)));
    let made = row::write(GRANT, funding);
    for beside in &BESIDE {
        let amount = beside.write(catalog, funding, own.remove(beside.foreign));
        mentions.extend(amount.map(|amount| (beside.foreign.to_owned(), amount)));
    }
    for kind in &TRANSACTION_KINDS {
        let kept = own.remove(kind.foreign);
        let transactions = transactions::list(kind, funding, catalog).or(kept);
        mentions.extend(transactions.map(|list| (kind.foreign.to_owned(), list)));
    }
    let mut grant = write_over(GRANT, funding, &blank, made, &own, &omitted, false);
    for pointer in omitted.iter().rev() {
        if first_step(pointer).is_some_and(|(member, _)| mentions.contains_key(member)) {
            remove(&mut mentions, pointer);
        }
    }
    grant.extend(mentions);
    grant
}
