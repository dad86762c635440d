//! Grants in the 360Giving JSON format (the vocabulary of versions 1.0 to 1.4), to a dataset and back.
//!
//! A grant becomes a [`Funding`] of kind grant, committed. What it mentions becomes records of their own: organizations,
//! known again by their id; a person who receives, as a group of one; programmes, known again by funder, code and title.
//! Names that differ from mention to mention are other names of the one record, and told.
//!
//! Nothing is lost. What has no place in the model stands under `org.threesixtygiving` in the extensions of the record
//! that it belongs to, in the words of the format; so does what the model says in another way, such as a date with a time
//! of day. [`write()`] lays it over what it makes of the records, but only where it still says the same: what was changed
//! in the model goes before what was kept. Under `org.threesixtygiving.omitted` stands what a grant does not repeat though
//! others say it of the same organization.
//!
//! ```
//! use cooperation::interop::threesixtygiving;
//!
//! let file = r#"{"grants": [{
//!     "id": "360G-ABCT-1", "title": "A grant", "description": "Core costs", "amountAwarded": 30000.50, "currency": "GBP",
//!     "awardDate": "2021-01-26T00:00:00+00:00", "fromOpenCall": "No",
//!     "fundingOrganization": [{"id": "GB-CHC-1000147", "name": "A B Charitable Trust"}],
//!     "recipientOrganization": [{"id": "GB-CHC-1126147", "name": "Access to Justice Foundation"}]
//! }]}"#;
//! let read = threesixtygiving::read(file)?;
//! let funding = &read.value.funding[0];
//! assert_eq!(funding.amount.as_ref().map(ToString::to_string).as_deref(), Some("30000.50 GBP"));
//! assert_eq!(read.value.organizations[0].id.as_str(), "GB-CHC-1000147");
//! assert_eq!(read.misfits[0].to_string(), "/grants/0/fromOpenCall: it has no place in the model: kept in extensions");
//!
//! let written = threesixtygiving::write(&read.value);
//! assert!(written.misfits.is_empty());
//! assert!(written.value.contains("\"awardDate\": \"2021-01-26T00:00:00+00:00\""));
//! # Ok::<(), cooperation::Error>(())
//! ```

mod catalog;
mod difference;
mod ids;
mod problems;
mod reference;
mod row;
mod shared;
mod table;
mod write;

pub use write::write;

use super::Converted;
use crate::dataset::{Dataset, Header};
use crate::interop::Misfits;
use crate::interop::step;
use crate::interop::tree::{Object, Tree};
use crate::io::{Error, FaultKind, foreign, misshapen};
use crate::model::Funding;
use crate::values::{Extensions, FundingKind, FundingStatus};
use catalog::Catalog;
use difference::Difference;
use ids::{Ids, local_id};
use problems::Problems;
use reference::REFERENCES;
use row::seen;
use shared::Stores;
use std::collections::HashSet;
use write::{made, made_package};

/// Where members without a place stand.
const EXTENSION: &str = "org.threesixtygiving";

/// Where stands what a grant does not say though the records do: a list of JSON Pointers into it.
const OMITTED: &str = "org.threesixtygiving.omitted";

/// Reads a 360Giving JSON package, as text or bytes: an object with a list of grants.
///
/// What does not fit the model is told once for each kind of place, and kept.
///
/// # Errors
/// When the bytes are no JSON package: not UTF-8, no strict JSON, no `grants`, or a grant that is no object. The error
/// has everything of that sort that is wrong.
pub fn read(package: impl AsRef<[u8]>) -> Result<Converted<Dataset>, Error> {
    read_bytes(package.as_ref())
}

fn read_bytes(bytes: &[u8]) -> Result<Converted<Dataset>, Error> {
    let text = foreign(bytes)?;
    let package = shape(text)?;
    let grants = package.get("grants").and_then(Tree::as_list).unwrap_or_default();

    let mut misfits = Misfits::default();
    let mut dataset = Dataset::default();
    let mut stores = Stores::default();
    let mut ids = Ids::default();
    let mut funding = Vec::new();
    read_package(&package, &mut dataset, &mut misfits);
    for (place, grant) in grants.iter().enumerate() {
        let Some(grant) = grant.as_object() else { continue };
        if let Some((read, failed)) = read_grant(grant, place, &mut ids, &mut stores, &mut misfits) {
            funding.push((read, failed, grant));
        }
    }
    stores.finish(&mut dataset);

    // Only now do the records say all that they will: what of each grant do they not say?
    let catalog = Catalog::of(&dataset);
    let mut whole = Vec::new();
    for (place, (mut funding, failed, grant)) in funding.into_iter().enumerate() {
        let made = made(&funding, &catalog, &Object::new(), &[]);
        let at = format!("/grants/{place}");
        let mut difference = Difference::default();
        let mut kept = difference.members(&made, grant, &at);
        note_difference(&difference, &at, &made, grant, &failed, &mut misfits);
        for reference in REFERENCES {
            let member = step(&at, reference.theirs);
            let touched =
                |pointer: &String| pointer.strip_prefix(&member).is_some_and(|rest| rest.starts_with('/'));
            let differs = kept.contains_key(reference.theirs) || difference.omitted.iter().any(touched);
            if let Some(mention) = grant.get(reference.theirs).and_then(|node| reference.mention(node))
                && differs
                && (reference.get)(&funding).is_some()
            {
                reference.anchor(&mut kept, mention);
            }
        }
        let omitted: Vec<_> =
            difference.omitted.iter().filter_map(|pointer| pointer.strip_prefix(&at)).collect();
        keep(&mut funding.extensions, &kept, &omitted);
        whole.push(funding);
    }
    dataset.funding = whole.into();
    Ok(Converted { value: dataset, misfits: misfits.told() })
}

/// The package, if it is one.
fn shape(text: &str) -> Result<Object, Error> {
    let fault = |kind, pointer: &str, message| misshapen(text, [(kind, pointer.to_owned(), message)].into());
    let Some(Tree::Object(package)) = Tree::parse(text) else {
        return Err(fault(FaultKind::WrongType, "", "expected an object with a list of grants"));
    };
    let grants = match package.get("grants") {
        Some(Tree::List(grants)) => grants,
        Some(_) => return Err(fault(FaultKind::WrongType, "/grants", "expected a list of grants")),
        None => return Err(fault(FaultKind::MissingMember, "", "the member \"grants\" is missing")),
    };
    let wrong: Vec<_> = grants
        .iter()
        .enumerate()
        .filter(|(_, grant)| grant.as_object().is_none())
        .map(|(place, _)| (FaultKind::WrongType, format!("/grants/{place}"), "a grant is an object"))
        .collect();
    if wrong.is_empty() { Ok(package) } else { Err(misshapen(text, wrong)) }
}

fn read_package(package: &Object, dataset: &mut Dataset, misfits: &mut Misfits) {
    let mut header = Header::default();
    let mut problems = Problems::default();
    row::read(table::PACKAGE, package, &mut header, &mut problems);
    let failed = note_problems(problems, misfits);
    let made = made_package(&header);
    let mut difference = Difference::default();
    let mut besides = package.clone();
    besides.remove("grants");
    let kept = difference.members(&made, &besides, "");
    note_difference(&difference, "", &made, &besides, &failed, misfits);
    let omitted: Vec<_> = difference.omitted.iter().map(String::as_str).collect();
    keep(&mut header.extensions, &kept, &omitted);
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
        misfits.say(&at, "it has no id: numbered by its place");
    } else if id.as_str() != wanted {
        misfits.say(&step(&at, "id"), "another grant has this id: numbered after it");
    }
    let mut funding = Funding::new(id);
    funding.kind = Some(FundingKind::Grant);
    funding.status = Some(FundingStatus::Committed);
    let mut problems = Problems::at(&at);
    row::read(table::GRANT, grant, &mut funding, &mut problems);
    let failed = note_problems(problems, misfits);
    for reference in REFERENCES {
        reference.read(stores, grant, &mut funding, &at, misfits);
    }
    Some((funding, failed))
}

/// Misfits what could not be read, and gives the places.
fn note_problems(problems: Problems, misfits: &mut Misfits) -> HashSet<String> {
    let mut places = HashSet::new();
    for problem in problems.found {
        misfits.add(&problem.pointer, &problem.reason, || format!("{}: kept in extensions", problem.message));
        places.insert(problem.pointer);
    }
    places
}

/// Misfits what of an original the records do not say.
fn note_difference(
    difference: &Difference,
    at: &str,
    made: &Object,
    original: &Object,
    failed: &HashSet<String>,
    misfits: &mut Misfits,
) {
    let in_mention = |pointer: &str| {
        REFERENCES.iter().any(|reference| {
            let inside = step(at, reference.theirs);
            let inside = if reference.list { format!("{inside}/0/") } else { format!("{inside}/") };
            pointer.starts_with(&inside)
        })
    };
    // What has no place in a mention of a shared record was told when it was read.
    let added = difference.added.iter().filter(|pointer| !failed.contains(*pointer) && !in_mention(pointer));
    for pointer in added {
        misfits.say(pointer, "it has no place in the model: kept in extensions");
    }
    for pointer in difference.changed.iter().filter(|pointer| !failed.contains(*pointer)) {
        if in_mention(pointer) {
            // The record has other names and several addresses; but it is described once.
            if pointer.ends_with("/description") {
                misfits.say(pointer, "it is described otherwise before: kept in extensions");
            }
            continue;
        }
        misfits.add(pointer, "written otherwise", || {
            let show = |object| find(object, pointer.strip_prefix(at).unwrap_or_default()).map(seen);
            let (written, original) = (show(made).unwrap_or_default(), show(original).unwrap_or_default());
            format!("{original} is {written} in the model: kept as written in extensions")
        });
    }
}

/// The value at a pointer.
fn find<'n>(members: &'n Object, pointer: &str) -> Option<&'n Tree> {
    let mut steps = pointer.split('/').skip(1).map(crate::reflect::unescaped);
    let mut at = members.get(&steps.next()?)?;
    for step in steps {
        at = match at {
            Tree::Object(members) => members.get(&step)?,
            Tree::List(items) => items.get(step.parse::<usize>().ok()?)?,
            Tree::String(_) | Tree::Word(_) => return None,
        };
    }
    Some(at)
}

/// Puts what is kept into extensions.
fn keep(extensions: &mut Extensions, kept: &Object, omitted: &[&str]) {
    // The tree was read from JSON no deeper than extensions may be, so this cannot fail.
    if !kept.is_empty() {
        let _ = extensions.insert(EXTENSION, kept);
    }
    if !omitted.is_empty() {
        let _ = extensions.insert(OMITTED, &omitted);
    }
}
