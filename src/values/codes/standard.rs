use super::known;
use crate::shape::Problem;
use crate::values::Leaf;
use std::fmt;

/// What the three code types have in common: their text in a fixed array.
macro_rules! letters {
    ($name:ident) => {
        impl $name {
            /// Checks the form of a code. Whether the standard has such a code is another question.
            ///
            /// # Errors
            /// When the text does not have the form of a code.
            pub fn new(text: impl AsRef<str>) -> Result<Self, crate::shape::ValueError> {
                text.as_ref().parse()
            }

            /// The code as it is written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                // Only ASCII gets in.
                std::str::from_utf8(&self.letters).unwrap_or_default().trim_end_matches('\0')
            }
        }

        written_as_text!($name);

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(self.as_str(), f)
            }
        }
    };
}

string_value! {
    /// A country: two capital letters (ISO 3166-1 alpha-2), such as `NO`. A code that the standard does not have
    /// is read and reported.
    #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
    pub struct CountryCode { letters: [u8; 2] }
    title: "country code",
    pattern: Some("^[A-Z]{2}$"),
    length: 2 to 2,
    examples: ["NO", "SE", "DK"],
    meant: |text| Some(text.trim().to_ascii_uppercase()),
    leaf: Leaf::Country,
}

letters!(CountryCode);

/// Codes that others use, and those that ISO 3166-1 has for the same countries: Greece and the United Kingdom in the
/// European Union, and metropolitan France.
const MEANT: [([u8; 2], [u8; 2]); 3] = [(*b"EL", *b"GR"), (*b"UK", *b"GB"), (*b"FX", *b"FR")];

impl CountryCode {
    /// The code that ISO 3166-1 has for what this one means elsewhere, if it is such a one.
    pub(crate) fn meant(self) -> Option<Self> {
        let found = MEANT.iter().find(|(elsewhere, _)| *elsewhere == self.letters);
        found.map(|&(_, letters)| Self { letters })
    }

    /// Whether the standard has the code, or it is in general use beside it (`XK` for Kosovo).
    #[must_use]
    pub fn is_known(&self) -> bool {
        known::is_country(self.as_str())
    }

    fn parse(text: &str) -> Result<Self, Problem> {
        match *text.as_bytes() {
            [a, b] if a.is_ascii_uppercase() && b.is_ascii_uppercase() => Ok(Self { letters: [a, b] }),
            _ => Err("expected two capital letters (ISO 3166-1), such as NO".into()),
        }
    }
}

string_value! {
    /// A currency: three capital letters (ISO 4217), such as `EUR`. A code that the standard never had is read
    /// and reported.
    #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
    pub struct CurrencyCode { letters: [u8; 3] }
    title: "currency code",
    pattern: Some("^[A-Z]{3}$"),
    length: 3 to 3,
    examples: ["EUR", "NOK"],
    meant: |text| Some(text.trim().to_ascii_uppercase()),
    leaf: Leaf::Currency,
}

letters!(CurrencyCode);

impl CurrencyCode {
    /// Whether the standard has the code, or had it since 1990.
    #[must_use]
    pub fn is_known(&self) -> bool {
        known::is_currency(self.as_str())
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

string_value! {
    /// A territory by its NUTS code (Nomenclature of territorial units for statistics): a country's two letters, then
    /// up to three capital letters or digits, such as `NO082`. More characters name a smaller territory.
    #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
    pub struct NutsCode { letters: [u8; 5] }
    title: "NUTS code",
    pattern: Some("^[A-Z]{2}[A-Z0-9]{0,3}$"),
    length: 2 to 5,
    examples: ["NO", "NO082"],
    meant: |text| Some(text.trim().to_ascii_uppercase()),
    leaf: Leaf::Nuts,
}

letters!(NutsCode);

impl NutsCode {
    /// The country that the code belongs to. NUTS writes `EL` for Greece and `UK` for the United Kingdom.
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
