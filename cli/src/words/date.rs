//! Dates and periods, no more precise than they are stated.

use super::Words;
use cooperation::{PartialDate, Period};

impl Words {
    /// A date: `2016`, `April 2016`, `3 April 2016`; in Norwegian `april 2016`, `3. april 2016`.
    #[must_use]
    pub fn date(self, date: PartialDate) -> String {
        if self.raw {
            return date.to_string();
        }
        let year = format!("{:04}", date.year());
        let month = date.month_name().map(|month| self.label(month));
        match (date.day(), month) {
            (Some(day), Some(month)) if self.norwegian => format!("{day}. {month} {year}"),
            (Some(day), Some(month)) => format!("{day} {month} {year}"),
            (None, Some(month)) => format!("{month} {year}"),
            _ => year,
        }
    }

    /// A period by its dates: `April 2016 to March 2021`, `since 2016`, `until 2021`; by its duration where no date is
    /// stated.
    #[must_use]
    pub fn period(self, period: &Period) -> String {
        match (period.start, period.end) {
            (Some(start), Some(end)) if start == end => self.date(start),
            (Some(start), Some(end)) => self.fill("{} to {}", &[&self.date(start), &self.date(end)]),
            (Some(start), None) => self.fill("since {}", &[&self.date(start)]),
            (None, Some(end)) => self.fill("until {}", &[&self.date(end)]),
            (None, None) => match period.stated_duration {
                Some(duration) => self.fill("{}, dates not stated", &[&self.duration(duration)]),
                None => self.label("not stated").to_owned(),
            },
        }
    }

    /// A period, with its duration where the source states that apart from the dates.
    #[must_use]
    pub fn dates(self, period: &Period) -> String {
        match period.stated_duration {
            Some(stated) if period.start.is_some() || period.end.is_some() => {
                self.fill("{}, stated as {}", &[&self.period(period), &self.duration(stated)])
            }
            _ => self.period(period),
        }
    }
}
