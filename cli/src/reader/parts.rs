//! Money that is a part of other money, and takes after it as it does in sums; and money that is passed on.

use super::Reader;
use cooperation::{Dataset, Funding, FundingId, Party, ProgrammeId, codes::FundingStatus};
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

    /// The funding that says something of another: itself, or else the nearest whole that it is a part of.
    fn saying(&self, funding: &'a Funding, what: usize) -> &'a Funding {
        let known =
            self.inherited.get(funding.id.as_str()).and_then(|says| says.get(what).copied().flatten());
        known.unwrap_or(funding)
    }

    /// Who pays, by the funding itself or its nearest whole.
    pub(crate) fn funder(&self, funding: &'a Funding) -> Option<&'a Party> {
        funding.funder.as_ref().or_else(|| self.saying(funding, 0).funder.as_ref())
    }

    /// The programme, by the funding itself or its nearest whole.
    pub(crate) fn booked_on(&self, funding: &'a Funding) -> Option<&'a ProgrammeId> {
        funding.programme.as_ref().or_else(|| self.saying(funding, 1).programme.as_ref())
    }

    /// Who receives the money, by the funding itself or its nearest whole.
    pub(crate) fn recipient(&self, funding: &'a Funding) -> Option<&'a Party> {
        funding.recipient.as_ref().or_else(|| self.saying(funding, 2).recipient.as_ref())
    }

    /// How far the money has come, by the funding itself or its nearest whole.
    pub(crate) fn status(&self, funding: &'a Funding) -> Option<&'a FundingStatus> {
        funding.status.as_ref().or_else(|| self.saying(funding, 3).status.as_ref())
    }
}

/// For a part of other money which funding states its funder, programme, recipient and status: the nearest that does.
pub(super) type Saying<'a> = [Option<&'a Funding>; 4];

/// Finds that for every part, each looked at once however long the chain is. What goes round in a circle takes after none.
pub(super) fn inherited(dataset: &Dataset) -> HashMap<&str, Saying<'_>> {
    let by_id: HashMap<&str, &Funding> =
        dataset.funding.iter().rev().map(|one| (one.id.as_str(), one)).collect();
    let own = |one: &Funding| {
        [one.funder.is_some(), one.programme.is_some(), one.recipient.is_some(), one.status.is_some()]
    };
    let mut known: HashMap<&str, Saying<'_>> = HashMap::new();
    for funding in dataset.funding.iter().filter(|one| one.part_of.is_some()) {
        let (mut chain, mut seen, mut next) = (Vec::new(), HashSet::new(), Some(funding));
        let mut says: Saying<'_> = [None; 4];
        while let Some(one) = next.filter(|one| seen.insert(one.id.as_str())) {
            if let Some(above) = known.get(one.id.as_str()) {
                says = *above;
                break;
            }
            chain.push(one);
            next = one.part_of.as_ref().and_then(|whole| by_id.get(whole.as_str()).copied());
        }
        for one in chain.into_iter().rev() {
            for (says, states) in says.iter_mut().zip(own(one)) {
                if states {
                    *says = Some(one);
                }
            }
            known.insert(one.id.as_str(), says);
        }
    }
    known
}
