//! The table of labels, and the language that they are taken from.

use std::collections::HashMap;
use std::sync::OnceLock;

/// Labels and sentences: English, a tab, Norwegian. `{}` is where a name or a number is put in.
pub(super) const LABELS: &str = include_str!("labels.tsv");

/// Writes numbers, dates, durations and labels in one language: Norwegian or English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    pub(super) norwegian: bool,
    /// Whether numbers, dates and durations stay as the format writes them.
    pub(super) raw: bool,
}

impl Words {
    /// The words of a language, by its tag: Norwegian for `no`, `nb` and `nn`, otherwise English.
    #[must_use]
    pub fn new(tag: &str) -> Self {
        let language = tag.split('-').next().unwrap_or_default();
        Self {
            norwegian: ["no", "nb", "nn"].iter().any(|known| language.eq_ignore_ascii_case(known)),
            raw: false,
        }
    }

    /// English labels with numbers, dates and durations as the format writes them: for programs that read on.
    #[must_use]
    pub const fn raw() -> Self {
        Self { norwegian: false, raw: true }
    }

    /// Whether numbers and dates stay as the format writes them.
    pub(crate) const fn is_raw(self) -> bool {
        self.raw
    }

    /// The tag of the language.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        if self.norwegian { "nb" } else { "en" }
    }

    /// A label in the language. A label that the table does not have, such as a code of a publisher's own, stays as it
    /// is.
    #[must_use]
    pub fn label(self, english: &str) -> &str {
        if self.norwegian { norwegian().get(english).copied().unwrap_or(english) } else { english }
    }

    /// A sentence in the language, with names and numbers put in where it has `{}`.
    #[must_use]
    pub fn fill(self, english: &str, parts: &[&str]) -> String {
        let mut parts = parts.iter();
        let mut filled = String::new();
        for (number, piece) in self.label(english).split("{}").enumerate() {
            if number > 0 {
                filled.push_str(parts.next().copied().unwrap_or_default());
            }
            filled.push_str(piece);
        }
        filled
    }

    /// A number of things: `1 month`, `2 months`.
    #[must_use]
    pub fn counted(self, number: usize, one: &str, many: &str) -> String {
        let what = self.label(if number == 1 { one } else { many });
        format!("{} {what}", self.number(number))
    }

    /// Names in a row: `a, b and c`.
    #[must_use]
    pub fn all(self, names: &[String]) -> String {
        match names {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => format!("{} {} {last}", first.join(", "), self.label("and")),
        }
    }
}

fn norwegian() -> &'static HashMap<&'static str, &'static str> {
    static TABLE: OnceLock<HashMap<&str, &str>> = OnceLock::new();
    TABLE.get_or_init(|| LABELS.lines().filter_map(|line| line.split_once('\t')).collect())
}
