use crate::model::ProjectId;
use crate::values::Label;
use rust_decimal::Decimal;

/// What is kept of a project for its participants, and the sums of their amounts.
#[derive(Debug)]
pub(super) struct KnownProject {
    pub id: ProjectId,
    pub acronym: Option<Label>,
    pub runs: bool,
    /// Whether the project has a grant.
    pub has_grant: bool,
    /// Largest contribution, and the sums of the gross and net contributions of all rows.
    pub most: Option<Decimal>,
    pub gross: Option<Decimal>,
    pub net: Option<Decimal>,
    /// Total cost of the project, and the sum over the rows that are no third parties.
    pub cost: Option<Decimal>,
    pub costs: Option<Decimal>,
}

/// Adds an amount to a sum; without effect beyond the largest number.
pub(super) fn add(sum: &mut Option<Decimal>, amount: Decimal) {
    *sum = sum.unwrap_or_default().checked_add(amount).or(*sum);
}
