//! What beneficiaries pass on to their third parties.

use super::known_project::add;
use crate::model::{FundingId, OrganizationId, Party};
use rust_decimal::Decimal;
use std::collections::HashMap;

/// A beneficiary, as the third parties with its number in the project find it.
#[derive(Debug)]
pub(super) struct Beneficiary {
    pub party: OrganizationId,
    pub funding: Option<FundingId>,
    /// What it received less what it keeps, if both are known.
    pub rest: Option<Decimal>,
}

/// The beneficiaries and the sums of their third parties, by project and number.
#[derive(Debug, Default)]
pub(super) struct PassedOn {
    beneficiaries: HashMap<(usize, String), Vec<Beneficiary>>,
    sums: HashMap<(usize, String), Option<Decimal>>,
}

impl PassedOn {
    pub(super) fn add_beneficiary(&mut self, project: usize, number: &str, beneficiary: Beneficiary) {
        self.beneficiaries.entry((project, number.to_owned())).or_default().push(beneficiary);
    }

    pub(super) fn add_third_party(&mut self, project: usize, number: &str, net: Option<Decimal>) {
        let sum = self.sums.entry((project, number.to_owned())).or_default();
        if let Some(net) = net {
            add(sum, net);
        }
    }

    /// The beneficiary of third parties: if several have the number, the one that passes on what they receive.
    pub(super) fn beneficiary(&self, project: usize, number: &str) -> Option<&Beneficiary> {
        let key = (project, number.to_owned());
        let all = self.beneficiaries.get(&key)?;
        let sum = self.sums.get(&key).copied().flatten();
        all.iter().find(|one| one.rest == sum).or_else(|| all.first())
    }

    /// Whether the third parties of a number receive what its beneficiary passes on.
    pub(super) fn agrees(&self, project: usize, number: &str) -> bool {
        let sum = self.sums.get(&(project, number.to_owned())).copied().flatten().unwrap_or_default();
        let rest = self.beneficiary(project, number).and_then(|one| one.rest).unwrap_or_default();
        sum == rest
    }
}

impl Beneficiary {
    pub(super) fn as_party(&self) -> Party {
        Party::Organization(self.party.clone())
    }
}
