//! Findings that an editor has looked at: `--acknowledged`.

use super::found::{Checked, Found};
use crate::input;
use crate::visible::name;
use cooperation::io::locate;
use cooperation::rules::catalogue;
use cooperation::{Finding, RecordKind, Severity};
use serde::Deserialize;
use std::path::Path;

/// The findings that need no more attention, from a file.
#[derive(Default)]
pub(crate) struct Acknowledged {
    file: String,
    text: String,
    entries: Vec<Entry>,
    /// For each entry, whether a finding of it occurred.
    met: Vec<bool>,
}

/// Findings of a rule in one record, or in the members of the dataset itself, and why they are right.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    rule: String,
    kind: Option<String>,
    id: Option<String>,
    reason: String,
}

impl Entry {
    fn is_of(&self, rule: &str, kind: Option<&str>, id: Option<&str>) -> bool {
        self.rule == rule && self.kind.as_deref() == kind && self.id.as_deref() == id
    }
}

impl Acknowledged {
    /// Reads the file: a list of objects with `rule`, `kind`, `id` and `reason`.
    pub(crate) fn read(path: &Path) -> Result<Self, String> {
        let file = name(path);
        let text = String::from_utf8(input::bounded(path)?)
            .map_err(|_| format!("{file}: the file is not in UTF-8"))?;
        let entries: Vec<Entry> =
            serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
                format!("{file}: {error}; write [{{\"rule\", \"kind\", \"id\", \"reason\"}}]")
            })?;
        for entry in &entries {
            if !catalogue().any(|rule| rule.name == entry.rule) {
                return Err(format!("{file}: there is no rule {}", entry.rule));
            }
            if entry.reason.trim().is_empty() {
                return Err(format!("{file}: an entry of the rule {} has no reason", entry.rule));
            }
        }
        Ok(Self { file, text, met: vec![false; entries.len()], entries })
    }

    /// Whether a finding is acknowledged.
    pub(crate) fn has(&self, finding: &Finding) -> bool {
        let kind = finding.kind.map(RecordKind::as_str);
        self.entries.iter().any(|entry| entry.is_of(&finding.rule, kind, finding.id.as_deref()))
    }

    /// Marks the acknowledged findings of a file, which count no more.
    pub(crate) fn mark(&mut self, checked: &mut Checked) {
        let mut marked: Vec<(Severity, String)> = Vec::new();
        for found in &mut checked.findings {
            let entry = self
                .entries
                .iter()
                .position(|entry| entry.is_of(&found.rule, found.kind.as_deref(), found.id.as_deref()));
            let Some((entry, met)) =
                entry.and_then(|at| Some((self.entries.get(at)?, self.met.get_mut(at)?)))
            else {
                continue;
            };
            *met = true;
            found.acknowledged = Some(entry.reason.clone());
            marked.push((found.severity, found.rule.clone()));
        }
        for (severity, rule) in marked {
            checked.uncount(severity, &rule);
        }
    }

    /// The entries of which no finding occurred, as infos of their own file; `None` if there are none.
    pub(crate) fn left(&self) -> Option<Checked> {
        let left: Vec<usize> = (0..).zip(&self.met).filter(|(_, met)| !**met).map(|(at, _)| at).collect();
        if left.is_empty() {
            return None;
        }
        let mut checked = Checked::new(&self.file);
        let pointers: Vec<String> = left.iter().map(|at| format!("/{at}")).collect();
        for ((at, pointer), place) in left.iter().zip(&pointers).zip(locate(&self.text, &pointers)) {
            let Some(entry) = self.entries.get(*at) else { continue };
            let of = match (&entry.kind, &entry.id) {
                (Some(kind), Some(id)) => format!("the {kind} {id}"),
                _ => "the dataset itself".to_owned(),
            };
            checked.count(Severity::Info, NOT_FOUND, 1);
            checked.findings.push(Found {
                rule: NOT_FOUND.to_owned(),
                severity: Severity::Info,
                pointer: pointer.clone(),
                line: place.map(|place| place.line),
                column: place.map(|place| place.column),
                message: format!("{of} has no finding of the rule {}", entry.rule),
                help: Some("remove the entry".to_owned()),
                ..Found::default()
            });
        }
        Some(checked)
    }
}

/// The name under which an entry without a finding is reported.
const NOT_FOUND: &str = "acknowledged-not-found";
