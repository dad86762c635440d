use crate::support::large;
use cooperation::{Dataset, values::Extensions};

fn read(json: &str) -> Result<Extensions, serde_json::Error> {
    serde_json::from_str(json)
}

/// Holds that a value is kept, by reading and by inserting, as this text.
#[track_caller]
fn keeps(value: &str, kept: &str) {
    let document = format!(r#"{{"org.example.a": {value}}}"#);
    let extensions = read(&document).unwrap_or_else(|error| panic!("{document}: {error}"));
    assert_eq!(extensions.get("org.example.a"), Some(kept));
    assert_eq!(serde_json::to_string(&extensions).unwrap(), format!(r#"{{"org.example.a":{kept}}}"#));
    let mut made = Extensions::default();
    made.insert_json("org.example.a", value).unwrap();
    assert_eq!(made, extensions);
}

/// Holds that a value is refused, by reading and by inserting, and that inserting changes nothing.
#[track_caller]
fn refuses(value: &str) {
    let document = format!(r#"{{"org.example.a": {value}}}"#);
    assert!(read(&document).is_err(), "{document} was read");
    let mut made = Extensions::default();
    made.insert_json("org.example.a", "1").unwrap();
    let error = made.insert_json("org.example.a", value).expect_err(value).to_string();
    assert!(error.len() <= 512, "{} bytes: {error}", error.len());
    assert_eq!(made.get("org.example.a"), Some("1"), "{value}");
}

#[test]
fn numbers_are_kept_digit_for_digit() {
    for number in [
        "1234567890123456789012345678901234567890",
        "0.1234567890123456789012345678901234567890",
        "1e999",
        "-1E-999",
        "1.50",
        "1.0",
        "-0",
        "-0.0",
        "1e+5",
        "0e0",
        "18446744073709551616",
        "9007199254740993",
    ] {
        keeps(number, number);
    }
}

#[test]
fn values_are_kept_verbatim_but_for_blanks_between_tokens() {
    keeps("null", "null");
    keeps(" [ 1 , 2.50 ,\n\t{ } , [ ] ]", "[1,2.50,{},[]]");
    keeps(r#"{ "b" : 1 , "a" : " x  y " }"#, r#"{"b":1,"a":" x  y "}"#);
    keeps(r#""\u00e5 \ud83d\ude00 \/ \" \\""#, r#""\u00e5 \ud83d\ude00 \/ \" \\""#);
    keeps("\"\u{a0}\u{2028}\u{feff}\"", "\"\u{a0}\u{2028}\u{feff}\"");
    keeps(r#"{"": {"": ""}}"#, r#"{"":{"":""}}"#);
}

#[test]
fn a_doubled_member_is_found_however_it_is_written() {
    for value in [
        r#"{"a": 1, "a": 1}"#,
        r#"{"a": 1, "\u0061": 2}"#,
        r#"{"å": 1, "\u00e5": 2}"#,
        r#"{"😀": 1, "\ud83d\ude00": 2}"#,
        r#"{"/": 1, "\/": 2}"#,
        r#"{"": 1, "": 2}"#,
        r#"[{"b": {"a": 1, "c": 2, "a": 3}}]"#,
        r#"{"\t": 1, "\u0009": 2}"#,
    ] {
        refuses(value);
    }
    // One name in different objects is no doubled member.
    keeps(r#"{"a":{"a":{"a":1}},"b":{"a":1}}"#, r#"{"a":{"a":{"a":1}},"b":{"a":1}}"#);
    assert!(read(r#"{"org.example.a": 1, "org.example.a": 2}"#).is_err());
    assert!(read(r#"{"org.example.a": 1, "org.example.\u0061": 2}"#).is_err());
}

#[test]
fn objects_and_lists_are_nested_at_most_64_deep() {
    let lists = |depth| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    let objects = |depth| format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth));
    keeps(&lists(64), &lists(64));
    keeps(&objects(64), &objects(64));
    refuses(&lists(65));
    refuses(&objects(65));
    let mut made = Extensions::default();
    assert!(made.insert_json("org.example.a", lists(100_000)).is_err());
    assert!(made.insert_json("org.example.a", "[".repeat(1_000_000)).is_err());
}

#[test]
fn invalid_json_is_refused() {
    for value in [
        "",
        " ",
        "tru",
        "truex",
        "True",
        "nul",
        "NaN",
        "Infinity",
        "-",
        "+1",
        "01",
        "-01",
        "1.",
        ".5",
        "1e",
        "1e+",
        "0x1",
        "1_000",
        "'a'",
        "\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"a\nb\"",
        "\"\u{1}\"",
        "[",
        "]",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{",
        "}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{1:1}",
        "[}",
        "{]",
        "[1}",
        "{\"a\":1]",
        "1 2",
        "{} {}",
        "// a\n1",
        "/* a */ 1",
        "\u{feff}1",
        "\u{a0}1",
        "{\"a\":1 \"b\":2}",
        "{\"a\" 1}",
        "{:1}",
        "[:1]",
    ] {
        refuses(value);
    }
}

#[test]
fn half_a_surrogate_pair_is_refused() {
    for value in [
        r#""\ud83d""#,
        r#""\ude00""#,
        r#""\ude00\ud83d""#,
        r#""\ud83dx""#,
        r#""\ud83d\n""#,
        r#""\ud83d\u0061""#,
        r#"{"\ud83d": 1}"#,
        r#"["\uD83D\uD83D"]"#,
    ] {
        refuses(value);
    }
}

#[test]
fn names_are_reverse_domain_names() {
    let longest = format!("org.{}", "a".repeat(251));
    for name in
        ["org.example", "org.example.survey", "no.mikrofinans-norge.x1", "a.b", "org.1a", "x--y.z-", &longest]
    {
        let mut made = Extensions::default();
        made.insert_json(name, "1").unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(read(&serde_json::to_string(&made).unwrap()).unwrap(), made);
    }
    let too_long = format!("org.{}", "a".repeat(252));
    for name in [
        "",
        "example",
        "Org.example",
        "org.Example",
        ".org",
        "org.",
        "org..example",
        "1org.example",
        "-org.example",
        "org.-example",
        "org.exa mple",
        "org.exämple",
        "org/example",
        "x-y",
        "org.a_b",
        "org.example\n",
        &too_long,
    ] {
        assert!(Extensions::default().insert_json(name, "1").is_err(), "{name:?} was taken");
        let document = serde_json::to_string(&std::collections::BTreeMap::from([(name, 1)])).unwrap();
        assert!(read(&document).is_err(), "{document} was read");
    }
}

#[test]
fn names_are_kept_in_alphabetical_order() {
    let mut made = Extensions::default();
    for (name, value) in [("org.b", "1"), ("org.a", "2"), ("org.c", "3"), ("org.a", "4")] {
        made.insert_json(name, value).unwrap();
    }
    assert_eq!(made.iter().collect::<Vec<_>>(), [("org.a", "4"), ("org.b", "1"), ("org.c", "3")]);
    assert!(made.remove("org.b") && !made.remove("org.b"));
    assert_eq!(read(r#"{"org.c": 3, "org.a": 4}"#).unwrap(), made);
    made.insert("org.d", &vec![1.5, 2.0]).unwrap();
    assert_eq!(made.get("org.d"), Some("[1.5,2.0]"));
    made.insert("org.d", [1.5, 2.0].as_slice()).unwrap();
    assert_eq!(made.get_as("org.d").unwrap(), Some(vec![1.5, 2.0]));
    made.insert("org.e", "words").unwrap();
    assert_eq!(made.get_as::<&str>("org.e").unwrap(), Some("words"));
    assert_eq!(made.get_as::<&str>("org.f").unwrap(), None);
    let error = made.get_as::<u8>("org.e").unwrap_err().to_string();
    assert!(
        error.starts_with(r#""\"words\"" is not a value of the type asked for: invalid type: string"#),
        "{error}"
    );
}

#[test]
fn no_more_extensions_can_be_made_than_can_be_read() {
    let mut made = Extensions::default();
    let taken = (0..100).filter(|place| made.insert_json(format!("org.x{place}"), "1").is_ok()).count();
    assert_eq!(taken, 64);
    made.insert_json("org.x7", "2").unwrap();
    assert_eq!(read(&serde_json::to_string(&made).unwrap()).unwrap(), made);
}

#[test]
fn empty_extensions_are_omitted_and_refused_when_read() {
    let dataset = Dataset::default();
    assert_eq!(serde_json::to_string(&dataset).unwrap(), r#"{"version":"1.0"}"#);
    for json in ["{}", "null", "[]", "[[\"org.a\", 1]]", "1"] {
        assert!(read(json).is_err(), "{json} was read");
        let document = format!(r#"{{"version": "1.0", "extensions": {json}}}"#);
        assert!(serde_json::from_str::<Dataset>(&document).is_err(), "{document} was read");
    }
}

#[test]
fn a_hundred_thousand_members_are_read() {
    let document = large::extension(100_000);
    let extensions = read(&document).unwrap();
    assert_eq!(serde_json::to_string(&extensions).unwrap(), document.replace(' ', ""));
}

#[test]
fn extensions_are_equal_where_all_their_names_and_values_are() {
    let one = read(r#"{"org.example.a": 1.0, "org.example.b": "x"}"#).unwrap();
    assert_eq!(one, read(r#"{"org.example.b": "x", "org.example.a": 1.0}"#).unwrap());
    for other in [r#"{"org.example.a": 1.0}"#, r#"{"org.example.a": 1, "org.example.b": "x"}"#] {
        assert_ne!(one, read(other).unwrap(), "{other}");
    }
    assert_ne!(one, Extensions::default());
    assert_eq!(format!("{one:?}"), r#"{"org.example.a": "1.0", "org.example.b": "\"x\""}"#);
}
