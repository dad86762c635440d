//! Texts that are only compared, in 8 bytes each.

use super::blocks::BlockVec;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::hash::{DefaultHasher, Hasher as _};

/// What no text has in it: so that `ab` and `c` are not `a` and `bc`.
const END: u8 = 0xff;

/// The fingerprint of some texts.
///
/// Names and identifiers are kept only to find out which records have the same one. The text of a name takes 70 bytes on
/// average, with its place in an interner; its fingerprint takes 8, and comparing two is comparing two numbers. What is
/// reported is looked up by record, never by text, so the text is not needed again.
///
/// Two texts may share a fingerprint by chance. Among ten million names the odds that any two do are one in 300,000
/// (10^14 / 2 pairs over 2^64); such a pair would be reported as having the same name, at the severity of an info. A
/// fingerprint of 128 bits was tried: it took a second hash and twice the room against a mistake that no user will meet.
///
/// The hash has no random key, unlike that of the tables: it has to come out the same on every machine, so that parts
/// which were checked apart can be compared. An attacker can therefore make two texts that collide, and
/// gains a wrong hint that two names are equal; no hash table is built on it that could be slowed down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::rules) struct Fingerprint([u8; 8]);

impl Fingerprint {
    /// The texts are put together first: the hash takes eight bytes in one step, and a step for each text that is shorter.
    pub(in crate::rules) fn of(texts: &[&str]) -> Self {
        let mut all = Vec::with_capacity(256);
        for text in texts {
            all.extend_from_slice(text.as_bytes());
            all.push(END);
        }
        let mut hasher = DefaultHasher::new();
        hasher.write(&all);
        Self(hasher.finish().to_be_bytes())
    }

    /// The first so many bits of it, as a number.
    pub(in crate::rules) fn short(self, bits: u32) -> usize {
        let number = u64::from_be_bytes(self.0).checked_shr(u64::BITS.saturating_sub(bits));
        number.and_then(|number| usize::try_from(number).ok()).unwrap_or_default()
    }

    /// The fingerprint of a text in small letters.
    pub(in crate::rules) fn without_case(text: &str) -> Self {
        let mut hasher = DefaultHasher::new();
        write_small(text, &mut hasher);
        Self(hasher.finish().to_be_bytes())
    }

    /// The fingerprint of an identifier: of its scheme in small letters, and its value.
    pub(in crate::rules) fn of_identifier(scheme: &str, value: &str) -> Self {
        let mut hasher = DefaultHasher::new();
        write_small(scheme.trim(), &mut hasher);
        hasher.write(value.trim().as_bytes());
        hasher.write_u8(END);
        Self(hasher.finish().to_be_bytes())
    }
}

/// The items whose fingerprint another one may have, in their order.
///
/// Mostly none has, and putting millions in order to learn that takes time and room. A table of some sixteen bits for
/// each item shows of most that no other one has its fingerprint; those that are left are for the caller to compare.
pub(in crate::rules) fn met_again<T>(items: BlockVec<T>, of: impl Fn(&T) -> Fingerprint) -> Vec<T> {
    // In words of 64 bits.
    let words = items.len().div_ceil(4).next_power_of_two();
    let bits = words.ilog2().saturating_add(6);
    let slot = |item: &T| {
        let slot = of(item).short(bits);
        (slot / 64, 1_u64 << (slot % 64))
    };
    let (mut once, mut again) = (vec![0_u64; words], vec![0_u64; words]);
    for item in items.iter() {
        let (word, bit) = slot(item);
        if let (Some(once), Some(again)) = (once.get_mut(word), again.get_mut(word)) {
            *again |= *once & bit;
            *once |= bit;
        }
    }
    items.into_vec_of(|item| {
        let (word, bit) = slot(item);
        again.get(word).is_some_and(|again| again & bit != 0)
    })
}

/// Adds a text in small letters.
fn write_small(text: &str, hasher: &mut DefaultHasher) {
    if text.is_ascii() {
        for part in text.as_bytes().chunks(64) {
            let mut small = [0; 64];
            let small = small.split_at_mut(part.len()).0;
            small.copy_from_slice(part);
            small.make_ascii_lowercase();
            hasher.write(small);
        }
    } else {
        hasher.write(text.to_lowercase().as_bytes());
    }
    hasher.write_u8(END);
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        u64::from_be_bytes(self.0).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        u64::deserialize(deserializer).map(|fingerprint| Self(fingerprint.to_be_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::{Fingerprint, met_again};

    #[test]
    fn texts_have_one_fingerprint_whatever_their_capitals() {
        let long = "An Association For Small Enterprises ".repeat(9);
        for (one, other) in
            [("Health Trust", "health TRUST"), ("\u{212a}iva", "kiva"), ("ÅSE", "åse"), ("", "")]
        {
            assert_eq!(Fingerprint::without_case(one), Fingerprint::without_case(other));
        }
        assert_eq!(Fingerprint::without_case(&long), Fingerprint::of(&[long.to_lowercase().as_str()]));
        assert_ne!(Fingerprint::without_case("a"), Fingerprint::without_case("b"));
        assert_ne!(Fingerprint::of(&["ab", "c"]), Fingerprint::of(&["a", "bc"]));
    }

    #[test]
    fn whatever_shares_a_fingerprint_is_met_again_and_little_else() {
        let numbers: Vec<u32> = (0..10_000).chain([17, 9_999, 17]).collect();
        let of = |number: &u32| Fingerprint::of(&[&number.to_string()]);
        let again = met_again(numbers.clone().into(), of);
        assert_eq!(again.iter().filter(|&&number| number == 17).count(), 3);
        assert_eq!(again.iter().filter(|&&number| number == 9_999).count(), 2);
        assert!(again.len() < 2_000, "{}", again.len());
        assert!(met_again(Vec::new().into(), of).is_empty());
    }
}
