//! Every answer about periods, held against one that is found by trying all the days that the dates may stand for.

use super::Random;
use chrono::{Datelike, NaiveDate};
use cooperation::{PartialDate, Period, Truth};

/// The days that are tried: an end that is not stated lies somewhere in these years.
const FIRST: i32 = 2006;
const LAST: i32 = 2008;

fn date(text: &str) -> PartialDate {
    text.parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    date(text).earliest()
}

fn between(start: &str, end: &str) -> Period {
    Period::between(date(start), date(end))
}

fn lasting(start: &str, end: &str, duration: &str) -> Period {
    let mut period = between(start, end);
    period.stated_duration = Some(duration.parse().unwrap());
    period
}

/// A date of the tried years: a year, a month or a day, with many near the turns of months and years.
fn any_date(random: &mut Random) -> PartialDate {
    let year = u16::try_from(FIRST).unwrap() + u16::try_from(random.below(3)).unwrap();
    let month = [1, 2, 3, 6, 11, 12][random.below(6)];
    let last = PartialDate::from_month(year, month).unwrap().latest().day();
    let days = [1, 2, 15, u8::try_from(last).unwrap() - 1, u8::try_from(last).unwrap()];
    match random.below(3) {
        0 => PartialDate::from_year(year).unwrap(),
        1 => PartialDate::from_month(year, month).unwrap(),
        _ => PartialDate::from_day(year, month, days[random.below(5)]).unwrap(),
    }
}

fn any_period(random: &mut Random) -> Period {
    let (start, end) = (any_date(random), any_date(random));
    match random.below(6) {
        0 => Period::since(start),
        1 => Period::until(end),
        _ => Period::between(start, end),
    }
}

/// The days that a date may stand for, thinned out: the first and last few of each month of each tried year.
fn days(date: Option<PartialDate>) -> Vec<NaiveDate> {
    let (first, last) = match date {
        Some(date) => (date.earliest(), date.latest()),
        None => (
            NaiveDate::from_ymd_opt(FIRST - 1, 12, 30).unwrap(),
            NaiveDate::from_ymd_opt(LAST + 1, 1, 2).unwrap(),
        ),
    };
    first
        .iter_days()
        .take_while(|day| *day <= last)
        .filter(|day| {
            let turn = day.day() <= 2 || day.day() >= 27 || matches!(day.day(), 14..=16);
            turn && matches!(day.month(), 1 | 2 | 3 | 6 | 11 | 12)
        })
        .collect()
}

/// The pairs of days between which a period may have lasted.
fn pairs(period: &Period) -> Vec<(NaiveDate, NaiveDate)> {
    let ends = days(period.end);
    days(period.start)
        .into_iter()
        .flat_map(|start| ends.iter().map(move |&end| (start, end)))
        .filter(|(start, end)| start <= end)
        .collect()
}

/// Some of the pairs: those between days at which an answer can turn, and some others.
fn telling(period: &Period, other: &Period, random: &mut Random) -> Vec<(NaiveDate, NaiveDate)> {
    let pairs = pairs(period);
    let turns: Vec<NaiveDate> = [period.start, period.end, other.start, other.end]
        .into_iter()
        .flatten()
        .flat_map(|date| [date.earliest(), date.latest()])
        .flat_map(|day| [day.pred_opt().unwrap(), day, day.succ_opt().unwrap()])
        .collect();
    let mut chosen = pairs.clone();
    chosen.retain(|(start, end)| turns.contains(start) && turns.contains(end));
    if !pairs.is_empty() {
        chosen.extend((0..20).map(|_| pairs[random.below(pairs.len())]));
    }
    chosen
}

/// Holds an answer against what was found by trying.
#[track_caller]
fn agrees(answer: Truth, all_stated: bool, tried: impl Iterator<Item = bool>, of: &str) {
    let (mut yes, mut no) = (false, false);
    for so in tried {
        yes |= so;
        no |= !so;
    }
    let right = match (yes, no) {
        // Ends that contradict each other: there is nothing to try.
        (false, false) => answer == Truth::Unknown,
        (true, false) => answer == Truth::Yes,
        (false, true) => answer == Truth::No,
        (true, true) if all_stated => answer == Truth::Possible,
        (true, true) => matches!(answer, Truth::Unknown | Truth::Possible),
    };
    assert!(right, "{of}: answered {answer}, tried: yes {yes}, no {no}");
}

fn is_stated(period: &Period) -> bool {
    period.start.is_some() && period.end.is_some()
}

#[test]
fn contains_and_touches_answer_as_trying_every_day_does() {
    let mut random = Random(1);
    for _ in 0..1500 {
        let (period, asked) = (any_period(&mut random), any_date(&mut random));
        let pairs = pairs(&period);
        let (first, last) = (asked.earliest(), asked.latest());
        let touching = pairs.iter().map(|&(start, end)| start <= last && first <= end);
        agrees(period.touches(asked), is_stated(&period), touching, &format!("{period} touches {asked}"));
        let at = pairs.iter().map(|&(start, end)| start <= first && first <= end);
        agrees(period.contains(first), is_stated(&period), at, &format!("{period} contains {first}"));
    }
}

#[test]
fn overlaps_and_lies_within_answer_as_trying_every_day_does() {
    let mut random = Random(2);
    for _ in 0..1500 {
        let (one, other) = (any_period(&mut random), any_period(&mut random));
        let (ones, others) = (telling(&one, &other, &mut random), telling(&other, &one, &mut random));
        let stated = is_stated(&one) && is_stated(&other);
        let both = || ones.iter().flat_map(|one| others.iter().map(move |other| (*one, *other)));
        let meeting = both().map(|(one, other)| one.0 <= other.1 && other.0 <= one.1);
        agrees(one.overlaps(&other), stated, meeting, &format!("{one} overlaps {other}"));
        assert_eq!(one.overlaps(&other), other.overlaps(&one));
        let inside = both().map(|(one, other)| other.0 <= one.0 && one.1 <= other.1);
        agrees(one.lies_within(&other), stated, inside, &format!("{one} lies within {other}"));
    }
}

#[test]
fn months_days_and_years_are_those_that_trying_every_day_finds() {
    let mut random = Random(3);
    let month = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month());
    let mut checked = 0;
    for _ in 0..1500 {
        let (start, end) = (any_date(&mut random), any_date(&mut random));
        let period = Period::between(start, end);
        let pairs = pairs(&period);
        assert_eq!(period.is_reversed(), pairs.is_empty(), "{period}");
        let counted: Vec<i64> = pairs.iter().map(|&(start, end)| month(end) - month(start) + 1).collect();
        let (Some(&least), Some(&most)) = (counted.iter().min(), counted.iter().max()) else {
            assert_eq!((period.months(), period.days()), (None, None), "{period}");
            continue;
        };
        checked += 1;
        let months = period.months().unwrap();
        assert_eq!(i64::from(*months.end()), most, "{period}");
        if start.day().is_none() || end.day().is_none() {
            assert_eq!(i64::from(*months.start()), least, "{period}");
        }
        let counted = || pairs.iter().map(|&(start, end)| (end - start).num_days() + 1);
        let days = period.days().unwrap();
        assert_eq!(i64::from(*days.start()), counted().min().unwrap(), "{period}");
        assert_eq!(i64::from(*days.end()), counted().max().unwrap(), "{period}");
        assert_eq!(period.touches_years(), Some(start.year()..=end.year()), "{period}");
    }
    assert!(checked > 700, "only {checked} periods were in order");
}

#[test]
fn between_exact_days_the_least_is_the_whole_months() {
    let mut random = Random(4);
    for _ in 0..3000 {
        let first = NaiveDate::from_ymd_opt(2015, 1, 1).unwrap();
        let start = first + chrono::Days::new(random.next() % 800);
        let end = start + chrono::Days::new(random.next() % 800);
        let date = |day| PartialDate::try_from(day).unwrap();
        let period = Period::between(date(start), date(end));
        let after = end.succ_opt().unwrap();
        let whole =
            (0..40).take_while(|&months| start + chrono::Months::new(months) <= after).last().unwrap();
        assert_eq!(*period.months().unwrap().start(), whole, "{period}");
    }
}

#[test]
fn april_2016_to_march_2021_is_the_stated_five_years() {
    let period = lasting("2016-04", "2021-03", "P5Y");
    assert_eq!(period.months(), Some(60..=60));
    assert_eq!(period.agrees_with_stated_duration(), Truth::Yes);
    assert_eq!(period.touches_years(), Some(2016..=2021));
    for (other, answer) in [
        ("P60M", Truth::Yes),
        ("P4Y11M", Truth::Possible),
        ("P58M", Truth::Possible),
        ("P57M", Truth::No),
        ("P61M", Truth::No),
    ] {
        let period = lasting("2016-04", "2021-03", other);
        assert_eq!(period.agrees_with_stated_duration(), answer, "{other}");
    }
}

#[test]
fn a_project_from_2006_to_2007_lasts_2_to_24_months() {
    let period = between("2006", "2007");
    assert_eq!((period.months(), period.touches_years()), (Some(2..=24), Some(2006..=2007)));
    assert_eq!(period.touches(date("2007")), Truth::Yes);
    assert_eq!(period.touches(date("2007-01")), Truth::Yes, "it ended in that month or later");
    for month in 2..=12 {
        assert_eq!(period.touches(PartialDate::from_month(2007, month).unwrap()), Truth::Possible);
    }
    assert_eq!(period.contains(day("2006-12-30")), Truth::Possible);
    assert_eq!(period.contains(day("2006-12-31")), Truth::Yes, "no start lies later, no end earlier");
    assert_eq!(period.touches(date("2008")), Truth::No);
    assert_eq!(period.touches(date("2005-12-31")), Truth::No);
}

#[test]
fn from_2007_to_2009_includes_every_month_of_2008() {
    let period = between("2007", "2009");
    assert_eq!((period.months(), period.touches_years()), (Some(14..=36), Some(2007..=2009)));
    for asked in ["2007", "2008", "2009", "2008-01", "2008-06", "2008-12", "2008-06-15"] {
        assert_eq!(period.touches(date(asked)), Truth::Yes, "{asked}");
    }
    assert_eq!(period.touches(date("2007-06")), Truth::Possible);
}

#[test]
fn a_duration_that_the_dates_allow_is_never_wrong() {
    use Truth::{No, Possible, Unknown, Yes};
    for (start, end, duration, answer) in [
        ("2006", "2007", "P2Y", Possible),
        ("2006", "2007", "P2M", Possible),
        ("2006", "2007", "P25M", No),
        ("2006", "2007", "P1M", Possible),
        ("2006", "2008", "P12M", Possible),
        ("2006", "2008", "P11M", No),
        // From a day in the one month to a day in the other.
        ("2016-04", "2021-04", "P5Y", Possible),
        ("2016-04-15", "2021-04", "P5Y", Possible),
        ("2016-04", "2021-04-14", "P5Y", Possible),
        ("2016-04-15", "2021-04-14", "P5Y", Yes),
        ("2016-04", "2021-05", "P5Y", Possible),
        ("2016-04", "2021-06", "P5Y", No),
        ("2020-01-15", "2020-02", "P1M", Possible),
        ("2024-01-01", "2024-01-30", "P30D", Yes),
        ("2024-01-01", "2024-01-31", "P30D", Yes),
        ("2024-01-01", "2024-02-01", "P30D", No),
        ("2024-01-01", "2024-01-29", "P30D", No),
        ("2024-01", "2024-01", "P30D", Possible),
        ("2024-01-05", "2024-01", "P20D", Possible),
        ("2024-01", "2024-01-25", "P20D", Possible),
        ("2024-01-01", "2024-02-11", "P6W", Yes),
        ("2024-01-01", "2024-12-31", "P1Y", Yes),
        ("2024-01-01", "2025-01-01", "P1Y", Yes),
        ("2024-01-15", "2025-01-14", "P12M", Yes),
        ("2024-01-15", "2025-01-14", "P14M", No),
        ("2025", "2024", "P1Y", Unknown),
    ] {
        let period = lasting(start, end, duration);
        assert_eq!(period.agrees_with_stated_duration(), answer, "{period}, {duration}");
    }
    let mut open = Period::since(date("2024"));
    assert_eq!(open.agrees_with_stated_duration(), Unknown);
    open.stated_duration = Some("P1Y".parse().unwrap());
    assert_eq!(open.agrees_with_stated_duration(), Unknown);
    assert_eq!(between("2024", "2025").agrees_with_stated_duration(), Unknown);
}

#[test]
fn less_precise_dates_keep_a_right_duration_right() {
    let mut random = Random(7);
    let mut right = 0;
    for _ in 0..20_000 {
        let start = any_date(&mut random).earliest();
        let days = i64::try_from(random.below(1_500)).unwrap();
        let end = start + chrono::TimeDelta::days(days);
        if end.year() > 9999 {
            continue;
        }
        let unit = ["Y", "M", "D"][random.below(3)];
        let count = match unit {
            "Y" => days / 365,
            "M" => days / 30,
            _ => days,
        } + i64::try_from(random.below(3)).unwrap();
        let Ok(duration) = format!("P{count}{unit}").parse() else { continue };
        let with = |start: PartialDate, end: PartialDate| {
            let mut period = Period::between(start, end);
            period.stated_duration = Some(duration);
            period.agrees_with_stated_duration()
        };
        let forms = |day: NaiveDate| {
            let text = day.to_string();
            [text.as_str(), &text[..7], &text[..4]].map(|text| text.parse::<PartialDate>().unwrap())
        };
        if with(forms(start)[0], forms(end)[0]) != Truth::Yes {
            continue;
        }
        right += 1;
        for (start, end) in forms(start).into_iter().flat_map(|start| forms(end).map(|end| (start, end))) {
            assert_ne!(with(start, end), Truth::No, "{start} to {end}, {duration}");
        }
    }
    assert!(right > 3_000, "{right}");
}

#[test]
fn an_unstated_end_leaves_open_what_depends_on_it() {
    let since = Period::since(date("2016-04"));
    assert_eq!(since.touches(date("2016-03")), Truth::No);
    assert_eq!(since.touches(date("2016-04")), Truth::Yes, "it started then");
    assert_eq!(since.touches(date("2016")), Truth::Yes, "it started then");
    assert_eq!(since.touches(date("2016-05")), Truth::Unknown);
    assert_eq!(since.lies_within(&between("2010", "2015")), Truth::No, "it started later");
    assert_eq!(since.lies_within(&between("2010", "2020")), Truth::Unknown);
    let until = Period::until(date("2021"));
    assert_eq!(until.touches(date("2022")), Truth::No);
    assert_eq!(until.touches(date("2021")), Truth::Yes, "it ended then");
    assert_eq!(until.touches(date("2020")), Truth::Unknown);
    assert_eq!(since.overlaps(&until), Truth::Unknown);
    assert_eq!((since.months(), since.days(), since.touches_years()), (None, None, None));
    for asked in ["0001", "2016", "9999-12-31"] {
        assert_eq!(Period::default().touches(date(asked)), Truth::Unknown);
    }
    assert_eq!(Period::default().overlaps(&since), Truth::Unknown);
}

#[test]
fn a_reversed_period_answers_nothing() {
    for (start, end) in
        [("2010", "2005"), ("2016-04", "2016-03"), ("2016-04-02", "2016-04-01"), ("2017", "2016-12")]
    {
        let period = between(start, end);
        assert!(period.is_reversed(), "{period}");
        assert_eq!((period.months(), period.days(), period.touches_years()), (None, None, None));
        for asked in ["2001", "2007", "2016", "2016-04"] {
            assert_eq!(period.touches(date(asked)), Truth::Unknown, "{period}, {asked}");
        }
        assert_eq!(period.overlaps(&between("2000", "2020")), Truth::Unknown);
        assert_eq!(between("2000", "2020").lies_within(&period), Truth::Unknown);
    }
    for (start, end) in
        [("2016", "2016"), ("2016-04", "2016"), ("2016", "2016-04"), ("2016-04-01", "2016-04-01")]
    {
        assert!(!between(start, end).is_reversed(), "{start} to {end}");
    }
}

#[test]
fn a_period_is_shown_as_it_is_stated() {
    assert_eq!(between("2016-04", "2021-03").to_string(), "2016-04 to 2021-03");
    assert_eq!(Period::since(date("2016-04")).to_string(), "since 2016-04");
    assert_eq!(Period::until(date("2021")).to_string(), "until 2021");
    assert_eq!(Period::default().to_string(), "not stated");
}

#[test]
fn no_wins_over_unknown_and_unknown_over_possible() {
    use Truth::{No, Possible, Unknown, Yes};
    let by_weight = [Yes, Possible, Unknown, No];
    for (one, left) in by_weight.into_iter().enumerate() {
        for (other, right) in by_weight.into_iter().enumerate() {
            assert_eq!(left.and(right), by_weight[one.max(other)]);
        }
    }
    assert_eq!([!Yes, !No, !Possible, !Unknown], [No, Yes, Possible, Unknown]);
}

#[test]
fn an_answer_has_its_word_and_only_yes_is_yes() {
    let words =
        [(Truth::Yes, "yes"), (Truth::Possible, "possible"), (Truth::No, "no"), (Truth::Unknown, "unknown")];
    for (answer, word) in words {
        assert_eq!((answer.as_str(), &*answer.to_string()), (word, word));
        assert_eq!((answer.is_yes(), answer.is_no()), (word == "yes", word == "no"));
    }
}

#[test]
fn an_interval_is_read_and_written_with_what_is_stated() {
    for (text, start, end) in [
        ("2016-04/2021-03", Some("2016-04"), Some("2021-03")),
        ("2006/", Some("2006"), None),
        ("/2006-01-31", None, Some("2006-01-31")),
    ] {
        let period = Period::new(start.map(date), end.map(date));
        assert_eq!(text.parse(), Ok(period.clone()));
        assert_eq!(period.to_edtf().as_deref(), Some(text));
    }
    assert_eq!(Period::new(None, None).to_edtf(), None);
    for text in ["", "/", "2006", "2006/..", "../2006", "2006/2007/2008", "2006-13/2007", "2006 / 2007"] {
        assert!(text.parse::<Period>().is_err(), "{text}");
    }
}
