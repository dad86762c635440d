use super::checksum::checksum;
use super::rules::Rules;
use crate::order::put_in_order;
use crate::reflect::{excerpt, sanitized};
use crate::rules::families::Families;
use crate::rules::memory::{Fingerprint, Memory};
use crate::rules::reporter::Found;
use cooperation_derive::DebugAsDisplay;
use std::fmt;

/// The result of validating one part of a dataset: its findings, and what is needed to compare its records with those
/// of other parts.
///
/// A summary can be written and read as JSON. It can be read only by the same build: the same version of the library,
/// compiled by the same compiler. It has a checksum, and a summary that was damaged or edited after it was written is
/// refused. The checksum has no key: it is no proof of who wrote the summary.
///
/// # Examples
///
/// ```
/// use cooperation::{ReadOptions, Rules, rules::Summary};
///
/// let rules = Rules::default();
/// let check = |part: &str, file: &str| {
///     let mut validator = rules.validator();
///     for (number, record) in ReadOptions::default().lines(file.as_bytes()).flatten() {
///         validator.add(number, &record);
///     }
///     validator.summarize(part)
/// };
/// let one = check("one", r#"{"project": {"id": "p", "title": {"en": "P"}, "programmes": ["n"]}}"#);
/// let two = check("two", r#"{"programme": {"id": "n", "name": {"en": "N"}}}"#);
/// let summary = two.merge(one)?;
/// assert!(rules.finish(summary).is_valid());
/// # Ok::<(), cooperation::rules::SamePart>(())
/// ```
#[derive(Default, serde::Deserialize)]
#[serde(try_from = "Written")]
pub struct Summary {
    pub(super) parts: Parts,
}

/// A summary as it is written.
#[derive(serde::Serialize, serde::Deserialize)]
struct Written<P = Parts> {
    made_by: BuildStamp,
    parts: P,
    /// Of the parts.
    checksum: u64,
}

impl TryFrom<Written> for Summary {
    type Error = String;

    fn try_from(Written { parts, checksum: written, .. }: Written) -> Result<Self, String> {
        // It is one of values, not of their text: a change that makes no difference is none.
        let found = checksum(&parts);
        if found == written {
            Ok(Self { parts })
        } else {
            Err(format!("the summary is not as it was written: its checksum is {found}, not {written}"))
        }
    }
}

impl serde::Serialize for Summary {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let parts = &self.parts;
        Written { made_by: BuildStamp, parts, checksum: checksum(parts) }.serialize(serializer)
    }
}

/// The checks of parts by their names, in the order of these. There are few: a sorted list, written as an object.
#[derive(Default, Hash)]
pub(super) struct Parts(Vec<(String, Part)>);

impl Parts {
    fn place(&self, name: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.as_str().cmp(name))
    }

    /// Adds a part; gives its name back where there is one of that name.
    fn insert(&mut self, name: String, part: Part) -> Result<(), String> {
        match self.place(&name) {
            Ok(_) => Err(name),
            Err(place) => {
                self.0.insert(place, (name, part));
                Ok(())
            }
        }
    }

    pub(super) fn into_values(self) -> impl Iterator<Item = Part> {
        self.0.into_iter().map(|(_, part)| part)
    }
}

impl serde::Serialize for Parts {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, part)| (name, part)))
    }
}

impl<'de> serde::Deserialize<'de> for Parts {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Parts;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of parts")
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Parts, A::Error> {
                let mut parts = Parts::default();
                while let Some((name, part)) = map.next_entry()? {
                    let twice = |name| serde::de::Error::custom(SamePart(name));
                    parts.insert(name, part).map_err(twice)?;
                }
                Ok(parts)
            }
        }
        deserializer.deserialize_map(Visitor)
    }
}

/// The check of one part.
#[derive(Hash, serde::Serialize, serde::Deserialize)]
pub(super) struct Part {
    pub memory: Memory,
    pub families: Families,
    pub found: Found,
    /// What its records were not checked for, in sentences.
    pub unchecked: Vec<String>,
}

impl fmt::Debug for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.parts.0.iter().map(|(name, _)| name).collect();
        f.debug_tuple("Summary").field(&names).finish()
    }
}

/// What wrote a summary: this version, in a build whose fingerprints are these. It reads no other's.
#[derive(Default)]
struct BuildStamp;

impl BuildStamp {
    const VERSION: &str = env!("CARGO_PKG_VERSION");

    /// The compiler is free to make other fingerprints than the one before it did.
    fn fingerprint() -> Fingerprint {
        Fingerprint::of(&[Self::VERSION])
    }
}

impl serde::Serialize for BuildStamp {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (Self::VERSION, Self::fingerprint()).serialize(serializer)
    }
}

impl<'de> serde::Deserialize<'de> for BuildStamp {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (version, fingerprint): (String, Fingerprint) = serde::Deserialize::deserialize(deserializer)?;
        if version == Self::VERSION && fingerprint == Self::fingerprint() {
            return Ok(Self);
        }
        Err(serde::de::Error::custom(format_args!(
            "version {} of the library wrote this summary, or another build of it; this is version {}, which reads its own",
            excerpt(&version),
            Self::VERSION
        )))
    }
}

/// The error for two summaries with a part of the same name.
#[derive(Clone, PartialEq, Eq, thiserror::Error, DebugAsDisplay)]
#[error("the part {} is there twice", excerpt(.0))]
pub struct SamePart(String);

impl SamePart {
    /// Returns the name of the part.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0
    }
}

impl Summary {
    /// The summary of one part.
    pub(super) fn new(name: &str, part: Part) -> Self {
        Self { parts: Parts(vec![(name.to_owned(), part)]) }
    }

    /// What these rules, or those of the parts, did not check, in sentences: of some parts only, with how many.
    pub(super) fn unchecked(&self, rules: &Rules) -> Vec<String> {
        let all = self.parts.0.len();
        if all == 0 {
            return rules.unchecked();
        }
        // Each sentence with the first part that has it, in the order in which they come. A summary from other hands may
        // have any number of them.
        let mut given: Vec<(&str, usize, &str)> = Vec::new();
        for (name, part) in &self.parts.0 {
            for sentence in &part.unchecked {
                given.push((sentence, given.len(), name));
            }
        }
        put_in_order(&mut given, &|(one, ..), (other, ..)| one.cmp(other));
        let mut sentences = Vec::new();
        for same in given.chunk_by(|(one, ..), (other, ..)| one == other) {
            if let Some(&(sentence, place, first)) = same.first() {
                sentences.push((place, sentence, first, same.len()));
            }
        }
        put_in_order(&mut sentences, &|(one, ..), (other, ..)| one.cmp(other));
        // What day is today is asked of single records, so the parts have answered it.
        let off = rules.switched_off();
        let mut unchecked = off.clone();
        for (_, sentence, first, parts) in sentences {
            if !off.iter().any(|known| known == sentence) {
                let of = if parts < all {
                    format!(" (in {parts} of {all} parts, the first of them {})", excerpt(first))
                } else {
                    String::new()
                };
                unchecked.push(sanitized(&format!("{sentence}{of}")).into());
            }
        }
        unchecked
    }

    /// Merges two summaries, in any order.
    ///
    /// # Errors
    /// Returns an error if both summaries have a part of the same name.
    pub fn merge(mut self, other: Self) -> Result<Self, SamePart> {
        for (name, part) in other.parts.0 {
            self.parts.insert(name, part).map_err(SamePart)?;
        }
        Ok(self)
    }
}
