//! Findings as programs read them.

use super::change::Change;
use super::found::{Checked, Found};
use crate::visible::visible;
use cooperation::Severity;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// `{"files": [...]}`, as the README describes it.
pub(crate) fn json(checked: &[Checked]) -> String {
    format!("{:#}", json!({ "files": checked }))
}

/// A run in the Static Analysis Results Interchange Format 2.1.0 (OASIS).
pub(crate) fn sarif(checked: &[Checked]) -> String {
    let used: BTreeSet<&str> =
        checked.iter().flat_map(|file| &file.findings).map(|found| found.rule.as_str()).collect();
    let rules: Vec<Value> = used.iter().map(|name| rule(name)).collect();
    let results: Vec<Value> =
        checked.iter().flat_map(|file| file.findings.iter().map(|found| result(&file.file, found))).collect();
    let driver = json!({
        "name": "cooperation-validate",
        "version": env!("CARGO_PKG_VERSION"),
        "rules": rules,
    });
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{ "tool": { "driver": driver }, "columnKind": "unicodeCodePoints", "results": results }],
    });
    format!("{log:#}")
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn rule(name: &str) -> Value {
    match cooperation::rules::catalogue().find(|rule| rule.name == name) {
        Some(rule) => json!({
            "id": name,
            "shortDescription": { "text": rule.what },
            "fullDescription": { "text": rule.why },
            "defaultConfiguration": { "level": level(rule.severity) },
        }),
        None => json!({ "id": name }),
    }
}

fn result(file: &str, found: &Found) -> Value {
    let mut location = json!({ "artifactLocation": { "uri": uri(found.part.as_deref().unwrap_or(file)) } });
    if let Some(line) = found.line {
        let region = match found.column {
            Some(column) => json!({ "startLine": line, "startColumn": column }),
            None => json!({ "startLine": line }),
        };
        location.as_object_mut().map(|location| location.insert("region".to_owned(), region));
    }
    let logical = json!([{ "fullyQualifiedName": found.cell.as_ref().unwrap_or(&found.pointer) }]);
    let text = match &found.help {
        Some(help) => format!("{}; {help}", found.message),
        None => found.message.clone(),
    };
    let mut result = json!({
        "ruleId": found.rule,
        "level": level(found.severity),
        "message": { "text": text },
        "locations": [{ "physicalLocation": location, "logicalLocations": logical }],
    });
    if let (Some(reason), Some(result)) = (&found.acknowledged, result.as_object_mut()) {
        let suppression = json!([{ "kind": "external", "justification": reason }]);
        result.insert("suppressions".to_owned(), suppression);
    }
    if let (Some(change), Some(result)) = (&found.change, result.as_object_mut()) {
        let artifact = uri(found.part.as_deref().unwrap_or(file));
        result.insert("fixes".to_owned(), json!([fix(&artifact, found, change)]));
    }
    result
}

/// The edit of a finding, as the change of a file.
fn fix(uri: &str, found: &Found, change: &Change) -> Value {
    let mut replacement = json!({
        "deletedRegion": {
            "startLine": change.start.line, "startColumn": change.start.column,
            "endLine": change.end.line, "endColumn": change.end.column,
        },
    });
    if let Some(replacement) = replacement.as_object_mut().filter(|_| !change.text.is_empty()) {
        replacement.insert("insertedContent".to_owned(), json!({ "text": change.text }));
    }
    json!({
        "description": { "text": found.help.as_deref().unwrap_or(&found.message) },
        "artifactChanges": [{ "artifactLocation": { "uri": uri }, "replacements": [replacement] }],
    })
}

/// A file name as a relative reference (RFC 3986): what has a meaning there or is no ASCII is escaped.
fn uri(file: &str) -> String {
    let mut out = String::new();
    for byte in file.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(byte.into());
            }
            b'\\' => out.push('/'),
            _ => out.extend(['%', hex(byte >> 4), hex(byte & 15)]),
        }
    }
    out
}

fn hex(digit: u8) -> char {
    char::from_digit(digit.into(), 16).unwrap_or('0').to_ascii_uppercase()
}

/// Workflow commands of GitHub, one a line.
pub(crate) fn github(checked: &[Checked]) -> String {
    let all = checked.iter().flat_map(|file| file.findings.iter().map(|found| (&file.file, found)));
    all.map(|(file, found)| command(file, found)).collect()
}

fn command(file: &str, found: &Found) -> String {
    let command = match found.severity {
        _ if found.acknowledged.is_some() => "notice",
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let mut properties = vec![format!("file={}", property(found.part.as_deref().unwrap_or(file)))];
    properties.extend(found.line.map(|line| format!("line={line}")));
    properties.extend(found.column.map(|column| format!("col={column}")));
    properties.push(format!("title={}", property(&found.rule)));
    let help = match (&found.acknowledged, &found.help) {
        (Some(reason), _) => format!("\nacknowledged: {reason}"),
        (None, Some(help)) => format!("\nhelp: {help}"),
        (None, None) => String::new(),
    };
    let cell = found.cell.as_ref().map(|cell| format!("{cell}: ")).unwrap_or_default();
    let message = data(&format!("{cell}{}{help}", found.message));
    format!("::{command} {}::{message}\n", properties.join(","))
}

fn data(text: &str) -> String {
    let lines =
        text.split('\n').map(|line| visible(line.strip_suffix('\r').unwrap_or(line)).replace('%', "%25"));
    lines.collect::<Vec<_>>().join("%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
