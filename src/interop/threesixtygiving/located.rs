//! The places where a grant is used: the only member that speaks of several records.

use super::catalog::Catalog;
use super::reference::{match_key, mention};
use super::shared::{Shared, Stores};
use crate::interop::Misfits;
use crate::interop::tree::{Object, Tree};
use crate::model::{Funding, Place};
use crate::reflect::extended;
use crate::values::Id;
use std::collections::HashSet;

pub(super) const MEMBER: &str = "beneficiaryLocation";

/// The objects that speak of places, if all of them do and no two of the same.
fn mentions(node: &Tree) -> Option<Vec<&Object>> {
    let items: Vec<_> = node.as_list()?.iter().map(Tree::as_object).collect::<Option<_>>()?;
    let mut known = HashSet::new();
    let all =
        items.iter().all(|item| Place::key(item, "").is_some_and(|key| known.insert(key.same().to_owned())));
    (all && !items.is_empty()).then_some(items)
}

/// Reads the places of a grant.
pub(super) fn read(
    stores: &mut Stores,
    grant: &Object,
    funding: &mut Funding,
    at: &str,
    misfits: &mut Misfits,
) {
    let Some(mentions) = grant.get(MEMBER).and_then(mentions) else { return };
    let at = extended(at, MEMBER);
    for (number, item) in mentions.into_iter().enumerate() {
        let id = Place::store(stores).take(item, "", &extended(&at, &number.to_string()), misfits);
        funding.places.extend(id.and_then(|id| Id::new(id).ok()));
    }
}

/// Writes the places of a funding under what was kept of them, and tells whether that speaks of these places.
pub(super) fn write(catalog: &Catalog<'_>, funding: &Funding, kept: Option<Tree>) -> (Option<Tree>, bool) {
    if funding.places.is_empty() {
        // What never made a place is written as it was kept.
        return (kept.filter(|kept| mentions(kept).is_none()), true);
    }
    let nothing = Object::new();
    let kept = kept.as_ref().and_then(Tree::as_list).unwrap_or_default();
    let mut all_match = true;
    let node = |(number, id): (usize, &Id<Place>)| {
        let own = kept.get(number).and_then(Tree::as_object).unwrap_or(&nothing);
        let (made, matched) = mention::<Place>(catalog, id.as_str(), own);
        all_match &= matched;
        Tree::Object(made)
    };
    let places = Tree::List(funding.places.iter().enumerate().map(node).collect());
    (Some(places), all_match)
}

/// Adds to each kept mention the member by which it is matched with its place.
pub(super) fn keep_match_keys(kept: &mut Object, grant: &Object) {
    let Some(original) = grant.get(MEMBER).and_then(mentions) else { return };
    let Some(Tree::List(items)) = kept.get_mut(MEMBER) else { return };
    for (item, original) in items.iter_mut().zip(original) {
        if let Tree::Object(item) = item {
            item.extend(match_key(Place::MATCH_KEYS, original));
        }
    }
}
