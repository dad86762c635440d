use super::date::{month_number, months_later};
use super::{Duration, PartialDate, Precision, Truth};
use crate::reflect::ValueError;
use chrono::{Days, NaiveDate};
use cooperation_derive::Object;
use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

/// A period from a first to a last day, each as precise as the source states it, both included.
///
/// An absent end means not stated, neither "still going on" nor "for ever". A period that ends before it starts is
/// reported as an error, and questions about it have the answer "unknown".
///
/// # Examples
///
/// ```
/// use cooperation::{Period, Truth};
///
/// let period = Period::between("2006".parse()?, "2007".parse()?);
/// assert_eq!(period.touches("2007".parse()?), Truth::Yes);
/// assert_eq!(period.touches("2007-06".parse()?), Truth::Possible);
/// assert_eq!(period.touches("2008".parse()?), Truth::No);
/// assert_eq!(period.months(), Some(2..=24));
/// # Ok::<(), cooperation::ValueError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(visit = period)]
#[non_exhaustive]
pub struct Period {
    /// First day of the period, or the month or year of that day.
    pub start: Option<PartialDate>,
    /// Last day of the period, or the month or year of that day. The day is included.
    pub end: Option<PartialDate>,
    /// Duration that the source states separately from the dates, such as P5Y for five years.
    pub stated_duration: Option<Duration>,
}

impl Period {
    /// Creates a period from the ends that are stated.
    ///
    /// ```
    /// use cooperation::Period;
    ///
    /// let period = Period::new("2016-04".parse().ok(), None);
    /// assert_eq!(period.to_string(), "since 2016-04");
    /// ```
    #[must_use]
    pub const fn new(start: Option<PartialDate>, end: Option<PartialDate>) -> Self {
        Self { start, end, stated_duration: None }
    }

    /// Creates a period with both ends.
    #[must_use]
    pub const fn between(start: PartialDate, end: PartialDate) -> Self {
        Self { start: Some(start), end: Some(end), stated_duration: None }
    }

    /// Creates a period whose end is not stated.
    #[must_use]
    pub const fn since(start: PartialDate) -> Self {
        Self { start: Some(start), end: None, stated_duration: None }
    }

    /// Creates a period whose start is not stated.
    #[must_use]
    pub const fn until(end: PartialDate) -> Self {
        Self { start: None, end: Some(end), stated_duration: None }
    }

    /// Returns whether the period includes a day. For a year or a month, see [`touches`](Self::touches).
    #[must_use]
    pub fn contains(&self, day: NaiveDate) -> Truth {
        Reach::of(self).meets(Reach::exact(day, day))
    }

    /// Returns whether the period and a date have a day in common: a day of the year, of the month, or the day itself.
    /// For a [`NaiveDate`], use [`contains`](Self::contains).
    #[must_use]
    pub fn touches(&self, date: PartialDate) -> Truth {
        Reach::of(self).meets(Reach::exact(date.earliest(), date.latest()))
    }

    /// Returns whether two periods have at least one day in common.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> Truth {
        Reach::of(self).meets(Reach::of(other))
    }

    /// Returns whether the period lies entirely within another one.
    #[must_use]
    pub fn lies_within(&self, other: &Self) -> Truth {
        let (inner, outer) = (Reach::of(self), Reach::of(other));
        not_after(outer.start, inner.start).and(not_after(inner.end, outer.end))
    }

    /// Returns whether the start is certainly after the end.
    #[must_use]
    pub fn is_reversed(&self) -> bool {
        matches!((self.start, self.end), (Some(start), Some(end)) if start.earliest() > end.latest())
    }

    /// Returns the calendar years from start to end, if both are stated and not reversed.
    #[must_use]
    pub fn touches_years(&self) -> Option<RangeInclusive<u16>> {
        let (start, end) = (self.start?.year(), self.end?.year());
        (!self.is_reversed()).then_some(start..=end)
    }

    /// Returns the smallest and largest possible length in months, if both ends are stated and not reversed.
    ///
    /// Months are counted inclusively, so that April 2016 to March 2021 are 60. Between two exact days the smallest
    /// length is the number of whole months.
    #[must_use]
    pub fn months(&self) -> Option<RangeInclusive<u32>> {
        let (start, end) = (self.start?, self.end?);
        if self.is_reversed() {
            return None;
        }
        let (latest_start, earliest_end) = nearest_days(start, end);
        let least = if start.precision() == Precision::Day && end.precision() == Precision::Day {
            whole_months(latest_start, earliest_end)
        } else {
            months_touched(latest_start, earliest_end)
        };
        Some(least..=months_touched(start.earliest(), end.latest()))
    }

    /// Returns the smallest and largest possible length in days, including both ends, if both are stated and not
    /// reversed.
    #[must_use]
    pub fn days(&self) -> Option<RangeInclusive<u32>> {
        let (start, end) = (self.start?, self.end?);
        if self.is_reversed() {
            return None;
        }
        let least = days_from(start.latest(), end.earliest()).max(1);
        Some(least..=days_from(start.earliest(), end.latest()))
    }

    /// Returns the period as an interval of the Extended Date/Time Format (EDTF, ISO 8601-2), such as
    /// `2016-04/2021-03`; `None` if neither end is stated. A stated duration is not part of it.
    #[must_use]
    pub fn to_edtf(&self) -> Option<String> {
        let date = |date: Option<PartialDate>| date.map_or_else(String::new, |date| date.to_string());
        (self.start.is_some() || self.end.is_some())
            .then(|| format!("{}/{}", date(self.start), date(self.end)))
    }

    /// Returns whether the stated duration agrees with the dates.
    ///
    /// Months and years are counted inclusively: April 2016 to March 2021 are 60 months, which is `P5Y`. For days,
    /// both the inclusive and the exclusive count agree. The answer is `Possible` if some days within the precision of
    /// the ends agree, as from April 2016 to April 2021, and `Unknown` if the duration or an end is not stated.
    #[must_use]
    pub fn agrees_with_stated_duration(&self) -> Truth {
        let (Some(duration), Some(start), Some(end)) = (self.stated_duration, self.start, self.end) else {
            return Truth::Unknown;
        };
        let to_the_day = start.precision() == Precision::Day && end.precision() == Precision::Day;
        let (stated, counted, least, exact) = match (duration.months(), duration.days()) {
            (Some(months), _) => {
                let exact = start.precision() == end.precision() && start.precision() != Precision::Year;
                let (latest_start, earliest_end) = nearest_days(start, end);
                (months, self.months(), whole_months(latest_start, earliest_end), exact)
            }
            (None, Some(days)) => {
                let counted = self.days().map(|range| range.start().saturating_sub(1)..=*range.end());
                let least = counted.as_ref().map_or(days, |range| *range.start());
                (days, counted, least, to_the_day)
            }
            (None, None) => return Truth::Unknown,
        };
        let Some(counted) = counted else { return Truth::Unknown };
        match (counted.contains(&stated), exact) {
            (true, true) => Truth::Yes,
            (true, false) => Truth::Possible,
            (false, _) if (least..=*counted.end()).contains(&stated) => Truth::Possible,
            (false, _) => Truth::No,
        }
    }
}

/// The latest day that a start may be and the earliest that the end may be, which is not before it.
fn nearest_days(start: PartialDate, end: PartialDate) -> (NaiveDate, NaiveDate) {
    let latest_start = start.latest().min(end.latest());
    (latest_start, end.earliest().max(latest_start))
}

/// The days on which a period may start and may end.
#[derive(Clone, Copy)]
struct Reach {
    start: Span,
    end: Span,
}

/// The first and the last day that a day may be, and whether a date says so.
#[derive(Clone, Copy)]
struct Span {
    first: NaiveDate,
    last: NaiveDate,
    stated: bool,
}

impl Span {
    const UNKNOWN: Self = Self { first: NaiveDate::MIN, last: NaiveDate::MAX, stated: false };

    fn of(date: Option<PartialDate>) -> Self {
        date.map_or(Self::UNKNOWN, |date| Self { first: date.earliest(), last: date.latest(), stated: true })
    }
}

impl Reach {
    fn exact(first: NaiveDate, last: NaiveDate) -> Self {
        let span = |day| Span { first: day, last: day, stated: true };
        Self { start: span(first), end: span(last) }
    }

    /// A start is never after its own end. Each may say more of the other than its precision does, and an end that
    /// is not stated is still not before the start. Ends that contradict each other say nothing.
    fn of(period: &Period) -> Self {
        if period.is_reversed() {
            return Self { start: Span::UNKNOWN, end: Span::UNKNOWN };
        }
        let (mut start, mut end) = (Span::of(period.start), Span::of(period.end));
        start.last = start.last.min(end.last);
        end.first = end.first.max(start.first);
        Self { start, end }
    }

    fn meets(self, other: Self) -> Truth {
        not_after(self.start, other.end).and(not_after(other.start, self.end))
    }
}

/// Whether a day is not after another.
fn not_after(early: Span, late: Span) -> Truth {
    if early.last <= late.first {
        Truth::Yes
    } else if early.first > late.last {
        Truth::No
    } else if early.stated && late.stated {
        Truth::Possible
    } else {
        Truth::Unknown
    }
}

fn months_touched(first: NaiveDate, last: NaiveDate) -> u32 {
    let months = month_number(last).saturating_sub(month_number(first)).saturating_add(1);
    u32::try_from(months).unwrap_or(0)
}

/// The whole months from the first day to the last, both included.
fn whole_months(first: NaiveDate, last: NaiveDate) -> u32 {
    let after = last.checked_add_days(Days::new(1)).unwrap_or(last);
    let months = months_touched(first, after).saturating_sub(1);
    if months_later(first, months) <= after { months } else { months.saturating_sub(1) }
}

fn days_from(first: NaiveDate, last: NaiveDate) -> u32 {
    u32::try_from(last.signed_duration_since(first).num_days().saturating_add(1)).unwrap_or(0)
}

/// An interval of the Extended Date/Time Format (EDTF, ISO 8601-2) with two dates, of which one may be missing:
/// `2016-04/2021-03`, `2016-04/`, `/2021-03`.
///
/// An open end (`2016-04/..`) is refused, since a period has no word for "still going on".
///
/// ```
/// use cooperation::Period;
///
/// let period: Period = "2016-04/2021-03".parse()?;
/// assert_eq!(period, Period::between("2016-04".parse()?, "2021-03".parse()?));
/// assert_eq!(period.to_edtf().as_deref(), Some("2016-04/2021-03"));
/// assert_eq!("2016-04/".parse::<Period>()?, Period::since("2016-04".parse()?));
/// assert!("2016-04/..".parse::<Period>().is_err());
/// # Ok::<(), cooperation::ValueError>(())
/// ```
impl FromStr for Period {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        let date = |text: &str| if text.is_empty() { Ok(None) } else { text.parse().map(Some) };
        match text.split_once('/') {
            None | Some(("", "")) => Err(ValueError::new(
                "period",
                text,
                "expected two dates with a slash, such as 2016-04/2021-03",
            )),
            Some((start, end)) => Ok(Self::new(date(start)?, date(end)?)),
        }
    }
}

impl fmt::Display for Period {
    /// As precise as the source: `2016-04 to 2021-03`, `since 2016-04`, `until 2021`, `not stated`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.start, self.end) {
            (Some(start), Some(end)) => write!(f, "{start} to {end}"),
            (Some(start), None) => write!(f, "since {start}"),
            (None, Some(end)) => write!(f, "until {end}"),
            (None, None) => match self.stated_duration {
                Some(duration) => write!(f, "{duration}, dates not stated"),
                None => f.write_str("not stated"),
            },
        }
    }
}
