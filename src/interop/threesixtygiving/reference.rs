//! The members of a grant that speak of records of their own.

use super::catalog::Catalog;
use super::difference::overlay;
use super::kept::EXTENSION;
use super::problems::Problems;
use super::row::{write, write_over};
use super::shared::{Shared, Stores};
use crate::interop::Misfits;
use crate::interop::tree::{Object, Tree};
use crate::model::{Funding, Group, Organization, Party, Programme};
use crate::reflect::extended;
use crate::values::{Id, RecordKind};

/// A member of a grant that speaks of a record of its own.
pub(super) struct Reference {
    /// The member of a grant.
    pub foreign: &'static str,
    /// The member of a funding.
    pub local: &'static str,
    /// Whether it is a list, of which the first item counts, or a single object.
    pub list: bool,
    /// The id of the record that a funding refers to.
    pub get: fn(&Funding) -> Option<(RecordKind, &str)>,
    /// Whether a funding refers to nothing yet where this belongs.
    is_free: fn(&Funding) -> bool,
    set: fn(&mut Funding, &str),
    match_keys: &'static [&'static str],
    take: fn(&mut Stores, &Object, &str, &str, &mut Misfits) -> Option<String>,
    has_key: fn(&Object) -> bool,
    write: fn(&Catalog<'_>, &str, &Object) -> (Object, bool),
}

impl Reference {
    const fn to<R: Shared>(
        foreign: &'static str,
        local: &'static str,
        list: bool,
        get: fn(&Funding) -> Option<(RecordKind, &str)>,
        is_free: fn(&Funding) -> bool,
        set: fn(&mut Funding, &str),
    ) -> Self {
        Self {
            foreign,
            local,
            list,
            get,
            is_free,
            set,
            match_keys: R::MATCH_KEYS,
            take: |stores, mention, scope, at, misfits| R::store(stores).take(mention, scope, at, misfits),
            has_key: |mention| R::key(mention, "").is_some(),
            write: mention::<R>,
        }
    }

    /// The object that speaks of the record, in what a grant has.
    pub(super) fn mention<'n>(&self, node: &'n Tree) -> Option<&'n Object> {
        if self.list { node.as_list()?.first()?.as_object() } else { node.as_object() }
    }

    /// Reads the member of a grant, if there is one that speaks of a record.
    pub(super) fn read(
        &self,
        stores: &mut Stores,
        grant: &Object,
        funding: &mut Funding,
        at: &str,
        misfits: &mut Misfits,
    ) {
        let Some(mention) = grant.get(self.foreign).and_then(|node| self.mention(node)) else { return };
        let at = extended(at, self.foreign);
        let at = if self.list { format!("{at}/0") } else { at };
        if !(self.is_free)(funding) {
            return;
        }
        let scope = funding.funder.as_ref().map_or("", |funder| funder.key().1).to_owned();
        if let Some(id) = (self.take)(stores, mention, &scope, &at, misfits) {
            (self.set)(funding, &id);
            if (self.get)(funding).is_some_and(|(kind, _)| kind == RecordKind::Organization) {
                stores.locate(&id, mention, &at, misfits);
                stores.address(&id, mention, funding.date);
            }
        }
    }

    /// Whether a funding that refers to no record here may still be written with what was kept: what never made a record
    /// may, and a person beside an organization. Else the reference was taken away since.
    pub(super) fn stays(&self, funding: &Funding, kept: &Tree) -> bool {
        let beside = !self.list && !(self.is_free)(funding);
        beside || !self.mention(kept).is_some_and(self.has_key)
    }

    /// Writes the record of an id as it was mentioned, and whether what was kept speaks of that record.
    pub(super) fn write(&self, catalog: &Catalog<'_>, id: &str, kept: &Object) -> (Object, bool) {
        (self.write)(catalog, id, kept)
    }

    /// Adds the member by which the mention is matched with its record to what is kept of a grant.
    pub(super) fn keep_match_key(&self, kept: &mut Object, mention: &Object) {
        let key = Tree::Object(match_key(self.match_keys, mention));
        let key = if self.list { Tree::List([key].into()) } else { key };
        let whole = match kept.remove(self.foreign) {
            Some(kept) => overlay(kept, &key),
            None => key,
        };
        kept.insert(self.foreign.to_owned(), whole);
    }
}

/// The member of a mention by which it is matched with its record.
pub(super) fn match_key(keys: &[&str], mention: &Object) -> Object {
    let key = keys.iter().find_map(|name| mention.get_key_value(*name));
    key.map(|(name, node)| (name.clone(), node.clone())).into_iter().collect()
}

/// Writes the record of an id as it was mentioned, and tells whether what was kept speaks of that record.
pub(super) fn mention<R: Shared>(catalog: &Catalog<'_>, id: &str, kept: &Object) -> (Object, bool) {
    let Some(record) = R::find(catalog, id) else {
        return (Object::from([("id".to_owned(), Tree::string(id))]), false);
    };
    let extra = record.extensions().get(EXTENSION).and_then(Tree::parse);
    let extra = extra.as_ref().and_then(Tree::as_object);
    let mut made = write(R::TABLE, record);
    for (name, node) in extra.into_iter().flatten() {
        made.entry(name.clone()).or_insert_with(|| node.clone());
    }
    record.write_extra(catalog, &mut made);
    let Some(blank) = R::placeholder(record.id().clone()) else { return (made, false) };
    let matched = R::MATCH_KEYS.iter().find(|name| kept.contains_key(**name)).is_some_and(|key| {
        R::TABLE.iter().filter(|row| row.foreign.contains(key)).all(|row| {
            let mut read = blank.clone();
            row.read(kept, &mut read, &mut Problems::default());
            let has = row.candidates(record);
            row.candidates(&read).iter().all(|said| has.contains(said))
        })
    });
    if matched {
        made = write_over(R::TABLE, record, &blank, made, kept, &[], true);
    }
    (made, matched)
}

/// The members of a grant that speak of records of their own, each after those that it rests on.
pub(super) const REFERENCES: &[Reference] = &[
    Reference::to::<Organization>(
        "fundingOrganization",
        "funder",
        true,
        |funding| party(funding.funder.as_ref(), RecordKind::Organization),
        |funding| funding.funder.is_none(),
        |funding, id| funding.funder = Id::new(id).ok().map(Party::Organization),
    ),
    Reference::to::<Organization>(
        "recipientOrganization",
        "recipient",
        true,
        |funding| party(funding.recipient.as_ref(), RecordKind::Organization),
        |funding| funding.recipient.is_none(),
        |funding, id| funding.recipient = Id::new(id).ok().map(Party::Organization),
    ),
    Reference::to::<Group>(
        "recipientIndividual",
        "recipient",
        false,
        |funding| party(funding.recipient.as_ref(), RecordKind::Group),
        |funding| funding.recipient.is_none(),
        |funding, id| funding.recipient = Id::new(id).ok().map(Party::Group),
    ),
    Reference::to::<Programme>(
        "grantProgramme",
        "programme",
        true,
        |funding| funding.programme.as_ref().map(|id| (RecordKind::Programme, id.as_str())),
        |funding| funding.programme.is_none(),
        |funding, id| funding.programme = Id::new(id).ok(),
    ),
];

fn party(party: Option<&Party>, wanted: RecordKind) -> Option<(RecordKind, &str)> {
    party.map(Party::key).filter(|(kind, _)| *kind == wanted)
}
