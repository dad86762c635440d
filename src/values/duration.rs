use super::Leaf;
use crate::shape::Problem;
use std::fmt;

string_value! {
    /// A duration as a source states it, apart from any dates: whole years, months, years and months, weeks, or days.
    ///
    /// `P5Y`, `P18M`, `P1Y6M`, `P6W` or `P30D` (ISO 8601), each number from 1 to 9999. `P5Y` and `P60M` are the
    /// same length, but not the same statement: the unit that the source used is kept.
    ///
    /// # Examples
    ///
    /// ```
    /// use cooperation::Duration;
    ///
    /// let five_years: Duration = "P5Y".parse()?;
    /// assert_eq!(five_years.months(), Some(60));
    /// assert_eq!("P30D".parse::<Duration>()?.days(), Some(30));
    /// # Ok::<(), cooperation::ValueError>(())
    /// ```
    #[derive(Clone, Copy, PartialEq, Eq, Hash)]
    pub struct Duration { unit: Unit, count: u16, months: u16 }
    title: "duration",
    pattern: Some("^P([1-9][0-9]{0,3}Y([1-9][0-9]{0,3}M)?|[1-9][0-9]{0,3}[MWD])$"),
    length: 3 to 11,
    format: "duration",
    examples: ["P5Y", "P18M", "P1Y6M", "P6W", "P30D"],
    meant: |text| Some(text.trim().to_ascii_uppercase()),
    leaf: Leaf::Duration,
}

written_as_shown!(Duration);

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Unit {
    Years,
    Months,
    Weeks,
    Days,
}

impl Duration {
    /// So many years; `None` where the number is not from 1 to 9999.
    #[must_use]
    pub fn from_years(years: u16) -> Option<Self> {
        Self::checked(Unit::Years, years)
    }

    /// So many months; `None` where the number is not from 1 to 9999.
    #[must_use]
    pub fn from_months(months: u16) -> Option<Self> {
        Self::checked(Unit::Months, months)
    }

    /// So many days; `None` where the number is not from 1 to 9999.
    #[must_use]
    pub fn from_days(days: u16) -> Option<Self> {
        Self::checked(Unit::Days, days)
    }

    fn checked(unit: Unit, count: u16) -> Option<Self> {
        (1..=9999).contains(&count).then_some(Self { unit, count, months: 0 })
    }

    /// The length in months, where it is stated in years or months.
    #[must_use]
    pub fn months(self) -> Option<u32> {
        match self.unit {
            Unit::Years => Some(u32::from(self.count).saturating_mul(12).saturating_add(self.months.into())),
            Unit::Months => Some(self.count.into()),
            Unit::Weeks | Unit::Days => None,
        }
    }

    /// The length in days, where it is stated in weeks or days.
    #[must_use]
    pub fn days(self) -> Option<u32> {
        match self.unit {
            Unit::Weeks => Some(u32::from(self.count).saturating_mul(7)),
            Unit::Days => Some(self.count.into()),
            Unit::Years | Unit::Months => None,
        }
    }

    fn parse(text: &str) -> Result<Self, Problem> {
        let form = || {
            Problem::from(
                "expected P, then whole years (P5Y), months (P18M), years and months (P1Y6M), weeks (P6W) or days (P30D)",
            )
        };
        let rest = text.strip_prefix('P').ok_or_else(form)?;
        let (years, rest) = match rest.split_once('Y') {
            Some((years, rest)) => (Some(number(years).ok_or_else(form)?), rest),
            None => (None, rest),
        };
        match (years, rest.char_indices().next_back()) {
            (Some(count), None) => Ok(Self { unit: Unit::Years, count, months: 0 }),
            (Some(count), Some((end, 'M'))) => {
                let months = rest.get(..end).and_then(number).ok_or_else(form)?;
                Ok(Self { unit: Unit::Years, count, months })
            }
            (None, Some((end, letter))) => {
                let unit = match letter {
                    'M' => Unit::Months,
                    'W' => Unit::Weeks,
                    'D' => Unit::Days,
                    _ => return Err(form()),
                };
                let count = rest.get(..end).and_then(number).ok_or_else(form)?;
                Ok(Self { unit, count, months: 0 })
            }
            _ => Err(form()),
        }
    }
}

/// A number from 1 to 9999 without leading zeros.
fn number(digits: &str) -> Option<u16> {
    let plain = (1..=4).contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && !digits.starts_with('0');
    plain.then(|| digits.parse().ok()).flatten()
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.count;
        match (self.unit, self.months) {
            (Unit::Years, 0) => f.pad(&format!("P{count}Y")),
            (Unit::Years, months) => f.pad(&format!("P{count}Y{months}M")),
            (Unit::Months, _) => f.pad(&format!("P{count}M")),
            (Unit::Weeks, _) => f.pad(&format!("P{count}W")),
            (Unit::Days, _) => f.pad(&format!("P{count}D")),
        }
    }
}

impl fmt::Debug for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
