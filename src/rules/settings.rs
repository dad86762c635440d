use super::catalogue::RuleInfo;
use super::report::Severity;

/// Which rules are at work and how severe they are.
#[derive(Clone, Debug)]
pub(super) struct Settings {
    /// Most findings that are kept. All are counted.
    pub limit: usize,
    /// What differs from the catalogue, in the order of the names: another severity, or none where the rule is off.
    changed: Vec<(&'static str, Option<Severity>)>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { limit: 10_000, changed: Vec::new() }
    }
}

impl Settings {
    fn find(&self, name: &str) -> Result<usize, usize> {
        self.changed.binary_search_by(|(known, _)| (*known).cmp(name))
    }

    /// How severe a breach is; `None` where the rule is off.
    pub(super) fn severity_of(&self, rule: &RuleInfo) -> Option<Severity> {
        let changed = self.find(rule.name).ok().and_then(|place| self.changed.get(place));
        changed.map_or(Some(rule.severity), |(_, severity)| *severity)
    }

    /// Makes a rule as severe as this, or switches it off.
    pub(super) fn change(&mut self, rule: &RuleInfo, severity: Option<Severity>) {
        match self.find(rule.name) {
            Ok(place) => {
                if let Some((_, known)) = self.changed.get_mut(place) {
                    *known = severity;
                }
            }
            Err(place) => self.changed.insert(place, (rule.name, severity)),
        }
    }

    /// The names of the rules that are switched off, in their order.
    pub(super) fn switched_off(&self) -> impl Iterator<Item = &'static str> {
        self.changed.iter().filter(|(_, severity)| severity.is_none()).map(|(name, _)| *name)
    }
}
