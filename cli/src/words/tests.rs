use super::Words;
use super::table::LABELS;
use cooperation::{Duration, Money, PartialDate, Period};

const ENGLISH: Words = Words { norwegian: false, raw: false };
const NORWEGIAN: Words = Words { norwegian: true, raw: false };

fn money(words: Words, amount: &str) -> String {
    words.money(&Money::parse(amount, "EUR").unwrap()).replace('\u{a0}', "_")
}

#[test]
fn amounts_have_groups_of_three_digits_and_cents_only_where_there_are_any() {
    for (amount, english, norwegian) in [
        ("780000.00", "780,000 EUR", "780_000 EUR"),
        ("1234567.5", "1,234,567.5 EUR", "1_234_567,5 EUR"),
        ("999", "999 EUR", "999 EUR"),
        ("0.05", "0.05 EUR", "0,05 EUR"),
        ("-1200", "\u{2212}1,200 EUR", "\u{2212}1_200 EUR"),
    ] {
        assert_eq!([money(ENGLISH, amount), money(NORWEGIAN, amount)], [english, norwegian]);
    }
}

#[test]
fn dates_are_as_precise_as_stated() {
    for (date, english, norwegian) in [
        ("2016", "2016", "2016"),
        ("2016-04", "April 2016", "april 2016"),
        ("2016-05-17", "17 May 2016", "17. mai 2016"),
    ] {
        let date: PartialDate = date.parse().unwrap();
        assert_eq!([ENGLISH.date(date), NORWEGIAN.date(date)], [english, norwegian]);
    }
    let period = |start: Option<&str>, end: Option<&str>, duration: Option<&str>| {
        let mut period = Period::default();
        period.start = start.map(|start| start.parse().unwrap());
        period.end = end.map(|end| end.parse().unwrap());
        period.stated_duration = duration.map(|duration| duration.parse().unwrap());
        [ENGLISH.dates(&period), NORWEGIAN.dates(&period)]
    };
    assert_eq!(
        period(Some("2016-04"), Some("2021-03"), None),
        ["April 2016 to March 2021", "april 2016 til mars 2021"]
    );
    assert_eq!(period(Some("2020"), Some("2020"), None), ["2020", "2020"]);
    assert_eq!(period(Some("2016"), None, None), ["since 2016", "siden 2016"]);
    assert_eq!(
        period(None, Some("2021"), Some("P2Y")),
        ["until 2021, stated as two years", "til 2021, oppgitt som to år"]
    );
    assert_eq!(
        period(None, None, Some("P2Y")),
        ["two years, dates not stated", "to år, datoer ikke oppgitt"]
    );
}

#[test]
fn durations_are_words() {
    for (duration, english, norwegian) in [
        ("P2Y", "two years", "to år"),
        ("P1Y", "one year", "ett år"),
        ("P1Y6M", "one year and six months", "ett år og seks måneder"),
        ("P1M", "one month", "én måned"),
        ("P18M", "18 months", "18 måneder"),
        ("P1W", "one week", "én uke"),
        ("P90D", "90 days", "90 dager"),
    ] {
        let duration: Duration = duration.parse().unwrap();
        assert_eq!([ENGLISH.duration(duration), NORWEGIAN.duration(duration)], [english, norwegian]);
    }
    for (months, english) in [
        (60..=60, "five years"),
        (18..=18, "18 months"),
        (41..=41, "three years and five months"),
        (24..=36, "24 to 36 months"),
        (2390..=2412, "about 200 years"),
        (0..=1, "0 to 1 month"),
    ] {
        assert_eq!(ENGLISH.months(&months), english);
    }
}

#[test]
fn sentences_are_filled_in_order_and_unknown_words_stay() {
    assert_eq!(ENGLISH.fill("{} to {}", &["a", "b"]), "a to b");
    assert_eq!(NORWEGIAN.label("a code of our own"), "a code of our own");
    assert_eq!(NORWEGIAN.all(&["a".to_owned(), "b".to_owned(), "c".to_owned()]), "a, b og c");
    assert_eq!([Words::new("nn-NO"), Words::new("NB"), Words::new("no")], [NORWEGIAN; 3]);
    assert_eq!([Words::new("en-GB"), Words::new("fr"), Words::new("nds")], [ENGLISH; 3]);
}

#[test]
fn programs_get_the_forms_of_the_format() {
    let raw = Words::raw();
    let mut period = Period::between("2016-04".parse().unwrap(), "2021-03".parse().unwrap());
    assert_eq!(raw.period(&period), "2016-04 to 2021-03");
    period.stated_duration = Some("P5Y".parse().unwrap());
    assert_eq!(raw.dates(&period), "2016-04 to 2021-03, stated as P5Y");
    assert_eq!(raw.money(&Money::parse("780000.00", "EUR").unwrap()), "780000.00 EUR");
    assert_eq!(raw.months(&(60..=60)), "60 months");
    assert_eq!(raw.months(&(24..=36)), "24 to 36 months");
    assert_eq!(raw.number(1200), "1200");
}

/// Every line of the table has an English and a Norwegian side with as many gaps, and none is there twice.
#[test]
fn the_table_is_well_formed() {
    let mut seen = std::collections::HashSet::new();
    for line in LABELS.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let Some((english, norwegian)) = line.split_once('\t') else { panic!("no tab in '{line}'") };
        assert!(!norwegian.is_empty() && !norwegian.contains('\t'), "{line}");
        assert_eq!(english.matches("{}").count(), norwegian.matches("{}").count(), "{line}");
        assert!(seen.insert(english), "'{english}' is there twice");
    }
}
