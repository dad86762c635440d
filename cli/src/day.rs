//! The day that counts as today.

use clap::Args;
use cooperation::PartialDate;
use cooperation::chrono::{DateTime, NaiveDate};
use std::time::{SystemTime, UNIX_EPOCH};

/// The day that counts as today.
#[derive(Args, Clone, Debug, Default)]
#[non_exhaustive]
pub struct Day {
    /// The day that counts as today, such as 2026-11-24, or none. Without it, the day of the computer (UTC).
    #[arg(long, value_name = "DATE|none", value_parser = day)]
    today: Option<Stated>,
}

/// A day, or none.
#[derive(Clone, Copy, Debug)]
struct Stated(Option<NaiveDate>);

fn day(text: &str) -> Result<Stated, String> {
    if text == "none" {
        return Ok(Stated(None));
    }
    let date: PartialDate =
        text.parse().map_err(|_| "expected a date, such as 2026-11-24, or none".to_owned())?;
    Ok(Stated(Some(date.latest())))
}

impl Day {
    /// The day, unless there is to be none.
    #[must_use]
    pub fn date(&self) -> Option<NaiveDate> {
        match self.today {
            Some(stated) => stated.0,
            None => now(),
        }
    }
}

fn now() -> Option<NaiveDate> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    Some(DateTime::from_timestamp(i64::try_from(seconds).ok()?, 0)?.date_naive())
}
