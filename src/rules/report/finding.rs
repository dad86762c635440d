use super::severity::Severity;
use crate::reflect::{first_step, without_indices};
use crate::values::Kind;
use std::borrow::Cow;
use std::fmt;

/// Something in a dataset that breaks a rule: which rule, where, what is wrong and how to mend it.
#[derive(Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[non_exhaustive]
pub struct Finding {
    /// The name of the rule, such as `unknown-reference`.
    pub rule: Cow<'static, str>,
    /// How grave it is.
    pub severity: Severity,
    /// Where it stands in the document: a JSON Pointer (RFC 6901).
    pub pointer: String,
    /// The part of the records in which it stands, where they were checked in parts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
    /// The line from which the record was read, where it was given: of a file with one record a line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// The kind of the record in which it stands. Absent for what the dataset says of itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// The id of the record in which it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What is wrong: the fact first, then what was expected.
    pub message: String,
    /// How to mend it, in one sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// Other places that it has to do with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<RelatedLocation>,
}

/// Another place in the document that a finding has to do with.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[non_exhaustive]
pub struct RelatedLocation {
    /// Where it stands: a JSON Pointer (RFC 6901).
    pub pointer: String,
    /// What stands there, such as `the first record with this id`.
    pub what: String,
}

impl Finding {
    /// Where it stands in the line of its record: `/project/period` for `/projects/17/period`.
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

    /// The place without the numbers of lists, such as `/goals/*/parent`: the same for all records of a kind.
    #[must_use]
    pub fn path(&self) -> String {
        without_indices(&self.pointer)
    }
}

impl fmt::Display for Finding {
    /// One line: `error[unknown-reference] /goals/0/parent: message`.
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

/// What a rule says of a place: the message, and what helps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    pub(in crate::rules) message: String,
    pub(in crate::rules) help: Option<String>,
    pub(in crate::rules) related: Vec<RelatedLocation>,
}

impl Note {
    /// What is wrong: lower case, the fact first, no full stop.
    #[must_use]
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), ..Self::default() }
    }

    /// Adds how to mend it, in one sentence.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds another place that it has to do with.
    #[must_use]
    pub fn related(mut self, pointer: impl fmt::Display, what: impl Into<String>) -> Self {
        self.related.push(RelatedLocation { pointer: pointer.to_string(), what: what.into() });
        self
    }
}
