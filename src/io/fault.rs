use super::location::Location;
use crate::json::{Edit, FaultKind};
use crate::reflect::sanitized;
use cooperation_derive::DebugAsDisplay;
use std::fmt;

/// One fault in a text that cannot be read: its kind, its location, a message and help.
///
/// ```
/// use cooperation::{Dataset, io::FaultKind};
///
/// let error = Dataset::from_json("{\n  \"version\": \"1.0\",\n  \"titel\": {\"en\": \"Goals\"}\n}").unwrap_err();
/// let fault = &error.faults()[0];
/// assert_eq!(fault.kind(), FaultKind::UnknownMember);
/// assert_eq!((fault.pointer(), fault.line(), fault.column()), ("/titel", 3, 3));
/// assert_eq!(fault.help(), Some("write \"title\""));
/// ```
#[derive(Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, DebugAsDisplay)]
pub struct Fault {
    kind: FaultKind,
    pointer: Box<str>,
    #[serde(flatten)]
    location: Location,
    message: Box<str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    help: Option<Box<str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    edit: Option<Edit>,
}

impl Fault {
    pub(super) fn new(kind: FaultKind, location: Location, message: &str) -> Self {
        Self { kind, pointer: Box::default(), location, message: sanitized(message), help: None, edit: None }
    }

    pub(super) fn with_help(self, help: &str) -> Self {
        Self { help: Some(sanitized(help)), ..self }
    }

    pub(super) fn with_edit(self, edit: Option<Edit>) -> Self {
        Self { edit, ..self }
    }

    pub(super) fn with_pointer(self, pointer: impl Into<Box<str>>) -> Self {
        Self { pointer: pointer.into(), ..self }
    }

    /// Returns the kind of the fault.
    #[must_use]
    pub const fn kind(&self) -> FaultKind {
        self.kind
    }

    /// Returns the JSON Pointer of the value or member. If it would be longer than 4,096 bytes, the pointer of an
    /// enclosing value.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// Returns the location of the fault in the text.
    #[must_use]
    pub const fn location(&self) -> Location {
        self.location
    }

    /// Returns the line, counted from 1.
    #[must_use]
    pub const fn line(&self) -> u64 {
        self.location.line
    }

    /// Returns the column, counted from 1, in characters.
    #[must_use]
    pub const fn column(&self) -> u64 {
        self.location.column
    }

    /// Returns the offset in bytes from the beginning of the text.
    #[must_use]
    pub const fn offset(&self) -> u64 {
        self.location.offset
    }

    /// Returns what was found and what was expected, in at most 512 bytes without control characters.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Returns advice on how to fix the fault, if there is any.
    #[must_use]
    pub fn help(&self) -> Option<&str> {
        self.help.as_deref()
    }

    /// Returns the edit that the help describes, if it is certain: applying it fixes the fault and changes nothing that
    /// was right. The range is in bytes of the whole text, including a byte order mark.
    #[must_use]
    pub const fn edit(&self) -> Option<&Edit> {
        self.edit.as_ref()
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {} [{}]", self.line(), self.column(), self.message, self.kind)?;
        if !self.pointer.is_empty() {
            write!(f, " at {}", sanitized(&self.pointer))?;
        }
        if let Some(help) = &self.help {
            write!(f, "; {help}")?;
        }
        Ok(())
    }
}
