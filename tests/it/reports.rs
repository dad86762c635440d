//! What a report keeps, how it is set up, and what it says was not checked.

use cooperation::{
    Dataset, RecordKind, Report, Rules, Severity,
    rules::{Note, Reporter, catalogue},
    walk::Path,
};

fn read(json: &str) -> Dataset {
    Dataset::from_json(json).unwrap_or_else(|error| panic!("{error}\n{json}"))
}

fn found(report: &Report) -> Vec<&str> {
    report.findings().iter().map(|finding| finding.rule.as_ref()).collect()
}

fn today() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

/// Two warnings and, behind them in the document, an error.
const MIXED: &str = r#"{"version": "1.0", "groups": [{"id": "g", "name": {"xx": "G"}}, {"id": "h", "name": {"xx": "H"}}],
    "projects": [{"id": "p", "title": {"en": "P"}, "programmes": ["nowhere"]}]}"#;

#[test]
fn the_most_severe_findings_are_kept_and_all_are_counted() {
    let report = Rules::default().with_max_findings(1).check(&read(MIXED));
    assert_eq!((found(&report), report.len()), (vec!["unknown-reference"], 3));
    let last_but_one = |kept: usize| {
        let text =
            Rules::default().with_today(today()).with_max_findings(kept).check(&read(MIXED)).to_string();
        let lines: Vec<_> = text.lines().map(str::to_owned).collect();
        lines[lines.len() - 2..].join(" / ")
    };
    assert_eq!(last_but_one(1), "2 more findings are counted but not kept / 1 error, 2 warnings, 0 infos");
    assert_eq!(last_but_one(2), "1 more finding is counted but not kept / 1 error, 2 warnings, 0 infos");
    assert!(!last_but_one(3).contains("counted but not kept"));
    let report = Rules::default().with_max_findings(0).check(&read(MIXED));
    assert!(report.findings().is_empty() && !report.is_valid());
}

#[test]
fn setting_a_severity_enables_a_rule_that_was_off() {
    let dataset = read(r#"{"version": "1.0", "groups": [{"id": "g", "name": {"xx": "G"}}]}"#);
    let grave = Rules::default().with_severity("unknown-language", Severity::Error).unwrap();
    assert_eq!(grave.check(&dataset).count(Severity::Error), 1);
    assert!(Rules::default().with_severity("no-such", Severity::Info).is_err());
    let again = Rules::default().without("unknown-language").unwrap().raise("unknown-language").unwrap();
    assert_eq!(again.check(&dataset).count(Severity::Error), 1);
}

#[test]
fn a_custom_finding_is_completed() {
    let own = |_: &Dataset, reporter: &mut Reporter<'_>| {
        let root = Path::root();
        let list = root.member("groups");
        let note = Note::new("odd").with_related(list.index(0), "the other");
        reporter.add(list.index(1).member("name"), note);
    };
    let report = Rules::default().with_rule("own", Severity::Error, own).unwrap().check(&read(MIXED));
    let finding = report.findings().iter().find(|finding| finding.rule == "own").unwrap();
    assert_eq!((finding.kind, finding.id.as_deref()), (Some(RecordKind::Group), Some("h")));
    assert_eq!(finding.pointer, "/groups/1/name");
    assert_eq!(finding.related[0].pointer, "/groups/0");
}

#[test]
fn similar_findings_are_grouped_in_the_order_of_the_first() {
    let report = read(
        r#"{"version": "1.0", "projects": [{"id": "a", "title": {"en": "A"}, "status": "Ongoing"},
            {"id": "b", "title": {"en": "B"}, "programmes": ["x"]}, {"id": "c", "title": {"en": "C"}, "status": "Ongoing"}]}"#,
    )
    .validate();
    let told: Vec<_> =
        report.groups().iter().map(|group| (group.path.clone(), group.findings.len())).collect();
    assert_eq!(told, [("/projects/*/status".to_owned(), 2), ("/projects/*/programmes/*".to_owned(), 1)]);
}

#[test]
fn rules_that_need_todays_date_are_reported_as_not_checked() {
    let (mut need, mut told) = (Vec::new(), None);
    for rule in catalogue() {
        let dataset = read(rule.breaks);
        let report = dataset.validate();
        if !found(&report).contains(&rule.name) {
            assert!(
                found(&Rules::default().with_today(today()).check(&dataset)).contains(&rule.name),
                "{}",
                rule.name
            );
            need.push(rule.name);
        }
        told = report.unchecked().first().cloned();
    }
    need.sort_unstable();
    assert_eq!(told, Some(format!("{}: today's date was not given", need.join(", "))));
}

#[test]
fn a_stated_duration_is_compared_in_its_own_unit() {
    let told = |start: &str, end: &str, stated: &str| {
        let json = format!(
            r#"{{"version": "1.0", "projects": [{{"id": "p", "title": {{"en": "P"}},
                "period": {{"start": "{start}", "end": "{end}", "stated_duration": "{stated}"}}}}]}}"#
        );
        read(&json).validate().findings()[0].message.clone()
    };
    assert_eq!(
        told("2020-01-01", "2020-01-10", "P30D"),
        "the dates span ten days, but the stated duration is 30 days"
    );
    assert_eq!(
        told("2020-01-01", "2020-01-01", "P1W"),
        "the dates span one day, but the stated duration is seven days"
    );
    assert_eq!(
        told("2016-04", "2021-03", "P6Y"),
        "the dates span five years, but the stated duration is six years"
    );
    assert_eq!(
        told("2016", "2017", "P5Y"),
        "the dates span between two months and two years, but the stated duration is five years"
    );
}

#[test]
fn shares_of_parts_and_of_tentative_funding_are_not_summed() {
    let with = |more: &str| {
        read(&format!(
            r#"{{"version": "1.0", "projects": [{{"id": "p", "title": {{"en": "P"}}}}], "funding": [
                {{"id": "f", "of": {{"project": "p"}}, "share": "80"}},
                {{"id": "g", "of": {{"project": "p"}}, "share": "30"{more}}}]}}"#
        ))
        .validate()
    };
    assert!(found(&with("")).contains(&"shares-over-whole"));
    for more in [r#", "status": "requested""#, r#", "status": "planned""#, r#", "part_of": "f""#] {
        assert!(!found(&with(more)).contains(&"shares-over-whole"), "{more}");
    }
}

#[test]
fn a_territory_may_have_the_nuts_code_of_its_country() {
    let place = |country: &str, nuts: &str| {
        read(&format!(
            r#"{{"version": "1.0", "places": [{{"id": "a", "name": {{"en": "A"}}, "country": "{country}", "nuts": "{nuts}"}}]}}"#
        ))
        .validate()
    };
    assert!(place("AX", "FI200").is_empty());
    assert_eq!(found(&place("NO", "FI200")), ["nuts-outside-country"]);
}

/// The gravest are kept, of those that are as grave the first, and they stand in the order of the document, however many
/// are kept and however often the others were thrown out on the way.
#[test]
fn a_limited_report_keeps_the_first_findings_of_the_whole() {
    let record = |number: usize| {
        // Findings of all three severities, those of one severity not side by side.
        format!(
            r#"{{"id": "p{number}", "title": {{"xx": "P", "en": "post@example.org"}}, "programmes": ["nowhere"],
                "links": [{{"title": {{"xy": "L"}}}}]}}"#
        )
    };
    let records: Vec<_> = (0..100).map(record).collect();
    let dataset = read(&format!(r#"{{"version": "1.0", "projects": [{}]}}"#, records.join(",")));
    let whole = dataset.validate();
    assert!(whole.len() >= 400 && whole.len() == whole.findings().len(), "{}", whole.len());
    for kept in [0, 1, 2, 31, 32, 33, 50, 99, 100, 101, 102, 103, 150, 299, 300, 301, 302, 303, 350, 399] {
        let mut places: Vec<usize> = (0..whole.len()).collect();
        places.sort_by_key(|place| whole.findings()[*place].severity);
        places.truncate(kept);
        places.sort_unstable();
        let expected: Vec<_> = places.iter().map(|place| &whole.findings()[*place]).collect();
        let report = Rules::default().with_max_findings(kept).check(&dataset);
        assert_eq!(report.findings().iter().collect::<Vec<_>>(), expected, "{kept}");
        assert_eq!(report.len(), whole.len());
    }
}

#[test]
fn list_items_are_ordered_by_number_and_not_by_digits() {
    let links: Vec<_> =
        (0..12).map(|place| format!(r#"{{"title": {{"en": "{place}", "xx": "L"}}}}"#)).collect();
    let report = read(&format!(
        r#"{{"version": "1.0", "groups": [{{"id": "g", "name": {{"en": "G"}}, "links": [{}]}}]}}"#,
        links.join(",")
    ))
    .validate();
    let places: Vec<_> = report.findings().iter().map(|finding| finding.pointer.clone()).collect();
    let expected: Vec<_> = (0..12).map(|place| format!("/groups/0/links/{place}/title/xx")).collect();
    assert_eq!(places, expected);
}

#[test]
fn only_partners_are_counted_as_partners_and_their_leads() {
    let counted = |roles: &[&str]| {
        let seats: Vec<_> = (0..roles.len())
            .map(|seat| {
                let (role, party) = (roles[seat], format!("g{seat}"));
                format!(
                    r#"{{"id": "{seat}", "party": {{"group": "{party}"}}, "project": "p", "role": "{role}"}}"#
                )
            })
            .collect();
        let groups: Vec<_> =
            (0..3).map(|group| format!(r#"{{"id": "g{group}", "name": {{"en": "G"}}}}"#)).collect();
        let report = read(&format!(
            r#"{{"version": "1.0", "groups": [{}], "projects": [{{"id": "p", "title": {{"en": "P"}},
                "partner_count": 1}}], "participations": [{}]}}"#,
            groups.join(","),
            seats.join(",")
        ))
        .validate();
        let finding = report.findings().iter().find(|finding| finding.rule == "more-partners-than-counted");
        finding.map(|finding| finding.message.clone())
    };
    assert_eq!(counted(&["partner", "associated partner", "evaluator"]), None);
    assert_eq!(counted(&["third party", "advisor", "lead partner"]), None);
    let two = "2 partners are listed, but the stated number is 1";
    assert_eq!(counted(&["partner", "advisor", "lead partner"]).as_deref(), Some(two));
}

#[test]
fn simultaneous_leads_are_reported_with_the_longest_one() {
    let seat = |id: u32, period: &str| {
        format!(
            r#"{{"id": "{id}", "party": {{"group": "g{id}"}}, "project": "p", "role": "lead partner", "period": {period}}}"#
        )
    };
    let told = |periods: &[&str]| -> Vec<(String, String)> {
        let seats: Vec<_> = (0..).zip(periods).map(|(id, period)| seat(id, period)).collect();
        let report =
            read(&format!(r#"{{"version": "1.0", "participations": [{}]}}"#, seats.join(","))).validate();
        let found = report.findings().iter().filter(|finding| finding.rule == "several-lead-partners");
        found.map(|finding| (finding.pointer.clone(), finding.related[0].pointer.clone())).collect()
    };
    let pair = |one: u32, other: u32| {
        (format!("/participations/{one}/role"), format!("/participations/{other}/role"))
    };
    let year = r#"{"start": "2020", "end": "2020"}"#;
    assert_eq!(told(&[year, year, year]), [pair(1, 0), pair(2, 0)]);
    let long = r#"{"start": "2020-06", "end": "2022"}"#;
    assert_eq!(told(&[year, long, r#"{"start": "2021", "end": "2021"}"#]), [pair(1, 0), pair(2, 1)]);
    assert_eq!(told(&[year, r#"{"start": "2021", "end": "2021"}"#]), []);
}

#[test]
fn payments_are_compared_with_matching_commitments() {
    let same = [
        ("of", r#"{"project": "p"}"#),
        ("funder", r#"{"organization": "a"}"#),
        ("recipient", r#"{"group": "a"}"#),
        ("programme", r#""g""#),
    ];
    let funding = |id: &str, status: &str, amount: u32, ends: &[(&str, &str)]| {
        let ends: Vec<_> = ends.iter().map(|(name, end)| format!(r#""{name}": {end}"#)).collect();
        format!(
            r#"{{"id": "{id}", "status": "{status}", "amount": {{"amount": "{amount}", "currency": "EUR"}}, {}}}"#,
            ends.join(", ")
        )
    };
    let is_over = |ends: &[(&str, &str)]| {
        let report = read(&format!(
            r#"{{"version": "1.0", "funding": [{}, {}]}}"#,
            funding("c", "committed", 100, &same),
            funding("d", "disbursed", 120, ends)
        ))
        .validate();
        found(&report).contains(&"disbursed-over-committed")
    };
    assert!(is_over(&same));
    for other in [
        ("of", r#"{"programme": "p"}"#),
        ("of", r#"{"project": "q"}"#),
        ("funder", r#"{"network": "a"}"#),
        ("funder", r#"{"organization": "b"}"#),
        ("recipient", r#"{"organization": "a"}"#),
        ("programme", r#""h""#),
    ] {
        assert!(!is_over(&same.map(|end| if end.0 == other.0 { other } else { end })), "{other:?}");
    }
    assert!(!is_over(&same[..3]), "without a programme");
}

#[test]
fn a_custom_rule_with_the_name_of_another_rule_is_refused() {
    let with = |rules: Rules, name: &'static str| rules.with_rule(name, Severity::Info, |_, _| ());
    let once = with(Rules::default(), "own").unwrap();
    let twice = with(once.clone(), "own").unwrap_err();
    assert_eq!(twice.to_string(), "there is already a rule `own`; give the custom rule another name");
    let twice = once.clone().with_record_rule("own", Severity::Info, |_, _| ()).unwrap_err();
    assert_eq!(twice.name(), "own");
    assert_eq!(with(once, "cycle").unwrap_err().name(), "cycle");
}

#[test]
fn the_severity_of_a_rule_is_the_one_that_was_set() {
    let rules = Rules::default().with_rule("own", Severity::Info, |_, _| ()).unwrap();
    assert_eq!(rules.severity("own"), Ok(Some(Severity::Info)));
    let rules = rules.raise("own").unwrap().with_severity("cycle", Severity::Info).unwrap();
    assert_eq!(rules.severity("own"), Ok(Some(Severity::Warning)));
    assert_eq!(rules.severity("cycle"), Ok(Some(Severity::Info)));
    assert_eq!(rules.clone().without("own").unwrap().severity("own"), Ok(None));
    assert_eq!(rules.severity("onw").unwrap_err().nearest(), Some("own"));
}

#[test]
fn a_finding_is_shown_in_one_line() {
    let report = read(MIXED).validate();
    assert_eq!(
        report.findings()[0].to_string(),
        "warning[unknown-language] /groups/0/name/xx: ISO 639-1 has no language xx"
    );
}

#[test]
fn shares_over_the_whole_are_reported_once() {
    let shares: Vec<_> = ["60", "60", "60"]
        .iter()
        .enumerate()
        .map(|(number, share)| {
            format!(r#"{{"id": "f{number}", "of": {{"project": "p"}}, "share": "{share}"}}"#)
        })
        .collect();
    let report = read(&format!(
        r#"{{"version": "1.0", "projects": [{{"id": "p", "title": {{"en": "P"}}}}], "funding": [{}]}}"#,
        shares.join(",")
    ))
    .validate();
    let over: Vec<_> = report.findings().iter().filter(|it| it.rule == "shares-over-whole").collect();
    assert_eq!(over.iter().map(|it| it.pointer.as_str()).collect::<Vec<_>>(), ["/funding/1/share"]);
}

#[test]
fn a_cycle_names_its_first_five_records_and_counts_the_rest() {
    let told = |count: usize| {
        let goals: Vec<_> = (0..count)
            .map(|goal| {
                let parent = (goal + 1) % count;
                format!(
                    r#"{{"id": "g{goal}", "statement": {{"en": "G"}}, "level": "output", "of": [{{"project": "p"}}],
                        "serves": ["g{parent}"]}}"#
                )
            })
            .collect();
        let report = read(&format!(r#"{{"version": "1.0", "goals": [{}]}}"#, goals.join(","))).validate();
        report.findings().iter().find(|it| it.rule == "cycle").unwrap().message.clone()
    };
    assert_eq!(told(2), "these records form a cycle by `serves`: goal g0, goal g1");
    assert_eq!(
        told(5),
        "these records form a cycle by `serves`: goal g0, goal g1, goal g2, goal g3, goal g4"
    );
    assert_eq!(
        told(6),
        "these records form a cycle by `serves`: goal g0, goal g1, goal g2, goal g3, goal g4 and 1 more"
    );
}

#[test]
fn a_body_may_end_on_the_day_it_was_founded() {
    let told = |founded: &str, dissolved: &str| {
        let report = read(&format!(
            r#"{{"version": "1.0", "organizations": [{{"id": "o", "name": {{"en": "O"}}, "founded": "{founded}",
                "dissolved": "{dissolved}"}}]}}"#
        ))
        .validate();
        !report.is_empty()
    };
    assert!(
        !told("2000-01-01", "2000-01-01") && !told("2000-12", "2000") && told("2000-01-02", "2000-01-01")
    );
}

#[test]
fn similar_findings_are_shown_once_with_a_count() {
    let report = |names: &[&str]| {
        let groups =
            (0..).zip(names).map(|(id, name)| format!(r#"{{"id": "g{id}", "name": {{"{name}": "G"}}}}"#));
        let groups: Vec<_> = groups.collect();
        read(&format!(r#"{{"version": "1.0", "groups": [{}]}}"#, groups.join(","))).validate().to_string()
    };
    assert!(!report(&["xx"]).contains("more at"));
    assert!(
        report(&["xx", "xx"]).contains("\n  and 1 more at /groups/*/name/xx\n"),
        "{}",
        report(&["xx", "xx"])
    );
    assert!(report(&["xx", "xx", "xx"]).contains("\n  and 2 more at /groups/*/name/xx\n"));
}

#[test]
fn lists_of_a_group_name_each_once() {
    let report = read(
        r#"{"version": "1.0", "places": [{"id": "p", "name": {"en": "P"}}], "groups": [{"id": "h", "name": {"en": "H"}},
            {"id": "g", "name": {"en": "G"}, "places": ["p", "p"], "examples": [{"group": "h"}, {"group": "h"}]}]}"#,
    )
    .validate();
    let told: Vec<_> = report.findings().iter().map(|it| format!("{} {}", it.rule, it.pointer)).collect();
    assert_eq!(told, ["twice-in-list /groups/1/places/1", "twice-in-list /groups/1/examples/1"]);
}

#[test]
fn ending_on_the_first_day_of_another_is_not_before_it() {
    let header = |modified: &str| {
        read(&format!(r#"{{"version": "1.0", "issued": "2020-05-02", "modified": "{modified}"}}"#))
            .validate()
            .len()
    };
    assert_eq!(["2020-05-01", "2020-05-02", "2020-05-03", "2020", "2019"].map(header), [1, 0, 0, 0, 1]);
    let money = |end: &str| {
        read(&format!(
            r#"{{"version": "1.0", "programmes": [{{"id": "g", "name": {{"en": "G"}}, "period": {{"start": "2020-05-02"}}}}],
                "projects": [{{"id": "p", "title": {{"en": "P"}}}}], "funding": [{{"id": "f", "programme": "g",
                "of": {{"project": "p"}}, "period": {{"start": "2019", "end": "{end}"}}}}]}}"#
        ))
        .validate()
        .len()
    };
    assert_eq!(["2020-05-01", "2020-05-02", "2020-05-03", "2020-04", "2020"].map(money), [1, 0, 0, 1, 0]);
}

#[test]
fn messages_write_dates_and_amounts_as_people_do_and_name_the_other_record() {
    let dataset = read(
        r#"{"version": "1.0", "issued": "2025-05-01", "modified": "2024",
            "programmes": [{"id": "n", "name": {"en": "N"}, "period": {"start": "2014", "end": "2020"}}],
            "goals": [{"id": "g", "statement": {"en": "G"}, "level": "objective", "of": [{"programme": "n"}], "serves": ["g"]}],
            "funding": [
                {"id": "grant", "recipient": {"organization": "o"}, "amount": {"amount": "100000.00", "currency": "EUR"}},
                {"id": "rate", "part_of": "grant", "amount": {"amount": "120000.00", "currency": "EUR"}},
                {"id": "early", "recipient": {"organization": "o"}, "programme": "n", "date": "2013-12-31"}
            ]}"#,
    );
    let report = dataset.validate();
    let told: Vec<&str> = report.findings().iter().map(|finding| finding.message.as_str()).collect();
    for message in [
        "the dataset was modified in 2024, but issued on 1 May 2025",
        "the goal g serves itself",
        "the parts of grant add up to 120,000 EUR, more than its amount of 100,000 EUR",
        "the money is dated 31 December 2013, before the programme starts (2014)",
    ] {
        assert!(told.contains(&message), "{message}\n{told:#?}");
    }
}
