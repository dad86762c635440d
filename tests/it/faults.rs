//! What is told of a document that cannot be read: everything at once, each with its place and the way to mend it.

use crate::reading::{faults, refused, valid};
use cooperation::Dataset;

#[test]
fn eight_faults_are_found_in_one_run() {
    let text = r#"{
  "version": "1.0",
  "issued": "2016-13",
  "modified": "16-1-5",
  "licence": "CC-BY-4.0",
  "organizations": [
    {"id": "mfn", "name": {"nb": "Mikrofinans på norsk"}, "founded": "2009-02-30", "plase": "oslo"}
  ],
  "projects": [{
    "id": "atm",
    "title": {"en": "Access"},
    "period": {"start": "2016/04", "end": 2021},
    "evidence": [{"source": "page", "quote": "å", "basis": "implid"}]
  }]
}"#;
    let error = refused(text);
    assert_eq!(
        faults(&error),
        [
            ("invalid-value", "/issued", 3, 13),
            ("invalid-value", "/modified", 4, 15),
            ("unknown-member", "/licence", 5, 3),
            ("invalid-value", "/organizations/0/founded", 7, 70),
            ("unknown-member", "/organizations/0/plase", 7, 84),
            ("invalid-value", "/projects/0/period/start", 12, 25),
            ("wrong-type", "/projects/0/period/end", 12, 43),
            ("unlisted-code", "/projects/0/evidence/0/basis", 13, 60),
        ]
    );
    assert_eq!(error.count(), 8);
    for fault in error.faults() {
        let rest = &text[usize::try_from(fault.offset()).unwrap()..];
        let line = text.lines().nth(usize::try_from(fault.line() - 1).unwrap()).unwrap();
        let column: String = line.chars().skip(usize::try_from(fault.column() - 1).unwrap()).collect();
        assert!(rest.starts_with(&column), "{fault}");
    }
    let help: Vec<_> = error.faults().iter().filter_map(|fault| fault.help()).collect();
    let date = "write a date as a year, a month or a day: \"2022\", \"2022-09\" or \"2022-09-01\"";
    assert_eq!(
        help,
        [
            date,
            date,
            "write \"license\"",
            date,
            "write \"place\"",
            "write \"2016-04\"",
            "write it in quotation marks: \"2021\"",
            "write \"implied\""
        ]
    );
    assert!(
        error.to_string().contains("3:13: \"2016-13\" is not a date: months go from 01 to 12"),
        "{error}"
    );
}

#[test]
fn an_error_shows_its_first_faults_and_counts_the_others() {
    let wrong = |count: usize| {
        let members: Vec<String> = (0..count).map(|number| format!("\"x{number}\": 1")).collect();
        refused(&format!("{{\"version\": \"1.0\", {}}}", members.join(", ")))
    };
    let shown = wrong(1000).to_string().lines().filter(|line| line.contains("/x")).count();
    assert!(shown > 0);
    assert!(!wrong(shown).to_string().contains("more fault"));
    assert!(wrong(shown + 1).to_string().ends_with("\nand 1 more fault"));
    assert!(wrong(shown + 2).to_string().ends_with("\nand 2 more faults"));
    let error = wrong(1);
    let fault = &error.faults()[0];
    assert_eq!(serde_json::to_string(&fault.kind()).unwrap(), "\"unknown-member\"");
    assert_eq!((fault.location().line, fault.location().column), (1, 20));
    assert!(Dataset::default().is_empty() && !Dataset::from_json(&valid()).unwrap().is_empty());
}

#[test]
fn a_value_of_the_wrong_type_gets_its_correction() {
    let group = |count: &str| {
        format!(r#"{{"version": "1.0", "groups": [{{"id": "g", "name": {{"en": "G"}}, "count": {count}}}]}}"#)
    };
    let project = |members: &str| {
        format!(r#"{{"version": "1.0", "projects": [{{"id": "p", "title": {{"en": "P"}}, {members}}}]}}"#)
    };
    let cases = [
        (r#"{"version": "1.0", "issued": 2016}"#.to_owned(), "write it in quotation marks: \"2016\""),
        (
            project(r#""budgets": [{"amount": {"amount": "9", "currency": "EUR"}, "revised": "True"}]"#),
            "write true without quotation marks",
        ),
        (group(r#""12""#), "write 12 without quotation marks"),
        (
            project(r#""counts": [{"what": {"en": "ports"}, "number": "8"}]"#),
            "write 8 without quotation marks",
        ),
        (r#"{"version": "1.0", "issued": 20160430}"#.to_owned(), "write \"2016-04-30\""),
        (r#"{"version": 1}"#.to_owned(), "write \"1.0\""),
        (r#"{"version": "1.0", "title": {"nb_NO": "T"}}"#.to_owned(), "write \"nb-NO\""),
        (
            r#"{"version": "1.0", "networks": [{"id": "n", "name": {"en": "N"}, "acronym": true}]}"#
                .to_owned(),
            "write it in quotation marks: \"true\"",
        ),
    ];
    for (text, help) in cases {
        assert_eq!(refused(&text).faults()[0].help(), Some(help), "{text}");
    }
    for what_is_no_date in ["true", "7", "1e400"] {
        let text = format!(r#"{{"version": "1.0", "issued": {what_is_no_date}}}"#);
        let hint = "write a date as a year, a month or a day: \"2022\", \"2022-09\" or \"2022-09-01\"";
        assert_eq!(
            refused(&text).faults()[0].help(),
            Some(hint),
            "in quotation marks it would be refused too"
        );
    }
}

#[test]
fn each_kind_of_fault_is_found_in_its_place() {
    let header = r#""version": "1.0""#;
    // The mark ^ stands where the fault does.
    let cases = [
        ("^", "empty-input", ""),
        ("^ \n", "empty-input", ""),
        ("{^", "unexpected-end", ""),
        ("{^\"version", "unexpected-end", ""),
        ("^[]", "list-for-object", ""),
        ("^7", "wrong-type", ""),
        ("^{}", "missing-member", ""),
        ("{HEAD} ^{}", "trailing-data", ""),
        ("{HEAD^,}", "syntax", ""),
        (r#"{HEAD ^"title": {"en": "A"}}"#, "syntax", ""),
        (r#"{HEAD, "title": {"en": ^'A'}}"#, "syntax", "/title/en"),
        (r#"{"version" ^"1.0"}"#, "syntax", "/version"),
        (r#"{"lots": 3, "version": ^"2.0", "more": 3}"#, "unsupported-version", "/version"),
        (r#"{"version": ^"0.9"}"#, "invalid-value", "/version"),
        (r#"{HEAD, ^"version": "1.0"}"#, "doubled-member", "/version"),
        (r#"{HEAD, ^"\u0076ersion": "1.0"}"#, "doubled-member", "/version"),
        (r#"{HEAD, "title": ^null}"#, "null-member", "/title"),
        (r#"{HEAD, "title": ^["en"]}"#, "list-for-object", "/title"),
        (r#"{HEAD, "title": ^{}}"#, "empty-object", "/title"),
        (r#"{HEAD, "title": ^"A"}"#, "wrong-type", "/title"),
        (r#"{HEAD, "title": {^"EN": "A"}}"#, "invalid-name", "/title/EN"),
        (r#"{HEAD, "title": {"en": "A", ^"\u0065n": "B"}}"#, "doubled-member", "/title/en"),
        (r#"{HEAD, "title": {"en": "ÅÅ^\ud800"}}"#, "lone-surrogate", "/title/en"),
        (r#"{HEAD, "title": {"en": ^" "}}"#, "invalid-value", "/title/en"),
        (r#"{HEAD, "projects": ^[]}"#, "empty-list", "/projects"),
        (r#"{HEAD, "projects": ^{}}"#, "wrong-type", "/projects"),
        (
            r#"{HEAD, "extensions": {"org.a": {"x": 1, ^"\u0078": 2}}}"#,
            "doubled-member",
            "/extensions/org.a/x",
        ),
        (r#"{HEAD, "extensions": {"org.a": 1, ^"org.a": 1}}"#, "doubled-member", "/extensions/org.a"),
        (
            r#"{HEAD, "networks": [{"id": "a", "name": {"en": "A"}, "member_count": ^-1}]}"#,
            "number-out-of-range",
            "/networks/0/member_count",
        ),
        (
            r#"{HEAD, "networks": [{"id": "a", "name": {"en": "A"}, "member_count": ^{}}]}"#,
            "wrong-type",
            "/networks/0/member_count",
        ),
        (
            r#"{HEAD, "networks": [{"id": "a", "name": {"en": "A"}, "part_of": ^{}}]}"#,
            "not-one-member",
            "/networks/0/part_of",
        ),
        (
            r#"{HEAD, "networks": [{"id": "a", "name": {"en": "A"}, "part_of": ^{"network": "b", "organization": "c"}}]}"#,
            "not-one-member",
            "/networks/0/part_of",
        ),
        (
            r#"{HEAD, "memberships": [{"id": "m", "member": {"group": "g"}, "body": {^"group": "h"}}]}"#,
            "unknown-member",
            "/memberships/0/body/group",
        ),
    ];
    for (marked, kind, pointer) in cases {
        let marked = marked.replace("HEAD", header);
        let column = marked.chars().take_while(|&letter| letter != '^').count() as u64 + 1;
        let error = refused(&marked.replace('^', ""));
        assert_eq!(faults(&error), [(kind, pointer, 1, column)], "{marked}");
    }
}

#[test]
fn more_members_than_a_text_may_have_are_one_fault() {
    let languages: Vec<_> = (0..40_000).map(|number| format!("\"aa-x-{number}\": \"a\"")).collect();
    let error = refused(&format!(r#"{{"version": "1.0", "title": {{{}}}}}"#, languages.join(",")));
    assert_eq!(faults(&error), [("too-many-members", "/title", 1, 29)]);
}

/// What a stranger writes on the first try, and the form that the help shows.
#[test]
fn help_shows_the_expected_form() {
    let cases = [
        (r"{}", r#"add "version": a string (format version), such as "1.0""#),
        (
            r#"{"version": "1.0", "title": "Who works with whom"}"#,
            r#"put it under a language tag, such as {"en": "Who works with whom"}"#,
        ),
        (
            r#"{"version": "1.0", "projects": [{"id": "p", "title": {"en": "P"}, "places": "oslo"}]}"#,
            "put it in a list, between [ and ]",
        ),
        (
            r#"{"version": "1.0", "projects": [{"id": "p", "title": {"en": "P"}, "period": 2006}]}"#,
            r#"write an object, such as {"start": "2006"}"#,
        ),
        (
            r#"{"version": "1.0", "networks": [{"id": "n", "name": {"en": "N"}, "member_count": "61"}]}"#,
            "write 61 without quotation marks",
        ),
        (
            r#"{"version": "1.0", "organizations": [{"id": "o", "name": {"en": "O"}, "part_of": "trust"}]}"#,
            r#"name its kind, {"KIND": "trust"}, where KIND is organization or network"#,
        ),
        (
            r#"{"version": "1.0", "activities": [{"id": "a", "title": {"en": "A"}, "of": {"project": "p"}}]}"#,
            "put it in a list, between [ and ]",
        ),
        (
            r#"{"version": "1.0", "places": [{"id": "p", "name": {"en": "P"}, "point": {"latitude": 59.6, "longitude": "10.7"}}]}"#,
            r#"write it in quotation marks: "59.6""#,
        ),
        (
            r#"{"version": "1.0", "places": [{"id": "p", "name": {"en": "P"}, "point": "59.6, 10.7"}]}"#,
            r#"write an object, such as {"latitude": "80.00", "longitude": "80.00"}"#,
        ),
        (
            r#"{"version": "1.0", "participations": [{"id": "p", "project": "q", "party": "trust"}]}"#,
            r#"name its kind, {"KIND": "trust"}, where KIND is organization, network or group"#,
        ),
        (
            r#"{"version": "1.0", "goals": [{"id": "g", "statement": {"en": "G"}, "level": "output", "of": ["atm"]}]}"#,
            r#"name its kind, {"KIND": "atm"}, where KIND is network, organization, group, programme, project, participation, activity, cooperation, policy_instrument or goal"#,
        ),
        (
            r#"{"version": "1.0", "funding": [{"id": "f", "funder": {"project": "p"}}]}"#,
            "write one of these in its place",
        ),
        (
            r#"{"version": "1.0", "funding": [{"id": "f", "amount": "EUR 870,000"}]}"#,
            r#"write an object, such as {"amount": "80.00", "currency": "EUR"}"#,
        ),
        (
            r#"{"version": "1.0", "goals": [{"id": "g", "statement": {"en": "G"}, "level": "output"}]}"#,
            r#"add "of": a list, such as [{"network": "mikrofinans-norge"}]"#,
        ),
        (r#"{"version": "1.0", "projects": [{"id": "p", "name": {"en": "P"}}]}"#, r#"write "title""#),
        (
            r#"{"version": "1.0", "goals": [{"id": "g", "title": {"en": "G"}, "level": "output", "of": [{"project": "p"}]}]}"#,
            r#"write "statement""#,
        ),
    ];
    for (text, help) in cases {
        let error = refused(text);
        assert_eq!(error.faults().len(), 1, "{error}");
        assert_eq!(error.faults()[0].help(), Some(help), "{text}");
    }
}

#[test]
fn a_misspelt_required_member_is_one_fault() {
    let error = refused(r#"{"version": "1.0", "projects": [{"id": "a", "titel": {"en": "A"}}]}"#);
    assert_eq!(faults(&error), [("unknown-member", "/projects/0/titel", 1, 45)]);
}

#[test]
fn a_fault_on_a_very_long_line_has_its_column() {
    let mut text = String::from(r#"{"version": "1.0", "organizations": ["#);
    while text.len() < 20_000_000 {
        text.push_str(r#"{"id": "a", "name": {"nb": "Mikrofinans på norsk, og enda litt lengre enn det"}},"#);
    }
    let column = text.chars().count() as u64 + 1;
    text.push_str("{}]}");
    let error = refused(&text);
    assert_eq!(error.count(), 2);
    assert!(error.faults().iter().all(|fault| (fault.line(), fault.column()) == (1, column)));
}

pub(crate) fn message(text: &str) -> String {
    refused(text).faults()[0].message().to_owned()
}

#[test]
fn a_found_value_is_shown_verbatim_and_cut_if_long() {
    let number = |digits: &str| {
        message(&format!(
            r#"{{"version": "1.0", "networks": [{{"id": "n", "name": {{"en": "N"}}, "member_count": {digits}}}]}}"#
        ))
    };
    let forty = "1234567890".repeat(4);
    let expected = "expected a whole number from 0 to 4294967295";
    assert_eq!(number(&forty), format!("found {forty}, {expected}"));
    assert_eq!(number(&format!("{forty}1")), format!("found {forty}…, {expected}"));
    assert_eq!(
        message(r#"{"version": "1\"0\\"}"#),
        r#""1\"0\\" is not a format version: expected a major and a minor number, such as 1.0"#
    );
}

#[test]
fn an_unknown_member_is_answered_with_the_known_ones() {
    let error = refused(
        r#"{"version": "1.0", "goals": [{"id": "g", "statement": {"en": "G"}, "level": "output",
        "of": [{"zzzzzzzz": "p"}]}], "funding": [{"id": "f", "of": {"project": "p"}, "amount": {"amount": "5",
        "currency": "EUR", "zzzzzzzz": 1}}], "sources": [{"id": "s", "title": {"en": "S"}, "publisher": 7}]}"#,
    );
    let told: Vec<_> = error.faults().iter().map(|fault| (fault.message(), fault.help())).collect();
    let subjects = "network, organization, group, programme, project, participation, activity, cooperation, policy_instrument, goal";
    assert_eq!(
        told,
        [
            (
                &*format!(
                    "unknown member \"zzzzzzzz\" of an object with one member, expected one of: {subjects}"
                ),
                Some("write one of these in its place")
            ),
            (
                "unknown member \"zzzzzzzz\" of Money, expected one of: amount, currency",
                Some("remove the member, or write one of these in its place")
            ),
            (
                "found 7, expected an object with one of the members organization, network, group",
                Some("write an object, such as {\"organization\": \"mikrofinans-norge\"}")
            ),
        ]
    );
}

#[test]
fn a_choice_given_twice_is_a_doubled_member() {
    let text = |party: &str| {
        format!(
            r#"{{"version": "1.0", "participations": [{{"id": "p", "project": "q", "party": {{{party}}}}}]}}"#
        )
    };
    let kinds = |party: &str| -> Vec<String> {
        let error = refused(&text(party));
        error.faults().iter().map(|fault| format!("{} {}", fault.kind().as_str(), fault.pointer())).collect()
    };
    let at = "/participations/0/party";
    assert_eq!(kinds(r#""group": "a", "group": "b""#), [format!("doubled-member {at}/group")]);
    assert_eq!(kinds(r#""group": "a", "network": "b""#), [format!("not-one-member {at}")]);
    assert_eq!(
        kinds(r#""group": "a", "group": "b", "network": "c""#),
        [format!("not-one-member {at}"), format!("doubled-member {at}/group")]
    );
}

#[test]
fn a_pointer_that_is_too_long_is_cut_after_a_whole_step() {
    let pointer = |letters: usize| {
        let name = "n".repeat(letters);
        let error = refused(&format!(
            r#"{{"version": "1.0", "projects": [{{"id": "p", "title": {{"en": "P"}}, "{name}": 1}}]}}"#
        ));
        error.faults()[0].pointer().to_owned()
    };
    // With `/projects/0/` before it.
    assert_eq!(pointer(4084), format!("/projects/0/{}", "n".repeat(4084)));
    assert_eq!(pointer(4085), "/projects/0");
}

#[test]
fn the_limit_of_a_string_counts_characters_and_not_bytes() {
    use cooperation::{Limits, ReadOptions};
    let options = ReadOptions::new().with_limits(Limits::default().with_string_chars(8));
    let text = |title: &str| format!(r#"{{"version": "1.0", "title": {{"en": "{title}"}}}}"#);
    for eight in ["12345678", "åååååååå", r"\u00e5\u00e5\u00e5\u00e5\u00e5\u00e5\u00e5\u00e5"] {
        assert!(options.read_json(&text(eight)).is_ok(), "{eight}");
        let error = options.read_json(&text(&format!("{eight}9"))).unwrap_err();
        assert_eq!(faults(&error), [("limit-string-chars", "/title/en", 1, 36)], "{eight}");
    }
}

#[test]
fn a_list_instead_of_an_object_gets_its_correction() {
    let error = refused(r#"{"version": "1.0", "title": [{"en": "T"}], "projects": [[{"id": "p"}]]}"#);
    assert_eq!(faults(&error).iter().map(|fault| fault.0).collect::<Vec<_>>(), ["list-for-object"; 2]);
    for fault in error.faults() {
        assert_eq!(fault.help(), Some("write one object in place of the list"));
    }
}

#[test]
fn a_word_instead_of_a_number_gets_no_correction() {
    let text = |count: &str| {
        format!(
            r#"{{"version": "1.0", "networks": [{{"id": "n", "name": {{"en": "N"}}, "member_count": {count}}}]}}"#
        )
    };
    for word in ["\"many\"", "\"12345678901\"", "\"1.5\"", "\"\""] {
        assert_eq!(refused(&text(word)).faults()[0].help(), None, "{word}");
    }
}
