//! What was found in a file, faults of reading and findings of rules alike.

use super::change::Change;
use super::fix::Fixed;
use crate::input::excerpt::Excerpt;
use crate::visible::{name, visible};
use crate::workbook::Problem;
use cooperation::io::{Edit, Location};
use cooperation::{Error, Fault, Finding, Report, Severity};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;

/// A file and what was found in it.
#[derive(Default, Serialize)]
pub(crate) struct Checked {
    pub(crate) file: String,
    valid: bool,
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    pub(crate) infos: usize,
    pub(crate) findings: Vec<Found>,
    /// What was changed before the file was checked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) fixed: Option<Fixed>,
    /// How many there are of each rule, kept or not.
    #[serde(skip)]
    pub(crate) rules: BTreeMap<(Severity, String), usize>,
    /// What was not checked.
    #[serde(skip)]
    pub(crate) unchecked: Vec<String>,
}

/// A fault or a finding, with its place.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Found {
    pub(crate) rule: String,
    pub(crate) severity: Severity,
    pub(crate) pointer: String,
    pub(crate) line: Option<u64>,
    pub(crate) column: Option<u64>,
    pub(crate) kind: Option<String>,
    pub(crate) id: Option<String>,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    /// The file that it is in, where that is a part of what was checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) part: Option<String>,
    #[serde(default, skip)]
    pub(crate) excerpt: Option<Excerpt>,
    /// The cell that it is in, where the file is a table or a workbook: `projects!C5`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) cell: Option<String>,
    /// The edit that the help describes, where it is certain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) edit: Option<Edit>,
    /// Why an editor takes it to be right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) acknowledged: Option<String>,
    /// The same edit by lines and columns.
    #[serde(default, skip)]
    pub(crate) change: Option<Change>,
}

/// Most faults of reading that are kept of a file. All are counted.
const MOST: usize = 10_000;

impl Checked {
    pub(crate) fn new(file: &str) -> Self {
        Self { file: file.to_owned(), valid: true, ..Self::default() }
    }

    pub(crate) const fn is_valid(&self) -> bool {
        self.errors == 0
    }

    pub(crate) fn count(&mut self, severity: Severity, rule: &str, count: usize) {
        match severity {
            Severity::Error => self.errors += count,
            Severity::Warning => self.warnings += count,
            Severity::Info => self.infos += count,
        }
        *self.rules.entry((severity, rule.to_owned())).or_default() += count;
        self.valid = self.is_valid();
    }

    /// Takes one finding of a rule out of the counts.
    pub(crate) fn uncount(&mut self, severity: Severity, rule: &str) {
        let count = match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
            Severity::Info => &mut self.infos,
        };
        *count = count.saturating_sub(1);
        let key = (severity, rule.to_owned());
        if let Some(count) = self.rules.get_mut(&key) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                self.rules.remove(&key);
            }
        }
        self.valid = self.is_valid();
    }

    /// Adds what makes a document or a line unreadable.
    pub(crate) fn unreadable(&mut self, error: &Error, excerpt: impl Fn(Location) -> Option<Excerpt>) {
        for fault in error.faults() {
            self.count(Severity::Error, fault.kind().as_str(), 1);
            if self.findings.len() < MOST {
                self.findings.push(Found { excerpt: excerpt(fault.location()), ..Found::from(fault) });
            }
        }
        let hidden = error.count().saturating_sub(error.faults().len());
        if hidden > 0 {
            self.count(Severity::Error, "more faults, which are counted but not kept", hidden);
        }
    }

    /// Adds a fault or a note that is about a table, a sheet or the whole file.
    pub(crate) fn problem(&mut self, severity: Severity, problem: &Problem, file: Option<&Path>) {
        self.count(severity, problem.rule, 1);
        if self.findings.len() >= MOST {
            return;
        }
        let is_table = !problem.table.is_empty();
        let message = match &problem.head {
            Some(head) if problem.column.is_some() => format!("{head}: {}", problem.message),
            _ => problem.message.clone(),
        };
        self.findings.push(Found {
            rule: problem.rule.to_owned(),
            severity,
            message: visible(&message),
            help: problem.help.as_deref().map(visible),
            part: file.map(name),
            cell: is_table.then(|| visible(&problem.place())),
            ..Found::default()
        });
    }

    /// Adds what was found in another part of the file.
    pub(crate) fn add(&mut self, other: Self) {
        for ((severity, rule), count) in other.rules {
            self.count(severity, &rule, count);
        }
        self.findings.extend(other.findings);
        self.findings.truncate(MOST);
    }

    /// Adds what the rules found. The places follow.
    pub(crate) fn judged(&mut self, report: &Report) {
        for (rule, tally) in report.rules() {
            self.count(tally.severity, rule, tally.count);
        }
        self.findings.extend(report.findings().iter().map(Found::from));
        self.unchecked = report.unchecked().to_vec();
    }
}

impl Default for Found {
    fn default() -> Self {
        Self {
            rule: String::new(),
            severity: Severity::Info,
            pointer: String::new(),
            line: None,
            column: None,
            kind: None,
            id: None,
            message: String::new(),
            help: None,
            part: None,
            excerpt: None,
            cell: None,
            edit: None,
            acknowledged: None,
            change: None,
        }
    }
}

impl From<&Fault> for Found {
    fn from(fault: &Fault) -> Self {
        Self {
            rule: fault.kind().as_str().to_owned(),
            severity: Severity::Error,
            pointer: fault.pointer().to_owned(),
            line: Some(fault.line()),
            column: Some(fault.column()),
            message: fault.message().to_owned(),
            help: fault.help().map(str::to_owned),
            edit: fault.edit().cloned(),
            ..Self::default()
        }
    }
}

impl From<&Finding> for Found {
    fn from(finding: &Finding) -> Self {
        Self {
            rule: finding.rule.to_string(),
            severity: finding.severity,
            pointer: finding.pointer.clone(),
            line: finding.line.map(u64::from),
            kind: finding.kind.map(|kind| kind.as_str().to_owned()),
            id: finding.id.clone(),
            message: finding.message.clone(),
            help: finding.help.clone(),
            part: finding.part.clone(),
            edit: finding.edit.clone(),
            ..Self::default()
        }
    }
}
