use super::label::longer_than;
use crate::reflect::{Problem, is_escaped, is_rooted, steps};
use cooperation_derive::StringValue;
use smol_str::SmolStr;
use std::borrow::Cow;

/// A JSON Pointer (RFC 6901) to a member within a record. The empty text is the record itself.
///
/// `/period/start` is the member `start` of the member `period`; `~1` is an escaped `/` in a name, and `~0` an escaped
/// `~`. At most 1,000 characters.
#[derive(Clone, Default, PartialEq, Eq, Hash, StringValue)]
#[string(
    title = "JSON Pointer",
    hint = "Write the path of a field of this record, such as \"/name\" or \"/period/start\", or \"\" for the record itself.",
    pattern = "^(/([^~/\\x00-\\x1f]|~[01])*)*$",
    length = 0..=1000,
    format = "json-pointer",
    examples("", "/name", "/period/start"),
    suggest = suggest,
    sure,
    leaf = Pointer,
    kept,
    text,
)]
pub struct Pointer {
    text: SmolStr,
}

impl Pointer {
    /// Returns the text as it was read.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

/// The names with a slash before each, where nothing but names and slashes stands there, behind the `#` of an address.
fn suggest(text: &str) -> Option<String> {
    let names = text.trim().trim_start_matches(['#', '/']);
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'/');
    names.bytes().all(plain).then(|| format!("/{names}"))
}

impl Pointer {
    /// Returns the segments of the pointer, with escapes resolved.
    pub fn steps(&self) -> impl Iterator<Item = String> {
        steps(&self.text).map(Cow::into_owned)
    }

    fn parse(text: &str) -> Result<Self, Problem> {
        if !is_rooted(text) {
            return Err("it must be empty or start with /".into());
        }
        if !is_escaped(text) {
            return Err("~ must be written ~0, and / in a name ~1".into());
        }
        if text.bytes().any(|byte| byte < b' ') {
            return Err("it has a control character".into());
        }
        if longer_than(text, 1000) {
            return Err("it has more than 1,000 characters".into());
        }
        Ok(Self { text: SmolStr::new(text) })
    }
}
