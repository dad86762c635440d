//! Texts of values that are megabytes long or nearly right.

use super::super::LARGE;
use super::{Task, task};
use cooperation::values::{
    Decimal, Digest, Duration, Extensions, Language, MediaType, PartialDate, Period, Pointer, Text, Url,
    ValueError, Version,
};
use cooperation::{ProjectId, RecordLine};
use std::fmt::Debug;
use std::str::FromStr;

fn parsed<T: FromStr<Err = ValueError> + Debug>(name: &str, text: String, answer: &str) -> Task {
    task(name, text.len(), answer, move || match text.parse::<T>() {
        Ok(_) => "read".to_owned(),
        Err(error) => format!("{error} / {}", error.suggestion().unwrap_or("no suggestion")),
    })
}

#[expect(clippy::too_many_lines, reason = "a table of tasks")]
pub(super) fn texts() -> Vec<Task> {
    let long = |letters: &str| letters.repeat(LARGE);
    let period = |name: &str, text: String, answer: &str| {
        task(name, text.len(), answer, move || match text.parse::<Period>() {
            Ok(period) => format!("{:?}", period.to_edtf()),
            Err(error) => error.to_string(),
        })
    };
    let mut tasks = vec![
        parsed::<Decimal>(
            "an amount of a million digits",
            long("9"),
            "\"999999999999999999999999999999999999999999999999999999999999\"… is not a decimal number: it has more than 28 characters / no suggestion",
        ),
        parsed::<Decimal>(
            "an amount of a million zeros",
            long("0") + "1",
            "\"000000000000000000000000000000000000000000000000000000000000\"… is not a decimal number: it must not start with a needless zero / no suggestion",
        ),
        parsed::<Decimal>(
            "an amount of a million decimals",
            format!("0.{}1", long("0")),
            "\"0.0000000000000000000000000000000000000000000000000000000000\"… is not a decimal number: it has more than 28 characters / no suggestion",
        ),
        parsed::<Decimal>(
            "an amount of a million commas",
            long("1,"),
            "\"1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,\"… is not a decimal number: expected digits with at most one point, such as 1913897.00 / no suggestion",
        ),
        parsed::<Decimal>(
            "an amount with an exponent beyond floats",
            "1e400".to_owned(),
            "\"1e400\" is not a decimal number: expected digits with at most one point, such as 1913897.00 / no suggestion",
        ),
        parsed::<Language>(
            "a language tag of a million parts",
            format!("en{}", long("-aaa")),
            "\"en-aaa-aaa-aaa-aaa-aaa-aaa-aaa-aaa-aaa-aaa-aaa-aaa-aaa-aaa-a\"… is not a language tag: expected a BCP 47 tag such as nb, en or sr-Latn / no suggestion",
        ),
        parsed::<Url>(
            "an address of megabytes",
            format!("https://example.org/{}", long("a/../")),
            "\"https://example.org/a/../a/../a/../a/../a/../a/../a/../a/../\"… is not a web address: it has more than 2,000 characters / no suggestion",
        ),
        parsed::<Url>(
            "an address of spaces",
            format!("https://example.org/{}", long(" ")),
            "\"https://example.org/                                        \"… is not a web address: it has a space, a control character or one of \" < > \\ / no suggestion",
        ),
        parsed::<Url>(
            "an address of percent signs",
            format!("https://example.org/{}", long("%")),
            "\"https://example.org/%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%%\"… is not a web address: it has more than 2,000 characters / no suggestion",
        ),
        parsed::<Url>(
            "a host of a million dots",
            format!("https://{}", long(".")),
            "\"https://....................................................\"… is not a web address: it has more than 2,000 characters / no suggestion",
        ),
        parsed::<ProjectId>(
            "an id of megabytes",
            long("a"),
            "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"… is not a project id: it has more than 255 characters / no suggestion",
        ),
        parsed::<ProjectId>(
            "an id of a million spaces",
            long(" "),
            "\"                                                            \"… is not a project id: it must start with a letter A-Z, a-z or a digit / no suggestion",
        ),
        parsed::<PartialDate>(
            "a date of a million digits",
            long("1"),
            "\"111111111111111111111111111111111111111111111111111111111111\"… is not a date: expected a year (2006), a month (2016-04) or a day (2016-04-30) / no suggestion",
        ),
        parsed::<PartialDate>(
            "a date of a million hyphens",
            long("-"),
            "\"------------------------------------------------------------\"… is not a date: expected a year (2006), a month (2016-04) or a day (2016-04-30) / no suggestion",
        ),
        parsed::<Duration>(
            "a duration of a million years",
            format!("P{}Y", long("9")),
            "\"P99999999999999999999999999999999999999999999999999999999999\"… is not a duration: expected P, then whole years (P5Y), months (P18M), years and months (P1Y6M), weeks (P6W) or days (P30D) / no suggestion",
        ),
        parsed::<Duration>(
            "a duration of a million units",
            format!("P{}", long("1Y")),
            "\"P1Y1Y1Y1Y1Y1Y1Y1Y1Y1Y1Y1Y1Y1Y1Y1Y1Y1Y1Y1Y1Y1Y1Y1Y1Y1Y1Y1Y1Y1\"… is not a duration: expected P, then whole years (P5Y), months (P18M), years and months (P1Y6M), weeks (P6W) or days (P30D) / no suggestion",
        ),
        parsed::<Digest>(
            "a digest of megabytes",
            format!("sha256:{}", long("a")),
            "\"sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"… is not a checksum: expected sha256: and 64 hexadecimal digits in lower case / no suggestion",
        ),
        parsed::<MediaType>(
            "a media type of slashes",
            long("/"),
            "\"////////////////////////////////////////////////////////////\"… is not a media type: expected a type and a subtype, such as application/pdf / no suggestion",
        ),
        parsed::<Version>(
            "a version of a million points",
            long("1."),
            "\"1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.\"… is not a format version: expected a major and a minor number, such as 1.0 / no suggestion",
        ),
        parsed::<Pointer>(
            "a pointer of a million steps",
            long("/0"),
            "\"/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0\"… is not a JSON Pointer: it has more than 1,000 characters / no suggestion",
        ),
        parsed::<Pointer>(
            "a pointer of a million tildes",
            format!("/{}", long("~")),
            "\"/~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\"… is not a JSON Pointer: ~ must be written ~0, and / in a name ~1 / no suggestion",
        ),
        period(
            "a period of a million slashes",
            long("/"),
            "\"////////////////////////////////////////////////////////////\"… is not a date: expected a year (2006), a month (2016-04) or a day (2016-04-30)",
        ),
        period(
            "a period of a million points",
            long(".."),
            "\"............................................................\"… is not a period: expected two dates with a slash, such as 2016-04/2021-03",
        ),
        period(
            "a period whose end is open twice",
            "../..".to_owned(),
            "\"..\" is not a date: expected a year (2006), a month (2016-04) or a day (2016-04-30)",
        ),
        period(
            "a period that ends before it starts",
            "2021-03/2016-04".to_owned(),
            "Some(\"2021-03/2016-04\")",
        ),
        period(
            "a period with a season and a doubt",
            "2016-21?/2021~".to_owned(),
            "\"2016-21?\" is not a date: expected a year (2006), a month (2016-04) or a day (2016-04-30)",
        ),
    ];
    let deep = "[".repeat(LARGE) + &"]".repeat(LARGE);
    tasks.push(task("data of one's own of a million brackets", deep.len(), "\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\"… is not a JSON value: objects and lists are nested more than 64 levels deep", move || {
        Extensions::default().insert_json("org.example.a", &deep).unwrap_err().to_string()
    }));
    let text = "\u{202e}\u{7}".repeat(40_000);
    tasks.push(task("a text of marks of direction", text.len(), "read", move || {
        Text::new("en", &text).map_or_else(|error| error.to_string(), |_| "read".to_owned())
    }));
    let line =
        format!("{{\"group\": {{\"id\": \"g\", \"name\": {{\"en\": \"{}\"}}}}}}", "\\u0041".repeat(90_000));
    tasks.push(task("a record line of escapes", line.len(), "read", move || {
        RecordLine::from_json(&line).map_or_else(|error| error.faults()[0].to_string(), |_| "read".to_owned())
    }));
    tasks
}
