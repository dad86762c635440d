use crate::reflect::excerpt;
use std::fmt;

/// What is wrong at a place of a text that cannot be read.
///
/// The names are stable: a tool may go by them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FaultKind {
    /// The text is no JSON here.
    Syntax,
    /// The text ends too early.
    UnexpectedEnd,
    /// Something follows the document.
    TrailingData,
    /// There is no text.
    EmptyInput,
    /// These bytes are no UTF-8.
    NotUtf8,
    /// The text is in another encoding than UTF-8.
    OtherEncoding,
    /// The format has no such member here.
    UnknownMember,
    /// A member that is required is not there.
    MissingMember,
    /// A member is given twice.
    DoubledMember,
    /// Another type of value belongs here.
    WrongType,
    /// The value is null, which the format does not have.
    NullMember,
    /// A list stands where an object belongs.
    ListForObject,
    /// A list has no item.
    EmptyList,
    /// An object that must have a member has none.
    EmptyObject,
    /// A string breaks the rule of its value.
    InvalidValue,
    /// The name of a member breaks the rule for such names.
    InvalidName,
    /// A word is none of those of a closed list.
    UnlistedCode,
    /// An object that has exactly one of several members has none or more of them.
    NotOneMember,
    /// An object has more members than it may.
    TooManyMembers,
    /// A number is no whole number in the range.
    NumberOutOfRange,
    /// An escape is half of a surrogate pair.
    LoneSurrogate,
    /// Objects and lists stand too deep in each other.
    TooDeep,
    /// The document is in a newer version of the format.
    UnsupportedVersion,
    /// The document has more bytes than the limit allows.
    LimitBytes,
    /// The line has more bytes than the limit allows.
    LimitLineBytes,
    /// Objects and lists stand deeper in each other than the limit allows.
    LimitNesting,
    /// A string has more characters than the limit allows.
    LimitStringChars,
    /// There are more values than the limit allows.
    LimitNodes,
}

impl FaultKind {
    /// Every kind.
    pub const ALL: &'static [Self] = &[
        Self::Syntax,
        Self::UnexpectedEnd,
        Self::TrailingData,
        Self::EmptyInput,
        Self::NotUtf8,
        Self::OtherEncoding,
        Self::UnknownMember,
        Self::MissingMember,
        Self::DoubledMember,
        Self::WrongType,
        Self::NullMember,
        Self::ListForObject,
        Self::EmptyList,
        Self::EmptyObject,
        Self::InvalidValue,
        Self::InvalidName,
        Self::UnlistedCode,
        Self::NotOneMember,
        Self::TooManyMembers,
        Self::NumberOutOfRange,
        Self::LoneSurrogate,
        Self::TooDeep,
        Self::UnsupportedVersion,
        Self::LimitBytes,
        Self::LimitLineBytes,
        Self::LimitNesting,
        Self::LimitStringChars,
        Self::LimitNodes,
    ];

    /// The stable name, such as `unknown-member`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::UnexpectedEnd => "unexpected-end",
            Self::TrailingData => "trailing-data",
            Self::EmptyInput => "empty-input",
            Self::NotUtf8 => "not-utf8",
            Self::OtherEncoding => "other-encoding",
            Self::UnknownMember => "unknown-member",
            Self::MissingMember => "missing-member",
            Self::DoubledMember => "doubled-member",
            Self::WrongType => "wrong-type",
            Self::NullMember => "null-member",
            Self::ListForObject => "list-for-object",
            Self::EmptyList => "empty-list",
            Self::EmptyObject => "empty-object",
            Self::InvalidValue => "invalid-value",
            Self::InvalidName => "invalid-name",
            Self::UnlistedCode => "unlisted-code",
            Self::NotOneMember => "not-one-member",
            Self::TooManyMembers => "too-many-members",
            Self::NumberOutOfRange => "number-out-of-range",
            Self::LoneSurrogate => "lone-surrogate",
            Self::TooDeep => "too-deep",
            Self::UnsupportedVersion => "unsupported-version",
            Self::LimitBytes => "limit-bytes",
            Self::LimitLineBytes => "limit-line-bytes",
            Self::LimitNesting => "limit-nesting",
            Self::LimitStringChars => "limit-string-chars",
            Self::LimitNodes => "limit-nodes",
        }
    }
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

impl<'de> serde::Deserialize<'de> for FaultKind {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = std::borrow::Cow::<'_, str>::deserialize(deserializer)?;
        let kind = Self::ALL.iter().copied().find(|kind| kind.as_str() == name);
        kind.ok_or_else(|| {
            serde::de::Error::custom(format_args!("there is no kind of fault {}", excerpt(&name)))
        })
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
