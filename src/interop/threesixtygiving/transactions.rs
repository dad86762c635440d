use super::catalog::Catalog;
use super::difference::Difference;
use super::differences::note_difference;
use super::kept::{keep, keep_unread, kept};
use super::party_member::{PARTY_MEMBERS, PartyMember};
use super::problems::{Problems, note_problems};
use super::row::{self, write_over};
use super::table::TRANSACTION;
use super::transaction_kind::TransactionKind;
use crate::interop::Misfits;
use crate::interop::ids::Ids;
use crate::interop::tree::{Object, Tree};
use crate::model::{Funding, Party};
use crate::reflect::extended;
use crate::values::{FundingKind, Id};
use std::collections::HashSet;

/// The reading of transactions, each of which is a funding of its own.
pub(super) struct Transactions<'p, 'c> {
    pub catalog: &'p Catalog<'c>,
    pub ids: Ids,
    pub misfits: &'p mut Misfits,
}

impl Transactions<'_, '_> {
    /// Reads a transaction of a grant. What the funding does not state of it is kept in its extensions.
    pub(super) fn read(
        &mut self,
        kind: &TransactionKind,
        wanted: &str,
        item: &Object,
        grant: &Funding,
        at: &str,
    ) -> Option<Funding> {
        let id: Id<Funding> = self.ids.free(wanted)?;
        if id.as_str() != wanted {
            self.misfits.no_place(&extended(at, "id"), "another transaction has this id: numbered after it");
        }
        let mut part = Funding::new(id);
        part.kind = Some(FundingKind::Grant);
        part.status = Some(kind.status.clone());
        part.programme.clone_from(&grant.programme);
        let mut problems = Problems::at(at);
        row::read(TRANSACTION, item, &mut part, &mut problems);
        let mut reported = HashSet::new();
        for member in &PARTY_MEMBERS {
            let named = problems.string(item, member.foreign);
            if named.is_some() {
                reported.insert(extended(at, member.foreign));
            }
            self.read_party(member, named, grant, &mut part, at);
        }
        let failed = note_problems(problems, self.misfits);
        let made = write(grant, &part, self.catalog);
        let mut difference = Difference::default();
        let kept = difference.members(&made, item, at);
        reported.extend(failed.iter().cloned());
        note_difference(&difference, at, &made, item, &reported, self.misfits);
        let omitted: Vec<_> =
            difference.omitted.iter().filter_map(|pointer| pointer.strip_prefix(at)).collect();
        keep(&mut part.extensions, &kept, &omitted);
        keep_unread(&mut part.extensions, at, &failed);
        Some(part)
    }

    /// Reads a party, which is that of the grant unless the transaction names another.
    fn read_party(
        &mut self,
        member: &PartyMember,
        named: Option<&str>,
        grant: &Funding,
        part: &mut Funding,
        at: &str,
    ) {
        let party = match named.map(|named| self.catalog.by_foreign_id.get(named)) {
            Some(Some(organization)) => Some(Party::Organization(organization.id.clone())),
            named => {
                if named.is_some() {
                    let message = "no grant refers to an organization with this id; kept in extensions";
                    self.misfits.no_place(&extended(at, member.foreign), message);
                }
                (member.get)(grant).clone()
            }
        };
        (member.set)(part, party);
    }
}

/// Writes a funding as a transaction of a grant, under what was kept of it.
fn write(grant: &Funding, part: &Funding, catalog: &Catalog<'_>) -> Object {
    let (mut own, omitted) = kept(&part.extensions);
    let parties = PARTY_MEMBERS.each_ref().map(|member| (member, own.remove(member.foreign)));
    let blank = Funding::new(part.id.clone());
    let made = row::write(TRANSACTION, part);
    let mut item = write_over(TRANSACTION, part, &blank, made, &own, &omitted, false);
    for (member, kept) in parties {
        let node = write_party(member, grant, part, catalog, kept);
        item.extend(node.map(|node| (member.foreign.to_owned(), node)));
    }
    item
}

/// Writes a party, if it is not that of the grant or was named.
fn write_party(
    member: &PartyMember,
    grant: &Funding,
    part: &Funding,
    catalog: &Catalog<'_>,
    kept: Option<Tree>,
) -> Option<Tree> {
    let party = (member.get)(part);
    let named = kept.as_ref().and_then(Tree::as_str);
    match catalog.foreign_id(party.as_ref()) {
        Some(id) if named == Some(id) || party != (member.get)(grant) => Some(Tree::string(id)),
        // What names no organization was kept of what was read.
        _ => kept.filter(|kept| kept.as_str().is_none_or(|named| !catalog.by_foreign_id.contains_key(named))),
    }
}

/// The transactions of a grant as the member of the grant.
pub(super) fn list(kind: &TransactionKind, grant: &Funding, catalog: &Catalog<'_>) -> Option<Tree> {
    let parts = catalog.transactions.get(&(grant.id.as_str(), kind.foreign))?;
    Some(Tree::List(parts.iter().map(|part| Tree::Object(write(grant, part, catalog))).collect()))
}
