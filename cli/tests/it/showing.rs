//! What the page of `show` tells.

use crate::desk::Desk;
use cooperation::Dataset;
use cooperation_cli::reader::Reader;
use cooperation_cli::show::page;

fn shown(json: &str) -> String {
    page(&Reader::new(&Dataset::from_json(json).unwrap(), "en"))
}

/// The lines under a heading, each with single spaces.
fn under(page: &str, heading: &str) -> Vec<String> {
    let lines = page.lines().skip_while(|line| *line != heading).skip(2);
    lines
        .take_while(|line| !line.is_empty())
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}

#[test]
fn the_documented_dataset_is_shown_with_its_goals_and_what_is_not_stated() {
    let dataset =
        Dataset::from_json(include_str!("../../../examples/data/microfinance-norway.json")).unwrap();
    let page = page(&Reader::new(&dataset, "en"));
    let networks = under(&page, "Networks");
    assert_eq!(
        networks[..5],
        [
            "European Microfinance Network (EMN)",
            "scope: continental",
            "status: not stated",
            "works in: Europa",
            "members: Microfinance Norway"
        ]
    );
    assert!(
        networks.contains(&"members: not stated".to_owned()),
        "nobody is called a member of the Nordic network"
    );
    assert!(networks.contains(&"target groups: nordiske mikrofinansinstitusjoner".to_owned()));
    let who = under(&page, "Who cooperates with whom");
    assert!(
        who.contains(&"enterprises, private NGO’s, other actors, and others".to_owned()),
        "the list is partial"
    );
    assert!(
        who.contains(&"activity: møter i en referansegruppe, among others (by referansegruppe)".to_owned())
    );
    let project = under(&page, "Project: Access to Microfinance for SMEs (ATM)");
    assert!(project.contains(&"period: April 2016 to March 2021, five years as stated".to_owned()));
    for line in ["programme: Interreg Europe", "number of partners: 9", "counts: 9 policy programmer"] {
        assert!(project.contains(&line.to_owned()), "{line}: {project:#?}");
    }
    assert_eq!(project.last().unwrap(), "funding: not stated");
    let feva = under(&page, "Project: Financial Education for Vulnerable Adults (FEVA)");
    assert!(feva.contains(&"number of partners: not stated".to_owned()));
    let groups = feva.iter().position(|line| line == "target groups: Vulnerable Adults").unwrap();
    assert_eq!(
        feva[groups + 1..groups + 3],
        ["'et stort antall' stønadsmottakere", "finansielt- og sosialt ekskluderte grupper i Europa"],
        "those of the project, then those of its goal"
    );
    assert_eq!(under(&page, "Programmes"), ["Nordplus", "kind: education", "owner: Nordisk ministerråd"]);
    assert!(!page.lines().any(|line| line == "Other money"), "all money is for a project");
}

#[test]
fn an_association_is_shown_with_its_members_and_when_they_were_that() {
    let page = shown(
        r#"{"version": "1.0", "organizations": [
            {"id": "u", "name": {"en": "Union"}}, {"id": "a", "name": {"en": "A"}}, {"id": "b", "name": {"en": "B"}}],
        "networks": [{"id": "n", "name": {"en": "Network"}}],
        "memberships": [
            {"id": "1", "member": {"organization": "a"}, "body": {"organization": "u"}, "period": {"start": "2001", "end": "2005"}},
            {"id": "2", "member": {"organization": "b"}, "body": {"organization": "u"}, "role": "chair"},
            {"id": "3", "member": {"organization": "a"}, "body": {"network": "n"}, "role": "member", "period": {"end": "2010"}}]}"#,
    );
    assert_eq!(under(&page, "Organizations"), ["Union", "members: A (2001 to 2005), B (chair)"]);
    assert!(under(&page, "Networks").contains(&"members: A (until 2010)".to_owned()), "{page}");
}

#[test]
fn goals_and_money_are_shown_whatever_they_are_of() {
    let page = shown(
        r#"{"version": "1.0", "organizations": [{"id": "o", "name": {"en": "Ministry"}}],
        "networks": [{"id": "n", "name": {"en": "Network"}}], "programmes": [{"id": "p", "name": {"en": "Call"}}],
        "projects": [{"id": "j", "title": {"en": "Project"}}],
        "participations": [{"id": "t", "party": {"organization": "o"}, "project": "j"}],
        "activities": [{"id": "x", "title": {"en": "Course"}, "of": [{"project": "j"}]},
            {"id": "y", "title": {"en": "Lesson"}, "of": [{"activity": "x"}]}],
        "goals": [{"id": "1", "statement": {"en": "G1"}, "level": "purpose", "of": [{"organization": "o"}]},
            {"id": "2", "statement": {"en": "G2"}, "level": "purpose", "of": [{"programme": "p"}]}],
        "funding": [{"id": "fn", "of": {"network": "n"}, "amount": {"amount": "1", "currency": "EUR"}},
            {"id": "fp", "of": {"programme": "p"}, "amount": {"amount": "2", "currency": "EUR"}},
            {"id": "ft", "of": {"participation": "t"}, "amount": {"amount": "3", "currency": "EUR"}},
            {"id": "fy", "of": {"activity": "y"}, "amount": {"amount": "4", "currency": "EUR"}},
            {"id": "fo", "of": {"organization": "o"}, "programme": "q", "amount": {"amount": "5", "currency": "EUR"}}]}"#,
    );
    assert_eq!(
        under(&page, "Organizations"),
        ["Ministry", "purpose: «G1»", "funding: programme q; amount 5 EUR"]
    );
    assert_eq!(
        under(&page, "Programmes"),
        ["Call", "purpose: «G2»", "funding: payer not stated; amount 2 EUR"]
    );
    assert_eq!(under(&page, "Networks").last().unwrap(), "funding: payer not stated; amount 1 EUR");
    let project = under(&page, "Project: Project");
    assert_eq!(
        project[4..],
        [
            "participants: Ministry: takes part",
            "own part: Ministry",
            "funding: payer not stated; amount 3 EUR",
            "activity: Course",
            "activity: Lesson",
            "funding: payer not stated; amount 4 EUR",
            "funding: not stated"
        ]
    );
    let indented = "\n    activity:      Lesson\n      funding:     payer not stated; amount 4 EUR\n";
    assert!(page.contains(indented), "{page}");
    assert!(!page.contains("Other money"));
}

#[test]
fn money_that_is_asked_for_does_not_look_given() {
    let page = shown(
        r#"{"version": "1.0", "organizations": [{"id": "o", "name": {"en": "Ministry"}}, {"id": "r", "name": {"en": "Union"}}],
        "projects": [{"id": "j", "title": {"en": "Project"}}],
        "funding": [
            {"id": "f", "of": {"project": "j"}, "funder": {"organization": "o"}, "status": "requested",
             "amount": {"amount": "5", "currency": "EUR"}},
            {"id": "g", "part_of": "f", "amount": {"amount": "2", "currency": "EUR"}},
            {"id": "h", "funder": {"organization": "o"}, "recipient": {"organization": "r"}}]}"#,
    );
    let project = under(&page, "Project: Project");
    assert_eq!(
        project[4..],
        [
            "funding: from Ministry; amount 5 EUR; requested",
            "funding: from Ministry; amount 2 EUR; requested; a part of f"
        ]
    );
    assert_eq!(under(&page, "Other money"), ["Union", "funding: from Ministry; amount not stated"]);
}

#[test]
fn a_goal_that_serves_several_is_told_once_and_named_under_each() {
    let page = shown(
        r#"{"version": "1.0", "projects": [{"id": "p", "title": {"en": "P"}}, {"id": "q", "title": {"en": "Q"}}],
        "goals": [
            {"id": "a", "statement": {"en": "A"}, "level": "impact", "of": [{"project": "p"}], "serves": ["far"]},
            {"id": "b", "statement": {"en": "B"}, "level": "impact", "of": [{"project": "p"}]},
            {"id": "c", "statement": {"en": "C"}, "level": "outcome", "of": [{"project": "p"}], "serves": ["a", "b"], "due": "2030"},
            {"id": "d", "statement": {"en": "D"}, "level": "output", "of": [{"project": "p"}], "serves": ["c"]},
            {"id": "x", "statement": {"en": "X"}, "level": "output", "of": [{"project": "p"}], "serves": ["y"]},
            {"id": "y", "statement": {"en": "Y"}, "level": "output", "of": [{"project": "p"}], "serves": ["x"]},
            {"id": "far", "statement": {"en": "Far"}, "level": "purpose", "of": [{"project": "q"}]}]}"#,
    );
    let goals: Vec<&str> = page
        .lines()
        .skip_while(|line| *line != "Project: P")
        .filter(|line| line.contains('«'))
        .take(10)
        .map(str::trim_end)
        .collect();
    assert_eq!(
        goals,
        [
            "  impact:          «A»",
            "    serves:        «Far» (Q)",
            "    outcome:       «C» (due 2030)",
            "      output:      «D»",
            "  impact:          «B»",
            "    outcome:       «C» (see above)",
            "  output:          «X»",
            "    output:        «Y»",
            "      output:      «X» (see above)",
            "  purpose:         «Far»",
        ]
    );
}

#[test]
fn relations_are_shown_on_both_records_and_stated_on_one() {
    let page = shown(
        r#"{"version": "1.0", "networks": [
            {"id": "old", "name": {"en": "Old"}, "status": "replaced"},
            {"id": "new", "name": {"en": "New"}, "acronym": "N", "related": [{"to": {"network": "old"}, "relation": "replaces"},
                {"title": {"en": "Elder"}, "identifiers": [{"scheme": "ROR", "value": "042"}], "relation": "grew out of",
                 "basis": "implied", "reason": {"en": "It has the same chair."}}]}],
        "projects": [{"id": "p", "title": {"en": "P"}, "related": [{"to": {"network": "new"}, "relation": "spin-off"}]}]}"#,
    );
    let networks = under(&page, "Networks");
    let related = |name: &str| -> Vec<&str> {
        let own = networks.iter().skip_while(|line| *line != name);
        let first = own.map(String::as_str).skip_while(|line| !line.starts_with("related: "));
        first.take_while(|line| !line.starts_with("members")).collect()
    };
    assert_eq!(related("Old"), ["related: replaced by New (N)"]);
    assert_eq!(
        related("New (N)"),
        [
            "related: replaces Old",
            "grew out of 'Elder', ROR 042, which is not in the dataset (implied: It has the same chair.)",
            "named with the relation 'spin-off' by P"
        ]
    );
    assert!(under(&page, "Project: P").contains(&"related: spin-off: New (N)".to_owned()), "{page}");
}

#[test]
fn what_a_body_is_and_where_it_has_its_seat_is_shown_of_both_kinds() {
    let body = r#""kind": "association", "legal_status": "private", "place": "oslo", "scope": "national",
        "address": {"street": "Storgata 1", "postal_code": "0155", "locality": "Oslo", "country": "NO",
                    "point": {"latitude": "59.91", "longitude": "10.75"}},
        "founded": "1998-05", "dissolved": "2020", "places": ["no"], "member_count": 300,
        "member_count_words": {"en": "about three hundred"},
        "budgets": [{"period": {"start": "2019", "end": "2019"}, "amount": {"amount": "10", "currency": "EUR"}},
                    {"period": {"start": "2019", "end": "2019"}, "amount": {"amount": "12", "currency": "EUR"}, "revised": true}]"#;
    let page = shown(&format!(
        r#"{{"version": "1.0", "places": [{{"id": "oslo", "name": {{"en": "Oslo"}}}}, {{"id": "no", "name": {{"en": "Norway"}}}}],
        "organizations": [{{"id": "o", "name": {{"en": "Body"}}, {body}}},
            {{"id": "u", "name": {{"en": "Unit"}}, "part_of": {{"network": "n"}}}}],
        "networks": [{{"id": "n", "name": {{"en": "Net"}}, {body}}}]}}"#
    ));
    let common = [
        "kind: association",
        "legal status: private",
        "seat: Oslo",
        "address: Storgata 1, 0155 Oslo, NO, at 59.91, 10.75",
        "founded: May 1998",
        "dissolved: 2020",
        "works in: Norway",
        "budgets: 2019: 10 EUR (replaced by the revised one)",
        "2019: 12 EUR (revised)",
        "number of members: 300 ('about three hundred')",
    ];
    for heading in ["Organizations", "Networks"] {
        let lines = under(&page, heading);
        for line in common {
            assert!(lines.contains(&line.to_owned()), "{heading} without {line}: {lines:#?}");
        }
    }
    assert!(under(&page, "Networks").contains(&"units: Unit".to_owned()), "{page}");
    assert_eq!(under(&page, "Organizations")[12..], ["Unit", "part of: Net"]);
}

#[test]
fn a_project_is_shown_with_what_was_planned_and_what_it_costs() {
    let page = shown(
        r#"{"version": "1.0", "programmes": [{"id": "m", "name": {"en": "First"}}],
        "groups": [{"id": "g", "name": {"en": "farmers"}, "count": 40}],
        "organizations": [{"id": "a", "name": {"en": "A"}}, {"id": "b", "name": {"en": "B"}}, {"id": "c", "name": {"en": "C"}}],
        "projects": [{"id": "p", "title": {"en": "P"}, "programmes": ["m", "second"], "status": "ongoing",
            "period": {"start": "2010", "end": "2018"}, "planned": {"start": "2009", "end": "2015"},
            "partner_count_words": {"en": "several"}, "target_groups": ["g"],
            "budget": {"amount": "90", "currency": "EUR"},
            "budgets": [{"amount": {"amount": "30", "currency": "EUR"}}]}],
        "participations": [
            {"id": "1", "party": {"organization": "a"}, "project": "p", "role": "partner", "period": {"start": "2010", "end": "2014"}},
            {"id": "2", "party": {"organization": "b"}, "project": "p", "role": "partner", "period": {"start": "2014"}},
            {"id": "3", "party": {"organization": "c"}, "project": "p", "role": "lead partner", "status": "ongoing"}]}"#,
    );
    let project = under(&page, "Project: P");
    assert_eq!(
        project,
        [
            "programmes: First, second",
            "status: ongoing",
            "period: 2010 to 2018, 86 to 108 months",
            "planned 2009 to 2015",
            "number of partners: 'several'",
            "named as partners: 3, no more than 2 at one time",
            "participants: A: partner since 2010, left 2014",
            "B: partner (since 2014)",
            "C: lead partner, ongoing",
            "target groups: 40 farmers",
            "budget: 90 EUR",
            "budgets: 30 EUR",
            "funding: not stated",
        ]
    );
}

#[test]
fn money_that_is_passed_on_is_shown_under_the_money_that_it_comes_from() {
    let page = shown(
        r#"{"version": "1.0", "organizations": [{"id": "o", "name": {"en": "Ministry"}}, {"id": "r", "name": {"en": "Union"}},
            {"id": "s", "name": {"en": "Club"}}],
        "projects": [{"id": "p", "title": {"en": "P"}}, {"id": "q", "title": {"en": "Q"}}],
        "funding": [
            {"id": "far", "of": {"project": "q"}, "funder": {"organization": "r"}, "out_of": "main", "amount": {"amount": "7", "currency": "EUR"}},
            {"id": "sub", "of": {"project": "p"}, "funder": {"organization": "r"}, "recipient": {"organization": "s"}, "out_of": "main",
             "amount": {"amount": "40", "currency": "EUR"}},
            {"id": "main", "title": {"en": "Grant"}, "of": {"project": "p"}, "funder": {"organization": "o"}, "recipient": {"organization": "r"},
             "amount": {"amount": "100", "currency": "EUR"}},
            {"id": "first", "part_of": "main", "amount": {"amount": "50", "currency": "EUR"}, "status": "disbursed"}]}"#,
    );
    let lines: Vec<&str> = page.lines().filter(|line| line.contains("funding:")).collect();
    assert_eq!(
        lines,
        [
            "  funding:         from Ministry to Union; 'Grant'; amount 100 EUR",
            "    funding:       from Ministry; amount 50 EUR; disbursed; a part of 'Grant'",
            "    funding:       from Union to Club; amount 40 EUR; passed on from 'Grant'",
            "  funding:         from Union; amount 7 EUR; passed on from 'Grant'",
        ]
    );
}

#[test]
fn the_page_has_no_line_that_the_program_did_not_break() {
    let page = shown(
        r#"{"version": "1.0", "title": {"en": "One\nTwo\u001b[2J"}, "projects": [{"id": "j", "title": {"en": "\u202eP\u0007"}}]}"#,
    );
    assert!(page.starts_with("One\\nTwo\\u{1b}[2J\n"), "{page}");
    assert!(page.contains("\nProject: \\u{202e}P\\u{7}\n───────────────────────\n"), "{page}");
    assert!(!page.contains(|letter: char| letter.is_control() && letter != '\n'));
}

#[test]
fn money_says_who_pays_whom_what_could_not_be_read_and_what_was_planned() {
    let desk = Desk::new("show-money");
    desk.put(
        "d.json",
        r#"{"version": "1.0",
            "organizations": [{"id": "a", "name": {"en": "A"}}, {"id": "c", "name": {"en": "C"}}],
            "programmes": [{"id": "b", "name": {"en": "B"}, "owner": {"organization": "a"}}],
            "projects": [{"id": "p", "title": {"en": "P"}, "planned": {"start": "2020-01-01"}}],
            "funding": [{"id": "f", "of": {"project": "p"}, "funder": {"organization": "a"}, "recipient": {"organization": "c"},
                "programme": "b", "extensions": {"org.threesixtygiving.unread": ["/amountAwarded"]}}]}"#,
    );
    let (page, ..) = desk.done("show", &["--lang", "en", "d.json"]);
    assert!(page.contains("from A to C; programme B; amount not readable"), "{page}");
    assert!(page.contains("planned start: 1 January 2020"), "{page}");
    let (page, ..) = desk.done("funds", &["--lang", "en", "d.json"]);
    assert!(
        page.contains("Not included in the sums: 1 funding record with an amount that could not be read."),
        "{page}"
    );
}

#[test]
fn a_page_opens_at_the_record_that_is_asked_for_with_the_map_around_it() {
    let desk = Desk::new("page-focus");
    let content = |arguments: &[&str]| -> serde_json::Value {
        let (page, told, code) = desk.done("page", &[&["--today", "none"], arguments].concat());
        assert_eq!(code, 0, "{told}");
        let (_, rest) = page.split_once("type=\"application/json\"").unwrap();
        let json = rest.split_once('>').unwrap().1.split("</script>").next().unwrap();
        serde_json::from_str(json).unwrap()
    };
    let whole = content(&[]);
    let boxes = |page: &serde_json::Value| page["map"]["places"].as_array().unwrap().len();
    assert_eq!(whole.get("focus"), None);
    for wanted in ["project/feva", "Financial Education for Vulnerable Adults", "FEVA"] {
        let page = content(&["--focus", wanted]);
        assert_eq!(page["focus"], serde_json::json!(["project", "feva"]), "{wanted}");
        assert!(page["map"]["svg"].as_str().unwrap().contains("class=\"project focus\""), "{wanted}");
        assert!(boxes(&page) > 5 && boxes(&page) < boxes(&whole) / 2, "{}", boxes(&page));
        assert_eq!(page["records"], whole["records"], "all records are on the page");
    }
    // A place has no box: the map is the whole one.
    let page = content(&["--focus", "place/norge"]);
    assert_eq!((&page["focus"][1], boxes(&page)), (&serde_json::json!("norge"), boxes(&whole)));
    let (_, told, code) = desk.done("page", &["--focus", "feva"]);
    assert_eq!(
        (told.as_str(), code),
        ("error: 'feva' may be several records; choose one of them: project/feva, goal/feva\n", 2)
    );
}
