use crate::reflect::Problem;
use cooperation_derive::StringValue;
use smol_str::SmolStr;

/// SHA-256 checksum of the text that was quoted: `sha256:` and 64 hexadecimal digits in lower case.
#[derive(Clone, PartialEq, Eq, Hash, StringValue)]
#[string(
    title = "checksum",
    hint = "Write sha256: and the 64 hexadecimal digits of the checksum, in lower case.",
    pattern = "^sha256:[0-9a-f]{64}$",
    length = 71..=71,
    examples("sha256:52fc9eabf46a5683f7080d0a48751eeac8452512a7107be0acb1a22f5081b7b2"),
    suggest = suggest,
    leaf = Digest,
    kept,
    text,
)]
pub struct Digest {
    text: SmolStr,
}

impl Digest {
    /// Returns the text as it was read.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

/// The digits in lower case, with the name of the checksum before them.
#[expect(clippy::unnecessary_wraps, reason = "other strings have no suggestion for some texts")]
fn suggest(text: &str) -> Option<String> {
    let text = text.trim().to_ascii_lowercase();
    Some(format!("sha256:{}", text.strip_prefix("sha256:").unwrap_or(&text)))
}

impl Digest {
    fn parse(text: &str) -> Result<Self, Problem> {
        match text.strip_prefix("sha256:") {
            Some(hex)
                if hex.len() == 64 && hex.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) =>
            {
                Ok(Self { text: SmolStr::new(text) })
            }
            _ => Err("expected sha256: and 64 hexadecimal digits in lower case".into()),
        }
    }
}
