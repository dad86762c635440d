use super::{refuses, takes};
use chrono::{Datelike, NaiveDate};
use cooperation::{
    Duration, PartialDate, Truth,
    values::{DurationUnit, Precision},
};

#[test]
fn a_date_takes_four_bytes_and_an_optional_one_too() {
    assert_eq!(size_of::<PartialDate>(), 4);
    assert_eq!(size_of::<Option<PartialDate>>(), 4);
}

#[test]
fn a_date_is_before_another_as_far_as_both_are_known() {
    use Truth::{No, Possible, Yes};
    for (one, other, before, after) in [
        ("2016-04-15", "2016-04-16", Yes, No),
        ("2016-04-15", "2016-04-15", No, No),
        ("2016-04", "2016-05", Yes, No),
        ("2016-04", "2016-04", Possible, Possible),
        ("2016-04-30", "2016-05", Yes, No),
        // No day of the month is before its first, and one may be after it.
        ("2016-05", "2016-05-01", No, Possible),
        ("2016-05", "2016-05-31", Possible, No),
        ("2016", "2016-05", Possible, Possible),
        ("2015", "2016-05", Yes, No),
    ] {
        let [one, other] = [one, other].map(|text| text.parse::<PartialDate>().unwrap());
        assert_eq!((one.before(other), one.after(other)), (before, after), "{one} and {other}");
        assert_eq!((other.after(one), other.before(one)), (before, after), "{other} and {one}");
    }
}

#[test]
fn exactly_the_days_of_the_calendar_are_dates() {
    let mut days = 0_u32;
    for year in 1..=9999_u16 {
        for month in 0..=13_u8 {
            for day in 0..=32_u8 {
                let there = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into());
                let date = PartialDate::from_day(year, month, day);
                assert_eq!(date.is_some(), there.is_some(), "{year}-{month}-{day}");
                if let (Some(date), Some(there)) = (date, there) {
                    days += 1;
                    assert!(date.earliest() == there && date.latest() == there);
                    assert_eq!(PartialDate::try_from(there), Ok(date));
                }
            }
        }
    }
    assert_eq!(days, 3_652_059);
}

#[test]
fn exactly_the_days_of_the_calendar_are_parsed() {
    // Every kind of year: common, leap, the fourth, the hundredth, the four-hundredth, the first and the last.
    for year in [1_u16, 4, 100, 400, 999, 1900, 2000, 2016, 2023, 2024, 2100, 2400, 9996, 9999] {
        for month in 0..=13_u8 {
            for day in 0..=32_u8 {
                let text = format!("{year:04}-{month:02}-{day:02}");
                match NaiveDate::from_ymd_opt(year.into(), month.into(), day.into()) {
                    Some(_) => takes::<PartialDate>(&text),
                    None => refuses::<PartialDate>(&text),
                }
            }
        }
    }
}

#[test]
fn debug_shows_dates_and_durations_as_they_are_written() {
    for text in ["2016", "2016-04", "2016-04-30"] {
        assert_eq!(format!("{:?}", text.parse::<PartialDate>().unwrap()), text);
    }
    assert_eq!(format!("{:?}", "P1Y6M".parse::<Duration>().unwrap()), "P1Y6M");
}

#[test]
fn years_and_months_come_back_with_their_first_and_last_day() {
    for year in 1..=9999_u16 {
        let text = format!("{year:04}");
        let date: PartialDate = text.parse().unwrap();
        assert_eq!((date.year(), date.month(), date.day()), (year, None, None));
        assert_eq!((date.precision(), date.to_string()), (Precision::Year, text));
        assert_eq!(date.earliest(), NaiveDate::from_ymd_opt(year.into(), 1, 1).unwrap());
        assert_eq!(date.latest(), NaiveDate::from_ymd_opt(year.into(), 12, 31).unwrap());
        for month in 1..=12_u8 {
            let text = format!("{year:04}-{month:02}");
            let date: PartialDate = text.parse().unwrap();
            assert_eq!((date.month(), date.day()), (Some(month), None));
            assert_eq!((date.precision(), date.to_string()), (Precision::Month, text));
            assert_eq!(date.earliest(), NaiveDate::from_ymd_opt(year.into(), month.into(), 1).unwrap());
            let next = date.latest().succ_opt().unwrap();
            assert!(next.day() == 1 && date.latest().month() == u32::from(month));
            assert!(date.includes(date.latest()) && !date.includes(next));
        }
    }
    takes::<PartialDate>("0001");
    takes::<PartialDate>("9999-12");
}

#[test]
fn malformed_dates_are_refused() {
    for text in [
        "",
        "0000",
        "00000",
        "206",
        "20166",
        "24-1-5",
        " 2016",
        "2016 ",
        "+2016",
        "-2016",
        "2016-",
        "2016-4",
        "2016-00",
        "2016-13",
        "2016-4-1",
        "2016-04-1",
        "2016-04-00",
        "2016-04-31",
        "2016-04-30 ",
        "2016/04/30",
        "2016-0４",
        "2023-02-29",
        "2023-02-30",
        "2100-02-29",
        "1900-02-29",
        "20160430",
        "2016-04-30T00:00:00Z",
        "2016-04-30Z",
        "2016~",
        "2016?",
        "201X",
        "0000-01",
        "0000-01-01",
        "2016\u{a0}",
        "２０１６",
        "2016-04-3\0",
        "10000",
        "10000-01-01",
        "2016-W01",
        "2016-001",
        "april 2016",
        "2016‑04",
    ] {
        refuses::<PartialDate>(text);
    }
    for json in ["2016", "null", "[2016]", "{\"year\": 2016}", "2016.5", "true"] {
        assert!(serde_json::from_str::<PartialDate>(json).is_err(), "{json} was read");
    }
}

#[test]
fn a_nonexistent_day_is_answered_with_the_length_of_its_month() {
    let problem = |text: &str| text.parse::<PartialDate>().unwrap_err().problem().to_owned();
    assert_eq!(problem("2023-02-30"), "February 2023 has 28 days");
    assert_eq!(problem("2024-02-30"), "February 2024 has 29 days");
    assert_eq!(problem("2016-04-31"), "April 2016 has 30 days");
}

#[test]
fn numbers_out_of_range_are_not_a_date() {
    assert!(PartialDate::from_year(0).is_none() && PartialDate::from_year(10_000).is_none());
    assert!(PartialDate::from_month(2016, 0).is_none() && PartialDate::from_month(2016, 13).is_none());
    assert!(PartialDate::from_day(2016, 4, 0).is_none() && PartialDate::from_day(2016, 0, 1).is_none());
}

#[test]
fn a_day_outside_the_years_of_dates_is_not_a_date() {
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    for last in [day(1, 1, 1), day(2024, 2, 29), day(9999, 12, 31)] {
        assert_eq!(PartialDate::try_from(last).unwrap().earliest(), last);
    }
    for beyond in
        [NaiveDate::MIN, day(-1, 6, 1), day(0, 12, 31), day(10_000, 1, 1), day(75_537, 1, 1), NaiveDate::MAX]
    {
        assert!(PartialDate::try_from(beyond).is_err(), "{beyond}");
    }
    let error = PartialDate::try_from(day(10_000, 1, 1)).unwrap_err();
    assert_eq!(error.to_string(), r#""+10000-01-01" is not a date: years go from 0001 to 9999"#);
}

#[test]
fn durations_come_back_as_they_were() {
    for text in ["P5Y", "P60M", "P18M", "P1Y6M", "P1Y18M", "P6W", "P30D", "P1D", "P9999Y9999M", "P9999D"] {
        takes::<Duration>(text);
    }
}

#[test]
fn malformed_durations_are_refused() {
    for text in [
        "", "P", "PY", "P0Y", "P05Y", "P5", "5Y", "p5Y", "P5y", "P5Y ", " P5Y", "P-5Y", "P+5Y", "P5.5Y",
        "P5,5Y", "P10000Y", "P5YM", "P5Y0M", "P5Y6", "P5Y6D", "P6M5Y", "P5Y5Y", "P1W1D", "PT5H", "P5YT5H",
        "P1M2D", "P５Y", "P5Ｙ", "P5é", "-P5Y", "P5Y6M1D",
    ] {
        refuses::<Duration>(text);
    }
}

#[test]
fn a_duration_counts_in_its_own_unit_only() {
    let parse = |text: &str| text.parse::<Duration>().unwrap();
    assert_eq!((parse("P1Y6M").months(), parse("P1Y6M").days()), (Some(18), None));
    assert_eq!((parse("P6W").months(), parse("P6W").days()), (None, Some(42)));
    assert_eq!(parse("P9999Y9999M").months(), Some(129_987));
    assert_ne!(parse("P5Y"), parse("P60M"));
    assert_eq!(Duration::from_years(5), Some(parse("P5Y")));
    assert_eq!(Duration::from_months(18), Some(parse("P18M")));
    assert_eq!(Duration::from_days(30), Some(parse("P30D")));
    assert_eq!(Duration::from_weeks(6), Some(parse("P6W")));
    assert_eq!(Duration::from_years_and_months(1, 6), Some(parse("P1Y6M")));
    assert_eq!(Duration::from_years_and_months(9999, 9999), Some(parse("P9999Y9999M")));
    assert!(Duration::from_days(0).is_none() && Duration::from_years(10_000).is_none());
    assert!(Duration::from_weeks(0).is_none() && Duration::from_weeks(10_000).is_none());
    for (years, months) in [(0, 6), (1, 0), (10_000, 6), (1, 10_000)] {
        assert!(Duration::from_years_and_months(years, months).is_none(), "{years} {months}");
    }
}

#[test]
fn a_duration_has_the_numbers_and_units_it_is_stated_in() {
    for (text, parts) in [
        ("P5Y", vec![(5, DurationUnit::Years)]),
        ("P60M", vec![(60, DurationUnit::Months)]),
        ("P1Y18M", vec![(1, DurationUnit::Years), (18, DurationUnit::Months)]),
        ("P6W", vec![(6, DurationUnit::Weeks)]),
        ("P30D", vec![(30, DurationUnit::Days)]),
    ] {
        let told: Vec<_> = text.parse::<Duration>().unwrap().parts().collect();
        assert_eq!(told, parts, "{text}");
    }
    let units = [DurationUnit::Years, DurationUnit::Months, DurationUnit::Weeks, DurationUnit::Days];
    assert_eq!(units.map(|unit| unit.to_string()), ["years", "months", "weeks", "days"]);
}

#[test]
fn a_day_goes_to_chrono_and_back_and_a_month_does_not() {
    let day = NaiveDate::from_ymd_opt(2016, 4, 30).unwrap();
    let date = PartialDate::try_from(day).unwrap();
    assert_eq!(NaiveDate::try_from(date), Ok(day));
    let month: PartialDate = "2016-04".parse().unwrap();
    let error = NaiveDate::try_from(month).unwrap_err();
    assert_eq!(error.to_string(), r#""2016-04" is not a day: the day of the month is not stated"#);
}
