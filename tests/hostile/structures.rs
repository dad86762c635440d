//! Documents of another shape: too deep, too long, doubled, cut together.

use super::places::{at, pointer};
use super::{Answer, Case, LARGE, case, fault};

#[expect(clippy::too_many_lines, reason = "a table of inputs")]
pub(super) fn structures() -> Vec<Case> {
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
