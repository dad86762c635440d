//! What `query` promises: its answers, with the words of the source and its certainty.

use cooperation::{Dataset, Period, RecordKind, Truth};
use cooperation_cli::query::{
    DOCUMENTED as QUESTIONS, QUESTIONS as QUESTIONS_OF_ANY, Wanted, asked, documented, menu, own_projects,
};
use cooperation_cli::reader::Reader;
use serde_json::Value;

fn dataset() -> Dataset {
    Dataset::from_json(include_str!("../../../examples/data/microfinance-norway.json")).unwrap()
}

fn lines(question: usize) -> Vec<String> {
    let dataset = dataset();
    QUESTIONS[question - 1].1(&Reader::new(&dataset, "en")).unwrap().lines
}

#[test]
fn every_answer_says_something_and_is_quoted() {
    let dataset = dataset();
    let reader = Reader::new(&dataset, "en");
    for (question, ask) in QUESTIONS {
        let answer = ask(&reader).unwrap();
        assert!(!answer.lines.is_empty(), "{question}");
        assert!(
            !answer.quotes.is_empty() || answer.lines.iter().all(|line| line.contains('«')),
            "{question}"
        );
    }
}

#[test]
fn a_year_at_the_edge_of_a_period_is_certain_in_one_month_alone() {
    let expected = [
        "yes       Fostering Gender Equality: Meeting the Entrepreneurship and Microfinance Challenge (2006 to 2007)",
        "          certain in January 2007",
        "          possible in February to December 2007",
        "yes       Financial Education for Vulnerable Adults (2007 to 2009)",
        "          certain in December 2007",
        "          possible in January to November 2007",
        "unknown   Prosjektet: its dates are not stated",
    ];
    assert_eq!(lines(1), expected);
}

#[test]
fn a_year_inside_a_period_is_certain_in_every_month() {
    let expected = [
        "yes       Financial Education for Vulnerable Adults (2007 to 2009)",
        "          certain in January to December 2008",
        "unknown   Prosjektet: its dates are not stated",
    ];
    assert_eq!(lines(2), expected);
}

#[test]
fn years_without_a_dated_project_are_unknown_while_one_project_is_undated() {
    let dataset = dataset();
    let reader = Reader::new(&dataset, "en");
    let years = Period::between("2010".parse().unwrap(), "2015".parse().unwrap());
    let found: Vec<_> = reader.index.projects_overlapping(&years).collect();
    let [(project, Truth::Unknown)] = found[..] else { panic!("{found:?}") };
    assert_eq!(project.id.as_str(), "nordic-network-project");
    assert!(own_projects(&reader).unwrap().contains(&project));
}

#[test]
fn goals_are_told_in_the_words_of_the_source() {
    let expected = [
        "Goal 1: Develop an innovative business and scientific community who are international\u{a0}leader in bio-economy.",
        "Goal 2: Assist more entrepreneurs with establishing new enterprises",
    ];
    assert_eq!(lines(3), expected);
    assert_eq!(lines(4)[0], "«to contribute to strengthening Follo as business region»");
    assert_eq!(lines(4)[1], "of The Follo Joint board; goals 1 and 2 serve it");
    assert_eq!(lines(15), ["«Mer tilgang til finansiering for de minste foretakene»"]);
}

#[test]
fn what_the_source_is_silent_on_is_not_stated() {
    assert_eq!(lines(5)[1], "their names: not stated");
    assert_eq!(lines(6)[1], "    kind education, owner Nordisk ministerråd, amount not stated");
    assert_eq!(lines(7)[0], "ATM: not stated; it is under Interreg Europe");
    assert_eq!(lines(7)[2], "FEVA: not stated");
    assert_eq!(lines(8)[0], "not stated  ATM");
    assert_eq!(lines(8)[2], "yes         FEVA");
    assert_eq!(lines(10)[0], "9           ATM");
    assert_eq!(lines(11)[1], "whether the Follo cooperation platform is one of them: not stated");
    assert_eq!(lines(13).last().unwrap(), "dates: not stated");
}

#[test]
fn lengths_are_as_exact_as_the_dates() {
    let told = lines(9);
    assert_eq!(told[1], "    five years, touching 6 calendar years; stated as five years, which agrees");
    assert_eq!(told[3], "    2 to 24 months, touching 2 calendar years");
    assert_eq!(told[5], "    14 to 36 months, touching 3 calendar years");
}

#[test]
fn networks_links_and_what_is_not_yet_so_are_told_apart() {
    assert_eq!(lines(16)[0], "European Microfinance Network (EMN): member");
    assert!(lines(16)[1].starts_with("Nordisk Mikrofinans Nettverk: in development, worked on with"));
    assert_eq!(lines(17)[2], "Nordisk Mikrofinans Nettverk: no address («link til hjemmeside»)");
    let words = |start: &str| lines(18).iter().filter(|line| line.starts_with(start)).count();
    assert_eq!((words("planned"), words("intended"), words("attributed")), (4, 3, 1));
}

fn consortium() -> Dataset {
    Dataset::from_json(include_str!("../../../examples/data/rural-credit-unions.json")).unwrap()
}

fn wanted(ask: Option<&str>, about: Option<&str>, date: Option<&str>) -> Wanted {
    let mut wanted = Wanted::default();
    wanted.ask = ask.map(str::to_owned);
    wanted.about = about.map(str::to_owned);
    wanted.date = date.map(|date| date.parse().unwrap());
    wanted
}

/// What is told of a dataset, without the words that the answers rest on.
fn told(dataset: &Dataset, ask: Option<&str>, about: Option<&str>, date: Option<&str>) -> Vec<String> {
    let wanted = wanted(ask, about, date);
    let page = asked(&Reader::new(dataset, "en"), &wanted).unwrap_or_else(|error| error.to_string());
    let is_quote = |line: &&str| line.trim_start().starts_with("stated  ");
    page.lines()
        .filter(|line| !is_quote(line) && !line.is_empty())
        .map(|line| line.trim().to_owned())
        .collect()
}

#[test]
fn the_same_questions_are_asked_of_any_dataset() {
    let dataset = consortium();
    let partners = told(&dataset, Some("partners"), Some("fairfield"), None);
    assert_eq!(partners.len(), 8);
    assert_eq!(partners[2], "number of partners: 5");
    assert_eq!(partners[3], "Alliance of Rural Credit Unions (ARCU): lead partner, budget 412,500.50 EUR");
    assert_eq!(
        told(&dataset, Some("memberships"), Some("arcu"), None)[2..],
        [
            "European Rural Finance Network (ERFN): member (since March 2011)",
            "European Rural Finance Network (ERFN): board member"
        ]
    );
    assert_eq!(
        told(&dataset, Some("money"), Some("arcu"), None)[2..],
        [
            "75,000 GBP from Well Street Foundation to Alliance of Rural Credit Unions (ARCU): to train volunteers as \
             money advisers (2023, for two years, grant, committed)",
            "30,000 GBP from Well Street Foundation to Alliance of Rural Credit Unions (ARCU): a part of 'to train \
             volunteers as money advisers' (October 2023, grant, disbursed)"
        ]
    );
    assert_eq!(
        told(&dataset, Some("goals"), Some("fairfield"), None)[2],
        "output 1: «1,200 small businesses get their first loan by the end of the project»"
    );
    assert_eq!(
        told(&dataset, None, None, Some("2023-05"))[1],
        "yes       Fair Credit for Farms and Villages (1 September 2022 to 31 August 2025)"
    );
    assert_eq!(told(&dataset, Some("projects"), Some("hartland"), Some("2026")), ["not stated: projects"]);
    let all = told(&dataset, None, Some("arcu"), None);
    assert!(all.contains(&"Who are its members?".to_owned()));
    assert_eq!(all.last().unwrap(), "not stated: goals, activities, barriers, links, not-yet-so");
}

#[test]
fn a_sum_is_told_where_something_is_added_up() {
    let json = r#"{"version": "1.0", "programmes": [{"id": "p", "name": {"en": "Call"}}], "funding": [
        {"id": "a", "programme": "p", "date": "2020", "amount": {"amount": "0.10", "currency": "EUR"}},
        {"id": "b", "programme": "p", "date": "2020-05", "amount": {"amount": "0.20", "currency": "EUR"}},
        {"id": "c", "programme": "p", "date": "2020"}]}"#;
    let dataset = Dataset::from_json(json).unwrap();
    let lines = told(&dataset, Some("money"), None, None);
    assert_eq!(
        lines[5],
        "in all, from Call, year 2020, status not stated: 0.30 EUR (2 counted, and 1 without an amount)"
    );
    assert_eq!(lines.len(), 6);
}

#[test]
fn one_dataset_or_the_other_answers_every_question() {
    let (one, other) = (dataset(), consortium());
    let menus = [&one, &other].map(|dataset| menu(&Reader::new(dataset, "en")).unwrap());
    for question in QUESTIONS_OF_ANY {
        let shown = format!("--ask {} --about ", question.name);
        assert!(menus.iter().any(|menu| menu.contains(&shown)), "{}", question.name);
        for dataset in [&one, &other] {
            assert!(!told(dataset, Some(question.name), None, None).is_empty());
        }
    }
    assert!(menus[1].contains("Not stated about any record: links."));
}

#[test]
fn a_question_that_does_not_fit_says_what_would() {
    let dataset = consortium();
    assert_eq!(
        told(&dataset, Some("members"), Some("fairfield"), None),
        [
            "'members' is asked about: organization, network; the dataset has none of these with the id fairfield"
        ]
    );
    assert_eq!(
        told(&dataset, None, Some("nobody\u{7}"), None),
        ["no record has the id, acronym or name 'nobody\\u{7}'"]
    );
    assert!(told(&dataset, None, Some("projekt/x"), None)[0].contains("before the slash expected the kind"));
    assert_eq!(told(&dataset, Some("goals"), None, Some("2020")), ["--in is for the question 'projects'"]);
    // An id that records of two kinds have, and one of them.
    let dataset = self::dataset();
    let both = told(&dataset, Some("evidence"), Some("feva"), None);
    assert!(both.iter().any(|line| line.ends_with("(project feva)")));
    assert!(both.iter().any(|line| line.ends_with("(goal feva)")));
    let one = told(&dataset, Some("evidence"), Some("goal/feva"), None);
    assert!(!one.iter().any(|line| line.ends_with("(project feva)")));
}

#[test]
fn a_question_is_asked_by_its_number() {
    let dataset = dataset();
    let reader = Reader::new(&dataset, "en");
    let page = documented(&reader, Some(15)).unwrap();
    assert!(page.starts_with("15  What is at the centre"), "{page}");
    assert!(page.contains("    «Mer tilgang til finansiering for de minste foretakene»\n"));
    let error = documented(&reader, Some(19)).unwrap_err();
    assert_eq!(error.to_string(), "the questions have the numbers 1 to 18");
}

#[test]
fn a_length_tells_what_is_stated_of_it() {
    let json = r#"{"version": "1.0", "projects": [
        {"id": "a", "title": {"en": "A"}, "period": {"start": "2010-01", "stated_duration": "P5Y"}},
        {"id": "b", "title": {"en": "B"}, "period": {"start": "2010-01"}},
        {"id": "c", "title": {"en": "C"}, "period": {"end": "2015", "stated_duration": "P6M"}},
        {"id": "d", "title": {"en": "D"}, "period": {"stated_duration": "P5Y"}},
        {"id": "e", "title": {"en": "E"}, "period": {"start": "2014", "end": "2011"}},
        {"id": "f", "title": {"en": "F"}}]}"#;
    let lines = told(&Dataset::from_json(json).unwrap(), Some("length"), None, None);
    let lengths: Vec<&str> = lines.iter().skip(2).step_by(2).map(String::as_str).collect();
    assert_eq!(
        lengths,
        [
            "A: since January 2010, stated as five years",
            "B: since January 2010",
            "C: until 2015, stated as six months",
            "D: stated as five years, dates not stated",
            "E: 2014 to 2011; the start is after the end",
            "F: not stated"
        ]
    );
}

const PARTS: &str = r#"{"version": "1.0",
    "organizations": [{"id": "o", "name": {"en": "Ministry"}}, {"id": "r", "name": {"en": "Union"}}],
    "programmes": [{"id": "p", "name": {"en": "Call"}}], "projects": [{"id": "j", "title": {"en": "Project"}}],
    "funding": [
        {"id": "whole", "funder": {"organization": "o"}, "programme": "p", "recipient": {"organization": "r"},
         "of": {"project": "j"}, "date": "2020", "amount": {"amount": "100", "currency": "EUR"}, "status": "committed"},
        {"id": "paid", "part_of": "whole", "date": "2021", "amount": {"amount": "40", "currency": "EUR"}, "status": "disbursed"},
        {"id": "late", "part_of": "paid", "date": "2022", "amount": {"amount": "10", "currency": "EUR"}, "status": "planned"},
        {"id": "theirs", "part_of": "whole", "funder": {"organization": "r"}, "programme": "q", "recipient": {"organization": "o"},
         "of": {"programme": "p"}, "amount": {"amount": "1", "currency": "EUR"}}]}"#;

#[test]
fn money_is_listed_with_the_parts_that_take_after_it() {
    let dataset = Dataset::from_json(PARTS).unwrap();
    for about in ["programme/p", "project/j"] {
        let lines = told(&dataset, Some("money"), Some(about), None);
        let amounts: Vec<&str> =
            lines.iter().filter_map(|line| line.split_once(" EUR")).map(|(amount, _)| amount).collect();
        let expected: &[&str] =
            if about == "project/j" { &["100", "40", "10"] } else { &["1", "100", "40", "10"] };
        assert_eq!(amounts, expected, "{about}: nothing is added up here");
    }
    let lines = told(&dataset, Some("money"), Some("o"), None);
    assert_eq!(lines.iter().filter(|line| line.contains("a part of whole")).count(), 2, "{lines:#?}");
}

#[test]
fn sums_are_told_wherever_they_say_more_than_the_list() {
    // Two amounts are one sum, and a part of another status is a second: as many sums as records name the programme.
    let json = r#"{"version": "1.0", "programmes": [{"id": "p", "name": {"en": "Call"}}], "funding": [
        {"id": "a", "programme": "p", "date": "2020", "amount": {"amount": "1", "currency": "EUR"}, "status": "committed"},
        {"id": "b", "programme": "p", "date": "2020", "amount": {"amount": "2", "currency": "EUR"}, "status": "committed"},
        {"id": "c", "part_of": "b", "date": "2021", "amount": {"amount": "2", "currency": "EUR"}, "status": "disbursed"}]}"#;
    let dataset = Dataset::from_json(json).unwrap();
    let lines = told(&dataset, Some("money"), Some("p"), None);
    assert_eq!(
        lines[5..],
        [
            "in all, from Call, year 2020, status committed: 3 EUR (2 counted)",
            "in all, from Call, year 2021, status disbursed: 2 EUR (1 counted)"
        ]
    );
}

#[test]
fn partners_come_with_the_passages_that_name_them() {
    let dataset = consortium();
    let wanted = wanted(Some("partners"), Some("fairfield"), None);
    let page = asked(&Reader::new(&dataset, "en"), &wanted).unwrap();
    assert!(page.contains("«Hartland Agricultural College, United Kingdom: EUR 287,500»"), "{page}");
    let dataset = self::dataset();
    let quotes = QUESTIONS[9].1(&Reader::new(&dataset, "en")).unwrap().quotes;
    assert!(quotes.iter().any(|(_, quote)| quote.starts_with("«I partnerskap med EMN")), "{quotes:?}");
}

/// The texts, numbers and words in a value.
fn leaves(value: &Value, out: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| leaves(item, out)),
        Value::Object(members) => members.values().for_each(|value| leaves(value, out)),
        Value::String(text) => out.push(text.clone()),
        value => out.push(value.to_string()),
    }
}

#[test]
fn all_that_is_stated_of_a_record_is_told() {
    for dataset in [dataset(), consortium()] {
        // As the format writes it: no number or date is put into words.
        let reader = Reader::new(&dataset, "en").raw();
        for (kind, record) in RecordKind::ALL.iter().flat_map(|&kind| {
            let list = serde_json::to_value(&dataset).unwrap()[kind.list()].take();
            list.as_array().cloned().unwrap_or_default().into_iter().map(move |record| (kind, record))
        }) {
            let id = record["id"].as_str().unwrap();
            let about = Some(format!("{}/{id}", kind.as_str()));
            let page = asked(&reader, &wanted(None, about.as_deref(), None)).unwrap();
            let mut stated = Vec::new();
            let members = record.as_object().unwrap().iter();
            members
                .filter(|(name, _)| !["evidence", "links"].contains(&name.as_str()))
                .for_each(|(_, value)| leaves(value, &mut stated));
            for words in stated {
                assert!(page.contains(&words), "{kind} {id} states '{words}':\n{page}");
            }
        }
    }
}

#[test]
fn a_member_is_told_in_words_and_data_of_ones_own_as_they_are_written() {
    let json = r#"{"version": "1.0", "places": [
        {"id": "no", "name": {"nb": "Norge", "en": "Norway"}, "part_of": "north", "other_names": [
            {"name": {"en": "Noreg"}, "period": {"end": "1907"}}], "extensions": {"org.example.x": {"big": 1e9999}}}]}"#;
    let dataset = Dataset::from_json(json).unwrap();
    assert_eq!(
        told(&dataset, Some("record"), Some("no"), None)[2..],
        [
            r#"extensions: {"org.example.x":{"big":1e9999}}"#,
            "name: Norway (en), Norge (nb)",
            "other names: name Noreg (en), period until 1907",
            "part of: place north"
        ]
    );
}

const TWINS: &str = r#"{"version": "1.0",
    "organizations": [
        {"id": "a", "name": {"en": "A"}, "related": [{"to": {"organization": "stated"}, "relation": "same as"},
            {"to": {"organization": "implied"}, "relation": "same as", "basis": "implied", "reason": {"en": "One address."}},
            {"to": {"organization": "silent"}, "relation": "same as", "basis": "implied", "reason": {"en": "One name."}}]},
        {"id": "stated", "name": {"en": "Stated"}}, {"id": "implied", "name": {"en": "Implied"}},
        {"id": "silent", "name": {"en": "Silent"}},
        {"id": "open", "name": {"en": "Open"}, "related": [
            {"to": {"organization": "a"}, "relation": "same as", "basis": "open", "reason": {"en": "Like names."}}]}],
    "projects": [{"id": "p", "title": {"en": "P"}}, {"id": "q", "title": {"en": "Q"}}, {"id": "r", "title": {"en": "R"}}],
    "participations": [
        {"id": "1", "party": {"organization": "stated"}, "project": "p", "role": "partner"},
        {"id": "2", "party": {"organization": "implied"}, "project": "q"},
        {"id": "3", "party": {"organization": "open"}, "project": "r"},
        {"id": "4", "party": {"organization": "a"}, "project": "p", "role": "managing"}],
    "cooperations": [{"id": "c", "parties": [{"organization": "stated"}, {"organization": "silent"}]}]}"#;

#[test]
fn what_is_stated_to_be_the_same_is_followed_and_what_is_implied_or_open_is_told_as_that() {
    let dataset = Dataset::from_json(TWINS).unwrap();
    assert_eq!(
        told(&dataset, Some("projects"), Some("a"), None)[2..],
        [
            "P (undated): partner",
            "P (undated): managing",
            "of Implied (organization implied), which is implied to be the same: One address.",
            "Q (undated): takes part",
            "without those of Open (organization open): it is open whether it is the same: Like names.",
        ]
    );
    // From the other end, and for a record of the same thing that says nothing itself.
    for about in ["implied", "stated"] {
        let lines = told(&dataset, Some("projects"), Some(about), None);
        assert_eq!(lines.iter().filter(|line| line.starts_with("P (undated)")).count(), 2, "{lines:#?}");
    }
    assert_eq!(
        told(&dataset, Some("cooperation"), Some("a"), None)[2],
        "Silent",
        "itself is none of the others"
    );
    // A record that is implied to be the same and says nothing is not told of.
    assert!(!told(&dataset, Some("projects"), Some("a"), None).iter().any(|line| line.contains("Silent")));
    let record = told(&dataset, Some("record"), Some("open"), None);
    assert!(
        record.contains(&"related: the same as A (organization a) (open: Like names.)".to_owned()),
        "{record:#?}"
    );
}

#[test]
fn a_partner_who_left_is_not_counted_beside_the_one_who_came_instead() {
    let json = r#"{"version": "1.0",
        "organizations": [{"id": "a", "name": {"en": "A"}}, {"id": "b", "name": {"en": "B"}}, {"id": "c", "name": {"en": "C"}},
            {"id": "d", "name": {"en": "D"}}],
        "projects": [{"id": "p", "title": {"en": "P"}, "partner_count": 2, "period": {"start": "2010", "end": "2018"}},
            {"id": "q", "title": {"en": "Q"}, "partner_count": 1, "partner_count_words": {"en": "one or two"}, "status": "ongoing"}],
        "participations": [
            {"id": "1", "party": {"organization": "a"}, "project": "p", "role": "partner", "period": {"end": "2014"}},
            {"id": "2", "party": {"organization": "b"}, "project": "p", "role": "partner", "period": {"start": "2014"}},
            {"id": "3", "party": {"organization": "c"}, "project": "p", "role": "lead partner", "period": {"start": "2010", "end": "2018"}},
            {"id": "4", "party": {"organization": "d"}, "project": "p", "role": "advisor"},
            {"id": "5", "party": {"organization": "a"}, "project": "q", "role": "partner", "status": "ended"},
            {"id": "6", "party": {"organization": "b"}, "project": "q", "role": "partner"}]}"#;
    let dataset = Dataset::from_json(json).unwrap();
    assert_eq!(
        told(&dataset, Some("partners"), Some("p"), None)[2..],
        [
            "number of partners: 2",
            "named as partners: 3, no more than 2 at one time",
            "A: partner, left 2014",
            "B: partner (since 2014)",
            "C: lead partner (2010 to 2018)",
            "D: advisor"
        ]
    );
    assert_eq!(
        told(&dataset, Some("partners"), Some("q"), None)[2..],
        [
            "number of partners: 1 ('one or two')",
            "named as partners: 2, no more than 1 at one time",
            "A: partner, left, when is not stated",
            "B: partner"
        ]
    );
    // Two who were there together are two at one time, though both left.
    let together =
        json.replace(r#""period": {"start": "2014"}"#, r#""period": {"start": "2012", "end": "2015"}"#);
    let lines = told(&Dataset::from_json(&together).unwrap(), Some("partners"), Some("p"), None);
    assert!(!lines.iter().any(|line| line.contains("at one time")), "{lines:#?}");
}

#[test]
fn a_programme_has_the_projects_of_its_calls_and_a_project_may_have_several() {
    let json = r#"{"version": "1.0",
        "programmes": [{"id": "m", "name": {"en": "M"}, "part_of": "call"}, {"id": "call", "name": {"en": "Call"}, "part_of": "m"},
            {"id": "n", "name": {"en": "N"}}],
        "projects": [{"id": "p", "title": {"en": "P"}, "programmes": ["call", "n", "m"]},
            {"id": "q", "title": {"en": "Q"}, "programmes": ["call"], "planned": {"start": "2027"}}]}"#;
    let dataset = Dataset::from_json(json).unwrap();
    assert_eq!(
        told(&dataset, Some("projects"), Some("m"), None)[2..],
        ["P (undated)", "Q (planned since 2027)"]
    );
    assert_eq!(told(&dataset, Some("projects"), Some("n"), None)[2..], ["P (undated)"]);
}

#[test]
fn a_goal_says_what_it_serves_and_what_serves_it() {
    let json = r#"{"version": "1.0", "projects": [{"id": "p", "title": {"en": "P"}}],
        "policy_instruments": [{"id": "i", "name": {"en": "Plan"}, "serves": ["a"]}],
        "goals": [
            {"id": "a", "statement": {"en": "A"}, "level": "impact", "of": [{"project": "p"}], "serves": ["x", "y"], "due": "2030",
             "status": "ongoing"},
            {"id": "b", "statement": {"en": "B"}, "level": "output", "of": [{"project": "p"}], "serves": ["a"]},
            {"id": "x", "statement": {"en": "X"}, "level": "purpose", "of": [{"group": "g"}]},
            {"id": "y", "statement": {"en": "Y"}, "level": "purpose", "of": [{"group": "g"}]}],
        "groups": [{"id": "g", "name": {"en": "G"}}],
        "barriers": [{"id": "n", "statement": {"en": "No money"}, "of": [{"goal": "a"}, {"project": "p"}]}],
        "funding": [{"id": "f", "of": {"goal": "a"}, "amount": {"amount": "1", "currency": "EUR"}}]}"#;
    let dataset = Dataset::from_json(json).unwrap();
    assert_eq!(
        told(&dataset, Some("goals"), Some("goal/a"), None)[2..],
        ["serves «X» (G)", "serves «Y» (G)", "served by «B» (P)", "served by Plan"]
    );
    assert_eq!(
        told(&dataset, Some("goals"), Some("p"), None)[2..],
        ["impact: «A»", "due 2030", "ongoing", "serves «X»", "serves «Y»", "output: «B»", "serves «A»"]
    );
    assert_eq!(told(&dataset, Some("goals"), Some("g"), None)[2..], ["purpose: «X»", "purpose: «Y»"]);
    assert_eq!(told(&dataset, Some("barriers"), Some("goal/a"), None)[2], "«No money»");
    assert_eq!(told(&dataset, Some("money"), Some("goal/a"), None)[2], "1 EUR: A");
}

#[test]
fn money_that_is_passed_on_is_told_with_its_source_and_summed_once() {
    let json = r#"{"version": "1.0", "organizations": [{"id": "o", "name": {"en": "Ministry"}}, {"id": "r", "name": {"en": "Union"}}],
        "projects": [{"id": "p", "title": {"en": "P"}}],
        "funding": [
            {"id": "main", "of": {"project": "p"}, "funder": {"organization": "o"}, "recipient": {"organization": "r"},
             "date": "2020", "amount": {"amount": "100", "currency": "EUR"}, "status": "committed"},
            {"id": "sub", "of": {"project": "p"}, "funder": {"organization": "r"}, "out_of": "main", "date": "2020",
             "amount": {"amount": "40", "currency": "EUR"}, "status": "committed"}]}"#;
    let dataset = Dataset::from_json(json).unwrap();
    assert_eq!(
        told(&dataset, Some("money"), Some("p"), None)[2..],
        [
            "100 EUR from Ministry to Union: P (2020, committed)",
            "40 EUR from Union: P; passed on from main (2020, committed)",
            "in all, from no programme that is stated, year 2020, status committed: 100 EUR (1 counted)"
        ]
    );
    let union = told(&dataset, Some("money"), Some("r"), None);
    assert!(
        union.contains(&"40 EUR from Union: P; passed on from main (2020, committed)".to_owned()),
        "{union:#?}"
    );
}

#[test]
fn evidence_that_has_only_a_locator_tells_where_the_passage_is() {
    let json = r#"{"version": "1.0", "sources": [{"id": "s", "title": {"en": "S"}}],
        "groups": [{"id": "g", "name": {"en": "G"}, "evidence": [{"source": "s", "locator": "page 3", "modality": "planned"}]}]}"#;
    let dataset = Dataset::from_json(json).unwrap();
    assert_eq!(told(&dataset, Some("evidence"), Some("g"), None)[2..], ["planned     s: page 3"]);
    assert_eq!(told(&dataset, Some("not-yet-so"), Some("g"), None)[2..], ["planned     s: page 3"]);
}

#[test]
fn the_parts_of_a_record_are_told_in_words() {
    let json = r#"{"version": "1.0",
        "places": [{"id": "no", "name": {"en": "Norway"}, "point": {"latitude": "60", "longitude": "10.5"}}],
        "networks": [{"id": "n", "name": {"en": "N"}}],
        "organizations": [{"id": "o", "name": {"en": "O"}, "part_of": {"network": "n"},
            "address": {"street": "Main Street 1", "locality": "Town", "country": "NO"},
            "budgets": [{"period": {"start": "2020"}, "amount": {"amount": "5", "currency": "EUR"}, "revised": true}]}],
        "projects": [{"id": "p", "title": {"en": "P"}, "counts": [{"what": {"en": "countries"}, "number": 8}]}],
        "goals": [{"id": "g", "statement": {"en": "G"}, "level": "output", "of": [{"project": "p"}], "indicators": [
            {"title": {"en": "loans"}, "actuals": [{"value": "5", "dimensions": [{"name": "sex", "value": "female"}], "place": "no"}]}]}]}"#;
    let dataset = Dataset::from_json(json).unwrap();
    let record = |id: &str| told(&dataset, Some("record"), Some(id), None)[2..].to_vec();
    assert_eq!(
        record("o"),
        [
            "address: country NO, locality Town, street Main Street 1",
            "budgets: amount 5 EUR, period since 2020, revised yes",
            "name: O (en)",
            "part of: N (network n)"
        ]
    );
    assert_eq!(record("p"), ["counts: 8 countries (en)", "title: P (en)"]);
    assert_eq!(record("no")[1], "point: latitude 60, longitude 10.5");
    let indicators = "indicators: actuals (dimensions (name sex, value female), place Norway (place no), value 5), title loans (en)";
    assert_eq!(record("goal/g")[0], indicators);
}

#[test]
fn a_dataset_without_records_says_that_there_is_nothing_to_ask() {
    let dataset = Dataset::from_json(r#"{"version": "1.0"}"#).unwrap();
    let menu = menu(&Reader::new(&dataset, "en")).unwrap();
    assert_eq!(menu, "The dataset states nothing about any record.\n");
}

#[test]
fn nothing_in_a_dataset_steers_a_terminal() {
    let json = r#"{"version": "1.0", "organizations": [{"id": "o", "name": {"en": "A\u001b[31m\u202e\nB"},
        "links": [{"title": {"en": "\u009bC\r"}}]}]}"#;
    let dataset = Dataset::from_json(json).unwrap();
    let wanted = wanted(None, Some("o"), None);
    let page = asked(&Reader::new(&dataset, "en"), &wanted).unwrap();
    assert!(page.contains(r"  A\u{1b}[31m\u{202e}\nB (organization o)"), "{page}");
    assert!(page.contains(r"(«\u{9b}C\r»)"), "{page}");
    let steers = |letter: char| (letter.is_control() && letter != '\n') || letter == '\u{202e}';
    assert!(!page.contains(steers), "{page:?}");
}

#[test]
fn one_month_one_year_and_one_other_are_told_as_one() {
    let json = r#"{"version": "1.0", "projects": [{"id": "p", "title": {"en": "P"}, "period": {"start": "2020-02", "end": "2020-02"}},
        {"id": "q", "title": {"en": "Q"}, "partner_count": 2}]}"#;
    let dataset = Dataset::from_json(json).unwrap();
    let lines = told(&dataset, Some("length"), Some("p"), None);
    assert!(lines.contains(&"one month, touching 1 calendar year".to_owned()), "{lines:?}");
    let lines = told(&dataset, Some("partners"), None, None);
    assert_eq!(lines.last().unwrap(), "1 other record: not stated");
}
