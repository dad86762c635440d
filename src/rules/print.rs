//! Texts that are only compared, in 8 bytes each.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::hash::{DefaultHasher, Hasher as _};

/// What no text has in it: so that `ab` and `c` are not `a` and `bc`.
const END: u8 = 0xff;

/// The fingerprint of some texts: among ten million, the chance that any two have the same one is one in 300,000. It is
/// the same wherever it is taken, so that parts which were checked apart can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Print([u8; 8]);

impl Print {
    pub(super) fn of<const N: usize>(texts: [&str; N]) -> Self {
        let mut hasher = DefaultHasher::new();
        for text in texts {
            hasher.write(text.as_bytes());
            hasher.write_u8(END);
        }
        Self(hasher.finish().to_be_bytes())
    }

    /// The first so many bits of it, as a number.
    pub(super) fn short(self, bits: u32) -> usize {
        let number = u64::from_be_bytes(self.0).checked_shr(u64::BITS.saturating_sub(bits));
        number.and_then(|number| usize::try_from(number).ok()).unwrap_or_default()
    }

    /// The fingerprint of a text in small letters.
    pub(super) fn without_case(text: &str) -> Self {
        if !text.is_ascii() {
            return Self::of([text.to_lowercase().as_str()]);
        }
        let mut hasher = DefaultHasher::new();
        for part in text.as_bytes().chunks(64) {
            let mut small = [0; 64];
            let small = small.split_at_mut(part.len()).0;
            small.copy_from_slice(part);
            small.make_ascii_lowercase();
            hasher.write(small);
        }
        hasher.write_u8(END);
        Self(hasher.finish().to_be_bytes())
    }
}

impl Serialize for Print {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        u64::from_be_bytes(self.0).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Print {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        u64::deserialize(deserializer).map(|print| Self(print.to_be_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::Print;

    #[test]
    fn texts_have_one_fingerprint_whatever_their_capitals() {
        let long = "An Association For Small Enterprises ".repeat(9);
        for (one, other) in
            [("Health Trust", "health TRUST"), ("\u{212a}iva", "kiva"), ("ÅSE", "åse"), ("", "")]
        {
            assert_eq!(Print::without_case(one), Print::without_case(other));
        }
        assert_eq!(Print::without_case(&long), Print::of([long.to_lowercase().as_str()]));
        assert_ne!(Print::without_case("a"), Print::without_case("b"));
        assert_ne!(Print::of(["ab", "c"]), Print::of(["a", "bc"]));
    }
}
