//! Inputs made to do harm. Each has a name and the answer that it must get: which fault or finding, and where. All are
//! answered in time, and no message is long or shows a character that a terminal obeys.

use crate::stopwatch::Stopwatch;
use allocation_counter::measure;
use cooperation::{Dataset, Funding, Limits, ReadOptions, Rules};
use std::io::{BufReader, Read as _};
use std::time::Duration;

/// What an input is answered with.
#[derive(Clone, Debug, PartialEq)]
enum Answer {
    /// It cannot be read: the kind of the first fault, and its pointer.
    Fault(&'static str, String),
    /// It can be read, and a rule finds this there.
    Finding(&'static str, String),
    /// It can be read, and there is nothing to say.
    Good,
}

struct Case {
    name: String,
    bytes: Vec<u8>,
    answer: Answer,
}

/// Large in a release, and large enough in a debug build.
const LARGE: usize = if cfg!(debug_assertions) { 100_000 } else { 1_000_000 };

/// Reading and checking may hold so many bytes at a time for each byte of an input, and so many for its faults or findings,
/// of which no more than a thousand are kept.
const BYTES: (u64, u64) = (40, 2 << 20);

fn case(name: impl Into<String>, text: impl Into<Vec<u8>>, answer: Answer) -> Case {
    Case { name: name.into(), bytes: text.into(), answer }
}

fn fault(kind: &'static str, pointer: impl Into<String>) -> Answer {
    Answer::Fault(kind, pointer.into())
}

/// A document with a value at a place that takes values of one type.
fn at(place: &str, value: &str) -> String {
    let group = |members: &str| {
        format!(r#"{{"version": "1.0", "groups": [{{"id": "g", "name": {{"en": "G"}}, {members}}}]}}"#)
    };
    match place {
        "id" => format!(r#"{{"version": "1.0", "groups": [{{"id": {value}, "name": {{"en": "G"}}}}]}}"#),
        "language" => format!(r#"{{"version": "1.0", "title": {{{value}: "T"}}}}"#),
        "text" => format!(r#"{{"version": "1.0", "title": {{"en": {value}}}}}"#),
        "date" => format!(r#"{{"version": "1.0", "issued": {value}}}"#),
        "duration" => format!(
            r#"{{"version": "1.0", "projects": [{{"id": "p", "title": {{"en": "P"}}, "period": {{"stated_duration": {value}}}}}]}}"#
        ),
        "amount" => format!(
            r#"{{"version": "1.0", "projects": [{{"id": "p", "title": {{"en": "P"}}, "budget": {{"amount": {value}, "currency": "EUR"}}}}]}}"#
        ),
        "currency" => format!(
            r#"{{"version": "1.0", "projects": [{{"id": "p", "title": {{"en": "P"}}, "budget": {{"amount": "5", "currency": {value}}}}}]}}"#
        ),
        "country" => format!(
            r#"{{"version": "1.0", "places": [{{"id": "p", "name": {{"en": "P"}}, "country": {value}}}]}}"#
        ),
        "url" => group(&format!(r#""links": [{{"url": {value}}}]"#)),
        "count" => group(&format!(r#""count": {{"exact": {value}}}"#)),
        "version" => format!(r#"{{"version": {value}}}"#),
        "extension" => format!(r#"{{"version": "1.0", "extensions": {{"org.example.a": {value}}}}}"#),
        "key" => format!(r#"{{"version": "1.0", "extensions": {{{value}: 1}}}}"#),
        "pointer" => format!(
            r#"{{"version": "1.0", "sources": [{{"id": "s", "title": {{"en": "S"}}}}], "groups": [{{"id": "g", "name": {{"en": "G"}}, "evidence": [{{"source": "s", "quote": "q", "supports": [{value}]}}]}}]}}"#
        ),
        _ => panic!("{place}"),
    }
}

/// Where the value of such a document stands.
fn pointer(place: &str, value: &str) -> String {
    let bare = value.trim_matches('"').replace('~', "~0").replace('/', "~1");
    match place {
        "id" => "/groups/0/id".to_owned(),
        "language" => format!("/title/{bare}"),
        "text" => "/title/en".to_owned(),
        "date" => "/issued".to_owned(),
        "duration" => "/projects/0/period/stated_duration".to_owned(),
        "amount" => "/projects/0/budget/amount".to_owned(),
        "currency" => "/projects/0/budget/currency".to_owned(),
        "country" => "/places/0/country".to_owned(),
        "url" => "/groups/0/links/0/url".to_owned(),
        "count" => "/groups/0/count/exact".to_owned(),
        "version" => "/version".to_owned(),
        "extension" => "/extensions/org.example.a".to_owned(),
        "key" => format!("/extensions/{bare}"),
        _ => "/groups/0/evidence/0/supports/0".to_owned(),
    }
}

/// For each place the kind of fault, texts that are refused there with it, and texts that are taken.
const VALUES: [(&str, &str, &[&str], &[&str]); 13] = [
    (
        "date",
        "invalid-value",
        &[
            "",
            " ",
            "0000",
            "10000",
            "999",
            "24-1-5",
            "2024-1-5",
            "2024-01-5",
            "2024-1",
            "2024-00",
            "2024-13",
            "2024-01-00",
            "2024-01-32",
            "2023-02-29",
            "2023-02-30",
            "1900-02-29",
            "2100-02-29",
            "2024-04-31",
            "2024-06-31",
            "2024-09-31",
            "2024-11-31",
            " 2024",
            "2024 ",
            "2024-01 ",
            "+2024",
            "-2024",
            "-0001",
            "2024-",
            "2024-01-",
            "2024-01-01T00:00:00Z",
            "2024-01-01T",
            "20240101",
            "2024/01/01",
            "01-01-2024",
            "2024-W01",
            "2024-001",
            "２０２４",
            "2024\u{2010}01",
            "2024-01-01 ",
            "today",
            "2024?",
            "2024~",
            "2024-XX",
            "20-24",
            "2024--01",
            "0x7E8",
            "1e3",
            "2024.0",
            "٢٠٢٤",
        ],
        &["0001", "9999", "2024-02-29", "2000-02-29", "2024-12-31", "2024-01"],
    ),
    (
        "id",
        "invalid-value",
        &[
            "",
            " ",
            "a b",
            "-a",
            ".a",
            "_a",
            "/a",
            "~a",
            ":a",
            "a\u{a0}b",
            "å",
            "аdmin",
            "a\\nb",
            "a\\u0000",
            "a#b",
            "a?b",
            "a%20b",
            "a\\\\b",
            "a'b",
            "a,b",
            "a;b",
            "a<b>",
            "a&b",
            "a@b",
            "a(b)",
            "a[0]",
            "a{b}",
            "a|b",
            "a=b",
            "a\u{200b}b",
            "a\u{202e}b",
            "😀",
            "a ",
            " a",
            "a+b",
            "a*b",
            "a!",
        ],
        &["a", "0", "A.b_c:d/e~f-g", "https://example.org/a", "a--", "a/../b"],
    ),
    (
        "language",
        "invalid-name",
        &[
            "",
            " ",
            "e",
            "english!",
            "en_GB",
            "en ",
            "EN",
            "En",
            "en-gb",
            "nb-no",
            "en--GB",
            "-en",
            "en-",
            "en-GB-",
            "å",
            "e1",
            "12",
            "toolongtag",
            "zh-hans",
            "*",
        ],
        &["en", "nb", "und", "en-GB", "zh-Hans", "sr-Latn-RS", "sl-rozaj"],
    ),
    (
        "text",
        "invalid-value",
        &["", " ", "\\t", "\\n\\n", "\\u0007"],
        &["a", ".", " a ", "\u{a0}", "\u{2003}\u{3000}"],
    ),
    (
        "duration",
        "invalid-value",
        &[
            "",
            "P",
            "5Y",
            "P5",
            "PY",
            "P-5Y",
            "P5y",
            "p5Y",
            "P5YT",
            "PT5H",
            "P1.5Y",
            "P1,5Y",
            "P5Y6",
            "P99999999999Y",
            " P5Y",
            "P5Y ",
            "P5D6M",
            "five years",
            "P1e3D",
            "P٥Y",
        ],
        &["P5Y", "P18M", "P30D"],
    ),
    (
        "amount",
        "invalid-value",
        &[
            "",
            " ",
            "-",
            ".",
            "5.",
            ".5",
            "05",
            "00",
            "-0",
            "-0.0",
            "-0.00",
            "+5",
            "1,000",
            "1 000",
            "1'000",
            "1e5",
            "1E5",
            "5€",
            "€5",
            "0x10",
            "NaN",
            "Infinity",
            "-Infinity",
            "1.2.3",
            "5-",
            "--5",
            "٥",
            "５",
            "12345678901234567890123456789",
            "1.1234567890123456789012345678",
            "1_000",
            "5 ",
        ],
        &[
            "0",
            "0.00",
            "5",
            "-5",
            "-0.01",
            "1913897.00",
            "9999999999999999999999999999",
            "0.000000000000000000000001",
        ],
    ),
    (
        "currency",
        "invalid-value",
        &["", "eur", "EU", "EURO", "EUR ", "€", "E1R", "ЕUR", "EU\u{200b}R"],
        &["EUR", "NOK", "SEK"],
    ),
    ("country", "invalid-value", &["", "no", "NOR", "N", "N1", " NO", "НО"], &["NO", "SE"]),
    (
        "url",
        "invalid-value",
        &[
            "",
            " ",
            "example.org",
            "/path",
            "//example.org/",
            "javascript:alert(1)",
            "JAVASCRIPT:alert(1)",
            " javascript:alert(1)",
            "java\\tscript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "ftp://a.example/",
            "http:/example.org",
            "http://",
            "https:///path",
            "http://exa mple.org/",
            "https://example.org/a b",
            "https://example.org/\\n",
            "vbscript:x",
            "blob:https://example.org/1",
            "https:example.org",
            "mailto:",
            "mailto:@",
            "mailto:a",
            "https://example.org/<b>",
            "ws://a.example/",
        ],
        &[
            "https://example.org/",
            "http://example.org",
            "mailto:post@example.org",
            "https://example.org:8080/a?b=c#d",
        ],
    ),
    (
        "version",
        "invalid-value",
        &[
            "", "1", "1.", ".0", "v1.0", "1.0.0", "01.0", "1.00", "0.9", "one", "1.0 ", " 1.0", "-1.0",
            "1,0", "1.0-rc",
        ],
        &["1.0"],
    ),
    (
        "key",
        "invalid-name",
        &[
            "",
            "a",
            "my data",
            "Org.example",
            "org.",
            ".org",
            "org..a",
            "org.Example",
            "org.a_b",
            "å.example",
            "org.-a",
            "$schema",
        ],
        &["org.example", "no.example.a-b", "org.example.2"],
    ),
    (
        "pointer",
        "invalid-value",
        &["name", "/~", "/~2", "/a~", "/~x", "#/name", "/a\\u0001"],
        &["", "/name", "/name/en"],
    ),
    ("count", "number-out-of-range", &[], &[]),
];

fn values() -> Vec<Case> {
    let mut cases = Vec::new();
    for (place, kind, refused, taken) in VALUES {
        for text in refused {
            let value = format!("\"{text}\"");
            let shown = text.replace("\\n", "\n").replace("\\t", "\t").replace("\\u0001", "\u{1}");
            let place_of = pointer(place, &format!("\"{}\"", shown.replace("\\\\", "\\")));
            cases.push(case(
                format!("{place} {text:?} is refused"),
                at(place, &value),
                fault(kind, place_of),
            ));
        }
        for text in taken {
            cases.push(case(
                format!("{place} {text:?} is taken"),
                at(place, &format!("\"{text}\"")),
                Answer::Good,
            ));
        }
    }
    for number in [
        "-1",
        "4294967296",
        "9007199254740993",
        "18446744073709551616",
        "1.0",
        "1e0",
        "-0",
        "1e400",
        "0.5",
        "1E2",
    ] {
        cases.push(case(
            format!("count {number}"),
            at("count", number),
            fault("number-out-of-range", pointer("count", "")),
        ));
    }
    for number in ["01", "+1", "0x1", "1.", ".5", "1e", "--1", "Infinity", "NaN", "1_000"] {
        cases.push(case(
            format!("count {number} is no JSON"),
            at("count", number),
            fault("syntax", pointer("count", "")),
        ));
    }
    for (value, kind) in [
        ("\"5\"", "wrong-type"),
        ("true", "wrong-type"),
        ("null", "null-member"),
        ("[]", "wrong-type"),
        ("{}", "wrong-type"),
    ] {
        cases.push(case(format!("count {value}"), at("count", value), fault(kind, pointer("count", ""))));
    }
    cases.push(case(
        "a count of a million digits",
        at("count", &"9".repeat(1_000_000)),
        fault("number-out-of-range", pointer("count", "")),
    ));
    for (value, what) in [
        ("1e400", "a number beyond floats"),
        ("-0", "minus zero"),
        ("1e-999999999", "a tiny number"),
        ("[[[1e999]]]", "a nested one"),
    ] {
        cases.push(case(format!("{what} in data of one's own"), at("extension", value), Answer::Good));
    }
    cases.push(case("forty digits in data of one's own", at("extension", &"7".repeat(40)), Answer::Good));
    cases
}

#[expect(clippy::too_many_lines, reason = "a table of inputs")]
fn structures() -> Vec<Case> {
    let open = |open: &str, count: usize| open.repeat(count);
    let mut cases = vec![
        case("nothing", "", fault("empty-input", "")),
        case("blanks", " \n\t\r ", fault("empty-input", "")),
        case("a list", "[]", fault("list-for-object", "")),
        case("a number", "5", fault("wrong-type", "")),
        case("a string", "\"version\"", fault("wrong-type", "")),
        case("null", "null", fault("null-member", "")),
        case("a comment", "// x\n{\"version\": \"1.0\"}", fault("syntax", "")),
        case("two documents", "{\"version\": \"1.0\"}{\"version\": \"1.0\"}", fault("trailing-data", "")),
        case("a comma at the end", "{\"version\": \"1.0\",}", fault("syntax", "")),
        case("brackets, opened and never closed", open("[", LARGE), fault("list-for-object", "")),
        case("braces, opened and never closed", open("{\"a\":", LARGE), fault("unknown-member", "/a")),
        case(
            "brackets in data of one's own",
            at("extension", &open("[", LARGE)),
            fault("too-deep", pointer("extension", "") + &"/0".repeat(64)),
        ),
        case(
            "braces in data of one's own",
            at("extension", &open("{\"a\":", LARGE)),
            fault("too-deep", pointer("extension", "") + &"/a".repeat(64)),
        ),
        case(
            "as deep as data of one's own may be",
            at("extension", &(open("[", 64) + &open("]", 64))),
            Answer::Good,
        ),
        case(
            "one deeper",
            at("extension", &(open("[", 65) + &open("]", 65))),
            fault("too-deep", pointer("extension", "") + &"/0".repeat(64)),
        ),
        case(
            "a member twice in data of one's own",
            at("extension", r#"{"a": 1, "\u0061": 2}"#),
            fault("doubled-member", "/extensions/org.example.a/a"),
        ),
        case(
            "a language twice",
            r#"{"version": "1.0", "title": {"en": "a", "en": "b"}}"#,
            fault("doubled-member", "/title/en"),
        ),
        case(
            "a name given twice by an escape",
            r#"{"version": "1.0", "v\u0065rsion": "1.0"}"#,
            fault("doubled-member", "/version"),
        ),
        case(
            "a list for a record",
            r#"{"version": "1.0", "groups": [["g", {"en": "G"}]]}"#,
            fault("list-for-object", "/groups/0"),
        ),
        case(
            "a list for a party",
            r#"{"version": "1.0", "cooperations": [{"id": "c", "parties": [["group", "g"]]}]}"#,
            fault("list-for-object", "/cooperations/0/parties/0"),
        ),
        case(
            "a newer version hides all else",
            r#"{"version": "2.0", "what": 1, "title": 5}"#,
            fault("unsupported-version", "/version"),
        ),
        case(
            "a version far away",
            r#"{"version": "4294967295.4294967295"}"#,
            fault("unsupported-version", "/version"),
        ),
        case(
            "a member named as a method",
            r#"{"version": "1.0", "__proto__": {}}"#,
            fault("unknown-member", "/__proto__"),
        ),
        case(
            "a code that closes the string",
            r#"{"version": "1.0", "projects": [{"id": "p", "title": {"en": "P"}, "status": "ongoing\", \"x\": \""}]}"#,
            Answer::Good,
        ),
        case(
            "a string of a hundred megabytes",
            at("text", &format!("\"{}\"", "x".repeat(LARGE * 100))),
            fault("invalid-value", "/title/en"),
        ),
        case(
            "a name of megabytes",
            format!("{{\"{}\": 1}}", "n".repeat(LARGE * 10)),
            fault("missing-member", ""),
        ),
        case(
            "a megabyte in a message",
            at("date", &format!("\"{}\"", "\u{7}\u{202e}å".repeat(LARGE))),
            fault("syntax", "/issued"),
        ),
        case(
            "a megabyte of bidirectional marks in a message",
            at("date", &format!("\"{}\"", "\u{202e}å".repeat(LARGE))),
            fault("invalid-value", "/issued"),
        ),
    ];
    let many =
        |count: usize| (0..count).map(|number| format!("\"a{number}\": 1")).collect::<Vec<_>>().join(", ");
    cases.push(case(
        "an object of a million members",
        at("extension", &format!("{{{}}}", many(LARGE))),
        Answer::Good,
    ));
    cases.push(case(
        "a million unknown members",
        format!("{{\"version\": \"1.0\", {}}}", many(LARGE)),
        fault("unknown-member", "/a0"),
    ));
    let languages: Vec<String> = (0..40_000).map(|number| format!("\"x{number:06}\": \"t\"")).collect();
    cases.push(case(
        "forty thousand languages",
        format!("{{\"version\": \"1.0\", \"title\": {{{}}}}}", languages.join(",")),
        fault("too-many-members", "/title"),
    ));
    cases
}

fn encodings() -> Vec<Case> {
    let with = |bytes: &[u8]| [br#"{"version": "1.0", "title": {"en": "a"#, bytes, br#"b"}}"#].concat();
    let mut cases = Vec::new();
    for (name, bytes) in [
        ("an overlong slash", &b"\xc0\xaf"[..]),
        ("an overlong zero", b"\xc0\x80"),
        ("a lone continuation", b"\x80"),
        ("a cut character", b"\xe2\x82"),
        ("a surrogate in bytes", b"\xed\xa0\x80"),
        ("beyond Unicode", b"\xf4\x90\x80\x80"),
        ("five bytes", b"\xf8\x88\x80\x80\x80"),
        ("latin-1", b"\xe5"),
        ("0xff", b"\xff"),
    ] {
        cases.push(case(name, with(bytes), fault("not-utf8", "")));
    }
    let document = "{\"version\": \"1.0\"}";
    let wide = |little: bool, mark: bool| {
        let text = if mark { format!("\u{feff}{document}") } else { document.to_owned() };
        text.encode_utf16()
            .flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() })
            .collect::<Vec<u8>>()
    };
    for (name, bytes) in [
        ("UTF-16LE", wide(true, true)),
        ("UTF-16BE", wide(false, true)),
        ("UTF-16LE without mark", wide(true, false)),
        ("UTF-16BE without mark", wide(false, false)),
    ] {
        cases.push(case(name, bytes, fault("other-encoding", "")));
    }
    cases.push(case("a byte order mark", format!("\u{feff}{document}"), Answer::Good));
    cases.push(case("two byte order marks", format!("\u{feff}\u{feff}{document}"), fault("syntax", "")));
    for escape in [r"\ud800", r"\udc00", r"\ud800\ud800", r"\ud800a", r"\udbff\u0041", r"\ud83d\n"] {
        cases.push(case(
            format!("a lone surrogate {escape}"),
            with(escape.as_bytes()),
            fault("lone-surrogate", "/title/en"),
        ));
    }
    cases.push(case("a pair of surrogates", with(br"\ud83d\ude00"), Answer::Good));
    for escape in [r"\x41", r"\u00g0", r"\u00", r"\'", r"\0", r"\U0041"] {
        cases.push(case(
            format!("a bad escape {escape}"),
            with(escape.as_bytes()),
            fault("syntax", "/title/en"),
        ));
    }
    for byte in [0_u8, 1, 8, 9, 10, 13, 27, 31] {
        cases.push(case(
            format!("control character {byte} in a string"),
            with(&[byte]),
            fault("syntax", "/title/en"),
        ));
    }
    let small = r#"{"version":"1.0","groups":[{"id":"g","name":{"en":"å"}}]}"#;
    for end in 1..small.len() {
        let cut = &small.as_bytes()[..end];
        let kind = if std::str::from_utf8(cut).is_ok() { "unexpected-end" } else { "not-utf8" };
        cases.push(case(format!("cut after {end} bytes"), cut, fault(kind, "*")));
    }
    cases
}

#[expect(clippy::too_many_lines, reason = "a table of inputs")]
fn findings() -> Vec<Case> {
    let finding = |rule, pointer: &str| Answer::Finding(rule, pointer.to_owned());
    let list = |list: &str, records: Vec<String>| {
        format!("{{\"version\": \"1.0\", \"{list}\": [{}]}}", records.join(","))
    };
    let group = |id: &str, name: &str| format!(r#"{{"id": "{id}", "name": {{"en": "{name}"}}}}"#);
    let mut cases = vec![
        case(
            "credentials in a link",
            at("url", r#""https://me:secret@example.org/""#),
            finding("credentials-in-address", "/groups/0/links/0/url"),
        ),
        case(
            "a user name that looks like a host",
            at("url", r#""https://example.org@evil.example/""#),
            finding("credentials-in-address", "/groups/0/links/0/url"),
        ),
        case(
            "ids that differ by case only",
            list("groups", vec![group("admin", "A"), group("Admin", "B")]),
            finding("confusable-id", "/groups/1/id"),
        ),
        case(
            "one id many times",
            list("groups", (0..LARGE / 50).map(|number| group("a", &format!("G {number}"))).collect()),
            finding("duplicate-id", "/groups/1/id"),
        ),
        case(
            "one name many times",
            list(
                "organizations",
                (0..LARGE / 50).map(|number| group(&format!("o{number}"), "Same")).collect(),
            ),
            finding("one-name-several-ids", "/organizations/1/name"),
        ),
        case(
            "ids that all differ by case",
            list(
                "groups",
                (0..LARGE / 50)
                    .map(|number| group(&format!("{}{}", ["a", "A"][number % 2], number / 2), "G"))
                    .collect(),
            ),
            finding("confusable-id", "/groups/1/id"),
        ),
    ];
    for letter in [
        '\u{202e}',
        '\u{202a}',
        '\u{2066}',
        '\u{200b}',
        '\u{feff}',
        '\u{2060}',
        '\u{e0041}',
        '\u{61c}',
        '\u{80}',
        '\u{7f}',
    ] {
        cases.push(case(
            format!("hidden U+{:04X}", u32::from(letter)),
            list("groups", vec![group("g", &format!("a{letter}b"))]),
            finding("hidden-characters", "/groups/0/name/en"),
        ));
    }
    cases.push(case(
        "a hidden turn in a link",
        at("url", "\"https://example.org/\u{202e}\""),
        finding("hidden-characters", "/groups/0/links/0/url"),
    ));
    // Shapes that a rule with two loops would take for ever for.
    let many =
        |count: usize, record: &dyn Fn(usize) -> String| (0..count).map(record).collect::<Vec<_>>().join(",");
    let count = LARGE / 50;
    let with = |lists: &str| {
        format!(
            r#"{{"version": "1.0", "groups": [{}], "projects": [{{"id": "p", "title": {{"en": "P"}}, "partner_count": {{"exact": 1}}}}], {lists}}}"#,
            group("g", "G")
        )
    };
    cases.push(case(
        "many lead partners of one project",
        with(&format!(
            "\"participations\": [{}]",
            many(count, &|number| format!(
                r#"{{"id": "x{number}", "party": {{"group": "g"}}, "project": "p", "role": "lead partner"}}"#
            ))
        )),
        finding("several-lead-partners", "/participations/1/role"),
    ));
    cases.push(case("many goals with one number", with(&format!("\"goals\": [{}]", many(count, &|number| format!(r#"{{"id": "x{number}", "statement": {{"en": "S {number}"}}, "level": "objective", "of": [{{"project": "p"}}], "number": "1"}}"#)))), finding("doubled-goal-number", "/goals/1/number")));
    cases.push(case("many fundings that are part of one", with(&format!("\"funding\": [{{\"id\": \"w\", \"of\": {{\"project\": \"p\"}}, \"amount\": {{\"amount\": \"1\", \"currency\": \"EUR\"}}}}, {}]", many(count, &|number| format!(r#"{{"id": "x{number}", "of": {{"project": "p"}}, "part_of": "w", "amount": {{"amount": "1", "currency": "EUR"}}}}"#)))), finding("parts-over-whole", "/funding/2/amount")));
    let most = "9999999999999999999999999999";
    cases.push(case("sums beyond what can be kept exactly", with(&format!("\"funding\": [{{\"id\": \"w\", \"of\": {{\"project\": \"p\"}}, \"amount\": {{\"amount\": \"{most}\", \"currency\": \"EUR\"}}}}, {}]", many(20, &|number| format!(r#"{{"id": "x{number}", "of": {{"project": "p"}}, "part_of": "w", "amount": {{"amount": "{most}", "currency": "EUR"}}}}"#)))), finding("parts-over-whole", "/funding/2/amount")));
    cases.push(case(
        "a party many times in one list",
        with(&format!(
            "\"cooperations\": [{{\"id\": \"c\", \"parties\": [{}]}}]",
            many(count, &|_| r#"{"group": "g"}"#.to_owned())
        )),
        finding("twice-in-list", "/cooperations/0/parties/1"),
    ));
    cases.push(case("many references that lead nowhere", with(&format!("\"goals\": [{}]", many(count, &|number| format!(r#"{{"id": "x{number}", "statement": {{"en": "S"}}, "level": "objective", "of": [{{"project": "q{number}"}}]}}"#)))), finding("unknown-reference", "/goals/0/of/0/project")));
    cases.push(case("a ring of goals", with(&format!("\"goals\": [{}]", many(count, &|number| format!(r#"{{"id": "x{number}", "statement": {{"en": "S"}}, "level": "objective", "of": [{{"project": "p"}}], "parent": "x{}"}}"#, (number + 1) % count)))), finding("cycle", "/goals/0/parent")));
    cases.push(case(
        "every instrument supports every other",
        list(
            "policy_instruments",
            (0..300)
                .map(|number| {
                    format!(
                        r#"{{"id": "i{number}", "name": {{"en": "I {number}"}}, "supports": [{}]}}"#,
                        many(300, &|other| format!("\"i{other}\""))
                    )
                })
                .collect(),
        ),
        finding("cycle", "/policy_instruments/0/supports"),
    ));
    cases.push(case("many pointers of one record", format!(r#"{{"version": "1.0", "sources": [{{"id": "s", "title": {{"en": "S"}}}}], "groups": [{{"id": "g", "name": {{"en": "G"}}, "evidence": [{{"source": "s", "quote": "q", "supports": [{}]}}]}}]}}"#, many(count, &|number| format!("\"/x{number}\""))), finding("evidence-names-no-member", "/groups/0/evidence/0/supports/0")));
    cases.push(case("a text of at signs", at("text", &format!("\"{}\"", "a@".repeat(49_000))), Answer::Good));
    cases.push(case("a text of points", at("text", &format!("\"a@{}\"", ".".repeat(99_000))), Answer::Good));
    cases
}

/// What the library answers: the first fault, or the finding that is looked for.
fn answer(bytes: &[u8], wanted: &Answer) -> Answer {
    let checked = |message: &str| {
        assert!(message.len() <= 512, "{} bytes: {message}", message.len());
        let bad = message.chars().find(|letter| letter.is_control() || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}' | '\u{feff}'));
        assert_eq!(bad, None, "{message}");
    };
    match Dataset::from_slice(bytes) {
        Err(error) => {
            for fault in error.faults() {
                checked(fault.message());
                checked(fault.help().unwrap_or_default());
            }
            let first = &error.faults()[0];
            let pointer = match wanted {
                Answer::Fault(_, pointer) if pointer == "*" => "*".to_owned(),
                _ => first.pointer().to_owned(),
            };
            let kinds = error.faults().iter().map(|fault| fault.kind().as_str());
            Answer::Fault(kinds.into_iter().next().unwrap(), pointer)
        }
        Ok(dataset) => {
            let report = Rules::default().check(&dataset);
            for finding in report.findings() {
                checked(&finding.message);
                checked(finding.help.as_deref().unwrap_or_default());
            }
            let Answer::Finding(rule, _) = wanted else { return Answer::Good };
            let found = report.findings().iter().find(|finding| finding.rule == *rule);
            found.map_or(Answer::Good, |found| Answer::Finding(rule, found.pointer.clone()))
        }
    }
}

fn all() -> Vec<Case> {
    [values(), structures(), encodings(), findings()].into_iter().flatten().collect()
}

#[test]
fn every_hostile_input_gets_its_answer_in_time_and_in_little_memory() {
    let cases = all();
    assert!(cases.len() >= 300, "{}", cases.len());
    let mut wrong = Vec::new();
    for Case { name, bytes, answer: expected } in &cases {
        let started = Stopwatch::start();
        let mut found = Answer::Good;
        let used = measure(|| found = answer(bytes, expected)).bytes_max;
        let took = started.elapsed();
        let most = BYTES.0 * u64::try_from(bytes.len()).unwrap() + BYTES.1;
        if used > most {
            wrong.push(format!("{name}: held {used} bytes for {}", bytes.len()));
        }
        if found != *expected {
            wrong.push(format!("{name}: expected {expected:?}, found {found:?}"));
        }
        let most = Duration::from_secs(if cfg!(debug_assertions) { 25 } else { 2 });
        if took > most {
            wrong.push(format!("{name}: took {took:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn the_smallest_records_take_the_room_of_records_and_no_more() {
    let count = LARGE / 10;
    let records = (0..count).map(|number| format!(r#"{{"id":"{number}"}}"#)).collect::<Vec<_>>().join(",");
    let document = format!(r#"{{"version":"1.0","funding":[{records}]}}"#);
    let used = measure(|| drop(Dataset::from_json(&document).unwrap())).bytes_max;
    // A list that has grown has room for as many again, and stands twice while it grows.
    let most = 3 * u64::try_from(count * size_of::<Funding>()).unwrap();
    assert!(used <= most, "{used} bytes for {count} records of {} bytes", document.len());
}

#[test]
fn a_line_without_an_end_takes_no_more_than_the_limit_of_a_line() {
    let options = ReadOptions::new().limits(Limits::default().with_line_bytes(1 << 20));
    let endless = || BufReader::new(std::io::repeat(b'[').take(64 << 20));
    let mut kinds = Vec::new();
    let used = measure(|| {
        for line in options.lines(endless()) {
            kinds.push(line.unwrap_err().faults()[0].kind().as_str());
        }
    });
    assert_eq!(kinds, ["limit-line-bytes"]);
    // The buffer doubles, and stands twice while it does.
    assert!(used.bytes_max <= 3 << 20, "{} bytes", used.bytes_max);
}

#[test]
fn names_of_hostile_inputs_differ() {
    let mut names: Vec<String> = all().into_iter().map(|case| case.name).collect();
    let count = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), count);
}

#[test]
fn the_same_bytes_in_a_line_do_no_harm_to_the_lines_around() {
    let good = "{\"group\": {\"id\": \"g\", \"name\": {\"en\": \"G\"}}}\n";
    for Case { name, bytes, .. } in all().into_iter().filter(|case| case.bytes.len() < 10_000) {
        if bytes.contains(&b'\n') || bytes.contains(&0) || bytes.is_empty() || name == "blanks" {
            continue;
        }
        let file = [good.as_bytes(), &bytes, b"\n", good.as_bytes()].concat();
        let lines: Vec<bool> = ReadOptions::new().lines(file.as_slice()).map(|line| line.is_ok()).collect();
        assert_eq!(lines, [true, false, true], "{name}");
    }
}

#[test]
fn limits_are_kept_and_named() {
    let text = at("text", "\"abcdefghij\"");
    let limits = Limits::default();
    let kind = |limits: Limits, text: &str| {
        let error = ReadOptions::new().limits(limits).from_json(text).unwrap_err();
        error.faults()[0].kind().as_str()
    };
    assert_eq!(kind(limits.with_bytes(20), &text), "limit-bytes");
    assert_eq!(kind(limits.with_nesting(1), &at("extension", "[[1]]")), "limit-nesting");
    assert_eq!(kind(limits.with_string_chars(9), &text), "limit-string-chars");
    assert_eq!(kind(limits.with_nodes(2), &text), "limit-nodes");
    let line = "{\"group\": {\"id\": \"g\", \"name\": {\"en\": \"G\"}}}\n";
    let mut lines = ReadOptions::new().limits(limits.with_line_bytes(20)).lines(line.as_bytes());
    assert_eq!(lines.next().unwrap().unwrap_err().faults()[0].kind().as_str(), "limit-line-bytes");
}

#[test]
fn data_of_ones_own_that_is_too_deep_is_refused_at_the_door() {
    let mut extensions = cooperation::Extensions::default();
    let deep = format!("{}{}", "[".repeat(1_000_000), "]".repeat(1_000_000));
    let error = extensions.insert_json("org.example.a", &deep).unwrap_err();
    assert!(error.to_string().contains("deep"), "{error}");
    let mut value = serde_json::Value::Null;
    for _ in 0..100 {
        value = serde_json::Value::Array(vec![value]);
    }
    assert!(extensions.insert("org.example.a", &value).is_err());
    assert!(extensions.is_empty());
}
