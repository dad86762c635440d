//! Latin letters in ASCII, for ids that are made of names.

/// Letters without their marks, each group after what is written for it. In lower case.
const LETTERS: &[(&str, &str)] = &[
    ("a", "àáâãäåāăąǎȁȃạảấầẩẫậắằẳẵặ"),
    ("ae", "æǽ"),
    ("b", "ḃ"),
    ("c", "çćĉċč"),
    ("d", "ďđðḋḍ"),
    ("e", "èéêëēĕėęěȅȇẹẻẽếềểễệ"),
    ("f", "ḟ"),
    ("g", "ĝğġģǧ"),
    ("h", "ĥħḥ"),
    ("i", "ìíîïĩīĭįıǐỉị"),
    ("ij", "ĳ"),
    ("j", "ĵ"),
    ("k", "ķǩĸ"),
    ("l", "ĺļľŀłḷ"),
    ("m", "ṁṃ"),
    ("n", "ñńņňŉŋǹṅṇ"),
    ("o", "òóôõöøōŏőǒǿȍȏơọỏốồổỗộớờởỡợ"),
    ("oe", "œ"),
    ("p", "ṗ"),
    ("r", "ŕŗřȑȓṛ"),
    ("s", "śŝşšșſṡṣ"),
    ("ss", "ß"),
    ("t", "ţťŧțṫṭ"),
    ("th", "þ"),
    ("u", "ùúûüũūŭůűųǔưụủứừửữựȕȗ"),
    ("w", "ŵẁẃẅ"),
    ("x", "ẋ"),
    ("y", "ýÿŷȳỳỵỷỹ"),
    ("z", "źżžẓ"),
];

/// What is written in ASCII for a letter in lower case; `None` where it is not a Latin letter with a mark.
pub(super) fn in_ascii(letter: char) -> Option<&'static str> {
    LETTERS.iter().find(|(_, marked)| marked.contains(letter)).map(|(plain, _)| *plain)
}

/// Whether a character is a mark that belongs to the letter before it.
pub(super) const fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::{LETTERS, in_ascii};

    #[test]
    fn every_letter_of_the_european_blocks_has_one_form_in_ascii() {
        for number in (0xdf..=0x17f).filter(|number| *number != 0xf7) {
            for letter in char::from_u32(number).into_iter().flat_map(char::to_lowercase) {
                assert!(
                    letter.is_ascii() || super::is_mark(letter) || in_ascii(letter).is_some(),
                    "{letter}"
                );
            }
        }
        let all: Vec<char> = LETTERS.iter().flat_map(|(_, marked)| marked.chars()).collect();
        for (place, letter) in all.iter().enumerate() {
            assert!(
                letter.is_alphabetic()
                    && !letter.is_ascii()
                    && all.iter().skip(place.saturating_add(1)).all(|other| other != letter),
                "{letter}"
            );
        }
    }
}
