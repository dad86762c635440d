//! Code lists for funding.

use super::OtherCode;
use cooperation_derive::CodeList;

/// Form of the money. It does not state who pays; that is `funder`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "funding kind")]
#[non_exhaustive]
pub enum FundingKind {
    /// Money for a stated purpose that need not be repaid (IATI: standard grant; 360Giving: grant).
    #[code(synonyms("subsidy"))]
    Grant,
    /// Gift that has no conditions.
    #[code(synonyms("gift"))]
    Donation,
    /// Money to be repaid, with or without interest (IATI: standard loan).
    #[code(synonyms("credit"))]
    Loan,
    /// Promise to cover a loss on a loan that another party gives (IATI: credit guarantee).
    Guarantee,
    /// Purchase of a share in an enterprise (IATI: purchase of equity).
    Equity,
    /// Payment for goods or services (OCDS: contract).
    Contract,
    /// Award for an achievement.
    #[code(synonyms("award"))]
    Prize,
    /// Fee that a member pays to the body.
    MembershipFee,
    /// Own contribution of a party (match funding, co-financing), or an allocation from its budget without an award,
    /// such as basic state funding.
    Allocation,
    /// Contribution of staff time, premises, goods or volunteer work, with or without a value in money (Jems: in-kind
    /// contribution).
    InKind,
    /// A code that is not in the list, kept as written.
    Other(OtherCode),
}

/// Payment stage, from the view of the funder. Incoming money has the same status; `funder` and `recipient` show the
/// direction.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "funding status")]
#[non_exhaustive]
pub enum FundingStatus {
    /// Applied for, and not yet decided (360Giving: amount applied for).
    #[code(synonyms("applied"))]
    Requested,
    /// Applied for, and refused or withdrawn.
    #[code(synonyms("rejected"))]
    Declined,
    /// Announced without obligation (IATI: pledge).
    #[code(synonyms("pledge"))]
    Pledged,
    /// Budgeted or scheduled, and not yet promised (IATI: planned disbursement).
    Planned,
    /// Promised in a binding decision or contract (IATI: commitment; 360Giving: amount awarded; CORDIS:
    /// ecMaxContribution).
    #[code(synonyms("awarded", "approved"))]
    Committed,
    /// Paid to the recipient (IATI: disbursement; 360Giving: amount disbursed).
    #[code(synonyms("paid"))]
    Disbursed,
    /// Used by the recipient for goods, services or salaries (IATI: expenditure).
    #[code(synonyms("expenditure"))]
    Spent,
    /// Paid back by the recipient, as a loan repayment or a recovery (IATI: loan repayment, reimbursement).
    #[code(synonyms("repaid"))]
    Returned,
    /// A code that is not in the list, kept as written.
    Other(OtherCode),
}
