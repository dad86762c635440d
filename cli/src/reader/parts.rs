//! Money that is a part of other money, and takes after it as it does in sums.

use super::Reader;
use cooperation::{Dataset, Funding};
use std::collections::{HashMap, HashSet};

/// The parts of each funding that has any.
pub(super) fn of(dataset: &Dataset) -> HashMap<&str, Vec<&Funding>> {
    let mut parts: HashMap<&str, Vec<&Funding>> = HashMap::new();
    for funding in &dataset.funding {
        if let Some(whole) = &funding.part_of {
            parts.entry(whole.as_str()).or_default().push(funding);
        }
    }
    parts
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
