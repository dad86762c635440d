use super::beside::BESIDE;
use super::catalog::Catalog;
use super::problems::{Problems, note_problems};
use super::transaction_kind::{TRANSACTION_KINDS, TransactionKind};
use super::transactions::Transactions;
use crate::interop::Misfits;
use crate::interop::ids::Ids;
use crate::interop::tree::Object;
use crate::model::Funding;
use crate::reflect::extended;
use crate::values::{Decimal, Id, Money};
use std::collections::HashSet;

/// Funding besides the grants themselves: what was applied for and disbursed, and transactions.
pub(super) struct Parts<'p, 'c> {
    transactions: Transactions<'p, 'c>,
    pub found: Vec<Funding>,
}

impl<'p, 'c> Parts<'p, 'c> {
    pub(super) const fn new(catalog: &'p Catalog<'c>, ids: Ids, misfits: &'p mut Misfits) -> Self {
        Self { transactions: Transactions { catalog, ids, misfits }, found: Vec::new() }
    }

    /// Reads the amounts beside that of a grant and its transactions, and tells which members were reported.
    pub(super) fn read(
        &mut self,
        object: &Object,
        grant: &Funding,
        at: &str,
        failed: &mut HashSet<String>,
    ) -> HashSet<String> {
        let mut problems = Problems::at(at);
        let amounts = BESIDE.each_ref().map(|beside| beside.amount(object, &mut problems));
        let listed = TRANSACTION_KINDS.each_ref().map(|kind| kind.listed(object, &grant.id));
        let mut whole: Vec<_> = BESIDE.iter().zip(amounts).collect();
        let added_up = |foreign| {
            let kinds = TRANSACTION_KINDS.iter().zip(&listed);
            kinds.into_iter().any(|(kind, listed)| listed.is_some() && Some(kind.foreign) == foreign)
        };
        let totals = whole.extract_if(.., |(beside, _)| added_up(beside.transactions)).collect::<Vec<_>>();
        let first = self.found.len();
        for (beside, amount) in whole {
            let ids = &mut self.transactions.ids;
            self.found.extend(amount.and_then(|amount| beside.funding(grant, amount, ids)));
        }
        for (kind, listed) in TRANSACTION_KINDS.iter().zip(&listed) {
            let Some(listed) = listed else {
                note_unread(kind, object, &mut problems);
                continue;
            };
            let wanted = kind.whole(grant.id.as_str());
            let is_there = wanted == grant.id.as_str()
                || self.found.iter().skip(first).any(|part| part.id.as_str() == wanted);
            let whole = Id::new(wanted).ok().filter(|_| is_there);
            for (place, (id, item)) in listed.iter().enumerate() {
                let at = extended(&extended(at, kind.foreign), &place.to_string());
                if let Some(mut part) = self.transactions.read(kind, id, item, grant, &at) {
                    part.part_of.clone_from(&whole);
                    self.found.push(part);
                }
            }
        }
        let misfits = &mut *self.transactions.misfits;
        let mut reported = HashSet::new();
        for (beside, amount) in totals {
            // Beside the transactions, it would be counted twice.
            let Some(amount) = amount else { continue };
            let parts = self.found.iter().skip(first);
            let parts = parts.filter(|part| part.status.as_ref() == Some(&beside.status));
            let message = if sum(parts, &amount).is_some_and(|sum| sum.value() == amount.amount.value()) {
                "sum of the transactions; kept in extensions"
            } else {
                "not the sum of the transactions; kept in extensions"
            };
            let place = extended(at, beside.foreign);
            misfits.no_place(&place, message);
            reported.insert(place);
        }
        failed.extend(note_problems(problems, misfits));
        reported
    }
}

/// Notes transactions that cannot be read.
fn note_unread(kind: &TransactionKind, object: &Object, problems: &mut Problems) {
    let node = object.get(kind.foreign);
    if node.is_some_and(|node| !node.is_null() && node.as_list().is_none_or(|items| !items.is_empty())) {
        let message = "not a list of objects, or an id is too long";
        problems.add(kind.foreign, message, message);
    }
}

/// The sum of parts of a grant, if all have an amount in the currency of the total.
pub(super) fn sum<'f>(parts: impl IntoIterator<Item = &'f Funding>, total: &Money) -> Option<Decimal> {
    parts.into_iter().try_fold(Decimal::ZERO, |sum, part| {
        let amount = part.amount.as_ref().filter(|amount| amount.currency == total.currency)?.amount;
        sum.value().checked_add(amount.value())?.try_into().ok()
    })
}
