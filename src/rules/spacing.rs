use super::bytes::any_pair;
use std::borrow::Cow;

/// A text with one space between words, and none around them.
pub(super) fn spaced(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if !may_have_gap(text) {
        return Cow::Borrowed(text);
    }
    let mut spaced = String::with_capacity(text.len());
    let mut is_gap = false;
    for letter in text.chars() {
        let is_space = matches!(letter, ' ' | '\u{a0}');
        if is_space && is_gap {
            spaced.pop();
        }
        spaced.push(if is_space && is_gap { ' ' } else { letter });
        is_gap = is_space;
    }
    Cow::Owned(spaced)
}

/// Whether there may be more than one space between two words: only a text without has none for certain.
pub(super) fn may_have_gap(text: &str) -> bool {
    any_pair(text.as_bytes(), |one, next| matches!(one, b' ' | 0xa0) & matches!(next, b' ' | 0xc2))
}

#[cfg(test)]
mod tests {
    use super::spaced;

    #[test]
    fn words_have_one_space_between_them() {
        for (text, one) in [
            ("Alpha  Ltd ", "Alpha Ltd"),
            (" \u{a0}x\u{a0} y ", "x y"),
            ("a \u{a0}\u{a0}  b", "a b"),
            ("à b", "à b"),
            ("10\u{a0}000", "10\u{a0}000"),
            (" é  è", "é è"),
            ("", ""),
        ] {
            assert_eq!(spaced(text), one, "{text:?}");
        }
    }
}
