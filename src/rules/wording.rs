//! Dates, durations and amounts as messages show them.

use crate::values::{Duration, PartialDate, Period};
use chrono::NaiveDate;
use std::fmt::Display;

const NUMBERS: [&str; 12] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// A date such as `31 December 2013`, `April 2010` or `2009`.
pub(super) fn date(date: PartialDate) -> String {
    match (date.day(), date.month_name()) {
        (Some(day), Some(month)) => format!("{day} {month} {}", date.year()),
        (None, Some(month)) => format!("{month} {}", date.year()),
        _ => date.year().to_string(),
    }
}

/// A date with its preposition: `on 31 December 2013`, `in April 2010`.
pub(super) fn at_date(of: PartialDate) -> String {
    format!("{} {}", if of.day().is_some() { "on" } else { "in" }, date(of))
}

/// A day such as `31 December 2013`.
pub(super) fn day(of: NaiveDate) -> String {
    PartialDate::try_from(of).map_or_else(|_| of.to_string(), date)
}

/// A period such as `2014 to 2020`, `since 1 April 2016` or `until 2020`, or the date at which it starts and ends.
pub(super) fn period(of: &Period) -> String {
    match (of.start, of.end) {
        (Some(start), Some(end)) if start == end => date(start),
        (Some(start), Some(end)) => format!("{} to {}", date(start), date(end)),
        (Some(start), None) => format!("since {}", date(start)),
        (None, Some(end)) => format!("until {}", date(end)),
        (None, None) => "not stated".to_owned(),
    }
}

/// A number of things in words up to twelve: `one month`, `18 months`.
fn counted(number: u32, unit: &str) -> String {
    let word = usize::try_from(number).ok().and_then(|number| NUMBERS.get(number.checked_sub(1)?));
    let plural = if number == 1 { "" } else { "s" };
    match word {
        Some(word) => format!("{word} {unit}{plural}"),
        None => format!("{number} {unit}{plural}"),
    }
}

/// A number of months, in years if it is one of whole years.
pub(super) fn months(number: u32) -> String {
    match number.checked_div(12) {
        Some(years) if years > 0 && number.is_multiple_of(12) => counted(years, "year"),
        _ => counted(number, "month"),
    }
}

pub(super) fn days(number: u32) -> String {
    counted(number, "day")
}

/// A duration as stated, such as `four years` or `30 days`.
pub(super) fn duration(of: Duration) -> String {
    match (of.months(), of.days()) {
        (Some(number), _) => months(number),
        (None, Some(number)) => days(number),
        (None, None) => of.to_string(),
    }
}

/// An amount such as `120,000.50`, without decimals that are zeros.
pub(super) fn amount(value: impl Display) -> String {
    let text = value.to_string();
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("-", digits));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let mut out = sign.to_owned();
    for (place, digit) in whole.char_indices() {
        if place > 0 && whole.len().saturating_sub(place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if decimals.bytes().any(|digit| digit != b'0') {
        out.push('.');
        out.push_str(decimals);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{amount, at_date, duration, months, period};
    use crate::values::Period;

    #[test]
    fn values_are_shown_as_people_write_them() -> Result<(), crate::reflect::ValueError> {
        for (number, shown) in
            [("120000.00", "120,000"), ("-80002.5", "-80,002.5"), ("999", "999"), ("0.10", "0.10")]
        {
            assert_eq!(amount(number), shown);
        }
        assert_eq!(at_date("2013-12-31".parse()?), "on 31 December 2013");
        assert_eq!(at_date("2010-04".parse()?), "in April 2010");
        assert_eq!(
            (months(60), months(18), months(1)),
            ("five years".into(), "18 months".into(), "one month".into())
        );
        assert_eq!(duration("P30D".parse()?), "30 days");
        assert_eq!(period(&Period::between("2014".parse()?, "2014".parse()?)), "2014");
        assert_eq!(period(&Period::since("2016-04-01".parse()?)), "since 1 April 2016");
        Ok(())
    }
}
