use super::names;
use crate::invariant::Invariant as _;
use crate::reflect::{Problem, in_capitals};
use cooperation_derive::StringValue;

/// The text of letters that were checked; a code that is shorter than the array ends in zeros.
fn text(letters: &[u8]) -> &str {
    std::str::from_utf8(letters).invariant("the letters of a code are ASCII").trim_end_matches('\0')
}

/// A country: two capital letters (ISO 3166-1 alpha-2), such as `NO`. A code that the standard does not have
/// is read and reported.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, StringValue)]
#[string(
    title = "country code",
    hint = "Write the two capital letters of a country (ISO 3166-1), such as \"NO\".",
    pattern = "^[A-Z]{2}$",
    length = 2..=2,
    examples("NO", "SE", "DK"),
    suggest = country,
    sure,
    leaf = Country,
    kept,
)]
pub struct CountryCode {
    letters: [u8; 2],
}

/// The code of a country by its name, or the text in capital letters.
fn country(text: &str) -> Option<String> {
    names::country(text).map(str::to_owned).or_else(|| in_capitals(text))
}

/// The code of a currency by its name or sign, or the text in capital letters.
fn currency(text: &str) -> Option<String> {
    names::currency(text).map(str::to_owned).or_else(|| in_capitals(text))
}

/// The letters of a text; a code of another length stops the compiler.
#[expect(clippy::expect_used, reason = "it is asked when the crate is compiled, and only then")]
const fn letters<const N: usize>(text: &str) -> [u8; N] {
    *text.as_bytes().first_chunk().expect("a code of this length")
}

/// Codes that others use, and those that ISO 3166-1 has for the same countries: Greece and the United Kingdom in the
/// European Union, and metropolitan France.
const MEANT: [([u8; 2], [u8; 2]); 3] = [(*b"EL", *b"GR"), (*b"UK", *b"GB"), (*b"FX", *b"FR")];

impl CountryCode {
    /// Returns the code as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        text(&self.letters)
    }

    /// The code that ISO 3166-1 has for what this one means elsewhere, if it is such a one.
    pub(crate) fn meant(self) -> Option<Self> {
        let found = MEANT.iter().find(|(elsewhere, _)| *elsewhere == self.letters);
        found.map(|&(_, letters)| Self { letters })
    }

    /// The code of a text; one of another length stops the compiler.
    pub(super) const fn constant(code: &str) -> Self {
        Self { letters: letters(code) }
    }

    fn parse(text: &str) -> Result<Self, Problem> {
        match *text.as_bytes() {
            [a, b] if a.is_ascii_uppercase() && b.is_ascii_uppercase() => Ok(Self { letters: [a, b] }),
            _ => Err("expected two capital letters (ISO 3166-1), such as NO".into()),
        }
    }
}

/// A currency: three capital letters (ISO 4217), such as `EUR`. A code that the standard never had is read
/// and reported.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, StringValue)]
#[string(
    title = "currency code",
    hint = "Write the three capital letters of a currency (ISO 4217), such as \"EUR\".",
    pattern = "^[A-Z]{3}$",
    length = 3..=3,
    examples("EUR", "NOK"),
    suggest = currency,
    sure,
    leaf = Currency,
    kept,
)]
pub struct CurrencyCode {
    letters: [u8; 3],
}

impl CurrencyCode {
    /// Returns the code as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        text(&self.letters)
    }

    /// The code of a text; one of another length stops the compiler.
    pub(super) const fn constant(code: &str) -> Self {
        Self { letters: letters(code) }
    }

    fn parse(text: &str) -> Result<Self, Problem> {
        match *text.as_bytes() {
            [a, b, c] if text.bytes().all(|letter| letter.is_ascii_uppercase()) => {
                Ok(Self { letters: [a, b, c] })
            }
            _ => Err("expected three capital letters (ISO 4217), such as EUR".into()),
        }
    }
}

/// A territory by its NUTS code (Nomenclature of territorial units for statistics): a country's two letters, then
/// up to three capital letters or digits, such as `NO082`. More characters name a smaller territory.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, StringValue)]
#[string(
    title = "NUTS code",
    hint = "Write the two letters of a country and up to three capital letters or digits, such as \"NO082\".",
    pattern = "^[A-Z]{2}[A-Z0-9]{0,3}$",
    length = 2..=5,
    examples("NO", "NO082"),
    suggest = in_capitals,
    leaf = Nuts,
    kept,
)]
pub struct NutsCode {
    letters: [u8; 5],
}

impl NutsCode {
    /// Returns the code as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        text(&self.letters)
    }

    /// Returns the country that the code belongs to. NUTS writes `EL` for Greece and `UK` for the United Kingdom.
    #[must_use]
    pub fn country(&self) -> CountryCode {
        let [a, b, ..] = self.letters;
        let own = CountryCode { letters: [a, b] };
        own.meant().unwrap_or(own)
    }

    fn parse(text: &str) -> Result<Self, Problem> {
        let rest_fits =
            |rest: &[u8]| rest.iter().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        match text.as_bytes() {
            [a, b, rest @ ..]
                if a.is_ascii_uppercase() && b.is_ascii_uppercase() && rest.len() <= 3 && rest_fits(rest) =>
            {
                let mut letters = [0; 5];
                letters.iter_mut().zip(text.bytes()).for_each(|(slot, byte)| *slot = byte);
                Ok(Self { letters })
            }
            _ => {
                Err("expected two capital letters, then up to three capital letters or digits, such as NO082"
                    .into())
            }
        }
    }
}
