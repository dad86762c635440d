//! What the page of `show` tells.

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
    let page = page(&Reader::new(&dataset, "nb"));
    let emn = &under(&page, "Networks")[..4];
    assert_eq!(emn[0], "European Microfinance Network (EMN)");
    assert_eq!(emn[3], "members Mikrofinans Norge");
    let project = under(&page, "Project: Access to Microfinance for SMEs (ATM)");
    assert!(project.contains(&"period 2016-04 to 2021-03, 60 months, stated as P5Y: they agree".to_owned()));
    assert_eq!(project.last().unwrap(), "funding not stated");
    for absent in ["Organizations", "Programmes", "Other money"] {
        assert!(!page.lines().any(|line| line == absent), "nothing stands under {absent}");
    }
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
    assert_eq!(under(&page, "Organizations"), ["Union", "members A (2001 to 2005), B (chair)"]);
    assert!(under(&page, "Networks").contains(&"members A (until 2010)".to_owned()), "{page}");
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
    assert_eq!(under(&page, "Organizations"), ["Ministry", "purpose «G1»", "funding q; amount 5 EUR"]);
    assert_eq!(under(&page, "Programmes"), ["Call", "purpose «G2»", "funding not stated; amount 2 EUR"]);
    assert_eq!(under(&page, "Networks").last().unwrap(), "funding not stated; amount 1 EUR");
    let project = under(&page, "Project: Project");
    assert_eq!(
        project[4..],
        [
            "part Ministry's part of Project",
            "funding not stated; amount 3 EUR",
            "activity Course",
            "activity Lesson",
            "funding not stated; amount 4 EUR",
            "funding not stated"
        ]
    );
    assert!(
        page.contains("\n    activity     Lesson\n      funding    not stated; amount 4 EUR\n"),
        "{page}"
    );
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
        project[3..],
        [
            "funding from Ministry; amount 5 EUR, requested",
            "funding from Ministry; amount 2 EUR, requested, a part of f"
        ]
    );
    assert_eq!(under(&page, "Other money"), ["Union", "funding from Ministry; amount not stated"]);
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
