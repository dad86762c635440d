//! Amounts beside that of a grant, which are funding of their own.

use super::catalog::Catalog;
use super::kept::kept;
use super::problems::Problems;
use super::row::decimal;
use crate::interop::ids::{Ids, local_id};
use crate::interop::tree::{Object, Tree};
use crate::model::{Funding, FundingId};
use crate::values::{CurrencyCode, FundingKind, FundingStatus, Money};

/// A member with an amount beside that of the grant.
pub(super) struct Beside {
    pub foreign: &'static str,
    /// What the id of the funding has behind that of the grant.
    suffix: &'static str,
    pub status: FundingStatus,
    /// Member with the transactions that take its place.
    pub transactions: Option<&'static str>,
    /// Whether it is a part of the grant; what was applied for is a funding beside it.
    is_part: bool,
}

pub(super) const BESIDE: [Beside; 2] = [
    Beside {
        foreign: "amountAppliedFor",
        suffix: "applied",
        status: FundingStatus::Requested,
        transactions: None,
        is_part: false,
    },
    Beside {
        foreign: "amountDisbursed",
        suffix: "disbursed",
        status: FundingStatus::Disbursed,
        transactions: Some("disbursementTransaction"),
        is_part: true,
    },
];

impl Beside {
    fn id(&self, grant: &FundingId) -> String {
        local_id(&format!("{grant}/{}", self.suffix))
    }

    /// Reads the amount of a grant, in its currency.
    pub(super) fn amount(&self, grant: &Object, problems: &mut Problems) -> Option<Money> {
        let node = grant.get(self.foreign).filter(|node| !node.is_null())?;
        let currency =
            grant.get("currency").and_then(Tree::as_str).and_then(|code| CurrencyCode::new(code).ok());
        let amount = decimal(node).map_err(|error| problems.refused(self.foreign, &error)).ok()?;
        if currency.is_none() {
            problems.add(self.foreign, "no readable currency", "no currency");
        }
        Some(Money::new(amount, currency?))
    }

    /// The funding of an amount beside a grant.
    pub(super) fn funding(&self, grant: &Funding, amount: Money, ids: &mut Ids) -> Option<Funding> {
        let mut funding = Funding::new(ids.free::<Funding>(&self.id(&grant.id))?);
        funding.kind = Some(FundingKind::Grant);
        funding.status = Some(self.status.clone());
        funding.amount = Some(amount);
        funding.funder.clone_from(&grant.funder);
        funding.recipient.clone_from(&grant.recipient);
        funding.programme.clone_from(&grant.programme);
        if self.is_part {
            funding.part_of = Some(grant.id.clone());
        }
        Some(funding)
    }

    /// The funding beside a grant, if there is one that a grant can state.
    pub(super) fn find<'c>(&self, catalog: &Catalog<'c>, grant: &Funding) -> Option<&'c Funding> {
        let found = catalog.funding.get(self.id(&grant.id).as_str()).copied()?;
        let amount = found.amount.as_ref()?;
        // A grant whose amount could not be read has the currency that was kept.
        let kept = grant.amount.is_none().then(|| kept(&grant.extensions).0);
        let kept = kept.as_ref().and_then(|kept| kept.get("currency")).and_then(Tree::as_str);
        let currency = grant.amount.as_ref().map(|whole| whole.currency.as_str()).or(kept)?;
        let whole_id = self.is_part.then_some(&grant.id);
        let fits = found.status.as_ref() == Some(&self.status)
            && found.part_of.as_ref() == whole_id
            && amount.currency.as_str() == currency;
        fits.then_some(found)
    }

    /// Writes the amount beside a grant: as it was kept, if that is the same amount.
    pub(super) fn write(&self, catalog: &Catalog<'_>, grant: &Funding, kept: Option<Tree>) -> Option<Tree> {
        let found = self.find(catalog, grant).and_then(|found| found.amount.as_ref());
        match (found, kept) {
            (Some(found), Some(kept)) if decimal(&kept).is_ok_and(|kept| kept == found.amount) => Some(kept),
            (Some(found), _) => Some(Tree::Literal(found.amount.to_string())),
            (None, kept) => kept,
        }
    }
}
