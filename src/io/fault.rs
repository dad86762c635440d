use super::place::Location;
use crate::shape::shown;
use std::fmt;

/// Names the kinds of fault once: the variant, its name and what it means.
macro_rules! kinds {
    ($($(#[doc = $doc:literal])* $variant:ident = $name:literal,)*) => {
        /// What is wrong at a place of a text that cannot be read.
        ///
        /// The names are stable: a tool may go by them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum FaultKind {
            $( $(#[doc = $doc])* $variant, )*
        }

        impl FaultKind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The stable name, such as `unknown-member`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $( Self::$variant => $name, )*
                }
            }
        }
    };
}

kinds! {
    /// The text is no JSON here.
    Syntax = "syntax",
    /// The text ends too early.
    UnexpectedEnd = "unexpected-end",
    /// Something follows the document.
    TrailingData = "trailing-data",
    /// There is no text.
    EmptyInput = "empty-input",
    /// These bytes are no UTF-8.
    NotUtf8 = "not-utf8",
    /// The text is in another encoding than UTF-8.
    OtherEncoding = "other-encoding",
    /// The format has no such member here.
    UnknownMember = "unknown-member",
    /// A member that is required is not there.
    MissingMember = "missing-member",
    /// A member is given twice.
    DoubledMember = "doubled-member",
    /// Another type of value belongs here.
    WrongType = "wrong-type",
    /// The value is null, which the format does not have.
    NullMember = "null-member",
    /// A list stands where an object belongs.
    ListForObject = "list-for-object",
    /// A list has no item.
    EmptyList = "empty-list",
    /// An object that must have a member has none.
    EmptyObject = "empty-object",
    /// A string breaks the rule of its value.
    InvalidValue = "invalid-value",
    /// The name of a member breaks the rule for such names.
    InvalidName = "invalid-name",
    /// A word is none of those of a closed list.
    UnlistedCode = "unlisted-code",
    /// An object that has exactly one of several members has none or more of them.
    NotOneMember = "not-one-member",
    /// An object has more members than it may.
    TooManyMembers = "too-many-members",
    /// A number is no whole number in the range.
    NumberOutOfRange = "number-out-of-range",
    /// An escape is half of a surrogate pair.
    LoneSurrogate = "lone-surrogate",
    /// Objects and lists stand too deep in each other.
    TooDeep = "too-deep",
    /// The document is in a newer version of the format.
    UnsupportedVersion = "unsupported-version",
    /// The document has more bytes than the limit allows.
    LimitBytes = "limit-bytes",
    /// The line has more bytes than the limit allows.
    LimitLineBytes = "limit-line-bytes",
    /// Objects and lists stand deeper in each other than the limit allows.
    LimitNesting = "limit-nesting",
    /// A string has more characters than the limit allows.
    LimitStringChars = "limit-string-chars",
    /// There are more values than the limit allows.
    LimitNodes = "limit-nodes",
}

impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl serde::Serialize for FaultKind {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// One thing that is wrong in a text that cannot be read: what, where, and how to mend it.
///
/// ```
/// use cooperation::{Dataset, FaultKind};
///
/// let error = Dataset::from_json("{\n  \"version\": \"1.0\",\n  \"titel\": {\"en\": \"Goals\"}\n}").unwrap_err();
/// let fault = &error.faults()[0];
/// assert_eq!(fault.kind(), FaultKind::UnknownMember);
/// assert_eq!((fault.pointer(), fault.line(), fault.column()), ("/titel", 3, 3));
/// assert_eq!(fault.help(), Some("write \"title\""));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Fault {
    kind: FaultKind,
    pointer: Box<str>,
    #[serde(flatten)]
    location: Location,
    message: Box<str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<Box<str>>,
}

impl Fault {
    pub(super) fn new(kind: FaultKind, location: Location, message: &str) -> Self {
        Self { kind, pointer: Box::default(), location, message: shown(message), help: None }
    }

    pub(super) fn with_help(self, help: &str) -> Self {
        Self { help: Some(shown(help)), ..self }
    }

    pub(super) fn with_pointer(self, pointer: impl Into<Box<str>>) -> Self {
        Self { pointer: pointer.into(), ..self }
    }

    /// What kind of thing is wrong.
    #[must_use]
    pub const fn kind(&self) -> FaultKind {
        self.kind
    }

    /// The JSON Pointer of the value or member. Where it would have more than 4,096 bytes, that of what it is in.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// Where it stands.
    #[must_use]
    pub const fn location(&self) -> Location {
        self.location
    }

    /// The line, counted from 1.
    #[must_use]
    pub const fn line(&self) -> u64 {
        self.location.line
    }

    /// The column, counted from 1, in characters.
    #[must_use]
    pub const fn column(&self) -> u64 {
        self.location.column
    }

    /// How many bytes stand before it.
    #[must_use]
    pub const fn offset(&self) -> u64 {
        self.location.offset
    }

    /// What was found and what was expected: at most 512 bytes, without control characters.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// How to mend it, where that can be said.
    #[must_use]
    pub fn help(&self) -> Option<&str> {
        self.help.as_deref()
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {} [{}]", self.line(), self.column(), self.message, self.kind)?;
        if !self.pointer.is_empty() {
            write!(f, " at {}", shown(&self.pointer))?;
        }
        if let Some(help) = &self.help {
            write!(f, "; {help}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::FaultKind;

    #[test]
    fn the_names_of_kinds_are_unique_and_kebab_case() {
        let mut names: Vec<_> = FaultKind::ALL.iter().map(|kind| kind.as_str()).collect();
        assert!(
            names
                .iter()
                .all(|name| name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-')))
        );
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), FaultKind::ALL.len());
    }
}
