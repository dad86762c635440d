use super::{Random, hash, refuses, takes};
use cooperation::{CurrencyCode, Decimal, Money, model::Count, values::Totals};
use rust_decimal::Decimal as Number;
use std::cmp::Ordering;
use std::collections::HashSet;

#[test]
fn decimals_come_back_with_every_digit() {
    for text in [
        "0",
        "0.0",
        "0.00",
        "80",
        "80.0",
        "80.00",
        "-0.5",
        "-80.00",
        "1913897.00",
        "0.01",
        "-0.01",
        // 28 characters: the most that there are.
        "9999999999999999999999999999",
        "-999999999999999999999999999",
        "0.00000000000000000000000001",
        "99999999999999.9999999999999",
        "1.00000000000000000000000000",
        "-0.0000000000000000000000001",
    ] {
        takes::<Decimal>(text);
    }
}

#[test]
fn malformed_decimals_are_refused() {
    for text in [
        "",
        "-",
        ".",
        "-0",
        "-0.0",
        "-0.00",
        "+1",
        "1.",
        ".5",
        "-.5",
        "1.2.3",
        "1,5",
        "1 000",
        "1'000",
        "1_000",
        "00",
        "01",
        "-01",
        "00.5",
        "1e3",
        "1E3",
        "0x10",
        "NaN",
        "inf",
        "--1",
        "1-",
        " 1",
        "1 ",
        "１",
        "1\u{a0}",
        "99999999999999999999999999999",
        "1.000000000000000000000000000",
        "-9999999999999999999999999999",
        "-0.00000000000000000000000000",
        "0.000000000000000000000000000000000000001",
        "½",
    ] {
        refuses::<Decimal>(text);
    }
    for json in ["80", "80.00", "-1", "null", "[\"80\"]", "1e3"] {
        assert!(serde_json::from_str::<Decimal>(json).is_err(), "{json} was read");
    }
}

#[test]
fn no_number_that_fits_is_changed_by_being_read() {
    let mut random = Random(5);
    for _ in 0..20_000 {
        let mut digits = |most| {
            let length = 1 + random.below(most);
            (0..length).map(|_| char::from(b"0123456789"[random.below(10)])).collect::<String>()
        };
        let (whole, decimals) = (digits(14), digits(13));
        let whole = match whole.trim_start_matches('0') {
            "" => "0",
            whole => whole,
        };
        let text = format!("{whole}.{decimals}");
        if text.len() <= 28 {
            takes::<Decimal>(&text);
            assert_eq!(text.parse::<Decimal>().unwrap().value(), Number::from_str_exact(&text).unwrap());
        }
    }
}

#[test]
fn decimals_are_equal_as_statements_and_comparable_as_numbers() {
    let parse = |text: &str| text.parse::<Decimal>().unwrap();
    assert_ne!(parse("80.0"), parse("80.00"));
    assert_ne!(parse("0"), parse("0.00"));
    assert_eq!(parse("80.0").value(), parse("80.00").value());
    assert!(parse("-0.5").is_negative() && !parse("0.5").is_negative() && !Decimal::ZERO.is_negative());
    assert!(parse("0").is_zero() && parse("0.00").is_zero() && !parse("0.01").is_zero());
}

#[test]
fn a_decimal_takes_the_options_of_a_format() {
    let number: Decimal = "12.50".parse().unwrap();
    assert_eq!(format!("{number}|{number:>7}|{number:.1}|{number:+}"), "12.50|  12.50|12.5|+12.50");
    assert_eq!(format!("{number:+9.3}|{number:<9}|"), "  +12.500|12.50    |");
}

#[test]
fn a_number_that_a_document_cannot_hold_is_not_a_decimal() {
    let decimal = |text: &str| Decimal::try_from(Number::from_str_exact(text).unwrap());
    assert_eq!(decimal("12.50").unwrap().to_string(), "12.50");
    assert!(Decimal::try_from(Number::MAX).is_err());
    assert!(Decimal::try_from(Number::MIN).is_err());
    let mut minus_zero = Number::ZERO;
    minus_zero.set_sign_negative(true);
    assert!(Decimal::try_from(minus_zero).is_err());
}

#[test]
fn money_keeps_its_scale_and_needs_both_members() {
    let json = r#"{"amount":"1913897.00","currency":"EUR"}"#;
    let money: Money = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::to_string(&money).unwrap(), json);
    for json in [
        r#"{"amount":"1913897.00"}"#,
        r#"{"currency":"EUR"}"#,
        r#"{"amount":1913897.00,"currency":"EUR"}"#,
        r#"{"amount":"1913897.00","currency":"eur"}"#,
        r#"{"amount":"1913897.00","currency":"EUR","currency":"EUR"}"#,
        r#"{"amount":"1913897.00","currency":"EUR","year":"2016"}"#,
        r#"{"amount":"1913897.00","currency":null}"#,
        r#"["1913897.00","EUR"]"#,
    ] {
        assert!(serde_json::from_str::<Money>(json).is_err(), "{json} was read");
    }
}

#[test]
fn totals_are_the_exact_sums_of_each_currency() {
    let mut random = Random(6);
    let currencies = ["EUR", "NOK", "SEK"];
    let mut totals = Totals::default();
    // Cents, as whole numbers of any length: what the sums are held against.
    let mut sums = [0_i128; 3];
    assert!(totals.is_empty());
    for _ in 0..5000 {
        let place = random.below(3);
        let cents = i128::from(random.next() % 1_000_000_000_000) - 300_000_000_000;
        let sign = if cents < 0 { "-" } else { "" };
        let (whole, rest) = (cents.abs() / 100, cents.abs() % 100);
        totals.add(&Money::parse(&format!("{sign}{whole}.{rest:02}"), currencies[place]).unwrap()).unwrap();
        sums[place] += cents;
    }
    for (currency, cents) in currencies.into_iter().zip(sums) {
        let sum = totals.get(currency.parse().unwrap()).unwrap();
        assert_eq!(sum, Number::from_i128_with_scale(cents, 2), "{currency}");
    }
    assert_eq!(totals.iter().map(|(currency, _)| currency.to_string()).collect::<Vec<_>>(), currencies);
    assert_eq!(totals.get("DKK".parse::<CurrencyCode>().unwrap()), None);
}

#[test]
fn a_sum_is_money_of_its_currency() {
    let mut totals = Totals::default();
    assert!(totals.is_empty());
    for text in ["0.10 EUR", "5 NOK", "0.20 EUR"] {
        totals.add(&text.parse().unwrap()).unwrap();
    }
    assert!(!totals.is_empty());
    let sums =
        [CurrencyCode::EUR, CurrencyCode::NOK, "DKK".parse().unwrap()].map(|currency| totals.money(currency));
    let money = |text: &str| text.parse::<Money>().ok();
    assert_eq!(sums, [money("0.30 EUR"), money("5 NOK"), None]);
}

#[test]
fn an_inexact_sum_leaves_the_totals_unchanged() {
    let large = "9999999999999999999999999999";
    for (first, second) in [
        (large, "0.01"),
        ("0.01", large),
        ("99999999999999.9999999999999", "99999999999999999999999.999"),
        ("1.00000000000000000000000000", "999999999999"),
    ] {
        let mut totals = Totals::default();
        totals.add(&Money::parse(first, "EUR").unwrap()).unwrap();
        totals.add(&Money::parse("7", "NOK").unwrap()).unwrap();
        let before = totals.clone();
        let error = totals.add(&Money::parse(second, "EUR").unwrap()).unwrap_err();
        assert!(error.to_string().contains("EUR"), "{error}");
        assert_eq!(error.currency(), "EUR".parse().unwrap());
        assert_eq!(totals, before, "{first} and {second}");
    }
    let mut totals = Totals::default();
    let overflows = (0..20).filter(|_| totals.add(&Money::parse(large, "EUR").unwrap()).is_err()).count();
    assert!(overflows > 0 && totals.get("EUR".parse().unwrap()).unwrap() < Number::MAX);
}

#[test]
fn sums_that_come_to_nothing_stay_exact() {
    let mut totals = Totals::default();
    for amount in ["12.50", "-12.50", "0.001", "0"] {
        totals.add(&Money::parse(amount, "EUR").unwrap()).unwrap();
    }
    assert_eq!(totals.to_string(), "0.001 EUR");
}

#[test]
fn a_count_is_a_plain_number_with_the_words_of_the_source_beside_it() {
    for json in [
        r#"{"what":{"en":"trees"},"number":0}"#,
        r#"{"what":{"en":"trees"},"number":4294967295}"#,
        r#"{"what":{"en":"trees"},"words":{"nb":"en rekke"}}"#,
        r#"{"what":{"en":"trees"},"number":300,"words":{"en":"about 300"}}"#,
    ] {
        let count: Count = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&count).unwrap(), json);
    }
    for number in ["-1", "9.0", "1e1", "4294967296", "\"9\"", "null", "{\"exact\":9}", "[9]"] {
        let json = format!(r#"{{"what":{{"en":"trees"}},"number":{number}}}"#);
        assert!(serde_json::from_str::<Count>(&json).is_err(), "{json} was read");
    }
}

#[test]
fn equal_decimals_have_the_same_hash_and_others_differ() {
    let written = ["80", "80.0", "80.00", "80"].map(|text| text.parse::<Decimal>().unwrap());
    let set: HashSet<Decimal> = written.into();
    assert_eq!(set.len(), 3);
    assert!(set.contains(&Decimal::from(80)));
    let hashes: HashSet<u64> = written.iter().map(hash).collect();
    assert_eq!(hashes.len(), 3);
    assert_eq!(format!("{:?}", Decimal::from(80)), "80");
}

#[test]
fn money_is_read_as_it_is_written() {
    for text in ["0 EUR", "-0.50 NOK", "1913897.00 EUR"] {
        assert_eq!(text.parse::<Money>().unwrap().to_string(), text);
    }
    for text in ["", "5", "EUR", "EUR 5", "5  EUR", " 5 EUR", "5 EUR ", "5,00 EUR", "5 euro", "5EUR"] {
        assert!(text.parse::<Money>().is_err(), "{text}");
    }
}

#[test]
fn amounts_are_compared_by_value_within_a_currency() {
    let compare = |one: &str, other: &str| {
        let [one, other] = [one, other].map(|text| text.parse::<Money>().unwrap());
        one.compare(&other)
    };
    assert_eq!(compare("100 EUR", "100.00 EUR"), Some(Ordering::Equal));
    assert_eq!(compare("99.99 EUR", "100 EUR"), Some(Ordering::Less));
    assert_eq!(compare("-1 EUR", "-2 EUR"), Some(Ordering::Greater));
    assert_eq!(compare("1 EUR", "1 NOK"), None);
}

#[test]
fn a_number_goes_out_and_comes_back_with_every_digit() {
    let written: Decimal = "80.00".parse().unwrap();
    let number = Number::from(written);
    assert_eq!(number.to_string(), "80.00");
    assert_eq!(Decimal::try_from(number), Ok(written));
}

#[test]
fn totals_that_cannot_be_added_are_left_as_they_were() {
    let totals = |texts: &[&str]| {
        let all: Vec<Money> = texts.iter().map(|text| text.parse().unwrap()).collect();
        all.iter().sum::<Result<Totals, _>>().unwrap()
    };
    let mut sum = totals(&["1 EUR", "0.1 NOK"]);
    let before = sum.clone();
    let overflow = sum.add_all(&totals(&["1 EUR", "9999999999999999999999999999 NOK"])).unwrap_err();
    assert_eq!(overflow.currency(), CurrencyCode::NOK);
    assert_eq!(sum, before);
    sum.add_all(&totals(&["2 EUR", "3 SEK"])).unwrap();
    assert_eq!(sum, totals(&["3 EUR", "0.1 NOK", "3 SEK"]));
}
