/// The known word that somebody most likely meant: the nearest by letters left out, added, changed or swapped, where it
/// is near enough to be worth showing. Of several that are equally near, the first.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest_within(word, &mut known.into_iter(), &near_enough)
}

/// Words that differ by one letter from a code of some list and mean something else: contact, founder, planning.
const OTHER: [&str; 3] = ["contract", "funder", "planting"];

/// The code that a word is but for a typing error: one letter left out, added, changed or swapped. Of short words, which
/// are near to many others, the first letter must be right. A word that differs by more is most likely another word.
pub(crate) fn near_miss<'a>(word: &str, codes: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const SHORT: usize = 5;
    let letters = word.chars().count();
    if letters < 3 || OTHER.contains(&word) {
        return None;
    }
    let first = |word: &str| word.chars().next().map(|letter| letter.to_ascii_lowercase());
    let plausible = |code: &&str| letters > SHORT || first(code) == first(word);
    nearest_within(word, &mut codes.into_iter().filter(plausible), &|_| 1)
}

/// Whether two words are the same regardless of case and of the spaces, hyphens or underscores that join their parts.
pub(crate) fn same_letters(one: &str, other: &str) -> bool {
    fn letters(word: &str) -> impl Iterator<Item = char> {
        let letters = word.chars().filter(|letter| !matches!(letter, ' ' | '-' | '_'));
        letters.map(|letter| letter.to_ascii_lowercase())
    }
    letters(one).eq(letters(other))
}

fn nearest_within<'a>(
    word: &str,
    known: &mut dyn Iterator<Item = &'a str>,
    within: &dyn Fn(usize) -> usize,
) -> Option<&'a str> {
    let word = Folded::of(word)?;
    let mut best: Option<(usize, &str)> = None;
    for candidate in known {
        let most = match best {
            Some((0, _)) => break,
            Some((distance, _)) => distance.saturating_sub(1),
            None => within(word.length),
        };
        // Most candidates are too long or too short, which is seen before their letters are looked at.
        if candidate.chars().count().abs_diff(word.length) > most {
            continue;
        }
        let Some(letters) = Folded::of(candidate) else { continue };
        let distance = distance(word.letters(), letters.letters());
        if distance <= most {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Longest word that is compared: the work for one is the square of it.
const LONGEST: usize = 64;

/// A third of the letters may differ.
fn near_enough(letters: usize) -> usize {
    (letters / 3).max(1)
}

/// The letters of a word, alike whatever their case and whatever joins its parts.
struct Folded {
    buffer: [char; LONGEST],
    length: usize,
}

impl Folded {
    /// Folds a word, unless it is too long.
    fn of(word: &str) -> Option<Self> {
        let mut folded = Self { buffer: ['\0'; LONGEST], length: 0 };
        for letter in word.chars() {
            *folded.buffer.get_mut(folded.length)? = match letter {
                '-' | '_' => ' ',
                _ => letter.to_ascii_lowercase(),
            };
            folded.length = folded.length.saturating_add(1);
        }
        Some(folded)
    }

    fn letters(&self) -> &[char] {
        self.buffer.get(..self.length).unwrap_or_default()
    }
}

/// How many letters must be left out, added, changed or swapped with their neighbour (optimal string alignment).
fn distance(one: &[char], other: &[char]) -> usize {
    let mut before = [0_usize; LONGEST + 1];
    let mut last: [usize; LONGEST + 1] = std::array::from_fn(|column| column);
    let at = |line: &[usize], column: usize| line.get(column).copied().unwrap_or(usize::MAX);
    let mut last_letter = None;
    for (row, &letter) in one.iter().enumerate() {
        let mut cost = row.saturating_add(1);
        let mut this = [cost; LONGEST + 1];
        let mut left_letter = None;
        for (column, &against) in other.iter().enumerate() {
            let next = column.saturating_add(1);
            let changed = at(&last, column).saturating_add(usize::from(letter != against));
            let dropped = at(&last, next).saturating_add(1);
            let added = cost.saturating_add(1);
            cost = changed.min(dropped).min(added);
            if last_letter == Some(against)
                && left_letter == Some(letter)
                && let Some(column) = column.checked_sub(1)
            {
                cost = cost.min(at(&before, column).saturating_add(1));
            }
            if let Some(place) = this.get_mut(next) {
                *place = cost;
            }
            left_letter = Some(against);
        }
        before = std::mem::replace(&mut last, this);
        last_letter = Some(letter);
    }
    at(&last, other.len())
}

#[cfg(test)]
mod tests {
    use super::{near_miss, nearest, same_letters};

    #[test]
    fn the_nearest_word_is_found() {
        let known = ["title", "period", "programme", "partner_count"];
        assert_eq!(nearest("titel", known), Some("title"));
        assert_eq!(nearest("Period", known), Some("period"));
        assert_eq!(nearest("program", known), Some("programme"));
        assert_eq!(nearest("partner-count", known), Some("partner_count"));
        assert_eq!(nearest("a-b_c d", ["a_b-c_d"]), Some("a_b-c_d"));
    }

    #[test]
    fn a_near_miss_is_one_letter_away_at_any_length() {
        let codes = ["law", "loan", "grant", "founder", "planning", "business support organization"];
        for (word, code) in [
            ("laws", "law"),
            ("laon", "loan"),
            ("Gran", "grant"),
            ("buisness support organization", "business support organization"),
        ] {
            assert_eq!(near_miss(word, codes), Some(code), "{word}");
        }
        for word in ["la", "paw", "groan", "funder", "planting", "buisness suport organization"] {
            assert_eq!(near_miss(word, codes), None, "{word}");
        }
    }

    #[test]
    fn words_are_compared_by_their_letters() {
        for word in ["part of", "Part_Of", "part-of", "PARTOF", " part  of "] {
            assert!(same_letters(word, "part of"), "{word}");
        }
        assert!(
            !same_letters("part of", "part.of") && !same_letters("part", "part of") && same_letters("-", "")
        );
    }

    #[test]
    fn a_word_that_is_far_from_all_has_no_nearest() {
        assert_eq!(nearest("zebra", ["title", "period"]), None);
        assert_eq!(nearest(&"t".repeat(10_000), ["title"]), None);
    }
}
