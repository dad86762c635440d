use crate::reflect::Problem;
use cooperation_derive::StringValue;
use std::fmt;

/// A duration as a source states it, separately from dates: in years, months, years and months, weeks, or days.
///
/// It is written `P5Y`, `P18M`, `P1Y6M`, `P6W` or `P30D` (ISO 8601), with numbers from 1 to 9999. `P5Y` and `P60M`
/// have the same length but are not equal: the unit of the source is kept.
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
#[derive(Clone, Copy, PartialEq, Eq, Hash, StringValue)]
#[string(
    title = "duration",
    hint = "Write P, a number and Y, M, W or D: \"P5Y\" is five years, \"P18M\" is 18 months.",
    pattern = "^P([1-9][0-9]{0,3}Y([1-9][0-9]{0,3}M)?|[1-9][0-9]{0,3}[MWD])$",
    length = 3..=11,
    format = "duration",
    examples("P5Y", "P18M", "P1Y6M", "P6W", "P30D"),
    suggest = crate::reflect::in_capitals,
    leaf = Duration,
)]
pub struct Duration {
    unit: DurationUnit,
    count: u16,
    months: u16,
}

/// The unit of a stated duration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DurationUnit {
    /// Years, of twelve months.
    Years,
    /// Months.
    Months,
    /// Weeks, of seven days.
    Weeks,
    /// Days.
    Days,
}

impl DurationUnit {
    /// Returns the name of the unit: `years`, `months`, `weeks` or `days`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Years => "years",
            Self::Months => "months",
            Self::Weeks => "weeks",
            Self::Days => "days",
        }
    }
}

impl fmt::Display for DurationUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Duration {
    /// Creates a duration in years; `None` if the number is not from 1 to 9999.
    #[must_use]
    pub fn from_years(years: u16) -> Option<Self> {
        Self::checked(DurationUnit::Years, years)
    }

    /// Creates a duration in years and months, such as `P1Y6M`; `None` if one of the numbers is not from 1 to 9999.
    #[must_use]
    pub fn from_years_and_months(years: u16, months: u16) -> Option<Self> {
        let (years, months) = (Self::from_years(years)?, Self::from_months(months)?);
        Some(Self { months: months.count, ..years })
    }

    /// Creates a duration in months; `None` if the number is not from 1 to 9999.
    #[must_use]
    pub fn from_months(months: u16) -> Option<Self> {
        Self::checked(DurationUnit::Months, months)
    }

    /// Creates a duration in weeks; `None` if the number is not from 1 to 9999.
    #[must_use]
    pub fn from_weeks(weeks: u16) -> Option<Self> {
        Self::checked(DurationUnit::Weeks, weeks)
    }

    /// Creates a duration in days; `None` if the number is not from 1 to 9999.
    #[must_use]
    pub fn from_days(days: u16) -> Option<Self> {
        Self::checked(DurationUnit::Days, days)
    }

    fn checked(unit: DurationUnit, count: u16) -> Option<Self> {
        (1..=9999).contains(&count).then_some(Self { unit, count, months: 0 })
    }

    /// Returns the stated numbers with their units: two for years and months, one otherwise.
    ///
    /// ```
    /// use cooperation::{Duration, values::DurationUnit};
    ///
    /// let stated: Duration = "P1Y6M".parse()?;
    /// assert!(stated.parts().eq([(1, DurationUnit::Years), (6, DurationUnit::Months)]));
    /// # Ok::<(), cooperation::ValueError>(())
    /// ```
    pub fn parts(self) -> impl Iterator<Item = (u16, DurationUnit)> {
        let months = (self.months > 0).then_some((self.months, DurationUnit::Months));
        std::iter::once((self.count, self.unit)).chain(months)
    }

    /// Returns the length in months, if it is stated in years or months.
    #[must_use]
    pub fn months(self) -> Option<u32> {
        match self.unit {
            DurationUnit::Years => {
                Some(u32::from(self.count).saturating_mul(12).saturating_add(self.months.into()))
            }
            DurationUnit::Months => Some(self.count.into()),
            DurationUnit::Weeks | DurationUnit::Days => None,
        }
    }

    /// Returns the length in days, if it is stated in weeks or days.
    #[must_use]
    pub fn days(self) -> Option<u32> {
        match self.unit {
            DurationUnit::Weeks => Some(u32::from(self.count).saturating_mul(7)),
            DurationUnit::Days => Some(self.count.into()),
            DurationUnit::Years | DurationUnit::Months => None,
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
            (Some(count), None) => Ok(Self { unit: DurationUnit::Years, count, months: 0 }),
            (Some(count), Some((end, 'M'))) => {
                let months = rest.get(..end).and_then(number).ok_or_else(form)?;
                Ok(Self { unit: DurationUnit::Years, count, months })
            }
            (None, Some((end, letter))) => {
                let unit = match letter {
                    'M' => DurationUnit::Months,
                    'W' => DurationUnit::Weeks,
                    'D' => DurationUnit::Days,
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
            (DurationUnit::Years, 0) => f.pad(&format!("P{count}Y")),
            (DurationUnit::Years, months) => f.pad(&format!("P{count}Y{months}M")),
            (DurationUnit::Months, _) => f.pad(&format!("P{count}M")),
            (DurationUnit::Weeks, _) => f.pad(&format!("P{count}W")),
            (DurationUnit::Days, _) => f.pad(&format!("P{count}D")),
        }
    }
}

impl fmt::Debug for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
