use crate::reflect::Problem;
use cooperation_derive::StringValue;
use std::fmt;

/// The version of the format that a document is written in, such as `1.0`.
///
/// A document of another major version cannot be read. A document of a newer minor version can be read unless it uses
/// fields that this version does not know; those are reported as unknown.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, StringValue)]
#[string(
    title = "format version",
    hint = "Write the version of the format: \"1.0\".",
    pattern = "^1\\.(0|[1-9][0-9]{0,2})$",
    length = 3..=5,
    examples("1.0"),
    suggest = suggest,
    sure,
    newer = is_newer,
    leaf = Version,
)]
pub struct Version {
    minor: u16,
}

/// The numbers alone, with a minor one.
#[expect(clippy::unnecessary_wraps, reason = "other strings have no suggestion for some texts")]
fn suggest(text: &str) -> Option<String> {
    let text = text.trim().trim_start_matches(['v', 'V']);
    Some(if text.contains('.') { text.to_owned() } else { format!("{text}.0") })
}

/// Whether a text is a version of the format with a greater major number.
fn is_newer(text: &str) -> bool {
    let major = text.split_once('.').and_then(|(major, minor)| {
        let major = major.parse::<u32>().ok()?;
        minor.parse::<u32>().ok().map(|_| major)
    });
    major.is_some_and(|major| major > u32::from(Version::CURRENT.major()))
}

impl Version {
    /// The version of a new dataset. A dataset that was read keeps its version.
    pub const CURRENT: Self = Self { minor: 0 };

    /// Returns the major version number.
    #[must_use]
    pub const fn major(self) -> u16 {
        1
    }

    /// Returns the minor version number.
    #[must_use]
    pub const fn minor(self) -> u16 {
        self.minor
    }

    fn parse(text: &str) -> Result<Self, Problem> {
        let number = |part: &str| {
            let plain = (1..=3).contains(&part.len())
                && part.bytes().all(|byte| byte.is_ascii_digit())
                && (part == "0" || !part.starts_with('0'));
            plain.then(|| part.parse::<u16>().ok()).flatten()
        };
        let parts = text.split_once('.').and_then(|(major, minor)| Some((number(major)?, number(minor)?)));
        match parts {
            Some((1, minor)) => Ok(Self { minor }),
            Some((major, _)) if major > 1 => {
                Err(format!("version {major} is newer than this library reads: it reads version 1").into())
            }
            Some(_) => Err("there never was such a version; the first is 1.0".into()),
            None => Err("expected a major and a minor number, such as 1.0".into()),
        }
    }
}

impl Default for Version {
    fn default() -> Self {
        Self::CURRENT
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("1.{}", self.minor))
    }
}

impl fmt::Debug for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
