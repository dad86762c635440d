//! Money that is a part of other money, and takes after it as it does in sums; and money that is passed on.

use super::Reader;
use cooperation::{Dataset, Funding, FundingId};
use std::collections::{HashMap, HashSet};

/// The fundings that name each funding in a member.
pub(super) fn by(
    dataset: &Dataset,
    names: impl Fn(&Funding) -> Option<&FundingId>,
) -> HashMap<&str, Vec<&Funding>> {
    let mut by: HashMap<&str, Vec<&Funding>> = HashMap::new();
    for funding in &dataset.funding {
        if let Some(named) = names(funding) {
            by.entry(named.as_str()).or_default().push(funding);
        }
    }
    by
}

impl<'a> Reader<'a> {
    /// Fundings, each followed by those of its parts that do not say for themselves what the funding was found by.
    pub(crate) fn with_parts(
        &self,
        fundings: impl Iterator<Item = &'a Funding>,
        says: impl Fn(&Funding) -> bool,
    ) -> Vec<&'a Funding> {
        let (mut told, mut seen) = (Vec::new(), HashSet::new());
        for funding in fundings {
            let mut open = vec![funding];
            while let Some(one) = open.pop() {
                // Two records may have one id, and parts may go round in a circle.
                if seen.insert(std::ptr::from_ref(one)) {
                    told.push(one);
                    let parts = self.parts.get(one.id.as_str()).into_iter().flatten().rev();
                    open.extend(parts.filter(|part| !says(part)));
                }
            }
        }
        told
    }

    /// The money for a subject, each with its depth: under a funding its parts and the money that is passed on out of it,
    /// where these are for the same subject or name none. Each comes once.
    pub(crate) fn money_tree(
        &self,
        fundings: impl Iterator<Item = &'a Funding>,
    ) -> Vec<(usize, &'a Funding)> {
        let own: Vec<&Funding> = fundings.collect();
        let known: HashSet<&str> = own.iter().map(|one| one.id.as_str()).collect();
        let is_below = |one: &Funding| {
            let above = one.part_of.iter().chain(&one.out_of);
            above.into_iter().any(|above| known.contains(above.as_str()))
        };
        let (below, tops): (Vec<&Funding>, Vec<&Funding>) =
            own.iter().copied().partition(|one| is_below(one));
        let (mut told, mut seen) = (Vec::new(), HashSet::new());
        // Those that are left when the tops have been walked go round in a circle.
        for top in tops.into_iter().chain(below) {
            let mut open = vec![(0_usize, top)];
            while let Some((depth, one)) = open.pop() {
                if seen.insert(std::ptr::from_ref(one)) {
                    told.push((depth, one));
                    let id = one.id.as_str();
                    let all = [&self.parts, &self.passed_on].map(|by| by.get(id));
                    let all = all.into_iter().flatten().flatten().rev();
                    let same = all.filter(|part| part.of.is_none() || known.contains(part.id.as_str()));
                    open.extend(same.map(|part| (depth.saturating_add(1), *part)));
                }
            }
        }
        told
    }

    /// What other money a funding is a part of, and what it is passed on from.
    pub(crate) fn derived(&self, funding: &Funding) -> impl Iterator<Item = String> + use<> {
        let named = |id: &FundingId| {
            let title = self.index.get(id).and_then(|funding| funding.title.as_ref());
            title.map_or_else(|| id.to_string(), |title| format!("'{}'", self.text(title)))
        };
        let part = funding.part_of.as_ref().map(|id| self.words.fill("a part of {}", &[&named(id)]));
        let passed_on = funding.out_of.as_ref().map(|id| self.words.fill("passed on from {}", &[&named(id)]));
        part.into_iter().chain(passed_on)
    }

    /// What a funding says of itself, or else the nearest whole that it is a part of.
    pub(crate) fn told<T>(&self, funding: &'a Funding, says: impl Fn(&'a Funding) -> Option<T>) -> Option<T> {
        let mut seen = HashSet::new();
        let mut next = Some(funding);
        while let Some(one) = next.filter(|one| seen.insert(one.id.as_str())) {
            let said = says(one);
            if said.is_some() {
                return said;
            }
            next = one.part_of.as_ref().and_then(|whole| self.index.get(whole));
        }
        None
    }
}
