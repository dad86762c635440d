use crate::interop::ids::local_id;
use crate::interop::tree::{Object, Tree};
use crate::model::{Funding, FundingId};
use crate::values::FundingStatus;

/// A kind of transactions of a grant.
#[derive(Debug)]
pub(super) struct TransactionKind {
    /// Member of a grant that lists them.
    pub foreign: &'static str,
    /// Part of their ids between that of the grant and that of the transaction.
    infix: &'static str,
    pub status: FundingStatus,
    /// End of the id of the funding that they are parts of, if that is not the grant.
    whole: Option<&'static str>,
}

pub(super) const TRANSACTION_KINDS: [TransactionKind; 3] = [
    TransactionKind {
        foreign: "applicationTransaction",
        infix: "application",
        status: FundingStatus::Requested,
        whole: Some("applied"),
    },
    TransactionKind {
        foreign: "commitmentTransaction",
        infix: "commitment",
        status: FundingStatus::Committed,
        whole: None,
    },
    TransactionKind {
        foreign: "disbursementTransaction",
        infix: "disbursement",
        status: FundingStatus::Disbursed,
        whole: None,
    },
];

/// Longest id of a transaction that is read: a number may have to be added.
const MAX_ID_BYTES: usize = 230;

impl TransactionKind {
    /// The transactions that a grant lists, each with the id that its funding is to have. `None` if there are none, or
    /// if they cannot be read.
    pub(super) fn listed<'n>(&self, grant: &'n Object, id: &FundingId) -> Option<Vec<(String, &'n Object)>> {
        let items = grant.get(self.foreign)?.as_list()?;
        let wanted = |(place, item): (usize, &'n Tree)| {
            let item = item.as_object()?;
            let given = item.get("id").and_then(Tree::as_str).filter(|text| !text.trim().is_empty());
            let own = given.map_or_else(|| place.saturating_add(1).to_string(), local_id);
            let whole = format!("{id}/{}/{own}", self.infix);
            (whole.len() <= MAX_ID_BYTES).then_some((whole, item))
        };
        let listed = items.iter().enumerate().map(wanted).collect::<Option<Vec<_>>>()?;
        (!listed.is_empty()).then_some(listed)
    }

    /// The id of the funding that transactions of a grant are parts of, where that exists.
    pub(super) fn whole(&self, grant: &str) -> String {
        self.whole.map_or_else(|| grant.to_owned(), |end| local_id(&format!("{grant}/{end}")))
    }

    /// Ids of grants that a funding may be a transaction of, by its own id.
    pub(super) fn grants_of<'f>(&self, funding: &'f Funding) -> impl Iterator<Item = &'f str> {
        let id = funding.id.as_str();
        let slashes = id.match_indices('/');
        slashes.filter_map(|(at, _)| {
            let (grant, rest) = (id.get(..at)?, id.get(at..)?);
            let own = rest.strip_prefix('/')?.strip_prefix(self.infix)?.strip_prefix('/')?;
            (!own.is_empty() && funding.status.as_ref() == Some(&self.status)).then_some(grant)
        })
    }
}
