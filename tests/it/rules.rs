//! Every rule finds what it says and leaves alone what keeps it.

use crate::support::large;
use allocation_counter::measure;
use cooperation::{
    Dataset, Goal, GoalId, Report, Rules, Severity, Subject, Text, codes::GoalLevel, rules::catalogue,
};
use std::collections::BTreeSet;

fn read(json: &str) -> Dataset {
    Dataset::from_json(json).unwrap_or_else(|error| panic!("{error}\n{json}"))
}

fn today() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

fn found(report: &Report) -> Vec<&str> {
    report.findings().iter().map(|finding| finding.rule.as_ref()).collect()
}

fn goal(id: &str, parent: Option<&str>) -> Goal {
    let of = Subject::Project("p".parse().unwrap());
    let id: GoalId = id.parse().unwrap();
    let mut goal = Goal::new(id, Text::new("en", "a goal").unwrap(), GoalLevel::Objective, of);
    goal.serves = parent.iter().map(|parent| parent.parse().unwrap()).collect();
    goal
}

#[test]
fn the_example_that_breaks_a_rule_has_only_its_finding() {
    for rule in catalogue() {
        let report = Rules::default().with_today(today()).check(&read(rule.breaks));
        let grave: Vec<&str> = report
            .findings()
            .iter()
            .filter(|finding| finding.severity != Severity::Info || rule.severity == Severity::Info)
            .map(|finding| finding.rule.as_ref())
            .collect();
        assert!(grave.contains(&rule.name), "{} is not found in\n{}\n{report}", rule.name, rule.breaks);
        let others: Vec<_> =
            grave.iter().filter(|name| **name != rule.name && rule.severity != Severity::Info).collect();
        assert!(others.is_empty(), "{}: {others:?}", rule.name);
    }
}

#[test]
fn the_example_that_keeps_a_rule_gives_no_finding_of_it() {
    for rule in catalogue() {
        let report = Rules::default().with_today(today()).check(&read(rule.keeps));
        assert!(!found(&report).contains(&rule.name), "{}: {report}", rule.name);
        assert!(report.is_valid(), "{}: {report}", rule.name);
    }
}

#[test]
fn a_mail_address_has_an_at_sign_and_a_dotted_host() {
    let mails = |text: &str| {
        let text = serde_json::to_string(text).unwrap();
        let group = format!(
            r#"{{"version": "1.0", "groups": [{{"id": "g", "name": {{"en": "G"}}, "description": {{"en": {text}}}}}]}}"#
        );
        found(&Rules::default().check(&read(&group))).contains(&"mail-address-in-text")
    };
    for text in ["kari@example.org", "Write to kari.b@mail.example.org.", "@all: a@b.c"] {
        assert!(mails(text), "{text}");
    }
    for text in [
        "@example.org",
        "kari@example",
        "kari@",
        "kari@.org",
        "kari@a..b",
        "2 @ 3.50",
        "example.org",
        "5@10.50",
        "foo@2x.png",
    ] {
        assert!(!mails(text), "{text}");
    }
}

#[test]
fn rules_are_raised_lowered_and_switched_off_step_by_step() {
    let group = read(r#"{"version": "1.0", "groups": [{"id": "g", "name": {"xx": "G"}}]}"#);
    let name = "unknown-language";
    let severity = |rules: Rules| rules.check(&group).findings().first().map(|finding| finding.severity);
    let raised = || Rules::default().raise(name).unwrap();
    let lowered = || Rules::default().lower(name).unwrap();
    assert_eq!(severity(Rules::default()), Some(Severity::Warning));
    assert_eq!(severity(raised()), Some(Severity::Error));
    assert_eq!(severity(raised().raise(name).unwrap()), Some(Severity::Error));
    assert_eq!(severity(raised().lower(name).unwrap()), Some(Severity::Warning));
    assert_eq!(severity(lowered()), Some(Severity::Info));
    assert_eq!(severity(lowered().lower(name).unwrap()), Some(Severity::Info));
    assert_eq!(severity(lowered().raise(name).unwrap()), Some(Severity::Warning));
    let off = Rules::default().without(name).unwrap().check(&group);
    assert_eq!(
        off.to_string(),
        "0 errors, 0 warnings, 0 infos\nnot checked: unknown-language: disabled\n\
         not checked: future-date, future-retrieval, status-disagrees-with-dates: today's date was not given"
    );
}

#[test]
fn a_status_is_checked_against_today_except_on_the_day() {
    let facts = |status: &str, period: &str| {
        let project = format!(
            r#"{{"version": "1.0", "projects": [{{"id": "p", "title": {{"en": "P"}}, "status": "{status}", "period": {period}}}]}}"#
        );
        let report = Rules::default().with_today(today()).check(&read(&project));
        let found = report.findings().iter().find(|finding| finding.rule == "status-disagrees-with-dates");
        found.map(|finding| finding.message.clone())
    };
    for (status, period) in [
        ("planned", r#"{"start": "2026-11-24"}"#),
        ("planned", r#"{"start": "2026"}"#),
        ("completed", r#"{"end": "2026-11-24"}"#),
        ("completed", r#"{"start": "2026-11-24"}"#),
        ("ongoing", r#"{"start": "2026-11-24"}"#),
        ("closing", r#"{"end": "2026-11-25"}"#),
        ("cancelled", r#"{"start": "2026-11-25"}"#),
        ("replaced", r#"{"end": "2026-11-25"}"#),
        ("in development", r#"{"start": "2026-11-23"}"#),
    ] {
        assert_eq!(facts(status, period), None, "{status} {period}");
    }
    for (status, period, fact) in [
        ("planned", r#"{"start": "2026-11-23"}"#, "started before today"),
        ("completed", r#"{"end": "2026-11-25"}"#, "ends after today"),
        ("completed", r#"{"start": "2026-11-25"}"#, "starts after today"),
        ("proposed", r#"{"start": "2026-11-23"}"#, "started before today"),
        ("ended", r#"{"end": "2026-11-25"}"#, "ends after today"),
        ("ended", r#"{"start": "2026-11-25"}"#, "starts after today"),
        ("ongoing", r#"{"start": "2026-11-25"}"#, "starts after today"),
        ("suspended", r#"{"start": "2026-11-25"}"#, "starts after today"),
        ("closing", r#"{"start": "2026-11-25"}"#, "starts after today"),
    ] {
        let message = format!("the status is {status}, but the period {fact}, 24 November 2026");
        assert_eq!(facts(status, period), Some(message), "{status} {period}");
    }
}

#[test]
fn only_a_report_with_an_error_is_an_err() {
    let group = r#"{"version": "1.0", "groups": [{"id": "g", "name": {"xx": "G"}}]}"#;
    let warned = Rules::default().check(&read(group));
    assert_eq!(found(&warned), ["unknown-language"]);
    assert!(!warned.is_empty() && Report::default().is_empty());
    assert_eq!(warned.into_result(), Ok(()));
    let twice = group.replace("}]", r#"}, {"id": "g", "name": {"xx": "G"}}]"#);
    let report = Rules::default().check(&read(&twice));
    let error = report.clone().into_result().unwrap_err();
    assert_eq!(error, report);
    assert!(found(&error).contains(&"duplicate-id"), "{error}");
}

#[test]
fn every_finding_has_a_location_and_a_help() {
    for rule in catalogue() {
        let json: serde_json::Value = serde_json::from_str(rule.breaks).unwrap();
        for finding in Rules::default().with_today(today()).check(&read(rule.breaks)).findings() {
            assert!(
                json.pointer(&finding.pointer).is_some(),
                "{}: {} leads nowhere",
                rule.name,
                finding.pointer
            );
            let help = finding.help.as_deref().unwrap_or_default();
            assert!(!help.is_empty() && !help.ends_with('.'), "{}: {help:?}", rule.name);
            assert!(!finding.message.ends_with('.') && finding.message.len() <= 512, "{}", finding.message);
            // What the dataset says of itself stands in no record.
            let in_record = finding.pointer.matches('/').count() > 1 || finding.pointer.ends_with("/0");
            assert_eq!(
                (finding.id.is_some(), finding.kind.is_some()),
                (in_record, in_record),
                "{}",
                rule.name
            );
            for related in &finding.related {
                assert!(json.pointer(&related.pointer).is_some(), "{}: {}", rule.name, related.pointer);
            }
        }
    }
}

#[test]
fn names_of_rules_are_unique_and_in_kebab_case() {
    let names: Vec<&str> = catalogue().map(|rule| rule.name).collect();
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
    assert!(names.iter().all(|name| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')));
}

#[test]
fn the_documented_dataset_has_no_error_and_no_warning() {
    let report = read(include_str!("../../examples/data/microfinance-norway.json")).validate();
    assert_eq!((report.count(Severity::Error), report.count(Severity::Warning)), (0, 0), "{report}");
}

#[test]
fn an_unknown_reference_is_answered_with_the_nearest_id() {
    let json = r#"{"version": "1.0", "programmes": [{"id": "nordplus", "name": {"und": "Nordplus"}}],
        "projects": [{"id": "p", "title": {"en": "P"}, "programmes": ["nordpluss"]}]}"#;
    let report = read(json).validate();
    assert_eq!(found(&report), ["unknown-reference"]);
    assert_eq!(
        report.findings()[0].help.as_deref(),
        Some("write nordplus if that is meant, or add the programme")
    );
}

#[test]
fn findings_are_in_document_order_in_every_run() {
    let json = r#"{"version": "1.0", "groups": [{"id": "g", "name": {"xx": "G"}}],
        "projects": [{"id": "p", "title": {"en": "P"}, "status": "Ongoing", "period": {"start": "2020", "end": "2010"}},
                     {"id": "p", "title": {"en": "P"}, "programmes": ["x"]}]}"#;
    let dataset = read(json);
    let report = dataset.validate();
    let pointers: Vec<&str> = report.findings().iter().map(|finding| finding.pointer.as_str()).collect();
    assert_eq!(
        pointers,
        [
            "/groups/0/name/xx",
            "/projects/0/status",
            "/projects/0/period",
            "/projects/1/id",
            "/projects/1/programmes/0"
        ]
    );
    for _ in 0..5 {
        assert_eq!(dataset.validate(), report);
    }
}

#[test]
fn rules_are_switched_off_raised_and_lowered_by_name() {
    let dataset = read(r#"{"version": "1.0", "groups": [{"id": "g", "name": {"xx": "G"}}]}"#);
    let severity = |rules: Rules| rules.check(&dataset).findings().first().map(|finding| finding.severity);
    assert_eq!(severity(Rules::default()), Some(Severity::Warning));
    assert_eq!(severity(Rules::default().raise("unknown-language").unwrap()), Some(Severity::Error));
    assert_eq!(severity(Rules::default().lower("unknown-language").unwrap()), Some(Severity::Info));
    assert_eq!(severity(Rules::default().without("unknown-language").unwrap()), None);
    let error = Rules::default().without("unknown-langage").err().unwrap();
    assert_eq!(error.to_string(), r#"there is no rule "unknown-langage", did you mean unknown-language"#);
    assert_eq!((error.name(), error.nearest()), ("unknown-langage", Some("unknown-language")));
    assert_eq!(Rules::default().without("nothing of the kind").err().unwrap().nearest(), None);
}

#[test]
fn severities_are_parsed_and_the_most_severe_comes_first() {
    for severity in [Severity::Error, Severity::Warning, Severity::Info] {
        assert_eq!(severity.to_string().parse(), Ok(severity));
        let json = serde_json::to_string(&severity).unwrap();
        assert_eq!(serde_json::from_str::<Severity>(&json).unwrap(), severity);
    }
    let error = "Error".parse::<Severity>().unwrap_err();
    assert_eq!(error.to_string(), r#""Error" is not a severity: expected one of: error, warning, info"#);
    assert!(serde_json::from_str::<Severity>(r#""grave""#).is_err());
    let all = [Severity::Info, Severity::Error, Severity::Warning];
    assert_eq!((all.iter().min(), all.iter().max()), (Some(&Severity::Error), Some(&Severity::Info)));
}

#[test]
fn findings_above_the_limit_are_counted() {
    let mut dataset = Dataset::default();
    for number in 0..500 {
        dataset.goals.push(goal(&format!("g{number}"), Some("nowhere")));
    }
    let report = Rules::default().with_max_findings(10).check(&dataset);
    assert_eq!(report.findings().len(), 10);
    // Each names two ids that are not there: the goal that it serves and the project that it is of.
    assert_eq!(report.count(Severity::Error), 1000);
    assert_eq!(report.findings()[0].pointer, "/goals/0/of/0/project");
}

#[test]
fn a_ring_of_100_000_goals_is_a_cycle_and_a_chain_is_not() {
    let mut dataset = Dataset::default();
    for number in 0..100_000_u32 {
        dataset.goals.push(goal(
            &format!("g{number}"),
            number.checked_sub(1).map(|above| format!("g{above}")).as_deref(),
        ));
    }
    let cycles = |dataset: &Dataset| {
        let report = Rules::default().without("unknown-reference").unwrap().check(dataset);
        report.rules().find(|(name, _)| *name == "cycle").map_or(0, |(_, tally)| tally.count)
    };
    assert_eq!(cycles(&dataset), 0);
    dataset.goals[0].serves.push("g99999".parse().unwrap());
    assert_eq!(cycles(&dataset), 1);
}

#[test]
fn each_cycle_is_found_once_at_its_first_record() {
    let mut dataset = Dataset::default();
    let edges = [
        ("a", Some("b")),
        ("b", Some("a")),
        ("c", Some("a")),
        ("d", Some("d")),
        ("e", Some("f")),
        ("f", Some("e")),
    ];
    for (id, parent) in edges {
        dataset.goals.push(goal(id, parent));
    }
    let report = dataset.validate();
    let pointers: Vec<&str> = report
        .findings()
        .iter()
        .filter(|finding| finding.rule == "cycle")
        .map(|finding| finding.pointer.as_str())
        .collect();
    assert_eq!(pointers, ["/goals/0/serves", "/goals/3/serves", "/goals/4/serves"]);
}

#[test]
fn many_unknown_references_to_long_lists_are_all_found() {
    let mut dataset = Dataset::default();
    for number in 0..20_000_u32 {
        dataset.goals.push(goal(&format!("goal-{number}"), Some(&format!("gaol-{number}-x"))));
    }
    let mut errors = 0;
    let used = measure(|| errors = dataset.validate().count(Severity::Error));
    assert_eq!(errors, 40_000);
    // A million ids in all are compared to suggest a similar one, with some allocations each. All pairs are 400 million.
    assert!(used.count_total < 20_000_000, "{} allocations", used.count_total);
}

#[test]
fn evidence_may_point_into_custom_data() {
    let with = |pointer: &str| {
        let evidence = format!(r#"[{{"source": "s", "quote": "q", "supports": ["{pointer}"]}}]"#);
        read(&format!(
            r#"{{"version": "1.0", "sources": [{{"id": "s", "title": {{"en": "S"}}}}], "groups": [{{"id": "g",
                "name": {{"en": "G"}}, "evidence": {evidence}, "extensions": {{"org.example.a": {{"b": 1}}}}}}]}}"#
        ))
    };
    for pointer in ["/extensions", "/extensions/org.example.a", "/extensions/org.example.a/b"] {
        assert!(with(pointer).validate().is_valid(), "{pointer}");
    }
    assert_eq!(found(&with("/extensions/org.example.a/c").validate()), ["evidence-names-no-member"]);
}

#[test]
fn evidence_may_point_into_large_custom_data() {
    let count = 20_000;
    let dataset = read(&large::evidence_for_custom_data(count));
    let report = dataset.validate();
    assert_eq!(found(&report), ["evidence-names-no-member"]);
    assert_eq!(report.findings()[0].pointer, format!("/groups/0/evidence/0/supports/{count}"));
}

#[test]
fn a_member_who_has_left_is_not_counted() {
    let json = r#"{"version": "1.0", "groups": [{"id": "a", "name": {"en": "A"}}, {"id": "b", "name": {"en": "B"}}],
        "networks": [{"id": "n", "name": {"en": "N"}, "member_count": 1}], "memberships": [
        {"id": "x", "member": {"group": "a"}, "body": {"network": "n"}, "period": {"start": "2001", "end": "2005"}},
        {"id": "y", "member": {"group": "b"}, "body": {"network": "n"}, "period": {"start": "2010"}}]}"#;
    assert!(read(json).validate().is_empty());
}

#[test]
fn a_goal_of_two_subjects_is_numbered_among_the_goals_of_both() {
    let goal = |id: &str, of: &str| {
        format!(
            r#"{{"id": "{id}", "statement": {{"en": "x"}}, "level": "objective", "of": [{of}], "number": "1"}}"#
        )
    };
    let (p, q) = (r#"{"project": "p"}"#, r#"{"project": "q"}"#);
    let goals = [goal("a", p), goal("b", &format!("{p}, {q}")), goal("c", q)].join(", ");
    let projects = r#"[{"id": "p", "title": {"en": "P"}}, {"id": "q", "title": {"en": "Q"}}]"#;
    let report =
        read(&format!(r#"{{"version": "1.0", "projects": {projects}, "goals": [{goals}]}}"#)).validate();
    let ids: Vec<_> = report.findings().iter().map(|finding| finding.id.as_deref().unwrap()).collect();
    assert_eq!(ids, ["b", "c"]);
}

#[test]
fn messages_of_custom_rules_are_cut_and_made_visible() {
    let loud = |_: &Dataset, reporter: &mut cooperation::rules::Reporter<'_>| {
        let note = cooperation::rules::Note::new(format!("a\u{202e}b\n{}", "x".repeat(10_000)))
            .with_help("y\u{7}".repeat(1_000));
        reporter.add(cooperation::walk::Path::root(), note);
    };
    let report = Rules::default().with_rule("loud", Severity::Info, loud).unwrap().check(&Dataset::default());
    let finding = &report.findings()[0];
    assert!(finding.message.starts_with(r"a\u{202e}b\u{a}xxx"), "{}", finding.message);
    for text in [&finding.message, finding.help.as_ref().unwrap()] {
        assert!(text.len() <= 512 && !text.chars().any(char::is_control), "{text}");
    }
}

#[test]
fn debug_shows_what_distinguishes_rules_and_summaries() {
    let quiet = |_: &Dataset, _: &mut cooperation::rules::Reporter<'_>| {};
    let rules = Rules::default().with_rule("loud", Severity::Info, quiet).unwrap();
    assert!(format!("{rules:?}").contains(r#"CustomRule("loud", Some(Info))"#), "{rules:?}");
    let mut validator = rules.validator();
    validator.add(1, &goal("g", None).into());
    assert_eq!(format!("{:?}", validator.summarize("north")), r#"Summary(["north"])"#);
}

#[test]
fn a_common_wrong_country_code_gets_the_right_one() {
    for (written, help) in [
        ("UK", "write GB, which is what ISO 3166-1 has for it"),
        ("EL", "write GR, which is what ISO 3166-1 has for it"),
        ("ZZ", "write the two-letter code of the country, such as NO"),
    ] {
        let report = read(&format!(
            r#"{{"version": "1.0", "places": [{{"id": "p", "name": {{"en": "P"}}, "country": "{written}"}}]}}"#
        ))
        .validate();
        let helps: Vec<_> = report.findings().iter().map(|finding| finding.help.as_deref()).collect();
        assert_eq!(helps, [Some(help)], "{written}");
    }
}
