//! Findings as people read them.

use super::found::{Checked, Found};
use crate::visible::visible;
use cooperation::Severity;
use std::collections::BTreeMap;
use std::fmt;
use std::io::IsTerminal as _;

/// How many findings of one rule at one path, or in one column of a table, are shown. The others are counted.
const SHOWN: usize = 3;

/// The files and their findings, for a terminal or without colour.
pub(crate) struct Human<'c> {
    pub(crate) checked: &'c [Checked],
    pub(crate) color: bool,
    /// Whether all findings are shown, however many are alike.
    pub(crate) all: bool,
    /// Whether warnings are taken for errors.
    pub(crate) denied: bool,
}

/// Whether standard output shows colour: on a terminal, unless `NO_COLOR` is set.
pub(crate) fn wants_color() -> bool {
    std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

impl fmt::Display for Human<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.checked.iter().try_for_each(|file| self.file(file, f))
    }
}

impl Human<'_> {
    fn file(&self, checked: &Checked, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let most = if self.all { usize::MAX } else { SHOWN };
        if let Some(fixed) = &checked.fixed {
            for fix in &fixed.changes {
                let place = format!("{}:{}:{}", visible(&checked.file), fix.at.line, fix.at.column);
                writeln!(f, "{place}: fixed[{}] {}", visible(&fix.rule), visible(&fix.help))?;
            }
            let changes = if fixed.changes.len() == 1 { "change" } else { "changes" };
            let count = grouped(fixed.changes.len());
            writeln!(f, "{count} {changes}; the file as it was is {}\n", visible(&fixed.backup))?;
        }
        let mut shown: BTreeMap<(&str, String), usize> = BTreeMap::new();
        for found in &checked.findings {
            let at = found.cell.as_deref().map_or_else(|| path_of(&found.pointer), column_of);
            let count = shown.entry((&found.rule, at)).or_default();
            *count += 1;
            if *count <= most {
                self.finding(&checked.file, found, f)?;
            }
        }
        for ((rule, path), count) in shown.iter().filter(|(_, count)| **count > most) {
            let at = if path.is_empty() { "" } else { " at " };
            let rule = visible(rule);
            writeln!(f, "... and {} more of {rule}{at}{path}; --all shows them", grouped(count - most))?;
        }
        let acknowledged = checked.findings.iter().filter(|found| found.acknowledged.is_some()).count();
        let counted = checked.errors + checked.warnings + checked.infos + acknowledged;
        let unkept = counted.saturating_sub(checked.findings.len());
        if unkept > 0 {
            writeln!(f, "... and {} more, which are counted but not kept", grouped(unkept))?;
        }
        let verdict = match (checked.is_valid(), self.denied && checked.warnings > 0) {
            (true, false) => "valid",
            (true, true) => "valid, but warnings are denied",
            (false, _) => "not valid",
        };
        let count =
            |count, one: &str| format!("{} {one}{}", grouped(count), if count == 1 { "" } else { "s" });
        let mut counts = vec![
            count(checked.errors, "error"),
            count(checked.warnings, "warning"),
            count(checked.infos, "info"),
        ];
        if acknowledged > 0 {
            counts.push(format!("{} acknowledged", grouped(acknowledged)));
        }
        writeln!(f, "{}: {}; {}", visible(&checked.file), self.bold(verdict), counts.join(", "))?;
        for ((severity, rule), count) in &checked.rules {
            writeln!(
                f,
                "{:>9}  {} {rule}",
                grouped(*count),
                self.severity(*severity, severity.as_str()),
                rule = visible(rule)
            )?;
        }
        for unchecked in &checked.unchecked {
            writeln!(f, "not checked: {}", visible(unchecked))?;
        }
        Ok(())
    }

    fn finding(&self, file: &str, found: &Found, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = found.part.as_deref().unwrap_or(file);
        let place = [found.line, found.column].into_iter().flatten().map(|number| format!(":{number}"));
        let word = if found.acknowledged.is_some() { "acknowledged" } else { found.severity.as_str() };
        let head = self.severity(found.severity, &format!("{word}[{}]", visible(&found.rule)));
        let place = match &found.cell {
            Some(cell) => format!(": {}", visible(cell)),
            None => place.collect(),
        };
        writeln!(f, "{}{place}: {head} {}", visible(file), self.bold(&visible(&found.message)))?;
        match &found.excerpt {
            Some(excerpt) => write!(f, "{excerpt}")?,
            None if found.cell.is_some() => {}
            None => writeln!(
                f,
                "  at {}",
                cut(if found.pointer.is_empty() { "the whole" } else { &found.pointer })
            )?,
        }
        if let Some(reason) = &found.acknowledged {
            return writeln!(f, "  reason: {}\n", visible(reason));
        }
        match &found.help {
            Some(help) => writeln!(f, "  help: {}\n", visible(help)),
            None => writeln!(f),
        }
    }

    fn severity(&self, severity: Severity, text: &str) -> String {
        let color = match severity {
            Severity::Error => "31;1",
            Severity::Warning => "33;1",
            Severity::Info => "36;1",
        };
        self.paint(color, text)
    }

    fn bold(&self, text: &str) -> String {
        self.paint("1", text)
    }

    fn paint(&self, color: &str, text: &str) -> String {
        if self.color { format!("\u{1b}[{color}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

/// A pointer without the places of lists.
fn path_of(pointer: &str) -> String {
    let is_place = |step: &str| !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit());
    let steps: Vec<&str> = pointer.split('/').map(|step| if is_place(step) { "*" } else { step }).collect();
    cut(&steps.join("/"))
}

/// A cell without its row: `projects!C` of `projects!C5`.
fn column_of(cell: &str) -> String {
    cut(cell.trim_end_matches(|sign: char| sign.is_ascii_digit()).trim_end_matches('!'))
}

/// A text as a terminal may show it, and no longer than that.
fn cut(text: &str) -> String {
    let text = visible(text);
    match text.char_indices().nth(200) {
        Some((end, _)) => format!("{}…", text.split_at(end).0),
        None => text,
    }
}

/// A number with its thousands apart: 4,312.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
