//! A dataset's grants as a package, and what of the dataset does not come back from it.

use super::super::Converted;
use super::beside::BESIDE;
use super::catalog::Catalog;
use super::coded::is_published;
use super::kept::kept;
use super::made::{made, made_package};
use super::parts::sum;
use super::read::read;
use super::reference::REFERENCES;
use super::row::{decimal, seen, write_over};
use super::table::{GRANT, PACKAGE, REQUIRED};
use super::transaction_kind::TRANSACTION_KINDS;
use crate::dataset::{Dataset, Header};
use crate::interop::tree::{Object, Tree};
use crate::interop::{MisfitKind, Misfits};
use crate::invariant::Invariant as _;
use crate::model::{Funding, FundingId, Party};
use crate::reflect::{Node, excerpt, extended};
use crate::values::{Decimal, FundingKind, FundingStatus, RecordKind};
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};
use std::collections::{HashMap, HashSet};

/// Writes the grants of a dataset as a 360Giving JSON package.
///
/// A grant is a funding record of kind grant, or without a kind, that is not merely requested or planned. Data that
/// 360Giving has no field for, and fields that 360Giving requires and the dataset does not have, are reported once for
/// each kind of location. The pointers are those of the dataset.
///
/// ```
/// use cooperation::{Dataset, Funding, FundingId, interop::threesixtygiving};
///
/// let mut dataset = Dataset::default();
/// dataset.push(Funding::new(FundingId::new("360G-trust-1")?));
/// let written = threesixtygiving::write(&dataset);
/// assert!(written.value.contains(r#""id": "360G-trust-1""#));
/// assert_eq!(written.misfits[0].to_string(), "/funding/0: no title, which 360Giving requires");
/// # Ok::<(), cooperation::ValueError>(())
/// ```
#[must_use]
pub fn write(dataset: &Dataset) -> Converted<String> {
    let mut misfits = Misfits::default();
    let catalog = Catalog::of(dataset);
    let header = dataset.header();
    let (own, omitted) = kept(&header.extensions);
    let stated = made_package(&header);
    let mut package = write_over(PACKAGE, &header, &Header::default(), stated, &own, &omitted, false);
    let with_amount = dataset.funding.iter().filter(|funding| funding.amount.is_some());
    let amounts: HashSet<&FundingId> = with_amount.map(|funding| &funding.id).collect();
    let grants_of = |funding: &&Funding| no_grant(funding, &amounts).is_none();
    let beside =
        dataset.funding.iter().filter(grants_of).flat_map(|grant| BESIDE.iter().map(move |one| (grant, one)));
    let mut beside: HashMap<&FundingId, &Funding> =
        beside.filter_map(|(grant, one)| Some((&one.find(&catalog, grant)?.id, grant))).collect();
    for (grant, kind) in dataset
        .funding
        .iter()
        .filter(grants_of)
        .flat_map(|grant| TRANSACTION_KINDS.iter().map(move |kind| (grant, kind)))
    {
        let transactions = catalog.transactions.get(&(grant.id.as_str(), kind.foreign)).into_iter().flatten();
        beside.extend(transactions.map(|part| (&part.id, grant)));
    }
    let mut written = Vec::new();
    let mut inside = Vec::new();
    let mut grants = Vec::new();
    for (place, funding) in dataset.funding.iter().enumerate() {
        if let Some(grant) = beside.get(&funding.id) {
            note_parties(funding, grant, place, &catalog, &mut misfits);
            inside.push((place, funding));
            continue;
        }
        if let Some(reason) = no_grant(funding, &amounts) {
            misfits.no_place(
                &format!("/funding/{place}"),
                &format!("left out, since 360Giving has grants only and this is {reason}"),
            );
            continue;
        }
        let (own, omitted) = kept(&funding.extensions);
        let grant = made(funding, &catalog, &own, &omitted);
        note_missing(&grant, place, &mut misfits);
        note_total(&grant, funding, place, &catalog, &mut misfits);
        written.push((place, funding));
        grants.push(Tree::Object(grant));
    }
    package.insert("grants".to_owned(), Tree::List(grants));
    let mut text = serde_json::to_string_pretty(&Package(&package))
        .invariant("a tree of strings, numbers and words can be written");
    text.push('\n');
    note_losses(dataset, &written, &inside, &text, &mut misfits);
    Converted { value: text, misfits: misfits.into_list() }
}

/// Members that an amount beside a grant has from the grant.
const PARTIES: [&str; 4] = ["funder", "recipient", "programme", "part_of"];

/// Why a funding is no grant that was awarded. What is part of a funding with an amount is counted in that.
fn no_grant<'f>(funding: &'f Funding, amounts: &HashSet<&FundingId>) -> Option<&'f str> {
    let kind = funding.kind.as_ref().filter(|kind| **kind != FundingKind::Grant && !is_published(funding));
    let status = funding.status.as_ref();
    let status = status.filter(|status| {
        matches!(
            status,
            FundingStatus::Requested
                | FundingStatus::Declined
                | FundingStatus::Pledged
                | FundingStatus::Planned
                | FundingStatus::Returned
        )
    });
    let whole = funding.part_of.as_ref().filter(|whole| amounts.contains(whole));
    kind.map(FundingKind::as_str)
        .or_else(|| status.map(FundingStatus::as_str))
        .or_else(|| whole.map(|_| "a part of another funding record"))
}

/// Notes parties and a programme that an amount inside a grant cannot state: they are those of the grant.
fn note_parties(part: &Funding, grant: &Funding, place: usize, catalog: &Catalog<'_>, misfits: &mut Misfits) {
    let is_transaction =
        !BESIDE.iter().any(|beside| beside.find(catalog, grant).is_some_and(|one| one.id == part.id));
    let is_named = |party| is_transaction && catalog.foreign_id(party).is_some();
    let differs = [
        ("funder", part.funder != grant.funder && !is_named(part.funder.as_ref())),
        ("recipient", part.recipient != grant.recipient && !is_named(part.recipient.as_ref())),
        ("programme", part.programme != grant.programme),
    ];
    for (member, _) in differs.into_iter().filter(|(_, differs)| *differs) {
        let message = "it is written inside a grant, and read back it is that of the grant";
        misfits.no_place(&format!("/funding/{place}/{member}"), message);
    }
}

/// Notes an amount that was kept although the transactions no longer add up to it.
fn note_total(object: &Object, grant: &Funding, place: usize, catalog: &Catalog<'_>, misfits: &mut Misfits) {
    for beside in &BESIDE {
        let parts = beside.transactions.and_then(|list| catalog.transactions.get(&(grant.id.as_str(), list)));
        let (Some(parts), Some(node), Some(awarded)) = (parts, object.get(beside.foreign), &grant.amount)
        else {
            continue;
        };
        let total = sum(parts.iter().copied(), awarded).map(Decimal::value);
        if total != decimal(node).ok().map(Decimal::value) {
            let message = format!(
                "{} is written as it was read, and the transactions do not add up to it",
                beside.foreign
            );
            misfits.no_place(&format!("/funding/{place}"), &message);
        }
    }
}

fn note_missing(grant: &Object, place: usize, misfits: &mut Misfits) {
    for name in REQUIRED {
        let person = *name == "recipientOrganization" && grant.contains_key("recipientIndividual");
        if !grant.contains_key(*name) && !person {
            let message = format!("no {name}, which 360Giving requires");
            misfits.no_place(&format!("/funding/{place}"), &message);
        }
    }
}

/// Reads what was written, and notes what of the dataset is not in it.
fn note_losses(
    dataset: &Dataset,
    written: &[(usize, &Funding)],
    inside: &[(usize, &Funding)],
    text: &str,
    misfits: &mut Misfits,
) {
    let back = match read(text.as_bytes()) {
        Ok(back) => back.value,
        Err(error) => return misfits.no_place("", &format!("what was written cannot be read back: {error}")),
    };
    compare("", &dataset.header(), &back.header(), &["version"], misfits);
    // The id of each record that grants speak of, and the one under which it came back.
    let mut mentioned: HashMap<(RecordKind, &str), &str> = HashMap::new();
    // Networks that are written as organizations.
    let mut networks: HashSet<&str> = HashSet::new();
    for ((place, funding), back) in written.iter().zip(&back.funding) {
        let at = format!("/funding/{place}");
        note_id(&at, funding.id.as_str(), back.id.as_str(), misfits);
        let mut same = Vec::from(["id"]);
        for reference in REFERENCES {
            if let (Some(key), Some((_, id))) = ((reference.get)(funding), (reference.get)(back)) {
                mentioned.entry(key).or_insert(id);
                same.push(reference.local);
            }
        }
        for (member, own, back) in
            [("funder", &funding.funder, &back.funder), ("recipient", &funding.recipient, &back.recipient)]
        {
            if let (Some(Party::Network(id)), Some(Party::Organization(_))) = (own, back) {
                misfits.no_place(
                    &extended(&at, member),
                    "written as an organization: 360Giving has no networks",
                );
                networks.insert(id.as_str());
                same.push(member);
            }
        }
        if funding.places.len() == back.places.len() {
            let places = funding.places.iter().zip(&back.places);
            mentioned.extend(places.map(|(id, back)| ((RecordKind::Place, id.as_str()), back.as_str())));
            same.push("places");
        }
        compare(&at, *funding, back, &same, misfits);
    }
    let located: HashMap<_, _> =
        back.organizations.iter().map(|one| (one.id.as_str(), one.place.as_ref())).collect();
    for organization in &dataset.organizations {
        let back = mentioned.get(&(RecordKind::Organization, organization.id.as_str()));
        let back = back.and_then(|id| located.get(id).copied().flatten());
        if let (Some(place), Some(back)) = (&organization.place, back) {
            mentioned.entry((RecordKind::Place, place.as_str())).or_insert(back.as_str());
        }
    }
    // Amounts that are stated inside a grant come back behind all grants.
    let amounts: HashMap<_, _> = back.funding.iter().skip(written.len()).map(|one| (&one.id, one)).collect();
    for (place, funding) in inside {
        let at = format!("/funding/{place}");
        match amounts.get(&funding.id) {
            Some(back) => compare(&at, *funding, *back, &PARTIES, misfits),
            None => misfits.no_place(&at, "gets another id when read back, since its grant does"),
        }
    }
    for &kind in RecordKind::ALL.iter().filter(|kind| **kind != RecordKind::Funding) {
        let back: HashMap<_, _> = back.records_of(kind).map(|record| (record.id(), record)).collect();
        for (place, record) in dataset.records_of(kind).enumerate() {
            let at = format!("/{}/{place}", kind.list());
            let back = mentioned.get(&(kind, record.id())).and_then(|id| back.get(id));
            if let Some(back) = back {
                note_id(&at, record.id(), back.id(), misfits);
                compare(&at, record.node(), back.node(), &["id"], misfits);
            } else if kind == RecordKind::Network && networks.contains(record.id()) {
                let message =
                    "written as an organization: names, description, identifiers, links and address only";
                misfits.no_place(&at, message);
            } else {
                misfits.no_place(&at, "left out, since no grant refers to it");
            }
        }
    }
}

fn note_id(at: &str, id: &str, back: &str, misfits: &mut Misfits) {
    if id != back {
        misfits.add(MisfitKind::NoPlace, &extended(at, "id"), "id", || {
            format!("{} becomes {} when read back", excerpt(id), excerpt(back))
        });
    }
}

/// Notes each member of a record that did not come back as it was.
fn compare(at: &str, record: &dyn Node, back: &dyn Node, same: &[&str], misfits: &mut Misfits) {
    let (Tree::Object(record), Tree::Object(back)) = (Tree::of(record), Tree::of(back)) else {
        return;
    };
    for (name, node) in record.iter().filter(|(name, _)| !same.contains(&name.as_str())) {
        let at = extended(at, name);
        match (node, back.get(name)) {
            (_, Some(back)) if back == node => {}
            (Tree::Object(own), back) if name == "extensions" => {
                let back = back.and_then(Tree::as_object);
                for (key, _) in
                    own.iter().filter(|(key, value)| back.and_then(|back| back.get(*key)) != Some(value))
                {
                    misfits.no_place(&extended(&at, key), "changed when read back");
                }
            }
            (_, None) => misfits.no_place(&at, "no 360Giving field; left out"),
            (_, Some(back)) => match lost_language(node, back) {
                Some(message) => misfits.no_place(&at, message),
                None => misfits.add(MisfitKind::NoPlace, &at, "not whole", || {
                    format!("written in part: when read back, the value is {}", seen_whole(back))
                }),
            },
        }
    }
}

/// What of a text did not come back, if that is only its languages: 360Giving has texts without a language.
fn lost_language(text: &Tree, back: &Tree) -> Option<&'static str> {
    let (own, back) = (text.as_object()?, back.as_object()?);
    let kept = back.get("und").filter(|_| back.len() == 1)?;
    if !own.values().any(|one| one == kept) {
        return None;
    }
    Some(if own.len() == 1 {
        "written without its language"
    } else {
        "written in one language, without its tag"
    })
}

/// A value as a message shows it, in JSON where it is not simple.
fn seen_whole(node: &Tree) -> String {
    match node {
        Tree::String(_) | Tree::Literal(_) => seen(node),
        Tree::Object(_) | Tree::List(_) => serde_json::to_string(node)
            .invariant("a tree of strings, numbers and words can be written")
            .chars()
            .take(120)
            .collect(),
    }
}

/// A package to be written: the members of grants in the order of the tables.
struct Package<'a>(&'a Object);

impl Serialize for Package<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, node) in self.0.iter().filter(|(name, _)| *name != "grants") {
            map.serialize_entry(name, node)?;
        }
        let grants = self.0.get("grants").and_then(Tree::as_list).unwrap_or_default();
        let grants: Vec<_> = grants.iter().filter_map(Tree::as_object).map(Grant).collect();
        map.serialize_entry("grants", &grants)?;
        map.end()
    }
}

struct Grant<'a>(&'a Object);

impl Serialize for Grant<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let rows = GRANT.iter().flat_map(|row| row.foreign);
        let known = rows.copied().chain(REFERENCES.iter().map(|reference| reference.foreign));
        let known: Vec<_> = known.collect();
        let first = known.iter().filter_map(|name| self.0.get_key_value(*name));
        let others = self.0.iter().filter(|(name, _)| !known.contains(&name.as_str()));
        serializer.collect_map(first.chain(others))
    }
}
