use crate::reflect::Problem;
use cooperation_derive::StringValue;
use std::fmt;
use std::hash::{Hash, Hasher};

/// An exact decimal number, written as a string: `"1913897.00"`, `"-0.5"`, `"80"`.
///
/// It has a point before the decimals, no exponent, no plus sign, no leading zeros and no negative zero, in at most 28
/// characters. It is not a binary floating-point number: every digit is kept, including trailing zeros.
///
/// # Equality
///
/// Equality compares the digits as written: `80.0` and `80.00` are not equal, because the precision of the source is
/// kept. Compare [`value`](Decimal::value) to compare numbers.
///
/// # Examples
///
/// ```
/// use cooperation::Decimal;
///
/// let (exact, rounded) = ("80.00".parse::<Decimal>()?, "80".parse::<Decimal>()?);
/// assert_eq!(exact.to_string(), "80.00");
/// assert_ne!(exact, rounded);
/// assert_eq!(exact.value(), rounded.value());
/// # Ok::<(), cooperation::ValueError>(())
/// ```
#[derive(Clone, Copy, StringValue)]
#[string(
    title = "decimal number",
    hint = "Write a number in quotation marks, with a point before the decimals and no spaces: \"1913897.00\".",
    pattern = "^((0|[1-9][0-9]*)(\\.[0-9]+)?|-([1-9][0-9]*(\\.[0-9]+)?|0\\.[0-9]*[1-9][0-9]*))$",
    length = 1..=28,
    examples("80.00", "1913897.00", "0", "-0.5"),
    suggest = suggest,
    sure = has_only_digits,
    leaf = Decimal,
)]
pub struct Decimal {
    value: rust_decimal::Decimal,
}

impl Decimal {
    /// The number zero.
    pub const ZERO: Self = Self { value: rust_decimal::Decimal::ZERO };

    /// Returns the number, for calculations.
    #[must_use]
    pub const fn value(self) -> rust_decimal::Decimal {
        self.value
    }

    /// Returns whether the number is zero.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.value.is_zero()
    }

    /// Returns whether the number is less than zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.value.is_sign_negative()
    }

    fn parse(text: &str) -> Result<Self, Problem> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (whole, decimals) = match digits.split_once('.') {
            Some((whole, decimals)) => (whole, Some(decimals)),
            None => (digits, None),
        };
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !all_digits(whole) || !decimals.is_none_or(all_digits) {
            return Err("expected digits with at most one point, such as 1913897.00".into());
        }
        if whole.len() > 1 && whole.starts_with('0') {
            return Err("it must not start with a needless zero".into());
        }
        if text.len() > 28 {
            return Err("it has more than 28 characters".into());
        }
        let value = text
            .parse::<rust_decimal::Decimal>()
            .map_err(|_| Problem::from("it has more digits than can be kept exactly"))?;
        if value.is_zero() && digits.len() < text.len() {
            return Err("zero has no sign".into());
        }
        Ok(Self { value })
    }
}

impl TryFrom<rust_decimal::Decimal> for Decimal {
    type Error = crate::reflect::ValueError;

    fn try_from(value: rust_decimal::Decimal) -> Result<Self, Self::Error> {
        value.to_string().parse()
    }
}

impl From<Decimal> for rust_decimal::Decimal {
    fn from(number: Decimal) -> Self {
        number.value
    }
}

/// Whole numbers, which have at most 20 digits.
macro_rules! from_integers {
    ($($integer:ty)*) => {$(
        impl From<$integer> for Decimal {
            #[inline]
            fn from(number: $integer) -> Self {
                Self { value: number.into() }
            }
        }
    )*};
}

from_integers! { u8 u16 u32 u64 i8 i16 i32 i64 }

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.value.serialize() == other.value.serialize()
    }
}

impl Eq for Decimal {}

impl Hash for Decimal {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.value.serialize().hash(state);
    }
}

/// Whether a text is a number without a unit and without an exponent, which stands for digits that were lost.
fn has_only_digits(text: &str) -> bool {
    !text.contains(['%', 'e', 'E'])
}

/// The number with a point before its decimals and no other mark, per cent sign or exponent. The last mark stands before the decimals if it is a
/// point or a comma and another than those before it; the others must part the digits by threes. A single comma with
/// three digits behind it may be either.
fn suggest(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches('%').trim_end();
    if let Some((digits, exponent)) = text.split_once(['e', 'E']) {
        return in_full(digits, exponent);
    }
    let (is_negative, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let is_mark = |letter: char| letter.is_whitespace() || matches!(letter, '.' | ',' | '\'' | '\u{2019}');
    let mut parts: Vec<&str> = digits.split(is_mark).collect();
    let marks: Vec<char> = digits.matches(is_mark).filter_map(|mark| mark.chars().next()).collect();
    let decimals = match (marks.as_slice(), parts.as_slice()) {
        ([','], [whole, rest]) if rest.len() == 3 && whole.len() <= 3 && !whole.starts_with('0') => {
            return None;
        }
        ([others @ .., last @ (',' | '.')], _) if !others.contains(last) => parts.pop(),
        _ => None,
    };
    let grouped = marks.get(..parts.len().saturating_sub(1))?;
    let by_threes = parts.iter().skip(1).all(|part| part.len() == 3)
        && (grouped.is_empty() || parts.first().is_some_and(|first| (1..=3).contains(&first.len())));
    if !by_threes || grouped.iter().any(|mark| Some(mark) != grouped.first()) {
        return None;
    }
    let (whole, decimals) = (parts.concat(), decimals.unwrap_or_default());
    let is_nothing = whole.is_empty() && decimals.is_empty();
    if is_nothing || whole.bytes().any(|digit| !digit.is_ascii_digit()) {
        return None;
    }
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        digits => digits,
    };
    let is_zero = whole == "0" && decimals.bytes().all(|digit| digit == b'0');
    let sign = if is_negative && !is_zero { "-" } else { "" };
    let point = if decimals.is_empty() { "" } else { "." };
    Some(format!("{sign}{whole}{point}{decimals}"))
}

/// A number with an exponent as a spreadsheet writes it, such as `1.45E+06`, with all its digits.
fn in_full(digits: &str, exponent: &str) -> Option<String> {
    const MOST: usize = 20;
    let exponent: usize = exponent.strip_prefix('+').unwrap_or(exponent).parse().ok()?;
    let (whole, decimals) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
    let zeros = exponent.checked_sub(decimals.len()).filter(|_| exponent <= MOST)?;
    Some(format!("{whole}{decimals}{}", "0".repeat(zeros)))
}

/// Writes the digits into the buffer, from its end. Only where there are more than fit in 64 bits, nothing.
fn written(value: rust_decimal::Decimal, buffer: &mut [u8; 32]) -> Option<&str> {
    let mut rest = u64::try_from(value.mantissa().unsigned_abs()).ok()?;
    let mut start = buffer.len();
    let mut put = |byte| {
        start = start.checked_sub(1)?;
        *buffer.get_mut(start)? = byte;
        Some(())
    };
    let mut digits = 0;
    while rest > 0 || digits <= value.scale() {
        if digits > 0 && digits == value.scale() {
            put(b'.')?;
        }
        put(b'0'.wrapping_add(u8::try_from(rest % 10).ok()?))?;
        rest /= 10;
        digits = digits.wrapping_add(1);
    }
    if value.is_sign_negative() {
        put(b'-')?;
    }
    buffer.get(start..).and_then(|text| std::str::from_utf8(text).ok())
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let as_it_is = f.width().is_none() && f.precision().is_none() && !f.sign_plus();
        match written(self.value, &mut [0; 32]).filter(|_| as_it_is) {
            Some(text) => f.write_str(text),
            None => fmt::Display::fmt(&self.value, f),
        }
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.value, f)
    }
}

#[cfg(test)]
mod tests {
    use super::{Decimal, written};

    fn at_once(text: &str) -> Option<String> {
        let number = text.parse::<Decimal>().ok()?;
        written(number.value(), &mut [0; 32]).map(str::to_owned)
    }

    #[test]
    fn digits_are_written_at_once_where_64_bits_hold_them() {
        for text in ["0", "0.00", "-0.5", "80", "80.00", "-1913897.07", "1844674407370955161.5"] {
            assert_eq!(at_once(text).as_deref(), Some(text));
        }
        for text in ["18446744073709551616", "-0.18446744073709551616"] {
            assert!(text.parse::<Decimal>().is_ok());
            assert_eq!(at_once(text), None);
        }
    }
}
