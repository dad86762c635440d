//! The result of a check: findings, their severity and their number.

mod finding;
mod severity;
mod tally;

pub(super) use tally::{Counts, Tallies};
pub use {
    finding::{Finding, Note, RelatedLocation},
    severity::Severity,
    tally::Tally,
};

use crate::order::put_in_order;
use cooperation_derive::DebugAsDisplay;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

/// The result of checking a dataset: the findings in document order, their number by rule, and what was not checked.
///
/// A report is an [`Error`](std::error::Error), for code that accepts only valid datasets. See
/// [`into_result`](Report::into_result).
///
/// # Examples
///
/// ```
/// use cooperation::{Dataset, Severity};
///
/// let json = r#"{"version": "1.0", "projects": [{"id": "p", "title": {"en": "P"}, "programmes": ["nowhere"]}]}"#;
/// let report = Dataset::from_json(json)?.validate();
/// assert_eq!(report.count(Severity::Error), 1);
/// let finding = &report.findings()[0];
/// assert_eq!((&*finding.rule, &*finding.pointer), ("unknown-reference", "/projects/0/programmes/0"));
/// assert_eq!(finding.help.as_deref(), Some("add the programme, or refer to another"));
/// # Ok::<(), cooperation::Error>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, DebugAsDisplay)]
#[non_exhaustive]
pub struct Report {
    pub(in crate::rules) findings: Vec<Finding>,
    pub(in crate::rules) counts: Counts,
    /// In the order of the names.
    pub(in crate::rules) rules: Vec<(Cow<'static, str>, Tally)>,
    pub(in crate::rules) unchecked: Vec<String>,
}

/// Findings of one rule at the same path in several records.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct FindingGroup<'a> {
    /// Pointer without indices, such as `/goals/*/level`.
    pub path: String,
    /// First finding of the group in the document.
    pub first: &'a Finding,
    /// All findings of the group that were kept, in document order.
    pub findings: Vec<&'a Finding>,
}

impl Report {
    /// Returns whether there are no errors. A dataset with warnings and infos is valid.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.count(Severity::Error) == 0
    }

    /// Returns `Ok` if there are no errors, and otherwise the report as an error.
    ///
    /// # Errors
    /// Returns the report if it has a finding of severity error.
    pub fn into_result(self) -> Result<(), Self> {
        if self.is_valid() { Ok(()) } else { Err(self) }
    }

    /// Returns the findings that were kept, in document order.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Returns the number of findings of a severity, kept or not.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.counts.of(severity)
    }

    /// Returns the number of all findings, kept or not.
    #[must_use]
    pub fn len(&self) -> usize {
        let Counts { errors, warnings, infos } = self.counts;
        errors.saturating_add(warnings).saturating_add(infos)
    }

    /// Returns whether there are no findings.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the rules that have findings, by name, with the number and the highest severity of the findings.
    pub fn rules(&self) -> impl Iterator<Item = (&str, Tally)> {
        self.rules.iter().map(|(name, tally)| (&**name, *tally))
    }

    /// Returns the rules that were not checked, each with the reason, such as `future-date: today's date was not
    /// given`.
    #[must_use]
    pub fn unchecked(&self) -> &[String] {
        &self.unchecked
    }

    /// Returns the findings grouped by rule and path, in the order of the first finding of each group.
    #[must_use]
    pub fn groups(&self) -> Vec<FindingGroup<'_>> {
        let mut paths: Vec<(&str, String, usize)> = Vec::with_capacity(self.findings.len());
        for (place, finding) in self.findings.iter().enumerate() {
            paths.push((&finding.rule, finding.path(), place));
        }
        put_in_order(&mut paths, &Ord::cmp);
        let mut groups: Vec<(usize, FindingGroup<'_>)> = Vec::new();
        for (rule, path, place) in paths {
            let Some(finding) = self.findings.get(place) else { continue };
            match groups.last_mut().filter(|(_, group)| group.first.rule == rule && group.path == path) {
                Some((_, group)) => group.findings.push(finding),
                None => groups.push((place, FindingGroup { path, first: finding, findings: vec![finding] })),
            }
        }
        put_in_order(&mut groups, &|(one, _), (other, _)| one.cmp(other));
        groups.into_iter().map(|(_, group)| group).collect()
    }
}

impl std::error::Error for Report {}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for group in self.groups() {
            writeln!(f, "{}", group.first)?;
            if let Some(help) = &group.first.help {
                writeln!(f, "  help: {help}")?;
            }
            let more = group.findings.len().saturating_sub(1);
            if more > 0 {
                writeln!(f, "  and {more} more at {}", group.path)?;
            }
        }
        let hidden = self.len().saturating_sub(self.findings.len());
        match hidden {
            0 => {}
            1 => writeln!(f, "1 more finding is counted but not kept")?,
            _ => writeln!(f, "{hidden} more findings are counted but not kept")?,
        }
        let count = |severity| counted(self.count(severity), severity);
        write!(f, "{}, {}, {}", count(Severity::Error), count(Severity::Warning), count(Severity::Info))?;
        for unchecked in &self.unchecked {
            write!(f, "\nnot checked: {unchecked}")?;
        }
        Ok(())
    }
}

/// `1 error`, `2 errors`.
fn counted(count: usize, severity: Severity) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {severity}{plural}")
}

impl serde::Serialize for Report {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct as _;
        let mut report = serializer.serialize_struct("Report", 7)?;
        report.serialize_field("valid", &self.is_valid())?;
        report.serialize_field("errors", &self.count(Severity::Error))?;
        report.serialize_field("warnings", &self.count(Severity::Warning))?;
        report.serialize_field("infos", &self.count(Severity::Info))?;
        report.serialize_field("findings", &self.findings)?;
        report.serialize_field("rules", &ByName(self))?;
        report.serialize_field("unchecked", &self.unchecked)?;
        report.end()
    }
}

/// The counts as a map from names.
struct ByName<'r>(&'r Report);

impl serde::Serialize for ByName<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.rules())
    }
}

/// A report as it is written, from which it is read back.
#[derive(serde::Deserialize)]
struct Written {
    errors: usize,
    warnings: usize,
    infos: usize,
    findings: Vec<Finding>,
    rules: BTreeMap<String, Tally>,
    unchecked: Vec<String>,
}

impl<'de> serde::Deserialize<'de> for Report {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Written { errors, warnings, infos, findings, rules, unchecked } =
            Written::deserialize(deserializer)?;
        let rules = rules.into_iter().map(|(name, tally)| (Cow::Owned(name), tally)).collect();
        Ok(Self { findings, counts: Counts { errors, warnings, infos }, rules, unchecked })
    }
}
