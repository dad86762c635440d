//! Faults in the syntax of JSON.

use crate::faults::message;
use crate::reading::{faults, refused};

#[test]
fn a_missing_value_is_a_syntax_fault() {
    for (text, found) in [
        (r#"{"version": }"#, "}"),
        (r#"{"version": ]"#, "]"),
        (r#"{"version": , "title": 1}"#, "a comma"),
        (r#"{"version": : "1.0"}"#, "a colon"),
    ] {
        let error = refused(text);
        assert_eq!(faults(&error)[0], ("syntax", "/version", 1, 13), "{text}");
        assert_eq!(message(text), format!("{found} stands here, expected a value"));
    }
}

#[test]
fn a_line_break_ends_a_broken_string() {
    let error = refused("{\"version\": \"1.\t0,\n \"title\": 5}");
    assert_eq!(faults(&error), [("syntax", "/version", 1, 16)]);
}

#[test]
fn an_escaped_quotation_mark_does_not_end_a_broken_string() {
    let error = refused("{\"version\": \"1.\t\\\"0, \\\\\", \"title\": 5}");
    assert_eq!(faults(&error), [("syntax", "/version", 1, 16), ("wrong-type", "/title", 1, 36)]);
}

#[test]
fn a_literal_is_true_false_or_null_and_nothing_longer() {
    let at = |word: &str| {
        let error = refused(&format!(
            r#"{{"version": "1.0", "networks": [{{"id": "n", "name": {{"en": "N"}}, "budgets": [{{"amount": {{"amount": "1", "currency": "EUR"}}, "revised": {word}}}]}}]}}"#
        ));
        faults(&error).into_iter().next().map(|(kind, pointer, ..)| format!("{kind} {pointer}")).unwrap()
    };
    for word in ["truer", "tru", "True", "true1", "true_", "nulls", "falsehood", "yes"] {
        assert_eq!(at(word), "syntax /networks/0/budgets/0/revised", "{word}");
    }
    assert_eq!(at("null"), "null-member /networks/0/budgets/0/revised");
}

#[test]
fn a_broken_name_is_one_fault_and_its_member_is_not_missing() {
    let error = refused(r#"{"version": "1.0", "projects": [{"id": "p", "tit\xle": {"en": "P"}}]}"#);
    assert_eq!(faults(&error), [("syntax", "/projects/0", 1, 49)]);
    let error = refused(
        r#"{"version": "1.0", "participations": [{"id": "p", "project": "q", "party": {"gr\xoup": "g"}}]}"#,
    );
    assert_eq!(faults(&error), [("syntax", "/participations/0/party", 1, 80)]);
}

#[test]
fn common_mistakes_get_their_help() {
    let help = |value: &str| {
        let error = refused(&format!("{{\"version\": {value},\n \"title\": {{}}}}"));
        error.faults()[0].help().unwrap().to_owned()
    };
    assert_eq!(help("\"1.0"), "close the string with a quotation mark, or write the line break as \\n");
    assert_eq!(help("\"1.0\r"), "close the string with a quotation mark, or write the line break as \\n");
    assert_eq!(help("\"1.\t0\""), "write a tab as \\t, and remove other invisible characters");
    assert_eq!(help("2024-05-01"), "put a date or an amount in quotation marks");
    assert_eq!(help("007"), "put a date or an amount in quotation marks");
}
