use super::label::longer_than;
use crate::reflect::Problem;
use cooperation_derive::StringValue;
use smol_str::SmolStr;

/// A media type, such as `application/pdf` (IANA media types; RFC 6838): type, slash, subtype, without parameters.
///
/// # Examples
///
/// ```
/// use cooperation::values::MediaType;
///
/// assert_eq!(MediaType::new("application/pdf")?.as_str(), "application/pdf");
/// assert!(MediaType::new("PDF").is_err());
/// # Ok::<(), cooperation::ValueError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, StringValue)]
#[string(
    title = "media type",
    hint = "Write a media type with a slash, such as \"application/pdf\".",
    pattern = "^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*$",
    length = 3..=255,
    examples("application/pdf", "text/html"),
    leaf = MediaType,
    kept,
    text,
)]
pub struct MediaType {
    text: SmolStr,
}

impl MediaType {
    /// Returns the media type as it was read.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    fn parse(text: &str) -> Result<Self, Problem> {
        let is_name = |name: &str| {
            name.starts_with(|first: char| first.is_ascii_alphanumeric())
                && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$&^_.+-".contains(&byte))
        };
        if !text.split_once('/').is_some_and(|(kind, subtype)| is_name(kind) && is_name(subtype)) {
            return Err("expected a type and a subtype, such as application/pdf".into());
        }
        if longer_than(text, 255) {
            return Err("it has more than 255 characters".into());
        }
        Ok(Self { text: SmolStr::new(text) })
    }
}
