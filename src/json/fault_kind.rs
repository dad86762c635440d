use crate::reflect::excerpt;
use std::fmt;

/// The kind of a fault in a text that cannot be read. The names are stable, so that tools can rely on them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FaultKind {
    /// The text is not valid JSON.
    Syntax,
    /// The text ends before the document is complete.
    UnexpectedEnd,
    /// There is more text after the document.
    TrailingData,
    /// The text is empty.
    EmptyInput,
    /// The bytes are not valid UTF-8.
    NotUtf8,
    /// The text is in another encoding than UTF-8.
    OtherEncoding,
    /// The format has no field of this name here.
    UnknownMember,
    /// A required field is missing.
    MissingMember,
    /// An object has the same field twice.
    DoubledMember,
    /// The value has the wrong type.
    WrongType,
    /// The value is `null`, which the format does not use.
    NullMember,
    /// There is a list where an object is expected.
    ListForObject,
    /// A list is empty.
    EmptyList,
    /// An object that needs a field is empty.
    EmptyObject,
    /// A string is not a valid value, such as a date that does not exist.
    InvalidValue,
    /// The name of a field is not valid, such as a language tag.
    InvalidName,
    /// A code is not in its closed list.
    UnlistedCode,
    /// An object that needs exactly one of several fields has none or more than one.
    NotOneMember,
    /// An object has too many fields.
    TooManyMembers,
    /// A number is not a whole number in the allowed range.
    NumberOutOfRange,
    /// An escape is half of a surrogate pair.
    LoneSurrogate,
    /// Objects and lists are nested too deeply.
    TooDeep,
    /// The document is in a newer version of the format.
    UnsupportedVersion,
    /// The document is larger than the limit allows.
    LimitBytes,
    /// The line is longer than the limit allows.
    LimitLineBytes,
    /// Objects and lists are nested more deeply than the limit allows.
    LimitNesting,
    /// A string is longer than the limit allows.
    LimitStringChars,
    /// The document has more values than the limit allows.
    LimitNodes,
}

impl FaultKind {
    /// All kinds of faults.
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

    /// Returns the stable name, such as `unknown-member`.
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
