//! Code lists for funding.

use super::OtherCode;
use cooperation_derive::CodeList;

/// Form of the money. `funder` shows who pays it, and so whether it is a partner's own contribution.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, CodeList)]
#[codes(title = "funding kind")]
#[non_exhaustive]
pub enum FundingKind {
    /// Money for a purpose that is not paid back (IATI: standard grant; 360Giving: grant).
    #[code(synonyms("subsidy"))]
    Grant,
    /// Gift that has no conditions.
    #[code(synonyms("gift"))]
    Donation,
    /// Money that is paid back, with or without interest (IATI: standard loan).
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
    /// Contribution that a member owes to the body.
    MembershipFee,
    /// Share of the payer's own budget, such as core funding or a partner's own cash.
    Allocation,
    /// Staff time, premises, goods or volunteer work, valued in money or not (Jems: in-kind contribution).
    InKind,
    /// A code that is not in the list, kept as written.
    Other(OtherCode),
}

/// Stage of the money, seen from the funder. Incoming money has the same status; `funder` and `recipient`
/// show the direction.
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
