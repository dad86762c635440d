//! What the tables of `funds` tell, of the documented dataset and of others.

use crate::desk::Desk;
use cooperation::Dataset;
use cooperation_cli::funds::page;
use cooperation_cli::reader::Reader;

/// The lines of one table, each with single spaces.
fn rows(page: &str, heading: &str) -> Vec<String> {
    let table = page.split("\n\n").skip_while(|part| part.trim() != heading).nth(1).expect(heading);
    table.lines().skip(2).map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn the_documented_dataset_names_one_programme_that_pays_and_no_amount() {
    let dataset =
        Dataset::from_json(include_str!("../../../examples/data/microfinance-norway.json")).unwrap();
    let page = page(&Reader::new(&dataset, "en")).unwrap();
    assert_eq!(rows(&page, "Who funds what"), ["programme Nordplus Prosjektet Norden"]);
    assert_eq!(rows(&page, "How much, by programme and year"), ["Nordplus 0 1"]);
    assert!(page.contains("\n  not stated of any: to, since when, amount, kind, status\n"));
    assert!(page.contains("\n  not stated of any: year, status, sums\n"));
    let silent = rows(&page, "Projects of whose funding nothing is stated");
    assert_eq!(silent[0], "Access to Microfinance for SMEs Interreg Europe April 2016 to March 2021");
    assert!(!page.contains("by funder"), "an owner is no funder");
}

#[test]
fn who_what_where_and_since_when_stand_in_one_row() {
    let json = r#"{"version": "1.0",
        "places": [{"id": "no", "name": {"en": "Norway"}}, {"id": "se", "name": {"en": "Sweden"}}],
        "organizations": [{"id": "bank", "name": {"en": "Bank"}}, {"id": "ngo", "name": {"en": "NGO"}, "place": "se"}],
        "projects": [{"id": "p", "title": {"en": "Project"}, "places": ["no"]}],
        "funding": [
            {"id": "f", "funder": {"organization": "bank"}, "programme": "call", "of": {"project": "p"},
             "recipient": {"organization": "ngo"}, "date": "2016-04", "period": {"start": "2016", "end": "2018"},
             "amount": {"amount": "100.50", "currency": "EUR"}, "kind": "grant", "status": "committed"},
            {"id": "g", "part_of": "f", "recipient": {"organization": "ngo"}, "amount": {"amount": "40", "currency": "EUR"}}]}"#;
    let dataset = Dataset::from_json(json).unwrap();
    let page = page(&Reader::new(&dataset, "en")).unwrap();
    assert_eq!(
        rows(&page, "Who funds what"),
        [
            "Bank, programme call Project NGO Norway April 2016, for 2016 to 2018 100.50 EUR grant committed",
            "not stated a part of f NGO Sweden not stated 40 EUR not stated not stated"
        ]
    );
    assert_eq!(rows(&page, "How much, by programme and year"), ["call 2016 committed 100.50 EUR 1 0"]);
    assert_eq!(rows(&page, "How much, by funder and year"), ["Bank call 2016 committed 100.50 EUR 1 0"]);
    assert!(!page.contains("nothing is stated"));
    assert!(page.contains("Sums of different status do not add up"));
}

#[test]
fn the_made_up_consortium_is_told_to_the_penny() {
    let dataset =
        Dataset::from_json(include_str!("../../../examples/data/rural-credit-unions.json")).unwrap();
    let page = page(&Reader::new(&dataset, "en")).unwrap();
    let told = rows(&page, "Who funds what").join(" ");
    assert!(told.contains("870,000 EUR grant"), "{told}");
    assert!(told.contains("the project: 1"), "{told}");
    assert!(told.contains("2023, for two 75,000 GBP grant committed"), "{told}");
    assert!(told.contains("Well Street a part of 'to Alliance of United Kingdom October 2023"), "{told}");
    assert!(page.contains("If a grant and its instalments have the same status, only the grant is counted."));
    assert_eq!(
        rows(&page, "How much, by funder and year"),
        [
            "Hartland Agricultural College not stated not stated 38,000 GBP 1 0",
            "Well Street Foundation 2023 committed 75,000 GBP 1 0",
            "Well Street Foundation 2023 disbursed 30,000 GBP 1 0"
        ]
    );
}

#[test]
fn no_table_is_wider_than_its_page_and_no_word_is_broken_for_it() {
    let dataset =
        Dataset::from_json(include_str!("../../../examples/data/rural-credit-unions.json")).unwrap();
    let page = page(&Reader::new(&dataset, "en")).unwrap();
    let widest = page.lines().map(|line| line.chars().count()).max();
    assert_eq!(widest, Some(120), "{page}");
    for whole in ["Neighbours", "Agricultural", "allocation", "870,000 EUR", "September", "Foundation"] {
        assert!(page.lines().any(|line| line.contains(whole)), "{whole} is broken:\n{page}");
    }
}

#[test]
fn a_dataset_without_money_says_so() {
    let dataset = Dataset::from_json(r#"{"version": "1.0"}"#).unwrap();
    let page = page(&Reader::new(&dataset, "en")).unwrap();
    assert_eq!(page, "Who funds what\n\n  not stated\n\nHow much, by programme and year\n\n  not stated\n");
}

#[test]
fn long_names_go_on_in_the_next_line_and_nothing_is_cut() {
    let name = "x".repeat(80);
    let json = format!(
        r#"{{"version": "1.0", "organizations": [{{"id": "o", "name": {{"en": "a \\u0007b {name}"}}}}],
        "funding": [{{"id": "f", "recipient": {{"organization": "o"}}}}]}}"#
    );
    let page = page(&Reader::new(&Dataset::from_json(&json).unwrap(), "en")).unwrap();
    assert_eq!(page.matches('x').count(), 80);
    assert!(!page.contains('\u{7}'));
    let table = page.split("\n\n").nth(1).unwrap();
    assert!(table.lines().all(|line| line.chars().count() < 160), "{table}");
}

#[test]
fn programmes_of_one_name_are_told_apart() {
    let json = r#"{"version": "1.0",
        "programmes": [{"id": "a", "name": {"en": "Call"}}, {"id": "b", "name": {"en": "Call"}}, {"id": "c", "name": {"en": "Fund"}}],
        "funding": [{"id": "1", "programme": "a"}, {"id": "2", "programme": "b"}, {"id": "3", "programme": "c"}]}"#;
    let page = page(&Reader::new(&Dataset::from_json(json).unwrap(), "en")).unwrap();
    assert_eq!(rows(&page, "How much, by programme and year"), ["Call (a) 0 1", "Call (b) 0 1", "Fund 0 1"]);
}

#[test]
fn a_period_that_is_open_is_told_as_one() {
    let json = r#"{"version": "1.0", "projects": [{"id": "p", "title": {"en": "P"}, "period": {}}], "funding": [
        {"id": "1", "period": {"start": "2019-02"}}, {"id": "2", "period": {"end": "2020"}},
        {"id": "3", "period": {"start": "2019", "stated_duration": "P2Y"}}, {"id": "4", "period": {}},
        {"id": "5", "date": "2018", "period": {"start": "2019"}}, {"id": "6", "of": {"project": "p"}}]}"#;
    let page = page(&Reader::new(&Dataset::from_json(json).unwrap(), "en")).unwrap();
    assert_eq!(
        rows(&page, "Who funds what"),
        [
            "not stated for the time since February 2019",
            "not stated for the time until 2020",
            "not stated for two years since 2019",
            "not stated not stated",
            "not stated 2018, for the time since 2019",
            "P not stated",
        ]
    );
}

#[test]
fn funders_of_one_name_are_told_apart_and_money_without_a_funder_is_counted() {
    let json = r#"{"version": "1.0",
        "organizations": [{"id": "a", "name": {"en": "Fund"}}, {"id": "b", "name": {"en": "Bank"}}],
        "networks": [{"id": "c", "name": {"en": "Fund"}}],
        "funding": [{"id": "1", "funder": {"organization": "a"}}, {"id": "2", "funder": {"organization": "b"}},
            {"id": "3", "funder": {"network": "c"}}, {"id": "4", "part_of": "1"}, FREE]}"#;
    let page = |free: &str| {
        let dataset = Dataset::from_json(&json.replace("FREE", free)).unwrap();
        page(&Reader::new(&dataset, "en")).unwrap()
    };
    let one = page(r#"{"id": "5"}"#);
    assert_eq!(rows(&one, "How much, by funder and year"), ["Fund (a) 0 1", "Bank 0 1", "Fund (c) 0 1"]);
    assert!(one.contains("\n\n  Not in this table: 1 funding record without a funder.\n"), "{one}");
    let two = page(r#"{"id": "5"}, {"id": "6"}"#);
    assert!(two.contains("  Not in this table: 2 funding records without a funder.\n"), "{two}");
    let none = page(r#"{"id": "5", "funder": {"organization": "b"}}"#);
    assert!(!none.contains("Not in this table"), "{none}");
}

#[test]
fn columns_stand_under_each_other_where_letters_are_wide() {
    let name = "農村金融と信用組合の協力のための全国基金と地域の小さな企業".repeat(2);
    let json = format!(
        r#"{{"version": "1.0", "organizations": [{{"id": "a", "name": {{"ja": "{name}"}}}}, {{"id": "b", "name": {{"en": "Bank"}}}}],
        "funding": [{{"id": "1", "funder": {{"organization": "a"}}, "amount": {{"amount": "5", "currency": "JPY"}}}},
            {{"id": "2", "funder": {{"organization": "b"}}, "amount": {{"amount": "7", "currency": "JPY"}}}}]}}"#
    );
    let page = page(&Reader::new(&Dataset::from_json(&json).unwrap(), "ja")).unwrap();
    assert!(page.lines().all(|line| cooperation_cli::reader::width(line) <= 120), "{page}");
    let written: String = page.chars().filter(|letter| name.contains(*letter)).collect();
    assert_eq!(written, name.repeat(2), "letters are lost:\n{page}");
    let table = page.split("\n\n").nth(1).unwrap();
    let ends: Vec<usize> = table
        .lines()
        .filter_map(|line| line.split_once("JPY").map(|(before, _)| cooperation_cli::reader::width(before)))
        .collect();
    assert!(ends.len() == 2 && ends[0] == ends[1], "{ends:?}\n{page}");
}

#[test]
fn money_for_a_part_of_a_project_is_stated_of_the_project() {
    let json = r#"{"version": "1.0",
        "projects": [{"id": "p", "title": {"en": "By its part"}}, {"id": "a", "title": {"en": "By its activity"}},
            {"id": "d", "title": {"en": "By what is done for its part"}}, {"id": "s", "title": {"en": "Silent"}}],
        "participations": [{"id": "p", "party": {"organization": "o"}, "project": "p"},
            {"id": "d", "party": {"organization": "o"}, "project": "d"}],
        "activities": [{"id": "a", "title": {"en": "A"}, "of": [{"project": "a"}]},
            {"id": "b", "title": {"en": "B"}, "of": [{"activity": "a"}]}, {"id": "d", "title": {"en": "D"}, "of": [{"participation": "d"}]},
            {"id": "s", "title": {"en": "S"}, "of": [{"project": "s"}]}, {"id": "t", "title": {"en": "T"}, "of": [{"activity": "t"}]}],
        "funding": [{"id": "1", "of": {"participation": "p"}}, {"id": "2", "of": {"activity": "b"}}, {"id": "3", "of": {"activity": "d"}}]}"#;
    let page = page(&Reader::new(&Dataset::from_json(json).unwrap(), "en")).unwrap();
    assert_eq!(rows(&page, "Projects of whose funding nothing is stated"), ["Silent"]);
}

#[test]
fn money_is_summed_by_currency_and_what_is_paid_stands_apart_from_what_is_promised() {
    let dataset =
        Dataset::from_json(include_str!("../../../examples/data/rural-credit-unions.json")).unwrap();
    let page = page(&Reader::new(&dataset, "en")).unwrap();
    assert_eq!(
        rows(&page, "How much, by programme and year"),
        [
            "not stated not stated not stated 38,000 GBP 1 0",
            "not stated 2023 committed 75,000 GBP 1 0",
            "not stated 2023 disbursed 30,000 GBP 1 0",
            "Neighbours in Finance not stated not stated 870,000 EUR 1 0",
        ]
    );
}

#[test]
fn money_that_is_passed_on_is_counted_once_and_shown_with_each_funder() {
    let json = r#"{"version": "1.0", "places": [{"id": "no", "name": {"en": "Norway"}}],
        "organizations": [{"id": "o", "name": {"en": "Ministry"}}, {"id": "r", "name": {"en": "Union"}}],
        "programmes": [{"id": "m", "name": {"en": "Call"}, "budget": {"amount": "999", "currency": "EUR"}}],
        "projects": [{"id": "p", "title": {"en": "P"}, "budget": {"amount": "777", "currency": "EUR"}},
            {"id": "s", "title": {"en": "Silent"}, "programmes": ["m", "n"], "planned": {"start": "2030"},
             "budget": {"amount": "555", "currency": "EUR"}}],
        "funding": [
            {"id": "main", "of": {"project": "p"}, "funder": {"organization": "o"}, "programme": "m", "date": "2020",
             "places": ["no"], "amount": {"amount": "100", "currency": "EUR"}},
            {"id": "sub", "of": {"project": "p"}, "funder": {"organization": "r"}, "programme": "m", "date": "2020", "out_of": "main",
             "planned": {"start": "2021", "end": "2022"}, "amount": {"amount": "40", "currency": "EUR"}}]}"#;
    let page = page(&Reader::new(&Dataset::from_json(json).unwrap(), "en")).unwrap();
    assert_eq!(
        rows(&page, "Who funds what"),
        [
            "Ministry, programme Call P Norway 2020 100 EUR",
            "Union, programme Call P; passed on from main not stated 2020, planned for 2021 to 2022 40 EUR"
        ]
    );
    assert_eq!(
        rows(&page, "How much, by programme and year"),
        ["Call 2020 100 EUR 1 0"],
        "140 would count 40 twice"
    );
    assert_eq!(
        rows(&page, "How much, by funder and year"),
        ["Ministry Call 2020 100 EUR 1 0", "Union Call 2020 40 EUR 1 0"]
    );
    assert!(page.contains("Money that a recipient passes on is counted once"));
    assert_eq!(
        rows(&page, "Projects of whose funding nothing is stated"),
        ["Silent Call, n planned start: 2030 555 EUR"]
    );
    assert!(!page.contains("999"), "a budget is no funding");
    assert_eq!(
        rows(&page, "Budgets of projects and partners"),
        ["P the whole project 777 EUR", "Silent the whole project 555 EUR"]
    );
}

#[test]
fn money_for_a_goal_of_a_project_is_stated_of_the_project() {
    let json = r#"{"version": "1.0", "projects": [{"id": "p", "title": {"en": "P"}}, {"id": "q", "title": {"en": "Q"}}],
        "goals": [{"id": "g", "statement": {"en": "G"}, "level": "output", "of": [{"project": "p"}, {"goal": "g"}]}],
        "funding": [{"id": "1", "of": {"goal": "g"}}]}"#;
    let page = page(&Reader::new(&Dataset::from_json(json).unwrap(), "en")).unwrap();
    assert_eq!(rows(&page, "Projects of whose funding nothing is stated"), ["Q"]);
}

#[test]
fn filters_select_funding_records_by_their_own_date() {
    let desk = Desk::new("funds-filter");
    desk.put(
        "d.json",
        r#"{"version": "1.0",
            "organizations": [{"id": "trust", "name": {"en": "Trust"}}],
            "projects": [{"id": "p", "title": {"en": "P"}, "period": {"start": "2023", "end": "2023"}}],
            "funding": [
                {"id": "grant", "funder": {"organization": "trust"}, "status": "committed", "date": "2022",
                 "amount": {"amount": "500", "currency": "EUR"}},
                {"id": "paid", "part_of": "grant", "status": "disbursed", "date": "2023",
                 "amount": {"amount": "70", "currency": "EUR"}},
                {"id": "undated", "of": {"project": "p"}, "amount": {"amount": "9", "currency": "EUR"}}
            ]}"#,
    );
    let (page, told, code) = desk.done("funds", &["--year", "2023", "d.json"]);
    assert_eq!(code, 0, "{told}");
    assert!(page.contains("70 EUR") && page.contains("Trust"), "{page}");
    assert!(!page.contains("500 EUR") && !page.contains("9 EUR\n"), "{page}");
    let (_, told, code) = desk.done("funds", &["--year", "1999", "d.json"]);
    assert_eq!(
        (told.trim(), code),
        ("error: no funding record matches the filters; --kind selects another kind of record", 2)
    );
    let (page, ..) = desk.done("funds", &["--year", "2023", "--kind", "project", "d.json"]);
    assert!(page.contains("9 EUR") && !page.contains("70 EUR"), "{page}");
}
