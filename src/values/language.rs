use super::codes::names;
use crate::reflect::Problem;
use cooperation_derive::StringValue;
use smol_str::SmolStr;

/// A language tag (BCP 47), such as `nb`, `en`, `sr-Latn` or `pt-BR`, or `und` for an unknown language.
///
/// It has a language of two or three lower-case letters, optionally followed by a script (`Latn`), a region (`NO`,
/// `419`), variants (`1996`) and private parts (`x-abc`), each in the case that BCP 47 recommends, in at most 35
/// characters.
///
/// # Examples
///
/// ```
/// use cooperation::Language;
///
/// assert_eq!(Language::new("nb")?.primary(), "nb");
/// assert!(Language::new("nb_NO").is_err());
/// # Ok::<(), cooperation::ValueError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, StringValue)]
#[string(
    title = "language tag",
    hint = "Write a language code in lower case, such as \"en\" or \"nb\", or \"und\" where the language is not known.",
    pattern = "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(-x(-[a-z0-9]{1,8})+)?$",
    length = 2..=35,
    examples("en", "nb", "sr-Latn", "und"),
    suggest = suggest,
    sure,
    leaf = Language,
    kept,
    text,
)]
pub struct Language {
    text: SmolStr,
}

impl Language {
    /// Returns the text as it was read.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl Language {
    /// The language of a code of two letters, in lower case; a code of another length stops the compiler.
    #[expect(clippy::expect_used, reason = "it is asked when the crate is compiled, and only then")]
    pub(super) const fn constant(code: &str) -> Self {
        let [a, b] = *code.as_bytes().first_chunk().expect("a code of two letters");
        let letters = [a.to_ascii_lowercase(), b.to_ascii_lowercase()];
        match std::str::from_utf8(&letters) {
            Ok(text) => Self { text: SmolStr::new_inline(text) },
            Err(_) => Self::UND,
        }
    }

    /// The tag `und`, for a text whose language is not known, or a name that is the same in all languages.
    pub const UND: Self = Self { text: SmolStr::new_static("und") };

    /// Returns the language subtag, without script, region and variants.
    #[must_use]
    pub fn primary(&self) -> &str {
        primary(&self.text)
    }

    fn parse(text: &str) -> Result<Self, Problem> {
        if !check(text) {
            return Err("expected a BCP 47 tag such as nb, en or sr-Latn".into());
        }
        Ok(Self { text: SmolStr::new(text) })
    }
}

/// The language of a tag, without script, region and variants.
pub(crate) fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}

/// The region of a tag that is given by two letters, such as `NO` of `nb-NO`: the only capitals in a row.
pub(crate) fn region(tag: &str) -> Option<&str> {
    tag.split('-').skip(1).find(|part| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_uppercase()))
}

/// Whether a text is a language tag in the recommended case.
pub(super) fn check(text: &str) -> bool {
    // By far the most are two lower-case letters.
    if let [a, b] = *text.as_bytes() {
        return a.is_ascii_lowercase() && b.is_ascii_lowercase();
    }
    if text.len() > 35 {
        return false;
    }
    let mut parts = text.split('-').peekable();
    let lower = |part: &str| part.bytes().all(|byte| byte.is_ascii_lowercase());
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let lower_or_digit =
        |part: &str| part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    if !parts.next().is_some_and(|part| matches!(part.len(), 2..=3) && lower(part)) {
        return false;
    }
    let is_script = |part: &str| {
        part.len() == 4
            && part.starts_with(|first: char| first.is_ascii_uppercase())
            && part.get(1..).is_some_and(lower)
    };
    let is_region = |part: &str| match part.len() {
        2 => part.bytes().all(|byte| byte.is_ascii_uppercase()),
        3 => digits(part),
        _ => false,
    };
    let is_variant = |part: &str| match part.len() {
        5..=8 => lower_or_digit(part),
        4 => part.starts_with(|first: char| first.is_ascii_digit()) && lower_or_digit(part),
        _ => false,
    };
    parts.next_if(|part| is_script(part));
    parts.next_if(|part| is_region(part));
    while parts.next_if(|part| is_variant(part)).is_some() {}
    match parts.next() {
        None => true,
        Some("x") => {
            parts.peek().is_some() && parts.all(|part| (1..=8).contains(&part.len()) && lower_or_digit(part))
        }
        Some(_) => false,
    }
}

/// The tag in the case that BCP 47 recommends, with hyphens; for the name of a language its code.
#[expect(clippy::unnecessary_wraps, reason = "other strings have no suggestion for some texts")]
fn suggest(text: &str) -> Option<String> {
    if let Some(code) = names::language(text) {
        return Some(code.to_owned());
    }
    let mut out = String::new();
    let mut private = false;
    let mut parts = text.trim().split(['-', '_']).peekable();
    // A language that belongs to a larger one, as in `zh-yue`, stands alone in the form that BCP 47 prefers.
    let first = parts.next();
    let is_extended = |part: &&str| part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_lowercase());
    let first = parts.next_if(is_extended).or(first);
    for (place, part) in first.into_iter().chain(parts).enumerate() {
        if place > 0 {
            out.push('-');
        }
        let lower = part.to_ascii_lowercase();
        private |= lower == "x";
        match (place, lower.len()) {
            (1.., 2) if !private => out.push_str(&lower.to_ascii_uppercase()),
            (1.., 4) if !private => {
                let mut letters = lower.chars();
                out.extend(letters.next().map(|first| first.to_ascii_uppercase()));
                out.push_str(letters.as_str());
            }
            _ => out.push_str(&lower),
        }
    }
    Some(out)
}
