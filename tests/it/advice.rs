//! What is said to people who write what the format does not have: help that leaves the data right when followed.

use crate::reading::{faults, refused};

/// The kinds and the help of all faults in a document with these members.
fn told(members: &str) -> Vec<(String, String)> {
    let error = refused(&format!(r#"{{"version": "1.0", {members}}}"#));
    let told = error.faults().iter();
    told.map(|fault| (fault.kind().as_str().to_owned(), fault.help().unwrap_or_default().to_owned()))
        .collect()
}

/// The help of the only fault.
fn help(members: &str) -> String {
    let told = told(members);
    assert_eq!(told.len(), 1, "{members}: {told:?}");
    told[0].1.clone()
}

#[test]
fn a_common_name_leads_to_its_member() {
    let project =
        |member: &str| help(&format!(r#""projects": [{{"id": "p", "title": {{"en": "P"}}, {member}}}]"#));
    let dates = r#"write the dates in `period`: {"start": "2016-04", "end": "2021-03"}"#;
    assert_eq!(project(r#""start": "2016""#), dates);
    assert_eq!(project(r#""endDate": "2016""#), dates);
    assert_eq!(
        project(r#""partners": ["agder"]"#),
        "record each partner in `participations`, with the id of this project as `project`"
    );
    for name in ["funder", "donor", "grants", "ecMaxContribution"] {
        assert_eq!(
            project(&format!(r#""{name}": 1"#)),
            "record the money in `funding`, and name this record in its `of`"
        );
    }
    for name in ["goals", "objective", "results"] {
        assert_eq!(
            project(&format!(r#""{name}": 1"#)),
            "record each goal in `goals`, and name this record in its `of`"
        );
    }
    assert_eq!(
        project(r#""programme": "interreg""#),
        "list the ids of the programmes in `programmes`: [\"interreg\"]"
    );
    assert_eq!(
        project(r#""scopes": ["local"]"#),
        "write the scope as one text in `scope`, such as \"international\""
    );
    let organization =
        |member: &str| help(&format!(r#""organizations": [{{"id": "o", "name": {{"en": "O"}}, {member}}}]"#));
    assert_eq!(
        organization(r#""website": "www.x.no""#),
        r#"write the address in `links`: [{"url": "https://example.org/"}]"#
    );
    assert_eq!(
        organization(r#""e-mail": "a@b.no""#),
        r#"write the mail address in `links`: [{"url": "mailto:post@example.org"}]"#
    );
    assert_eq!(
        organization(r#""country": "NO""#),
        r#"write it in `address`: {"locality": "Arendal", "country": "NO"}"#
    );
    assert_eq!(organization(r#""type": "company""#), "write the type as one text in `kind`");
    assert_eq!(organization(r#""same_as": "q""#), "write it in `related`, with `to` and `relation`");
    assert_eq!(
        help(r#""funding": [{"id": "f", "project": "blue"}]"#),
        r#"name what the money is for in `of`, such as {"project": "blue"}"#
    );
    assert_eq!(
        help(r#""grants": [{"amount": 5}]"#),
        "record each payment or grant in `funding`, and a budget in `budget` of its record"
    );
    let period = |member: &str| project(&format!(r#""period": {{{member}}}"#));
    assert_eq!(period(r#""from": "2016""#), "write the first day in `start`");
    assert_eq!(period(r#""to": "2016""#), "write the last day in `end`");
    assert_eq!(period(r#""open_ended": true"#), "remove the member and leave `end` out");
    assert_eq!(
        help(
            r#""goals": [{"id": "g", "statement": {"en": "G"}, "level": "output", "of": [{"project": "p"}], "indicators": [{"title": {"en": "I"}, "actuals": [{"amount": "5"}]}]}]"#
        ),
        "write the number in `value`, in quotation marks"
    );
}

#[test]
fn extensions_are_offered_only_where_the_type_has_them() {
    let project = r#""projects": [{"id": "p", "title": {"en": "P"}"#;
    assert_eq!(
        help(&format!(r#"{project}, "zzzzzzzz": 1}}]"#)),
        "remove the member, or put custom data under `extensions`"
    );
    assert_eq!(
        help(&format!(r#"{project}, "period": {{"zzzzzzzz": 1}}}}]"#)),
        "remove the member, or write one of these in its place"
    );
}

#[test]
fn a_number_with_separators_keeps_all_its_digits() {
    let amount = |written: &str| {
        told(&format!(
            r#""projects": [{{"id": "p", "title": {{"en": "P"}}, "budget": {{"amount": {written}, "currency": "EUR"}}}}]"#
        ))
    };
    for (written, meant) in [
        ("1200000,50", "1200000.50"),
        ("1 200 000", "1200000"),
        ("1\u{a0}200\u{a0}000,5", "1200000.5"),
        ("1,200,000", "1200000"),
        ("-1,5", "-1.5"),
    ] {
        assert_eq!(amount(written), [("wrong-type".to_owned(), format!("write \"{meant}\""))], "{written}");
    }
    let unsure = "put the value in quotation marks, without separators and with a point before the decimals";
    assert_eq!(amount("1,200"), [("wrong-type".to_owned(), unsure.to_owned())]);
    assert_eq!(amount("5"), [("wrong-type".to_owned(), "write it in quotation marks: \"5\"".to_owned())]);
}

#[test]
fn a_title_in_place_of_an_id_leads_to_the_id() {
    let referring = |title: &str| {
        help(&format!(
            r#""organizations": [{{"id": "quay", "name": {{"en": "Youth on the Quay"}}}}],
            "projects": [{{"id": "a", "name": "x", "title": {{"en": "Twice Told"}}}}, {{"id": "b", "title": {{"en": "Twice Told"}}}},
            {{"title": {{"en": "Youth on the Quay"}}, "id": "youth"}}],
            "participations": [{{"id": "p", "party": {{"organization": "quay"}}, "project": "{title}"}}]"#
        ).replace(r#""name": "x", "#, ""))
    };
    assert_eq!(referring("Youth on the Quay"), "write \"youth\", the id of the project with this title");
    assert_eq!(referring("Twice Told"), "write the id of the project, and not its title");
    assert_eq!(referring("On the Quay"), "write the id of the project, and not its title");
}

#[test]
fn what_is_no_id_is_not_given_for_a_title_and_a_word_is_no_title() {
    let referring = |id: &str, reference: &str| {
        let told = told(&format!(
            r#""projects": [{{"id": "{id}", "title": {{"en": "On the Quay"}}}}],
            "participations": [{{"id": "p", "party": {{"organization": "o"}}, "project": "{reference}"}}]"#
        ));
        told.last().map(|(_, help)| help.clone()).unwrap_or_default()
    };
    let title = "write the id of the project, and not its title";
    assert_eq!(referring("on the quay", "On the Quay"), title);
    assert_eq!(referring("quay", "On the Quay"), "write \"quay\", the id of the project with this title");
    assert_ne!(referring("quay", "on,quay"), title);
}

#[test]
fn words_that_mean_true_or_false_are_told() {
    let budgets = |word: &str| {
        told(&format!(
            r#""networks": [{{"id": "n", "name": {{"en": "N"}}, "budgets": [{{"amount": {{"amount": "1", "currency": "EUR"}}, "revised": {word}}}]}}]"#
        ))
    };
    for (word, meant) in [("True", "true"), ("yes", "true"), ("NO", "false"), ("False", "false")] {
        assert_eq!(budgets(word), [("syntax".to_owned(), format!("write {meant}"))], "{word}");
        let quoted = [("wrong-type".to_owned(), format!("write {meant} without quotation marks"))];
        assert_eq!(budgets(&format!("\"{word}\"")), quoted, "{word}");
    }
    for word in ["None", "NaN", "undefined"] {
        let removed = "remove the member: a missing member means 'not stated'".to_owned();
        assert_eq!(budgets(word), [("syntax".to_owned(), removed)], "{word}");
    }
}

/// Each text has exactly this fault, at the marked place, and what follows it is checked too.
#[test]
fn each_slip_of_syntax_has_its_own_help() {
    let cases = [
        ("{HEAD, ^// a comment\n \"title\": {\"en\": \"A\"}}", "remove the comment"),
        ("{HEAD, ^/* a\n comment */ \"title\": {\"en\": \"A\"}}", "remove the comment"),
        ("{HEAD ^# a comment\n}", "remove the comment"),
        ("{HEAD, \"title\": {\"en\": ^'It's A'}}", "write \"It's A\""),
        ("{HEAD, \"title\": {\"en\": ^“A”}}", "write \"A\""),
        ("{HEAD, ^“title”: {\"en\": \"A\"}}", "write \"title\""),
        ("{HEAD, \"title\": {\"en\": ^«A»}}", "write \"A\""),
        ("{HEAD, ^title: {\"en\": \"A\"}}", "write \"title\""),
        ("{HEAD, \"title\": {\"en\": ^The title}}", "write \"The title\""),
        ("{HEAD, \"title\" ^= {\"en\": \"A\"}}", "put a colon between a name and its value"),
        ("{HEAD^; \"title\": {\"en\": \"A\"}}", "put a comma between two members or items"),
        ("{HEAD, \"title\" ^{\"en\": \"A\"}}", "put a colon before it"),
        ("{HEAD ^\"title\": {\"en\": \"A\"}}", "put a comma before it"),
        ("{HEAD,^, \"title\": {\"en\": \"A\"}}", "remove one of the commas"),
        ("{HEAD, \"title\": {\"en\": \"A\"^, }}", "remove the comma"),
        ("{HEAD, \"title\": {\"en\": ^...}}", "replace the dots with the data, or remove them"),
        ("{HEAD,^\u{a0}\"title\": {\"en\": \"A\"}}", "replace it with a space"),
        ("{HEAD, \"title\": {\"en\": ^\"A \"best\" A\"}}", "write a quotation mark inside a text as \\\""),
        ("{HEAD, \"license\": ^\"MIT, \"title\": {\"en\": \"A\"}}", "write \"MIT\""),
        ("{HEAD, \"issued\": ^\"2016, \"title\": {\"en\": \"A\"}}", "write \"2016\""),
        ("{HEAD}^}", "remove one } that has no partner"),
        ("^<html>", "save the data as JSON in place of the page"),
        ("^```json\n{HEAD}", "remove the lines that begin with ```"),
        ("^id,title.en\nblue,Blue\n", "read the file as CSV, with one table for each kind of record"),
        (
            "^# My data\n\nA text.",
            "begin the file with {, and put names and texts in straight quotation marks",
        ),
        ("^# My data\n{HEAD}", "remove the comment"),
        ("^version: 1\n", "begin the file with {, and put names and texts in straight quotation marks"),
    ];
    for (marked, expected) in cases {
        let marked = marked.replace("HEAD", r#""version": "1.0""#);
        let before = marked.split('^').next().unwrap();
        let line = before.matches('\n').count() as u64 + 1;
        let column = before.rsplit('\n').next().unwrap().chars().count() as u64 + 1;
        let error = refused(&marked.replacen('^', "", 1));
        let kind = if marked.contains("}^}") { "trailing-data" } else { "syntax" };
        let found: Vec<_> =
            faults(&error).into_iter().map(|(kind, _, line, column)| (kind, line, column)).collect();
        assert_eq!(found, [(kind, line, column)], "{marked}: {error:?}");
        assert_eq!(error.faults()[0].help(), Some(expected), "{marked}");
    }
}

#[test]
fn an_open_string_leaves_the_faults_before_it() {
    let error = refused(r#"{"version": "1.0", "issued": "soon", "license": "MIT, "title": {"en": "A"}}"#);
    let kinds: Vec<_> = error.faults().iter().map(|fault| fault.kind().as_str()).collect();
    assert_eq!(kinds, ["invalid-value", "syntax"], "{error}");
}

#[test]
fn brackets_that_close_nothing_are_removed_and_nothing_else_is() {
    for (rest, removed) in [
        ("}", Some("}")),
        ("\n}] ]\n", Some("}] ]")),
        ("}, 1", None),
        ("} {}", None),
        (" 1", None),
        ("{}", None),
    ] {
        let text = format!("{{\"version\": \"1.0\"}}{rest}");
        let error = refused(&text);
        let fault = &error.faults()[0];
        assert_eq!((error.count(), fault.kind().as_str()), (1, "trailing-data"), "{text}");
        let at = removed.and_then(|brackets| Some((text.rfind(brackets)?, brackets.len())));
        let edit = at.map(|(start, length)| (start as u64..(start + length) as u64, ""));
        assert_eq!(fault.edit().and_then(|edit| Some((edit.bytes()?, edit.replacement()))), edit, "{text}");
    }
}

#[test]
fn an_open_bracket_is_named_with_its_line() {
    for (text, help) in [
        ("{\"version\": \"1.0\",\n \"title\": {\"en\": \"A\"}", "close the { of line 1 with }"),
        ("{\"version\": \"1.0\",\n \"projects\": [", "close the [ of line 2 with ]"),
    ] {
        assert_eq!(refused(text).faults()[0].help(), Some(help), "{text}");
    }
}

#[test]
fn what_a_misspelt_member_holds_is_checked_too() {
    let told = told(r#""organisations": [{"id": "o", "nam": {"en": "O"}, "founded": "5.1999"}]"#);
    let kinds: Vec<_> = told.iter().map(|(kind, help)| (kind.as_str(), help.as_str())).collect();
    assert_eq!(
        kinds,
        [
            ("unknown-member", "write \"organizations\""),
            ("unknown-member", "write \"name\""),
            ("invalid-value", "write \"1999-05\""),
        ]
    );
}

#[test]
fn an_object_in_place_of_a_text_has_help() {
    let project =
        |member: &str| help(&format!(r#""projects": [{{"id": "p", "title": {{"en": "P"}}, {member}}}]"#));
    assert_eq!(
        project(r#""acronym": {"en": "P"}"#),
        "write one text in quotation marks in place of the object"
    );
    assert_eq!(
        help(r#""participations": [{"id": "p", "project": {"id": "q"}, "party": {"organization": "o"}}]"#),
        "write the id in quotation marks in place of the object"
    );
}

/// What is written in place of a value, the help, and whether it is certain.
#[test]
fn names_of_codes_months_and_units_lead_to_the_value() {
    let of = |members: &str| {
        let error = refused(&format!(r#"{{"version": "1.0", {members}}}"#));
        assert_eq!(error.count(), 1, "{members}: {error}");
        let fault = &error.faults()[0];
        (fault.help().unwrap_or_default().to_owned(), fault.edit().is_some())
    };
    let project =
        |members: &str| of(&format!(r#""projects": [{{"id": "p", "title": {{"en": "P"}}, {members}}}]"#));
    let start = |date: &str| project(&format!(r#""period": {{"start": "{date}"}}"#));
    for (date, meant) in [
        ("September 2022", "2022-09"),
        ("2022 September", "2022-09"),
        ("1. september 2022", "2022-09-01"),
        ("1st March 2022", "2022-03-01"),
        ("March 3, 2022", "2022-03-03"),
        ("17 mai 1999", "1999-05-17"),
        ("13-09-2022", "2022-09-13"),
    ] {
        assert_eq!(start(date), (format!("write \"{meant}\""), true), "{date}");
    }
    let doubtful = "write a date as a year, a month or a day: \"2022\", \"2022-09\" or \"2022-09-01\"";
    for date in ["01-09-2022", "spring 2022", "31 February 2022", "March", "2022 or 2023"] {
        assert_eq!(start(date), (doubtful.to_owned(), false), "{date}");
    }
    let money = |amount: &str, currency: &str| {
        project(&format!(r#""budget": {{"amount": {amount}, "currency": "{currency}"}}"#))
    };
    for (currency, meant) in [("€", "EUR"), ("Euro", "EUR"), ("norske kroner", "NOK")] {
        assert_eq!(money("\"5\"", currency), (format!("write \"{meant}\""), true), "{currency}");
    }
    let currency = "write the three capital letters of a currency (ISO 4217), such as \"EUR\"";
    for several in ["kr", "$", "kroner"] {
        assert_eq!(money("\"5\"", several), (currency.to_owned(), false), "{several}");
    }
    assert_eq!(money("1.45E+06", "EUR"), ("write \"1450000\"".to_owned(), false), "digits were lost");
    assert_eq!(money("\"1,2E+1\"", "EUR"), ("write \"12\"".to_owned(), false));
    assert_eq!(money("\"1 234,50\"", "EUR"), ("write \"1234.50\"".to_owned(), true));
    let funding = |share: &str| of(&format!(r#""funding": [{{"id": "f", "share": "{share}"}}]"#));
    assert_eq!(funding("65%"), ("write \"65\"".to_owned(), false), "the unit is lost");
    assert_eq!(funding("65,5 %"), ("write \"65.5\"".to_owned(), false));
    let address = |country: &str| {
        of(&format!(
            r#""organizations": [{{"id": "o", "name": {{"en": "O"}}, "address": {{"country": "{country}"}}}}]"#
        ))
    };
    for (country, code) in [("Norway", "NO"), ("sverige", "SE"), ("ÅLAND ISLANDS", "AX"), ("no", "NO")] {
        assert_eq!(address(country), (format!("write \"{code}\""), true), "{country}");
    }
    assert!(!address("Ruritania").1);
    assert_eq!(of(r#""language": "English""#), ("write \"en\"".to_owned(), true));
    assert_eq!(of(r#""title": {"zh-yue": "x"}"#), ("write \"yue\"".to_owned(), true));
    let link = |url: &str| project(&format!(r#""links": [{{"url": "{url}"}}]"#));
    let full =
        "write a full address that starts with https://, http:// or mailto: and has no spaces".to_owned();
    assert_eq!(link("http://www.uoi.gr / www.rc.uoi.gr"), (full, false));
}

#[test]
fn a_required_member_is_not_to_be_left_out() {
    let project = r#""projects": [{"id": "p", "title": "#;
    assert_eq!(
        help(&format!("{project}{{}}}}]")),
        "write text such as {\"nb\": \"Mikrofinans Norge\", \"en\": \"Microfinance Norway\"}"
    );
    assert_eq!(
        help(&format!("{project}null}}]")),
        "write a value, such as {\"nb\": \"Mikrofinans Norge\", \"en\": \"Microfinance Norway\"}"
    );
    assert_eq!(
        help(r#""goals": [{"id": "g", "statement": {"en": "G"}, "level": "output", "of": []}]"#),
        "add an item"
    );
    assert_eq!(
        help(r#""projects": [{"id": "p", "title": {"en": "P"}, "links": []}]"#),
        "remove the member: a missing member means 'not stated'"
    );
}

#[test]
fn the_comma_that_is_too_many_is_told_wherever_it_is() {
    let at = |text: &str| {
        let error = refused(text);
        let found: Vec<_> =
            error.faults().iter().map(|fault| (fault.kind().as_str(), fault.offset())).collect();
        found.into_iter().map(|(kind, at)| (kind, usize::try_from(at).unwrap())).collect::<Vec<_>>()
    };
    for (text, comma) in [
        (r#"{"version": "1.0", "extensions": {"org.example": {"a": [1, 2,]}}}"#, ",]"),
        (r#"{"version": "1.0", "extensions": {"org.example": {"a": {"b": 1,}}}}"#, ",}"),
    ] {
        assert_eq!(at(text), [("syntax", text.find(comma).unwrap())], "{text}");
    }
    let text = r#"{"version": "1.0", "zzz": {"a": [1,, 2,], "b": {"c": 1, }}, "issued": 5}"#;
    let found: Vec<_> = at(text);
    assert_eq!(
        found,
        [
            ("unknown-member", 19),
            ("syntax", text.find(", 2").unwrap()),
            ("syntax", text.find(",]").unwrap()),
            ("syntax", text.find(", }}").unwrap()),
            ("wrong-type", text.find("5}").unwrap()),
        ],
        "what follows is checked too"
    );
}
