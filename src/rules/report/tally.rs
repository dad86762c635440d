use super::severity::Severity;
use crate::order::put_in_order;
use std::borrow::Cow;

/// Number and highest severity of the findings of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[non_exhaustive]
pub struct Tally {
    /// Highest severity among the findings.
    pub severity: Severity,
    /// Number of findings, kept or not.
    pub count: usize,
}

/// Number and highest severity of the findings of a rule.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub(in crate::rules) struct Tallies(Vec<(Cow<'static, str>, Counts)>);

/// How many findings there are of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub(in crate::rules) struct Counts {
    pub errors: usize,
    pub warnings: usize,
    pub infos: usize,
}

impl Counts {
    pub(super) const fn of(&self, severity: Severity) -> usize {
        match severity {
            Severity::Error => self.errors,
            Severity::Warning => self.warnings,
            Severity::Info => self.infos,
        }
    }

    const fn of_mut(&mut self, severity: Severity) -> &mut usize {
        match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
            Severity::Info => &mut self.infos,
        }
    }

    const fn add(&mut self, more: &Self) {
        self.errors = self.errors.saturating_add(more.errors);
        self.warnings = self.warnings.saturating_add(more.warnings);
        self.infos = self.infos.saturating_add(more.infos);
    }

    fn tally(&self) -> Option<Tally> {
        let worst = [Severity::Error, Severity::Warning, Severity::Info];
        let severity = worst.into_iter().find(|&severity| self.of(severity) > 0)?;
        let count = self.errors.saturating_add(self.warnings).saturating_add(self.infos);
        Some(Tally { severity, count })
    }
}

impl Tallies {
    fn find(&self, rule: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(name, _)| name.as_ref().cmp(rule))
    }

    /// Counts one more finding.
    pub(in crate::rules) fn count_one(&mut self, rule: Cow<'static, str>, severity: Severity) {
        let place = self.find(&rule);
        if let Err(place) = place {
            self.0.insert(place, (rule, Counts::default()));
        }
        let (Ok(place) | Err(place)) = place;
        if let Some((_, counts)) = self.0.get_mut(place) {
            let count = counts.of_mut(severity);
            *count = count.saturating_add(1);
        }
    }

    /// Takes back one finding that was counted.
    pub(in crate::rules) fn uncount_one(&mut self, rule: &str, severity: Severity) {
        if let Ok(place) = self.find(rule)
            && let Some((_, counts)) = self.0.get_mut(place)
        {
            let count = counts.of_mut(severity);
            *count = count.saturating_sub(1);
        }
    }

    /// Adds what was counted elsewhere, names in any order: a list from other hands may be long and in disorder.
    pub(in crate::rules) fn absorb(&mut self, other: Self) {
        self.0.extend(other.0);
        put_in_order(&mut self.0, &|(one, _), (other, _)| one.cmp(other));
        self.0.dedup_by(|(later, more), (first, counts)| {
            let same = later == first;
            if same {
                counts.add(more);
            }
            same
        });
    }

    /// Number and highest severity of the findings of a rule.
    pub(in crate::rules) fn finish(self) -> (Counts, Vec<(Cow<'static, str>, Tally)>) {
        let mut all = Counts::default();
        let mut rules = Vec::with_capacity(self.0.len());
        for (name, counts) in self.0 {
            all.add(&counts);
            rules.extend(counts.tally().map(|tally| (name, tally)));
        }
        (all, rules)
    }
}
