//! What a report keeps, how it is set up, and what it says was not checked.

use cooperation::{Dataset, Kind, Note, Path, Report, Rules, Severity, Sink, rules};

fn read(json: &str) -> Dataset {
    Dataset::from_json(json).unwrap_or_else(|error| panic!("{error}\n{json}"))
}

fn found(report: &Report) -> Vec<&str> {
    report.findings().iter().map(|finding| finding.rule.as_ref()).collect()
}

/// Two warnings and, behind them in the document, an error.
const MIXED: &str = r#"{"version": "1.0", "groups": [{"id": "g", "name": {"xx": "G"}}, {"id": "h", "name": {"xx": "H"}}],
    "projects": [{"id": "p", "title": {"en": "P"}, "programme": "nowhere"}]}"#;

#[test]
fn the_gravest_are_kept_and_all_are_counted() {
    let report = Rules::default().keep(1).check(&read(MIXED));
    assert_eq!((found(&report), report.len()), (vec!["unknown-reference"], 3));
    assert!(report.to_string().contains("2 more findings are counted but not kept"), "{report}");
    let report = Rules::default().keep(0).check(&read(MIXED));
    assert!(report.findings().is_empty() && !report.is_valid());
}

#[test]
fn a_rule_is_as_severe_as_is_asked_for_and_at_work_again_where_it_was_off() {
    let dataset = read(r#"{"version": "1.0", "groups": [{"id": "g", "name": {"xx": "G"}}]}"#);
    let grave = Rules::default().severity("unknown-language", Severity::Error).unwrap();
    assert_eq!(grave.check(&dataset).count(Severity::Error), 1);
    assert!(Rules::default().severity("no-such", Severity::Info).is_err());
    let again = Rules::default().without("unknown-language").unwrap().raise("unknown-language").unwrap();
    assert_eq!(again.check(&dataset).count(Severity::Error), 1);
}

#[test]
fn a_finding_of_ones_own_is_filled_in() {
    let own = |dataset: &Dataset, sink: &mut Sink<'_>| {
        let root = Path::root();
        let list = root.member("groups");
        let note = Note::new("odd").related(list.index(0), "the other");
        sink.add(dataset, &list.index(1).member("name"), note);
    };
    let report = Rules::default().with_rule("own", Severity::Error, own).check(&read(MIXED));
    let finding = report.findings().iter().find(|finding| finding.rule == "own").unwrap();
    assert_eq!((finding.kind, finding.id.as_deref()), (Some(Kind::Group), Some("h")));
    assert_eq!(finding.pointer, "/groups/1/name");
    assert_eq!(finding.related[0].pointer, "/groups/0");
}

#[test]
fn what_is_alike_stands_together_in_the_order_of_the_first() {
    let report = read(
        r#"{"version": "1.0", "projects": [{"id": "a", "title": {"en": "A"}, "status": "Ongoing"},
            {"id": "b", "title": {"en": "B"}, "programme": "x"}, {"id": "c", "title": {"en": "C"}, "status": "Ongoing"}]}"#,
    )
    .validate();
    let told: Vec<_> =
        report.groups().iter().map(|group| (group.path.clone(), group.findings.len())).collect();
    assert_eq!(told, [("/projects/*/status".to_owned(), 2), ("/projects/*/programme".to_owned(), 1)]);
}

#[test]
fn what_needs_todays_date_is_left_out_without_it_and_named() {
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    let (mut need, mut told) = (Vec::new(), None);
    for rule in rules() {
        let dataset = read(rule.breaks);
        let report = dataset.validate();
        if !found(&report).contains(&rule.name) {
            assert!(found(&Rules::default().on(today).check(&dataset)).contains(&rule.name), "{}", rule.name);
            need.push(rule.name);
        }
        told = report.unchecked().first().cloned();
    }
    need.sort_unstable();
    assert_eq!(told, Some(format!("{}, since no day was given as today", need.join(" and "))));
}

#[test]
fn a_stated_duration_is_held_against_the_dates_in_its_own_unit() {
    let told = |start: &str, end: &str, stated: &str| {
        let json = format!(
            r#"{{"version": "1.0", "projects": [{{"id": "p", "title": {{"en": "P"}},
                "period": {{"start": "{start}", "end": "{end}", "stated_duration": "{stated}"}}}}]}}"#
        );
        read(&json).validate().findings()[0].message.clone()
    };
    assert_eq!(told("2020-01-01", "2020-01-10", "P30D"), "the dates come to 10 days, but P30D is stated");
    assert_eq!(told("2020-01-01", "2020-01-01", "P1W"), "the dates come to 1 day, but P1W is stated");
    assert_eq!(told("2016-04", "2021-03", "P6Y"), "the dates come to 60 months, but P6Y is stated");
    assert_eq!(told("2016", "2017", "P5Y"), "the dates come to 2 to 24 months, but P5Y is stated");
}

#[test]
fn shares_of_what_is_not_firm_and_of_parts_are_not_summed_up() {
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
fn a_territory_may_bear_the_nuts_code_of_its_country() {
    let place = |country: &str, nuts: &str| {
        read(&format!(
            r#"{{"version": "1.0", "places": [{{"id": "a", "name": {{"en": "A"}}, "country": "{country}", "nuts": "{nuts}"}}]}}"#
        ))
        .validate()
    };
    assert!(place("AX", "FI200").is_empty());
    assert_eq!(found(&place("NO", "FI200")), ["nuts-outside-country"]);
}
