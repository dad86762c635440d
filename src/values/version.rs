use super::Leaf;
use crate::shape::Problem;
use std::fmt;

string_value! {
    /// The version of the format that a document is written in: `1.0`.
    ///
    /// A document of another major version cannot be read. One of a newer minor version can, as long as it has nothing in
    /// it that came later: that is an unknown member.
    #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
    pub struct Version { minor: u16 }
    title: "format version",
    pattern: Some("^1\\.(0|[1-9][0-9]{0,2})$"),
    length: 3 to 5,
    examples: ["1.0"],
    meant: |text| Some(meant(text)),
    leaf: Leaf::Version,
}

written_as_shown!(Version);

/// The numbers alone, with a minor one.
fn meant(text: &str) -> String {
    let text = text.trim().trim_start_matches(['v', 'V']);
    if text.contains('.') { text.to_owned() } else { format!("{text}.0") }
}

impl Version {
    /// The version of a new dataset. One that was read keeps its own.
    pub const CURRENT: Self = Self { minor: 0 };

    /// The major part.
    #[must_use]
    pub const fn major(self) -> u16 {
        1
    }

    /// The minor part.
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
