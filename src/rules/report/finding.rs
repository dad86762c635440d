use super::severity::Severity;
use crate::json::Edit;
use crate::reflect::{first_step, without_indices};
use crate::values::RecordKind;
use std::borrow::Cow;
use std::fmt;

/// A problem in a dataset that a rule has found, with its location, a message and help.
#[derive(Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[non_exhaustive]
pub struct Finding {
    /// The name of the rule, such as `unknown-reference`.
    pub rule: Cow<'static, str>,
    /// Severity of the finding.
    pub severity: Severity,
    /// JSON Pointer (RFC 6901) to the value in the document.
    pub pointer: String,
    /// Name of the part that has the record, if the records were checked in parts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
    /// Line that the record was read from, if known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// Kind of the record. Absent for the members of the dataset itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<RecordKind>,
    /// Id of the record. Absent for the members of the dataset itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The fact, followed by what was expected.
    pub message: String,
    /// Advice on how to fix the problem, in one sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// The edit that the help describes, if it is certain. Its pointer is the one of the finding.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edit: Option<Edit>,
    /// Other locations that explain the finding.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<RelatedLocation>,
}

/// Another location that explains a finding.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[non_exhaustive]
pub struct RelatedLocation {
    /// JSON Pointer (RFC 6901) to the value in the document.
    pub pointer: String,
    /// Description of the location, such as `the first record with this id`.
    pub what: String,
}

impl Finding {
    /// Returns the JSON Pointer within the record line, such as `/project/period` for `/projects/17/period`.
    #[must_use]
    pub fn pointer_in_line(&self) -> String {
        match self.kind {
            Some(kind) => {
                let in_list = first_step(&self.pointer).and_then(|(_list, rest)| first_step(rest));
                let in_record = in_list.map_or("", |(_index, rest)| rest);
                format!("/{}{in_record}", kind.as_str())
            }
            None => format!("/dataset{}", self.pointer),
        }
    }

    /// Returns the edit for the record line in place of the document.
    #[must_use]
    pub fn edit_in_line(&self) -> Option<Edit> {
        let edit = self.edit.as_ref()?;
        Some(Edit::replace(self.pointer_in_line(), edit.replacement()))
    }

    /// Returns the pointer without indices, such as `/goals/*/level`: the same for all records of a kind.
    #[must_use]
    pub fn path(&self) -> String {
        without_indices(&self.pointer)
    }
}

impl fmt::Display for Finding {
    /// Writes one line, such as `error[unknown-reference] /goals/0/serves/0: no goal has the id trained`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pointer = if self.pointer.is_empty() { "/" } else { &self.pointer };
        write!(f, "{}[{}] {pointer}: {}", self.severity, self.rule, self.message)
    }
}

/// The text of `Display`, with the help on a second line.
impl fmt::Debug for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)?;
        match &self.help {
            Some(help) => write!(f, "\n  help: {help}"),
            None => Ok(()),
        }
    }
}

/// A message with optional help and related locations, which a custom rule adds to a reporter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    pub(in crate::rules) message: String,
    pub(in crate::rules) help: Option<String>,
    pub(in crate::rules) replacement: Option<String>,
    pub(in crate::rules) related: Vec<RelatedLocation>,
}

impl Note {
    /// Creates a note with a message: the fact, in lower case, without a full stop.
    #[must_use]
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), ..Self::default() }
    }

    /// Adds advice on how to fix the problem, in one sentence.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds an edit that writes a JSON text in place of the value at the location of the finding, and an empty text to
    /// remove the member or item.
    ///
    /// Add one only if the help is certain: programs apply it without asking.
    ///
    /// ```
    /// use cooperation::{Dataset, Rules, Severity, rules::Note};
    ///
    /// let rules = Rules::default().with_rule("license-in-lower-case", Severity::Info, |dataset, reporter| {
    ///     if dataset.license.as_ref().is_some_and(|license| license.as_str() == "cc0-1.0") {
    ///         let note = Note::new("the license is in lower case").with_help("write \"CC0-1.0\"");
    ///         reporter.add("/license", note.with_replacement("\"CC0-1.0\""));
    ///     }
    /// })?;
    /// let dataset = Dataset::from_json(r#"{"version": "1.0", "license": "cc0-1.0"}"#)?;
    /// let report = rules.check(&dataset);
    /// assert_eq!(report.findings()[0].edit.as_ref().unwrap().replacement(), "\"CC0-1.0\"");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_replacement(mut self, json: impl Into<String>) -> Self {
        self.replacement = Some(json.into());
        self
    }

    /// Adds another location that explains the finding.
    #[must_use]
    pub fn with_related(mut self, pointer: impl fmt::Display, what: impl Into<String>) -> Self {
        self.related.push(RelatedLocation { pointer: pointer.to_string(), what: what.into() });
        self
    }
}
