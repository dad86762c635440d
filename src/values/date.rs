use super::Truth;
use crate::invariant::Invariant as _;
use crate::reflect::{Problem, ValueError};
use chrono::{Datelike, Months, NaiveDate};
use cooperation_derive::StringValue;
use std::fmt;
use std::num::NonZeroU16;

/// A date as precise as the source: a year, a month or a day.
///
/// It is written `2006`, `2016-04` or `2016-04-30`, with years from 0001 to 9999 in the Gregorian calendar: level 0 of
/// the Extended Date/Time Format (EDTF, ISO 8601-2) without times.
///
/// # Examples
///
/// ```
/// use cooperation::PartialDate;
///
/// let start: PartialDate = "2016-04".parse()?;
/// assert_eq!(start.earliest().to_string(), "2016-04-01");
/// assert_eq!(start.latest().to_string(), "2016-04-30");
/// assert!("24-1-5".parse::<PartialDate>().is_err());
/// # Ok::<(), cooperation::ValueError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, StringValue)]
#[string(
    title = "date",
    hint = "Write a date as a year, a month or a day: \"2022\", \"2022-09\" or \"2022-09-01\".",
    pattern = PATTERN,
    length = 4..=10,
    examples("2006", "2016-04", "2016-04-30"),
    suggest = suggest,
    sure,
    leaf = Date,
)]
pub struct PartialDate {
    year: NonZeroU16,
    month: u8,
    day: u8,
}

/// Exact to the leap year: a year; a month; a day of a month of 31, 30 or 28 days; 29 February of a leap year.
const PATTERN: &str = concat!(
    "^(",
    "([0-9]{3}[1-9]|[0-9]{2}[1-9]0|[0-9][1-9]00|[1-9]000)",
    "(-(0[1-9]|1[0-2]",
    "|(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])",
    "|(0[469]|11)-(0[1-9]|[12][0-9]|30)",
    "|02-(0[1-9]|1[0-9]|2[0-8])))?",
    "|([0-9]{2}(0[48]|[2468][048]|[13579][26])|(0[48]|[2468][048]|[13579][26])00)-02-29",
    ")$"
);

/// The precision of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(clippy::exhaustive_enums, reason = "a date has no other parts")]
pub enum Precision {
    /// The year is known.
    Year,
    /// The year and the month are known.
    Month,
    /// The day is known.
    Day,
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month_name(month: u8) -> Option<&'static str> {
    MONTHS.get(usize::from(month).checked_sub(1)?).copied()
}

/// Why a year is refused.
const BEYOND: &str = "years go from 0001 to 9999";

impl PartialDate {
    /// Creates a date from a year and, if known, a month and a day; `None` if the date does not exist.
    ///
    /// ```
    /// use cooperation::PartialDate;
    ///
    /// assert_eq!(PartialDate::new(2016, 4, None), "2016-04".parse().ok());
    /// assert_eq!(PartialDate::new(2016, 4, 30), "2016-04-30".parse().ok());
    /// assert_eq!(PartialDate::new(2016, None, 30), None, "a day needs its month");
    /// ```
    #[must_use]
    pub fn new(year: u16, month: impl Into<Option<u8>>, day: impl Into<Option<u8>>) -> Option<Self> {
        match (month.into(), day.into()) {
            (None, None) => Self::from_year(year),
            (Some(month), None) => Self::from_month(year, month),
            (Some(month), Some(day)) => Self::from_day(year, month, day),
            (None, Some(_)) => None,
        }
    }

    /// Creates a date from a year; `None` if the year is not from 1 to 9999.
    #[must_use]
    pub fn from_year(year: u16) -> Option<Self> {
        Self::checked(year, 0, 0)
    }

    /// Creates a date from a year and a month; `None` if the month does not exist.
    #[must_use]
    pub fn from_month(year: u16, month: u8) -> Option<Self> {
        (month > 0).then(|| Self::checked(year, month, 0)).flatten()
    }

    /// Creates a date from a year, a month and a day; `None` if the day does not exist.
    #[must_use]
    pub fn from_day(year: u16, month: u8, day: u8) -> Option<Self> {
        (month > 0 && day > 0).then(|| Self::checked(year, month, day)).flatten()
    }

    fn checked(year: u16, month: u8, day: u8) -> Option<Self> {
        let date = Self { year: NonZeroU16::new(year).filter(|year| year.get() <= 9999)?, month, day };
        (month <= 12 && (day == 0 || day <= days_in(year, month))).then_some(date)
    }

    /// Returns the year, from 1 to 9999.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year.get()
    }

    /// Returns the month, from 1 to 12, if known.
    #[must_use]
    pub const fn month(self) -> Option<u8> {
        if self.month == 0 { None } else { Some(self.month) }
    }

    /// Returns the English name of the month, such as `April`, if known.
    #[must_use]
    pub fn month_name(self) -> Option<&'static str> {
        month_name(self.month)
    }

    /// Returns the day of the month, from 1 to 31, if known.
    #[must_use]
    pub const fn day(self) -> Option<u8> {
        if self.day == 0 { None } else { Some(self.day) }
    }

    /// Returns the precision of the date.
    #[must_use]
    pub const fn precision(self) -> Precision {
        match (self.month, self.day) {
            (0, _) => Precision::Year,
            (_, 0) => Precision::Month,
            _ => Precision::Day,
        }
    }

    /// Returns the first possible day.
    #[must_use]
    pub fn earliest(self) -> NaiveDate {
        naive(self.year(), self.month.max(1), self.day.max(1))
    }

    /// Returns the last possible day.
    #[must_use]
    pub fn latest(self) -> NaiveDate {
        let month = if self.month == 0 { 12 } else { self.month };
        let day = if self.day == 0 { days_in(self.year(), month) } else { self.day };
        naive(self.year(), month, day)
    }

    /// Returns the day, if the date is that precise.
    #[must_use]
    pub fn to_day(self) -> Option<NaiveDate> {
        (self.precision() == Precision::Day).then(|| self.earliest())
    }

    /// Returns whether this date is before another one. The answer is [`Truth::Possible`] if their years, months or
    /// days overlap.
    ///
    /// Dates are not ordered, since it is unknown whether 2016 is before 2016-04. To sort dates, use
    /// [`earliest`](Self::earliest) as the key.
    ///
    /// ```
    /// use cooperation::{PartialDate, Truth};
    ///
    /// let (year, april): (PartialDate, PartialDate) = ("2016".parse()?, "2016-04".parse()?);
    /// assert_eq!(year.before(april), Truth::Possible);
    /// assert_eq!(year.before("2017".parse()?), Truth::Yes);
    /// assert_eq!(april.before("2015-12-31".parse()?), Truth::No);
    /// # Ok::<(), cooperation::ValueError>(())
    /// ```
    #[must_use]
    pub fn before(self, other: Self) -> Truth {
        if self.latest() < other.earliest() {
            Truth::Yes
        } else if self.earliest() >= other.latest() {
            Truth::No
        } else {
            Truth::Possible
        }
    }

    /// Returns whether this date is after another one. The answer is [`Truth::Possible`] if their years, months or
    /// days overlap.
    #[must_use]
    pub fn after(self, other: Self) -> Truth {
        other.before(self)
    }

    /// Returns whether the date may be this day.
    #[must_use]
    pub fn includes(self, day: NaiveDate) -> bool {
        self.earliest() <= day && day <= self.latest()
    }

    /// Writes the date into the buffer.
    fn written(self, buffer: &mut [u8; 10]) -> &str {
        let ones = |number: u16| b'0'.wrapping_add(u8::try_from(number % 10).unwrap_or_default());
        let year = self.year();
        let (month, day) = (u16::from(self.month), u16::from(self.day));
        *buffer = [
            ones(year / 1000),
            ones(year / 100),
            ones(year / 10),
            ones(year),
            b'-',
            ones(month / 10),
            ones(month),
            b'-',
            ones(day / 10),
            ones(day),
        ];
        let letters = match self.precision() {
            Precision::Year => buffer.get(..4),
            Precision::Month => buffer.get(..7),
            Precision::Day => buffer.get(..),
        };
        letters
            .and_then(|letters| std::str::from_utf8(letters).ok())
            .invariant("digits and hyphens are ASCII")
    }

    #[expect(clippy::many_single_char_names, reason = "a digit has no better name than its place")]
    fn parse(text: &str) -> Result<Self, Problem> {
        let form = || Problem::from("expected a year (2006), a month (2016-04) or a day (2016-04-30)");
        let (year, month, day) = match *text.as_bytes() {
            [a, b, c, d] => (number(&[a, b, c, d]), Some(0), Some(0)),
            [a, b, c, d, b'-', e, f] => (number(&[a, b, c, d]), part(e, f), Some(0)),
            [a, b, c, d, b'-', e, f, b'-', g, h] => (number(&[a, b, c, d]), part(e, f), part(g, h)),
            _ => return Err(form()),
        };
        let (Some(year), Some(month), Some(day)) = (year, month, day) else { return Err(form()) };
        // What was written as 00 is no part left out.
        let (has_month, has_day) = (text.len() > 4, text.len() > 7);
        if year == 0 {
            return Err(BEYOND.into());
        }
        if month > 12 || (has_month && month == 0) {
            return Err("months go from 01 to 12".into());
        }
        if has_day && day == 0 {
            return Err("days go from 01".into());
        }
        Self::checked(year, month, day).ok_or_else(|| {
            let name = month_name(month).unwrap_or_default();
            format!("{name} {year} has {} days", days_in(year, month)).into()
        })
    }
}

/// The date from its year on, with two digits for the month and the day and without a time. Between points the day comes
/// before the month; otherwise a number over 12 tells which is which. `2007/08` may be two years.
fn suggest(text: &str) -> Option<String> {
    let text = text.trim();
    let date =
        text.split_once(['T', ' ']).map_or(text, |(date, _)| if date.len() == 10 { date } else { text });
    if date.contains(char::is_alphabetic) {
        return with_month_name(date);
    }
    let mut parts: Vec<&str> = date.split(['-', '/', '.']).collect();
    if let ([digits], 8) = (parts.as_slice(), date.len()) {
        parts = vec![digits.get(..4)?, digits.get(4..6)?, digits.get(6..)?];
    }
    let is_next = |year: &str, part: &str| {
        let next = number(year.as_bytes()).map(|year| year.wrapping_add(1) % 100);
        date.contains('/') && next.is_some() && next == number(part.as_bytes())
    };
    let over_12 = |part: &str| part.parse::<u8>().is_ok_and(|number| number > 12);
    let (year, month, day) = match parts.as_slice() {
        [year] => (*year, None, None),
        [year, part] if is_next(year, part) => return None,
        [year, month] if year.len() == 4 => (*year, Some(*month), None),
        [month, year] => (*year, Some(*month), None),
        [year, month, day] if year.len() == 4 => (*year, Some(*month), Some(*day)),
        [day, month, year] if date.contains('.') || day == month || over_12(day) => {
            (*year, Some(*month), Some(*day))
        }
        [month, day, year] if over_12(day) => (*year, Some(*month), Some(*day)),
        _ => return None,
    };
    // Some write what is not known as 00.
    let mut parts: Vec<&str> = [month, day].into_iter().flatten().collect();
    while let Some(&("0" | "00")) = parts.last() {
        parts.pop();
    }
    Some(parts.iter().fold(year.to_owned(), |date, part| format!("{date}-{part:0>2}")))
}

/// The date of a text with the name of a month, such as `September 2022` or `1. mai 2022`.
fn with_month_name(text: &str) -> Option<String> {
    let mut words = text.split([' ', '.', ',', '-', '/']).filter(|word| !word.is_empty());
    let words =
        [words.next()?, words.next()?, words.next().unwrap_or_default(), words.next().unwrap_or_default()];
    let [one, other, year, ""] = words else { return None };
    let (day, month, year) = match (month_named(one), month_named(other)) {
        (Some(month), None) if year.is_empty() => ("", month, other),
        // In English the day may follow the month.
        (Some(month), None) => (other, month, year),
        (None, Some(month)) if one.len() == 4 => (year, month, one),
        (None, Some(month)) => (one, month, year),
        _ => return None,
    };
    let day = day.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    Some(if day.is_empty() { format!("{year}-{month:02}") } else { format!("{year}-{month:02}-{day:0>2}") })
}

/// The number of a month by its name or the short form of it, in languages that write it with much the same letters.
fn month_named(word: &str) -> Option<u8> {
    const NAMES: [&[&str]; 12] = [
        &["january", "januar", "januari", "jan", "janvier"],
        &["february", "februar", "februari", "feb"],
        &["march", "mars", "mar", "märz", "marts"],
        &["april", "apr", "avril"],
        &["may", "mai", "maj"],
        &["june", "juni", "jun", "juin"],
        &["july", "juli", "jul", "juillet"],
        &["august", "augusti", "aug"],
        &["september", "sept", "sep", "septembre"],
        &["october", "oktober", "oct", "okt", "octobre"],
        &["november", "nov", "novembre"],
        &["december", "desember", "dezember", "dec", "des", "dez"],
    ];
    let word = word.to_lowercase();
    let place = NAMES.iter().position(|names| names.contains(&word.as_str()))?;
    u8::try_from(place.saturating_add(1)).ok()
}

/// Digits as a number.
fn number(digits: &[u8]) -> Option<u16> {
    digits.iter().try_fold(0_u16, |sum, &digit| {
        digit.is_ascii_digit().then(|| sum.wrapping_mul(10).wrapping_add(u16::from(digit.wrapping_sub(b'0'))))
    })
}

fn part(tens: u8, ones: u8) -> Option<u8> {
    number(&[tens, ones]).and_then(|number| u8::try_from(number).ok())
}

const fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

fn naive(year: u16, month: u8, day: u8) -> NaiveDate {
    NaiveDate::from_ymd_opt(year.into(), month.into(), day.into())
        .invariant("a checked date is a day of the calendar")
}

/// The day that comes so many months later; the last one of the month where it is shorter.
pub(super) fn months_later(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

/// Months since the year 0, to count calendar months by.
pub(super) fn month_number(day: NaiveDate) -> i64 {
    i64::from(day.year()).saturating_mul(12).saturating_add(day.month0().into())
}

impl TryFrom<NaiveDate> for PartialDate {
    type Error = ValueError;

    /// Converts a day. Fails if its year is not from 1 to 9999.
    fn try_from(day: NaiveDate) -> Result<Self, ValueError> {
        let year = u16::try_from(day.year()).ok();
        let (month, date) = (u8::try_from(day.month()).ok(), u8::try_from(day.day()).ok());
        year.zip(month.zip(date))
            .and_then(|(year, (month, date))| Self::checked(year, month, date))
            .ok_or_else(|| ValueError::new("date", &day.to_string(), BEYOND))
    }
}

impl TryFrom<PartialDate> for NaiveDate {
    type Error = ValueError;

    /// The day, if the date is that precise.
    fn try_from(date: PartialDate) -> Result<Self, ValueError> {
        date.to_day()
            .ok_or_else(|| ValueError::new("day", &date.to_string(), "the day of the month is not stated"))
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.written(&mut [0; 10]))
    }
}

impl fmt::Debug for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
