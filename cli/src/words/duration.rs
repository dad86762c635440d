//! Durations: `two years`, `18 months`.

use super::Words;
use cooperation::{Duration, values::DurationUnit};
use std::ops::RangeInclusive;

/// Numbers that are written as words.
const SMALL: [&str; 13] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
];

impl Words {
    /// A duration as a source states it: `two years`, `one year and six months`.
    #[must_use]
    pub fn duration(self, duration: Duration) -> String {
        if self.raw {
            return duration.to_string();
        }
        let parts: Vec<String> = duration
            .parts()
            .map(|(count, unit)| {
                let (one, many) = match unit {
                    DurationUnit::Years => ("year", "years"),
                    DurationUnit::Months => ("month", "months"),
                    DurationUnit::Weeks => ("week", "weeks"),
                    _ => ("day", "days"),
                };
                self.long(count.into(), one, many)
            })
            .collect();
        self.all(&parts)
    }

    /// The least and the most months of a period: `five years`, `24 to 36 months`, `about 200 years`.
    #[must_use]
    pub fn months(self, months: &RangeInclusive<u32>) -> String {
        let (least, most) = (*months.start(), *months.end());
        if least != most {
            // Beyond some years, nobody counts in months.
            if most > 120 && !self.raw {
                let years = least.saturating_add(most).saturating_add(12) / 24;
                return self.fill("about {}", &[&self.long(years, "year", "years")]);
            }
            let least = self.number(usize::try_from(least).unwrap_or(usize::MAX));
            return self.fill("{} to {}", &[&least, &self.long_digits(most)]);
        }
        if self.raw {
            return self.long_digits(most);
        }
        match (most / 12, most % 12) {
            (years, 0) if years > 0 => self.long(years, "year", "years"),
            (years, rest) if years > 0 && most > 36 => {
                self.all(&[self.long(years, "year", "years"), self.long(rest, "month", "months")])
            }
            _ => self.long(most, "month", "months"),
        }
    }

    fn long_digits(self, months: u32) -> String {
        self.counted(usize::try_from(months).unwrap_or(usize::MAX), "month", "months")
    }

    /// A number of units, small numbers as words.
    fn long(self, count: u32, one: &'static str, many: &'static str) -> String {
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        // In Norwegian a year and a month are neuter and masculine: 'ett år', 'én måned'.
        let word = match (count, one) {
            (1, "year") => Some("one|neuter"),
            _ => SMALL.get(count).copied(),
        };
        match word {
            Some(word) => {
                let word = self.label(word);
                let word = word.split('|').next().unwrap_or(word);
                format!("{word} {}", self.label(if count == 1 { one } else { many }))
            }
            None => self.counted(count, one, many),
        }
    }
}
