//! A package, read into a dataset, and what of the package the dataset does not say.

use super::catalog::Catalog;
use super::difference::Difference;
use super::differences::note_difference;
use super::kept::{keep, keep_unread};
use super::located;
use super::made::{made, made_package};
use super::parts::Parts;
use super::problems::{Problems, note_problems};
use super::reference::REFERENCES;
use super::row;
use super::shared::Stores;
use super::table;
use crate::dataset::{Dataset, Header};
use crate::interop::ids::{Ids, local_id};
use crate::interop::tree::{Object, Tree};
use crate::interop::{Converted, Misfits};
use crate::io::{Error, FaultKind, foreign, misshapen};
use crate::model::Funding;
use crate::reflect::extended;
use crate::values::{FundingKind, FundingStatus};
use std::collections::HashSet;

/// Reads a 360Giving JSON package, as text or bytes: an object with a list of grants. Data that do not fit the model
/// are kept, and reported once for each kind of location.
///
/// # Errors
/// Returns an error with all faults if the bytes are not a JSON package: not UTF-8, not valid JSON, without `grants`,
/// or with a grant that is not an object.
pub fn read(package: impl AsRef<[u8]>) -> Result<Converted<Dataset>, Error> {
    read_bytes(package.as_ref())
}

fn read_bytes(bytes: &[u8]) -> Result<Converted<Dataset>, Error> {
    let text = foreign(bytes)?;
    Ok(read_whole(&shape(text)?))
}

/// Reads a package, whose grants are objects.
pub(super) fn read_whole(package: &Object) -> Converted<Dataset> {
    let grants = package.get("grants").and_then(Tree::as_list).unwrap_or_default();

    let mut misfits = Misfits::default();
    let mut dataset = Dataset::default();
    let mut stores = Stores::default();
    let mut ids = Ids::default();
    let mut funding = Vec::with_capacity(grants.len());
    read_package(package, &mut dataset, &mut misfits);
    for (place, grant) in grants.iter().enumerate() {
        let Some(grant) = grant.as_object() else { continue };
        if let Some((read, failed)) = read_grant(grant, place, &mut ids, &mut stores, &mut misfits) {
            funding.push((read, failed, grant));
        }
    }
    stores.finish(&mut dataset);
    // After all grants, whose ids come first.
    let catalog = Catalog::of(&dataset);
    let mut parts = Parts::new(&catalog, ids, &mut misfits);
    let mut reported = Vec::with_capacity(funding.len());
    for (place, (read, failed, grant)) in funding.iter_mut().enumerate() {
        reported.push(parts.read(grant, read, &format!("/grants/{place}"), failed));
    }
    dataset.funding = parts.found.into();

    // Only now do the records say all that they will: what of each grant do they not say?
    let catalog = Catalog::of(&dataset);
    let mut whole = Vec::with_capacity(funding.len());
    for (place, ((mut funding, failed, grant), mut reported)) in funding.into_iter().zip(reported).enumerate()
    {
        let made = made(&funding, &catalog, &Object::new(), &[]);
        let at = format!("/grants/{place}");
        let mut difference = Difference::default();
        let mut kept = difference.members(&made, grant, &at);
        reported.extend(failed.iter().cloned());
        note_difference(&difference, &at, &made, grant, &reported, &mut misfits);
        for reference in REFERENCES {
            let mention = grant.get(reference.foreign).and_then(|node| reference.mention(node));
            let Some(mention) = mention.filter(|_| (reference.get)(&funding).is_some()) else { continue };
            let member = extended(&at, reference.foreign);
            let touched =
                |pointer: &String| pointer.strip_prefix(&member).is_some_and(|rest| rest.starts_with('/'));
            if kept.contains_key(reference.foreign) || difference.omitted.iter().any(touched) {
                reference.keep_match_key(&mut kept, mention);
            }
        }
        located::keep_match_keys(&mut kept, grant);
        let omitted: Vec<_> =
            difference.omitted.iter().filter_map(|pointer| pointer.strip_prefix(&at)).collect();
        keep(&mut funding.extensions, &kept, &omitted);
        keep_unread(&mut funding.extensions, &at, &failed);
        whole.push(funding);
    }
    whole.extend(std::mem::take(&mut dataset.funding));
    dataset.funding = whole.into();
    Converted { value: dataset, misfits: misfits.into_list() }
}

/// The package, if it is one.
fn shape(text: &str) -> Result<Object, Error> {
    let fault = |kind, pointer: &str, message| misshapen(text, [(kind, pointer.to_owned(), message)]);
    let Some(Tree::Object(package)) = Tree::parse(text) else {
        return Err(fault(FaultKind::WrongType, "", "expected an object with a list of grants"));
    };
    let grants = match package.get("grants") {
        Some(Tree::List(grants)) => grants,
        Some(_) => return Err(fault(FaultKind::WrongType, "/grants", "expected a list of grants")),
        None => return Err(fault(FaultKind::MissingMember, "", "the field \"grants\" is missing")),
    };
    let mut wrong = grants
        .iter()
        .enumerate()
        .filter(|(_, grant)| grant.as_object().is_none())
        .map(|(place, _)| (FaultKind::WrongType, format!("/grants/{place}"), "a grant is an object"))
        .peekable();
    if wrong.peek().is_some() {
        return Err(misshapen(text, wrong));
    }
    Ok(package)
}

fn read_package(package: &Object, dataset: &mut Dataset, misfits: &mut Misfits) {
    let mut header = Header::default();
    let mut problems = Problems::default();
    row::read(table::PACKAGE, package, &mut header, &mut problems);
    let failed = note_problems(problems, misfits);
    let made = made_package(&header);
    let mut difference = Difference::default();
    let mut around = package.clone();
    around.remove("grants");
    let kept = difference.members(&made, &around, "");
    note_difference(&difference, "", &made, &around, &failed, misfits);
    let omitted: Vec<_> = difference.omitted.iter().map(String::as_str).collect();
    keep(&mut header.extensions, &kept, &omitted);
    keep_unread(&mut header.extensions, "", &failed);
    dataset.set_header(header);
}

/// Reads a grant, and tells at which places it could not be.
fn read_grant(
    grant: &Object,
    place: usize,
    ids: &mut Ids,
    stores: &mut Stores,
    misfits: &mut Misfits,
) -> Option<(Funding, HashSet<String>)> {
    let at = format!("/grants/{place}");
    let given = grant.get("id").and_then(Tree::as_str).filter(|id| !id.is_empty());
    let wanted = given.map_or_else(|| format!("grant-{}", place.saturating_add(1)), local_id);
    let id = ids.free::<Funding>(&wanted)?;
    if given.is_none() {
        misfits.no_place(&at, "no id; numbered by position");
    } else if id.as_str() != wanted {
        misfits.no_place(&extended(&at, "id"), "another grant has this id; a number is added");
    }
    let mut funding = Funding::new(id);
    funding.kind = Some(FundingKind::Grant);
    funding.status = Some(FundingStatus::Committed);
    let mut problems = Problems::at(&at);
    row::read(table::GRANT, grant, &mut funding, &mut problems);
    let mut failed = note_problems(problems, misfits);
    for reference in REFERENCES {
        reference.read(stores, grant, &mut funding, &at, misfits);
    }
    located::read(stores, grant, &mut funding, &at, misfits);
    failed.extend(stores.failed());
    Some((funding, failed))
}
