//! How a value is written that somebody wrote in another way: only where there is one way, and always one that is read.

use cooperation::{
    CountryCode, CurrencyCode, Decimal, Duration, Language, PartialDate, ProjectId, Url, ValueError,
    codes::NutsCode,
    values::{Digest, Pointer, Version},
};
use std::fmt::Display;
use std::str::FromStr;

/// Each text is refused with the suggestion beside it, which is read; `""` stands for none.
fn check<T: FromStr<Err = ValueError> + Display>(cases: &[(&str, &str)]) {
    for &(text, meant) in cases {
        let error = text.parse::<T>().map(|value| value.to_string()).expect_err(text);
        assert_eq!(error.suggestion().unwrap_or_default(), meant, "{text}");
        if let Some(suggestion) = error.suggestion() {
            assert_eq!(suggestion.parse::<T>().unwrap().to_string(), suggestion);
        }
    }
}

#[test]
fn dates_from_their_year_on() {
    check::<PartialDate>(&[
        ("2016-4", "2016-04"),
        ("2016-4-3", "2016-04-03"),
        ("2016/04/30", "2016-04-30"),
        ("2016.04", "2016-04"),
        ("04/2016", "2016-04"),
        (" 2016 ", "2016"),
        ("20160430", "2016-04-30"),
        ("2016-04-30T12:00:00Z", "2016-04-30"),
        ("2016-04-30 12:00", "2016-04-30"),
        ("2016-00-00", "2016"),
        ("2016-04-00", "2016-04"),
        // Between points the day is the first; otherwise the number tells that can be no month.
        ("4.5.2016", "2016-05-04"),
        ("30/4/2016", "2016-04-30"),
        ("4/30/2016", "2016-04-30"),
        ("5/5/2016", "2016-05-05"),
        ("4/5/2016", ""),
        ("04-05-2016", ""),
        // Twelve is a month as well.
        ("12/5/2016", ""),
        ("5/12/2016", ""),
        ("13/5/2016", "2016-05-13"),
        // No such month, no such day, no such year.
        ("2016-13", ""),
        ("2016-00-05", ""),
        ("2023-02-30", ""),
        ("30.2.2023", ""),
        ("30.04.16", ""),
        ("2016-2017", ""),
        ("2007/08", ""),
        ("2099/00", ""),
        ("0000", ""),
        ("April 2016", "2016-04"),
        ("2016 April", "2016-04"),
        ("2016 April 5", "2016-04-05"),
        ("5 April", ""),
        ("April 5", ""),
        ("2016 04", ""),
        ("2016-4-3-2", ""),
        ("201604", ""),
        ("", ""),
    ]);
}

#[test]
fn numbers_with_a_point_before_their_decimals() {
    check::<Decimal>(&[
        ("1 913 897,00", "1913897.00"),
        ("1\u{a0}913\u{a0}897", "1913897"),
        ("1,913,897.00", "1913897.00"),
        ("1.913.897,00", "1913897.00"),
        ("1.913.897", "1913897"),
        ("1'913'897.50", "1913897.50"),
        ("12,5", "12.5"),
        ("1234,567", "1234.567"),
        ("0,125", "0.125"),
        (",5", "0.5"),
        (".5", "0.5"),
        ("5.", "5"),
        ("+5", "5"),
        ("\u{2212}5", "-5"),
        ("007", "7"),
        ("00.50", "0.50"),
        ("-0", "0"),
        ("-0.00", "0.00"),
        (" 80 ", "80"),
        // A thousand and more, or one and some decimals.
        ("1,913", ""),
        ("-12,500", ""),
        // Not parted by threes, or by several marks.
        ("12 34", ""),
        ("1234 567", ""),
        ("1 234.567 890", ""),
        ("1,913.897,00", ""),
        ("1.2.3", ""),
        (" 1,23,456", ""),
        ("1e5", "100000"),
        ("80 %", "80"),
        ("+-5", ""),
        ("--5", ""),
        ("NaN", ""),
        // Nothing is not zero.
        ("", ""),
        ("-", ""),
        (".", ""),
        (" ", ""),
    ]);
}

#[test]
fn codes_in_their_case() {
    check::<CountryCode>(&[("no", "NO"), (" NO", "NO"), ("NOR", ""), ("Norway", "NO"), ("", "")]);
    check::<CurrencyCode>(&[
        ("eur", "EUR"),
        ("Nok", "NOK"),
        ("€", "EUR"),
        ("Euro", "EUR"),
        ("kr", ""),
        ("$", ""),
    ]);
    check::<NutsCode>(&[("no082", "NO082"), ("NO-082", "")]);
    check::<Duration>(&[("p5y", "P5Y"), (" P18M", "P18M"), ("5 years", ""), ("P5", "")]);
    check::<Language>(&[
        ("NB", "nb"),
        ("nb_NO", "nb-NO"),
        ("SR-LATN", "sr-Latn"),
        ("EN-X-a-b-c-d-e-f-g-h-i-j-k-l", "en-x-a-b-c-d-e-f-g-h-i-j-k-l"),
        ("Norwegian", "no"),
        ("", ""),
    ]);
}

#[test]
fn ids_keep_their_letters_and_lose_forbidden_characters() {
    check::<ProjectId>(&[
        ("Mikrofinans Norge", "Mikrofinans-Norge"),
        ("a  &  b", "a-b"),
        ("(atm)", "atm"),
        ("-atm", "atm"),
        (" atm ", "atm"),
        ("ålesund", "alesund"),
        ("Île-de-France", "ile-de-France"),
        ("αθήνα", ""),
        ("a αθήνα", ""),
        ("  ", ""),
        ("", ""),
    ]);
}

#[test]
fn addresses_checksums_versions_and_pointers() {
    check::<Url>(&[
        (" https://example.org/", "https://example.org/"),
        ("HTTPS://example.org/", "https://example.org/"),
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("post@example.org", "mailto:post@example.org"),
        ("example.org/@name", ""),
        ("www.example.org", "https://www.example.org"),
        ("WWW.example.org/a b", "https://WWW.example.org/a%20b"),
        ("http://www.uoi.gr / www.rc.uoi.gr", ""),
        ("http://www.uoi.gr/a www.rc.uoi.gr", ""),
        ("http://www.uoi.gr http://www.rc.uoi.gr", ""),
        ("mailto:a@b.org d@b.org", ""),
        ("my site.org", ""),
        ("http://my site.org/", ""),
        ("ftp://example.org", ""),
        ("javascript:alert(1)", ""),
        ("", ""),
    ]);
    let digits = "52FC9EABF46A5683F7080D0A48751EEAC8452512A7107BE0ACB1A22F5081B7B2";
    let whole = format!("sha256:{}", digits.to_lowercase());
    check::<Digest>(&[(digits, &whole), (&format!("SHA256:{digits}"), &whole), ("52fc", "")]);
    check::<Version>(&[("1", "1.0"), ("v1.0", "1.0"), ("2", ""), ("one", "")]);
    check::<Pointer>(&[
        ("name", "/name"),
        ("period/start", "/period/start"),
        ("#/name", "/name"),
        ("$.name", ""),
        ("/a~b", ""),
    ]);
}

#[test]
fn a_suggestion_too_long_to_show_is_omitted() {
    for (letters, is_shown) in [(60, true), (61, false)] {
        let error = ProjectId::new(format!("{} {}", "a".repeat(letters - 1), "b".repeat(60))).unwrap_err();
        assert_eq!(error.suggestion().is_some(), is_shown, "{letters}");
    }
    // A direction mark that nobody sees.
    assert_eq!("mailto\u{202e}@example.org".parse::<Url>().unwrap_err().suggestion(), None);
}
